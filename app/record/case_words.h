// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/assessment.h"
#include "app/domain/finding.h"
#include "app/store/case_row.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace record {

using domain::one_matter;

/// The end of a verdict's category that says that an order was judged together with others.
inline constexpr std::string_view matter_mark = " matter";

/// Adds a machine-readable word to the blank-separated list, once. Blanks inside of a word become '_'.
inline void add_code(store::CaseRow& row, std::string_view code) {
    std::string word(code);
    std::replace(word.begin(), word.end(), ' ', '_');
    if (word.empty() || (' ' + row.codes + ' ').find(' ' + word + ' ') != std::string::npos) {
        return;
    }
    if (row.codes.size() + word.size() > 1000) { // a platform that finds a thousand things is not believed further
        return;
    }
    row.codes += (row.codes.empty() ? "" : " ") + word;
}

[[nodiscard]] inline bool has_code(const store::CaseRow& row, std::string_view code) {
    return (' ' + row.codes + ' ').find(' ' + std::string(code) + ' ') != std::string::npos;
}

inline void drop_code(store::CaseRow& row, std::string_view code) {
    std::string all = ' ' + row.codes + ' ';
    const std::size_t at = all.find(' ' + std::string(code) + ' ');
    if (at == std::string::npos) {
        return;
    }
    all.erase(at, code.size() + 1);
    row.codes = all.size() > 2 ? all.substr(1, all.size() - 2) : std::string();
}

/// What has to be looked into is not covered up by ordinary progress.
inline bool is_loud(store::CaseState state) {
    return state == store::CaseState::conflicted || state == store::CaseState::in_doubt ||
           state == store::CaseState::troubled;
}

inline void set_quiet(store::CaseRow& row, store::CaseState state) {
    if (!is_loud(row.state)) {
        row.state = state;
    }
}

/// Our policy stops what the platform lets through: open until somebody has acknowledged it, also when the order was
/// carried out meanwhile.
inline bool is_own_finding(const store::CaseRow& row) {
    return row.state == store::CaseState::raised && row.origin == store::CaseOrigin::raised &&
           has_code(row, "policy_stops");
}

/// We saw it first; now the platform waits for somebody as well.
inline void wait_if_raised(store::CaseRow& row) {
    if (row.state == store::CaseState::raised) {
        row.state = store::CaseState::waiting;
        row.origin = store::CaseOrigin::requested;
    }
}

inline bool escalates(const domain::Assessment& assessment) {
    return assessment.tier != domain::Tier::automatic || !assessment.escalation.empty();
}

} // namespace record
