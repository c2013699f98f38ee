// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/text_page.h"

#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/theme.h"

#include <QFontDatabase>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::policy {

namespace {

constexpr int most_problem_rows = 5;

/// Bytes of UTF-8 as characters of the editor.
int characters(const std::string& text, std::size_t bytes) {
    return static_cast<int>(text::for_editor(std::string_view(text).substr(0, bytes)).size());
}

/// One line of a megabyte freezes an editor for most of a minute.
QString in_lines(const std::string& text) {
    constexpr qsizetype longest = 20'000;
    QString shown = text::for_editor(text);
    qsizetype begin = 0;
    for (qsizetype at = 0; at < shown.size(); ++at) {
        if (shown.at(at) == u'\n') {
            begin = at + 1;
        } else if (at - begin >= longest && shown.at(at) == u',') {
            shown.insert(at + 1, u'\n');
        }
    }
    return shown;
}

} // namespace

TextPage::TextPage(QWidget* parent)
    : QWidget(parent)
    , editor_(new QPlainTextEdit(this))
    , model_(
          {{tr("Line"), [](const Row& row) { return row.line > 0 ? QString::number(row.line) : QStringLiteral("—"); },
            models::case_::Align::number},
           {tr("How bad"), [](const Row& row) { return row.problem.fatal ? tr("Wrong") : tr("Doubtful"); }},
           {tr("What is wrong"),
            [](const Row& row) { return text::safe(std::string_view(row.problem.what)).qstring(); }},
           {tr("Place"), [](const Row& row) { return text::safe(std::string_view(row.problem.place)).qstring(); }}},
          [](const Row&, const Row&) { return false; })
    , table_(new look::Table(tr("Problems of the policy"), this)) {
    editor_->setAccessibleName(tr("Policy as text"));
    editor_->setLineWrapMode(QPlainTextEdit::NoWrap);
    editor_->setTabChangesFocus(true); // the keyboard has to get out again
    editor_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    editor_->setLayoutDirection(Qt::LeftToRight); // JSON is
    table_->setModel(&model_);
    table_->set_widths({6, 9, 60, 30});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap::small, 0, 0);
    column->addWidget(editor_, 1);
    column->addWidget(table_);
    table_->hide();
    connect(editor_, &QPlainTextEdit::textChanged, this, [this] {
        if (!setting_) {
            Q_EMIT typed();
        }
    });
    connect(table_, &QAbstractItemView::activated, this, &TextPage::go_to);
    connect(table_, &QAbstractItemView::clicked, this, &TextPage::go_to);
}

std::string TextPage::text() const {
    return editor_->toPlainText().toStdString();
}

void TextPage::set_text(const std::string& text) {
    const QString shown = in_lines(text);
    if (editor_->toPlainText() == shown) {
        return;
    }
    setting_ = true;
    const int stood = editor_->textCursor().position();
    const int scrolled = editor_->verticalScrollBar()->value();
    QTextCursor cursor(editor_->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(shown);
    cursor.setPosition(std::min(stood, editor_->document()->characterCount() - 1));
    editor_->setTextCursor(cursor);
    editor_->verticalScrollBar()->setValue(scrolled);
    setting_ = false;
}

void TextPage::show_problems(const std::vector<ports::PolicyProblem>& problems) {
    const std::string whole = text();
    std::vector<Row> rows;
    QList<QTextEdit::ExtraSelection> marks;
    for (const ports::PolicyProblem& problem : problems) {
        Row row{problem, characters(whole, problem.begin), characters(whole, problem.end), 0};
        if (problem.end > 0) {
            row.line = editor_->document()->findBlock(row.begin).blockNumber() + 1;
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(editor_->document());
            mark.cursor.setPosition(row.begin);
            mark.cursor.setPosition(std::max(row.end, row.begin + 1 <= editor_->document()->characterCount() - 1
                                                          ? row.begin + 1
                                                          : row.begin),
                                    QTextCursor::KeepAnchor);
            const look::Level level = problem.fatal ? look::Level::critical : look::Level::caution;
            mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            mark.format.setUnderlineColor(look::colours_for(palette()).of(level));
            marks.append(mark);
        }
        rows.push_back(std::move(row));
    }
    editor_->setExtraSelections(marks);
    table_->setVisible(!rows.empty());
    model_.set_rows(std::move(rows));
    table_->fit_height(most_problem_rows);
}

void TextPage::go_to(const QModelIndex& index) {
    const Row& row = model_.row_at(index.row());
    if (row.problem.end == 0) {
        return;
    }
    QTextCursor cursor(editor_->document());
    cursor.setPosition(row.begin);
    cursor.setPosition(row.end, QTextCursor::KeepAnchor);
    editor_->setTextCursor(cursor);
    editor_->centerCursor();
    editor_->setFocus();
}

} // namespace ui::policy
