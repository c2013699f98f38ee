// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/ui/support/scenes.h"

#include "ui/decide/desk.h"
#include "ui/decide/passphrase_rule.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using ui::decide::PassphraseFlaw;

Q_DECLARE_METATYPE(PassphraseFlaw)

class TestKeyDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_passphrase_has_to_be_long_data();
    void a_passphrase_has_to_be_long();
    void the_first_decision_begins_with_a_key();
    void a_key_is_not_made_by_enter();
    void leaving_it_decides_nothing();
};

void TestKeyDialog::a_passphrase_has_to_be_long_data() {
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("repeated");
    QTest::addColumn<PassphraseFlaw>("flaw");
    const QString good = QStringLiteral("correct horse");
    QTest::newRow("long enough and alike") << good << good << PassphraseFlaw::none;
    QTest::newRow("nothing") << ""
                             << "" << PassphraseFlaw::too_short;
    QTest::newRow("one too short") << "elevenchars"
                                   << "elevenchars" << PassphraseFlaw::too_short;
    QTest::newRow("long but one letter") << "aaaaaaaaaaaaaaaa"
                                         << "aaaaaaaaaaaaaaaa" << PassphraseFlaw::too_uniform;
    QTest::newRow("not alike") << good << "correct house" << PassphraseFlaw::differs;
    QTest::newRow("letters beyond the basic plane count once")
        << QString::fromUtf8("😀😁😂😃😄😅") << QString::fromUtf8("😀😁😂😃😄😅") << PassphraseFlaw::too_short;
}

void TestKeyDialog::a_passphrase_has_to_be_long() {
    QFETCH(QString, passphrase);
    QFETCH(QString, repeated);
    QTEST(ui::decide::flaw_of(passphrase, repeated), "flaw");
}

namespace {

struct Scene {
    Scene() {
        ports::Draft draft;
        draft.verb = domain::Verb::stop;
        draft.agent = domain::AgentId("bot-1");
        desk.begin(draft);
    }
    bool wait_for_key_dialog() {
        return support::wait_until([this] { return desk.key_dialog() != nullptr; });
    }

    base::ManualClock clock{fake::morning()};
    fake::Core core{clock};
    text::Formats formats{QLocale::English, QTimeZone::utc()};
    QWidget window;
    ui::decide::Desk desk{{core, core, clock, formats}, window};
};

} // namespace

void TestKeyDialog::the_first_decision_begins_with_a_key() {
    Scene scene;
    QVERIFY(scene.wait_for_key_dialog());
    QVERIFY(scene.desk.review_dialog() == nullptr);
    const auto edits = scene.desk.key_dialog()->findChildren<QLineEdit*>();
    for (const QLineEdit* edit : edits) {
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QVERIFY(!edit->accessibleName().isEmpty());
    }
    scene.desk.key_dialog()->type(QStringLiteral("short"));
    scene.desk.key_dialog()->press_make();
    QCoreApplication::processEvents();
    QCOMPARE(scene.core.who.key, ports::KeyState::none);
    scene.desk.key_dialog()->type(QStringLiteral("a long enough one"));
    scene.desk.key_dialog()->press_make();
    QTRY_VERIFY(scene.desk.review_dialog() != nullptr);
    QCOMPARE(scene.core.passphrase, std::string("a long enough one"));
    QCOMPARE(scene.core.who.key, ports::KeyState::open);
}

void TestKeyDialog::a_key_is_not_made_by_enter() {
    Scene scene;
    QVERIFY(scene.wait_for_key_dialog());
    scene.desk.key_dialog()->type(QStringLiteral("a long enough one"));
    QTest::keyClick(scene.desk.key_dialog(), Qt::Key_Return);
    QTest::keyClick(scene.desk.key_dialog()->findChildren<QLineEdit*>().first(), Qt::Key_Enter);
    QCoreApplication::processEvents();
    QCOMPARE(scene.core.who.key, ports::KeyState::none);
}

void TestKeyDialog::leaving_it_decides_nothing() {
    Scene scene;
    QSignalSpy closed(&scene.desk, &ui::decide::Desk::closed);
    QVERIFY(scene.wait_for_key_dialog());
    scene.desk.key_dialog()->reject();
    QTRY_VERIFY(scene.desk.key_dialog() == nullptr);
    QCOMPARE(closed.count(), 1);
    QVERIFY(scene.desk.review_dialog() == nullptr);
    QCOMPARE(scene.core.who.key, ports::KeyState::none);
}

QTEST_MAIN(TestKeyDialog)
#include "tst_key_dialog.moc"
