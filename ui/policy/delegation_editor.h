// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/approval.h"
#include "app/text/formats.h"
#include "ui/look/symbol.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include <optional>

namespace ui::policy {

/// One delegation in fields: the chosen one, or what becomes a new one; times are those of the screen's zone. Says
/// while one types whether it can be taken. What is not touched comes back exactly as it was.
class DelegationEditor final : public QWidget {
    Q_OBJECT
public:
    explicit DelegationEditor(const text::Formats& formats, QWidget* parent = nullptr);

    /// The chosen delegation; nothing: none is chosen. `currency`: in which new amounts are.
    void show_delegation(const std::optional<domain::Delegation>& lent, const domain::Currency& currency);
    /// Without a line of authority there is nothing to lend.
    void set_possible(bool possible);
    /// What the fields say; nothing as long as that is no delegation.
    [[nodiscard]] std::optional<domain::Delegation> delegation() const;
    [[nodiscard]] const look::Badge& validity() const { return *validity_; }

Q_SIGNALS:
    void added(const domain::Delegation& lent);
    void changed(const domain::Delegation& lent);
    void taken_out();

private:
    [[nodiscard]] QString flaw() const;
    [[nodiscard]] bool read_up_to(std::optional<domain::Money>& into) const;
    [[nodiscard]] QDateTime wall(base::Instant moment) const;
    [[nodiscard]] base::Instant moment_of(const QDateTimeEdit& field, base::Instant was) const;
    void begin_anew();
    void show_validity();

    const text::Formats& formats_;
    std::optional<domain::Delegation> chosen_;
    domain::Currency currency_;
    bool possible_ = true;
    QLineEdit* from_;
    QLineEdit* to_;
    QDateTimeEdit* since_;
    QDateTimeEdit* until_;
    QLineEdit* up_to_;
    QLineEdit* reason_;
    look::Badge* validity_;
    QPushButton* add_;
    QPushButton* change_;
    QPushButton* out_;
};

} // namespace ui::policy
