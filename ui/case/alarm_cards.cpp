// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/alarm_cards.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/card_words.h"
#include "ui/look/facts.h"
#include "ui/look/passage.h"
#include "ui/look/words.h"

#include <QHBoxLayout>

#include <algorithm>

namespace ui::case_ {

namespace {

using look::Fact;

constexpr int command_lines = 4;
constexpr std::size_t most_readings = 5;

look::Level level_of(const ports::HeardNumber& number) {
    look::Level worst = look::Level::normal;
    for (const Check& doubt : CardWords::doubts(number)) {
        worst = std::max(worst, doubt.level);
    }
    return worst;
}

} // namespace

ContradictionCard::ContradictionCard(const ports::Contradiction& found, const text::Formats& formats, QWidget* parent)
    : Card(look::Level::critical, CardWords::of(found.kind), parent)
    , formats_(formats) {
    auto* sides = new QHBoxLayout;
    sides->setSpacing(look::gap::large);
    sides->addWidget(side(tr("The first"), found.first), 1);
    sides->addWidget(side(tr("The second"), found.second), 1);
    body().addLayout(sides);
    auto* verdict = new CheckList(this);
    std::vector<Check> checks = {{look::Level::critical, tr("Which stands"), CardWords::of(found.stands)},
                                 {look::Level::normal, tr("Safe default"), CardWords::of(found.safe)}};
    if (found.safe == ports::SafeDefault::already_executed || found.safe == ports::SafeDefault::nobody_knows) {
        checks.back().level = look::Level::serious;
    }
    if (found.more > 0) {
        checks.push_back({look::Level::caution, tr("More"),
                          tr("%Ln more of this kind; the timeline has them all", nullptr,
                             static_cast<int>(std::min<std::uint32_t>(found.more, 1'000'000)))});
    }
    verdict->show(checks);
    body().addWidget(verdict);
}

QWidget* ContradictionCard::side(const QString& title, const std::optional<ports::Command>& command) {
    auto* place = new QWidget(this);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::tight);
    column->addWidget(new look::Label(look::Type::strong, title, place));
    if (!command) {
        auto* missing = new look::Label(look::Type::body, tr("Not on record."), place);
        missing->set_muted(true);
        column->addWidget(missing);
        column->addStretch(1);
        return place;
    }
    std::vector<Fact> facts = {
        Fact::outside(tr("Who"), text::safe(command->who)),
        Fact::own(tr("When"), command->when ? formats_.date_time(*command->when) : tr("Not known")),
    };
    if (command->verb) {
        facts.push_back(Fact::own(tr("Decided"), look::Words::of(*command->verb)));
    }
    if (command->report) {
        facts.push_back(Fact::own(tr("Report"), look::EventWords::of(command->report)));
    }
    if (command->version) {
        facts.push_back(Fact::own(tr("Version"), formats_.number(*command->version)));
    }
    if (command->amount) {
        facts.push_back(Fact::amount(tr("Amount"), *command->amount));
    }
    auto* list = new look::Facts(formats_, place);
    list->show(facts);
    column->addWidget(list);
    if (!command->words.empty()) {
        auto* frame = new look::SpeechFrame(command_lines, place);
        frame->show(tr("In their words:"), text::safe(command->words, text::passage));
        column->addWidget(frame);
    }
    column->addStretch(1);
    return place;
}

HeardCard::HeardCard(const ports::HeardNumber& number, const text::Formats& formats, QWidget* parent)
    : Card(level_of(number), tr("Heard and meant"), parent)
    , formats_(formats) {
    auto* doubts = new CheckList(this);
    doubts->show(CardWords::doubts(number));
    doubts->setVisible(doubts->count() > 0);
    body().addWidget(doubts);
    const text::SafeText who = text::safe(number.who);
    auto* facts = new look::Facts(formats_, this);
    facts->show({
        Fact::own(tr("Said by"),
                  who.empty() ? text::fill(QStringLiteral("%1, %2"),
                                           {look::Words::of(number.party), look::Words::of(number.speaker)})
                              : text::fill(QStringLiteral("%1, %2, %3"),
                                           {who, look::Words::of(number.party), look::Words::of(number.speaker)})),
        Fact::outside(tr("Heard"), text::safe(number.heard.said)),
        Fact::own(tr("Recognised with"),
                  number.confidence_permille ? formats_.permille(*number.confidence_permille) : tr("Not said")),
        Fact::own(tr("Could be"), readings(number)),
        Fact::amount(tr("Understood as"), number.heard.understood),
        Fact::own(tr("Read back"), number.heard.read_back ? text::safe(*number.heard.read_back).qstring()
                                                          : tr("No: nobody repeated it")),
        number.order ? Fact::amount(tr("The order says"), *number.order)
                     : Fact::own(tr("The order says"), tr("There is no order yet")),
    });
    body().addWidget(facts);
}

QString HeardCard::readings(const ports::HeardNumber& number) const {
    QStringList all;
    for (std::size_t i = 0; i < std::min(number.alternatives.size(), most_readings); ++i) {
        const domain::HeardAlternative& each = number.alternatives[i];
        //: %1 is what may have been said, %2 how likely
        all += text::fill(tr("%1 (%2)"), {text::safe(each.text), formats_.permille(each.confidence_permille)});
    }
    return all.isEmpty() ? tr("No other reading was given") : all.join(QStringLiteral(" · "));
}

} // namespace ui::case_
