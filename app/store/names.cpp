// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/case_row.h"
#include "app/store/entry.h"
#include "app/store/rows.h"

#include <algorithm>
#include <array>

namespace store {

namespace {

constexpr std::array<std::string_view, 15> kinds = {
    "event", "verdict",    "decision", "receipt", "decision_state", "view", "configuration", "roster",
    "plan",  "quarantine", "conflict", "batch",   "export",         "note", "policy"};
constexpr std::array<std::string_view, 10> case_states = {"waiting",    "raised",      "in_doubt", "troubled",
                                                          "conflicted", "decided",     "executed", "undone",
                                                          "expired",    "acknowledged"};
constexpr std::array<std::string_view, 3> conflict_kinds = {"other_body", "other_identity", "other_version"};
constexpr std::array<std::string_view, 6> batch_states = {"running", "complete",  "suspected",
                                                          "kept",    "discarded", "interrupted"};

static_assert(!kinds.back().empty() && !case_states.back().empty() && !conflict_kinds.back().empty() &&
                  !batch_states.back().empty(),
              "every value has a name");

} // namespace

std::string_view name_of(EntryKind kind) {
    return kinds.at(static_cast<std::size_t>(kind) - 1);
}

std::optional<EntryKind> entry_kind(std::string_view name) {
    const auto found = std::find(kinds.begin(), kinds.end(), name);
    if (found == kinds.end()) {
        return std::nullopt;
    }
    return static_cast<EntryKind>(found - kinds.begin() + 1);
}

std::string_view name_of(CaseState state) {
    return case_states.at(static_cast<std::size_t>(state));
}

std::optional<CaseState> case_state(std::string_view name) {
    const auto found = std::find(case_states.begin(), case_states.end(), name);
    if (found == case_states.end()) {
        return std::nullopt;
    }
    return static_cast<CaseState>(found - case_states.begin());
}

std::string_view name_of(CaseOrigin origin) {
    return origin == CaseOrigin::requested ? "requested" : "raised";
}

bool is_open(CaseState state) {
    switch (state) {
    case CaseState::waiting:
    case CaseState::raised:
    case CaseState::in_doubt:
    case CaseState::troubled:
    case CaseState::conflicted:
    case CaseState::decided: return true;
    case CaseState::executed:
    case CaseState::undone:
    case CaseState::expired:
    case CaseState::acknowledged: return false;
    }
    return false;
}

std::string_view name_of(ConflictKind kind) {
    return conflict_kinds.at(static_cast<std::size_t>(kind) - 1);
}

std::string_view name_of(BatchState state) {
    return batch_states.at(static_cast<std::size_t>(state) - 1);
}

} // namespace store
