// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/copy.h"

#include "app/text/forms.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMimeData>
#include <QTableView>

#include <algorithm>
#include <string>
#include <vector>

namespace ui::look {

namespace {

/// Columns as they stand on the screen, hidden ones left out.
std::vector<int> columns_of(const QTableView& table) {
    std::vector<int> columns;
    const QHeaderView& header = *table.horizontalHeader();
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (!header.isSectionHidden(column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

std::vector<int> rows_of(const QTableView& table) {
    std::vector<int> rows;
    const auto chosen = table.selectionModel() == nullptr ? QModelIndexList() : table.selectionModel()->selectedRows();
    for (const QModelIndex& index : chosen) {
        rows.push_back(index.row());
    }
    std::sort(rows.begin(), rows.end());
    if (rows.empty()) {
        for (int row = 0; row < std::min(table.model()->rowCount(), most_rows); ++row) {
            rows.push_back(row);
        }
    }
    return rows;
}

/// A pipe would end the cell and a backslash before it would hide that; markup of any kind must read as it is written.
std::string for_markdown(const std::string& cell) {
    std::string escaped;
    for (const char letter : text::for_tsv_field(cell)) {
        if (std::string_view("\\|`*_[]<>~#&").find(letter) != std::string_view::npos) {
            escaped += '\\';
        }
        escaped += letter;
    }
    return escaped;
}

std::string field(CopyForm form, const QString& cell) {
    // What a cell shows is safe already; its isolates are for the screen only.
    QString plain = cell;
    plain.remove(QChar(0x2068)).remove(QChar(0x2069));
    const std::string bytes = plain.toStdString();
    switch (form) {
    case CopyForm::tsv: return text::for_tsv_field(bytes);
    case CopyForm::csv: return text::for_csv_field(bytes);
    case CopyForm::markdown: return for_markdown(bytes);
    }
    return {};
}

class Writer {
public:
    explicit Writer(CopyForm form)
        : form_(form) {}

    void line(const std::vector<QString>& cells) {
        const char* between = form_ == CopyForm::tsv ? "\t" : form_ == CopyForm::csv ? "," : " | ";
        text_ += form_ == CopyForm::markdown ? "| " : "";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text_ += i == 0 ? "" : between;
            text_ += field(form_, cells[i]);
        }
        text_ += form_ == CopyForm::markdown ? " |\n" : form_ == CopyForm::csv ? "\r\n" : "\n";
    }
    void rule(const std::vector<bool>& right) {
        if (form_ != CopyForm::markdown) {
            return;
        }
        text_ += '|';
        for (const bool at_right : right) {
            text_ += at_right ? " ---: |" : " --- |";
        }
        text_ += '\n';
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    CopyForm form_;
    std::string text_;
};

} // namespace

std::string rows_as(CopyForm form, const QTableView& table) {
    const QAbstractItemModel* model = table.model();
    if (model == nullptr) {
        return {};
    }
    const std::vector<int> columns = columns_of(table);
    Writer writer(form);
    std::vector<QString> cells;
    std::vector<bool> right;
    for (const int column : columns) {
        cells.push_back(model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        const int alignment = model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        right.push_back((alignment & Qt::AlignRight) != 0);
    }
    writer.line(cells);
    writer.rule(right);
    for (const int row : rows_of(table)) {
        cells.clear();
        for (const int column : columns) {
            cells.push_back(model->index(row, column).data(Qt::DisplayRole).toString());
        }
        writer.line(cells);
    }
    return writer.text();
}

int copy_rows(CopyForm form, const QTableView& table) {
    const int rows = table.model() == nullptr ? 0 : static_cast<int>(rows_of(table).size());
    const QByteArray bytes = QByteArray::fromStdString(rows_as(form, table));
    auto* mime = new QMimeData; // the clipboard takes it over
    mime->setData(QStringLiteral("text/plain;charset=utf-8"), bytes);
    mime->setData(QStringLiteral("text/plain"), bytes);
    if (form != CopyForm::tsv) {
        mime->setData(form == CopyForm::csv ? QStringLiteral("text/csv") : QStringLiteral("text/markdown"), bytes);
    }
    QApplication::clipboard()->setMimeData(mime);
    return rows;
}

} // namespace ui::look
