// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/case_level.h"
#include "models/queue/selection.h"
#include "models/queue/urgency.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace models::queue {

/// What a row means, beside the sentence that it reads.
enum Role {
    transaction_role = Qt::UserRole + 1, ///< QByteArray of the id; empty for the head of a group
    tier_role,                           ///< int of domain::Tier
    state_role,                          ///< int of ports::CaseState
    settled_role,                        ///< bool
    group_role,                          ///< bool: the head of a group
};

/// The words of the screen, which are made and translated in `ui`.
struct Words {
    std::function<QString(const ports::CaseRow&)> sentence; ///< the whole row, as a screen reader says it
    std::function<QString(const Group&)> group;             ///< likewise for the head of a group
};

/// The inbox: open cases in the order that a person chose (see comes_before), alike ones as one row. While a person
/// works in it nothing moves: changed cases change in place, new ones wait behind show_new(), settled ones stay until
/// then. Every change costs what it changes; arranging costs n log n and happens only when asked for.
class QueueModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit QueueModel(Words words, QObject* parent = nullptr, GroupRules rules = {});

    /// Replaces all: the open cases as the archive knows them.
    void set_cases(std::vector<ports::CaseRow> cases);
    void apply(const ports::CaseChanges& changes);
    /// True while a row is under the cursor: new cases then wait.
    void hold_new_back(bool hold);
    /// Takes in what waits, takes out what is settled, sorts. The row `keep` stays although settled.
    void show_new(const std::optional<domain::TransactionKey>& keep = {});
    void set_order(Order order, const std::optional<domain::TransactionKey>& keep = {});
    /// Which of some cases are to be shown; asked whenever the inbox is arranged.
    using Narrowing = std::function<std::vector<bool>(const std::vector<const ports::CaseRow*>&)>;
    /// Shows only those, with what waits taken in. Empty: all again.
    void set_narrowing(Narrowing narrowing, const std::optional<domain::TransactionKey>& keep = {});
    [[nodiscard]] Order order() const { return order_; }
    /// Shows or hides the members of the group whose head this row is; nothing for a case.
    void toggle_group(int row);
    /// Opens the group that hides a case.
    void reveal(const domain::TransactionKey& key);

    [[nodiscard]] int new_count() const { return static_cast<int>(waiting_.size()); }
    [[nodiscard]] int settled_count() const { return settled_; }
    /// Cases that need a person, shown or waiting.
    [[nodiscard]] int open_count() const { return open_; }
    /// Cases that the policy escalated to a seat, shown or waiting.
    [[nodiscard]] int escalated_to(const ports::Seat& seat) const;
    /// Cases opened in the second of an instant or later, shown or waiting: more than ten in ten minutes are a flood
    /// (EEMUA 191).
    [[nodiscard]] int opened_since(base::Instant instant) const;
    /// The case of a row; of the head of a group, its most urgent member.
    [[nodiscard]] const ports::CaseRow& row_at(int row) const;
    /// Nothing for a case.
    [[nodiscard]] const Group* group_at(int row) const;
    /// Whether a case stands below the head of its group.
    [[nodiscard]] bool is_member(int row) const;
    /// Of its head, and of the cases that stand below it; nothing for others and where there is no such row.
    [[nodiscard]] const Group* group_around(int row) const;
    /// All cases of the group whose head, or one of whose shown members, this row is; nothing for a case that stands in
    /// none. Those that somebody decided since the inbox was arranged are still among them.
    [[nodiscard]] std::optional<Selection> group_of(int row) const;
    /// Where a case stands; nothing when it is unknown, waits, or is inside of a closed group.
    [[nodiscard]] std::optional<int> row_of(const domain::TransactionKey& key) const;
    /// Says that time passed: waiting times and deadlines read differently now.
    void tick();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void counts_changed();

private:
    void take_in(ports::CaseRow row);
    void change_in_place(int slot, const ports::CaseRow& now);
    void bring_out(int slot);
    void keep_waiting(const ports::CaseRow& row);
    void note(const ports::CaseRow& row, int by);
    void count_opening(base::Instant opened, int by);
    void show_new_soon();
    void drop_settled(const std::optional<domain::TransactionKey>& keep);
    void show_arranged();
    void remove_vanished(const Arrangement& next);
    void rearrange(const std::function<void()>& change);
    void append_fresh(const Arrangement& next);
    void permute(const Arrangement& next);
    void rebuild_places();
    [[nodiscard]] std::vector<int> work_order() const;
    void narrow(std::vector<int>& order) const;

    Words words_;
    GroupRules rules_;
    Order order_ = Order::risk;
    std::vector<ports::CaseRow> slots_; ///< a case keeps its slot until it is dropped
    std::vector<bool> used_;
    std::vector<int> free_;
    std::unordered_map<domain::TransactionKey, int> slot_of_;
    Arrangement shown_;
    std::vector<int> row_of_slot_;  ///< -1: not visible
    std::vector<int> row_of_group_; ///< of its head
    std::vector<int> first_of_group_;
    std::set<GroupKey> opened_;
    std::unordered_map<domain::TransactionKey, ports::CaseRow> waiting_;
    std::map<std::int64_t, int> opened_in_; ///< how many in which second, of all that is shown or waits
    Narrowing narrowing_;
    QTimer calm_; ///< a long list is not arranged anew with every batch
    int open_ = 0;
    int settled_ = 0;
    bool hold_back_ = false;
};

} // namespace models::queue
