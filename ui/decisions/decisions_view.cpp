// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decisions_view.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::decisions {

namespace {

using models::case_::Align;
using ports::DecisionRow;

constexpr std::uint32_t most_rows = 500;

enum DecisionColumn { decided_column, verb_column, target_column, amount_column, state_column };

/// What a person can do about a decision in this state, or what happens by itself.
class Texts {
    Q_DECLARE_TR_FUNCTIONS(ui::decisions::Texts)
public:
    static QString next_step(domain::DecisionState state) {
        using enum domain::DecisionState;
        switch (state) {
        case drafted: return tr("Not signed");
        case refused: return tr("Escalate it to somebody who may");
        case awaiting_second: return tr("A second person has to sign");
        case signed_: return tr("Is sent as soon as the gateway can be reached");
        case held: return tr("Can still be taken back");
        case withdrawn: return tr("Nothing was sent");
        case sent: return tr("Waits for the gateway's answer");
        case accepted: return tr("Waits for the platform to carry it out");
        case refused_by_gateway: return tr("Nothing was done: open the case and read why");
        case in_doubt: return tr("The status is being asked for; nothing is done twice");
        case executed: return tr("Done");
        case failed: return tr("Open the case: the platform could not do it");
        case void_: return tr("Open the case: decide about the new version");
        case not_applied: return tr("Nothing was done: it was too late");
        }
        return {};
    }

    static QString receipt(const DecisionRow& row) {
        if (!row.receipt) {
            return tr("None yet");
        }
        return row.receipt->code.empty() ? text::safe(row.receipt->id).qstring()
                                         : look::CodeWords::of_ruling(row.receipt->code);
    }

    static QString person(const DecisionRow& row) {
        const text::SafeText person = text::safe(row.decision.person);
        return row.simulated ? text::fill(tr("%1 (simulated)"), {person}) : person.qstring();
    }

    static QString target(const DecisionRow& row) {
        if (row.decision.transaction.empty()) {
            return row.decision.agent.bytes() == "*" ? tr("Whole fleet") : text::safe(row.decision.agent).qstring();
        }
        return text::safe(row.decision.transaction).qstring();
    }

    static std::vector<models::case_::Column<DecisionRow>> columns(const text::Formats& formats) {
        return {
            {tr("Decided"), [&formats](const DecisionRow& row) { return formats.date_time(row.signed_at); }},
            {tr("Decision"), [](const DecisionRow& row) { return look::Words::of(row.decision.verb); }},
            {tr("Order or agent"), &target},
            {tr("Amount"),
             [&formats](const DecisionRow& row) {
                 return row.decision.amount ? formats.money(*row.decision.amount) : QString();
             },
             Align::number},
            {tr("State"), [](const DecisionRow& row) { return look::Words::of(row.state); }},
            {tr("Next step"), [](const DecisionRow& row) { return next_step(row.state); }},
            {tr("Person"), &person},
            {tr("Reason"), [](const DecisionRow& row) { return look::CodeWords::of_reason(row.decision.reason_code); }},
            {tr("Receipt"), &receipt},
        };
    }
};

} // namespace

DecisionsView::DecisionsView(ports::Decisions& decisions, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , decisions_(decisions)
    , formats_(formats)
    , model_(
          Texts::columns(formats),
          [](const auto& one, const auto& other) { return one.decision.id == other.decision.id; }, this)
    , doubt_(new look::Badge(this))
    , empty_(new look::EmptyState(this))
    , table_(new look::Table(tr("Decisions"), this))
    , stack_(new QStackedWidget(this)) {
    build();
    decisions_.follow({this, [this](const auto& row) { take(*row); }});
    read();
}

void DecisionsView::build() {
    empty_->say(look::Level::off, tr("No decisions yet."),
                tr("Open a case in the inbox (Ctrl+1), then approve with A or reject with R. Each decision stays here "
                   "with its receipt."));
    table_->setModel(&model_);
    table_->set_widths({36, 14, 18, 0, 22, 36, 16, 20, 22});
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
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) {
        const domain::Decision& decision = model_.row_at(index.row()).decision;
        if (!decision.transaction.empty()) {
            Q_EMIT opened({decision.source, decision.transaction});
        }
    });
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::large);
    bar->addWidget(new look::Label(look::Type::title, tr("Decisions"), this));
    bar->addWidget(doubt_);
    bar->addStretch(1);
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(stack_, 1);
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
    model_.set_rows(rows_);
    stack_->setCurrentWidget(rows_.empty() ? static_cast<QWidget*>(empty_) : table_);
    const auto unsettled = std::count_if(rows_.begin(), rows_.end(), [](const DecisionRow& row) {
        return row.state == domain::DecisionState::in_doubt || row.state == domain::DecisionState::failed;
    });
    doubt_->show_level(unsettled == 0 ? look::Level::normal : look::Level::critical,
                       unsettled == 0 ? tr("None in doubt or failed")
                                      : tr("%n in doubt or failed", nullptr, static_cast<int>(unsettled)));
}

} // namespace ui::decisions
