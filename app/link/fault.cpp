// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/fault.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace uplink {

namespace {

constexpr std::string_view prefix = "HTTP ";
constexpr std::string_view retry_word = "retry-after:";

/// "HTTP", the status, and what follows; nothing when the fault is no answer of a gateway.
std::vector<std::string_view> words_of(const base::Fault& fault) {
    std::vector<std::string_view> words;
    std::string_view rest = fault.where;
    while (rest.starts_with(prefix) || (!words.empty() && !rest.empty())) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        words.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

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
    const std::vector<std::string_view> words = words_of(fault);
    return words.size() < 3 || words[2].starts_with(retry_word) ? std::string_view{} : words[2];
}

std::optional<std::chrono::seconds> retry_after(const base::Fault& fault) {
    constexpr std::int64_t longest = 3600;
    const std::vector<std::string_view> words = words_of(fault);
    if (words.empty() || !words.back().starts_with(retry_word)) {
        return std::nullopt;
    }
    const std::string_view digits = words.back().substr(retry_word.size());
    std::int64_t seconds = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (read.ec == std::errc::result_out_of_range) {
        return std::chrono::seconds(longest);
    }
    const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size() && seconds >= 0;
    return whole ? std::optional(std::chrono::seconds(std::min(seconds, longest))) : std::nullopt;
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
