// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/archive.h"
#include "app/ports/decisions.h"
#include "app/text/formats.h"
#include "ui/look/notice.h"

#include <QStackedWidget>
#include <QTabWidget>

#include <optional>
#include <set>

namespace ui::case_ {

class ActionBar;
class CaseHeader;
class ConversationPage;
class HandoffPage;
class DecisionsPage;
class PlanPage;
class LadderPage;
class OwnViewBar;
class RequestPage;
class TimelinePage;
class WhyPage;

/// One transaction whole: what is asked for, by whom, under which mandate, why it was escalated, what was said, what
/// happened, what was decided, and what rolling back would mean. A fact is shown as of one moment of the record.
class CaseView final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the view.
    CaseView(ports::Archive& archive, const base::Clock& clock, const text::Formats& formats,
             QWidget* parent = nullptr);

    void show_case(const domain::TransactionKey& key);
    /// Reads the shown case again; the tab and what is scrolled to stay.
    void refresh();
    /// Says in the empty pane what to do.
    void say_empty(const QString& what_is, const QString& what_to_do);
    void clear();
    /// Without a case: whom S stops.
    void offer_agent(const domain::AgentId& agent, const domain::SourceId& source);
    /// Deadlines read differently now.
    void tick();

    /// Nothing until the case has been read.
    [[nodiscard]] const std::optional<ports::CaseFile>& file() const { return file_; }
    [[nodiscard]] std::optional<domain::TransactionKey> key() const { return key_; }
    /// Asks for a review as if the button had been pressed; ignored where the case does not allow the verb.
    void want(domain::Verb verb);
    [[nodiscard]] bool allows(domain::Verb verb) const;
    /// Why not, in a sentence; empty where it does, or where no case is shown.
    [[nodiscard]] QString why_not(domain::Verb verb) const;
    /// Who sits here: whose own view an order may wait for.
    void set_person(const domain::PersonId& person, const std::string& role = {});
    /// Asks for a note of the person's own view; ignored where the case does not wait for one.
    void note(domain::OwnView view);
    [[nodiscard]] QTabWidget& tabs() const { return *tabs_; }

Q_SIGNALS:
    /// A case was read and is on the screen.
    void shown(const domain::TransactionKey& key);
    void decision_wanted(const ports::Draft& draft);
    void own_view_noted(const ports::OwnViewDraft& draft);

private:
    void build();
    void take(const base::Result<ports::CaseFile>& file);
    void show_file();
    void show_tab(int tab);
    void show_notice();
    [[nodiscard]] static QString raised_words(const ports::CaseRow& row);
    [[nodiscard]] bool is_held() const;
    [[nodiscard]] QString no_authority(domain::Verb verb) const;

    ports::Archive& archive_;
    const base::Clock& clock_;
    const text::Formats& formats_;
    std::optional<domain::TransactionKey> key_;
    std::optional<ports::CaseFile> file_;
    domain::PersonId person_;
    std::string role_;
    std::optional<ports::Draft> agent_; ///< offered without a case
    std::set<int> behind_;              ///< tabs that do not show the file yet: only the one in front is filled at once
    std::uint64_t asked_ = 0;           ///< the last question; answers to older ones are dropped

    QStackedWidget* stack_;
    look::EmptyState* empty_;
    look::NoticeBar* notice_;
    CaseHeader* header_;
    QTabWidget* tabs_;
    HandoffPage* handoff_;
    RequestPage* request_;
    WhyPage* why_;
    LadderPage* ladder_;
    ConversationPage* conversation_;
    TimelinePage* timeline_;
    DecisionsPage* decisions_;
    PlanPage* plan_;
    OwnViewBar* own_view_;
    ActionBar* actions_;
};

} // namespace ui::case_
