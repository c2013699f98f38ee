// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace base {

/// What kind of thing went wrong. Codes are stable: scripts, exit codes and translations hang on them. The text for a
/// person is made in `ui` and in `ctl`, from the code and the two fields of Fault, never here.
enum class FaultCode {
    invalid_argument, ///< a caller's value is outside its domain
    malformed,        ///< input is not what its format says (JSON, CSV, PEM, event, frame)
    too_large,        ///< a limit on size, depth or count was passed
    unsupported,      ///< well formed, but of a version or kind that this build does not know
    not_found,        ///< the named thing does not exist
    conflict,         ///< the same identity with another content
    stale,            ///< the thing changed since the caller looked (version, digest, epoch)
    expired,          ///< a deadline passed
    refused,          ///< a rule, a limit or a permission says no
    bad_signature,    ///< a signature, digest or authentication tag does not verify
    wrong_passphrase, ///< a key file does not open with the passphrase given
    locked,           ///< another process keeps the store
    newer_version,    ///< the store was written by a newer version of the program
    disk_full,        ///< free space is below the floor, or the write said so
    unreadable,       ///< a file, folder or device cannot be read or written
    corrupt,          ///< stored data contradicts itself
    unreachable,      ///< no connection
    untrusted,        ///< the peer's certificate or key is not the one that was confirmed
    timed_out,        ///< no answer in time; what happened is not known
    cancelled,        ///< the caller or a shutdown ended it
    exhausted,        ///< queue or memory bound reached
    internal,         ///< a defect of this program
};

/// Returns the stable lower-case name of a code, e.g. "bad_signature". It is the same in JSON, logs and exit texts.
[[nodiscard]] const char* name_of(FaultCode code);

/// A failure as a value. Never holds secrets. `where` and `detail` are for the log, `--json` and the details pane, and
/// are untrusted when they quote input: show them through app/text only.
struct Fault {
    FaultCode code = FaultCode::internal;
    std::string detail; ///< what exactly, in English, one sentence without a full stop
    std::string where;  ///< the place: file:line, byte offset, JSON pointer, SQL statement name

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// "code: detail (where)", for logs and test messages.
[[nodiscard]] std::string describe(const Fault& fault);

} // namespace base
