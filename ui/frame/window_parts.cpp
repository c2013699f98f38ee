// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/window_parts.h"

#include "ui/decide/desk.h"
#include "ui/decisions/decisions_view.h"
#include "ui/frame/about_box.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/shortcut_sheet.h"
#include "ui/inbox/inbox_view.h"
#include "ui/live/live_view.h"
#include "ui/look/filter_bar.h"
#include "ui/look/theme.h"
#include "ui/spend/spend_view.h"

#include <QApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::frame {

namespace {
constexpr int tick_milliseconds = 1000;
constexpr int settling = 250; ///< milliseconds: the first rows are painted by then
} // namespace

MainWindow::Parts::Parts(MainWindow& window, ports::Newsroom& news, ports::Archive& archive, ports::Decisions& decide,
                         const base::Clock& clock, const Options& options)
    : self(window)
    , newsroom(news)
    , decisions(decide)
    , formats(options.locale, options.zone)
    , memory(options.memory)
    , shelf({[this](const QString& name) { return memory.word(name); },
             [this](const QString& name, const QString& value) { memory.keep_word(name, value); }})
    , stage(new QMainWindow)
    , pages(new QStackedWidget(stage))
    , notice(new look::NoticeBar(stage))
    , complaint(new look::NoticeBar(stage))
    , strip(new StatusStrip(clock, formats, options.sandbox, &window))
    , desk(new decide::Desk({decide, archive, clock, formats}, window))
    , screens(make_screens({news, archive, decide, clock, formats,
                            [this](const domain::TransactionKey& key) { open_case(key); },
                            [this](ports::Draft draft) {
                                if (draft.key.source.empty()) {
                                    draft.key.source = health.source;
                                }
                                desk->begin(std::move(draft));
                            },
                            [this](Page page, const std::string& place) { visit(page, place); }, options.spend,
                            options.agents, options.connections, options.policies, options.judging, options.publishing},
                           *pages))
    , actions(new Actions(window, screens.list))
    , rail(new Rail(screens.list, &window))
    , panes(new Panes(archive, formats, *stage))
    , files(options.files) {
    actions->add_to_view(panes->toggles());
    for (const Screen& screen : screens.list) { // what a screen can do besides, while it is in front
        if (!screen.widget->actions().isEmpty()) {
            actions->add_to_view(screen.widget->actions());
        }
    }
    offer_looks(options);
}

/// Light or dark at once; another language in a window of its own, because every word of this one is made.
void MainWindow::Parts::offer_looks(const Options& options) {
    if (look::Theme* theme = options.theme) {
        actions->offer_themes(theme->choice());
        connect(actions, &Actions::theme_wanted, &self, [this, theme](look::ThemeChoice choice) {
            theme->choose(choice);
            memory.keep(choice);
        });
    }
    if (options.language_changed) {
        actions->offer_languages(memory.word(Memory::language));
        connect(actions, &Actions::language_wanted, &self,
                [this, changed = options.language_changed](const auto& code) {
                    if (code != memory.word(Memory::language)) {
                        memory.keep_word(Memory::language, code);
                        changed();
                    }
                });
    }
}

/// A screen that is not in front is laid out when it is first wanted, or soon after the start: the first rows do not
/// wait for it. In the end all are, so that the window's least size does not depend on where one has been.
void MainWindow::Parts::add_page(const Screen& screen) const {
    if (pages->indexOf(screen.widget) < 0) {
        pages->addWidget(screen.widget);
    }
}

void MainWindow::Parts::arrange() {
    for (const Screen& screen : screens.list) {
        screen.widget->hide();
    }
    add_page(screens.list.front());
    QTimer::singleShot(settling, pages, [this] {
        for (const Screen& screen : screens.list) {
            add_page(screen);
        }
    });
    stage->setWindowFlags(Qt::Widget);
    stage->setDockOptions(QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    stage->setContextMenuPolicy(Qt::NoContextMenu);
    auto* centre = new QWidget(stage);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notice);
    column->addWidget(complaint);
    column->addWidget(pages, 1);
    stage->setCentralWidget(centre);
    auto* whole = new QWidget(&self);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(rail);
    row->addWidget(stage, 1);
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(row, 1);
    rows->addWidget(strip);
    self.setCentralWidget(whole);
    const QFontMetrics metrics(self.font());
    self.resize(metrics.averageCharWidth() * 190, metrics.height() * 46);
}

void MainWindow::Parts::connect_actions() {
    connect(actions, &Actions::page_wanted, &self, [this](Page page) {
        self.show_page(page);
        current().start ? current().start() : void();
    });
    connect(actions, &Actions::profile_wanted, &self, &MainWindow::set_profile);
    connect(actions, &Actions::back_wanted, &self, [this] {
        leave();
        go(trail.back());
    });
    connect(actions, &Actions::forward_wanted, &self, [this] {
        leave();
        go(trail.forward());
    });
    connect(actions, &Actions::reset_wanted, &self, [this] {
        memory.forget_arrangement();
        panes->reset();
        for (look::Table* table : self.findChildren<look::Table*>()) {
            table->reset_columns();
        }
    });
    connect(actions, &Actions::copy_wanted, &self, [this](look::CopyForm form) { copy(form); });
    connect(actions, &Actions::file_wanted, &self, [this] { choose_file(); });
    connect(actions, &Actions::columns_wanted, &self, [this] {
        if (look::Table* table = table_in_view()) {
            table->offer_columns();
        }
    });
    connect(actions, &Actions::order_wanted, &self, [this] {
        if (look::Table* table = table_in_view()) {
            table->offer_order();
        }
    });
    connect(actions, &Actions::filter_wanted, &self, [this] {
        const auto bars = current().widget->findChildren<look::FilterBar*>();
        const auto seen = std::find_if(bars.begin(), bars.end(), [](const auto* bar) { return bar->isVisible(); });
        if (seen != bars.end()) {
            (*seen)->take_focus();
        }
    });
    connect_filters();
    connect(actions, &Actions::pause_toggled, &self, [this] { // never out of sight
        current().page == Page::live
            ? screens.live->toggle_pause()
            : strip->remark(MainWindow::tr("P pauses the live table: go there first (Ctrl+2)."));
    });
    connect_keys_of_people();
    connect(actions, &Actions::palette_wanted, &self,
            [this] { open_dialog(new CommandPalette(CommandPalette::actions_of(self), &self)); });
    connect(actions, &Actions::sheet_wanted, &self, [this] { open_dialog(new ShortcutSheet(actions->all(), &self)); });
    connect(actions, &Actions::about_wanted, &self, [this] { open_dialog(new AboutBox(&self)); });
    connect(actions, &Actions::quit_wanted, &self, [this] {
        quitting = true;
        self.close();
        quitting = false;
    });
}

/// Which table is meant: that of the bar which is in front, the first of the screen where several are.
sieve::Bar* MainWindow::Parts::bar_in_view() const {
    const auto bars = current().widget->findChildren<sieve::Bar*>();
    const auto seen = std::find_if(bars.begin(), bars.end(), [](const sieve::Bar* bar) { return bar->isVisible(); });
    return seen == bars.end() ? nullptr : *seen;
}

void MainWindow::Parts::connect_filters() {
    for (const Screen& screen : screens.list) {
        for (sieve::Bar* bar : screen.widget->findChildren<sieve::Bar*>()) {
            bar->set_shelf(shelf);
            connect(bar, &sieve::Bar::came_forward, &self, [this, page = screen.page] { self.show_page(page); });
        }
    }
    const auto ask = [this](auto wish) {
        return [this, wish] {
            if (sieve::Bar* bar = bar_in_view()) {
                (bar->*wish)();
            }
        };
    };
    connect(actions, &Actions::filter_form_wanted, &self, ask(&sieve::Bar::open_builder));
    connect(actions, &Actions::saved_filters_wanted, &self, ask(&sieve::Bar::open_saved));
    connect(actions, &Actions::filter_name_wanted, &self, ask(&sieve::Bar::ask_for_name));
}

void MainWindow::Parts::connect_screens() {
    connect(rail, &Rail::chosen, &self, &MainWindow::show_page);
    inbox::InboxView* inbox = screens.inbox;
    connect(inbox, &inbox::InboxView::open_count_changed, rail, &Rail::show_open_cases);
    connect(inbox, &inbox::InboxView::mine_count_changed, strip, &StatusStrip::show_mine);
    connect(inbox, &inbox::InboxView::cases_changed, desk, &decide::Desk::note);
    connect(&inbox->case_view(), &case_::CaseView::decision_wanted, desk, &decide::Desk::begin);
    connect(inbox, &inbox::InboxView::decision_at_once_wanted, desk, &decide::Desk::begin_group);
    connect(&inbox->case_view(), &case_::CaseView::own_view_noted, &self,
            [this](const ports::OwnViewDraft& draft) { note(draft); });
    connect(desk, &decide::Desk::closed, &self, [this] { ask_who_sits_here(); });
    connect(desk, &decide::Desk::key_made, &self, [this] { ask_who_sits_here(); });
    ask_who_sits_here();
    connect(screens.decisions, &decisions::DecisionsView::changed, inbox, [inbox](const ports::DecisionRow& row) {
        const auto shown = inbox->case_view().key();
        if (shown && shown->id == row.decision.transaction) {
            inbox->refresh();
        }
    });
    connect(desk, &decide::Desk::failed, &self, [this](const base::Fault& fault) { complain(fault); });
    connect(complaint, &look::NoticeBar::pressed, complaint, &look::NoticeBar::clear);
    connect_spend();
    connect(notice, &look::NoticeBar::pressed, &self, [this] { newsroom.reconnect(); });
    tick.setInterval(tick_milliseconds);
    connect(&tick, &QTimer::timeout, &self, [this] {
        for (const Screen& screen : screens.list) {
            if (screen.tick) {
                screen.tick();
            }
        }
        strip->tick();
    });
    tick.start();
    // The panes follow the cursor of whatever has the keyboard; asking is cheap, reading happens on a change only.
    auto* glance = new QTimer(&self);
    glance->setInterval(tick_milliseconds / 5);
    connect(glance, &QTimer::timeout, &self,
            [this] { panes->show_order(current().order ? current().order() : std::nullopt); });
    glance->start();
}

void MainWindow::Parts::complain(const base::Fault& fault) const {
    complaint->say(fault, MainWindow::tr("Dis&miss"));
}

/// A choice among the spend is a step that "back" takes again, and what is shown now is said where one looks for it.
void MainWindow::Parts::connect_spend() {
    spend::SpendView* spend = screens.spend;
    if (spend == nullptr) {
        return;
    }
    connect(spend, &spend::SpendView::failed, &self, [this](const base::Fault& fault) { complain(fault); });
    connect(spend, &spend::SpendView::narrowed, &self, [this, spend](const std::string& before) {
        if (current().page == Page::spend) { // elsewhere it was only taken away
            trail.stay(before);
            trail.visit({Page::spend, spend->place()});
            actions->show_trail(trail.can_go_back(), trail.can_go_forward());
        }
        const QString only = spend->narrowing();
        strip->remark(only.isEmpty() ? MainWindow::tr("All spend is shown again") : only);
    });
    connect(spend, &spend::SpendView::opened, &self, [this](const domain::TransactionKey& key) { open_case(key); });
    connect(spend, &spend::SpendView::narrowing_changed, &self, [this] { narrow_tables(); });
    for (sieve::Bar* bar : tables_beside_spend()) {
        connect(bar, &sieve::Bar::narrowing_removed, spend, &spend::SpendView::widen);
    }
    const QString tiers = QStringLiteral("spend_tiers_by");
    spend->set_by(memory.word(tiers) == QStringLiteral("platform") ? ports::TierBy::platform : ports::TierBy::policy);
    connect(spend, &spend::SpendView::by_changed, &self, [this, tiers](ports::TierBy by) {
        memory.keep_word(tiers, by == ports::TierBy::platform ? QStringLiteral("platform") : QStringLiteral("policy"));
    });
    const QString target = QStringLiteral("spend_target");
    if (const QString kept = memory.word(target); !kept.isEmpty()) {
        spend->set_target(kept.toInt());
    }
    connect(spend, &spend::SpendView::target_changed, &self,
            [this, target](int percent) { memory.keep_word(target, QString::number(percent)); });
}

/// The tables of what happens; a case's own lists stay whole.
std::vector<sieve::Bar*> MainWindow::Parts::tables_beside_spend() const {
    std::vector<sieve::Bar*> bars;
    for (sieve::Bar* bar : pages->findChildren<sieve::Bar*>()) {
        const QString& table = bar->table();
        if (table == u"inbox" || table == u"live" || table == u"decisions" || table == u"agents") {
            bars.push_back(bar);
        }
    }
    return bars;
}

/// What was chosen among the spend is what every other screen shows, until it is taken away.
void MainWindow::Parts::narrow_tables() const {
    const sieve::Narrowing narrowing = screens.spend->narrowing_elsewhere();
    for (sieve::Bar* bar : tables_beside_spend()) {
        bar->narrow(narrowing);
    }
}

void MainWindow::Parts::show_health(const ports::Health& now) {
    health = now;
    strip->show(now);
    for (const Screen& screen : screens.list) {
        if (screen.show_health) {
            screen.show_health(now);
        }
    }
    const auto alarm = StatusStrip::alarm(now);
    if (!alarm) {
        notice->clear();
        return;
    }
    notice->say(alarm->level, alarm->sentence, alarm->fault ? MainWindow::tr("&Try now") : QString());
}

void MainWindow::Parts::copy(look::CopyForm form) const {
    if (const look::Table* table = table_in_view()) {
        const int rows = look::copy_rows(form, *table);
        strip->remark(MainWindow::tr("%Ln rows copied", nullptr, rows));
    }
}

/// The dialog of Qt's own, so that it is the same everywhere and named for screen readers.
void MainWindow::Parts::choose_file() {
    auto* dialog = new QFileDialog(&self, MainWindow::tr("Open files"));
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {MainWindow::tr("Tables and agent runs (*.csv *.tsv *.txt *.jsonl)"), MainWindow::tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, &self, &MainWindow::open_all);
    open_dialog(dialog);
}

void MainWindow::Parts::open_dialog(QDialog* dialog) const {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui::frame
