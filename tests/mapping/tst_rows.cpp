// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/reader.h"
#include "app/wire/event_codec.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

namespace {

const std::string head = "Date,Amount,Cur,Card,Dept,Shop\n";

std::string mapping_json(const std::string& extra_fields = {}) {
    return R"json({"reeve_mapping": 1, "name": "own", "dataset": "own data", "period": {"file_name": "([0-9]{4})"},
        "csv": {"dates": ["dd/MM/yyyy"], "agent_kind": "device", "agent_group": "g", "fields": {
        "time": {"columns": ["Date"]}, "amount": {"columns": ["Amount"]},
        "currency": {"columns": ["Cur"], "constant": "EUR"},
        "agent": {"columns": ["Card"], "prefix": "card:", "required": true},
        "owner": {"columns": ["Dept"]}, "supplier": {"columns": ["Shop"], "required": true})json" +
           extra_fields + "}}}";
}

std::unique_ptr<QIODevice> device(const std::string& text) {
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(QByteArray::fromStdString(text));
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

base::Result<std::unique_ptr<mapping::Reader>> open(const std::string& text, const std::string& json,
                                                    const std::string& name = "cards-2024.csv",
                                                    const mapping::ReadOptions& options = {}) {
    auto mapping = mapping::parse(json);
    if (!mapping) {
        return std::move(mapping).fault();
    }
    return mapping::Reader::over(device(text), name, *mapping, options);
}

struct Read {
    std::vector<domain::Event> events;
    std::vector<mapping::Quarantined> aside;
    mapping::Summary summary;
};

Read read(const std::string& text, const std::string& json = mapping_json()) {
    auto reader = open(text, json);
    if (!reader) {
        qFatal("%s", base::describe(reader.fault()).c_str());
    }
    Read out;
    while (true) {
        auto batch = (*reader)->next(3);
        if (!batch || batch->empty()) {
            break;
        }
        for (auto& item : *batch) {
            if (auto* event = std::get_if<domain::Event>(&item.what)) {
                out.events.push_back(std::move(*event));
            } else if (auto* aside = std::get_if<mapping::Quarantined>(&item.what)) {
                out.aside.push_back(std::move(*aside));
            }
        }
    }
    out.summary = (*reader)->summary();
    return out;
}

} // namespace

class TestRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makes_three_events_of_a_first_row();
    void sets_bad_rows_aside_with_place_and_reason_data();
    void sets_bad_rows_aside_with_place_and_reason();
    void keeps_sums_whole_when_rows_are_bad();
    void tells_equal_rows_apart();
    void gives_equal_rows_equal_ids_in_another_order();
    void derives_net_and_tax();
    void refuses_two_columns_that_disagree();
    void names_what_a_header_lacks_data();
    void names_what_a_header_lacks();
    void wants_a_period();
    void opens_no_file_that_cannot_be_read();
    void ends_when_it_is_cancelled();
    void gives_no_event_beyond_a_mebibyte();
};

void TestRows::makes_three_events_of_a_first_row() {
    const Read out = read(head + "05/02/2024,-12.50,GBP,7781,Parks,  Shell  KINGS \n");
    QCOMPARE(out.events.size(), std::size_t{3});
    QCOMPARE(out.summary.source.bytes(), std::string("file:own_data/2024"));

    const auto& agent = std::get<domain::Agent>(out.events[0].payload);
    QCOMPARE(agent.id.bytes(), std::string("card:7781"));
    QCOMPARE(agent.kind, domain::AgentKind::device);
    QCOMPARE(agent.owner.bytes(), std::string("Parks"));
    QCOMPARE(agent.group, std::string("g"));
    QVERIFY(!agent.holds_orders);

    const auto& version = std::get<domain::TransactionVersion>(out.events[1].payload);
    QCOMPARE(version.subject.kind, domain::TransactionKind::return_of_goods);
    QCOMPARE(domain::to_decimal(version.subject.gross), std::string("-12.50"));
    QCOMPARE(version.subject.gross.currency.code(), std::string_view("GBP"));
    QCOMPARE(version.subject.supplier.id.bytes(), std::string("shell kings"));
    QCOMPARE(version.subject.supplier.name.bytes(), std::string("Shell  KINGS"));
    QCOMPARE(base::to_rfc3339(out.events[1].time), std::string("2024-02-05T00:00:00.000000Z"));

    const auto& step = std::get<domain::TransactionStep>(out.events[2].payload);
    QCOMPARE(out.events[2].type, std::optional(domain::EventType::transaction_completed));
    QVERIFY(step.transaction == version.key.id);
    QVERIFY(step.amount == version.subject.gross);
    QVERIFY(wire::decode_event(out.events[2].raw).ok());
}

void TestRows::sets_bad_rows_aside_with_place_and_reason_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("amount");
    const auto row = [](const char* name, const QByteArray& text, const char* column, const char* reason,
                        const char* amount) {
        QTest::newRow(name) << text << QByteArray(column) << QByteArray(reason) << QByteArray(amount);
    };
    row("a blank row", " ,,, ,,", "", "the row is blank", "");
    row("an empty line", "", "", "the row is blank", "");
    row("a date of another form", "2024-02-05,1.00,EUR,1,A,S", "Date", "dd/MM/yyyy", "1.00");
    row("no date", ",1.00,EUR,1,A,S", "Date", "no date", "1.00");
    row("the 30th of February", "30/02/2024,1.00,EUR,1,A,S", "Date", "30/02/2024", "1.00");
    row("an amount in words", "05/02/2024,twelve,EUR,1,A,S", "Amount", "twelve", "");
    row("no amount", "05/02/2024,,EUR,1,A,S", "Amount", "not an amount", "");
    row("an amount beyond 64 bits", "05/02/2024,99999999999999999999,EUR,1,A,S", "Amount", "9999", "");
    row("a currency that is none", "05/02/2024,1.00,EURO,1,A,S", "Cur", "EURO", "");
    row("no card", "05/02/2024,1.00,EUR,,A,S", "Card", "the cell is empty", "1.00");
    row("a required shop that is missing", "05/02/2024,1.00,EUR,1,A, ", "Shop", "the cell is empty", "1.00");
    row("too few fields", "05/02/2024,1.00,EUR,1,A", "", "5 fields and the header 6", "");
    row("too many fields", "05/02/2024,1.00,EUR,1,A,S,", "", "7 fields and the header 6", "");
    row("a stray quote", "05/02/2024,1.00,EUR,1,A,S\"x", "", "a quote inside", "1.00");
    row("bytes that are not UTF-8", "05/02/2024,1.00,EUR,1,\xE9,S", "", "UTF-8", "1.00");
    row("a NUL byte", QByteArray("05/02/2024,1.00,EUR,1,A,\0", 25), "", "NUL", "1.00");
    row("a quote that never closes", "05/02/2024,1.00,EUR,1,A,\"S", "", "never closes", "1.00");
}

void TestRows::sets_bad_rows_aside_with_place_and_reason() {
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, amount);
    const std::string good = "05/02/2024,1.00,EUR,1,A,S\n";
    const Read out = read(head + good + row.toStdString() + "\n");
    QCOMPARE(out.events.size(), std::size_t{3});
    QCOMPARE(out.aside.size(), std::size_t{1});
    const auto& aside = out.aside.front();
    QVERIFY2(QByteArray::fromStdString(aside.reason.detail).contains(reason), aside.reason.detail.c_str());
    QCOMPARE(aside.place.row, std::uint64_t{3});
    QCOMPARE(aside.place.line, std::uint64_t{3});
    QCOMPARE(aside.place.offset, std::uint64_t{head.size() + good.size()});
    QCOMPARE(aside.place.column, column.toStdString());
    QVERIFY2(aside.reason.where.starts_with("row 3, line "), aside.reason.where.c_str());
    QCOMPARE(aside.amount ? domain::to_decimal(*aside.amount) : std::string(), amount.toStdString());
    QVERIFY(QByteArray::fromStdString(aside.raw).startsWith(row));
    QCOMPARE(out.summary.rows, std::uint64_t{2});
    QCOMPARE(out.summary.quarantined, std::uint64_t{1});
}

void TestRows::keeps_sums_whole_when_rows_are_bad() {
    const Read out = read(head + "05/02/2024,10.01,EUR,1,A,S\n"
                                 "31/02/2024,20.02,EUR,1,A,S\n"
                                 "05/02/2024,-0.03,EUR,2,A,S\n"
                                 "05/02/2024,5.00,GBP,2,A,S\n"
                                 "05/02/2024,7.00,,2,A,S\n");
    QCOMPARE(domain::to_decimal(out.summary.event_sums.at("EUR")), std::string("16.98"));
    QCOMPARE(domain::to_decimal(out.summary.event_sums.at("GBP")), std::string("5.00"));
    QCOMPARE(domain::to_decimal(out.summary.quarantine_sums.at("EUR")), std::string("20.02"));
    QCOMPARE(out.summary.agents, std::uint64_t{2});
}

void TestRows::tells_equal_rows_apart() {
    const std::string row = "05/02/2024,1.00,EUR,1,A,S\n";
    const Read out = read(head + row + row + row);
    QCOMPARE(out.summary.transactions, std::uint64_t{3});
    QCOMPARE(out.summary.repeated_rows, std::uint64_t{2});
    const std::string first = out.events[1].id.bytes();
    const std::string third = out.events[5].id.bytes();
    QCOMPARE(first.substr(0, 64), third.substr(0, 64));
    QVERIFY(first.ends_with("-1") && third.ends_with("-3"));
}

void TestRows::gives_equal_rows_equal_ids_in_another_order() {
    const std::string one = "05/02/2024,1.00,EUR,1,A,S\n";
    const std::string two = "05/02/2024,\"1.00\",EUR,1,A,T\n";
    const Read forth = read(head + one + two);
    const Read back = read(head + two + one);
    QVERIFY(forth.summary.content == back.summary.content);
    QCOMPARE(forth.events[1].id.bytes(), back.events[3].id.bytes());
    const Read less = read(head + one);
    QVERIFY(forth.summary.content != less.summary.content);
    const Read twice = read(head + one + one);
    QVERIFY(twice.summary.content != less.summary.content);
}

void TestRows::derives_net_and_tax() {
    const std::string wide = "Date,Amount,Cur,Card,Dept,Shop,Tax,Net\n";
    const std::string fields = R"(, "tax": {"columns": ["Tax"]}, "net": {"columns": ["Net"]})";
    const Read out = read(wide + "05/02/2024,12.00,EUR,1,A,S,2.00,\n"
                                 "05/02/2024,12.00,EUR,1,A,S,,10.00\n"
                                 "05/02/2024,12.00,EUR,1,A,S,2.00,10.00\n"
                                 "05/02/2024,12.00,EUR,1,A,S,2.00,9.00\n"
                                 "05/02/2024,12.00,EUR,1,A,S,,\n",
                          mapping_json(fields));
    QCOMPARE(out.summary.transactions, std::uint64_t{4});
    for (const std::size_t index : {1U, 3U, 5U}) {
        const auto& subject = std::get<domain::TransactionVersion>(out.events[index].payload).subject;
        QCOMPARE(domain::to_decimal(subject.tax), std::string("2.00"));
        QCOMPARE(domain::to_decimal(subject.net), std::string("10.00"));
    }
    const auto& plain = std::get<domain::TransactionVersion>(out.events[7].payload).subject;
    QCOMPARE(domain::to_decimal(plain.net), std::string("12.00"));
    QCOMPARE(out.aside.at(0).reason.code, base::FaultCode::conflict);
    QCOMPARE(out.aside.at(0).place.column, std::string("Net"));
}

void TestRows::refuses_two_columns_that_disagree() {
    const Read out = read("Date,Amount,Cur,Card,Dept,Shop,CUR\n"
                          "05/02/2024,1.00,EUR,1,A,S,EUR\n"
                          "05/02/2024,1.00,EUR,1,A,S,GBP\n");
    QCOMPARE(out.summary.transactions, std::uint64_t{1});
    QCOMPARE(out.aside.at(0).reason.code, base::FaultCode::conflict);
    QCOMPARE(out.summary.notes, std::vector<std::string>{"column 7 repeats the name \"CUR\""});
}

void TestRows::names_what_a_header_lacks_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("in_detail");
    QTest::addColumn<QByteArray>("in_where");
    QTest::newRow("a column is called otherwise")
        << QByteArray("Date,Betrag,Cur,Card,Dept,Shop\n") << QByteArray("\"Amount\"") << QByteArray("line 1");
    QTest::newRow("a required column is missing")
        << QByteArray("Date,Amount,Cur,Dept,Shop\n") << QByteArray("\"Card\"") << QByteArray("line 1");
    QTest::newRow("another separator") << QByteArray("Date;Amount;Cur;Card;Dept;Shop\n")
                                       << QByteArray("Date;Amount;Cur") << QByteArray("line 1");
    QTest::newRow("an empty file") << QByteArray() << QByteArray("empty") << QByteArray("cards-2024.csv");
    QTest::newRow("a file of UTF-16") << QByteArray("\xFF\xFE"
                                                    "D\0a\0\n\0",
                                                    8)
                                      << QByteArray("UTF-8") << QByteArray("row 1");
    QTest::newRow("a header in Latin-1") << QByteArray("Date,Amount,Cur,Card,D\xE9pt,Shop\n") << QByteArray("UTF-8")
                                         << QByteArray("field 5");
}

void TestRows::names_what_a_header_lacks() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, in_detail);
    QFETCH(QByteArray, in_where);
    const auto reader = open(text.toStdString(), mapping_json());
    QVERIFY(!reader.ok());
    QVERIFY2(QByteArray::fromStdString(reader.fault().detail).contains(in_detail), reader.fault().detail.c_str());
    QVERIFY2(QByteArray::fromStdString(reader.fault().where).contains(in_where), reader.fault().where.c_str());
}

void TestRows::wants_a_period() {
    const auto without = open(head, mapping_json(), "cards.csv");
    QVERIFY(!without.ok());
    QCOMPARE(without.fault().code, base::FaultCode::invalid_argument);
    const auto given = open(head, mapping_json(), "cards.csv", {"other", "first half/2024"});
    QVERIFY(given.ok());
    QCOMPARE((*given)->source().bytes(), std::string("file:other/first_half_2024"));
}

void TestRows::opens_no_file_that_cannot_be_read() {
    const auto mapping = mapping::parse(mapping_json());
    QVERIFY(mapping.ok());
    const auto nowhere = mapping::Reader::open("/nowhere/at/all-2024.csv", *mapping);
    QVERIFY(!nowhere.ok());
    QCOMPARE(nowhere.fault().code, base::FaultCode::not_found);
    QTemporaryDir folder;
    const auto directory = mapping::Reader::open(folder.path().toStdString(), *mapping, {{}, "2024"});
    QVERIFY(!directory.ok());
    QCOMPARE(directory.fault().code, base::FaultCode::unreadable);
}

void TestRows::ends_when_it_is_cancelled() {
    std::string text = head;
    for (int row = 0; row < 20'000; ++row) {
        text += "05/02/2024," + std::to_string(row) + ".00,EUR,1,A,S\n";
    }
    auto reader = open(text, mapping_json());
    QVERIFY(reader.ok());
    const auto first = (*reader)->next(10);
    QVERIFY(first.ok() && first->size() == 10);
    const auto progress = (*reader)->progress();
    QVERIFY(progress.bytes_read > 0 && progress.bytes_read < progress.bytes_total);
    QCOMPARE(progress.bytes_total, std::uint64_t{text.size()});
    (*reader)->cancel();
    const auto second = (*reader)->next(10);
    QVERIFY(!second.ok());
    QCOMPARE(second.fault().code, base::FaultCode::cancelled);
}

void TestRows::gives_no_event_beyond_a_mebibyte() {
    const std::string shop(900'000, 'x');
    const Read out = read(head + "05/02/2024,1.00,EUR,1,A," + shop + "\n05/02/2024,2.00,EUR,1,A,S\n");
    QCOMPARE(out.aside.size(), std::size_t{1});
    QCOMPARE(out.aside.front().reason.code, base::FaultCode::too_large);
    QCOMPARE(domain::to_decimal(out.aside.front().amount.value()), std::string("1.00"));
    QCOMPARE(out.summary.transactions, std::uint64_t{1});
    QCOMPARE(out.events.back().sequence, std::uint64_t{3});
}

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
