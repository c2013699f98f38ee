// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/files.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/settings/columns_page.h"

#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <optional>
#include <string>

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
    /// One of several that were dropped together: the next one follows when this one is closed.
    void set_place(int number, int count);
    /// How the file would be read is on the screen.
    [[nodiscard]] bool is_offered() const { return !offer_.file.empty() && (!offer_.table || seen_); }
    [[nodiscard]] const ColumnsPage* columns() const { return columns_; }
    [[nodiscard]] bool is_over() const { return over_; }
    [[nodiscard]] QString said() const { return state_->text(); }
    void reject() override;

Q_SIGNALS:
    /// Of the events that came with the file.
    void trial_wanted(const domain::SourceId& source);

private:
    void build(const std::string& path);
    void take(const base::Result<ports::FileOffer>& offer);
    void show_choices();
    void ask(bool refit);
    void take_look(const base::Result<ports::OfferLook>& seen);
    [[nodiscard]] QString look_words(const domain::FileLook& look) const;
    void show_doubts();
    void guide();
    [[nodiscard]] bool propose_period(const ports::OfferLook& seen);
    [[nodiscard]] QString lack_words() const;
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
    look::Label* guess_;
    look::NoticeBar* notice_;
    QProgressBar* progress_;
    QPushButton* go_;
    QPushButton* close_;
    QPushButton* trial_;
    bool may_try_ = false;
    bool more_follow_ = false;
    domain::SourceId source_; ///< that was imported
    ColumnsPage* columns_ = nullptr;
    look::Label* doubts_;
    QCheckBox* looked_; ///< there are doubts, and the person has looked
    look::Label* lack_; ///< why nothing can be imported yet
    QLineEdit* period_ = nullptr;
    look::Label* period_note_ = nullptr; ///< where the period comes from, when it is no person's
    QScrollArea* scroll_ = nullptr;
    bool proposed_ = false; ///< the period, by the first date
    bool guided_ = false;   ///< the focus was put where something lacks
    std::optional<domain::FileLook> seen_;
    bool looking_ = false;
    bool running_ = false;
    bool over_ = false;
};

} // namespace ui::settings
