// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/screens.h"

#include "ui/agents/agents_view.h"
#include "ui/decisions/decisions_view.h"
#include "ui/health/health_view.h"
#include "ui/history/search_view.h"
#include "ui/inbox/inbox_view.h"
#include "ui/judging/judging_view.h"
#include "ui/live/live_view.h"
#include "ui/policy/policy_view.h"
#include "ui/policy/what_if_view.h"
#include "ui/settings/connections_view.h"
#include "ui/spend/spend_view.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace ui::frame {

namespace {

class ScreenWords {
    Q_DECLARE_TR_FUNCTIONS(ui::frame::ScreenWords)
public:
    static Screen inbox();
    static Screen live();
    static Screen decisions();
    static Screen search();
    static Screen health();
    static Screen agents();
    static Screen spend();
    static Screen connections();
    static Screen policy();
    static Screen what_if();
    static Screen judging();
};

Screen named(Page page, const char* id, const QString& menu, look::Glyph glyph, const QKeySequence& key) {
    Screen screen;
    screen.page = page;
    screen.id = QLatin1String(id);
    screen.menu = menu;
    screen.title = QString(menu).remove(u'&');
    screen.glyph = glyph;
    screen.key = key;
    return screen;
}

Screen ScreenWords::inbox() {
    return named(Page::inbox, "inbox", tr("&Inbox"), look::Glyph::inbox, Qt::CTRL | Qt::Key_1);
}

Screen ScreenWords::live() {
    return named(Page::live, "live", tr("&Live"), look::Glyph::live, Qt::CTRL | Qt::Key_2);
}

Screen ScreenWords::decisions() {
    return named(Page::decisions, "decisions", tr("&Decisions"), look::Glyph::decisions, Qt::CTRL | Qt::Key_3);
}

Screen ScreenWords::search() {
    return named(Page::search, "search", tr("&Search"), look::Glyph::search, Qt::CTRL | Qt::Key_F);
}

Screen ScreenWords::health() {
    return named(Page::health, "health", tr("&Health"), look::Glyph::health, Qt::CTRL | Qt::Key_7);
}

Screen ScreenWords::agents() {
    return named(Page::agents, "agents", tr("A&gents"), look::Glyph::agents, Qt::CTRL | Qt::Key_4);
}

Screen ScreenWords::spend() {
    return named(Page::spend, "spend", tr("S&pend"), look::Glyph::spend, Qt::CTRL | Qt::Key_5);
}

Screen ScreenWords::connections() {
    return named(Page::connections, "connections", tr("&Connections"), look::Glyph::connections, Qt::CTRL | Qt::Key_8);
}

Screen ScreenWords::policy() {
    return named(Page::policy, "policy", tr("P&olicy"), look::Glyph::policy, Qt::CTRL | Qt::Key_6);
}

Screen ScreenWords::what_if() {
    return named(Page::what_if, "what_if", tr("&What if"), look::Glyph::what_if, Qt::CTRL | Qt::Key_9);
}

Screen ScreenWords::judging() {
    return named(Page::judging, "judging", tr("&Judging"), look::Glyph::test, Qt::CTRL | Qt::Key_0);
}

Screen inbox_screen(const Means& means, QWidget& parent, inbox::InboxView*& view) {
    view = new inbox::InboxView(means.newsroom, means.archive, means.clock, means.formats, &parent);
    auto* inbox = view;
    Screen screen = ScreenWords::inbox();
    screen.widget = inbox;
    screen.take_focus = [inbox] { inbox->take_focus(); };
    screen.place = [inbox] {
        const auto key = inbox->case_view().key();
        return key ? place_of(*key) : std::string();
    };
    screen.go_to = [inbox](const std::string& place) {
        if (const auto key = key_at(place)) {
            inbox->open(*key);
        }
    };
    screen.order = [inbox] { return inbox->case_view().key(); };
    screen.agent = [inbox]() -> std::optional<domain::AgentId> {
        const auto& file = inbox->case_view().file();
        return file && !file->row.agent.empty() ? std::optional(file->row.agent) : std::nullopt;
    };
    screen.show_health = [inbox](const ports::Health& health) { inbox->show_health(health); };
    screen.tick = [inbox] { inbox->tick(); };
    screen.profiles = {true, false, false};
    return screen;
}

/// An auditor wants to know where an entry stands, an analyst reads figures, a manager reads words.
std::vector<models::feed::Column> hidden_live_columns(Profile profile) {
    using models::feed::Column;
    switch (profile) {
    case Profile::manager:
        return {Column::category, Column::received, Column::index, Column::sequence, Column::source, Column::version};
    case Profile::auditor: return {Column::source, Column::summary};
    case Profile::analyst: return {Column::received, Column::index, Column::sequence, Column::summary};
    }
    return {};
}

Screen live_screen(const Means& means, QWidget& parent, live::LiveView*& view) {
    view = new live::LiveView(means.newsroom, means.archive, means.clock, means.formats, &parent);
    auto* live = view;
    Screen screen = ScreenWords::live();
    screen.widget = live;
    screen.take_focus = [live] { live->take_focus(); };
    screen.agent = [live] { return live->current_agent(); };
    screen.order = [live] { return live->current_order(); };
    screen.set_profile = [live](Profile profile) { live->set_hidden(hidden_live_columns(profile)); };
    screen.show_health = [live](const ports::Health& health) { live->show_health(health); };
    QObject::connect(live, &live::LiveView::opened, &parent, means.open_case);
    return screen;
}

Screen decisions_screen(const Means& means, QWidget& parent, decisions::DecisionsView*& view) {
    view = new decisions::DecisionsView(means.decisions, means.clock, means.formats, &parent);
    auto* decisions = view;
    Screen screen = ScreenWords::decisions();
    screen.widget = decisions;
    screen.take_focus = [decisions] { decisions->take_focus(); };
    screen.profiles = {true, true, false};
    QObject::connect(decisions, &decisions::DecisionsView::opened, &parent, means.open_case);
    return screen;
}

Screen search_screen(const Means& means, QWidget& parent) {
    auto* search = new history::SearchView(means.archive, means.clock, means.formats, &parent);
    Screen screen = ScreenWords::search();
    screen.widget = search;
    screen.take_focus = [search] { search->take_focus(); };
    screen.start = [search] { search->start(); };
    screen.place = [search] { return search->searched(); };
    screen.go_to = [search](const std::string& typed) {
        if (typed != search->searched()) {
            search->search(typed);
        }
    };
    screen.is_filled = [search] { return !search->is_looking() && search->found().rowCount() > 0; };
    screen.agent = [search] { return search->current_agent(); };
    screen.order = [search] { return search->current_order(); };
    QObject::connect(search, &history::SearchView::opened, &parent, means.open_case);
    return screen;
}

Screen health_screen(const Means& means, QWidget& parent) {
    auto* view = new health::HealthView(means.archive, means.clock, means.formats, &parent);
    Screen screen = ScreenWords::health();
    screen.widget = view;
    screen.take_focus = [view] { view->take_focus(); };
    screen.order = [view] { return view->current_order(); };
    screen.show_health = [view](const ports::Health& now) { view->show_health(now); };
    screen.tick = [view] { view->tick(); };
    screen.profiles = {true, true, false};
    QObject::connect(view, &health::HealthView::opened, &parent, means.open_case);
    return screen;
}

Screen agents_screen(const Means& means, QWidget& parent, agents::AgentsView*& view) {
    view = new agents::AgentsView(*means.agents, *means.spend, means.clock, means.formats, &parent);
    auto* fleet = view;
    Screen screen = ScreenWords::agents();
    screen.widget = fleet;
    screen.take_focus = [fleet] { fleet->take_focus(); };
    screen.agent = [fleet] { return fleet->current(); };
    screen.tick = [fleet] { fleet->tick(); };
    screen.place = [fleet] {
        const auto agent = fleet->current();
        return agent ? agent->bytes() : std::string();
    };
    screen.go_to = [fleet](const std::string& place) { fleet->choose(domain::AgentId(place)); };
    screen.is_filled = [fleet] { return fleet->model().rowCount() > 0 && fleet->page().is_filled(); };
    screen.profiles = {true, true, true};
    QObject::connect(fleet, &agents::AgentsView::opened, &parent, means.open_case);
    QObject::connect(fleet, &agents::AgentsView::decision_wanted, &parent,
                     [begin = means.begin](domain::Verb verb, const domain::AgentId& agent) {
                         ports::Draft draft;
                         draft.verb = verb;
                         draft.agent = agent;
                         begin(std::move(draft));
                     });
    return screen;
}

Screen spend_screen(const Means& means, QWidget& parent, spend::SpendView*& view) {
    view = new spend::SpendView(*means.spend, means.clock, means.formats, &parent);
    auto* spend = view;
    Screen screen = ScreenWords::spend();
    screen.widget = spend;
    screen.take_focus = [spend] { spend->take_focus(); };
    screen.place = [spend] { return spend->place(); };
    screen.go_to = [spend](const std::string& place) { spend->go_to(place); };
    screen.agent = [spend] { return spend->selection().agent; };
    screen.is_filled = [spend] { return spend->answer() && spend->answer()->total.orders > 0; };
    screen.profiles = {true, false, true};
    return screen;
}

Screen connections_screen(const Means& means, QWidget& parent) {
    auto* view = new settings::ConnectionsView(*means.connections, &parent);
    Screen screen = ScreenWords::connections();
    screen.widget = view;
    screen.take_focus = [view] { view->take_focus(); };
    return screen;
}

/// `place`: the id of a rule.
Screen policy_screen(const Means& means, QWidget& parent, policy::PolicyView*& view) {
    const auto publishing = means.publishing == nullptr
                                ? std::nullopt
                                : std::optional(policy::PublishDialog::Core{*means.publishing, means.decisions,
                                                                            means.clock, means.formats});
    view = new policy::PolicyView(*means.policies, means.formats, &parent, publishing);
    auto* policy = view;
    Screen screen = ScreenWords::policy();
    screen.widget = policy;
    screen.take_focus = [policy] { policy->take_focus(); };
    screen.go_to = [policy](const std::string& rule) { policy->choose_rule(rule); };
    screen.is_filled = [policy] { return policy->is_filled(); };
    return screen;
}

/// `place`: a rule, the number of its threshold and the value to try, one in each line ("raise to X?"); or "in_force",
/// the policy in force over everything on record; or "in_force" and a source, over what came with that file.
void go_to_trial(policy::WhatIfView& view, const std::string& place) {
    constexpr std::string_view of_source = "in_force\n";
    if (place.starts_with(of_source)) {
        view.try_in_force(domain::SourceId(place.substr(of_source.size())));
        return;
    }
    const std::size_t first = place.find('\n');
    const std::size_t second = first == std::string::npos ? first : place.find('\n', first + 1);
    if (second != std::string::npos) {
        std::size_t number = 0;
        const char* const begin = place.data() + first + 1;
        if (std::from_chars(begin, place.data() + second, number).ec == std::errc()) {
            view.try_threshold(place.substr(0, first), number, place.substr(second + 1));
        }
    } else if (place == "in_force") {
        view.try_in_force();
    }
}

Screen what_if_screen(const Means& means, QWidget& parent, policy::WhatIfView*& view, policy::PolicyView& policies) {
    view = new policy::WhatIfView(*means.policies, means.formats, &parent);
    auto* trial = view;
    Screen screen = ScreenWords::what_if();
    screen.widget = trial;
    screen.take_focus = [trial] { trial->take_focus(); };
    screen.go_to = [trial](const std::string& place) { go_to_trial(*trial, place); };
    screen.is_filled = [trial] { return trial->is_done(); };
    QObject::connect(trial, &policy::WhatIfView::opened, &parent, means.open_case);
    QObject::connect(&policies, &policy::PolicyView::try_wanted, trial,
                     [trial, visit = means.visit](const std::string& draft) {
                         visit(Page::what_if, {});
                         trial->try_draft(draft);
                     });
    return screen;
}

Screen judging_screen(const Means& means, QWidget& parent) {
    auto* view = new judging::JudgingView(*means.judging, means.formats, &parent);
    Screen screen = ScreenWords::judging();
    screen.widget = view;
    screen.take_focus = [view] { view->take_focus(); };
    screen.order = [view] { return view->current_order(); };
    screen.is_filled = [view] { return view->is_filled(); };
    QObject::connect(view, &judging::JudgingView::opened, &parent, means.open_case);
    QObject::connect(view, &judging::JudgingView::raise_wanted, &parent,
                     [visit = means.visit](const std::string& rule, std::size_t threshold, const std::string& value) {
                         visit(Page::what_if, rule + "\n" + std::to_string(threshold) + "\n" + value);
                     });
    return screen;
}

} // namespace

const Screen* Screens::find(Page page) const {
    const auto found =
        std::find_if(list.begin(), list.end(), [page](const Screen& screen) { return screen.page == page; });
    return found == list.end() ? nullptr : &*found;
}

Screens make_screens(const Means& means, QWidget& parent) {
    Screens screens;
    screens.list.push_back(inbox_screen(means, parent, screens.inbox));
    screens.list.push_back(live_screen(means, parent, screens.live));
    screens.list.push_back(decisions_screen(means, parent, screens.decisions));
    if (means.agents != nullptr && means.spend != nullptr) {
        screens.list.push_back(agents_screen(means, parent, screens.agents));
    }
    if (means.spend != nullptr) {
        screens.list.push_back(spend_screen(means, parent, screens.spend));
    }
    if (means.policies != nullptr) {
        screens.list.push_back(policy_screen(means, parent, screens.policy));
        screens.list.push_back(what_if_screen(means, parent, screens.what_if, *screens.policy));
    }
    if (means.judging != nullptr) {
        screens.list.push_back(judging_screen(means, parent));
    }
    screens.list.push_back(search_screen(means, parent));
    screens.list.push_back(health_screen(means, parent));
    if (means.connections != nullptr) {
        screens.list.push_back(connections_screen(means, parent));
    }
    return screens;
}

} // namespace ui::frame
