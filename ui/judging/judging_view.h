// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/judging.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/look/table.h"

#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui::judging {

/// How our policy does as a whole: what waits for one record that is not on file, what people made of every rule, and
/// what no rule speaks about.
class JudgingView final : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the view.
    JudgingView(ports::Judging& judging, const text::Formats& formats, QWidget* parent = nullptr);

    void take_focus();
    /// Reads the report again, when it is on the screen.
    void refresh();
    [[nodiscard]] QTabWidget& tabs() const { return *tabs_; }
    [[nodiscard]] look::Table& scores() const { return *scores_table_; }
    [[nodiscard]] QPushButton& raise() const { return *raise_; }
    [[nodiscard]] bool is_filled() const { return filled_; }
    [[nodiscard]] std::optional<domain::TransactionKey> current_order() const;

Q_SIGNALS:
    void opened(const domain::TransactionKey& key);
    /// To be tried: the rule's threshold at `value`, as a condition writes it.
    void raise_wanted(const std::string& rule, std::size_t threshold, const std::string& value);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    static QVBoxLayout* page_column(QWidget& page);
    void prepare(look::Table& table, QAbstractItemModel& model, const QString& name, QWidget& page);
    void show_state(const ports::JudgeState& state);
    [[nodiscard]] const ports::RuleScore* chosen_score() const;
    void show_suggestion();
    void try_raise();
    void show_nothing(look::Level level, const QString& what_is, const QString& what_to_do);
    void show_report(const ports::JudgingReport& report);
    void show_categories(const ports::Coverage& coverage);

    ports::Judging& judging_;
    const text::Formats& formats_;
    models::case_::RowsModel<ports::WorkItem> items_;
    models::case_::RowsModel<ports::RuleScore> scores_;
    models::case_::RowsModel<ports::Uncovered> categories_;
    bool filled_ = false;
    bool asking_ = false;
    std::uint64_t judged_ = 0; ///< of the report on the screen

    look::Label* state_;
    look::NoticeBar* notice_;
    QTabWidget* tabs_;
    look::Table* items_table_;
    look::Label* items_words_;
    look::EmptyState* none_ = nullptr;
    look::EmptyState* spoken_ = nullptr; ///< where no category went by without a word
    look::Table* scores_table_;
    look::Label* scores_words_;
    QPushButton* raise_;
    look::Table* categories_table_;
    look::Label* silent_;
    look::Label* unread_;
    look::Label* never_;
};

} // namespace ui::judging
