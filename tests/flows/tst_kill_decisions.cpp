// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/crypto/certificate.h"
#include "app/domain/names.h"
#include "tests/ctl/site.h"
#include "tests/flows/kept_record.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

/// kill -9 of what keeps the record while decisions are signed, sent and answered, against a gateway that loses every
/// third answer: what reevectl was told is durable is durable, the outbox goes on after each restart, and every
/// decision is carried out exactly once.
class TestKillDecisions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_executes_twice_data();
    void nothing_executes_twice();
};

namespace {

using domain::DecisionState;

/// When the keeper is killed, seen from the decision under way.
enum class Moment { soon, recorded, sent, accepted };

std::vector<store::DecisionRow> decisions_in(const KeptRecord& record) {
    const auto reader = record.reader();
    auto rows = reader ? reader->decisions({}) : base::Result<std::vector<store::DecisionRow>>(base::Fault{});
    return rows ? std::move(rows).value() : std::vector<store::DecisionRow>();
}

bool reached(const store::DecisionRow& row, Moment moment) {
    switch (moment) {
    case Moment::soon: return true;
    case Moment::recorded: return true;
    case Moment::sent: return row.state != DecisionState::signed_ && row.state != DecisionState::held;
    case Moment::accepted: return row.state == DecisionState::accepted || domain::is_final(row.state);
    }
    return true;
}

/// An order that waits for one person and was not decided yet.
std::optional<QString> undecided(const KeptRecord& record, const std::set<QString>& decided) {
    const auto reader = record.reader();
    const auto cases = reader ? reader->open_cases() : base::Result<std::vector<store::CaseRow>>(base::Fault{});
    if (!cases) {
        return std::nullopt;
    }
    for (const store::CaseRow& row : *cases) {
        const QString id = QString::fromLatin1(row.key.id.bytes().c_str());
        const bool one_person = row.tier == domain::Tier::confirm || row.tier == domain::Tier::sign_off;
        if (row.state == store::CaseState::waiting && one_person && !decided.contains(id) &&
            row.transaction_state == domain::TransactionState::held) {
            return id;
        }
    }
    return std::nullopt;
}

/// How often the gateway says that it completed an order.
std::map<std::string, int> completions(const KeptRecord& record) {
    std::map<std::string, int> found;
    const auto reader = record.reader();
    store::EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.type = domain::EventType::transaction_completed;
    store::PageRequest page;
    page.limit = 10'000;
    if (const auto entries = reader->entries(filter, page)) {
        for (const store::Entry& entry : entries->entries) {
            ++found[entry.transaction.bytes()];
        }
    }
    return found;
}

/// Whether the feed told how the decision ended, before any receipt did: its last change names the event.
bool ended_by_feed(const KeptRecord& record, const store::DecisionRow& row) {
    store::EntryFilter filter;
    filter.event = domain::EventId(row.cause);
    filter.type = domain::EventType::transaction_completed;
    filter.transaction = row.transaction;
    const auto entries = record.reader()->entries(filter, {});
    return !row.cause.empty() && entries.ok() && entries->entries.size() == 1;
}

/// The gateway as a person would enter it, which both programs read.
void write_connection(const Site& site) {
    QJsonObject object = QJsonDocument::fromJson(site.announcement).object();
    const auto digest =
        crypto::certificate_digest(object.take(QStringLiteral("certificate")).toString().toStdString()).value();
    object.insert(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    object.insert(QStringLiteral("certificate_sha256"), QString::fromLatin1(base::to_hex(digest).c_str()));
    site.place.write(QStringLiteral("state/connection.json"), QJsonDocument(object).toJson());
}

bool all_settled(const KeptRecord& record) {
    const auto rows = decisions_in(record);
    return std::all_of(rows.begin(), rows.end(), [](const store::DecisionRow& row) {
        return domain::is_final(row.state) || row.state == DecisionState::drafted;
    });
}

} // namespace

void TestKillDecisions::nothing_executes_twice_data() {
    QTest::addColumn<QString>("keeper");
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("with the console as keeper") << QStringLiteral("reeve") << 3U;
    QTest::newRow("with reevectl record as keeper") << QStringLiteral("reevectl record") << 4U;
}

void TestKillDecisions::nothing_executes_twice() {
    QFETCH(const QString, keeper);
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    Site site;
    QVERIFY(site.open_fleet({QStringLiteral("--seed"), QString::number(seed), QStringLiteral("--rate"),
                             QStringLiteral("40"), QStringLiteral("--fault"), QStringLiteral("lose-answers=0.33")}));
    write_connection(site);
    const Run enrolled = site.enroll();
    QVERIFY2(enrolled.code == 0, enrolled.all().constData());
    KeptRecord record(keeper, site.place.state());
    std::set<QString> decided;
    std::set<std::string> acknowledged;
    for (int i = 0; i < rounds(4, 40); ++i) {
        QVERIFY(record.start());
        std::optional<QString> order;
        QVERIFY(record.wait_until([&] { return (order = undecided(record, decided)).has_value(); }));
        decided.insert(*order);
        const auto moment = static_cast<Moment>(std::uniform_int_distribution<int>(0, 3)(random));
        const std::uint64_t more = std::uniform_int_distribution<std::uint64_t>(1, 40)(random);
        const std::uint64_t before = record.entries();
        QProcess deciding;
        site.start_deciding(deciding, QStringLiteral("approve"), *order);
        // Not before something came of it, or at a random distance from its beginning.
        QVERIFY(record.wait_until([&] {
            if (moment == Moment::soon || deciding.state() == QProcess::NotRunning) {
                return record.entries() >= before + more;
            }
            const auto rows = decisions_in(record);
            const auto found = std::find_if(rows.begin(), rows.end(), [&](const store::DecisionRow& row) {
                return QString::fromLatin1(row.transaction.bytes().c_str()) == *order;
            });
            return found != rows.end() && reached(*found, moment);
        }));
        record.kill();
        QVERIFY(deciding.state() == QProcess::NotRunning || deciding.waitForFinished(120'000));
        const Run run{deciding.exitCode(), deciding.readAllStandardOutput(), deciding.readAllStandardError()};
        if (run.objects().isEmpty()) { // a lost answer came before the signature: nothing was decided
            qInfo("%s", run.all().constData());
        }
        for (const QJsonObject& line : run.objects()) {
            const QString id = line.value(QStringLiteral("decision_id")).toString();
            if (line.contains(QStringLiteral("state")) && !id.isEmpty()) {
                acknowledged.insert(id.toStdString());
            }
        }
    }
    QVERIFY(record.start());
    QVERIFY(record.wait_until([&] { return all_settled(record); }));
    // A receipt may be recorded before the feed tells the same.
    QVERIFY(record.wait_until([&] {
        const auto told = completions(record);
        const auto rows = decisions_in(record);
        return std::all_of(rows.begin(), rows.end(),
                           [&](const store::DecisionRow& row) { return told.contains(row.transaction.bytes()); });
    }));
    record.kill();
    const auto rows = decisions_in(record);
    QVERIFY(rows.size() * 2 >= decided.size());
    const auto completed = completions(record);
    for (const store::DecisionRow& row : rows) {
        acknowledged.erase(row.id.bytes());
        QVERIFY2(row.state == DecisionState::executed, domain::name_of(row.state).data());
        const auto found = completed.find(row.transaction.bytes());
        QVERIFY(found != completed.end());
        QCOMPARE(found->second, 1);
        const auto receipts = record.reader()->receipts(row.id);
        QVERIFY(receipts.ok());
        // That it was accepted and how it ended are told once each; who asks after a lost answer may hear the end only,
        // and where the feed told the end first nobody asks any more.
        std::map<domain::ReceiptOutcome, int> said;
        for (const store::ReceiptRow& kept : *receipts) {
            ++said[kept.receipt.outcome];
        }
        const int accepted = said[domain::ReceiptOutcome::accepted];
        const int executed = said[domain::ReceiptOutcome::executed];
        QVERIFY2(accepted <= 1 && executed <= 1, qPrintable(QStringLiteral("%1, %2").arg(accepted).arg(executed)));
        QVERIFY2(accepted + executed >= 1 || ended_by_feed(record, row), row.cause.c_str());
        QCOMPARE(receipts->size(), static_cast<std::size_t>(accepted + executed));
    }
    QVERIFY2(acknowledged.empty(), acknowledged.empty() ? "" : acknowledged.begin()->c_str());
}

QTEST_GUILESS_MAIN(TestKillDecisions)
#include "tst_kill_decisions.moc"
