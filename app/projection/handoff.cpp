// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/case_cards.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace projection {

namespace {

using domain::EventType;
using ports::Attempt;
using ports::FailingStep;
using ports::GoodsState;
using ports::Handoff;
using ports::MoneyState;
using ports::Promise;
using ports::PromiseKind;
using ports::Unknown;

bool is_one_of(EventType type, std::initializer_list<EventType> types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool begins_attempt(EventType type) {
    return is_one_of(
        type, {EventType::transaction_requested, EventType::transaction_amended, EventType::transaction_started});
}

bool ends_attempt(EventType type) {
    return is_one_of(type,
                     {EventType::transaction_held, EventType::transaction_completed, EventType::transaction_failed,
                      EventType::transaction_doubted, EventType::transaction_cancelled, EventType::transaction_expired,
                      EventType::transaction_returned});
}

bool is_trouble(EventType type) {
    return is_one_of(type,
                     {EventType::transaction_failed, EventType::transaction_doubted, EventType::transaction_expired,
                      EventType::transaction_delayed, EventType::transaction_shorted});
}

/// What the steps say of money and goods, in the order of the record.
class Ledger {
public:
    explicit Ledger(const domain::Subject* subject)
        : subject_(subject) {}

    void read_money(const ports::TimelineEntry& line, Handoff& into) const {
        const EventType type = *line.row.type;
        if (type == EventType::transaction_started) {
            into.money = MoneyState::under_way;
        } else if (type == EventType::transaction_completed) {
            into.money = MoneyState::moved;
            into.moved = line.row.amount ? line.row.amount : gross();
        } else if (type == EventType::transaction_doubted) {
            into.money = MoneyState::unknown;
        } else if (type == EventType::transaction_failed) {
            into.money = line.row.amount ? MoneyState::moved : MoneyState::not_moved;
            into.moved = line.row.amount;
        } else if (is_one_of(type, {EventType::transaction_cancelled, EventType::transaction_expired})) {
            into.money = into.moved ? into.money : MoneyState::not_moved; // what moved does not come back by itself
        } else if (type == EventType::transaction_returned) {
            give_back(line.row.amount ? line.row.amount : into.moved, into);
        }
    }

    static void read_goods(EventType type, Handoff& into) {
        constexpr std::pair<EventType, GoodsState> says[] = {
            {EventType::transaction_shipped, GoodsState::shipped},
            {EventType::transaction_delayed, GoodsState::delayed},
            {EventType::transaction_delivered, GoodsState::delivered},
            {EventType::transaction_shorted, GoodsState::short_delivered},
            {EventType::transaction_returned, GoodsState::returned}};
        for (const auto& [event, state] : says) {
            into.goods = type == event ? state : into.goods;
        }
    }

    static void give_back(const std::optional<domain::Money>& amount, Handoff& into) {
        into.returned = amount;
        const bool partly =
            amount && into.moved && amount->currency == into.moved->currency && amount->minor < into.moved->minor;
        into.money = partly ? MoneyState::partly_returned : MoneyState::returned;
    }

private:
    [[nodiscard]] std::optional<domain::Money> gross() const {
        return subject_ == nullptr ? std::nullopt : std::optional(subject_->gross);
    }

    const domain::Subject* subject_;
};

void read_attempt(const ports::TimelineEntry& line, const ports::CaseFile& file, Handoff& into) {
    const EventType type = *line.row.type;
    if (begins_attempt(type)) {
        if (type == EventType::transaction_amended && !into.attempts.empty() && !into.attempts.back().outcome) {
            into.attempts.back().outcome = type; // replaced before anything came of it
        }
        const auto version = std::find_if(file.versions.begin(), file.versions.end(),
                                          [&](const ports::Version& each) { return each.index == line.row.index; });
        Attempt attempt;
        attempt.index = line.row.index;
        attempt.time = line.row.time;
        attempt.what = type;
        attempt.version = line.row.version;
        attempt.amount = version == file.versions.end() ? line.row.amount : version->version.subject.gross;
        into.attempts.push_back(std::move(attempt));
    } else if (ends_attempt(type) && !into.attempts.empty()) {
        Attempt& last = into.attempts.back();
        // Held is a stop on the way: what comes after it says more.
        if (!last.outcome || last.outcome == EventType::transaction_held ||
            last.outcome == EventType::transaction_doubted) {
            last.outcome = type;
            last.code = line.code;
        }
    }
}

/// The last thing that went wrong; where nothing did, what the platform stopped it for.
std::optional<FailingStep> failing_step(const ports::CaseFile& file) {
    for (auto line = file.timeline.rbegin(); line != file.timeline.rend(); ++line) {
        if (line->row.type && is_trouble(*line->row.type)) {
            return FailingStep{line->row.index, line->row.time, *line->row.type, line->code, line->note};
        }
    }
    for (auto line = file.timeline.rbegin(); line != file.timeline.rend(); ++line) {
        const auto type = line->row.type;
        if (type == EventType::transaction_held || type == EventType::hold_placed) {
            FailingStep step{line->row.index, line->row.time, *type, line->code, line->note};
            if (!file.assessments.empty() && !file.assessments.back().findings.empty()) {
                step.code = file.assessments.back().findings.front().code;
                step.note = file.assessments.back().findings.front().text;
            }
            return step;
        }
    }
    return std::nullopt;
}

/// A refund that was carried out brings the money back; one that failed leaves it where it is.
void read_plan(const ports::CaseFile& file, Handoff& into) {
    if (!file.plan) {
        return;
    }
    for (const domain::Step& step : file.plan->steps) {
        if (step.action == domain::StepAction::refund && step.state == domain::StepState::done &&
            into.money == MoneyState::moved) {
            Ledger::give_back(into.moved, into);
        }
    }
}

bool has_goods(domain::TransactionKind kind) {
    switch (kind) {
    case domain::TransactionKind::purchase:
    case domain::TransactionKind::return_of_goods: return true;
    case domain::TransactionKind::renewal:
    case domain::TransactionKind::contract_change:
    case domain::TransactionKind::service:
    case domain::TransactionKind::appointment: return false;
    }
    return true;
}

void read_promises(const ports::CaseFile& file, Handoff& into) {
    if (!file.versions.empty()) {
        const domain::Subject& subject = file.versions.back().version.subject;
        if (subject.needed_by) {
            into.promises.push_back({PromiseKind::needed_by, subject.needed_by, 0, {}, {}});
        }
        if (subject.term_months > 0) {
            into.promises.push_back({PromiseKind::term, {}, subject.term_months, {}, {}});
        }
        if (subject.total_commitment) {
            into.promises.push_back({PromiseKind::total_commitment, {}, 0, subject.total_commitment, {}});
        }
    }
    for (auto turn = file.turns.rbegin(); turn != file.turns.rend(); ++turn) {
        if (turn->party == domain::Party::agent) {
            into.promises.push_back({PromiseKind::words_of_agent, {}, 0, {}, turn->text});
            return;
        }
    }
}

bool versions_are_complete(const ports::CaseFile& file) {
    std::int32_t expected = 1;
    for (const ports::Version& each : file.versions) {
        if (each.version.version != expected && each.version.version != expected - 1) {
            return false;
        }
        expected = each.version.version + 1;
    }
    return !file.versions.empty();
}

bool names_contract(const domain::Subject& subject) {
    return subject.contract || std::any_of(subject.lines.begin(), subject.lines.end(),
                                           [](const domain::Line& line) { return line.contract.has_value(); });
}

bool is_open(const ports::CaseFile& file) {
    return file.row.state == ports::CaseState::open || file.row.state == ports::CaseState::awaiting_second;
}

/// The counterpart spoke, or something happened that only it can do.
bool supplier_showed(const ports::CaseFile& file) {
    const bool spoke = std::any_of(file.turns.begin(), file.turns.end(),
                                   [](const domain::Turn& turn) { return turn.party == domain::Party::counterpart; });
    return spoke || std::any_of(file.timeline.begin(), file.timeline.end(), [](const ports::TimelineEntry& line) {
               return line.row.type == EventType::transaction_shipped ||
                      line.row.type == EventType::transaction_delivered ||
                      line.row.type == EventType::transaction_shorted ||
                      line.row.type == EventType::transaction_invoiced;
           });
}

/// Each question of the card, asked of the events.
bool is_unknown(Unknown what, const ports::CaseFile& file, const Handoff& card) {
    const domain::Subject* subject = file.versions.empty() ? nullptr : &file.versions.back().version.subject;
    const bool moves_goods = subject != nullptr && has_goods(subject->kind);
    const bool executed = card.money == MoneyState::moved;
    switch (what) {
    case Unknown::goal: return subject == nullptr || subject->purpose.empty();
    case Unknown::earlier_versions: return !versions_are_complete(file);
    case Unknown::agent: return !file.agent;
    case Unknown::mandate: return !file.mandate;
    case Unknown::spent_this_month: return file.mandate && file.mandate->per_month;
    case Unknown::conversation: return file.turns.empty();
    case Unknown::speaker:
        return std::any_of(file.turns.begin(), file.turns.end(),
                           [](const domain::Turn& turn) { return turn.speaker == domain::Speaker::unknown; });
    case Unknown::read_back:
        return std::any_of(file.turns.begin(), file.turns.end(), [](const domain::Turn& turn) {
            return std::any_of(turn.amounts.begin(), turn.amounts.end(),
                               [](const domain::HeardAmount& amount) { return !amount.read_back; });
        });
    case Unknown::assessment:
        return file.row.codes.empty() && (file.assessments.empty() || file.assessments.back().findings.empty());
    case Unknown::contract_terms: return subject != nullptr && names_contract(*subject);
    case Unknown::supplier_knows: return !supplier_showed(file);
    case Unknown::money: return card.money == MoneyState::unknown;
    case Unknown::goods: return moves_goods && executed && card.goods == GoodsState::not_reported;
    case Unknown::undo: return executed && !file.plan;
    case Unknown::deadline: return is_open(file) && !file.row.expires;
    case Unknown::if_nobody_acts:
        return is_open(file) && file.row.if_nobody_acts.empty() &&
               (file.assessments.empty() || file.assessments.back().if_nobody_acts.empty());
    case Unknown::cost_of_waiting: return is_open(file); // no event of the protocol has a field for it
    }
    return false;
}

} // namespace

Handoff handoff(const ports::CaseFile& file) {
    Handoff card;
    const domain::Subject* subject = file.versions.empty() ? nullptr : &file.versions.back().version.subject;
    const Ledger ledger(subject);
    for (const ports::TimelineEntry& line : file.timeline) {
        if (line.row.type) {
            read_attempt(line, file, card);
            ledger.read_money(line, card);
            Ledger::read_goods(*line.row.type, card);
        }
    }
    read_plan(file, card);
    if (subject != nullptr && !has_goods(subject->kind) && card.goods == GoodsState::not_reported) {
        card.goods = GoodsState::none_expected;
    }
    card.failing = failing_step(file);
    read_promises(file, card);
    for (int what = 0; what <= static_cast<int>(Unknown::cost_of_waiting); ++what) {
        if (is_unknown(static_cast<Unknown>(what), file, card)) {
            card.unknown.push_back(static_cast<Unknown>(what));
        }
    }
    return card;
}

} // namespace projection
