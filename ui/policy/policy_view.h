// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/policies.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/notice.h"
#include "ui/look/symbol.h"
#include "ui/policy/publish_dialog.h"

#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>

#include <optional>
#include <string>

namespace ui::policy {

class AuthorityPage;
class DifferencePage;
class FormPage;
class LooksPage;
class PublishingSide;
class RehearsalPage;
class TestsPage;
class TextPage;

/// The policy: the one in force to read, and a draft of it to change as a form or as text, to compare, to test, to
/// rehearse and to try on history. What is in force does not change here.
class PolicyView final : public QWidget {
    Q_OBJECT
public:
    /// `publishing` nothing: policies are only read and tried.
    PolicyView(ports::Policies& policies, const text::Formats& formats, QWidget* parent = nullptr,
               const std::optional<PublishDialog::Core>& publishing = std::nullopt);

    void take_focus();
    /// Shows a rule on the form.
    void choose_rule(const std::string& rule);
    [[nodiscard]] const std::string& draft() const { return draft_; }
    [[nodiscard]] bool is_filled() const { return checked_ && !asking_; }
    [[nodiscard]] bool is_usable() const { return usable_; }
    [[nodiscard]] QTabWidget& tabs() const { return *tabs_; }
    [[nodiscard]] FormPage& form() const { return *form_; }
    [[nodiscard]] AuthorityPage& people() const { return *people_; }
    [[nodiscard]] LooksPage& looks() const { return *looks_; }
    [[nodiscard]] TextPage& page() const { return *text_; }
    [[nodiscard]] DifferencePage& difference() const { return *difference_; }
    [[nodiscard]] TestsPage& tests() const { return *tests_; }
    [[nodiscard]] RehearsalPage& rehearsal() const { return *rehearsal_; }
    void rehearse();
    /// Nothing where policies cannot be published.
    [[nodiscard]] PublishingSide* publishing() const { return side_; }

Q_SIGNALS:
    /// A person wants to see what this draft would have made of history.
    void try_wanted(const std::string& draft);

private:
    QWidget* build_bar();
    void connect_parts();
    void take_in_force(const base::Result<ports::PolicyText>& answer);
    void set_draft(std::string text);
    void check();
    void show_check(const ports::PolicyCheck& check);
    void apply(const ports::PolicyEdit& edit);
    void open();
    void save();
    void revert() { set_draft(in_force_); }
    void show_state(const ports::PolicyCheck& check);
    void add_publishing(const PublishDialog::Core& core, QVBoxLayout& column);
    void offer_draft();

    ports::Policies& policies_;
    look::Label* name_;
    look::Badge* badge_;
    look::NoticeBar* notice_;
    QPushButton* try_;
    QPushButton* open_;
    QPushButton* save_;
    QPushButton* revert_;
    QTabWidget* tabs_;
    FormPage* form_;
    AuthorityPage* people_;
    LooksPage* looks_;
    TextPage* text_;
    DifferencePage* difference_;
    TestsPage* tests_;
    RehearsalPage* rehearsal_;
    QTimer pause_; ///< after the last key
    std::string in_force_;
    std::string in_force_version_;
    std::string draft_;
    std::uint64_t question_ = 0;
    bool checked_ = false;
    bool asking_ = false;
    bool usable_ = false;
    bool tested_ = false; ///< the test cases of this very draft were run
    PublishingSide* side_ = nullptr;
};

} // namespace ui::policy
