// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QProgressBar>
#include <QPushButton>
#include <QWidget>

#include <vector>

namespace ui::policy {

/// What is different between two policies, one row for each member that changed.
class DifferencePage final : public QWidget {
    Q_OBJECT
public:
    enum class Use {
        draft,   ///< the policy in force and a draft
        versions ///< any two editions
    };
    /// `formats` must outlive it.
    DifferencePage(Use use, const text::Formats& formats, QWidget* parent = nullptr);
    void show_difference(const domain::PolicyDifference& difference);
    [[nodiscard]] int rows() const { return model_.rowCount(); }

private:
    struct Row {
        domain::PolicyChange change; ///< without its fields
        domain::FieldChange field;
    };
    void fill_rows(std::vector<Row> rows);
    /// Both values of a row as a whole: a table cuts what somebody is going to sign.
    void show_whole(int row);

    [[nodiscard]] QString value(const Row& row, const std::string& said) const;

    Use use_;
    const text::Formats& formats_;
    look::Label* said_;
    models::case_::RowsModel<Row> model_;
    look::Table* table_;
    look::Label* whole_;
};

/// The policy's own test cases and how they came out.
class TestsPage final : public QWidget {
    Q_OBJECT
public:
    explicit TestsPage(QWidget* parent = nullptr);
    void show_tests(const std::vector<ports::PolicyTest>& tests);
    [[nodiscard]] int failed() const { return failed_; }

private:
    look::Label* said_;
    models::case_::RowsModel<ports::PolicyTest> model_;
    look::Table* table_;
    int failed_ = 0;
};

/// The scenarios of the sandbox against the policy; with progress and cancel.
class RehearsalPage final : public QWidget {
    Q_OBJECT
public:
    explicit RehearsalPage(QWidget* parent = nullptr);
    void begin();
    void show_progress(const ports::PolicyProgress& progress);
    void show_result(const base::Result<std::vector<domain::Rehearsed>>& result);
    [[nodiscard]] QPushButton& go() const { return *go_; }
    [[nodiscard]] QString said() const { return said_->text(); }
    void set_possible(bool possible);

Q_SIGNALS:
    void wanted();
    void cancelled();

private:
    look::Label* said_;
    QPushButton* go_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    models::case_::RowsModel<domain::Rehearsed> model_;
    look::Table* table_;
};

} // namespace ui::policy
