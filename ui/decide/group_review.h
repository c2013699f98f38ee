// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/decisions.h"
#include "models/queue/selection.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ui::decide {

/// Where one order of a group stands.
enum class OrderStage {
    looking,   ///< its bytes are being made
    ready,     ///< will be signed as it stands in its review
    left_out,  ///< cannot be decided with the others; `why` says why
    waiting,   ///< the signing goes on, its turn has not come
    signing,   ///< being signed and written to the record
    signed_,   ///< on record: `decision` says what became of it
    refused,   ///< not signed: the rules or the record said no; `fault` says why
    not_begun, ///< not signed: somebody stopped before its turn came, or the key or the record did
};

/// Why an order is left out of what is done at once.
enum class LeftOut {
    decided,       ///< somebody decided it already
    expired,       ///< nobody decided in time
    not_held,      ///< for another reason nobody waits for a decision any more
    raised,        ///< the platform never held it: there is only our own finding
    contradictory, ///< its versions contradict each other
    in_doubt,      ///< to be resolved first
    claimed,       ///< somebody else looks at it; `who` is known or empty
    amended,       ///< it changed since the review was opened
    ruled,         ///< the rules say no; `code` says why
    unknown,       ///< its bytes could not be made; `fault` says why
};

struct GroupOrder {
    ports::CaseRow row; ///< as it was when the review was opened
    OrderStage stage = OrderStage::looking;
    LeftOut why = LeftOut::unknown;
    domain::PersonId who;                       ///< who looks at it, where that is why
    std::string code;                           ///< of the ruling, where that is why
    std::optional<base::Fault> fault;           ///< of the review, or of the signing
    std::optional<ports::Review> review;        ///< what would be signed, or was
    std::optional<ports::DecisionRow> decision; ///< as the record holds it
    std::int64_t epoch = 0;                     ///< of our lease on it, 0 without one
    bool can_be_undone = false;                 ///< its tier has a while in which it can be taken back
    std::uint64_t question = 0;                 ///< the newest; answers to older ones are dropped
};

/// What became of one order, as it is counted at the end.
enum class GroupOutcome { done, under_way, taken_back, refused, in_doubt, left_out, not_begun };
[[nodiscard]] GroupOutcome outcome_of(const GroupOrder& order);

/// Many decisions of one verb with one reason, each by itself: a lease, bytes, the law's word, a signature, a commit
/// and a delivery of its own, by the same calls as a single one. What cannot be decided is left out alone and says why;
/// what becomes alike later is counted and not included. The signatures are made one after the other, each when the one
/// before is on record: stopping, or the end of the program, leaves what is signed signed and the rest open.
class GroupReview final : public QObject {
    Q_OBJECT
public:
    /// Only verbs that stop an order or hand it on go at once, see may_go_at_once(). All must outlive the review.
    GroupReview(ports::Decisions& decisions, const base::Clock& clock, domain::Verb verb,
                const models::queue::Selection& chosen, domain::PersonId person, QObject* parent = nullptr);

    /// Of how many at most: more are told apart by nobody.
    static constexpr std::size_t most = 100;
    [[nodiscard]] static bool may_go_at_once(domain::Verb verb);

    /// Takes the leases and makes the bytes. Asking needs its question first.
    void begin();
    void give_reason(const std::string& code, const std::string& note);
    /// Signs what is ready, in the order of the list.
    void sign();
    /// The order that is being signed is finished; those behind it are not begun.
    void stop();
    /// Takes back what was not sent yet.
    void withdraw_all();
    void ask_status_of_all();
    void withdraw(int place);
    void ask_status(int place);
    /// Gives back the leases on what was not signed.
    void let_go();

    void note_case(const ports::CaseRow& row);
    void note_decision(const ports::DecisionRow& row);

    [[nodiscard]] const std::vector<GroupOrder>& orders() const { return orders_; }
    [[nodiscard]] domain::Verb verb() const { return verb_; }
    [[nodiscard]] int count(OrderStage stage) const;
    [[nodiscard]] int count(GroupOutcome outcome) const;
    /// In a state of its decision; 0 of those that have none.
    [[nodiscard]] int count(domain::DecisionState state) const;
    /// Of what is ready; one per currency. Nothing: a sum is beyond 64 bits.
    [[nodiscard]] std::optional<std::vector<domain::Money>> sums() const;
    /// Alike ones that are not included because they came later.
    [[nodiscard]] int late_count() const { return static_cast<int>(late_.size()); }
    /// How many of the group stand beyond `most`.
    [[nodiscard]] int beyond() const { return beyond_; }
    [[nodiscard]] bool is_looking() const { return count(OrderStage::looking) > 0; }
    [[nodiscard]] bool has_begun() const { return begun_; }
    [[nodiscard]] bool is_running() const { return begun_ && !over_; }
    [[nodiscard]] bool is_over() const { return over_; }
    [[nodiscard]] bool was_stopped() const { return stopping_; }
    /// Why all that were left were not begun: the key, the disk or the record said no to everything.
    [[nodiscard]] const std::optional<base::Fault>& stopped_by() const { return stopped_by_; }

Q_SIGNALS:
    void order_changed(int place);
    /// An order that was to be signed is not any more.
    void dropped(int place);
    void late_came();
    /// Something could not be taken back, or not be asked for.
    void failed(const base::Fault& fault);
    void over();

private:
    void claim(int place);
    void take_claim(int place, const base::Result<domain::ClaimChanged>& given);
    void make_bytes(int place);
    void take_bytes(int place, std::uint64_t question, const base::Result<ports::Review>& review);
    void leave_out(int place, LeftOut why);
    void look_again_in_time();
    void note_own(int place, const ports::CaseRow& row);
    void sign_next();
    void take_signed(int place, const base::Result<ports::DecisionRow>& row);
    void take_row(const base::Result<ports::DecisionRow>& row);
    void finish();
    [[nodiscard]] bool lacks_question() const;
    [[nodiscard]] bool is_open(int place) const;
    [[nodiscard]] GroupOrder& at(int place) { return orders_[static_cast<std::size_t>(place)]; }
    [[nodiscard]] int size() const { return static_cast<int>(orders_.size()); }

    ports::Decisions& decisions_;
    const base::Clock& clock_;
    domain::Verb verb_;
    domain::PersonId person_;
    models::queue::Selection chosen_; ///< without its rows
    std::vector<GroupOrder> orders_;
    std::set<domain::TransactionKey> late_;
    std::string reason_;
    std::string note_;
    int beyond_ = 0;
    bool begun_ = false;
    bool over_ = false;
    bool stopping_ = false;
    bool gone_ = false; ///< the leases were given back
    std::optional<base::Fault> stopped_by_;
    QTimer renew_;
    QTimer fresh_;
};

/// Why an order cannot be decided with a verb that stops it or hands it on, as far as its row says; nothing: it can.
[[nodiscard]] std::optional<LeftOut> undecidable(const ports::CaseRow& row, const domain::PersonId& person,
                                                 base::Instant now);

} // namespace ui::decide
