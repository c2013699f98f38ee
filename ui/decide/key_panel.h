// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/decisions.h"
#include "ui/look/notice.h"

#include <QLineEdit>
#include <QPushButton>

namespace ui::decide {

/// The passphrase of a locked key. Hidden while the key is open.
class KeyPanel final : public QWidget {
    Q_OBJECT
public:
    explicit KeyPanel(ports::Decisions& decisions, QWidget* parent = nullptr);

    void show_identity(const ports::Identity& identity);
    [[nodiscard]] bool is_open() const { return open_; }
    /// For the tour: types and presses the button.
    void unlock_with(const QString& passphrase);

Q_SIGNALS:
    void opened();

private:
    void unlock();

    ports::Decisions& decisions_;
    look::NoticeBar* notice_;
    QLineEdit* passphrase_;
    QPushButton* unlock_;
    bool open_ = false;
};

} // namespace ui::decide
