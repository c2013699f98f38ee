// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/files.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <string>
#include <vector>

namespace ui::settings {

/// A file on its way into the record: how it would be read, to be looked at and changed; then the import with progress
/// and cancel; then what came of it. Nothing is imported before a person presses the button.
class ImportDialog final : public QDialog {
    Q_OBJECT
public:
    /// `path` as the file dialog or the drop gave it. All must outlive the dialog.
    ImportDialog(ports::Files& files, const text::Formats& formats, const std::string& path, QWidget* parent = nullptr);

    [[nodiscard]] QPushButton& go() const { return *go_; }
    /// After the import a person may ask what the policy would have stopped of it.
    void offer_trial() { may_try_ = true; }
    [[nodiscard]] QPushButton& trial() const { return *trial_; }
    /// How the file would be read is on the screen.
    [[nodiscard]] bool is_offered() const { return !offer_.file.empty(); }
    [[nodiscard]] bool is_over() const { return over_; }
    [[nodiscard]] QString said() const { return state_->text(); }
    void reject() override;

Q_SIGNALS:
    /// Of the events that came with the file.
    void trial_wanted(const domain::SourceId& source);

private:
    void build(const std::string& path);
    void take(const base::Result<ports::FileOffer>& offer);
    void show_columns();
    void show_choices();
    void begin();
    void note(const ports::ImportProgress& progress);
    void finish(const base::Result<ports::ImportSummary>& summary);
    [[nodiscard]] QString summary_words(const ports::ImportSummary& summary) const;
    void check();

    ports::Files& files_;
    const text::Formats& formats_;
    ports::FileOffer offer_;
    QVBoxLayout* middle_;
    look::Label* state_;
    look::NoticeBar* notice_;
    QProgressBar* progress_;
    QPushButton* go_;
    QPushButton* close_;
    QPushButton* trial_;
    bool may_try_ = false;
    domain::SourceId source_; ///< that was imported
    std::vector<QComboBox*> columns_;
    QCheckBox* month_first_ = nullptr;
    QCheckBox* comma_ = nullptr;
    QCheckBox* negative_ = nullptr;
    QCheckBox* looked_ = nullptr; ///< there are doubts, and the person has looked
    QLineEdit* period_ = nullptr;
    bool running_ = false;
    bool over_ = false;
};

} // namespace ui::settings
