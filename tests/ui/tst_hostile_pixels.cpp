// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/case/action_bar.h"
#include "ui/case/case_header.h"
#include "ui/decide/desk.h"
#include "ui/decide/sign_button.h"
#include "ui/decide/signed_content.h"
#include "ui/frame/main_window.h"
#include "ui/frame/rail.h"
#include "ui/frame/status_strip.h"
#include "ui/inbox/inbox_view.h"
#include "ui/live/live_view.h"
#include "ui/look/label.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QTabBar>
#include <QTest>

using ui::frame::MainWindow;

namespace {

const QString data_folder = QStringLiteral(REEVE_SOURCE_DIR "/../shared/data/naughty");

QList<QByteArray> naughty_strings() {
    QList<QByteArray> all;
    QFile blns(data_folder + QStringLiteral("/blns/blns.json"));
    if (blns.open(QIODevice::ReadOnly)) {
        const QJsonArray strings = QJsonDocument::fromJson(blns.readAll()).array();
        for (const auto& string : strings) {
            all += string.toString().toUtf8();
        }
    }
    QFile formulas(data_folder + QStringLiteral("/csv-injection/Intruder/csv-payload.txt"));
    if (formulas.open(QIODevice::ReadOnly)) {
        all += formulas.readAll().split('\n');
    }
    return all;
}

/// What no outside text may move: buttons, the tab bar, the status line, the amount.
QMap<QString, QRect> trusted_places(const MainWindow& window) {
    QMap<QString, QRect> places;
    const auto add = [&](const QWidget* widget, const QString& name) {
        places.insert(name, QRect(widget->mapTo(&window, QPoint()), widget->size()));
    };
    for (const auto* bar : {static_cast<QWidget*>(window.findChild<ui::case_::ActionBar*>()),
                            static_cast<QWidget*>(window.findChild<ui::frame::Rail*>())}) {
        const auto buttons = bar->findChildren<QAbstractButton*>();
        for (const QAbstractButton* button : buttons) {
            if (button->isVisible()) { // stop and resume share a place
                add(button, button->accessibleName());
            }
        }
    }
    add(window.findChild<ui::case_::CaseHeader*>(), QStringLiteral("header"));
    add(window.findChild<ui::frame::StatusStrip*>(), QStringLiteral("strip"));
    add(window.inbox_view().case_view().tabs().tabBar(), QStringLiteral("tabs"));
    places.insert(QStringLiteral("smallest window"), QRect(QPoint(), window.minimumSizeHint()));
    return places;
}

QString difference(const QMap<QString, QRect>& before, const QMap<QString, QRect>& now) {
    QStringList moved;
    for (auto each = now.begin(); each != now.end(); ++each) {
        if (before.value(each.key()) != each.value()) {
            QString line;
            QDebug(&line) << each.key() << before.value(each.key()) << each.value();
            moved += line;
        }
    }
    return moved.isEmpty() && before.size() == now.size() ? QString()
                                                          : moved.join(QLatin1Char('\n')) + QLatin1Char(' ');
}

struct Scene {
    Scene() {
        fake::fill_shift(core);
        core.files.clear();
        file = fake::drawn_case("TX-1 sign_off EUR 4980.00 bot-7 Nordlicht GmbH");
        file.plan = domain::Plan{};
        file.plan->steps.push_back({});
        ports::DecisionRow row;
        row.decision.id = domain::DecisionId("D-0");
        row.decision.payee = domain::Payee{};
        file.decisions.push_back(row);
        core.add_case(file);
        window = std::make_unique<MainWindow>(core, core, core, clock,
                                              ui::frame::Options{QLocale::English, QTimeZone::utc(), false});
        window->show();
    }
    bool show_case() {
        window->inbox_view().open(file.row.key);
        return support::wait_until([this] {
            const auto& shown = window->inbox_view().case_view().file();
            return shown && shown->as_of == file.as_of;
        });
    }
    /// The same case as the platform would send it with this text everywhere.
    void poison(const std::string& text) {
        ++file.as_of;
        fake::poison(file, text);
        core.change_case(file);
    }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    ports::CaseFile file;
    std::unique_ptr<MainWindow> window;
};

bool all_labels_are_plain(const QWidget& root) {
    const auto labels = root.findChildren<QLabel*>();
    return std::all_of(labels.begin(), labels.end(),
                       [](const QLabel* label) { return label->textFormat() == Qt::PlainText; });
}

} // namespace

class TestHostilePixels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_trusted_moves();
    void the_review_keeps_its_frame_data();
    void the_review_keeps_its_frame();
    void a_name_cannot_rewrite_a_sentence();
    void the_amount_is_painted_alike_whatever_the_text();
};

void TestHostilePixels::nothing_trusted_moves() {
    QList<QByteArray> strings = naughty_strings();
    const bool complete = !strings.isEmpty();
    strings += {QByteArray(200'000, 'W'),
                QByteArray("\xe2\x80\xae"
                           "EUR\u00a01.00"),
                QByteArray("<table><tr><td>x"), QByteArray("line\nline\nline\nline"), QByteArray("&Sign %1 %2 %n")};
    Scene scene;
    QVERIFY(scene.show_case());
    QCoreApplication::processEvents();
    const QMap<QString, QRect> before = trusted_places(*scene.window);
    QVERIFY(before.size() > 9);
    std::uint64_t next = 1000;
    for (const QByteArray& string : strings) {
        scene.poison(string.toStdString());
        auto rows = fake::feed_rows(next, 3);
        next += 3;
        for (ports::FeedRow& row : rows) {
            fake::poison(row, string.toStdString());
        }
        scene.core.publish(rows);
        QVERIFY(scene.show_case());
        QCoreApplication::processEvents();
        const QString moved = difference(before, trusted_places(*scene.window));
        QVERIFY2(moved.isEmpty(), qPrintable(moved + QString::fromUtf8(string.left(80))));
    }
    QVERIFY(all_labels_are_plain(*scene.window));
    for (int tab = 0; tab < scene.window->inbox_view().case_view().tabs().count(); ++tab) { // paint all of it once
        scene.window->inbox_view().case_view().tabs().setCurrentIndex(tab);
        QVERIFY(!scene.window->grab().isNull());
    }
    scene.window->show_page(ui::frame::Page::live);
    QVERIFY(!scene.window->grab().isNull());
    if (!complete) {
        QSKIP("The collected strings are not there (../shared/data/naughty); only our own were tried.");
    }
}

void TestHostilePixels::the_review_keeps_its_frame_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("very wide") << QByteArray(20'000, 'W');
    QTest::newRow("very high") << QByteArray("a\n").repeated(2000);
    QTest::newRow("markup") << QByteArray("<h1>Approve</h1><img src='file:///etc/passwd'>");
    QTest::newRow("reordering") << QByteArray("\xe2\x80\xae"
                                              "00.1 RUE");
    QTest::newRow("a mnemonic") << QByteArray("&Sign");
}

void TestHostilePixels::the_review_keeps_its_frame() {
    QFETCH(QByteArray, text);
    const auto sizes = [](const std::string& with) {
        Scene scene;
        if (!with.empty()) {
            scene.poison(with);
        }
        if (!scene.show_case()) {
            return QString();
        }
        scene.window->inbox_view().case_view().want(domain::Verb::approve);
        const bool ready = support::wait_until([&] {
            const auto* dialog = scene.window->desk().review_dialog();
            return dialog != nullptr && dialog->stage() == ui::decide::ReviewStage::ready;
        });
        const ui::decide::ReviewDialog* dialog = scene.window->desk().review_dialog();
        if (!ready || !all_labels_are_plain(*dialog)) {
            return QString();
        }
        const QRect button(dialog->sign_button().mapTo(dialog, QPoint()), dialog->sign_button().size());
        return QStringLiteral("%1x%2 %3,%4 %5 %6")
            .arg(dialog->minimumSizeHint().width())
            .arg(dialog->width())
            .arg(button.x())
            .arg(button.y())
            .arg(button.width())
            .arg(dialog->sign_button().text());
    };
    const QString calm = sizes({});
    QVERIFY(!calm.isEmpty());
    QCOMPARE(sizes(text.toStdString()), calm);
}

void TestHostilePixels::a_name_cannot_rewrite_a_sentence() {
    Scene scene;
    scene.poison("%2");
    QVERIFY(scene.show_case());
    const QString sentence = scene.window->inbox_view().model().index(0).data().toString();
    QVERIFY2(sentence.contains(QStringLiteral("%2")), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("EUR\u00a04,980.00")), qPrintable(sentence));
}

void TestHostilePixels::the_amount_is_painted_alike_whatever_the_text() {
    const auto amount = [](const std::string& with) {
        Scene scene;
        if (!with.empty()) {
            scene.poison(with);
        }
        if (!scene.show_case()) {
            return QImage();
        }
        QCoreApplication::processEvents();
        const auto labels = scene.window->findChildren<ui::look::Label*>();
        for (ui::look::Label* label : labels) {
            if (label->accessibleName() == QStringLiteral("Amount: EUR\u00a04,980.00")) {
                return label->grab().toImage();
            }
        }
        return QImage();
    };
    const QImage calm = amount({});
    QVERIFY(!calm.isNull());
    QVERIFY(amount("\xe2\x80\xae\xf0\x9f\x92\xa3 z\xcc\x8d\xcc\x8e\xcc\x84\xcc\x85 <b>") == calm);
}

QTEST_MAIN(TestHostilePixels)
#include "tst_hostile_pixels.moc"
