// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/decisions.h"
#include "ui/look/notice.h"
#include "ui/look/symbol.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

namespace ui::decide {

/// First use: explains what the key is and makes it under a passphrase that is long enough.
class KeyDialog final : public QDialog {
    Q_OBJECT
public:
    explicit KeyDialog(ports::Decisions& decisions, QWidget* parent = nullptr);

    /// For the tour: types the passphrase into both fields.
    void type(const QString& passphrase);
    void press_make();

Q_SIGNALS:
    void made(const ports::Identity& identity);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void show_flaw();
    void make();

    ports::Decisions& decisions_;
    look::NoticeBar* notice_;
    QLineEdit* passphrase_;
    QLineEdit* repeated_;
    look::Badge* rule_;
    QPushButton* make_;
};

} // namespace ui::decide
