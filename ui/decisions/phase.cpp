// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/phase.h"

#include "ui/look/late_words.h"

#include <algorithm>

namespace ui::decisions {

Phase phase_of(const ports::DecisionRow& row) {
    using enum domain::DecisionState;
    switch (row.state) {
    case drafted:
    case awaiting_second:
    case held: return Phase::held;
    case signed_:
    case sent:
    case accepted: return Phase::sent;
    case in_doubt: return Phase::in_doubt;
    case refused:
    case refused_by_gateway:
    case failed:
    case void_:
    case not_applied: return Phase::failed;
    case executed: return row.decision.verb == domain::Verb::roll_back ? Phase::rolled_back : Phase::executed;
    case withdrawn: return Phase::taken_back;
    }
    return Phase::sent;
}

bool can_be_withdrawn(const ports::DecisionRow& row) {
    return row.state == domain::DecisionState::held;
}

bool can_be_asked_for(const ports::DecisionRow& row) {
    return row.state == domain::DecisionState::in_doubt || row.state == domain::DecisionState::sent;
}

QString PhaseWords::of(Phase phase) {
    switch (phase) {
    case Phase::held: return tr("Held");
    case Phase::sent: return tr("Sent");
    case Phase::in_doubt: return tr("In doubt");
    case Phase::failed: return tr("Failed");
    case Phase::executed: return tr("Executed");
    case Phase::rolled_back: return tr("Rolled back");
    case Phase::taken_back: return tr("Taken back");
    }
    return {};
}

QString PhaseWords::next_step(const ports::DecisionRow& row, base::Instant now) {
    using enum domain::DecisionState;
    if (row.instead) {
        return look::LateWords::next_step(*row.instead);
    }
    switch (row.state) {
    case drafted: return tr("Not signed");
    case refused: return tr("Escalate it to somebody who may");
    case awaiting_second: return tr("A second person has to sign");
    case signed_: return tr("Is sent as soon as the gateway can be reached");
    case held: {
        const auto left = std::chrono::ceil<std::chrono::seconds>(row.decision.not_before - now).count();
        return left > 0 ? tr("Can be taken back for %n more second(s)", nullptr,
                             static_cast<int>(std::min<std::int64_t>(left, 1'000'000)))
                        : tr("Is being sent now");
    }
    case withdrawn: return tr("Nothing was sent");
    case sent: return tr("Waits for the gateway's answer");
    case accepted: return tr("Waits for the platform to carry it out");
    case refused_by_gateway: return tr("Nothing was done: open the case and read why");
    case in_doubt: return tr("The status is being asked for; nothing is done twice");
    case executed:
        return row.decision.verb == domain::Verb::roll_back ? tr("Undone: open the case for step and cost")
                                                            : tr("Done");
    case failed:
        return row.decision.verb == domain::Verb::roll_back ? tr("Only partly undone: open the case and finish by hand")
                                                            : tr("Open the case: the platform could not do it");
    case void_: return tr("Open the case: decide about the new version");
    case not_applied: return tr("Nothing was done: it was too late");
    }
    return {};
}

QStringList PhaseWords::every_step() {
    using enum domain::DecisionState;
    QStringList all;
    for (int state = 0; state <= static_cast<int>(not_applied); ++state) {
        for (const domain::Verb verb : {domain::Verb::approve, domain::Verb::roll_back}) {
            ports::DecisionRow row;
            row.state = static_cast<domain::DecisionState>(state);
            row.decision.verb = verb;
            row.decision.not_before = base::Instant{} + std::chrono::seconds(10);
            all.append(next_step(row, {}));
        }
    }
    for (const auto became : {domain::TransactionState::executing, domain::TransactionState::expired,
                              domain::TransactionState::requested}) {
        ports::Instead instead;
        instead.state = became;
        all.append(look::LateWords::next_step(instead));
    }
    return all;
}

} // namespace ui::decisions
