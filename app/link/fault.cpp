// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/fault.h"

#include <charconv>

namespace uplink {

namespace {

constexpr std::string_view prefix = "HTTP ";

} // namespace

int http_status(const base::Fault& fault) {
    const std::string_view where = fault.where;
    int status = 0;
    if (where.starts_with(prefix)) {
        std::from_chars(where.data() + prefix.size(), where.data() + where.size(), status);
    }
    return status;
}

std::string_view problem_code(const base::Fault& fault) {
    const std::string_view where = fault.where;
    if (!where.starts_with(prefix)) {
        return {};
    }
    const std::size_t blank = where.find(' ', prefix.size());
    return blank == std::string_view::npos ? std::string_view{} : where.substr(blank + 1);
}

Arrival arrival_of(const base::Fault& fault) {
    using enum base::FaultCode;
    switch (fault.code) {
    case unreachable:
    case untrusted:
    case invalid_argument: return Arrival::certainly_not;
    case refused:
    case not_found:
        switch (http_status(fault)) {
        case 401:
        case 403:
        case 404:
        case 405:
        case 429: return Arrival::certainly_not;
        default: return Arrival::perhaps;
        }
    case malformed:
    case too_large:
    case unsupported:
    case conflict:
    case stale:
    case expired:
    case bad_signature:
    case wrong_passphrase:
    case locked:
    case newer_version:
    case disk_full:
    case unreadable:
    case corrupt:
    case timed_out:
    case cancelled:
    case exhausted:
    case internal: return Arrival::perhaps;
    }
    return Arrival::perhaps;
}

} // namespace uplink
