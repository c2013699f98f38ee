// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/command_palette.h"

#include "app/text/fill.h"
#include "ui/look/label.h"
#include "ui/look/row_delegate.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace ui::frame {

namespace {

QString words_of(const QAction& action) {
    return action.text().remove(u'&').remove(QStringLiteral(" …"));
}

QString keys_of(const QAction& action) {
    QStringList keys;
    const auto shortcuts = action.shortcuts();
    for (const QKeySequence& key : shortcuts) {
        keys += key.toString(QKeySequence::NativeText);
    }
    return keys.join(QStringLiteral(", "));
}

/// How well a command fits what was typed; nothing when it does not. Every typed word has to begin a word of the
/// command, or to stand somewhere in it; the earlier the better.
std::optional<int> fit(const QString& command, const QStringList& typed) {
    int score = 0;
    for (const QString& word : typed) {
        const auto at = command.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0) {
            return std::nullopt;
        }
        const bool begins = at == 0 || !command.at(at - 1).isLetterOrNumber();
        score += static_cast<int>(at) + (begins ? 0 : 1000);
    }
    return score;
}

} // namespace

class CommandModel final : public QAbstractListModel {
public:
    CommandModel(const QList<QAction*>& actions, QObject* parent)
        : QAbstractListModel(parent) {
        for (QAction* action : actions) {
            actions_.push_back(action);
        }
        search({});
    }

    void search(const QStringList& typed) {
        std::vector<std::pair<int, QPointer<QAction>>> found;
        for (const auto& action : actions_) {
            const auto score = action && action->isEnabled() ? fit(words_of(*action), typed) : std::nullopt;
            if (score) {
                found.emplace_back(*score, action);
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& one, const auto& other) { return one.first < other.first; });
        beginResetModel();
        shown_.clear();
        for (auto& [score, action] : found) {
            shown_.push_back(std::move(action));
        }
        endResetModel();
    }

    [[nodiscard]] QAction* action_at(int row) const { return shown_.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] QString keys_at(int row) const {
        const QAction* action = action_at(row);
        return action == nullptr ? QString() : keys_of(*action);
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(shown_.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const QAction* action = index.isValid() ? action_at(index.row()) : nullptr;
        if (action == nullptr) {
            return {};
        }
        if (role == Qt::DisplayRole) {
            return words_of(*action);
        }
        if (role == Qt::AccessibleTextRole) {
            return text::fill(QStringLiteral("%1, %2"), {words_of(*action), keys_of(*action)});
        }
        return {};
    }

private:
    std::vector<QPointer<QAction>> actions_;
    std::vector<QPointer<QAction>> shown_;
};

namespace {

/// The words at the leading side, the key at the trailing one.
class CommandDelegate final : public look::RowDelegate {
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        RowDelegate::paint(painter, option, index);
        const look::Colours& colours = look::colours_for(option.palette);
        painter->setPen(colours.muted);
        const QRect room = option.rect.adjusted(look::row_padding, 0, -look::row_padding, 0);
        painter->drawText(room,
                          static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignTrailing) |
                                           Qt::AlignVCenter | Qt::TextSingleLine),
                          static_cast<const CommandModel*>(index.model())->keys_at(index.row()));
    }
};

} // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
    , model_(new CommandModel(actions, this))
    , words_(new QLineEdit(this))
    , list_(new QListView(this)) {
    setWindowTitle(tr("Commands"));
    words_->setAccessibleName(tr("Search for a command"));
    words_->setPlaceholderText(tr("Type what you want to do"));
    list_->setAccessibleName(tr("Commands"));
    list_->setModel(model_);
    list_->setItemDelegate(new CommandDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::medium, look::gap::medium, look::gap::medium, look::gap::medium);
    column->setSpacing(look::gap::small);
    column->addWidget(words_);
    column->addWidget(list_, 1);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 64, look::row_height(font()) * 14 + metrics.height() * 4);
    words_->installEventFilter(this);
    connect(words_, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(words_, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(list_, &QListView::activated, this, &CommandPalette::run);
    connect(list_, &QListView::clicked, this, &CommandPalette::run);
    search();
}

QList<QAction*> CommandPalette::actions_of(const QObject& window) {
    QList<QAction*> wanted;
    const auto all = window.findChildren<QAction*>();
    for (QAction* action : all) {
        // Line edits and menus make actions of their own, which have keys of the system.
        const bool part = action->objectName().startsWith(QStringLiteral("_q_")) || action->menu() != nullptr ||
                          action->parent() == nullptr || action->parent()->inherits("QLineEdit") ||
                          action->parent()->inherits("QMenu");
        if (!part && !action->isSeparator() && !action->text().isEmpty()) {
            wanted.push_back(action);
        }
    }
    return wanted;
}

int CommandPalette::count() const {
    return model_->rowCount();
}

void CommandPalette::search() {
    model_->search(words_->text().simplified().split(u' ', Qt::SkipEmptyParts));
    list_->setCurrentIndex(model_->index(0, 0));
}

/// The keyboard stays in the line; up and down move in the list below it.
bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == words_ && event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const int by = key.key() == Qt::Key_Down       ? 1
                       : key.key() == Qt::Key_Up       ? -1
                       : key.key() == Qt::Key_PageDown ? 10
                       : key.key() == Qt::Key_PageUp   ? -10
                                                       : 0;
        if (by != 0 && count() > 0) {
            const int row = std::clamp(list_->currentIndex().row() + by, 0, count() - 1);
            list_->setCurrentIndex(model_->index(row, 0));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

/// After the palette is gone, so that what the command opens does not stand behind it.
void CommandPalette::run() {
    const QModelIndex current = list_->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const QPointer<QAction> action = model_->action_at(current.row());
    accept();
    if (action) {
        QTimer::singleShot(0, action.data(), &QAction::trigger);
    }
}

} // namespace ui::frame
