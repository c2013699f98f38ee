// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/exit_code.h"

namespace ctl {

ExitCode exit_code(base::FaultCode code) {
    using enum base::FaultCode;
    switch (code) {
    case invalid_argument: return ExitCode::wrong_use;
    case malformed:
    case too_large:
    case unsupported:
    case not_found:
    case unreadable: return ExitCode::bad_input;
    case locked:
    case newer_version:
    case disk_full:
    case corrupt: return ExitCode::store;
    case unreachable:
    case untrusted:
    case timed_out: return ExitCode::connection;
    case conflict:
    case stale:
    case expired:
    case refused:
    case bad_signature:
    case wrong_passphrase: return ExitCode::refused;
    case cancelled: return ExitCode::interrupted;
    case exhausted:
    case internal: return ExitCode::failed;
    }
    return ExitCode::failed;
}

const char* advice(base::FaultCode code) {
    using enum base::FaultCode;
    switch (code) {
    case invalid_argument: return "look at reevectl --help or reevectl COMMAND --help";
    case malformed: return "check the file at the place named and try again";
    case too_large: return "split the input into smaller pieces";
    case unsupported: return "update Reeve, or convert the input";
    case not_found: return "check the name";
    case conflict: return "the same thing exists with another content; look at both before going on";
    case stale: return "it changed in the meantime; look at it again and repeat the command";
    case expired: return "it is too late for this; look at the case again";
    case refused: return "ask somebody who may, or change what the rule says";
    case bad_signature: return "do not trust it; tell the administrator";
    case wrong_passphrase: return "try again with the right passphrase";
    case locked: return "wait until the other program has ended, or end it";
    case newer_version: return "update Reeve; nothing was changed";
    case disk_full: return "make room on the disk and repeat the command; nothing was lost";
    case unreadable: return "check that the path is right and that you may read and write it";
    case corrupt: return "keep the folder as it is and restore a backup beside it";
    case unreachable: return "check that the gateway runs and that host and port are right";
    case untrusted: return "compare the fingerprint with the gateway's operator before trusting it";
    case timed_out: return "what happened is not known; ask for the status before repeating";
    case cancelled: return "run the command again to go on; what was recorded stays";
    case exhausted: return "try again with less at once";
    case internal: return "this is a defect of Reeve; please report it";
    }
    return "";
}

} // namespace ctl
