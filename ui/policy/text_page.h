// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "models/case/rows_model.h"
#include "ui/look/table.h"

#include <QPlainTextEdit>
#include <QWidget>

#include <string>
#include <vector>

namespace ui::policy {

/// A policy as text, with every problem marked at its place and listed below.
class TextPage final : public QWidget {
    Q_OBJECT
public:
    explicit TextPage(QWidget* parent = nullptr);

    [[nodiscard]] std::string text() const;
    /// Replaces the text as one step that can be undone.
    void set_text(const std::string& text);
    void show_problems(const std::vector<ports::PolicyProblem>& problems);
    [[nodiscard]] QPlainTextEdit& editor() const { return *editor_; }

Q_SIGNALS:
    /// A person typed.
    void typed();

private:
    struct Row {
        ports::PolicyProblem problem;
        int begin = 0; ///< in characters of the editor
        int end = 0;
        int line = 0;
    };
    void go_to(const QModelIndex& index);

    QPlainTextEdit* editor_;
    models::case_::RowsModel<Row> model_;
    look::Table* table_;
    bool setting_ = false;
};

} // namespace ui::policy
