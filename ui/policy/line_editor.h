// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/approval.h"
#include "app/text/formats.h"
#include "ui/look/symbol.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include <optional>

namespace ui::policy {

/// One line of authority in fields: the chosen one, or what becomes a new one. Says while one types whether it can be
/// taken. What is not touched comes back exactly as it was.
class LineEditor final : public QWidget {
    Q_OBJECT
public:
    explicit LineEditor(const text::Formats& formats, QWidget* parent = nullptr);

    /// The chosen line; nothing: none is chosen. `currency`: in which new amounts are.
    void show_line(const std::optional<domain::AuthorityLine>& line, const domain::Currency& currency);
    /// What the fields say; nothing as long as that is no line.
    [[nodiscard]] std::optional<domain::AuthorityLine> line() const;
    [[nodiscard]] const look::Badge& validity() const { return *validity_; }

Q_SIGNALS:
    void added(const domain::AuthorityLine& line);
    void changed(const domain::AuthorityLine& line);
    void taken_out();

private:
    [[nodiscard]] QString flaw() const;
    [[nodiscard]] std::optional<domain::Money> amount() const;
    void begin_anew();
    void show_validity();

    const text::Formats& formats_;
    std::optional<domain::AuthorityLine> chosen_;
    domain::Currency currency_;
    QComboBox* kind_;
    QLineEdit* who_;
    QLineEdit* up_to_;
    QLineEdit* categories_;
    QLineEdit* cost_centres_;
    QLineEdit* groups_;
    look::Badge* validity_;
    QPushButton* add_;
    QPushButton* change_;
    QPushButton* out_;
};

} // namespace ui::policy
