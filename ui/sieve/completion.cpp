// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sieve/completion.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/row_delegate.h"
#include "ui/sieve/function_words.h"
#include "ui/sieve/own_text.h"
#include "ui/sieve/problem_words.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>

namespace ui::sieve {

namespace {

constexpr int insert_role = Qt::UserRole + 1;
constexpr int meaning_role = Qt::UserRole + 2;
constexpr int most_visible = 12;

/// What is typed at the leading side, what it means at the trailing one.
class CompletionDelegate final : public look::RowDelegate {
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        RowDelegate::paint(painter, option, index);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(chosen ? option.palette.color(QPalette::HighlightedText)
                               : look::colours_for(option.palette).muted);
        const QRect room = option.rect.adjusted(look::row_padding, 0, -look::row_padding, 0);
        painter->drawText(room,
                          static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignTrailing) |
                                           Qt::AlignVCenter | Qt::TextSingleLine),
                          text::safe(index.data(meaning_role).toString().toStdString()).qstring());
    }
};

} // namespace

Completion::Completion(QLineEdit& line, std::shared_ptr<const filter::Language> language)
    : QObject(&line)
    , line_(line)
    , language_(std::move(language)) {
    line_.installEventFilter(this);
    connect(&line_, &QLineEdit::textEdited, this, &Completion::follow_typing);
}

QCompleter& Completion::completer() {
    if (completer_ == nullptr) {
        build();
    }
    return *completer_;
}

void Completion::build() {
    completer_ = new QCompleter(this);
    completer_->setWidget(&line_);
    completer_->setModel(&model_);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(most_visible);
    auto* list = new QListView(&line_);
    list->setUniformItemSizes(true);
    completer_->setPopup(list);
    list->setItemDelegate(new CompletionDelegate(list));
    list->setAccessibleName(tr("What can stand here"));
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this, &Completion::insert);
}

bool Completion::is_open() const {
    return completer_ != nullptr && completer_->popup()->isVisible();
}

void Completion::fill(const cel::Completions& completions) {
    replaces_ = completions.replaces;
    model_.clear();
    for (const cel::Completion& one : completions.all) {
        auto* item = new QStandardItem(own_text(one.text));
        const QString meaning = FunctionWords::of(one);
        item->setData(own_text(one.text), insert_role);
        item->setData(meaning, meaning_role);
        item->setAccessibleText(text::fill(QStringLiteral("%1, %2"), {own_text(one.text), meaning}));
        model_.appendRow(item);
    }
}

/// By itself only behind a letter of a name, or where operators and values may stand; never over plain words.
void Completion::follow_typing() {
    const std::string before = line_.text().left(line_.cursorPosition()).toStdString();
    const cel::Completions completions = language_->complete(before, before.size());
    const bool typing = completions.replaces.end > completions.replaces.begin;
    const bool few = !completions.all.empty() && completions.all.size() <= most_visible;
    const bool complete =
        completions.all.size() == 1 && completions.all.front().text == before.substr(completions.replaces.begin);
    if ((typing || few) && !completions.all.empty() && !complete) {
        offer();
    } else {
        completer().popup()->hide();
    }
}

void Completion::offer() {
    const std::string before = line_.text().left(line_.cursorPosition()).toStdString();
    fill(language_->complete(before, before.size()));
    if (model_.rowCount() == 0) {
        completer().popup()->hide();
        return;
    }
    QRect below(line_.rect());
    below.setWidth(std::min(below.width(), line_.fontMetrics().averageCharWidth() * 72));
    completer().complete(below);
    completer().popup()->setCurrentIndex({});
}

void Completion::insert(const QModelIndex& index) {
    const QString text = index.data(insert_role).toString();
    if (text.isEmpty()) {
        return;
    }
    const std::string whole = line_.text().toStdString();
    const Stretch from =
        replaces_.end > replaces_.begin ? stretch_of(replaces_, whole) : Stretch{line_.cursorPosition(), 0};
    line_.setSelection(from.first, line_.cursorPosition() - from.first);
    line_.insert(text);
    Q_EMIT line_.textEdited(line_.text());
}

bool Completion::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &line_ && event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.key() == Qt::Key_Space && key.modifiers() == Qt::ControlModifier) {
            offer();
            return true;
        }
        if (key.key() == Qt::Key_Down && key.modifiers() == Qt::NoModifier && !is_open()) {
            offer();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::sieve
