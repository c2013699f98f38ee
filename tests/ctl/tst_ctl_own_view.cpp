// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/site.h"
#include "tests/support/patience.h"

#include <QTest>

#include <csignal>

/// reevectl decide asks for a person's own view first, as the console does.
class TestCtlOwnView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_is_approved_before_the_view_is_noted_data();
    void nothing_is_approved_before_the_view_is_noted();
    void a_view_that_nobody_asks_for_is_not_kept();
};

namespace {

/// A policy of which every order somebody has to sign wants a view first, or none does.
QByteArray policy(int percent) {
    return R"({"format":"reeve-policy/1","version":"strict","title":"Looks","modes":{"*":"enforce"},
        "tiers":[{"tier":"sign_off","from":{"minor":"1","currency":"GBP"}}],"own_view_percent":)" +
           QByteArray::number(percent) + "}";
}

QString last_of(const Run& run, const char* what, const char* member) {
    QString found;
    const auto lines = run.objects();
    for (const QJsonObject& line : lines) {
        if (line.value(QStringLiteral("what")).toString() == QLatin1String(what)) {
            found = line.value(QLatin1String(member)).toString();
        }
    }
    return found;
}

/// An order that is held because it costs more than its contract says.
struct Held {
    [[nodiscard]] bool begin(int percent, bool beside_keeper) {
        site.place.write(QStringLiteral("state/policy.json"), policy(percent));
        if (!site.open({}) || site.enroll().code != 0) {
            return false;
        }
        keeper = std::make_unique<Recording>(site);
        // The order comes when the keeper has taken the policy's file in.
        if (!site.goes_by_policy_file() ||
            !site.at_sandbox(QStringLiteral("/sandbox/v1/scenario"), R"({"name":"above-contract-price"})")) {
            return false;
        }
        const bool held = support::wait_until([this] { return !site.held().isEmpty(); });
        order = held ? site.held().constFirst() : QString();
        const bool judged = support::wait_until([this] { return !verdicts().isEmpty(); });
        if (!beside_keeper) {
            static_cast<void>(keeper->stop(SIGTERM));
            keeper.reset();
        }
        return held && judged;
    }
    [[nodiscard]] QList<QJsonObject> verdicts() const {
        return site.place.ctl({QStringLiteral("events"), QStringLiteral("--kind=verdict"), QStringLiteral("--json")})
            .objects();
    }
    [[nodiscard]] QList<QJsonObject> views() const {
        return site.place.ctl({QStringLiteral("events"), QStringLiteral("--kind=view"), QStringLiteral("--json")})
            .objects();
    }
    [[nodiscard]] Run decide(const QString& verb, const QStringList& more = {}) const {
        return site.ctl(QStringList{QStringLiteral("decide"), verb, order, QStringLiteral("--yes"),
                                    QStringLiteral("--reason=needed_now")} +
                        more);
    }

    Site site;
    std::unique_ptr<Recording> keeper;
    QString order;
};

} // namespace

void TestCtlOwnView::nothing_is_approved_before_the_view_is_noted_data() {
    QTest::addColumn<bool>("beside_keeper");
    QTest::newRow("beside a keeper, which writes the view") << true;
    QTest::newRow("with the record's lock") << false;
}

void TestCtlOwnView::nothing_is_approved_before_the_view_is_noted() {
    QFETCH(bool, beside_keeper);
    Held held;
    QVERIFY(held.begin(100, beside_keeper));
    const Run early = held.decide(QStringLiteral("approve"));
    QVERIFY2(early.code == 2 && early.err.contains("--view=fine"), early.all().constData());
    QCOMPARE(last_of(early, "own_view", "state"), QStringLiteral("awaited"));
    QCOMPARE(held.views().size(), 0);
    const Run misspelt = held.decide(QStringLiteral("approve"), {QStringLiteral("--view=good")});
    QVERIFY2(misspelt.code == 2 && misspelt.err.contains("fine, odd or wrong"), misspelt.all().constData());
    // In words: the facts are there, what the agent says for itself is not.
    const Run words = held.site.place.ctl({QStringLiteral("decide"), QStringLiteral("approve"), held.order});
    QVERIFY2(words.code == 2 && words.out.contains("supplier") && words.out.contains("covered until") &&
                 !words.out.contains("third quarter"),
             words.all().constData());
    const Run noted = held.decide(QStringLiteral("approve"), {QStringLiteral("--view=odd")});
    QVERIFY2(noted.code == 0, noted.all().constData());
    QCOMPARE(last_of(noted, "own_view", "view"), QStringLiteral("odd"));
    QCOMPARE(held.views().size(), 1);
}

void TestCtlOwnView::a_view_that_nobody_asks_for_is_not_kept() {
    Held held;
    QVERIFY(held.begin(0, true));
    const Run run = held.decide(QStringLiteral("approve"), {QStringLiteral("--view=wrong")});
    QVERIFY2(run.code == 0, run.all().constData());
    QCOMPARE(held.views().size(), 0);
}

QTEST_GUILESS_MAIN(TestCtlOwnView)
#include "tst_ctl_own_view.moc"
