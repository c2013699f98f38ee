// SPDX-License-Identifier: GPL-3.0-or-later
//
// The policy's screens over the real port: what is typed is checked at its place, the form changes exactly one thing,
// and a draft is tried on a real record, with cancel.
#include "app/console/policies.h"
#include "app/policy/shipped.h"
#include "app/record/recorder.h"
#include "app/verdicts/policy_shelf.h"
#include "tests/record/feed_maker.h"
#include "tests/support/patience.h"
#include "ui/policy/form_page.h"
#include "ui/policy/looks_page.h"
#include "ui/policy/policy_view.h"
#include "ui/policy/result_pages.h"
#include "ui/policy/text_page.h"
#include "ui/policy/what_if_charts.h"
#include "ui/policy/what_if_pages.h"
#include "ui/policy/what_if_view.h"

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using ui::policy::PolicyView;
using ui::policy::WhatIfView;

namespace {

domain::Money pounds(std::int64_t minor) {
    return {minor, domain::Currency::from_code("GBP").value()};
}

/// A record with forty days of orders, one of them of 1,500 pounds.
void fill(const std::filesystem::path& folder) {
    const base::SystemClock clock;
    record::Options options;
    options.folder = folder;
    auto recorder = record::Recorder::open(options, clock);
    FeedMaker feed;
    domain::Agent agent;
    agent.id = domain::AgentId("agent-1");
    agent.owner = domain::OwnerId("owner-1");
    std::vector<domain::Event> events = {feed.event(domain::EventType::agent_registered, agent)};
    for (int day = 0; day < 40; ++day) {
        domain::TransactionVersion version = feed.version("T-" + std::to_string(day), 1, 0);
        version.subject.net = version.subject.gross = pounds(day == 39 ? 150'000 : 4'000 + day);
        version.subject.tax = pounds(0);
        version.digest = crypto::sha256(wire::subject_bytes(version));
        domain::Event event = feed.event(domain::EventType::transaction_requested, std::move(version));
        event.time = FeedMaker::start() + std::chrono::hours(24 * day);
        event.raw = wire::encode_event(event);
        events.push_back(std::move(event));
    }
    record::Preparer preparer;
    auto prepared = preparer.prepare(FeedMaker::frames(events));
    if (!recorder || !prepared || !(*recorder)->append(*prepared)) {
        qFatal("the record cannot be made");
    }
}

struct Scene {
    Scene() {
        view.resize(1200, 800);
        view.show();
    }
    void wait() const { QTRY_VERIFY(view.is_filled()); }
    [[nodiscard]] QLineEdit& field(const QString& name) const {
        const auto all = view.findChildren<QLineEdit*>();
        for (QLineEdit* one : all) {
            if (one->accessibleName() == name) {
                return *one;
            }
        }
        qFatal("no such field");
    }
    void type(QLineEdit& into, const QString& text) const {
        into.setFocus();
        into.selectAll();
        QTest::keyClicks(&into, text);
        QTest::keyClick(&into, Qt::Key_Return);
    }

    /// With a record in it before anything asks: a store that is being made answers nobody.
    struct Folder : QTemporaryDir {
        Folder() { fill(path().toStdString() + "/store"); }
    };

    Folder folder;
    console::Policies policies{folder.path().toStdString() + "/store"};
    text::Formats formats{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    PolicyView view{policies, formats};
    WhatIfView trial{policies, formats};
};

/// Answers the next file dialog as a person would who types a path.
void answer_file_dialog(const QString& path) {
    auto* timer = new QTimer;
    timer->callOnTimeout([timer, path] {
        if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            timer->deleteLater();
            dialog->findChild<QLineEdit*>()->setText(path);
            static_cast<QDialog*>(dialog)->done(QDialog::Accepted);
        }
    });
    timer->start(20);
}

} // namespace

class TestPolicyView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_policy_in_force_is_shown_and_every_control_has_a_name() {
        Scene scene;
        scene.wait();
        QVERIFY(scene.view.is_usable());
        QTRY_VERIFY(scene.view.form().rule_count() > 20);
        QCOMPARE(scene.view.difference().rows(), 0);
        const auto widgets = scene.view.findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            const bool control = qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                 qobject_cast<QPlainTextEdit*>(widget) || qobject_cast<QTableView*>(widget);
            if (control && !widget->accessibleName().isEmpty()) {
                continue;
            }
            QVERIFY2(!control || widget->objectName().startsWith(QStringLiteral("qt_")),
                     widget->metaObject()->className());
        }
    }

    void the_policy_that_the_record_judges_by_is_the_one_shown_and_tried_against() {
        const QTemporaryDir folder;
        const std::filesystem::path store = folder.path().toStdString() + "/store";
        fill(store);
        std::string ours(policy::shipped_policy());
        ours.replace(ours.find("2026-11-21"), 10, "our-policy");
        {
            const base::SystemClock clock;
            record::Options options;
            options.folder = store;
            auto recorder = record::Recorder::open(options, clock);
            QVERIFY(recorder &&
                    (*recorder)->keep_setting(verdicts::policy_setting, ours, domain::PersonId("somebody")));
        }
        console::Policies policies{store};
        QObject context;
        std::optional<ports::PolicyText> told;
        policies.in_force({&context, [&](const base::Result<ports::PolicyText>& answer) {
                               told = answer ? std::optional(*answer) : std::nullopt;
                           }});
        QTRY_VERIFY(told.has_value());
        QCOMPARE(told->version, std::string("our-policy"));
        QVERIFY(!told->shipped && told->text == ours);
        std::optional<domain::WhatIf> tried;
        policies.what_if(std::string(policy::shipped_policy()), {}, {&context, [](const auto&) {}},
                         {&context, [&](const base::Result<domain::WhatIf>& made) {
                              tried = made ? std::optional(*made) : std::nullopt;
                          }});
        QTRY_VERIFY(tried.has_value());
        QCOMPARE(tried->before, std::string("our-policy"));
        QCOMPARE(tried->after, std::string("2026-11-21"));
    }

    void a_typing_error_is_found_at_its_place_while_typing() {
        Scene scene;
        scene.wait();
        QPlainTextEdit& editor = scene.view.page().editor();
        scene.view.tabs().setCurrentWidget(&scene.view.page());
        QCOMPARE(editor.textCursor().position(), 0); // a document is read from its beginning
        QVERIFY(editor.find(QStringLiteral("repeats >= 4")));
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(cursor.selectionStart());
        editor.setTextCursor(cursor);
        QTest::keyClicks(&editor, QStringLiteral("x"));
        QTRY_VERIFY(!scene.view.is_usable());
        QTRY_COMPARE(editor.extraSelections().size(), 1);
        QVERIFY(editor.extraSelections().constFirst().cursor.selectedText().startsWith(QStringLiteral("xrepeats")));
        QTest::keyClick(&editor, Qt::Key_Backspace);
        QTRY_VERIFY(scene.view.is_usable());
        QVERIFY(editor.extraSelections().isEmpty());
    }

    void a_tier_and_a_threshold_are_changed_by_the_form() {
        Scene scene;
        scene.wait();
        QTRY_VERIFY(scene.view.form().rule_count() > 20);
        const std::string before = scene.view.draft();
        scene.type(scene.field(QStringLiteral("Confirm from GBP")), QStringLiteral("2,000.00"));
        QTRY_VERIFY(scene.view.draft() != before);
        QTRY_COMPARE(scene.view.difference().rows(), 1);
        QTRY_COMPARE(scene.view.tests().failed(), 2); // two test cases say where the tier begins
        scene.view.choose_rule("new-supplier");
        scene.type(scene.field(QStringLiteral("Threshold in GBP")), QStringLiteral("750"));
        QTRY_VERIFY(scene.view.draft().find("amount >= money('750.00 GBP')") != std::string::npos);
        QTRY_COMPARE(scene.view.difference().rows(), 2);
    }

    void the_share_of_own_views_is_set_by_the_form() {
        Scene scene;
        scene.wait();
        ui::policy::LooksPage& looks = scene.view.looks();
        scene.view.tabs().setCurrentWidget(&looks);
        QCOMPARE(looks.own_view().value(), 20); // what counts where the text says nothing
        looks.own_view().setValue(35);
        QTRY_VERIFY(scene.view.draft().find("\"own_view_percent\": 35") != std::string::npos);
        QTRY_COMPARE(scene.view.difference().rows(), 1);
        QTRY_VERIFY(scene.view.is_usable());
        looks.own_view().setValue(200); // there is no such share
        QCOMPARE(looks.own_view().value(), 100);
    }

    void a_second_ai_is_added_changed_and_dismissed_by_the_form() {
        Scene scene;
        scene.wait();
        ui::policy::LooksPage& looks = scene.view.looks();
        scene.view.tabs().setCurrentWidget(&looks);
        QAbstractItemModel* all = looks.reviewers().model();
        QVERIFY(!looks.add().isEnabled() && !looks.dismiss().isEnabled());
        looks.name().setText(QStringLiteral("Second look"));
        looks.key().setText(QStringLiteral("AAAA"));
        QVERIFY(!looks.add().isEnabled() && looks.complaint().contains(QStringLiteral("32 bytes")));
        const QString key = QString::fromLatin1(QByteArray(32, 'k').toBase64());
        looks.key().setText(key);
        QVERIFY(looks.add().isEnabled() && looks.complaint().isEmpty());
        looks.add().click();
        QTRY_COMPARE(all->rowCount(), 1);
        QVERIFY(scene.view.draft().find("\"look_percent\": 10") != std::string::npos);
        QVERIFY(!looks.add().isEnabled() && !looks.change().isEnabled()); // nobody is there twice
        looks.share().setValue(25);
        looks.change().click();
        QTRY_VERIFY(scene.view.draft().find("\"look_percent\": 25") != std::string::npos);
        looks.name().setText(QStringLiteral("Third look"));
        QVERIFY(!looks.add().isEnabled());
        looks.key().setText(QString::fromLatin1(QByteArray(32, 'm').toBase64()));
        looks.add().click();
        QTRY_COMPARE(all->rowCount(), 2);
        QCOMPARE(looks.reviewers().currentIndex().row(), 1);
        looks.key().setText(key);
        QVERIFY(!looks.change().isEnabled() && looks.complaint().contains(QStringLiteral("Second look")));
        looks.dismiss().click();
        QTRY_COMPARE(all->rowCount(), 1);
        looks.dismiss().click();
        QTRY_COMPARE(all->rowCount(), 0);
        QTRY_VERIFY(scene.view.is_usable());
    }

    void what_is_no_amount_changes_nothing_and_is_said() {
        Scene scene;
        scene.wait();
        QTRY_VERIFY(scene.view.form().rule_count() > 20);
        const std::string before = scene.view.draft();
        QLineEdit& field = scene.field(QStringLiteral("Confirm from GBP"));
        scene.type(field, QStringLiteral("1,23"));
        QCOMPARE(field.text(), QStringLiteral("1,000.00"));
        QCOMPARE(scene.view.draft(), before);
    }

    void a_rule_is_taken_out_and_put_back() {
        Scene scene;
        scene.wait();
        QTRY_VERIFY(scene.view.form().rule_count() > 20);
        const int rules = scene.view.form().rule_count();
        scene.view.choose_rule("twin");
        auto* in_use = scene.view.findChild<QCheckBox*>();
        in_use->setChecked(false);
        QTRY_VERIFY(scene.view.draft().find("\"id\": \"twin\"") == std::string::npos);
        QTRY_VERIFY(scene.view.difference().rows() > 0);
        QCOMPARE(scene.view.form().rule_count(), rules); // it stays in the list, out of use
        QVERIFY(!in_use->isChecked());
        in_use->setChecked(true);
        QTRY_VERIFY(scene.view.draft().find("\"id\": \"twin\"") != std::string::npos);
        QTRY_COMPARE(scene.view.difference().rows(), 0);
    }

    void a_draft_is_tried_on_the_record() {
        Scene scene;
        scene.wait();
        QTRY_VERIFY(scene.view.form().rule_count() > 20);
        scene.trial.resize(1000, 700);
        scene.trial.show();
        connect(&scene.view, &PolicyView::try_wanted, &scene.trial, &WhatIfView::try_draft);
        scene.type(scene.field(QStringLiteral("Confirm from GBP")), QStringLiteral("2000"));
        QTRY_VERIFY(scene.view.draft().find("200000") != std::string::npos);
        QTRY_VERIFY(scene.view.is_usable());
        Q_EMIT scene.view.try_wanted(scene.view.draft());
        QVERIFY(scene.trial.is_running() && !scene.trial.go().isEnabled());
        QTRY_VERIFY(scene.trial.is_filled());
        QVERIFY2(scene.trial.pages().said().startsWith(QStringLiteral("Of 40 orders")),
                 qPrintable(scene.trial.pages().said()));
        QAbstractItemModel* orders = scene.trial.pages().orders().model();
        QCOMPARE(orders->rowCount(), 1);
        QVERIFY(orders->index(0, 0).data().toString().contains(QStringLiteral("T-39")));
        // The same orders, week by week, on both charts, to one scale; in numbers and as amounts.
        ui::policy::WhatIfCharts& weeks = scene.trial.pages().weeks();
        const auto total = [](const ui::charts::ChartPane& pane) {
            double all = 0;
            for (const auto& line : pane.twin().chart().lines) {
                for (const auto& value : line.values) {
                    all += value.position;
                }
            }
            return all;
        };
        QVERIFY(weeks.before().twin().rowCount() > 0);
        QCOMPARE(weeks.before().twin().rowCount(), weeks.after().twin().rowCount());
        QVERIFY(total(weeks.before()) > 0 && total(weeks.before()) <= 40);
        QCOMPARE(total(weeks.after()), total(weeks.before()));
        QVERIFY(weeks.after().csv().find("Week from") != std::string::npos);
        QCOMPARE(weeks.measure().count(), 2);
        weeks.measure().setCurrentIndex(1);
        QVERIFY(weeks.after().csv().find(".00") != std::string::npos);
        QVERIFY(total(weeks.before()) > 150'000);
        QCOMPARE(total(weeks.after()), total(weeks.before()));
        weeks.show_result({}); // of a record without orders
        QCOMPARE(weeks.before().twin().rowCount(), 0);
        QCOMPARE(weeks.measure().count(), 1);
        QSignalSpy opened(&scene.trial, &WhatIfView::opened);
        scene.trial.pages().tabs().setCurrentIndex(5);
        Q_EMIT scene.trial.pages().orders().activated(orders->index(0, 0));
        QCOMPARE(opened.size(), 1);
    }

    void results_of_any_size_are_shown_data() {
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing changed") << 0;
        QTest::newRow("one row") << 1;
        QTest::newRow("50,000 rows") << 50'000;
    }
    void results_of_any_size_are_shown() {
        QFETCH(int, rows);
        const text::Formats formats(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
        ui::policy::WhatIfPages pages(formats);
        pages.resize(1000, 700);
        pages.show();
        domain::WhatIf made;
        const auto monday = base::from_rfc3339("2026-01-05T00:00:00Z").value();
        for (int row = 0; row < rows; ++row) {
            domain::ChangedOrder order;
            order.key.id = domain::TransactionId("T-" + std::to_string(row));
            order.gross = {row, domain::Currency::from_code("GBP").value()};
            made.changed.push_back(order);
            domain::AgentShift shift;
            shift.agent = domain::AgentId("bot-" + std::to_string(row));
            shift.newly_free.add(order.gross);
            made.agents.push_back(shift);
            made.rules.push_back({"rule-" + std::to_string(row), 1, 2});
            if (row < 1'000) { // nineteen years
                domain::WeekTiers week;
                week.from = monday + std::chrono::hours(24 * 7 * row);
                week.before[1].add(order.gross);
                week.after[0].add(order.gross);
                made.weeks.push_back(week);
            }
        }
        pages.show_result(made);
        QCOMPARE(pages.orders().model()->rowCount(), rows);
        QCOMPARE(pages.weeks().before().twin().rowCount(), std::min(rows, 1'000));
        for (int tab = 0; tab < pages.tabs().count(); ++tab) {
            pages.tabs().setCurrentIndex(tab);
            QVERIFY(!pages.grab().isNull());
        }
        pages.show_result({}); // and away again
        QCOMPARE(pages.orders().model()->rowCount(), 0);
    }

    void a_draft_is_saved_and_opened_again() {
        Scene scene;
        scene.wait();
        const std::string shipped = scene.view.draft();
        const QString path = scene.folder.filePath(QStringLiteral("ours.json"));
        const auto press = [&scene](const QString& begins) {
            for (QPushButton* button : scene.view.findChildren<QPushButton*>()) {
                if (button->text().remove(u'&').startsWith(begins)) {
                    button->click();
                    return;
                }
            }
            qFatal("no such button");
        };
        answer_file_dialog(path);
        press(QStringLiteral("Save draft as"));
        auto* notice = scene.view.findChild<ui::look::NoticeBar*>();
        QTRY_COMPARE(notice->sentence(), QStringLiteral("The draft is saved."));
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll().toStdString(), shipped); // every byte
        saved.close();
        std::string other = shipped;
        other.replace(other.find("The policy that Reeve begins with"), 33, "Another one altogether, you know.");
        QVERIFY(saved.open(QIODevice::WriteOnly | QIODevice::Truncate) && saved.write(other.c_str()) > 0);
        saved.close();
        answer_file_dialog(path);
        press(QStringLiteral("Open draft"));
        QTRY_COMPARE(scene.view.draft(), other);
        QTRY_VERIFY(scene.view.is_usable());
        QVERIFY(QFile::remove(path));
        answer_file_dialog(scene.folder.path() + QStringLiteral("/nowhere/ours.json"));
        press(QStringLiteral("Save draft as"));
        QTRY_VERIFY(notice->sentence() != QStringLiteral("The draft is saved.")); // a fault is said
        QCOMPARE(scene.view.draft(), other);
    }

    void raise_to_x_tries_one_threshold() {
        Scene scene;
        scene.trial.try_threshold("new-supplier", 0, "900.00 GBP");
        QTRY_VERIFY(scene.trial.is_filled());
        QVERIFY(scene.trial.said().contains(QStringLiteral("900.00 GBP")));
        scene.trial.try_threshold("no-such-rule", 0, "900.00 GBP");
        QTRY_COMPARE(scene.trial.findChild<ui::look::NoticeBar*>()->sentence(),
                     QStringLiteral("The policy in force has no such rule any more."));
    }

    void only_one_trial_runs_at_a_time() {
        Scene scene;
        scene.wait();
        std::vector<base::FaultCode> ends;
        int done = 0;
        QObject context;
        for (int time = 0; time < 2; ++time) {
            scene.policies.what_if(scene.view.draft(), {}, {&context, [](const auto&) {}},
                                   {&context, [&](const base::Result<domain::WhatIf>& made) {
                                        made ? static_cast<void>(++done) : ends.push_back(made.fault().code);
                                    }});
        }
        QTRY_COMPARE(done + static_cast<int>(ends.size()), 2);
        QCOMPARE(done, 1);
        QCOMPARE(ends.front(), base::FaultCode::exhausted);
    }

    void a_cancelled_trial_says_so_and_can_be_tried_again() {
        Scene scene;
        scene.wait();
        base::FaultCode code{};
        bool ended = false;
        QObject context;
        // The first word of progress comes before the last piece is judged.
        scene.policies.what_if(scene.view.draft(), {}, {&context, [](const auto&) {}},
                               {&context, [&](const base::Result<domain::WhatIf>& made) {
                                    ended = true;
                                    code = made ? base::FaultCode{} : made.fault().code;
                                }});
        scene.policies.cancel();
        QTRY_VERIFY(ended);
        QVERIFY(code == base::FaultCode::cancelled || code == base::FaultCode{}); // it may have been quicker
        scene.trial.try_draft(scene.view.draft());
        QTRY_VERIFY(scene.trial.is_filled());
    }
};

QTEST_MAIN(TestPolicyView)
#include "tst_policy_view.moc"
