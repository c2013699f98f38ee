// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_language.h"
#include "models/feed/feed_rows.h"

#include <QTest>

#include <random>

using namespace models;

namespace {

feed::Words words() {
    return {[](feed::Column column) { return QString::number(static_cast<int>(column)); },
            [](std::optional<domain::EventType>) { return QStringLiteral("event"); },
            [](domain::Tier) { return QStringLiteral("tier"); }};
}

/// Rows with gaps of every kind, over several blocks of the store.
ledger::Store drawn(ledger::Row rows) {
    std::mt19937 engine(7);
    ledger::Store store(feed::feed_columns(), rows);
    const auto chance = [&](unsigned of) { return engine() % of == 0; };
    for (ledger::Row i = 0; i < rows; ++i) {
        ports::FeedRow row;
        row.index = i;
        row.sequence = i + 1;
        row.version = static_cast<std::int32_t>(engine() % 3);
        row.time = base::Instant(std::chrono::seconds(1'772'000'000 + i % 5'000));
        row.received = row.time;
        if (!chance(9)) {
            row.type = static_cast<domain::EventType>(1 + engine() % domain::event_type_count);
        }
        if (!chance(4)) {
            row.tier = static_cast<domain::Tier>(engine() % 5);
        }
        if (!chance(3)) {
            const char* code = chance(4) ? "GBP" : (chance(5) ? "JPY" : "EUR");
            row.amount = domain::Money{static_cast<std::int64_t>(engine() % 4'000'000) - 1'000'000,
                                       domain::Currency::from_code(code).value()};
        }
        row.agent = domain::AgentId(chance(8) ? std::string() : "bot-" + std::to_string(engine() % 40));
        row.counterpart = domain::UntrustedText("Supplier " + std::to_string(engine() % 90));
        row.source = domain::SourceId("feed");
        row.transaction = domain::TransactionId("TX-" + std::to_string(i / 3));
        row.summary = domain::UntrustedText(chance(5) ? "pump seal" : "paper");
        feed::append(store, row);
    }
    return store;
}

/// The same table without its packed columns: every answer goes over value(), row by row.
class ByRow final : public filter::Table {
public:
    explicit ByRow(const filter::Table& table)
        : table_(table) {}
    [[nodiscard]] std::size_t rows() const override { return table_.rows(); }
    [[nodiscard]] cel::Value value(std::size_t row, std::size_t column) const override {
        return table_.value(row, column);
    }

private:
    const filter::Table& table_;
};

} // namespace

class TestStoreTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whole_columns_say_what_each_row_says_data() {
        QTest::addColumn<QString>("source");
        const char* const sources[] = {
            "tier >= sign_off",
            "tier != confirm",
            "tier in [confirm, blocked]",
            "tier == 77",
            "tier < -5",
            "amount > money(\"10000.00 EUR\")",
            "amount != money(\"10000.00 EUR\")",
            "amount <= money(\"-5000 JPY\")",
            "!(amount > money(\"0 EUR\")) || agent == \"bot-7\"",
            "agent == \"bot-7\"",
            "agent.startsWith(\"bot-1\") && words.contains(\"pump\")",
            "order.endsWith(\"77\")",
            "order.matches(\"^TX-[0-9]*7$\")",
            "event == \"transaction.held\" || event == \"heartbeat.sent\"",
            "event.startsWith(\"transaction.\")",
            "has(event) && !has(amount) && has(agent)",
            "time > timestamp(\"2026-02-25T06:30:00Z\")",
            "time != timestamp(\"2026-02-25T06:14:00Z\")",
            "version > 0 ? tier >= confirm : entry < 700",
            "sequence > entry && currency == \"EUR\"",
            "entry >= 1000 && entry < 1100",
            "false",
        };
        for (const char* source : sources) {
            QTest::newRow(source) << source;
        }
    }

    void whole_columns_say_what_each_row_says() {
        QFETCH(const QString, source);
        const ledger::Columns columns = feed::feed_language(words(), QStringLiteral("Currency"));
        const ledger::Store store = drawn(2'500);
        const auto reading = columns.language->read(source.toStdString(), {});
        QVERIFY2(reading.ok(), reading.problems.empty() ? "" : cel::describe(reading.problems.front()).c_str());
        const ledger::StoreTable table(store, *columns.language, columns.places);
        const std::vector<filter::Answer> answers = reading.expression->ask(table);
        const std::vector<filter::Answer> one_by_one = reading.expression->ask(ByRow(table));
        QCOMPARE(answers.size(), std::size_t{store.size()});
        for (std::size_t row = 0; row < answers.size(); ++row) {
            QVERIFY2(answers[row] == one_by_one[row], qPrintable(QString::number(row)));
        }
        for (const ledger::Row from : {ledger::Row{1}, ledger::Row{63}, ledger::Row{640}, ledger::Row{2'499}}) {
            const auto rest = reading.expression->ask(table, from);
            QVERIFY(std::equal(rest.begin(), rest.end(), answers.begin() + from, answers.end()));
        }
    }

    void an_arrangement_shows_what_passes_or_what_cannot_be_compared() {
        const ledger::Columns columns = feed::feed_language(words(), QStringLiteral("Currency"));
        const ledger::Store store = drawn(2'000);
        const auto reading = columns.language->read("amount > money(\"100.00 EUR\")", {});
        const filter::Counts counts = columns.count(store, *reading.expression);
        QCOMPARE(counts.all, std::size_t{2'000});
        QVERIFY(counts.passing > 0 && counts.not_comparable > 0 && counts.without_value > 0);
        ledger::Arrangement arrangement(store);
        arrangement.set_filter({columns.condition(reading.expression, filter::Shown::passing)});
        QCOMPARE(std::size_t{arrangement.size()}, counts.passing);
        arrangement.set_filter({columns.condition(reading.expression, filter::Shown::incomparable)});
        QCOMPARE(std::size_t{arrangement.size()}, counts.not_comparable);
        for (ledger::Row place = 0; place < arrangement.size(); ++place) {
            QVERIFY(store.text(arrangement.at(place), feed::kept::currency) != "EUR");
        }
    }

    void names_of_events_are_those_of_the_protocol() {
        QVERIFY(feed::short_name(domain::EventType::transaction_held) == "transaction.held");
        const ledger::Columns columns = feed::feed_language(words(), QStringLiteral("Currency"));
        QCOMPARE(columns.places.size(), columns.language->columns().size());
    }
};

QTEST_GUILESS_MAIN(TestStoreTable)
#include "tst_store_table.moc"
