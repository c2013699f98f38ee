// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/window_parts.h"

#include "ui/agents/agents_view.h"
#include "ui/case/case_view.h"
#include "ui/decide/desk.h"
#include "ui/frame/stop_menu.h"
#include "ui/inbox/inbox_view.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

// What decides, stops, connects and locks, and who sits here.

namespace ui::frame {

/// What decides, stops, connects and locks.
void MainWindow::Parts::connect_keys_of_people() {
    connect(actions, &Actions::verb_wanted, &self, [this](domain::Verb verb) { want(verb); });
    connect(actions, &Actions::verb_at_once_wanted, &self, [this](domain::Verb verb) { want_at_once(verb); });
    connect(actions, &Actions::own_view_wanted, &self, [this](domain::OwnView view) {
        if (current().page == Page::inbox) {
            screens.inbox->case_view().note(view);
        }
    });
    connect(actions, &Actions::fleet_stop_wanted, &self, [this] { want_about(domain::Verb::stop, StopMenu::fleet()); });
    connect(actions, &Actions::fleet_resume_wanted, &self,
            [this] { want_about(domain::Verb::resume, StopMenu::fleet()); });
    connect(actions, &Actions::stop_menu_wanted, rail, &Rail::press_stop);
    connect(rail, &Rail::stop_pressed, &self, [this](const QPoint& at) { offer_stop(at); });
    connect(actions, &Actions::step_wanted, screens.inbox, [this](int by) {
        if (current().page == Page::inbox) {
            screens.inbox->step(by);
        } else if (look::Table* table = table_in_view()) {
            table->step(by);
        }
    });
    connect(actions, &Actions::new_cases_wanted, screens.inbox, [this] {
        if (current().page == Page::inbox) {
            screens.inbox->show_new();
        }
    });
    connect(actions, &Actions::reconnect_wanted, &self, [this] {
        newsroom.reconnect();
        screens.inbox->refresh();
    });
    connect(actions, &Actions::lock_wanted, &self, [this] {
        decisions.lock({&self, [this](const base::Result<ports::Identity>& identity) {
                            if (!identity.ok()) {
                                complain(identity.fault());
                            }
                        }});
    });
}

void MainWindow::Parts::want(domain::Verb verb) const {
    const bool about_agent = verb == domain::Verb::stop || verb == domain::Verb::resume;
    if (about_agent && current().page != Page::inbox) {
        const auto agent = agent_in_view();
        const bool stopped = current().page == Page::agents && screens.agents->page().is_stopped();
        if (!agent) {
            strip->remark(MainWindow::tr("Choose an agent or an order first. Ctrl+. stops others."));
        } else if (verb == domain::Verb::resume && !stopped) {
            strip->remark(MainWindow::tr("No stopped agent is chosen: look among the agents (Ctrl+4)."));
        } else {
            want_about(verb, *agent);
        }
        return;
    }
    if (current().page == Page::inbox && screens.inbox->is_group_chosen() && !about_agent) {
        want_at_once(verb);
    } else if (current().page == Page::inbox) {
        case_::CaseView& view = screens.inbox->case_view();
        const QString why_not = view.why_not(verb);
        view.allows(verb)
            ? view.want(verb)
            : strip->remark(why_not.isEmpty() ? MainWindow::tr("Choose a case first: J and K walk.") : why_not);
    } else {
        strip->remark(MainWindow::tr("Decisions are made in the inbox: Enter opens the chosen order there."));
    }
}

/// All cases of the group that is chosen, or of which one is.
void MainWindow::Parts::want_at_once(domain::Verb verb) const {
    if (current().page != Page::inbox) {
        strip->remark(MainWindow::tr("Decisions are made in the inbox: Enter opens the chosen order there."));
        return;
    }
    const QString why_not = screens.inbox->why_not_at_once(verb);
    why_not.isEmpty() ? screens.inbox->want_at_once(verb) : strip->remark(why_not);
}

/// A note of a person's own view; when it is in the record the case is read again, and what was covered with it.
void MainWindow::Parts::note(const ports::OwnViewDraft& draft) const {
    decisions.note_view(draft, {&self, [this, key = draft.key](const base::Result<ports::NotedView>& noted) {
                                    if (!noted.ok()) {
                                        complain(noted.fault());
                                    }
                                    if (screens.inbox->case_view().key() == key) {
                                        screens.inbox->case_view().refresh();
                                    }
                                    panes->refresh();
                                }});
}

void MainWindow::Parts::ask_who_sits_here() const {
    decisions.identity({&self, [this](const base::Result<ports::Identity>& identity) {
                            if (identity.ok()) {
                                screens.inbox->set_seat({identity->person, identity->role});
                                panes->set_person(identity->person);
                            }
                        }});
}

void MainWindow::Parts::want_about(domain::Verb verb, const domain::AgentId& agent) const {
    ports::Draft draft;
    draft.verb = verb;
    draft.agent = agent;
    draft.key.source = health.source;
    desk->begin(std::move(draft));
}

void MainWindow::Parts::ask_to_leave() {
    auto* question = new QMessageBox(&self);
    question->setObjectName(QStringLiteral("unsent"));
    question->setIcon(QMessageBox::Warning);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(MainWindow::tr("Not sent yet"));
    question->setText(MainWindow::tr("%Ln decision(s) are signed and not sent yet.", nullptr, // never many
                                     static_cast<int>(std::min<std::uint64_t>(health.unsent, 1'000'000))));
    question->setInformativeText(MainWindow::tr("They stay in the record and are sent when Reeve runs again. Until "
                                                "then the orders wait, and one may end undecided."));
    QPushButton* leave = question->addButton(MainWindow::tr("&Quit all the same"), QMessageBox::DestructiveRole);
    QPushButton* stay = question->addButton(MainWindow::tr("&Stay"), QMessageBox::RejectRole);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(leave, &QPushButton::clicked, &self, [this] { self.close(); });
    open_dialog(question);
}

/// The button only opens: what is stopped is chosen here and read again in the review.
void MainWindow::Parts::offer_stop(const QPoint& at) const {
    auto* menu = new StopMenu(
        agent_in_view(), [this](domain::Verb verb, const domain::AgentId& target) { want_about(verb, target); }, &self);
    menu->popup(at);
}

} // namespace ui::frame
