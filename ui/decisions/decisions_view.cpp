// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decisions_view.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/decisions/decision_fields.h"
#include "ui/look/late_words.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

namespace ui::decisions {

namespace {

using models::case_::Align;
using ports::DecisionRow;

constexpr std::uint32_t most_rows = 500;
constexpr int tick_milliseconds = 250;

enum DecisionColumn {
    decided_column,
    verb_column,
    target_column,
    amount_column,
    state_column,
    step_column,
    person_column,
    reason_column,
    receipt_column
};

class Texts {
    Q_DECLARE_TR_FUNCTIONS(ui::decisions::Texts)
public:
    static QString receipt(const DecisionRow& row) {
        if (!row.receipt) {
            return domain::stays_here(row.decision.verb) ? tr("Never sent") : tr("None yet");
        }
        return row.receipt->code.empty() ? text::safe(row.receipt->id).qstring()
                                         : look::CodeWords::of_ruling(row.receipt->code);
    }

    static QString person(const DecisionRow& row) {
        const text::SafeText person = text::safe(row.decision.person);
        const QString name = row.simulated ? text::fill(tr("%1 (simulated)"), {person}) : person.qstring();
        return row.decision.delegation.empty()
                   ? name
                   : text::fill(tr("%1, under delegation %2"), {name, text::safe(row.decision.delegation)});
    }

    static QString target(const DecisionRow& row) {
        if (row.decision.transaction.empty()) {
            return row.decision.agent.bytes() == "*" ? tr("Whole fleet") : text::safe(row.decision.agent).qstring();
        }
        return text::safe(row.decision.transaction).qstring();
    }

    static QStringList verbs() {
        QStringList all;
        for (int verb = 0; verb <= static_cast<int>(domain::Verb::acknowledge); ++verb) {
            all.append(look::Words::of(static_cast<domain::Verb>(verb)));
        }
        return all;
    }

    static QStringList states() {
        QStringList all;
        for (int state = 0; state <= static_cast<int>(domain::DecisionState::not_applied); ++state) {
            for (int verb = 0; verb <= static_cast<int>(domain::Verb::acknowledge); ++verb) {
                all.append(look::Words::of(static_cast<domain::DecisionState>(state), static_cast<domain::Verb>(verb)));
            }
        }
        return all;
    }

    static std::vector<models::case_::Column<DecisionRow>> columns(const base::Clock& clock,
                                                                   const text::Formats& formats) {
        return {
            {tr("Decided"), [&formats](const DecisionRow& row) { return formats.date_time(row.signed_at); }},
            {tr("Decision"), [](const DecisionRow& row) { return look::Words::of(row.decision.verb); }},
            {tr("Order or agent"), &target},
            {tr("Amount"),
             [&formats](const DecisionRow& row) {
                 return row.decision.amount ? formats.money(*row.decision.amount) : QString();
             },
             Align::number},
            {tr("State"), [](const DecisionRow& row) { return look::Words::of(row.state, row.decision.verb); }},
            {tr("Next step"), [&clock](const DecisionRow& row) { return PhaseWords::next_step(row, clock.now()); }},
            {tr("Person"), &person},
            {tr("Reason"), [](const DecisionRow& row) { return look::CodeWords::of_reason(row.decision.reason_code); }},
            {tr("Receipt"), &receipt},
        };
    }
};

} // namespace

DecisionsView::DecisionsView(ports::Decisions& decisions, const base::Clock& clock, const text::Formats& formats,
                             QWidget* parent)
    : QWidget(parent)
    , decisions_(decisions)
    , clock_(clock)
    , formats_(formats)
    , model_(
          Texts::columns(clock, formats),
          [](const auto& one, const auto& other) { return one.decision.id == other.decision.id; }, this)
    , sieve_(DecisionFields::all())
    , filter_(new sieve::Bar(tr("Filter the decisions"),
                             text::fill(tr("Filter, for example: %1"), {QStringLiteral("state == \"in_doubt\"")}),
                             {QStringLiteral("decisions"), sieve_.language()},
                             {tr("pump\tthe word stands in one of the texts")}, clock, formats, this))
    , doubt_(new look::Badge(this))
    , notice_(new look::NoticeBar(this))
    , tabs_(new QTabBar(this))
    , empty_(new look::EmptyState(this))
    , table_(new look::Table(tr("Decisions"), this))
    , stack_(new QStackedWidget(this))
    , next_(new look::ElidedLabel(this))
    , withdraw_(new QPushButton(tr("&Take it back"), this))
    , ask_(new QPushButton(tr("Ask for the stat&us"), this))
    , open_(new QPushButton(tr("&Open the case"), this)) {
    build();
    connect_parts();
    decisions_.follow({this, [this](const auto& row) { take(*row); }});
    read();
}

void DecisionsView::build() {
    table_->setModel(&model_);
    table_->set_widths({look::Table::moment, 16, 14, 0, 18, 42, 12, 16, 10});
    table_->set_words(verb_column, Texts::verbs(), false);
    table_->set_words(state_column, Texts::states(), false);
    table_->set_words(step_column, PhaseWords::every_step(), false);
    table_->set_hidden({receipt_column}); // the state says that there is one; its number stands in the case
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        return index.column() == state_column ? std::optional(look::level_of(model_.row_at(index.row()).state))
                                              : std::nullopt;
    });
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto& amount = model_.row_at(index.row()).decision.amount;
            return index.column() == amount_column && amount ? &*amount : nullptr;
        },
        formats_);
    table_->setItemDelegate(delegate);
    tabs_->setAccessibleName(tr("How far they came"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    for (int tab = 0; tab <= phases_with_tab; ++tab) {
        tabs_->addTab(QString());
    }
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::large);
    bar->addWidget(new look::Label(look::Type::title, tr("Decisions"), this));
    bar->addWidget(doubt_);
    bar->addWidget(filter_, 1);
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(tabs_);
    column->addWidget(notice_);
    column->addWidget(stack_, 1);
    column->addWidget(actions());
}

/// The buttons stay where they are; what does not fit the chosen decision is dead.
QWidget* DecisionsView::actions() {
    auto* place = new QWidget(this);
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    row->setSpacing(look::gap::small);
    row->addWidget(next_, 1);
    for (QPushButton* button : {withdraw_, ask_, open_}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    return place;
}

void DecisionsView::connect_parts() {
    timer_.setInterval(tick_milliseconds);
    connect(&timer_, &QTimer::timeout, this, &DecisionsView::tick);
    connect(table_, &QTableView::activated, this, &DecisionsView::open_current);
    connect(open_, &QPushButton::clicked, this, &DecisionsView::open_current);
    connect(withdraw_, &QPushButton::clicked, this, &DecisionsView::withdraw_current);
    connect(ask_, &QPushButton::clicked, this, &DecisionsView::ask_current);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DecisionsView::show_actions);
    connect(filter_, &sieve::Bar::wanted_changed, this, [this](const filter::Wanted& wanted) {
        sieve_.set(wanted);
        show_rows();
    });
    connect(filter_, &look::FilterBar::entered, this, &DecisionsView::take_focus);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
        phase_ = tab == 0 ? std::nullopt : std::optional(static_cast<Phase>(tab - 1));
        show_rows();
    });
    const std::tuple<QString, Qt::Key, QPushButton*> keys[] = {
        {tr("Take the chosen decision &back"), Qt::Key_W, withdraw_},
        {tr("Ask for the s&tatus of the chosen decision"), Qt::Key_T, ask_}};
    for (const auto& [name, key, button] : keys) {
        auto* action = new QAction(name, this);
        action->setShortcut(key);
        action->setAutoRepeat(false);
        addAction(action);
        connect(action, &QAction::triggered, button, [pressed = button] {
            if (pressed->isVisible()) {
                pressed->click();
            }
        });
    }
}

const DecisionRow* DecisionsView::current() const {
    const int row = table_->currentIndex().row();
    return row < 0 || row >= model_.rowCount() ? nullptr : &model_.row_at(row);
}

void DecisionsView::open_current() {
    if (const DecisionRow* row = current(); row != nullptr && !row->decision.transaction.empty()) {
        Q_EMIT opened({row->decision.source, row->decision.transaction});
    }
}

void DecisionsView::withdraw_current() {
    if (const DecisionRow* row = current(); row != nullptr && can_be_withdrawn(*row)) {
        decisions_.withdraw(row->decision.id, {this, [this](const auto& answer) { take_answer(answer); }});
    }
}

void DecisionsView::ask_current() {
    if (const DecisionRow* row = current(); row != nullptr && can_be_asked_for(*row)) {
        decisions_.ask_status(row->decision.id, {this, [this](const auto& answer) { take_answer(answer); }});
    }
}

void DecisionsView::take_answer(const base::Result<DecisionRow>& row) {
    if (row.ok()) {
        notice_->clear();
        take(row.value());
    } else {
        notice_->say(row.fault());
    }
}

void DecisionsView::show_phase(std::optional<Phase> phase) {
    tabs_->setCurrentIndex(phase ? static_cast<int>(*phase) + 1 : 0);
}

void DecisionsView::tick() {
    if (std::any_of(rows_.begin(), rows_.end(), &can_be_withdrawn)) {
        show_rows();
    } else {
        timer_.stop();
    }
}

void DecisionsView::take_focus() {
    stack_->currentWidget()->setFocus();
}

void DecisionsView::read() {
    decisions_.recent(most_rows, {this, [this](base::Result<std::vector<DecisionRow>> rows) {
                                      if (!rows.ok()) {
                                          return;
                                      }
                                      const std::vector<DecisionRow> news =
                                          std::exchange(rows_, std::move(rows).value());
                                      for (auto row = news.rbegin(); row != news.rend(); ++row) {
                                          take(*row);
                                      }
                                      show_rows();
                                  }});
    show_rows();
}

void DecisionsView::take(const DecisionRow& row) {
    const auto known = std::find_if(rows_.begin(), rows_.end(),
                                    [&](const auto& other) { return other.decision.id == row.decision.id; });
    if (known != rows_.end()) {
        *known = row;
    } else {
        rows_.insert(rows_.begin(), row);
    }
    show_rows();
    Q_EMIT changed(row);
}

void DecisionsView::show_rows() {
    std::vector<DecisionRow> shown;
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(shown),
                 [this](const DecisionRow& row) { return !phase_ || phase_of(row) == *phase_; });
    const bool any = !shown.empty();
    filter::Counts counts;
    shown = sieve_.sifted(shown, counts);
    filter_->show_counts(counts);
    const domain::DecisionId chosen = current() == nullptr ? domain::DecisionId() : current()->decision.id;
    model_.set_rows(std::move(shown));
    for (int row = 0; row < model_.rowCount() && current() == nullptr && !chosen.empty(); ++row) {
        if (model_.row_at(row).decision.id == chosen) {
            table_->setCurrentIndex(model_.index(row, 0));
        }
    }
    stack_->setCurrentWidget(model_.rowCount() == 0 ? static_cast<QWidget*>(empty_) : table_);
    if (any) {
        empty_->say(look::Level::off, tr("No row passes the filter."), tr("Escape in its line empties it."));
    } else {
        empty_->say(look::Level::off, phase_ ? tr("None of this kind.") : tr("No decisions yet."),
                    phase_
                        ? tr("The other tabs may have some.")
                        : tr("Open a case in the inbox (Ctrl+1), then approve with A or reject with R. Each decision "
                             "stays here with its receipt."));
    }
    show_tabs();
    show_actions();
    if (!timer_.isActive() && std::any_of(rows_.begin(), rows_.end(), &can_be_withdrawn)) {
        timer_.start();
    }
}

void DecisionsView::show_tabs() {
    std::array<int, phases_with_tab + 1> counts{};
    for (const DecisionRow& row : rows_) {
        ++counts[static_cast<std::size_t>(phase_of(row))];
    }
    tabs_->setTabText(0, text::fill(tr("All (%1)"), {formats_.number(static_cast<std::int64_t>(rows_.size()))}));
    for (int tab = 1; tab <= phases_with_tab; ++tab) {
        const auto place = static_cast<std::size_t>(tab - 1);
        const QString name = PhaseWords::of(static_cast<Phase>(tab - 1));
        tabs_->setTabText(tab, counts[place] == 0
                                   ? name
                                   : text::fill(QStringLiteral("%1 (%2)"), {name, formats_.number(counts[place])}));
    }
    const int unsettled = counts[static_cast<std::size_t>(Phase::in_doubt)] +
                          static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [](const DecisionRow& row) {
                              return row.state == domain::DecisionState::failed;
                          }));
    const int not_done = counts[static_cast<std::size_t>(Phase::failed)];
    if (unsettled == 0 && not_done > 0) { // refused or too late: nothing hangs in the air, and it was not done
        doubt_->show_level(look::Level::caution, tr("None in doubt, %Ln not carried out", nullptr, not_done));
        return;
    }
    doubt_->show_level(unsettled == 0 ? look::Level::normal : look::Level::critical,
                       unsettled == 0 ? tr("None in doubt or failed")
                                      : tr("%Ln in doubt or failed", nullptr, unsettled));
}

void DecisionsView::show_actions() {
    const DecisionRow* row = current();
    withdraw_->setEnabled(row != nullptr && can_be_withdrawn(*row));
    ask_->setEnabled(row != nullptr && can_be_asked_for(*row));
    open_->setEnabled(row != nullptr && !row->decision.transaction.empty());
    if (row != nullptr && row->instead) {
        next_->say(text::fill(tr("%1 Next: %2"), {look::LateWords::what(*row->instead, formats_),
                                                  PhaseWords::next_step(*row, clock_.now())}));
        return;
    }
    next_->say(model_.rowCount() == 0 ? QString()
               : row == nullptr       ? tr("Choose a decision to see what can be done about it.")
                                      : text::fill(tr("Next: %1"), {PhaseWords::next_step(*row, clock_.now())}));
}

} // namespace ui::decisions
