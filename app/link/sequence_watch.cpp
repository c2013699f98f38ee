// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/sequence_watch.h"

#include <algorithm>

namespace uplink {

namespace {

constexpr std::size_t remembered_gaps = 256;
constexpr std::string_view blanks = " \t\r\n";

/// Behind the string that begins at `at`; npos when it does not end.
std::size_t behind_string(std::string_view data, std::size_t at) {
    for (std::size_t end = data.find('"', at + 1); end != std::string_view::npos; end = data.find('"', end + 1)) {
        const std::size_t content = data.find_last_not_of('\\', end - 1); // at the latest the quote at `at`
        if ((end - 1 - content) % 2 == 0) {
            return end + 1;
        }
    }
    return std::string_view::npos;
}

} // namespace

bool SequenceWatch::is_known(const Gap& gap) const {
    return std::any_of(given_up_.begin(), given_up_.end(),
                       [&gap](const Gap& old) { return old.first <= gap.first && gap.last <= old.last; });
}

SequenceWatch::Judged SequenceWatch::see(std::uint64_t first, std::uint64_t last) {
    if (first <= expected_) {
        expected_ = std::max(expected_, last + 1);
        return {};
    }
    const Gap gap{expected_, first - 1};
    Judged judged;
    if (!is_known(gap)) {
        asked_ = asked_for_ == gap.first ? asked_ + 1 : 1;
        asked_for_ = gap.first;
        if (asked_ <= attempts_) {
            judged.verdict = Verdict::ask_again;
            judged.missing = gap;
            return judged;
        }
        given_up_.push_back(gap);
        if (given_up_.size() > remembered_gaps) {
            given_up_.pop_front();
        }
        judged.given_up = gap;
    }
    expected_ = last + 1;
    return judged;
}

std::uint64_t count_events(std::string_view data) {
    std::size_t at = data.find_first_not_of(blanks);
    if (at == std::string_view::npos || data[at] != '[') {
        return at == std::string_view::npos ? 0 : 1;
    }
    std::uint64_t count = 0;
    std::size_t depth = 0;
    bool any = false;
    while (at < data.size()) {
        switch (data[at]) {
        case '"':
            any = true;
            at = behind_string(data, at);
            continue;
        case '[':
        case '{':
            any = any || depth > 0;
            ++depth;
            break;
        case ']':
        case '}':
            if (--depth == 0) {
                return any ? count + 1 : 0;
            }
            break;
        case ',': count += depth == 1 ? 1 : 0; break;
        default: break;
        }
        ++at;
    }
    return 0;
}

} // namespace uplink
