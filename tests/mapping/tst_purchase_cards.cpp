// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/reader.h"

#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

namespace {

const QString folder = QStringLiteral(REEVE_SOURCE_DIR "/../shared/data/birmingham-pcard");

/// Adds two non-negative digit strings; written out on its own so that the expected sums share no code with the
/// program.
std::string add_digits(const std::string& left, const std::string& right) {
    std::string sum;
    int carry = 0;
    for (std::size_t at = 0; at < std::max(left.size(), right.size()) || carry != 0; ++at) {
        const int a = at < left.size() ? left[left.size() - 1 - at] - '0' : 0;
        const int b = at < right.size() ? right[right.size() - 1 - at] - '0' : 0;
        sum.insert(sum.begin(), static_cast<char>('0' + (a + b + carry) % 10));
        carry = (a + b + carry) / 10;
    }
    return sum.empty() ? "0" : sum;
}

/// What the test itself finds in a file whose records stand on one line each.
struct Expected {
    std::size_t rows = 0;
    std::string spent = "0"; ///< digits of pence
    std::string back = "0";
    std::set<std::string> cards;
};

/// Splits a line with quoted fields; enough for these files, which have no line ends inside quotes.
std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char byte : line) {
        if (byte == '"') {
            quoted = !quoted;
        } else if (byte == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += byte;
        }
    }
    return fields;
}

Expected read_independently(const QString& path) {
    QFile file(path);
    Expected out;
    if (!file.open(QIODevice::ReadOnly)) {
        return out;
    }
    const auto header = split(file.readLine().trimmed().toStdString());
    const auto column = [&header](const char* name) {
        return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
    };
    const std::size_t amount = column("ORIGINAL GROSS AMT");
    const std::size_t card = column("CARD NUMBER");
    while (!file.atEnd()) {
        const auto fields = split(file.readLine().trimmed().toStdString());
        ++out.rows;
        std::string digits = fields.at(amount);
        std::erase(digits, '.');
        if (digits.empty()) {
            continue;
        }
        if (digits.front() == '-') {
            out.back = add_digits(out.back, digits.substr(1));
        } else {
            out.spent = add_digits(out.spent, digits);
        }
        out.cards.insert(fields.at(card));
    }
    return out;
}

struct Read {
    std::vector<mapping::Item> items;
    mapping::Summary summary;
};

Read read_by_mapping(const QString& path, std::size_t most) {
    auto mapping = mapping::shipped("purchase-card");
    if (!mapping) {
        qFatal("%s", base::describe(mapping.fault()).c_str());
    }
    auto reader = mapping::Reader::open(path.toStdString(), *mapping);
    if (!reader) {
        qFatal("%s", base::describe(reader.fault()).c_str());
    }
    Read out;
    while (true) {
        auto batch = (*reader)->next(most);
        if (!batch) {
            qFatal("%s", base::describe(batch.fault()).c_str());
        }
        if (batch->empty()) {
            break;
        }
        std::move(batch->begin(), batch->end(), std::back_inserter(out.items));
    }
    out.summary = (*reader)->summary();
    return out;
}

} // namespace

class TestPurchaseCards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void every_row_becomes_an_event_or_is_set_aside_data();
    void every_row_becomes_an_event_or_is_set_aside();
    void reads_the_same_twice();
    void tells_that_two_periods_hold_the_same_rows();
    void keeps_equal_rows();
    void gives_bytes_that_the_codec_reads_back();
    void sets_the_blank_row_aside();
};

void TestPurchaseCards::initTestCase() {
    if (QDir(folder).entryList({QStringLiteral("*.csv")}).isEmpty()) {
        QSKIP("the purchase-card files are not beside the source; nothing to map");
    }
}

void TestPurchaseCards::every_row_becomes_an_event_or_is_set_aside_data() {
    QTest::addColumn<QString>("path");
    const auto files = QDir(folder).entryList({QStringLiteral("*.csv")});
    QCOMPARE(files.size(), 32);
    for (const QString& file : files) {
        QTest::newRow(qPrintable(file)) << folder + QLatin1Char('/') + file;
    }
}

void TestPurchaseCards::every_row_becomes_an_event_or_is_set_aside() {
    QFETCH(QString, path);
    const Expected expected = read_independently(path);
    const Read read = read_by_mapping(path, 1000);

    std::set<std::uint64_t> rows;
    std::set<std::string> ids;
    std::set<std::string> cards;
    std::uint64_t sequence = 0;
    std::string spent = "0";
    std::string back = "0";
    for (const mapping::Item& item : read.items) {
        rows.insert(item.place.row);
        if (const auto* aside = std::get_if<mapping::Quarantined>(&item.what)) {
            QVERIFY(!aside->reason.detail.empty());
            QVERIFY(!aside->amount.has_value()); // the one bad row in all these files is blank
            continue;
        }
        const auto& event = std::get<domain::Event>(item.what);
        QCOMPARE(event.sequence, ++sequence);
        QVERIFY2(ids.insert(event.id.bytes()).second, "an id comes twice");
        if (event.type == domain::EventType::agent_registered) {
            QVERIFY2(cards.insert(std::get<domain::Agent>(event.payload).id.bytes()).second, "a card comes twice");
        }
        if (event.type == domain::EventType::transaction_requested) {
            const auto& subject = std::get<domain::TransactionVersion>(event.payload).subject;
            QVERIFY2(cards.contains(subject.agent.bytes()), "a card spends before it is registered");
            QVERIFY(!subject.supplier.name.empty());
            QCOMPARE(subject.gross.currency.code(), std::string_view("GBP"));
            QCOMPARE(subject.kind == domain::TransactionKind::return_of_goods, subject.gross.minor < 0);
            std::string& sum = subject.gross.minor < 0 ? back : spent;
            sum = add_digits(sum, std::to_string(std::abs(subject.gross.minor)));
        }
    }
    QCOMPARE(rows.size(), expected.rows);
    QCOMPARE(spent, expected.spent);
    QCOMPARE(back, expected.back);
    QCOMPARE(read.summary.rows, expected.rows);
    QCOMPARE(read.summary.transactions + read.summary.quarantined, expected.rows);
    QCOMPARE(read.summary.event_sums.at("GBP").minor, std::stoll(spent) - std::stoll(back));
    QCOMPARE(cards.size(), expected.cards.size());
}

void TestPurchaseCards::reads_the_same_twice() {
    const QString path = folder + QStringLiteral("/bcc-pcard-2015-02.csv");
    const Read first = read_by_mapping(path, 1000);
    const Read second = read_by_mapping(path, 7);
    QCOMPARE(first.items.size(), second.items.size());
    for (std::size_t index = 0; index < first.items.size(); ++index) {
        const auto* left = std::get_if<domain::Event>(&first.items[index].what);
        const auto* right = std::get_if<domain::Event>(&second.items[index].what);
        QVERIFY((left == nullptr) == (right == nullptr));
        if (left != nullptr) {
            QCOMPARE(left->raw, right->raw);
        }
    }
    QCOMPARE(first.summary.source.bytes(), std::string("file:birmingham-pcard/2015-02"));
    QCOMPARE(first.summary.notes, std::vector<std::string>{"column 11 has no name"});
    QVERIFY(first.summary.content == second.summary.content);
}

void TestPurchaseCards::tells_that_two_periods_hold_the_same_rows() {
    const auto mapping = mapping::shipped("purchase-card");
    QVERIFY(mapping.ok());
    std::map<domain::Digest, QStringList> contents;
    for (const QString& file : QDir(folder).entryList({QStringLiteral("*.csv")})) {
        const auto summary = mapping::survey(QString(folder + QLatin1Char('/') + file).toStdString(), *mapping);
        QVERIFY(summary.ok());
        contents[summary->content] << QString::fromStdString(summary->period);
    }
    QCOMPARE(contents.size(), std::size_t{31});
    const auto twice =
        std::find_if(contents.begin(), contents.end(), [](const auto& content) { return content.second.size() > 1; });
    QVERIFY(twice != contents.end());
    QCOMPARE(twice->second, (QStringList{QStringLiteral("2014-05"), QStringLiteral("2014-06")}));
}

void TestPurchaseCards::keeps_equal_rows() {
    const Read read = read_by_mapping(folder + QStringLiteral("/bcc-pcard-2014-04.csv"), 1000);
    QCOMPARE(read.summary.repeated_rows, std::uint64_t{54});
    QCOMPARE(read.summary.transactions, std::uint64_t{2690});
}

void TestPurchaseCards::gives_bytes_that_the_codec_reads_back() {
    const Read read = read_by_mapping(folder + QStringLiteral("/bcc-pcard-2016-08.csv"), 1000);
    wire::Decoder decoder;
    for (const mapping::Item& item : read.items) {
        const auto& event = std::get<domain::Event>(item.what);
        const auto decoded = decoder.decode(event.raw);
        QVERIFY2(decoded.ok(), decoded.ok() ? "" : base::describe(decoded.fault()).c_str());
        QVERIFY(decoded->payload == event.payload);
        QVERIFY(decoded->id == event.id && decoded->source == event.source && decoded->time == event.time);
        QCOMPARE(decoded->sequence, event.sequence);
        if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
            const std::string bytes = wire::subject_bytes(*version);
            const auto digest = QCryptographicHash::hash(
                QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), QCryptographicHash::Sha256);
            QVERIFY(std::equal(digest.begin(), digest.end(), version->digest.begin(), version->digest.end(),
                               [](char left, std::uint8_t right) { return static_cast<std::uint8_t>(left) == right; }));
            const auto upstream = wire::upstream_of(*decoded);
            QVERIFY(upstream.ok() && upstream->has_value());
            QCOMPARE((*upstream)->type, std::string("text/csv"));
        }
    }
}

void TestPurchaseCards::sets_the_blank_row_aside() {
    const Read read = read_by_mapping(folder + QStringLiteral("/bcc-pcard-2016-04.csv"), 1000);
    QCOMPARE(read.summary.quarantined, std::uint64_t{1});
    const auto item = std::find_if(read.items.begin(), read.items.end(), [](const mapping::Item& one) {
        return std::holds_alternative<mapping::Quarantined>(one.what);
    });
    const auto& aside = std::get<mapping::Quarantined>(item->what);
    QCOMPARE(aside.reason.detail, std::string("the row is blank"));
    QCOMPARE(std::count(aside.raw.begin(), aside.raw.end(), ','), 10);
    QCOMPARE(aside.place.row, item->place.row);
    QVERIFY(aside.place.line > 1);
}

QTEST_GUILESS_MAIN(TestPurchaseCards)
#include "tst_purchase_cards.moc"
