// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/archive.h"
#include "app/ports/newsroom.h"
#include "app/text/formats.h"
#include "models/queue/queue_model.h"
#include "models/sieve/sieve.h"
#include "ui/case/case_view.h"
#include "ui/look/notice.h"
#include "ui/sieve/bar.h"

#include <QComboBox>
#include <QPushButton>
#include <QStackedWidget>

#include <optional>

namespace ui::inbox {

class GroupPage;
class QueueList;

/// The page on which a manager works: the cases at the leading side, the chosen one beside them.
class InboxView final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the view.
    InboxView(ports::Newsroom& newsroom, ports::Archive& archive, const base::Clock& clock,
              const text::Formats& formats, QWidget* parent = nullptr);

    void take_focus();
    void show_health(const ports::Health& health);
    /// Shows any transaction in the case pane, also one that is no case.
    void open(const domain::TransactionKey& key);
    void step(int by);
    /// The most urgent case that still needs a person; false where there is none.
    bool select_worst();
    /// The head of the first group; false where there is none.
    bool select_group();
    void show_new();
    void refresh();
    void set_order(models::queue::Order order);
    /// Whether the head of a group is chosen: the page beside the list is that of the group.
    [[nodiscard]] bool is_group_chosen() const;
    /// Asks for a review of all of the group that is chosen, or of which a case is; see why_not_at_once().
    void want_at_once(domain::Verb verb);
    /// Why that cannot be, in a sentence; empty: it can.
    [[nodiscard]] QString why_not_at_once(domain::Verb verb) const;
    /// Who sits here: whose own claims are "you", whose view is awaited, who may approve; what the policy escalated to
    /// them stands out.
    void set_seat(const ports::Seat& seat);
    [[nodiscard]] QPushButton& mine_button() const { return *mine_; }
    /// Once a second: waiting times, deadlines and states of the page.
    void tick();

    [[nodiscard]] const models::queue::QueueModel& model() const { return model_; }
    [[nodiscard]] case_::CaseView& case_view() const { return *case_; }
    [[nodiscard]] sieve::Bar& filter() const { return *filter_; }
    [[nodiscard]] QString notice() const { return notice_->sentence(); }

Q_SIGNALS:
    void open_count_changed(int count);
    /// Cases that the policy escalated to whoever sits here.
    void mine_count_changed(int count);
    void cases_changed(const ports::CaseChanges& changes);
    /// All of a group, as it is now, are to be dealt with at once.
    void decision_at_once_wanted(domain::Verb verb, const models::queue::Selection& chosen);

private:
    void build();
    void read_open_cases();
    void take(const ports::CaseChanges& changes);
    void show_state();
    void show_empty();
    void show_mine_count();
    void narrow_again();
    void narrow(const filter::Wanted& wanted);
    [[nodiscard]] std::vector<bool> passing(const std::vector<const ports::CaseRow*>& rows);
    void hold_back_or_not();
    [[nodiscard]] QWidget* build_list();
    void connect_parts();
    void connect_group();
    void show_current(const QModelIndex& current);
    void show_group(int row);
    void unfold(bool open);
    void page_case(bool forward);

    ports::Archive& archive_;
    const base::Clock& clock_;
    const text::Formats& formats_;
    ports::Seat seat_;
    models::queue::QueueModel model_;
    ports::Health health_;
    bool read_ = false;                 ///< the archive has answered
    std::vector<ports::CaseRow> early_; ///< news that came before its answer

    models::sieve::Sieve<ports::CaseRow> sieve_;
    filter::Counts sifted_; ///< of what the filter was last asked about
    sieve::Bar* filter_;
    look::Label* counts_;
    QPushButton* mine_;
    QComboBox* order_;
    QPushButton* pill_;
    look::NoticeBar* notice_;
    QueueList* list_;
    look::EmptyState* empty_;
    QStackedWidget* stack_;
    QStackedWidget* beside_; ///< the case, or the group whose head is chosen
    case_::CaseView* case_;
    GroupPage* group_;
};

} // namespace ui::inbox
