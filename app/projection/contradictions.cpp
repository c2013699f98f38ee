// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/case_cards.h"

#include "app/domain/event_meaning.h"

#include <algorithm>

namespace projection {

namespace {

using ports::CaseFile;
using ports::Command;
using ports::Contradiction;
using ports::ContradictionKind;
using ports::SafeDefault;
using ports::Stands;

/// What is so until somebody decides, from where the order stands.
SafeDefault safe_default(domain::TransactionState state) {
    switch (state) {
    case domain::TransactionState::requested:
    case domain::TransactionState::held: return SafeDefault::held;
    case domain::TransactionState::failed:
    case domain::TransactionState::cancelled:
    case domain::TransactionState::expired:
    case domain::TransactionState::returned: return SafeDefault::nothing_bought;
    case domain::TransactionState::executing:
    case domain::TransactionState::completed: return SafeDefault::already_executed;
    case domain::TransactionState::in_doubt: return SafeDefault::nobody_knows;
    }
    return SafeDefault::nobody_knows;
}

Command command_of(const ports::Version& version) {
    Command command;
    command.index = version.index;
    command.when = version.time;
    command.who = domain::UntrustedText(version.version.subject.agent.bytes());
    command.words = version.version.subject.purpose;
    command.version = version.version.version;
    command.amount = version.version.subject.gross;
    return command;
}

/// The same version with two contents, or one that does not follow the one before.
void find_versions(const CaseFile& file, std::vector<Contradiction>& into) {
    Contradiction found{
        ContradictionKind::versions, {}, {}, Stands::neither, safe_default(file.row.transaction_state), 0};
    for (std::size_t i = 1; i < file.versions.size(); ++i) {
        const domain::TransactionVersion& before = file.versions[i - 1].version;
        const domain::TransactionVersion& now = file.versions[i].version;
        const bool two_contents = now.version == before.version && now.digest != before.digest;
        const bool left_out = now.version != before.version && now.version != before.version + 1;
        if (!two_contents && !left_out) {
            continue;
        }
        if (found.first) {
            ++found.more;
        } else {
            found.first = command_of(file.versions[i - 1]);
            found.second = command_of(file.versions[i]);
        }
    }
    if (found.first) {
        into.push_back(std::move(found));
    }
}

Command report_of(const ports::TimelineEntry& line) {
    Command command;
    command.index = line.row.index;
    command.when = line.row.time;
    command.words = line.note;
    command.version = line.row.version;
    command.amount = line.row.amount;
    command.report = line.row.type;
    return command;
}

/// A report that cannot follow is kept and never applied: the one before stands.
void find_reports(const CaseFile& file, std::vector<Contradiction>& into) {
    Contradiction found{ContradictionKind::reports, {}, {}, Stands::first, safe_default(file.row.transaction_state), 0};
    const ports::TimelineEntry* last = nullptr;
    for (const ports::TimelineEntry& line : file.timeline) {
        const auto to = line.row.type ? domain::meaning_of(*line.row.type).transaction : std::nullopt;
        if (!to || line.row.type == domain::EventType::hold_placed) {
            continue;
        }
        const auto from = last == nullptr ? std::nullopt : domain::meaning_of(*last->row.type).transaction;
        if (!from || *from == *to || domain::may_follow(*from, *to)) {
            last = &line;
        } else if (found.first) {
            ++found.more;
        } else {
            found.first = report_of(*last);
            found.second = report_of(line);
        }
    }
    if (found.first) {
        into.push_back(std::move(found));
    }
}

bool says_instructions_conflict(const CaseFile& file) {
    constexpr std::string_view code = "instructions_conflict";
    const auto& codes = file.row.codes;
    return std::find(codes.begin(), codes.end(), code) != codes.end() ||
           std::any_of(file.assessments.begin(), file.assessments.end(), [&](const domain::Assessment& each) {
               return std::any_of(each.findings.begin(), each.findings.end(),
                                  [&](const domain::Finding& finding) { return finding.code == code; });
           });
}

Command command_of(const ports::SaidTurn& turn) {
    Command command;
    command.index = turn.index;
    if (turn.time != base::Instant{}) {
        command.when = turn.time;
    }
    command.who = turn.speaker_name;
    command.words = turn.text;
    return command;
}

bool is_settled_by_decision(const CaseFile& file) {
    return std::any_of(file.decisions.begin(), file.decisions.end(), [](const ports::DecisionRow& row) {
        return row.state == domain::DecisionState::executed || row.state == domain::DecisionState::accepted;
    });
}

/// Which two sentences contradict each other only the platform can say, and it says only that there are two; what is
/// shown is who of the house gave instructions last, in their own words.
void find_instructions(const CaseFile& file, std::vector<Contradiction>& into) {
    if (!says_instructions_conflict(file)) {
        return;
    }
    std::vector<const ports::SaidTurn*> orders;
    for (const ports::SaidTurn& turn : file.turns) {
        if (turn.party == domain::Party::owner || turn.party == domain::Party::supervisor) {
            orders.push_back(&turn);
        }
    }
    Contradiction found{ContradictionKind::instructions,          {}, {}, Stands::neither,
                        safe_default(file.row.transaction_state), 0};
    found.stands = is_settled_by_decision(file) ? Stands::decided : Stands::neither;
    if (orders.size() >= 2) {
        found.first = command_of(*orders[orders.size() - 2]);
        found.more = static_cast<std::uint32_t>(orders.size() - 2);
    }
    if (!orders.empty()) {
        (found.first ? found.second : found.first) = command_of(*orders.back());
    }
    into.push_back(std::move(found));
}

/// Yes or no about the order itself, and not taken back or turned down.
bool is_ruling(const ports::DecisionRow& row) {
    using enum domain::DecisionState;
    const domain::Verb verb = row.decision.verb;
    const bool yes_or_no =
        verb == domain::Verb::approve || verb == domain::Verb::approve_reduced || verb == domain::Verb::reject;
    return yes_or_no && row.state != drafted && row.state != refused && row.state != withdrawn && row.state != void_;
}

Command command_of(const ports::DecisionRow& row) {
    Command command;
    command.when = row.signed_at;
    command.who = domain::UntrustedText(row.decision.person.bytes());
    command.words = row.decision.reason_text;
    command.version = row.decision.version;
    command.amount = row.decision.amount;
    command.verb = row.decision.verb;
    return command;
}

bool took_effect(const ports::DecisionRow& row) {
    return row.state == domain::DecisionState::accepted || row.state == domain::DecisionState::executed;
}

void find_decisions(const CaseFile& file, std::vector<Contradiction>& into) {
    std::vector<const ports::DecisionRow*> rulings;
    for (const ports::DecisionRow& row : file.decisions) {
        if (is_ruling(row) && row.decision.version == file.row.version) {
            rulings.push_back(&row);
        }
    }
    std::stable_sort(rulings.begin(), rulings.end(),
                     [](const auto* one, const auto* other) { return one->signed_at < other->signed_at; });
    for (std::size_t i = 1; i < rulings.size(); ++i) {
        const bool no_before = rulings[0]->decision.verb == domain::Verb::reject;
        const bool no_now = rulings[i]->decision.verb == domain::Verb::reject;
        if (no_before == no_now) {
            continue;
        }
        Contradiction found{ContradictionKind::decisions,
                            command_of(*rulings[0]),
                            command_of(*rulings[i]),
                            Stands::neither,
                            safe_default(file.row.transaction_state),
                            0};
        found.stands = took_effect(*rulings[0])   ? Stands::first
                       : took_effect(*rulings[i]) ? Stands::second
                                                  : Stands::neither;
        into.push_back(std::move(found));
        return;
    }
}

} // namespace

std::vector<Contradiction> contradictions(const CaseFile& file) {
    std::vector<Contradiction> all;
    find_versions(file, all);
    find_reports(file, all);
    find_instructions(file, all);
    find_decisions(file, all);
    return all;
}

} // namespace projection
