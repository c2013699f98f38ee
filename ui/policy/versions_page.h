// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/publishing.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/table.h"

#include <QComboBox>
#include <QPushButton>
#include <QWidget>

namespace ui::policy {

class DifferencePage;

/// Every edition of the policy, the newest first: who signed, since when in force, why it does not count; and the
/// difference between any two of them.
class VersionsPage final : public QWidget {
    Q_OBJECT
public:
    explicit VersionsPage(const text::Formats& formats, QWidget* parent = nullptr);

    void show_standing(const ports::PolicyStanding& standing);
    void show_difference(const domain::PolicyDifference& difference);
    void choose(int row);
    [[nodiscard]] int rows() const { return model_.rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] look::Table& table() const { return *table_; }
    [[nodiscard]] QComboBox& other() const { return *other_; }
    [[nodiscard]] DifferencePage& difference() const { return *difference_; }
    [[nodiscard]] QPushButton& approve() const { return *approve_; }
    [[nodiscard]] QPushButton& take_back() const { return *take_back_; }

Q_SIGNALS:
    void approval_wanted(const domain::Digest& digest);
    void withdrawal_wanted(const domain::Digest& digest);
    void draft_wanted(const std::string& text);
    void comparison_wanted(const std::string& before, const std::string& after);

private:
    [[nodiscard]] const ports::PolicyVersion* chosen() const;
    void show_choice();
    void compare();
    QWidget* build_bar();

    const text::Formats& formats_;
    look::Label* said_;
    models::case_::RowsModel<ports::PolicyVersion> model_;
    look::Table* table_;
    QComboBox* other_; ///< whose documents are in documents_
    std::vector<std::string> documents_;
    QPushButton* approve_;
    QPushButton* take_back_;
    QPushButton* as_draft_;
    DifferencePage* difference_;
    bool read_only_ = false;
};

} // namespace ui::policy
