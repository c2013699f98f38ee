// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/progress_panel.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/late_words.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::decide {

namespace {

using look::Fact;

constexpr int tick_milliseconds = 250;
constexpr std::array stage_states = {domain::DecisionState::signed_, domain::DecisionState::sent,
                                     domain::DecisionState::accepted, domain::DecisionState::executed};

/// How many stages a decision in this state has passed for certain.
int stages_passed(domain::DecisionState state) {
    using enum domain::DecisionState;
    switch (state) {
    case drafted:
    case refused: return 0;
    case awaiting_second:
    case signed_:
    case held:
    case withdrawn: return 1;
    case sent:
    case in_doubt:
    case refused_by_gateway:
    case void_:
    case not_applied: return 2;
    case accepted:
    case failed: return 3;
    case executed: return 4;
    }
    return 0;
}

} // namespace

ProgressPanel::ProgressPanel(const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , clock_(clock)
    , formats_(formats)
    , notice_(new look::NoticeBar(this))
    , receipt_(new look::Facts(formats, this))
    , advice_(new look::SpeechFrame(3, this)) {
    auto* row = new QHBoxLayout;
    row->setSpacing(look::gap::large);
    for (look::Badge*& stage : stages_) {
        stage = new look::Badge(this);
        row->addWidget(stage);
    }
    row->addStretch(1);
    timer_.setInterval(tick_milliseconds);
    connect(&timer_, &QTimer::timeout, this, &ProgressPanel::tick);
    connect(notice_, &look::NoticeBar::pressed, this, [this] {
        if (state_ == domain::DecisionState::held) {
            Q_EMIT withdrawal_wanted();
        } else {
            Q_EMIT status_wanted();
        }
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::small);
    column->addWidget(new look::Label(look::Type::strong, tr("What became of it"), this));
    column->addLayout(row);
    column->addWidget(notice_);
    column->addWidget(receipt_);
    column->addWidget(advice_);
    column->addStretch(1);
}

void ProgressPanel::show(const ports::DecisionRow& row) {
    state_ = row.state;
    not_before_ = row.decision.not_before;
    if (state_ == domain::DecisionState::held) {
        timer_.start();
    } else {
        timer_.stop();
    }
    if (domain::stays_here(row.decision.verb)) {
        show_on_record(row);
        return;
    }
    show_stages(row.state);
    show_receipt(row);
    show_advice(row);
}

/// What is never sent has one stage and no receipt.
void ProgressPanel::show_on_record(const ports::DecisionRow& row) {
    for (look::Badge* stage : stages_) {
        stage->setVisible(stage == stages_.front());
    }
    stages_.front()->show_level(look::Level::normal, look::Words::of(row.state, row.decision.verb));
    notice_->say(look::Level::normal, tr("The case is settled. Nothing was sent to the gateway."));
    receipt_->show({Fact::outside(tr("Decision"), text::safe(row.decision.id)),
                    Fact::outside(tr("Signed by"), text::safe(row.decision.person))});
    advice_->setVisible(false);
}

/// The stage that went wrong says so in its place; those behind it stay open.
void ProgressPanel::show_stages(domain::DecisionState state) {
    const int passed = stages_passed(state);
    for (int i = 0; i < static_cast<int>(stages_.size()); ++i) {
        const auto place = static_cast<std::size_t>(i);
        const bool last = i == passed - 1;
        const bool as_planned = stage_states[place] == state || !last;
        stages_[place]->setVisible(i < passed || state != domain::DecisionState::withdrawn);
        stages_[place]->show_level(i >= passed ? look::Level::off
                                   : last      ? look::level_of(state)
                                               : look::Level::normal,
                                   look::Words::of(as_planned ? stage_states[place] : state));
    }
}

void ProgressPanel::show_receipt(const ports::DecisionRow& row) {
    if (!row.receipt) {
        const bool taken_back = row.state == domain::DecisionState::withdrawn;
        receipt_->show(
            {Fact::own(tr("Receipt"), taken_back ? tr("None: the gateway was never asked.")
                                                 : tr("None yet. The gateway signs one when it has answered.")),
             Fact::outside(tr("Decision"), text::safe(row.decision.id))});
        advice_->setVisible(false);
        return;
    }
    const domain::Receipt& receipt = *row.receipt;
    std::vector<Fact> facts = {
        Fact::own(tr("Receipt"), look::Words::of(receipt.outcome)),
        Fact::outside(tr("Receipt number"), text::safe(receipt.id)),
        Fact::own(tr("Issued"), formats_.date_time(receipt.issued)),
        Fact::outside(tr("Decision"), text::safe(row.decision.id)),
    };
    if (!receipt.code.empty()) {
        facts.push_back(Fact::own(tr("Because"), look::CodeWords::of_ruling(receipt.code)));
    }
    receipt_->show(facts);
    advice_->show(tr("The gateway says:"), text::safe(receipt.advice, text::passage));
    advice_->setVisible(!receipt.advice.empty());
}

void ProgressPanel::tick() {
    if (state_ == domain::DecisionState::held) {
        say_held();
    }
}

void ProgressPanel::say_held() {
    const auto left = std::chrono::ceil<std::chrono::seconds>(not_before_ - clock_.now()).count();
    notice_->say(look::Level::standby,
                 left > 0 ? tr("Sent in %n second(s). You can still take it back.", nullptr, static_cast<int>(left))
                          : tr("Being sent now. It may be too late to take it back."),
                 tr("&Undo"));
}

void ProgressPanel::show_advice(const ports::DecisionRow& row) {
    using enum domain::DecisionState;
    if (row.instead) {
        notice_->say(look::Level::serious,
                     text::fill(QStringLiteral("%1 %2."), {look::LateWords::what(*row.instead, formats_),
                                                           look::LateWords::next_step(*row.instead)}));
        return;
    }
    switch (row.state) {
    case in_doubt:
        notice_->say(look::Level::critical,
                     tr("The answer was lost. Reeve asks for the status and sends the same bytes again; nothing is "
                        "done twice."),
                     tr("Ask for the &status now"));
        break;
    case held: say_held(); break;
    case awaiting_second:
        notice_->say(look::Level::caution, tr("Signed by you. A second person has to sign before it is carried out."));
        break;
    case refused_by_gateway:
        notice_->say(look::Level::serious, tr("The gateway refused it, so nothing was done. The reason is below."));
        break;
    case failed:
        notice_->say(look::Level::critical,
                     tr("It was accepted, but the platform could not carry it out. Look at the case."));
        break;
    case void_:
        notice_->say(look::Level::serious,
                     tr("The order was amended before this took effect. Decide about the new version."));
        break;
    case not_applied:
        notice_->say(look::Level::serious,
                     tr("Too late: the order had expired or was final already. Nothing was done."));
        break;
    case signed_:
    case sent:
        if (row.fault) {
            notice_->say(look::Level::serious, look::CodeWords::of_delivery(*row.fault));
        } else {
            notice_->clear();
        }
        break;
    case withdrawn:
        notice_->say(look::Level::normal, tr("Taken back. Nothing was sent; the case waits as before."));
        break;
    case drafted:
    case refused:
    case accepted:
    case executed: notice_->clear(); break;
    }
}

} // namespace ui::decide
