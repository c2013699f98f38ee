// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/spend.h"
#include "app/text/formats.h"

#include <QComboBox>
#include <QPushButton>
#include <QWidget>

#include <array>

class QAction;

namespace ui::spend {

/// Whose tiers the screen shows, and where our policy and the platform disagree: how many orders, and behind the button
/// each class with its figures, to look at that class alone.
class Comparison final : public QWidget {
    Q_OBJECT
public:
    explicit Comparison(const text::Formats& formats, QWidget* parent = nullptr);

    void set_by(ports::TierBy by);
    [[nodiscard]] ports::TierBy by() const;
    void show_answer(const ports::SpendAnswer& answer);

    [[nodiscard]] QPushButton& button() const { return *button_; }
    /// By Agreement.
    [[nodiscard]] const std::array<QAction*, ports::agreements>& actions_by_class() const { return classes_; }

    /// "Our policy is stricter".
    [[nodiscard]] static QString words(ports::Agreement agreement);

Q_SIGNALS:
    void by_changed(ports::TierBy by);
    /// A person wants to see the orders of one class alone.
    void chosen(ports::Agreement agreement);

private:
    const text::Formats& formats_;
    QComboBox* choice_;
    QPushButton* button_;
    std::array<QAction*, ports::agreements> classes_{};
};

} // namespace ui::spend
