// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/case_header.h"

#include "app/ports/case_level.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/answer_words.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::case_ {

CaseHeader::CaseHeader(const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QFrame(parent)
    , clock_(clock)
    , formats_(formats)
    , tier_(new look::Badge(this))
    , state_(new look::Badge(this))
    , deadline_(new look::Badge(this))
    , answer_(new look::Badge(this))
    , order_(new look::ElidedLabel(this))
    , amount_(new look::Label(this))
    , counterpart_(new look::ElidedLabel(this))
    , agent_(new look::ElidedLabel(this))
    , nobody_(new look::ElidedLabel(this)) {
    amount_->set_type(look::Type::amount);
    amount_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    amount_->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    counterpart_->set_type(look::Type::title);
    order_->set_muted(true);
    nobody_->set_lines(2);
    agent_->set_muted(true);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(look::gap::large);
    badges->addWidget(tier_);
    badges->addWidget(state_);
    badges->addWidget(deadline_);
    badges->addStretch(1);
    auto* money = new QHBoxLayout;
    money->setSpacing(look::gap::large);
    money->addWidget(amount_);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(counterpart_);
    names->addWidget(agent_);
    money->addLayout(names, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    column->setSpacing(look::gap::tight);
    column->addLayout(badges);
    column->addLayout(money);
    auto* order = new QHBoxLayout; // what can be cut makes room for what cannot
    order->setSpacing(look::gap::large);
    order->addWidget(order_, 1);
    order_->setMinimumHeight(answer_->sizeHint().height()); // nothing below moves where no answer is due
    order->addWidget(answer_);
    column->addLayout(order);
    column->addWidget(nobody_);
}

void CaseHeader::show(const ports::CaseFile& file, const ports::Seat& seat) {
    seat_ = seat;
    const ports::CaseRow& row = file.row;
    tier_->show_level(look::level_of(ports::level_of(row)), look::Words::of(ports::level_of(row)));
    const QString state = file.is_case ? look::Words::of(row.state) : look::Words::of(row.transaction_state);
    const bool is_open = row.state == ports::CaseState::open || row.state == ports::CaseState::awaiting_second;
    state_->show_level(look::level_of(row.state), state);
    amount_->say(formats_.money(row.gross));
    amount_->setAccessibleName(text::fill(tr("Amount: %1"), {formats_.money(row.gross)}));
    const text::SafeText counterpart = text::safe(row.counterpart);
    counterpart_->say(counterpart.empty() ? tr("No counterpart named") : counterpart.qstring());
    counterpart_->setAccessibleName(text::fill(tr("Counterpart: %1"), {counterpart}));
    const text::SafeText name = file.agent ? text::safe(file.agent->name) : text::SafeText();
    const QString kind = look::Words::of(file.agent ? file.agent->kind : domain::AgentKind::other);
    agent_->say(name.empty() ? text::fill(tr("for %1, %2"), {text::safe(row.agent), kind})
                             : text::fill(tr("for %1 (%2), %3"), {name, text::safe(row.agent), kind}));
    // Nobody is told that the platform waits when it does so no longer.
    const bool waited = row.origin == ports::CaseOrigin::requested && !(file.is_case && is_open && !row.raised);
    order_->say(text::fill(tr("Order %1, version %2. %3. %4."),
                           {text::safe(row.key.id), formats_.number(row.version),
                            waited ? state : look::Words::of(row.origin), look::Words::of_hold(row)}));
    row_ = row;
    show_if_nobody_acts(file);
    settled_ = !is_open;
    tick();
}

/// In the platform's words, and said so; the line stays where nothing is known, so that nothing below it moves.
void CaseHeader::show_if_nobody_acts(const ports::CaseFile& file) {
    const bool open = file.row.state == ports::CaseState::open || file.row.state == ports::CaseState::awaiting_second;
    const domain::UntrustedText& words = file.row.if_nobody_acts.empty() && !file.assessments.empty()
                                             ? file.assessments.back().if_nobody_acts
                                             : file.row.if_nobody_acts;
    const bool unfinished = file.row.state == ports::CaseState::in_doubt ||
                            file.row.state == ports::CaseState::failed ||
                            file.row.state == ports::CaseState::partly_rolled_back;
    if (unfinished) {
        nobody_->say(tr("If nobody acts, it stays as it is: nothing mends itself here."));
    } else if (!open) {
        nobody_->say(tr("Nothing waits for a person here."));
    } else if (file.row.raised) {
        nobody_->say(tr("Nothing waits for a decision: the platform goes on, or went on, by itself."));
    } else {
        const QString policy = AnswerWords::if_nobody_acts(file.row, formats_, seat_);
        const QString platform = words.empty()
                                     ? tr("If nobody acts: the platform does not say what happens, nor what it costs.")
                                     : text::fill(tr("If nobody acts, the platform says: %1"), {text::safe(words)});
        const bool platform_first =
            !row_.escalated && row_.expires && row_.expires != row_.answer_by && row_.ends() == row_.expires;
        const QString after = platform.endsWith(QLatin1Char('.')) ? QStringLiteral("%1 %2") : QStringLiteral("%1. %2");
        const QString both = platform_first ? after : QStringLiteral("%2 %1");
        const QString end = policy.isEmpty() ? platform : text::fill(both, {platform, policy});
        const QString by = AnswerWords::escalated_by(file, formats_);
        nobody_->say(by.isEmpty() ? end : text::fill(QStringLiteral("%1 %2"), {by, end}));
    }
}

/// Both ends, each with how near it is: the sooner stands out by its level.
void CaseHeader::tick() {
    const base::Instant now = clock_.now();
    const auto show_end = [&](look::Badge& badge, const std::optional<base::Instant>& end, const QString& words) {
        badge.setVisible(end.has_value() && !settled_ && !words.isEmpty());
        if (end) {
            badge.show_level(AnswerWords::level(*end, now), words);
        }
    };
    show_end(*deadline_, row_.expires, AnswerWords::ending(row_, now));
    show_end(*answer_, row_.answer_by, AnswerWords::due(row_, now));
}

} // namespace ui::case_
