// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/rehearsed.h"
#include "app/policy/document.h"

#include <QString>

#include <functional>
#include <vector>

namespace premises {

/// The reeve-sandbox beside the running program (never one from PATH).
[[nodiscard]] QString sandbox_program();

struct RehearseOptions {
    QString program = sandbox_program();
    /// After each scenario: how many of how many; false ends it.
    std::function<bool(std::size_t done, std::size_t total)> go_on = [](std::size_t, std::size_t) { return true; };
};

/// Lets a policy judge the orders of every scenario of the sandbox's library, each after a morning of everyday orders
/// of the same fleet, so that habits and prices are known. Everything happens in virtual time, in a process of its own,
/// and is the same every time. Blocks: not for the GUI thread.
/// Faults: malformed (the policy does not compile), not_found (no sandbox there), internal (it failed), cancelled.
[[nodiscard]] base::Result<std::vector<domain::Rehearsed>> rehearse(const policy::Document& document,
                                                                    const RehearseOptions& options = {});

} // namespace premises
