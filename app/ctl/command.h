// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ctl/command_line.h"
#include "app/ctl/exit_code.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/terminal.h"
#include "app/premises/folders.h"
#include "app/premises/record_room.h"

namespace ctl {

using premises::Folders;
using premises::RecordSetup;

/// What a command works with.
struct Context {
    const Arguments& arguments;
    const Folders& folders;
    Terminal& terminal;
    Interrupt& interrupt;
    const base::Clock& clock;
};

/// A command's answer: how the program ends, or the fault that stood in its way.
using Outcome = base::Result<ExitCode>;

struct Command {
    CommandSpec spec;
    Outcome (*run)(Context& context);
};

[[nodiscard]] Command import_command();
[[nodiscard]] Command batches_command();
[[nodiscard]] Command record_command();
[[nodiscard]] Command events_command();
[[nodiscard]] Command quarantine_command();
[[nodiscard]] Command status_command();
[[nodiscard]] Command decide_command();
[[nodiscard]] Command key_command();
[[nodiscard]] Command roster_command();
[[nodiscard]] Command policy_command();

} // namespace ctl
