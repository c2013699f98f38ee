// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"

namespace ctl {

/// What the program ends with. Stable: scripts hang on them (see --help and the man page).
enum class ExitCode {
    done = 0,
    failed = 1,    ///< a defect, or something that fits nowhere else
    wrong_use = 2, ///< the command line is wrong
    reservations =
        3,         ///< done, but somebody should look: rows set aside, a suspected duplicate batch, a decision in doubt
    bad_input = 4, ///< a file is missing, unreadable or not what it should be
    store = 5,     ///< the store is locked, full, damaged or of a newer version
    connection = 6, ///< the gateway cannot be reached, is not the one confirmed, or did not answer in time
    refused = 7,    ///< a rule, a person's limit, a changed case, a passphrase or a signature says no
    interrupted = 130,
};

[[nodiscard]] ExitCode exit_code(base::FaultCode code);

/// One sentence that says what to do about a fault, without a full stop; empty where nothing general can be said.
[[nodiscard]] const char* advice(base::FaultCode code);

} // namespace ctl
