// SPDX-License-Identifier: GPL-3.0-or-later
//
// Publishing on the policy's screen, over the real law: the review is read from the bytes, nothing but a press signs,
// the second person finds what waits, and every edition stays in the list.
#include "app/console/policies.h"
#include "app/policy/text_place.h"
#include "app/verdicts/publishing.h"
#include "tests/support/patience.h"
#include "tests/ui/support/fake_core.h"
#include "tests/verdicts/policy_people.h"
#include "ui/decide/sign_button.h"
#include "ui/policy/policy_view.h"
#include "ui/policy/publishing_side.h"
#include "ui/policy/result_pages.h"
#include "ui/policy/text_page.h"
#include "ui/policy/versions_page.h"
#include "ui/policy/withdraw_dialog.h"

#include <QTemporaryDir>
#include <QTest>

using ui::policy::PublishDialog;

namespace {

const domain::SourceId gateway(PolicyPeople::source);

/// The port with the record in memory: everything but the storing is the real thing.
class PublishingRoom final : public ports::Publishing {
public:
    explicit PublishingRoom(base::ManualClock& clock)
        : clock_(clock) {
        store::Entry entry;
        entry.kind = store::EntryKind::roster;
        entry.source = gateway;
        entry.body = people.roster().signed_bytes;
        keep(entry);
    }
    void standing(ports::Reply<ports::PolicyStanding> reply) override { reply(now()); }
    void review(ports::PolicyDraft draft, ports::Reply<ports::PolicyReview> reply) override {
        ++reviews;
        reply(verdicts::review_policy(line, draft, seat(), clock_.now()));
    }
    void sign(ports::PolicyReview review, ports::Reply<ports::PolicyStanding> reply) override {
        const auto signature = people.key(who).sign(review.bytes_to_sign).value();
        const auto step =
            verdicts::sign_policy(line, review, {people.key(who).public_key(), signature}, seat(), clock_.now());
        keep_step(step, reply);
    }
    void withdraw(domain::Digest digest, ports::Reply<ports::PolicyStanding> reply) override {
        const auto withdrawal = verdicts::review_withdrawal(line, digest, seat(), clock_.now());
        if (!withdrawal) {
            reply(withdrawal.fault());
            return;
        }
        domain::SignedPolicyWithdrawal made{
            *withdrawal, wire::withdrawal_bytes(*withdrawal), people.key(who).public_key(), {}};
        made.signature = people.key(who).sign(made.signed_bytes).value();
        keep_step(verdicts::withdraw_policy(line, made, seat(), clock_.now()), reply);
    }
    void follow(ports::Subscription<ports::PolicyStanding> subscriber) override { followers_.push_back(subscriber); }

    void tell() {
        const auto news = std::make_shared<const ports::PolicyStanding>(*now());
        for (const auto& follower : followers_) {
            follower(news);
        }
    }

    PolicyPeople people;
    verdicts::PolicyLine line{gateway};
    std::string who = "ann";
    int reviews = 0;
    int steps = 0;
    bool read_only = false;
    ports::GatewayPolicy said;

private:
    [[nodiscard]] verdicts::PolicySeat seat() const {
        return {gateway, *authority::member_of(*line.roster(gateway), domain::PersonId(who)), false};
    }
    base::Result<ports::PolicyStanding> now() {
        auto standing = verdicts::standing_of(line, seat());
        standing->read_only = read_only;
        standing->gateway = said;
        return standing;
    }
    void keep(store::Entry entry) {
        entry.index = next_++;
        entry.received = clock_.now();
        line.take(entry);
    }
    void keep_step(const base::Result<verdicts::SignedStep>& step, const ports::Reply<ports::PolicyStanding>& reply) {
        if (!step) {
            reply(step.fault());
            return;
        }
        store::Entry entry;
        entry.kind = store::EntryKind::policy;
        entry.source = step->source;
        entry.id = step->id;
        entry.body = record::write(step->step);
        keep(entry);
        ++steps;
        reply(now());
        tell();
    }

    base::ManualClock& clock_;
    std::uint64_t next_ = 0;
    std::vector<ports::Subscription<ports::PolicyStanding>> followers_;
};

/// Without the isolates around outside words.
QString plain(QString text) {
    return text.remove(QChar(0x2066)).remove(QChar(0x2067)).remove(QChar(0x2068)).remove(QChar(0x2069));
}

struct Scene {
    Scene() {
        core.who.key = ports::KeyState::open;
        view.resize(1300, 800);
        view.show();
    }
    void wait() const { QTRY_VERIFY(view.is_filled()); }
    [[nodiscard]] ui::policy::PublishingSide& side() const { return *view.publishing(); }
    /// Types a policy over the draft.
    void write(const std::string& text) { view.page().editor().setPlainText(QString::fromStdString(text)); }
    /// Opens the review of the draft and waits until it shows what would be signed.
    PublishDialog* open() {
        [&] { QTRY_VERIFY(side().button().isEnabled()); }();
        side().button().click();
        return opened();
    }
    PublishDialog* opened() {
        [&] { QTRY_VERIFY(side().dialog() != nullptr && side().dialog()->review().has_value()); }();
        return side().dialog();
    }
    void sign(PublishDialog& dialog) {
        clock.advance(std::chrono::seconds(1)); // the dead time is over
        dialog.sign_button().tick();
        QVERIFY(dialog.sign_button().isEnabled());
        dialog.sign_button().click();
        QTRY_VERIFY(dialog.is_signed());
    }
    void publish(const std::string& text) {
        write(text);
        PublishDialog* first = open();
        sign(*first);
        first->close();
        QTRY_VERIFY(side().dialog() == nullptr);
        room.who = "ben";
        room.tell();
        auto* look = side().waiting().findChild<QPushButton*>();
        QTRY_VERIFY(look->isVisible());
        look->click();
        PublishDialog* second = opened();
        sign(*second);
        second->close();
        QTRY_VERIFY(side().dialog() == nullptr);
        room.who = "ann";
        room.tell();
    }
    /// By the button of the page, with a signature.
    void take_back() {
        side().versions().take_back().click();
        [&] { QTRY_VERIFY(side().withdrawal() != nullptr); }();
        clock.advance(std::chrono::seconds(1));
        side().withdrawal()->sign_button().tick();
        QVERIFY(side().withdrawal()->sign_button().isEnabled());
        side().withdrawal()->sign_button().click();
        QTRY_VERIFY(side().withdrawal()->is_signed());
        side().withdrawal()->close();
        QTRY_VERIFY(side().withdrawal() == nullptr);
    }
    [[nodiscard]] QString cell(int row, int column) const { return plain(side().versions().cell(row, column)); }

    QTemporaryDir folder;
    base::ManualClock clock{base::from_rfc3339("2026-03-01T11:00:00Z").value()};
    fake::Core core{clock};
    PublishingRoom room{clock};
    console::Policies policies{folder.path().toStdString() + "/store"};
    text::Formats formats{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    ui::policy::PolicyView view{policies, formats, nullptr, PublishDialog::Core{room, core, clock, formats}};
};

} // namespace

class TestPublishView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void only_a_draft_that_differs_judges_and_passes_its_tests_can_be_published() {
        Scene scene;
        scene.wait();
        QVERIFY(!scene.side().button().isEnabled());
        QCOMPARE(scene.side().button().accessibleDescription(), QStringLiteral("The draft is the policy in force."));
        scene.write(PolicyPeople::document("v1", 40'000, "blocked")); // its test case fails
        QTRY_COMPARE(scene.side().button().accessibleDescription(), QStringLiteral("A test case of the draft fails."));
        QVERIFY(!scene.side().button().isEnabled());
        scene.write("{\"format\":\"reeve-policy/1\"}");
        QTRY_COMPARE(scene.side().button().accessibleDescription(), QStringLiteral("The draft cannot judge."));
        scene.write(PolicyPeople::document("v1", 40'000));
        QTRY_VERIFY(scene.side().button().isEnabled());
        scene.room.read_only = true; // another program keeps the record now
        scene.room.tell();
        QTRY_VERIFY(!scene.side().button().isEnabled());
    }

    void what_is_shown_is_what_is_signed_and_nothing_but_a_press_signs() {
        Scene scene;
        scene.wait();
        scene.write(PolicyPeople::document("v1", 40'000));
        PublishDialog* dialog = scene.open();
        QVERIFY(dialog->difference().rows() > 0);
        QVERIFY(!dialog->sign_button().isEnabled()); // dead at first
        QTest::keyClick(dialog, Qt::Key_Return);
        const int before = scene.room.reviews;
        QTest::keyClicks(&dialog->note(), QStringLiteral("lower"));
        QVERIFY(!dialog->sign_button().isEnabled());
        QTRY_VERIFY(scene.room.reviews > before);
        QTRY_COMPARE(dialog->review()->edition.note.bytes(), std::string("lower"));
        QCOMPARE(wire::decode_policy(dialog->review()->bytes_to_sign).value(), dialog->review()->edition);
        QVERIFY(dialog->findChildren<QLabel*>().size() > 8);
        scene.clock.advance(std::chrono::seconds(1));
        dialog->sign_button().tick();
        QVERIFY(dialog->sign_button().isEnabled());
        QTest::keyClick(&dialog->sign_button(), Qt::Key_Return);
        QCOMPARE(scene.room.steps, 0);
        dialog->sign_button().click();
        QTRY_VERIFY(dialog->is_signed());
        QCOMPARE(scene.room.steps, 1);
        QCOMPARE(dialog->notice(), QStringLiteral("Signed. The policy awaits the second person."));
        QTRY_VERIFY(scene.side().waiting().sentence().startsWith(
            QStringLiteral("Edition 1 awaits the second person. You signed it")));
        const auto widgets = dialog->findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            const bool control = qobject_cast<QLineEdit*>(widget) || qobject_cast<QTableView*>(widget);
            QVERIFY2(!control || !widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void a_locked_key_signs_nothing() {
        Scene scene;
        scene.core.who.key = ports::KeyState::locked;
        scene.wait();
        scene.write(PolicyPeople::document("v1", 40'000));
        PublishDialog* dialog = scene.open();
        scene.clock.advance(std::chrono::seconds(1));
        dialog->sign_button().tick();
        QVERIFY(!dialog->sign_button().isEnabled());
        QCOMPARE(dialog->hint(), QStringLiteral("Unlock your key first."));
    }

    void the_second_person_finds_it_and_puts_it_in_force() {
        Scene scene;
        scene.wait();
        QVERIFY(plain(scene.side().standing_line().text()).contains(QStringLiteral("nobody signed it")));
        scene.publish(PolicyPeople::document("v1", 40'000));
        QTRY_VERIFY(
            plain(scene.side().standing_line().text()).startsWith(QStringLiteral("Edition 1 is in force since")));
        QVERIFY(plain(scene.side().standing_line().text()).contains(QStringLiteral("ann and ben")));
        QCOMPARE(scene.side().versions().rows(), 1);
        QCOMPARE(scene.cell(0, 2), QStringLiteral("In force"));
        QCOMPARE(scene.cell(0, 4), QStringLiteral("ann and ben"));
        QVERIFY(!scene.side().waiting().isVisible());
        // What was the draft is what is in force now: there is nothing to publish.
        QTRY_VERIFY(!scene.side().button().isEnabled());
        scene.room.said.state = ports::GatewayPolicy::State::holds_by_it;
        scene.room.said.cannot_judge = {"rules"};
        scene.room.tell();
        QTRY_VERIFY(plain(scene.side().standing_line().text())
                        .contains(QStringLiteral(
                            "The gateway holds orders by it, and whatever it cannot judge itself (rules).")));
    }

    void the_first_person_does_not_sign_twice_and_may_take_it_back() {
        Scene scene;
        scene.wait();
        scene.write(PolicyPeople::document("v1", 40'000));
        PublishDialog* dialog = scene.open();
        scene.sign(*dialog);
        dialog->close();
        QTRY_VERIFY(scene.side().dialog() == nullptr);
        ui::policy::VersionsPage& page = scene.side().versions();
        QCOMPARE(page.rows(), 1);
        page.choose(0);
        QVERIFY(!page.approve().isEnabled());
        QVERIFY(page.take_back().isEnabled());
        scene.take_back();
        QTRY_COMPARE(scene.cell(0, 2), QStringLiteral("Taken back"));
        QCOMPARE(scene.cell(0, 6), QStringLiteral("You took it back on 01/03/2026, 11:00:02 UTC."));
        QVERIFY(!scene.side().waiting().isVisible());
        QVERIFY(!page.take_back().isEnabled());
    }

    void taking_back_is_signed_and_nothing_but_a_press_signs() {
        Scene scene;
        scene.wait();
        scene.write(PolicyPeople::document("v1", 40'000));
        PublishDialog* dialog = scene.open();
        scene.sign(*dialog);
        dialog->close();
        scene.core.who.key = ports::KeyState::locked;
        scene.side().versions().choose(0);
        scene.side().versions().take_back().click();
        QTRY_VERIFY(scene.side().withdrawal() != nullptr);
        ui::policy::WithdrawDialog& withdrawal = *scene.side().withdrawal();
        scene.clock.advance(std::chrono::seconds(1));
        withdrawal.sign_button().tick();
        QVERIFY(!withdrawal.sign_button().isEnabled()); // the key is locked
        QTest::keyClick(&withdrawal, Qt::Key_Return);
        QTest::keyClick(&withdrawal, Qt::Key_Escape);
        QTRY_VERIFY(scene.side().withdrawal() == nullptr);
        QCOMPARE(scene.cell(0, 2), QStringLiteral("Waiting"));
        QCOMPARE(scene.room.steps, 1);
    }

    void the_second_person_is_told_that_it_was_taken_back() {
        Scene scene;
        scene.wait();
        scene.write(PolicyPeople::document("v1", 40'000));
        PublishDialog* dialog = scene.open();
        scene.sign(*dialog);
        dialog->close();
        QTRY_VERIFY(scene.side().dialog() == nullptr);
        scene.room.who = "ben";
        scene.room.tell();
        auto* look = scene.side().waiting().findChild<QPushButton*>();
        QTRY_VERIFY(look->isVisible());
        look->click();
        PublishDialog* second = scene.opened();
        scene.clock.advance(std::chrono::seconds(1));
        second->sign_button().tick();
        QVERIFY(second->sign_button().isEnabled());
        // While ben looks at it, ann takes it back at her console.
        scene.room.who = "ann";
        const domain::Digest digest = second->review()->digest;
        scene.room.withdraw(digest, {&scene.view, [](const auto& done) { QVERIFY(done.ok()); }});
        scene.room.who = "ben";
        scene.room.tell();
        QTRY_VERIFY(!second->sign_button().isEnabled());
        QVERIFY(!second->notice().isEmpty());
        second->close();
        QTRY_VERIFY(scene.side().waiting().isVisible());
        QTRY_COMPARE(plain(scene.side().waiting().sentence()),
                     QStringLiteral("Edition 1 does not wait any more. ann took it back on 01/03/2026, 11:00:02 UTC."));
        QVERIFY(!scene.side().versions().approve().isEnabled());
        QCOMPARE(scene.room.steps, 2);
    }

    void any_two_editions_are_compared() {
        Scene scene;
        scene.wait();
        scene.publish(PolicyPeople::document("v1", 40'000));
        scene.publish(PolicyPeople::document("v2", 20'000));
        ui::policy::VersionsPage& page = scene.side().versions();
        QTRY_COMPARE(page.rows(), 2);
        QCOMPARE(scene.cell(1, 2), QStringLiteral("Overtaken"));
        QCOMPARE(page.other().count(), 3); // the one in force, and both
        page.choose(1);
        page.other().setCurrentIndex(1); // edition 2
        QTRY_VERIFY(page.difference().rows() > 0);
        page.other().setCurrentIndex(2); // with itself
        QTRY_COMPARE(page.difference().rows(), 0);
    }

    void a_refusal_names_its_place_and_stays_in_the_list() {
        Scene scene;
        scene.wait();
        scene.publish(PolicyPeople::document("v1", 40'000));
        ports::PolicyVersion refused;
        refused.code = "failing_test";
        refused.place = "/tests/0";
        ports::PolicyStanding standing;
        standing.versions = {refused};
        scene.side().versions().show_standing(standing);
        QCOMPARE(scene.cell(0, 6), QStringLiteral("A test case of the policy fails. At /tests/0."));
    }
};

QTEST_MAIN(TestPublishView)
#include "tst_publish_view.moc"
