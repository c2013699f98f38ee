// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/group_review.h"

#include <algorithm>
#include <utility>

// Before the signing: leases, bytes, and what is left out.

namespace ui::decide {

namespace {

using namespace std::chrono_literals;

constexpr int renew_milliseconds = 60'000; ///< half of the lease that gateways give
constexpr int fresh_milliseconds = 1'000;
/// Bytes are made anew when so little is left of what they grant, so that whoever reads long loses neither the while in
/// which a decision can be taken back nor the time in which it is valid.
constexpr base::Microseconds least_undo = 5s;
constexpr base::Microseconds least_validity = 3min;

} // namespace

std::optional<LeftOut> undecidable(const ports::CaseRow& row, const domain::PersonId& person, base::Instant now) {
    using enum ports::CaseState;
    if (row.state == in_doubt || row.transaction_state == domain::TransactionState::in_doubt) {
        return LeftOut::in_doubt;
    }
    switch (row.state) {
    case open:
    case awaiting_second: break;
    case decided:
    case rejected:
    case executed: return LeftOut::decided;
    case expired: return LeftOut::expired;
    case in_doubt: return LeftOut::in_doubt;
    case failed:
    case rolled_back:
    case partly_rolled_back:
    case withdrawn:
    case acknowledged: return LeftOut::not_held;
    }
    if (row.conflict) {
        return LeftOut::contradictory;
    }
    if (row.raised) {
        return LeftOut::raised;
    }
    if (row.expires && *row.expires <= now) {
        return LeftOut::expired;
    }
    const bool claimed = !row.claimed_by.empty() && row.claimed_by != person && row.claim_expires.value_or(now) > now;
    return claimed ? std::optional(LeftOut::claimed) : std::nullopt;
}

bool GroupReview::may_go_at_once(domain::Verb verb) {
    switch (verb) {
    case domain::Verb::ask:
    case domain::Verb::hold:
    case domain::Verb::reject:
    case domain::Verb::escalate: return true;
    case domain::Verb::approve:
    case domain::Verb::approve_reduced:
    case domain::Verb::roll_back:
    case domain::Verb::resolve:
    case domain::Verb::stop:
    case domain::Verb::resume:
    case domain::Verb::acknowledge: return false;
    }
    return false;
}

GroupReview::GroupReview(ports::Decisions& decisions, const base::Clock& clock, domain::Verb verb,
                         const models::queue::Selection& chosen, domain::PersonId person, QObject* parent)
    : QObject(parent)
    , decisions_(decisions)
    , clock_(clock)
    , verb_(verb)
    , person_(std::move(person))
    , chosen_{{}, chosen.key, chosen.apart, {}}
    , late_(chosen.waiting) {
    Q_ASSERT(may_go_at_once(verb));
    const std::size_t taken = std::min(chosen.rows.size(), most);
    beyond_ = static_cast<int>(chosen.rows.size() - taken);
    for (std::size_t i = 0; i < chosen.rows.size(); ++i) {
        if (i >= taken) {
            chosen_.apart.insert(chosen.rows[i].key);
            continue;
        }
        GroupOrder order;
        order.row = chosen.rows[i];
        if (const auto why = undecidable(order.row, person_, clock_.now())) {
            order.stage = OrderStage::left_out;
            order.why = *why;
            order.who = order.row.claimed_by;
        }
        orders_.push_back(std::move(order));
    }
    renew_.setInterval(renew_milliseconds);
    connect(&renew_, &QTimer::timeout, this, [this] {
        for (int place = 0; place < size(); ++place) {
            claim(place);
        }
    });
    fresh_.setInterval(fresh_milliseconds);
    connect(&fresh_, &QTimer::timeout, this, &GroupReview::look_again_in_time);
}

void GroupReview::begin() {
    for (int place = 0; place < size(); ++place) {
        claim(place);
        make_bytes(place);
    }
    renew_.start();
    fresh_.start();
}

bool GroupReview::lacks_question() const {
    return verb_ == domain::Verb::ask && note_.empty();
}

/// Whether it is still among those that will be signed.
bool GroupReview::is_open(int place) const {
    const OrderStage stage = orders_[static_cast<std::size_t>(place)].stage;
    return stage == OrderStage::looking || stage == OrderStage::ready || stage == OrderStage::waiting;
}

void GroupReview::give_reason(const std::string& code, const std::string& note) {
    if (begun_) {
        return;
    }
    reason_ = code;
    note_ = note;
    for (int place = 0; place < size(); ++place) {
        if (is_open(place)) {
            at(place).stage = OrderStage::looking;
            make_bytes(place);
        }
    }
}

/// As for a single case: colleagues see that somebody is looking. That the gateway cannot be reached is of no
/// consequence, that somebody else holds the lease is.
void GroupReview::claim(int place) {
    if (!is_open(place)) {
        return;
    }
    decisions_.claim(at(place).row.key, {this, [this, place](const base::Result<domain::ClaimChanged>& given) {
                                             take_claim(place, given);
                                         }});
}

void GroupReview::take_claim(int place, const base::Result<domain::ClaimChanged>& given) {
    GroupOrder& order = at(place);
    const bool is_signed = order.stage == OrderStage::signing || order.stage == OrderStage::signed_;
    if (given.ok() && !is_signed && (gone_ || !is_open(place))) {
        decisions_.release(order.row.key, given->epoch); // nothing comes of it any more
    } else if (given.ok()) {
        order.epoch = given->epoch;
    } else if (given.fault().code == base::FaultCode::conflict && is_open(place)) {
        leave_out(place, LeftOut::claimed);
    }
}

void GroupReview::make_bytes(int place) {
    GroupOrder& order = at(place);
    const std::uint64_t question = ++order.question;
    if (!is_open(place) || lacks_question()) {
        order.review.reset();
        Q_EMIT order_changed(place);
        return;
    }
    ports::Draft draft;
    draft.verb = verb_;
    draft.key = order.row.key;
    draft.version = order.row.version;
    draft.digest = order.row.digest;
    draft.agent = order.row.agent;
    draft.reason_code = reason_;
    draft.reason_text = domain::UntrustedText(note_);
    decisions_.review(std::move(draft), {this, [this, place, question](const base::Result<ports::Review>& review) {
                                             take_bytes(place, question, review);
                                         }});
    Q_EMIT order_changed(place);
}

void GroupReview::take_bytes(int place, std::uint64_t question, const base::Result<ports::Review>& review) {
    GroupOrder& order = at(place);
    if (question != order.question || !(order.stage == OrderStage::looking || order.stage == OrderStage::ready)) {
        return;
    }
    if (!review.ok()) {
        order.fault = review.fault();
        leave_out(place, review.fault().code == base::FaultCode::stale ? LeftOut::amended : LeftOut::unknown);
        return;
    }
    if (review->standing == ports::Standing::refused) {
        order.code = review->code;
        order.review = review.value();
        leave_out(place, LeftOut::ruled);
        return;
    }
    order.review = review.value();
    order.can_be_undone = order.review->decision.not_before > clock_.now();
    order.stage = OrderStage::ready;
    Q_EMIT order_changed(place);
}

void GroupReview::leave_out(int place, LeftOut why) {
    GroupOrder& order = at(place);
    order.stage = OrderStage::left_out;
    order.why = why;
    if (const std::int64_t epoch = std::exchange(order.epoch, 0); epoch > 0) {
        decisions_.release(order.row.key, epoch);
    }
    Q_EMIT order_changed(place);
    Q_EMIT dropped(place);
}

/// The bytes on the screen are replaced by such as grant the same from now on; until these are there the old ones
/// stand.
void GroupReview::look_again_in_time() {
    const base::Instant now = clock_.now();
    for (int place = 0; place < size() && !begun_; ++place) {
        const GroupOrder& order = at(place);
        if (order.stage != OrderStage::ready) {
            continue;
        }
        const domain::Decision& decision = order.review->decision;
        if ((order.can_be_undone && decision.not_before - now < least_undo) ||
            decision.not_after - now < least_validity) {
            make_bytes(place);
        }
    }
}

void GroupReview::note_case(const ports::CaseRow& row) {
    for (int place = 0; place < size(); ++place) {
        if (at(place).row.key == row.key) {
            note_own(place, row);
            return;
        }
    }
    const bool comes_late = chosen_.key && models::queue::is_alike(row, *chosen_.key) &&
                            !chosen_.apart.contains(row.key) && late_.insert(row.key).second;
    if (comes_late) {
        Q_EMIT late_came();
    }
}

void GroupReview::note_own(int place, const ports::CaseRow& row) {
    GroupOrder& order = at(place);
    if (!is_open(place)) {
        return;
    }
    if (row.version != order.row.version || row.digest != order.row.digest) {
        leave_out(place, LeftOut::amended);
        return;
    }
    if (const auto why = undecidable(row, person_, clock_.now())) {
        order.who = row.claimed_by;
        leave_out(place, *why);
        return;
    }
    // Bytes that name an older lease of one's own would be refused.
    const bool mine = order.stage == OrderStage::ready && row.claimed_by == person_ && !person_.empty();
    if (mine && order.review->decision.claim_epoch != 0 && order.review->decision.claim_epoch != row.claim_epoch) {
        make_bytes(place);
    }
}

std::optional<std::vector<domain::Money>> GroupReview::sums() const {
    std::vector<domain::Money> sums;
    bool complete = true;
    for (const GroupOrder& order : orders_) {
        const bool counts = order.stage == OrderStage::ready || order.stage == OrderStage::looking;
        if (counts) {
            const bool known = order.review && order.review->subject;
            models::queue::add_amount(sums, known ? order.review->subject->gross : order.row.gross, complete);
        }
    }
    return complete ? std::optional(std::move(sums)) : std::nullopt;
}

} // namespace ui::decide
