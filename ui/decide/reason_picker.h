// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QButtonGroup>
#include <QGroupBox>
#include <QPlainTextEdit>

#include <string>
#include <string_view>
#include <vector>

namespace ui::decide {

/// Why: one reason by its digit, and a note in one's own words. For a question the note is the question itself.
class ReasonPicker final : public QWidget {
    Q_OBJECT
public:
    explicit ReasonPicker(domain::Verb verb, QWidget* parent = nullptr);

    /// Empty until one is chosen.
    [[nodiscard]] std::string code() const;
    [[nodiscard]] QString note() const;
    /// Asking needs words, whatever the reason.
    [[nodiscard]] bool lacks_note() const { return needs_note_ && note().isEmpty(); }
    void choose(std::string_view code);
    void write(const QString& note);
    void clear_choice();
    [[nodiscard]] int count() const { return static_cast<int>(codes_.size()); }

Q_SIGNALS:
    void chosen();
    void note_changed();

private:
    void build();

    std::vector<std::string_view> codes_;
    bool needs_note_;
    QButtonGroup* buttons_;
    QPlainTextEdit* note_;
};

} // namespace ui::decide
