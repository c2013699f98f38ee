// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/ports/agents.h"
#include "app/ports/archive.h"
#include "app/ports/connections.h"
#include "app/ports/decisions.h"
#include "app/ports/judging.h"
#include "app/ports/newsroom.h"
#include "app/ports/policies.h"
#include "app/ports/publishing.h"
#include "app/ports/spend.h"
#include "app/text/formats.h"
#include "ui/look/icons.h"

#include <QKeySequence>
#include <QString>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ui::frame {

/// A screen of the console. The order here means nothing; make_screens() gives the order of the rail.
enum class Page { inbox, live, agents, decisions, spend, search, health, connections, policy, what_if, judging };

/// Which of the three people sits at the console. A profile chooses what stands in the rail and which columns a table
/// begins with; everything else stays in the menus and in the command palette.
enum class Profile { manager, auditor, analyst };

/// A set of profiles.
struct Profiles {
    bool manager = true;
    bool auditor = true;
    bool analyst = true;

    [[nodiscard]] bool has(Profile profile) const {
        switch (profile) {
        case Profile::manager: return manager;
        case Profile::auditor: return auditor;
        case Profile::analyst: return analyst;
        }
        return true;
    }
};

/// One screen as data: what the rail, the menus, the command palette, the history and the tour know about it. Only
/// `page`, `id`, `title`, `glyph`, `key` and `widget` are needed; a function that is empty is not called.
struct Screen {
    Page page = Page::inbox;
    QString id;    ///< stable and plain ("spend"): names settings and pictures
    QString title; ///< translated, without mnemonic
    QString menu;  ///< the same for the View menu, with a mnemonic
    look::Glyph glyph = look::Glyph::inbox;
    QKeySequence key;  ///< of its own among all actions
    Profiles profiles; ///< whose rail shows it
    QWidget* widget = nullptr;

    /// Puts the keyboard where work begins.
    std::function<void()> take_focus;
    /// Called where the screen's own key was pressed: begins anew, as Ctrl+F does in every program.
    std::function<void()> start;
    /// What is chosen on the screen as an opaque token, and choosing it again: for back and forward.
    std::function<std::string()> place;
    std::function<void(const std::string&)> go_to;
    /// The order under the cursor, for the panes beside the screen (why, timeline, original).
    std::function<std::optional<domain::TransactionKey>()> order;
    /// The agent under the cursor, for the stop button.
    std::function<std::optional<domain::AgentId>()> agent;
    /// Health changed; once a second; another profile was chosen.
    std::function<void(const ports::Health&)> show_health;
    std::function<void()> tick;
    std::function<void(Profile)> set_profile;
    /// The tour takes its picture when this is true (at once when empty).
    std::function<bool()> is_filled;
};

/// What a screen may be made from; all of it outlives the screens.
struct Means {
    ports::Newsroom& newsroom;
    ports::Archive& archive;
    ports::Decisions& decisions;
    const base::Clock& clock;
    const text::Formats& formats;
    /// Opens the case of an order, remembering where one came from.
    std::function<void(const domain::TransactionKey&)> open_case;
    /// Opens the review of a decision. Nothing is decided before a person signs there.
    std::function<void(ports::Draft)> begin;
    /// Shows another screen, with something chosen on it (see Screen::go_to) when `place` is not empty.
    std::function<void(Page, const std::string& place)> visit;
    /// The books, where there are any: without them their screens are not made.
    ports::Spend* spend = nullptr;
    ports::Agents* agents = nullptr;
    ports::Connections* connections = nullptr; ///< none: no screen for them
    ports::Policies* policies = nullptr;       ///< none: no screens for them
    ports::Judging* judging = nullptr;         ///< none: no screen for it
    ports::Publishing* publishing = nullptr;   ///< none: policies are only read and tried
};

/// A case's key as a place, and back.
[[nodiscard]] std::string place_of(const domain::TransactionKey& key);
[[nodiscard]] std::optional<domain::TransactionKey> key_at(const std::string& place);

} // namespace ui::frame
