// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/memory.h"
#include "ui/frame/panes.h"
#include "ui/frame/rail.h"
#include "ui/frame/screens.h"
#include "ui/frame/status_strip.h"
#include "ui/frame/trail.h"
#include "ui/look/notice.h"
#include "ui/sieve/bar.h"

#include <QStackedWidget>
#include <QTimer>

namespace ui::decide {
class Desk;
}

namespace ui::frame {

/// What the window is made of and how its parts talk to each other.
struct MainWindow::Parts {
    Parts(MainWindow& window, ports::Newsroom& news, ports::Archive& archive, ports::Decisions& decide,
          const base::Clock& clock, const Options& options);

    void arrange();
    void add_page(const Screen& screen) const;
    void connect_actions();
    void connect_screens();
    void connect_filters();
    void connect_keys_of_people();
    void connect_spend();
    void offer_looks(const Options& options);
    void narrow_tables() const;
    [[nodiscard]] std::vector<sieve::Bar*> tables_beside_spend() const;
    /// Says what did not work until a person has read it.
    void complain(const base::Fault& fault) const;
    void remember();
    void recall();

    void show_health(const ports::Health& health);
    void want(domain::Verb verb) const;
    void want_at_once(domain::Verb verb) const;
    void note(const ports::OwnViewDraft& draft) const;
    void ask_who_sits_here() const;
    void want_about(domain::Verb verb, const domain::AgentId& agent) const;
    void offer_stop(const QPoint& at) const;
    void ask_to_leave();
    void copy(look::CopyForm form) const;
    void open_dialog(QDialog* dialog) const;
    void choose_file();

    void turn_to(Page page);
    void visit(Page page, const std::string& place);
    void go(const std::optional<Trail::Stop>& stop);
    void leave();
    void open_case(const domain::TransactionKey& key);
    [[nodiscard]] const Screen& current() const;
    [[nodiscard]] std::optional<domain::AgentId> agent_in_view() const;
    [[nodiscard]] look::Table* table_in_view() const;
    [[nodiscard]] sieve::Bar* bar_in_view() const;

    MainWindow& self;
    ports::Newsroom& newsroom;
    ports::Decisions& decisions;
    text::Formats formats;
    ports::Health health;
    Memory memory;
    sieve::Shelf shelf; ///< saved filters, in that memory
    Trail trail;
    Profile profile = Profile::manager;
    QMainWindow* stage; ///< the screens, and the panes around them
    QStackedWidget* pages;
    look::NoticeBar* notice;    ///< how things are: follows the health
    look::NoticeBar* complaint; ///< what did not work: stays until it is dismissed
    StatusStrip* strip;
    decide::Desk* desk;
    Screens screens;
    Actions* actions;
    Rail* rail;
    Panes* panes;
    ports::Files* files;
    QTimer tick;
    bool quitting = false; ///< a person asked to leave, by a key or the menu
};

} // namespace ui::frame
