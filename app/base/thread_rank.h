// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace base {

/// The calling thread gives way: where cores are scarce, threads that somebody waits for (the screen, the record's
/// writer) run before it. For threads that work behind the commit. It cannot be taken back without rights; where the
/// system refuses, nothing changes. Rule: setpriority(2), whose "process" is a thread on Linux (NPTL).
void give_way();

} // namespace base
