// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filter/language.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>

#include <memory>

namespace ui::sieve {

/// The list below a line that says what may stand at the cursor. It opens by itself while a name is typed and by
/// Ctrl+Space anywhere; nothing in it is chosen before an arrow key, so Enter keeps its meaning.
class Completion final : public QObject {
    Q_OBJECT
public:
    Completion(QLineEdit& line, std::shared_ptr<const filter::Language> language);

    /// Opens the list with all that may stand at the cursor; closes it where that is nothing.
    void offer();
    [[nodiscard]] bool is_open() const;
    [[nodiscard]] QCompleter& completer();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void follow_typing();
    void fill(const cel::Completions& completions);
    void insert(const QModelIndex& index);

    QLineEdit& line_;
    std::shared_ptr<const filter::Language> language_;
    QStandardItemModel model_;
    QCompleter* completer_ = nullptr; ///< made when it is first wanted: most lines never are
    cel::Place replaces_;
};

} // namespace ui::sieve
