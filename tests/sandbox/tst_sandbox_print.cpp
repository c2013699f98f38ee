// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios.h"
#include "app/wire/event_codec.h"
#include "tests/protocol/schema_set.h"

#include <QProcess>
#include <QTest>

#include <map>
#include <optional>
#include <set>

/// The run that prints: deterministic, and everything that the protocol can say.
class TestSandboxPrint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_same_seed_prints_the_same_bytes();
    void a_full_run_shows_every_type_of_event();
    void a_full_run_fits_the_published_schemas();
    void everyday_orders_rarely_burst_a_budget();
    void every_scenario_plays_data();
    void every_scenario_plays();
    void scenarios_are_listed();
};

namespace {

QByteArray run(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(REEVE_BINARY_DIR "/bin/reeve-sandbox"), arguments);
    process.waitForFinished(120'000);
    return process.exitCode() == 0 ? process.readAllStandardOutput() : process.readAllStandardError();
}

/// The schema and the JSON of what is signed inside of an event.
std::optional<std::pair<std::string, std::string>> signed_document(const domain::Payload& payload) {
    const auto behind_prefix = [](const std::string& bytes) { return bytes.substr(bytes.find('\n') + 1); };
    if (const auto* decision = std::get_if<domain::SignedDecision>(&payload)) {
        return std::pair("signed-decision.json", behind_prefix(decision->signed_bytes));
    }
    if (const auto* receipt = std::get_if<domain::Receipt>(&payload)) {
        return std::pair("signed-receipt.json", behind_prefix(receipt->signed_bytes));
    }
    if (const auto* roster = std::get_if<domain::SignedRoster>(&payload)) {
        return std::pair("signed-roster.json", behind_prefix(roster->signed_bytes));
    }
    return std::nullopt;
}

QStringList words(const char* text) {
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

void TestSandboxPrint::the_same_seed_prints_the_same_bytes() {
    const QByteArray one = run(words("--print --scenario all --count 1500 --seed 5"));
    QCOMPARE(one.count('\n'), 1500);
    QCOMPARE(run(words("--print --scenario all --count 1500 --seed 5")), one);
    QVERIFY(run(words("--print --scenario all --count 1500 --seed 6")) != one);
    QVERIFY(run(words("--print --count 1500 --seed 5")) != one);
}

/// With a seed by which a supplier refuses an order: that happens to few.
void TestSandboxPrint::a_full_run_shows_every_type_of_event() {
    const QByteArray printed = run(words("--print --scenario all --count 4000 --seed 2"));
    std::set<std::string> missing;
    for (int type = 1; type <= domain::event_type_count; ++type) {
        missing.insert(std::string(domain::type_name(static_cast<domain::EventType>(type))));
    }
    wire::Decoder decoder;
    std::uint64_t sequence = 0;
    for (const QByteArray& line : printed.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        const auto event = decoder.decode({line.constData(), static_cast<std::size_t>(line.size())});
        QVERIFY2(event.ok(), line.constData());
        QCOMPARE(event->sequence, ++sequence);
        QCOMPARE(wire::encode_event(*event), line.toStdString()); // canonical
        QVERIFY(event->type.has_value());
        missing.erase(std::string(domain::type_name(*event->type)));
    }
    QVERIFY2(missing.empty(), missing.empty() ? "" : missing.begin()->c_str());
}

void TestSandboxPrint::a_full_run_fits_the_published_schemas() {
    const QByteArray printed = run(words("--print --scenario all --count 4000 --seed 2"));
    SchemaSet schemas;
    wire::Decoder decoder;
    std::size_t events = 0;
    std::map<std::string, int> inside; // the signed documents that events carry
    for (const QByteArray& line : printed.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        ++events;
        const auto complaint = schemas.event_complaint(line.toStdString());
        QVERIFY2(!complaint, (complaint.value_or("") + "\n" + line.toStdString()).c_str());
        const auto event = decoder.decode({line.constData(), static_cast<std::size_t>(line.size())});
        QVERIFY(event.ok());
        const auto document = signed_document(event->payload);
        if (document) {
            const auto wrong = schemas.complaint(document->first, document->second);
            QVERIFY2(!wrong, (wrong.value_or("") + "\n" + document->second).c_str());
            ++inside[document->first];
        }
    }
    QCOMPARE(events, std::size_t{4000});
    QVERIFY2(inside["signed-decision.json"] > 50 && inside["signed-receipt.json"] > 50 &&
                 inside["signed-roster.json"] > 0,
             "the run shows decisions, receipts and a roster");
}

void TestSandboxPrint::everyday_orders_rarely_burst_a_budget() {
    const QByteArray printed = run(words("--print --count 20000 --scenario-every 0"));
    const auto requested = printed.count("dev.reeve.transaction.requested.v1");
    const auto over = printed.count("\"over_budget\"");
    QVERIFY(requested > 1000);
    QVERIFY2(over * 100 < requested, std::to_string(over).c_str());
}

void TestSandboxPrint::every_scenario_plays_data() {
    QTest::addColumn<QString>("name");
    for (const sandbox::Scenario& each : sandbox::scenarios()) {
        QTest::newRow(each.name.data()) << QString::fromLatin1(each.name.data());
    }
}

void TestSandboxPrint::every_scenario_plays() {
    QFETCH(QString, name);
    const QByteArray idle = run(words("--print --no-fleet --count 500"));
    const QByteArray played = run(words("--print --no-fleet --count 500 --scenario") + QStringList{name});
    QVERIFY2(played.startsWith(idle), played.right(300).constData());
    QVERIFY(played.size() > idle.size());
}

void TestSandboxPrint::scenarios_are_listed() {
    const QByteArray listed = run(words("--list-scenarios"));
    for (const sandbox::Scenario& each : sandbox::scenarios()) {
        QVERIFY(listed.contains(QByteArray(each.name.data()).append('\t')));
    }
    QVERIFY(run(words("--help")).contains("--list-scenarios"));
    QVERIFY(run(words("--version")).startsWith("reeve-sandbox "));
}

QTEST_GUILESS_MAIN(TestSandboxPrint)
#include "tst_sandbox_print.moc"
