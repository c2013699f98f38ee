// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/handoff_page.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/alarm_cards.h"
#include "ui/case/card_words.h"
#include "ui/case/own_view_bar.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QGridLayout>

#include <algorithm>

namespace ui::case_ {

namespace {

using look::Fact;

constexpr std::size_t most_cards = 5; ///< of a kind; the pages behind have the rest
constexpr int most_attempts = 6;      ///< rows without scrolling
constexpr int amount_column = 2;

class AttemptWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::AttemptWords)
public:
    static std::vector<models::case_::Column<ports::Attempt>> columns(const text::Formats& formats) {
        using ports::Attempt;
        return {
            {tr("Time"), [&formats](const Attempt& attempt) { return formats.date_time(attempt.time); }},
            {tr("Attempt"),
             [&formats](const Attempt& attempt) {
                 return text::fill(tr("%1, version %2"),
                                   {look::EventWords::of(attempt.what), formats.number(attempt.version)});
             }},
            {tr("Amount"),
             [&formats](const Attempt& attempt) { return attempt.amount ? formats.money(*attempt.amount) : QString(); },
             models::case_::Align::number},
            {tr("What came of it"), &CardWords::outcome},
            {tr("Why"), [](const Attempt& attempt) { return look::CodeWords::of_step(attempt.code); }},
        };
    }
};

} // namespace

HandoffPage::HandoffPage(const text::Formats& formats, QWidget* parent)
    : QScrollArea(parent)
    , formats_(formats)
    , attempts_(
          AttemptWords::columns(formats),
          [](const ports::Attempt& one, const ports::Attempt& other) { return one.index == other.index; }, this) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Handoff"));
    build();
}

look::Label* HandoffPage::title(const QString& words) {
    return new look::Label(look::Type::strong, words, widget());
}

void HandoffPage::build() {
    auto* page = new QWidget(this);
    setWidget(page);
    alarms_ = new QVBoxLayout;
    alarms_->setSpacing(look::gap::small);
    goal_ = new look::SpeechFrame(4, page);
    proposal_ = new look::Facts(formats_, page);
    standing_ = new CheckList(page);
    failing_words_ = new look::SpeechFrame(3, page);
    attempts_title_ = title(tr("What was tried"));
    table_ = new look::Table(tr("Attempts and their outcomes"), page);
    table_->setModel(&attempts_);
    table_->set_widths({look::Table::moment, 22, 0, 17, 30});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto& amount = attempts_.row_at(index.row()).amount;
            return index.column() == amount_column && amount ? &*amount : nullptr;
        },
        formats_);
    table_->setItemDelegate(delegate);
    promises_ = new CheckList(page);
    promised_ = new look::SpeechFrame(3, page);
    unknown_ = new CheckList(page);

    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(look::gap::medium, look::gap::medium, look::gap::medium, look::gap::medium);
    grid->setHorizontalSpacing(look::gap::huge);
    grid->setVerticalSpacing(look::gap::small);
    const auto column = [](std::initializer_list<QWidget*> widgets) {
        auto* made = new QVBoxLayout;
        made->setSpacing(look::gap::tight);
        for (QWidget* widget : widgets) {
            made->addWidget(widget);
        }
        made->addStretch(1);
        return made;
    };
    grid->addLayout(alarms_, 0, 0, 1, 2);
    grid->addLayout(column({title(tr("Goal")), goal_, title(tr("Where it stands")), standing_, failing_words_}), 1, 0);
    grid->addLayout(column({title(tr("What is proposed")), proposal_}), 1, 1);
    grid->addLayout(column({attempts_title_, table_}), 3, 0, 1, 2);
    grid->addLayout(column({title(tr("Promises made")), promises_, promised_}), 4, 0);
    grid->addLayout(column({title(tr("What is not known")), unknown_}), 4, 1);
    grid->setRowStretch(5, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void HandoffPage::show(const ports::CaseFile& file, bool covered) {
    const ports::Handoff& card = file.cards.handoff;
    show_alarms(file.cards);
    const bool known = !file.row.purpose.empty();
    if (!known || covered) {
        goal_->say_instead(known ? OwnView::cover() : tr("The agent does not say why it wants this."));
    } else {
        goal_->show(tr("The agent says why it wants this:"), text::safe(file.row.purpose, text::passage));
    }
    show_proposal(file);
    show_standing(card);
    show_attempts(card);
    show_promises(card, covered);
    show_unknown(card);
}

void HandoffPage::show_alarms(const ports::CaseCards& cards) {
    while (QLayoutItem* item = alarms_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(cards.contradictions.size(), most_cards); ++i) {
        alarms_->addWidget(new ContradictionCard(cards.contradictions[i], formats_, widget()));
    }
    for (std::size_t i = 0; i < std::min(cards.heard.size(), most_cards); ++i) {
        alarms_->addWidget(new HeardCard(cards.heard[i], formats_, widget()));
    }
}

void HandoffPage::show_proposal(const ports::CaseFile& file) {
    const ports::CaseRow& row = file.row;
    std::vector<Fact> facts;
    if (!file.versions.empty()) {
        const domain::Subject& subject = file.versions.back().version.subject;
        facts.push_back(Fact::own(tr("Kind"), look::Words::of(subject.kind)));
        facts.push_back(Fact::amount(tr("Gross"), subject.gross));
        if (subject.total_commitment) {
            facts.push_back(Fact::amount(tr("Total over the term"), *subject.total_commitment));
        }
        facts.push_back(Fact::outside(subject.side == domain::Side::buying ? tr("Supplier") : tr("Customer"),
                                      text::safe(subject.supplier.name)));
        facts.push_back(Fact::outside(tr("Payee"), text::safe(subject.payee.name)));
        facts.push_back(Fact::outside(tr("Account"), text::safe(subject.payee.account)));
    }
    if (!file.assessments.empty()) {
        facts.push_back(
            Fact::own(tr("The platform asks for"), look::CodeWords::of_escalation(file.assessments.back().escalation)));
    }
    if (row.expires) {
        facts.push_back(Fact::own(tr("Waits until"), formats_.date_time(*row.expires)));
    }
    if (row.answer_by) {
        facts.push_back(Fact::own(tr("Answer due"), formats_.date_time(*row.answer_by)));
    }
    proposal_->show(facts);
}

void HandoffPage::show_standing(const ports::Handoff& card) {
    std::vector<Check> checks = {CardWords::money(card, formats_), CardWords::goods(card.goods)};
    if (card.failing) {
        checks.push_back(CardWords::failing(*card.failing));
        failing_words_->show(tr("The platform says about it:"), text::safe(card.failing->note, text::passage));
    }
    failing_words_->setVisible(card.failing && !card.failing->note.empty());
    standing_->show(checks);
}

void HandoffPage::show_attempts(const ports::Handoff& card) {
    attempts_.set_rows(card.attempts);
    attempts_title_->setVisible(!card.attempts.empty());
    table_->setVisible(!card.attempts.empty());
    table_->fit_height(most_attempts);
}

void HandoffPage::show_promises(const ports::Handoff& card, bool covered) {
    std::vector<Check> checks;
    promised_->setVisible(false);
    for (const ports::Promise& promise : card.promises) {
        if (const auto check = CardWords::promise(promise, formats_)) {
            checks.push_back(*check);
        } else {
            covered ? promised_->say_instead(OwnView::cover())
                    : promised_->show(tr("The agent said last, and may have promised:"),
                                      text::safe(promise.words, text::passage));
            promised_->setVisible(true);
        }
    }
    if (checks.empty()) {
        checks.push_back({look::Level::off, tr("None"), tr("No event names one")});
    }
    promises_->show(checks);
}

void HandoffPage::show_unknown(const ports::Handoff& card) {
    std::vector<Check> checks;
    for (const ports::Unknown what : card.unknown) {
        checks.push_back({look::Level::standby, {}, CardWords::of(what)});
    }
    if (checks.empty()) {
        checks.push_back({look::Level::normal, tr("Nothing"), tr("The events answer every question on this page")});
    }
    unknown_->show(checks);
}

} // namespace ui::case_
