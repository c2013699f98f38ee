// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "running_sandbox.h"
#include "supervisor.h"

#include <functional>
#include <map>

/// What tests ask about a feed that they read.

struct Held {
    domain::TransactionVersion version; ///< the latest
    bool held = false;
};

[[nodiscard]] std::map<domain::TransactionId, Held> orders_in(const Received& received);
[[nodiscard]] std::size_t count(const Received& received, domain::EventType type);
[[nodiscard]] std::function<bool(const Received&)> until(domain::EventType type, std::size_t times = 1);
[[nodiscard]] std::function<bool(const Received&)> until_sequence(std::uint64_t last);
[[nodiscard]] bool is_contiguous(const Received& received, std::uint64_t after);
/// The manager's decision about exactly this version.
[[nodiscard]] domain::Decision about(Supervisor& people, const domain::TransactionVersion& version, domain::Verb verb,
                                     const std::string& id = {});
