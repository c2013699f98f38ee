// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/case_view.h"

#include "ui/case/action_bar.h"
#include "ui/case/case_header.h"
#include "ui/case/conversation_page.h"
#include "ui/case/handoff_page.h"
#include "ui/case/history_pages.h"
#include "ui/case/ladder_page.h"
#include "ui/case/own_view_bar.h"
#include "ui/case/plan_page.h"
#include "ui/case/request_page.h"
#include "ui/case/why_page.h"

#include <QTabBar>
#include <QVBoxLayout>

namespace ui::case_ {

namespace {

/// In the order of addTab().
constexpr int handoff_tab = 0;
constexpr int request_tab = 1;
constexpr int conversation_tab = 2;
constexpr int timeline_tab = 3;
constexpr int decisions_tab = 4;
constexpr int plan_tab = 5;
constexpr int why_tab = 6;
constexpr int ladder_tab = 7;

} // namespace

CaseView::CaseView(ports::Archive& archive, const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , archive_(archive)
    , clock_(clock)
    , formats_(formats)
    , stack_(new QStackedWidget(this))
    , empty_(new look::EmptyState(this))
    , notice_(new look::NoticeBar(this))
    , header_(new CaseHeader(clock, formats, this))
    , tabs_(new QTabWidget(this))
    , handoff_(new HandoffPage(formats, this))
    , request_(new RequestPage(formats, this))
    , why_(new WhyPage(formats, this))
    , ladder_(new LadderPage(formats, this))
    , conversation_(new ConversationPage(formats, this))
    , timeline_(new TimelinePage(clock, formats, this))
    , decisions_(new DecisionsPage(formats, this))
    , plan_(new PlanPage(formats, this))
    , own_view_(new OwnViewBar(formats, this))
    , actions_(new ActionBar(this)) {
    build();
    clear();
}

void CaseView::build() {
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(tr("Parts of the case"));
    tabs_->tabBar()->setAccessibleName(tr("Parts of the case"));
    tabs_->tabBar()->setUsesScrollButtons(true);
    tabs_->addTab(handoff_, tr("Handoff"));
    tabs_->addTab(request_, tr("Request"));
    tabs_->addTab(conversation_, tr("Conversation"));
    tabs_->addTab(timeline_, tr("Timeline"));
    tabs_->addTab(decisions_, tr("Decisions"));
    tabs_->addTab(plan_, tr("Rollback"));
    tabs_->addTab(why_, tr("Why"));
    tabs_->addTab(ladder_, tr("Ladder"));
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(notice_);
    column->addWidget(own_view_);
    column->addWidget(tabs_, 1);
    column->addWidget(actions_);
    stack_->addWidget(empty_);
    stack_->addWidget(whole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    connect(actions_, &ActionBar::pressed, this, &CaseView::want);
    connect(own_view_, &OwnViewBar::pressed, this, &CaseView::note);
    connect(tabs_, &QTabWidget::currentChanged, this, &CaseView::show_tab);
}

void CaseView::show_case(const domain::TransactionKey& key) {
    agent_.reset();
    if (key_ != key) {
        key_ = key;
        file_.reset();
    }
    refresh();
}

void CaseView::refresh() {
    if (!key_) {
        return;
    }
    const std::uint64_t question = ++asked_;
    archive_.case_file(*key_, {this, [this, question](const base::Result<ports::CaseFile>& file) {
                                   if (question == asked_) {
                                       take(file);
                                   }
                               }});
}

void CaseView::take(const base::Result<ports::CaseFile>& file) {
    if (!file.ok()) {
        if (file_) {
            notice_->say(file.fault());
        } else {
            const base::Fault& fault = file.fault();
            empty_->say(look::Level::serious, tr("This case cannot be shown."),
                        fault.code == base::FaultCode::not_found
                            ? tr("The record does not hold this order. It may belong to another source.")
                            : tr("Reading it from the record failed. Press F5 and try again."));
            stack_->setCurrentIndex(0);
        }
        return;
    }
    file_ = *file;
    show_file();
    Q_EMIT shown(*key_);
}

void CaseView::show_file() {
    const ports::CaseFile& file = *file_;
    header_->show(file, {person_, role_});
    for (int tab = 0; tab < tabs_->count(); ++tab) {
        behind_.insert(tab);
    }
    show_tab(tabs_->currentIndex());
    const auto counted = [this](int tab, const QString& name, std::size_t count) {
        tabs_->setTabText(tab, count == 0 ? name
                                          : name + QStringLiteral(" (") +
                                                formats_.number(static_cast<std::int64_t>(count)) + QLatin1Char(')'));
    };
    counted(conversation_tab, tr("Conversation"), file.turns.size());
    counted(timeline_tab, tr("Timeline"), file.timeline.size());
    counted(decisions_tab, tr("Decisions"), file.decisions.size());
    own_view_->show(file, person_);
    for (const domain::Verb verb : ActionBar::verbs) {
        actions_->allow(verb, allows(verb), why_not(verb));
    }
    show_notice();
    stack_->setCurrentIndex(1);
}

/// Walking through a list with J costs one page a case and not six.
void CaseView::show_tab(int tab) {
    if (!file_ || behind_.erase(tab) == 0) {
        return;
    }
    const bool covered = OwnView::is_awaited(*file_, person_);
    switch (tab) {
    case handoff_tab: handoff_->show(*file_, covered); break;
    case request_tab: request_->show(*file_, covered); break;
    case conversation_tab: conversation_->show(*file_, covered); break;
    case timeline_tab: timeline_->show(*file_, covered); break;
    case decisions_tab: decisions_->show(*file_); break;
    case plan_tab: plan_->show(*file_); break;
    case why_tab: why_->show(*file_, person_); break;
    case ladder_tab: ladder_->show(*file_); break;
    default: break; // no enumeration: a number of QTabWidget's
    }
}

void CaseView::show_notice() {
    const ports::CaseRow& row = file_->row;
    if (row.conflict) {
        notice_->say(look::Level::critical,
                     tr("The versions of this order contradict each other. It cannot be decided; stop the agent or ask "
                        "the platform."));
    } else if (row.state == ports::CaseState::in_doubt || row.transaction_state == domain::TransactionState::in_doubt) {
        notice_->say(look::Level::critical,
                     tr("Nobody knows whether money moved. Find out and resolve it, or stop the agent; do not order "
                        "again."));
    } else if (row.state == ports::CaseState::partly_rolled_back) {
        notice_->say(look::Level::critical,
                     tr("Only a part was undone. Look at the rollback and finish the failed steps by hand."));
    } else if (row.moment == domain::Moment::observed_only) {
        notice_->say(look::Level::caution,
                     row.raised ? tr("Observed only: this platform cannot hold orders. Acknowledge what was found (C), "
                                     "roll back, or stop the agent.")
                                : tr("Observed only: this platform cannot hold orders. You can roll back or stop the "
                                     "agent."));
    } else if (row.raised) {
        notice_->say(look::Level::caution, raised_words(row));
    } else if (const QString why = is_held() ? no_authority(domain::Verb::approve) : QString(); !why.isEmpty()) {
        notice_->say(look::Level::caution, why);
    } else {
        notice_->clear();
    }
}

void CaseView::say_empty(const QString& what_is, const QString& what_to_do) {
    empty_->say(look::Level::off, what_is, what_to_do);
}

void CaseView::clear() {
    behind_.clear();
    agent_.reset();
    key_.reset();
    file_.reset();
    ++asked_;
    say_empty(tr("No case is open."), tr("Choose one in the list with J and K, or with the mouse."));
    stack_->setCurrentIndex(0);
}

void CaseView::offer_agent(const domain::AgentId& agent, const domain::SourceId& source) {
    agent_ = ports::Draft{};
    agent_->agent = agent;
    agent_->key.source = source;
}

void CaseView::tick() {
    if (file_) {
        header_->tick();
    }
}

void CaseView::set_person(const domain::PersonId& person, const std::string& role) {
    person_ = person;
    role_ = role;
    if (file_) {
        show_file();
    }
}

void CaseView::note(domain::OwnView view) {
    if (file_ && OwnView::is_awaited(*file_, person_)) {
        Q_EMIT own_view_noted({file_->row.key, file_->row.version, view});
    }
}

} // namespace ui::case_
