// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPointer>

namespace ui::frame {

class CommandModel;

/// Every action that there is now, found by typing parts of its words: the way to what one does not remember, and the
/// way to learn its key. Made from the actions of the window and of everything in it, so that nothing is missing.
class CommandPalette final : public QDialog {
    Q_OBJECT
public:
    explicit CommandPalette(const QList<QAction*>& actions, QWidget* parent = nullptr);

    /// Actions of a window that a person can want: those with words; no separators, no menus, no parts of controls.
    [[nodiscard]] static QList<QAction*> actions_of(const QObject& window);
    [[nodiscard]] int count() const;
    [[nodiscard]] QLineEdit& words() const { return *words_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void run();

    CommandModel* model_;
    QLineEdit* words_;
    QListView* list_;
};

} // namespace ui::frame
