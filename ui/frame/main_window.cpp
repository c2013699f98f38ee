// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/main_window.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/decide/desk.h"
#include "ui/decisions/decisions_view.h"
#include "ui/frame/about_box.h"
#include "ui/frame/actions.h"
#include "ui/frame/rail.h"
#include "ui/frame/shortcut_sheet.h"
#include "ui/frame/status_strip.h"
#include "ui/inbox/inbox_view.h"
#include "ui/live/live_view.h"
#include "ui/look/notice.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui::frame {

namespace {
constexpr int tick_milliseconds = 1000;
}

struct MainWindow::Parts {
    Parts(MainWindow& window, ports::Newsroom& news, ports::Archive& archive, ports::Decisions& decide,
          const base::Clock& clock, const Options& options)
        : newsroom(news)
        , decisions(decide)
        , formats(options.locale, options.zone)
        , actions(new Actions(window))
        , rail(new Rail(&window))
        , notice(new look::NoticeBar(&window))
        , pages(new QStackedWidget(&window))
        , inbox(new inbox::InboxView(news, archive, clock, formats, &window))
        , live(new live::LiveView(news, archive, formats, &window))
        , history(new decisions::DecisionsView(decide, formats, &window))
        , strip(new StatusStrip(clock, formats, options.sandbox, &window))
        , desk(new decide::Desk({decide, archive, clock, formats}, window)) {}

    void arrange(MainWindow& window);
    void connect_actions(MainWindow& window);
    void connect_pages(MainWindow& window);
    void show_health(const ports::Health& health);
    void want(domain::Verb verb) const;
    void want_stop(const domain::AgentId& agent) const;
    void offer_stop(MainWindow& window, const QPoint& at) const;
    [[nodiscard]] std::optional<domain::AgentId> agent_in_view() const;

    ports::Newsroom& newsroom;
    ports::Decisions& decisions;
    text::Formats formats;
    ports::Health health;
    Actions* actions;
    Rail* rail;
    look::NoticeBar* notice;
    QStackedWidget* pages;
    inbox::InboxView* inbox;
    live::LiveView* live;
    decisions::DecisionsView* history;
    StatusStrip* strip;
    decide::Desk* desk;
    QTimer tick;
};

MainWindow::MainWindow(ports::Newsroom& newsroom, ports::Archive& archive, ports::Decisions& decisions,
                       const base::Clock& clock, Options options, QWidget* parent)
    : QMainWindow(parent)
    , parts_(std::make_unique<Parts>(*this, newsroom, archive, decisions, clock, options)) {
    setWindowTitle(options.sandbox ? tr("Reeve: sandbox, simulated agents") : tr("Reeve"));
    setObjectName(QStringLiteral("main_window"));
    parts_->arrange(*this);
    parts_->connect_actions(*this);
    parts_->connect_pages(*this);
    newsroom.watch_health({this, [this](const auto& health) {
                               parts_->show_health(*health);
                               Q_EMIT health_changed();
                           }});
    show_page(Page::inbox);
}

/// The pages use the formats, so they go before them.
MainWindow::~MainWindow() {
    delete takeCentralWidget();
}

void MainWindow::Parts::arrange(MainWindow& window) {
    pages->addWidget(inbox);
    pages->addWidget(live);
    pages->addWidget(history);
    auto* whole = new QWidget(&window);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notice);
    column->addWidget(pages, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(rail);
    row->addLayout(column, 1);
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(row, 1);
    rows->addWidget(strip);
    window.setCentralWidget(whole);
    const QFontMetrics metrics(window.font());
    window.resize(metrics.averageCharWidth() * 190, metrics.height() * 46);
}

void MainWindow::Parts::connect_actions(MainWindow& window) {
    MainWindow* self = &window;
    connect(actions, &Actions::page_wanted, self, &MainWindow::show_page);
    connect(actions, &Actions::verb_wanted, self, [this](domain::Verb verb) { want(verb); });
    connect(actions, &Actions::fleet_stop_wanted, self, [this] { want_stop(domain::AgentId("*")); });
    connect(actions, &Actions::step_wanted, inbox, [this](int by) {
        if (pages->currentWidget() == inbox) {
            inbox->step(by);
        }
    });
    connect(actions, &Actions::new_cases_wanted, inbox, &inbox::InboxView::show_new);
    connect(actions, &Actions::pause_toggled, live, &live::LiveView::toggle_pause);
    connect(actions, &Actions::reconnect_wanted, self, [this] {
        newsroom.reconnect();
        inbox->refresh();
    });
    connect(actions, &Actions::lock_wanted, self, [this, self] {
        decisions.lock({self, [this](const base::Result<ports::Identity>& identity) {
                            if (!identity.ok()) {
                                notice->say(identity.fault());
                            }
                        }});
    });
    connect(actions, &Actions::sheet_wanted, self, [this, self] {
        auto* sheet = new ShortcutSheet(actions->all(), self);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
    connect(actions, &Actions::about_wanted, self, [self] {
        auto* about = new AboutBox(self);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
    connect(actions, &Actions::quit_wanted, self, &QWidget::close);
}

void MainWindow::Parts::connect_pages(MainWindow& window) {
    MainWindow* self = &window;
    connect(rail, &Rail::chosen, self, &MainWindow::show_page);
    connect(rail, &Rail::stop_pressed, self, [this, self](const QPoint& at) { offer_stop(*self, at); });
    connect(inbox, &inbox::InboxView::open_count_changed, rail, &Rail::show_open_cases);
    connect(inbox, &inbox::InboxView::cases_changed, desk, &decide::Desk::note);
    connect(&inbox->case_view(), &case_::CaseView::decision_wanted, desk, &decide::Desk::begin);
    const auto open = [this, self](const domain::TransactionKey& key) {
        self->show_page(Page::inbox);
        inbox->open(key);
    };
    connect(live, &live::LiveView::opened, self, open);
    connect(history, &decisions::DecisionsView::opened, self, open);
    connect(history, &decisions::DecisionsView::changed, inbox, [this](const ports::DecisionRow& row) {
        const auto shown = inbox->case_view().key();
        if (shown && shown->id == row.decision.transaction) {
            inbox->refresh();
        }
    });
    connect(desk, &decide::Desk::failed, self, [this](const base::Fault& fault) { notice->say(fault); });
    connect(notice, &look::NoticeBar::pressed, self, [this] { newsroom.reconnect(); });
    tick.setInterval(tick_milliseconds);
    connect(&tick, &QTimer::timeout, self, [this] {
        inbox->tick();
        strip->tick();
    });
    tick.start();
}

void MainWindow::Parts::show_health(const ports::Health& now) {
    health = now;
    strip->show(now);
    inbox->show_health(now);
    live->show_health(now);
    const auto alarm = StatusStrip::alarm(now);
    if (!alarm) {
        notice->clear();
        return;
    }
    notice->say(alarm->level, alarm->sentence, alarm->fault ? MainWindow::tr("&Try now") : QString());
}

void MainWindow::Parts::want(domain::Verb verb) const {
    if (verb == domain::Verb::stop && pages->currentWidget() == live) {
        if (const auto agent = live->current_agent()) {
            want_stop(*agent);
        }
        return;
    }
    if (pages->currentWidget() == inbox) {
        inbox->case_view().want(verb);
    }
}

void MainWindow::Parts::want_stop(const domain::AgentId& agent) const {
    ports::Draft draft;
    draft.verb = domain::Verb::stop;
    draft.agent = agent;
    draft.key.source = health.source;
    desk->begin(std::move(draft));
}

std::optional<domain::AgentId> MainWindow::Parts::agent_in_view() const {
    if (pages->currentWidget() == live) {
        return live->current_agent();
    }
    const auto& file = inbox->case_view().file();
    return pages->currentWidget() == inbox && file && !file->row.agent.empty() ? std::optional(file->row.agent)
                                                                               : std::nullopt;
}

/// The button only opens: what is stopped is chosen here and read again in the review.
void MainWindow::Parts::offer_stop(MainWindow& window, const QPoint& at) const {
    auto* menu = new QMenu(&window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto agent = agent_in_view();
    QAction* one =
        menu->addAction(agent ? text::fill(MainWindow::tr("Stop agent %1 …"), {text::for_button(text::safe(*agent))})
                              : MainWindow::tr("Stop one agent: open its case or choose its live row first"));
    one->setEnabled(agent.has_value());
    connect(one, &QAction::triggered, desk, [this, agent] { want_stop(*agent); });
    QAction* fleet = menu->addAction(MainWindow::tr("Stop the whole fleet …"));
    connect(fleet, &QAction::triggered, desk, [this] { want_stop(domain::AgentId("*")); });
    menu->popup(at);
}

void MainWindow::show_page(Page page) {
    QWidget* const widgets[] = {parts_->inbox, parts_->live, parts_->history};
    QWidget* widget = widgets[static_cast<int>(page)];
    parts_->pages->setCurrentWidget(widget);
    parts_->rail->show_page(page);
    switch (page) {
    case Page::inbox: parts_->inbox->take_focus(); break;
    case Page::live: parts_->live->take_focus(); break;
    case Page::decisions: parts_->history->take_focus(); break;
    }
}

Page MainWindow::page() const {
    return static_cast<Page>(parts_->pages->currentIndex());
}

const ports::Health& MainWindow::health() const {
    return parts_->health;
}

inbox::InboxView& MainWindow::inbox_view() const {
    return *parts_->inbox;
}

live::LiveView& MainWindow::live_view() const {
    return *parts_->live;
}

decisions::DecisionsView& MainWindow::decisions_view() const {
    return *parts_->history;
}

decide::Desk& MainWindow::desk() const {
    return *parts_->desk;
}

} // namespace ui::frame
