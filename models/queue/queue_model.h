// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/feed.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace models::queue {

/// What a row means, beside the sentence that it reads.
enum Role {
    transaction_role = Qt::UserRole + 1, ///< QByteArray of the id
    tier_role,                           ///< int of domain::Tier
    state_role,                          ///< int of ports::CaseState
    settled_role,                        ///< bool
};

/// The words of the screen, which are made and translated in `ui`.
struct Words {
    std::function<QString(const ports::CaseRow&)> sentence; ///< the whole row, as a screen reader says it
};

/// The inbox: open cases in the order of their urgency (see more_urgent). While a person works in it nothing moves:
/// changed cases change in place, new ones wait behind show_new(), settled ones stay until then.
class QueueModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit QueueModel(Words words, QObject* parent = nullptr);

    /// Replaces all: the open cases as the archive knows them.
    void set_cases(std::vector<ports::CaseRow> cases);
    void apply(const ports::CaseChanges& changes);
    /// True while a row is under the cursor: new cases then wait.
    void hold_new_back(bool hold);
    /// Takes in what waits, takes out what is settled, sorts. The row `keep` stays although settled.
    void show_new(const std::optional<domain::TransactionKey>& keep = {});

    [[nodiscard]] int new_count() const { return static_cast<int>(waiting_.size()); }
    [[nodiscard]] int settled_count() const;
    /// Cases that need a person, shown or waiting.
    [[nodiscard]] int open_count() const;
    /// Cases opened at or after an instant, shown or waiting: more than ten in ten minutes are a flood (EEMUA 191).
    [[nodiscard]] int opened_since(base::Instant instant) const;
    [[nodiscard]] const ports::CaseRow& row_at(int row) const;
    [[nodiscard]] std::optional<int> row_of(const domain::TransactionKey& key) const;
    /// Says that time passed: waiting times and deadlines read differently now.
    void tick();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void counts_changed();

private:
    void change_in_place(int row, const ports::CaseRow& now);
    void keep_waiting(const ports::CaseRow& row);
    void rebuild_places();

    Words words_;
    std::vector<ports::CaseRow> rows_;
    std::unordered_map<domain::TransactionKey, int> places_;
    std::vector<ports::CaseRow> waiting_;
    bool hold_back_ = false;
};

} // namespace models::queue
