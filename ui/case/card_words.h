// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/case_cards.h"
#include "app/text/formats.h"
#include "ui/case/card.h"

#include <QCoreApplication>

namespace ui::case_ {

/// The sentences of the cards, translated. Each says what the events say and no more.
class CardWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::CardWords)
public:
    [[nodiscard]] static QString of(ports::Unknown what);
    [[nodiscard]] static QString of(ports::ContradictionKind kind);
    [[nodiscard]] static QString of(ports::Stands stands);
    [[nodiscard]] static QString of(ports::SafeDefault safe);
    [[nodiscard]] static QString of(ports::OrderSays says);
    [[nodiscard]] static QString outcome(const ports::Attempt& attempt);
    [[nodiscard]] static Check money(const ports::Handoff& card, const text::Formats& formats);
    [[nodiscard]] static Check goods(ports::GoodsState state);
    [[nodiscard]] static Check failing(const ports::FailingStep& step);
    /// Nothing for the agent's words, which have a frame of their own.
    [[nodiscard]] static std::optional<Check> promise(const ports::Promise& promise, const text::Formats& formats);
    [[nodiscard]] static Check mandate(const ports::MandateCheck& check, const text::Formats& formats);
    /// What about a heard number asks for attention; empty: nothing.
    [[nodiscard]] static std::vector<Check> doubts(const ports::HeardNumber& number);

private:
    [[nodiscard]] static QString point(ports::MandatePoint point);
    [[nodiscard]] static QString fit(const ports::MandateCheck& check);
};

} // namespace ui::case_
