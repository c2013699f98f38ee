// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/fault.h"

namespace base {

const char* name_of(FaultCode code) {
    switch (code) {
    case FaultCode::invalid_argument: return "invalid_argument";
    case FaultCode::malformed: return "malformed";
    case FaultCode::too_large: return "too_large";
    case FaultCode::unsupported: return "unsupported";
    case FaultCode::not_found: return "not_found";
    case FaultCode::conflict: return "conflict";
    case FaultCode::stale: return "stale";
    case FaultCode::expired: return "expired";
    case FaultCode::refused: return "refused";
    case FaultCode::bad_signature: return "bad_signature";
    case FaultCode::wrong_passphrase: return "wrong_passphrase";
    case FaultCode::locked: return "locked";
    case FaultCode::newer_version: return "newer_version";
    case FaultCode::disk_full: return "disk_full";
    case FaultCode::unreadable: return "unreadable";
    case FaultCode::corrupt: return "corrupt";
    case FaultCode::unreachable: return "unreachable";
    case FaultCode::untrusted: return "untrusted";
    case FaultCode::timed_out: return "timed_out";
    case FaultCode::cancelled: return "cancelled";
    case FaultCode::exhausted: return "exhausted";
    case FaultCode::internal: return "internal";
    }
    return "internal";
}

std::string describe(const Fault& fault) {
    std::string text = name_of(fault.code);
    if (!fault.detail.empty()) {
        text += ": " + fault.detail;
    }
    if (!fault.where.empty()) {
        text += " (" + fault.where + ")";
    }
    return text;
}

} // namespace base
