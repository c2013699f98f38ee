// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/case_cards.h"
#include "app/text/formats.h"
#include "ui/case/card.h"

namespace ui::case_ {

/// Both commands beside each other, who gave them and when, which stands, and what is so until somebody decides.
class ContradictionCard final : public Card {
    Q_OBJECT
public:
    /// `formats` must outlive the card.
    ContradictionCard(const ports::Contradiction& found, const text::Formats& formats, QWidget* parent = nullptr);

private:
    [[nodiscard]] QWidget* side(const QString& title, const std::optional<ports::Command>& command);

    const text::Formats& formats_;
};

/// A number that somebody said and that became money: what was heard, what else it could have been, what was made of
/// it, whether it was read back, and what the order says.
class HeardCard final : public Card {
    Q_OBJECT
public:
    /// `formats` must outlive the card.
    HeardCard(const ports::HeardNumber& number, const text::Formats& formats, QWidget* parent = nullptr);

private:
    [[nodiscard]] QString readings(const ports::HeardNumber& number) const;

    const text::Formats& formats_;
};

} // namespace ui::case_
