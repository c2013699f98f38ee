// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/decide/desk.h"
#include "ui/decide/group_dialog.h"
#include "ui/decide/reason_picker.h"
#include "ui/decide/sign_button.h"

#include <QLabel>
#include <QTest>

namespace fake {

/// A desk, a group of alike cases TX-0, TX-1, … of one agent and supplier, and the review of all of them open.
class GroupScene {
public:
    explicit GroupScene(int cases = 4, domain::Verb wanted = domain::Verb::reject)
        : verb(wanted) {
        core.who.key = ports::KeyState::open;
        core.who.person = domain::PersonId("alex");
        core.answers_by_itself = true;
        for (int i = 0; i < cases; ++i) {
            core.add_case(drawn(i));
            chosen.rows.push_back(drawn(i).row);
        }
        chosen.key = models::queue::GroupKey{false, "bot-7", "Nordlicht GmbH", "over_contract_price"};
    }

    static ports::CaseFile drawn(int number, const char* currency = "EUR") {
        ports::CaseFile file = drawn_case("TX-" + std::to_string(number) + " confirm " + currency + " 1" +
                                          std::to_string(number) + ".50 bot-7 Nordlicht GmbH");
        file.row.codes = {"over_contract_price"};
        return file;
    }
    /// As the inbox hears of it, and the desk after it.
    void change(const ports::CaseFile& file) {
        core.change_case(file);
        desk.note(ports::CaseChanges{{file.row}});
    }

    void begin() { desk.begin_group(verb, chosen); }
    [[nodiscard]] ui::decide::GroupDialog* dialog() const { return desk.group_dialog(); }
    [[nodiscard]] ui::decide::GroupReview& review() const { return dialog()->review(); }
    [[nodiscard]] ui::decide::SignButton& button() const { return dialog()->sign_button(); }
    [[nodiscard]] const ui::decide::GroupOrder& order(int place) const {
        return review().orders()[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] QString cell(int place, int column) const {
        return dialog()->table().model()->index(place, column).data().toString();
    }

    bool open() {
        begin();
        return support::wait_until([this] { return dialog() != nullptr && !review().is_looking(); });
    }
    /// Gives a reason, and a question where one is needed; true when the button is live.
    bool make_ready(const char* reason = "duplicate", const char* note = "") {
        dialog()->reasons().write(QString::fromUtf8(note));
        dialog()->reasons().choose(reason);
        clock.advance(std::chrono::seconds(3));
        return support::wait_until([this] {
            button().tick();
            return button().isEnabled();
        });
    }
    bool sign_all() {
        button().click();
        return support::wait_until([this] { return review().is_over(); });
    }
    bool run(const char* reason = "duplicate", const char* note = "") {
        return open_with_note(note) && make_ready(reason, note) && sign_all();
    }

    base::ManualClock clock{morning()};
    Core core{clock};
    domain::Verb verb;
    models::queue::Selection chosen;
    text::Formats formats{QLocale::English, QTimeZone::utc()};
    QWidget window;
    ui::decide::Desk desk{{core, core, clock, formats}, window};

private:
    /// Asking is not looked at before there is a question.
    bool open_with_note(const char* note) {
        if (*note == '\0') {
            return open();
        }
        begin();
        return support::wait_until([this] { return dialog() != nullptr; });
    }
};

} // namespace fake
