// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QGridLayout>
#include <QList>

namespace ui::frame {

/// All keys on one sheet, made from the actions themselves, so that it cannot be wrong.
class ShortcutSheet final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutSheet(const QList<QAction*>& actions, QWidget* parent = nullptr);

private:
    QGridLayout* build(const QList<QAction*>& actions);
};

} // namespace ui::frame
