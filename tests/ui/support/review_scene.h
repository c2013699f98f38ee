// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/decide/desk.h"
#include "ui/decide/key_panel.h"
#include "ui/decide/reason_picker.h"
#include "ui/decide/sign_button.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

namespace fake {

/// A desk with one case on it, and the review of it open.
class ReviewScene {
public:
    explicit ReviewScene(domain::Verb verb = domain::Verb::reject) {
        core.who.key = ports::KeyState::open;
        core.who.person = domain::PersonId("alex");
        file = drawn_case("TX-1 sign_off EUR 4980.00 bot-7 Nordlicht GmbH");
        core.add_case(file);
        begin(verb);
    }

    void begin(domain::Verb verb) {
        ports::Draft draft;
        draft.verb = verb;
        draft.key = file.row.key;
        draft.version = file.row.version;
        draft.digest = file.row.digest;
        draft.agent = file.row.agent;
        desk.begin(draft);
    }

    [[nodiscard]] ui::decide::ReviewDialog* dialog() const { return desk.review_dialog(); }
    [[nodiscard]] ui::decide::SignButton& button() const { return dialog()->sign_button(); }

    bool wait_ready() {
        return support::wait_until(
            [this] { return dialog() != nullptr && dialog()->stage() == ui::decide::ReviewStage::ready; });
    }
    void pass_dead_time() {
        clock.advance(std::chrono::seconds(5));
        button().tick();
    }
    /// Presses the visible button with this in its text.
    bool press(const char* part) {
        const auto buttons = dialog()->findChildren<QPushButton*>();
        for (QPushButton* each : buttons) {
            if (each->isVisible() && each->text().contains(QString::fromUtf8(part))) {
                each->click();
                return true;
            }
        }
        return false;
    }
    /// Chooses a reason, lets the dead time pass and signs; true when the decision is signed.
    bool sign(const char* reason = "duplicate") {
        if (!wait_ready()) {
            return false;
        }
        choose(reason);
        pass_dead_time();
        button().click();
        return support::wait_until([this] { return dialog()->stage() == ui::decide::ReviewStage::signed_; });
    }
    void choose(const char* reason) {
        dialog()->reasons().choose(reason);
        QVERIFY(wait_ready());
    }
    /// All that the dialog's plain labels and values say.
    [[nodiscard]] QString words() const {
        QStringList all;
        const auto labels = dialog()->findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            all += label->text();
        }
        const auto edits = dialog()->findChildren<QPlainTextEdit*>();
        for (const QPlainTextEdit* edit : edits) {
            all += edit->toPlainText();
        }
        return all.join(QLatin1Char('\n'));
    }

    base::ManualClock clock{morning()};
    Core core{clock};
    text::Formats formats{QLocale::English, QTimeZone::utc()};
    ports::CaseFile file;
    QWidget window;
    ui::decide::Desk desk{{core, core, clock, formats}, window};
};

} // namespace fake
