// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/reader.h"
#include "app/mapping/reader.h"
#include "app/wire/event_codec.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <map>
#include <set>

namespace {

const char* const runs_file = REEVE_SOURCE_DIR "/../shared/data/tau-bench/gpt-4o-airline.jsonl";

struct Read {
    std::vector<domain::Event> events;
    std::vector<mapping::Quarantined> aside;
    std::vector<mapping::Outcome> outcomes;
    mapping::Summary summary;
};

Read drain(mapping::Reader& reader, std::size_t most) {
    Read out;
    while (true) {
        auto batch = reader.next(most);
        if (!batch) {
            qFatal("%s", base::describe(batch.fault()).c_str());
        }
        if (batch->empty()) {
            break;
        }
        for (auto& item : *batch) {
            if (auto* event = std::get_if<domain::Event>(&item.what)) {
                out.events.push_back(std::move(*event));
            } else if (auto* aside = std::get_if<mapping::Quarantined>(&item.what)) {
                out.aside.push_back(std::move(*aside));
            } else {
                out.outcomes.push_back(std::get<mapping::Outcome>(std::move(item.what)));
            }
        }
    }
    out.summary = reader.summary();
    return out;
}

Read read_text(const std::string& text) {
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(QByteArray::fromStdString(text));
    buffer->open(QIODevice::ReadOnly);
    const auto mapping = mapping::shipped("openai-chat-tools");
    auto reader = mapping::Reader::over(std::move(buffer), "made by hand.jsonl", *mapping);
    if (!reader) {
        qFatal("%s", base::describe(reader.fault()).c_str());
    }
    return drain(**reader, 5);
}

Read read_file(std::size_t most) {
    const auto mapping = mapping::shipped("openai-chat-tools");
    auto reader = mapping::Reader::open(runs_file, *mapping);
    if (!reader) {
        qFatal("%s", base::describe(reader.fault()).c_str());
    }
    return drain(**reader, most);
}

/// Types of events without the registration, short, e.g. "turn requested completed".
QString drawn(const Read& read) {
    QStringList out;
    for (const domain::Event& event : read.events) {
        const auto name = domain::type_name(*event.type);
        const QStringList parts =
            QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).split(QLatin1Char('.'));
        if (parts.at(2) != QLatin1String("agent")) {
            out << (parts.at(2) == QLatin1String("transaction") ? parts.at(3) : parts.at(2));
        }
    }
    return out.join(QLatin1Char(' '));
}

/// JSON that can be read here: ' stands for a quote, ` for a quote inside a string.
std::string quoted(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        out += byte == '\'' ? "\"" : byte == '`' ? "\\\"" : std::string(1, byte);
    }
    return out;
}

std::string run(const std::string& messages) {
    return quoted("{'task_id': 7, 'trial': 1, 'reward': 1.0, 'traj': [") + messages + "]}\n";
}

const std::string book = quoted(
    "{'role': 'assistant', 'content': null, 'tool_calls': [{'id': 'c1', 'type': 'function', 'function': { 'name': "
    "'book_reservation', 'arguments': '{`user_id`: `mia`, `payment_methods`: [{`amount`: 250}, {`amount`: 5.5}]}'}}]}");
const std::string booked = quoted("{'role': 'tool', 'tool_call_id': 'c1', 'name': 'book_reservation', 'content': "
                                  "'{`reservation_id`: `R1`, `payment_history`: [{`amount`: 250}, {`amount`: 5.5}]}'}");

} // namespace

class TestAgentRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void maps_all_hundred_runs();
    void maps_them_the_same_twice();
    void finds_every_amount_that_moved();
    void follows_a_run_data();
    void follows_a_run();
    void books_what_was_asked_and_what_moved();
    void counts_only_the_change_of_a_balance();
    void keeps_the_answer_sheet_apart();
    void sets_bad_runs_aside();
    void numbers_runs_of_one_name();
};

void TestAgentRuns::maps_all_hundred_runs() {
    if (!QFile::exists(QString::fromUtf8(runs_file))) {
        QSKIP("the agent runs are not beside the source; nothing to map");
    }
    const Read out = read_file(1000);
    QCOMPARE(out.summary.rows, std::uint64_t{100});
    QCOMPARE(out.aside.size(), std::size_t{0});
    QCOMPARE(out.outcomes.size(), std::size_t{100});
    // Counted by other means in the file: 860 user, 100 system and 621 tool messages, 760 assistant messages with
    // only text, 45 with text and a call, 621 calls; 149 calls change something, 18 give the run to a person.
    std::map<domain::EventType, int> types;
    std::set<std::string> ids;
    std::set<std::string> conversations;
    std::uint64_t sequence = 0;
    wire::Decoder decoder;
    for (const domain::Event& event : out.events) {
        ++types[*event.type];
        QVERIFY2(ids.insert(event.id.bytes()).second, event.id.bytes().c_str());
        QCOMPARE(event.sequence, ++sequence);
        if (const auto* turn = std::get_if<domain::Turn>(&event.payload)) {
            conversations.insert(turn->conversation.bytes());
        }
        const auto decoded = decoder.decode(event.raw);
        QVERIFY2(decoded.ok(), decoded.ok() ? "" : base::describe(decoded.fault()).c_str());
        QVERIFY(decoded->payload == event.payload);
    }
    using domain::EventType;
    QCOMPARE(types[EventType::agent_registered], 1);
    QCOMPARE(types[EventType::turn_taken], 860 + 100 + 621 + 760 + 45 + 621);
    QCOMPARE(types[EventType::transaction_requested], 149 + 18);
    QCOMPARE(types[EventType::assessment_made], 18);
    QCOMPARE(types[EventType::transaction_completed] + types[EventType::transaction_failed], 149);
    QCOMPARE(types[EventType::transaction_doubted], 0);
    QVERIFY(types[EventType::transaction_failed] > 0);
    QCOMPARE(conversations.size(), std::size_t{100});
}

void TestAgentRuns::maps_them_the_same_twice() {
    if (!QFile::exists(QString::fromUtf8(runs_file))) {
        QSKIP("the agent runs are not beside the source; nothing to map");
    }
    const Read first = read_file(1000);
    const Read second = read_file(3);
    QCOMPARE(first.events.size(), second.events.size());
    for (std::size_t index = 0; index < first.events.size(); ++index) {
        QCOMPARE(first.events[index].raw, second.events[index].raw);
    }
    QVERIFY(first.summary.content == second.summary.content);
    QCOMPARE(first.summary.source.bytes(), std::string("file:agent-runs/gpt-4o-airline"));
}

void TestAgentRuns::finds_every_amount_that_moved() {
    if (!QFile::exists(QString::fromUtf8(runs_file))) {
        QSKIP("the agent runs are not beside the source; nothing to map");
    }
    const Read out = read_file(1000);
    for (const domain::Event& event : out.events) {
        const auto* version = std::get_if<domain::TransactionVersion>(&event.payload);
        if (version != nullptr && version->subject.category == "book_reservation") {
            QVERIFY2(version->subject.gross.minor > 0, event.id.bytes().c_str());
            QVERIFY(version->subject.supplier.id.bytes() != "unknown customer");
        }
        if (event.type == domain::EventType::transaction_completed && event.id.bytes().starts_with("run-15-0/")) {
            QCOMPARE(domain::to_decimal(std::get<domain::TransactionStep>(event.payload).amount.value()),
                     std::string("-5700.00"));
        }
    }
}

void TestAgentRuns::follows_a_run_data() {
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& messages, const char* expected) {
        QTest::newRow(name) << QByteArray::fromStdString(messages) << QString::fromUtf8(expected);
    };
    row("words are turns", quoted("{'role': 'user', 'content': 'hi'}, {'role': 'assistant', 'content': 'hello'}"),
        "turn turn");
    row("a call and its result", book + "," + booked, "turn requested turn completed");
    row("a call without a result is in doubt", book, "turn requested doubted");
    row("a result that says it failed",
        book +
            quoted(",{'role': 'tool', 'tool_call_id': 'c1', 'name': 'book_reservation', 'content': 'Error: no seats'}"),
        "turn requested turn failed");
    row("two calls of one id are settled one after the other", book + "," + booked + "," + book + "," + booked,
        "turn requested turn completed turn requested turn completed");
    row("a result that nobody asked for", booked, "turn");
    row("a tool that only reads",
        quoted("{'role': 'assistant', 'content': 'let me see', 'tool_calls': [{'id': 'x', 'function': {'name': "
               "'get_user_details', 'arguments': '{}'}}]}"),
        "turn turn");
    row("arguments that are not JSON",
        quoted("{'role': 'assistant', 'tool_calls': [{'id': 'x', 'function': {'name': 'send_certificate', 'arguments': "
               "'{oh'}}]}"),
        "turn requested doubted");
    row("a hand-over to a person",
        quoted("{'role': 'assistant', 'tool_calls': [{'id': 'x', 'function': {'name': 'transfer_to_human_agents', "
               "'arguments': '{`summary`: `cannot`}'}}]}"),
        "turn requested assessment");
    row("text in parts",
        quoted("{'role': 'user', 'content': [{'type': 'text', 'text': 'a'}, {'type': 'text', 'text': 'b'}]}"), "turn");
    row("an older form of calls",
        quoted("{'role': 'assistant', 'function_call': {'name': 'send_certificate', 'arguments': '{`amount`: 1}'}}, "
               "{'role': 'function', 'name': 'send_certificate', 'content': 'ok'}"),
        "turn requested turn completed");
}

void TestAgentRuns::follows_a_run() {
    QFETCH(QByteArray, messages);
    QFETCH(QString, expected);
    const Read out = read_text(run(messages.toStdString()));
    QCOMPARE(out.aside.size(), std::size_t{0});
    QVERIFY2(drawn(out) == expected, qPrintable(drawn(out)));
}

void TestAgentRuns::books_what_was_asked_and_what_moved() {
    const Read out = read_text(run((book + "," + booked)));
    const auto& subject = std::get<domain::TransactionVersion>(out.events.at(2).payload).subject;
    QCOMPARE(domain::to_decimal(subject.gross), std::string("255.50"));
    QCOMPARE(subject.supplier.id.bytes(), std::string("mia"));
    QCOMPARE(subject.side, domain::Side::selling);
    QCOMPARE(subject.conversation->bytes(), std::string("run-7-1"));
    const auto& step = std::get<domain::TransactionStep>(out.events.at(4).payload);
    QCOMPARE(domain::to_decimal(step.amount.value()), std::string("255.50"));
    QCOMPARE(step.reference, std::string("R1"));
    QCOMPARE(base::to_rfc3339(out.events.at(3).time), std::string("2024-05-15T15:00:10.000000Z"));
}

void TestAgentRuns::counts_only_the_change_of_a_balance() {
    const auto update = [](const char* id, const char* history) {
        return std::string(quoted("{'role': 'assistant', 'tool_calls': [{'id': '")) + id +
               quoted("', 'function': {'name': 'update_reservation_flights', 'arguments': '{`reservation_id`: "
                      "`R1`}'}}]},") +
               quoted("{'role': 'tool', 'tool_call_id': '") + id +
               quoted("', 'name': 'update_reservation_flights', 'content': '{`reservation_id`: `R1`, "
                      "`payment_history`: [") +
               history + quoted("]}'}");
    };
    const std::string first = quoted("{`amount`: 250}, {`amount`: 5.5}");
    const Read out = read_text(run((book + "," + booked) + "," + update("u1", first.c_str()) + "," +
                                   update("u2", (first + quoted(", {`amount`: -40.25}")).c_str())));
    std::vector<std::string> moved;
    for (const domain::Event& event : out.events) {
        if (event.type == domain::EventType::transaction_completed) {
            moved.push_back(domain::to_decimal(std::get<domain::TransactionStep>(event.payload).amount.value()));
        }
    }
    QCOMPARE(moved, (std::vector<std::string>{"255.50", "0.00", "-40.25"}));
}

void TestAgentRuns::keeps_the_answer_sheet_apart() {
    const Read out = read_text(run((book)));
    QCOMPARE(out.outcomes.size(), std::size_t{1});
    QCOMPARE(out.outcomes[0].conversation.bytes(), std::string("run-7-1"));
    QCOMPARE(out.outcomes[0].json, std::string(quoted("{'/reward':1}")));
    for (const domain::Event& event : out.events) {
        QVERIFY(event.raw.find("reward") == std::string::npos);
    }
}

void TestAgentRuns::sets_bad_runs_aside() {
    const Read out =
        read_text("{\"traj\": [}\n\n[1]\n{\"other\": 1}\n" + run(quoted("{'role': 'alien', 'content': 'x'}")) +
                  run(quoted("{'role': 'user', 'content': 'hi'}")));
    QCOMPARE(out.summary.rows, std::uint64_t{5});
    QCOMPARE(out.aside.size(), std::size_t{4});
    QCOMPARE(out.aside[0].place.line, std::uint64_t{1});
    QCOMPARE(out.aside[1].place.line, std::uint64_t{3});
    QCOMPARE(out.aside[1].place.column, std::string("/traj"));
    QCOMPARE(out.aside[2].reason.detail, std::string("the run has no list of messages"));
    QCOMPARE(out.aside[3].place.column, std::string("message 0"));
    QCOMPARE(out.aside[3].raw, std::string(quoted("{'role': 'alien', 'content': 'x'}")));
    QCOMPARE(out.summary.events, std::uint64_t{2});
}

void TestAgentRuns::numbers_runs_of_one_name() {
    const Read out =
        read_text(run(quoted("{'role': 'user', 'content': 'a'}")) + run(quoted("{'role': 'user', 'content': 'b'}")));
    QCOMPARE(out.events.at(1).id.bytes(), std::string("run-7-1/turn-1"));
    QCOMPARE(out.events.at(2).id.bytes(), std::string("run-7-1~2/turn-1"));
}

QTEST_GUILESS_MAIN(TestAgentRuns)
#include "tst_agent_runs.moc"
