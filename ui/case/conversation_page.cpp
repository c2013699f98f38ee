// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/conversation_page.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/own_view_bar.h"
#include "ui/look/passage.h"
#include "ui/look/words.h"

#include <QHBoxLayout>

namespace ui::case_ {

namespace {
constexpr std::size_t most_turns = 200; ///< the newest ones; each is a widget of its own
constexpr std::int32_t certain_permille = 850;
} // namespace

ConversationPage::ConversationPage(const text::Formats& formats, QWidget* parent)
    : QStackedWidget(parent)
    , formats_(formats)
    , empty_(new look::EmptyState(this))
    , area_(new QScrollArea(this)) {
    empty_->say(look::Level::off, tr("Nothing was said."),
                tr("This order came without a conversation, or its platform does not pass it on."));
    auto* page = new QWidget(area_);
    column_ = new QVBoxLayout(page);
    column_->setSpacing(look::gap::small);
    column_->addStretch(1);
    area_->setWidget(page);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setAccessibleName(tr("Conversation"));
    addWidget(empty_);
    addWidget(area_);
}

void ConversationPage::show(const ports::CaseFile& file, bool covered) {
    setCurrentIndex(file.turns.empty() ? 0 : 1);
    if (file.turns == shown_ && covered == covered_) {
        return;
    }
    shown_ = file.turns;
    covered_ = covered;
    while (column_->count() > 1) {
        QLayoutItem* item = column_->takeAt(0);
        delete item->widget();
        delete item;
    }
    const std::size_t skipped = shown_.size() > most_turns ? shown_.size() - most_turns : 0;
    if (skipped > 0) {
        auto* note = new look::Label(
            look::Type::small,
            tr("%Ln earlier turn(s) are in the record and not shown here.", nullptr, static_cast<int>(skipped)), this);
        note->set_muted(true);
        column_->insertWidget(0, note);
    }
    for (std::size_t i = skipped; i < shown_.size(); ++i) {
        column_->insertWidget(column_->count() - 1, frame_for(shown_[i]));
    }
}

/// Our side stands at the leading edge, the other side is moved in.
QWidget* ConversationPage::frame_for(const ports::SaidTurn& turn) {
    auto* place = new QWidget(this);
    auto* column = new QVBoxLayout(place);
    const bool other_side = turn.party == domain::Party::counterpart;
    const int indent = 4 * look::gap::huge / 2;
    column->setContentsMargins(other_side ? indent : 0, 0, other_side ? 0 : indent, 0);
    column->setSpacing(look::gap::tight);
    auto* frame = new look::SpeechFrame(12, place);
    frame->set_speaker(turn.speaker);
    column->addWidget(frame);
    if (covered_ && turn.party == domain::Party::agent) {
        frame->say_instead(text::fill(QStringLiteral("%1 · %2"), {look::Words::of(turn.party), OwnView::cover()}));
        return place;
    }
    frame->show(who(turn), text::safe(turn.text, text::passage));
    const QString numbers = heard(turn);
    if (!numbers.isEmpty()) {
        auto* note = new look::Label(look::Type::small, numbers, place);
        column->addWidget(note);
    }
    return place;
}

QString ConversationPage::who(const ports::SaidTurn& turn) const {
    const text::SafeText name = text::safe(turn.speaker_name);
    QString line =
        name.empty()
            ? text::fill(tr("%1 · %2 · %3"),
                         {look::Words::of(turn.party), look::Words::of(turn.speaker), look::Words::of(turn.channel)})
            : text::fill(tr("%1 (%2) · %3 · %4"), {look::Words::of(turn.party), name, look::Words::of(turn.speaker),
                                                   look::Words::of(turn.channel)});
    if (turn.time != base::Instant{}) {
        line = text::fill(QStringLiteral("%1 · %2"), {formats_.time(turn.time), line});
    }
    if (turn.confidence_permille) {
        const QString share = formats_.permille(*turn.confidence_permille);
        line += QStringLiteral(" · ") + text::fill(*turn.confidence_permille < certain_permille
                                                       ? tr("understood with only %1")
                                                       : tr("understood with %1"),
                                                   {share});
    }
    return line;
}

QString ConversationPage::heard(const domain::Turn& turn) const {
    QStringList lines;
    for (const domain::HeardAmount& amount : turn.amounts) {
        lines +=
            text::fill(tr("Heard %1, understood as %2."), {text::safe(amount.said), formats_.money(amount.understood)});
        lines += amount.read_back ? text::fill(tr("Read back: %1."), {text::safe(*amount.read_back)})
                                  : tr("It was not read back.");
    }
    for (const domain::HeardAlternative& other : turn.alternatives) {
        lines += text::fill(tr("Could also be %1 (%2)."),
                            {text::safe(other.text), formats_.permille(other.confidence_permille)});
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui::case_
