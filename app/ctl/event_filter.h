// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command_line.h"
#include "app/store/entry.h"

namespace ctl {

/// The filter options that commands over entries share.
[[nodiscard]] std::vector<OptionSpec> filter_options();

/// Faults: invalid_argument, naming the option and what it takes.
[[nodiscard]] base::Result<store::EntryFilter> filter_of(const Arguments& arguments);

} // namespace ctl
