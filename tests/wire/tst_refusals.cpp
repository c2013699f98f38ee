// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/event_codec.h"
#include "tests/wire/samples.h"

#include <QTest>

#include <set>

using domain::EventType;
using samples::Extent;

/// What a hostile or broken platform may send: nothing of it becomes an event, and the place and the reason are told.
class TestRefusals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_bad_event_is_refused_with_its_place_data();
    void a_bad_event_is_refused_with_its_place();
    void every_required_member_is_missed();
    void every_truncation_is_refused();
    void every_member_of_another_kind_is_refused();
    void limits_hold();
};

namespace {

/// The canonical JSON of a full event with one piece of it replaced.
std::string changed(EventType type, const char* from, const char* to) {
    std::string json = samples::event(type, Extent::full).raw;
    const std::size_t at = json.find(from);
    if (at == std::string::npos) {
        qFatal("the sample event has no %s", from);
    }
    return json.replace(at, std::char_traits<char>::length(from), to);
}

} // namespace

void TestRefusals::a_bad_event_is_refused_with_its_place_data() {
    using enum EventType;
    using base::FaultCode;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* name, const std::string& json, const char* where,
                        FaultCode code = FaultCode::malformed) {
        QTest::newRow(name) << QByteArray::fromStdString(json) << static_cast<int>(code) << QByteArray(where);
    };
    const auto edit = [&row](const char* name, EventType type, const char* from, const char* to, const char* where,
                             FaultCode code = FaultCode::malformed) {
        row(name, changed(type, from, to), where, code);
    };

    row("nothing", "", "");
    row("not an object", "7", "");
    row("a string", "\"event\"", "");
    row("an array where one event is expected", "[]", "");
    edit("another version of CloudEvents", heartbeat_sent, R"("1.0")", R"("0.3")", "/specversion",
         FaultCode::unsupported);
    edit("data that is not JSON", heartbeat_sent, "application/json", "application/xml", "/datacontenttype",
         FaultCode::unsupported);
    edit("an empty id", heartbeat_sent, R"("event-1")", R"("")", "/id");
    edit("an id with a line break", heartbeat_sent, R"("event-1")", R"("a\nb")", "/id");
    edit("an id with a C1 control", heartbeat_sent, R"("event-1")", R"("a\u0085b")", "/id");
    edit("a source with a blank", heartbeat_sent, "urn:test:platform", "urn: test", "/source");
    edit("a sequence of 19 digits", heartbeat_sent, "18446744073709551615", "1844674407370955161", "/sequence");
    edit("a sequence beyond 64 bits", heartbeat_sent, "18446744073709551615", "18446744073709551616", "/sequence");
    edit("a sequence of zero", heartbeat_sent, "18446744073709551615", "00000000000000000000", "/sequence");
    edit("a sequence with a sign", heartbeat_sent, "18446744073709551615", "+0000000000000000001", "/sequence");
    edit("a sequence that is a number", heartbeat_sent, R"("18446744073709551615")", "18", "/sequence");
    edit("a time without a zone", heartbeat_sent, "12:00:00.000001Z", "12:00:00.000001", "/time");
    edit("a time before 1970", heartbeat_sent, "2026-03-01T12:00:00.000001Z", "1970-01-01T00:00:00+01:00", "/time");
    edit("a time after 9999", heartbeat_sent, "2026-03-01T12:00:00.000001Z", "9999-12-31T23:59:59-01:00", "/time");
    edit("a time that is a number", heartbeat_sent, R"("2026-03-01T12:00:00.000001Z")", "1772366400", "/time");
    edit("a member twice", heartbeat_sent, R"("id":"event-1")", R"("id":"event-1","id":"event-2")", "");
    edit("a member twice, once escaped", heartbeat_sent, R"("id":"event-1")", R"("id":"event-1","\u0069d":"x")", "");
    edit("a lone surrogate", agent_updated, "slow", R"(\ud800)", "");
    edit("bytes that are not UTF-8", agent_updated, "slow", "\xC0\xAF", "");
    edit("a NaN", turn_taken, "612", "NaN", "");
    edit("text behind the event", heartbeat_sent, R"(sent.v1"})", R"(sent.v1"}x)", "");

    edit("data of another kind", heartbeat_sent, R"({"agent_id":"agent-7"})", "[]", "/data");
    edit("data that is null", heartbeat_sent, R"({"agent_id":"agent-7"})", "null", "/data");
    edit("no data", heartbeat_sent, R"("data":{"agent_id":"agent-7"},)", "", "");
    edit("data as base64 of a known type", heartbeat_sent, R"("data":{"agent_id":"agent-7"})",
         R"("data_base64":"e30=")", "");
    edit("an empty agent", heartbeat_sent, R"("agent-7")", R"("")", "/data/agent_id");
    edit("an agent that is null", heartbeat_sent, R"("agent-7")", "null", "/data/agent_id");
    row("an identifier of 513 bytes", changed(heartbeat_sent, "agent-7", std::string(513, 'a').c_str()),
        "/data/agent_id");
    edit("an unknown word", agent_updated, "degraded", "Degraded", "/data/status");
    edit("a boolean in a string", probation_changed, "false", R"("false")", "/data/on_probation");
    edit("money as a number", transaction_requested, R"("minor":"11900")", R"("minor":11900)",
         "/data/subject/gross/minor");
    edit("money with a point", transaction_requested, R"("minor":"11900")", R"("minor":"119.00")",
         "/data/subject/gross/minor");
    edit("money beyond 64 bits", transaction_requested, R"("minor":"11900")", R"("minor":"9223372036854775808")",
         "/data/subject/gross/minor");
    edit("money with leading zeros", transaction_requested, R"("minor":"11900")", R"("minor":"0119")",
         "/data/subject/gross/minor");
    edit("money of minus nothing", transaction_requested, R"("minor":"11900")", R"("minor":"-0")",
         "/data/subject/gross/minor");
    edit("money without a currency", transaction_requested, R"("currency":"EUR","minor":"11900")", R"("minor":"11900")",
         "/data/subject/gross");
    edit("money with a third member", transaction_requested, R"("minor":"11900")", R"("minor":"11900","scale":"3")",
         "/data/subject/gross/scale");
    edit("a currency that is none", transaction_requested, R"("EUR","minor":"11900")", R"("EUX","minor":"11900")",
         "/data/subject/gross/currency", FaultCode::unsupported);
    edit("a currency in lower case", transaction_requested, R"("EUR","minor":"11900")", R"("eur","minor":"11900")",
         "/data/subject/gross/currency");
    edit("two currencies in one subject", transaction_requested, R"("EUR","minor":"11900")", R"("USD","minor":"11900")",
         "/data/subject");
    edit("a line in another currency", transaction_requested, R"("EUR","minor":"-13333")", R"("USD","minor":"-13333")",
         "/data/subject");
    edit("a quantity with a comma", transaction_requested, "0.750", "0,750", "/data/subject/lines/0/quantity");
    edit("a quantity with an exponent", transaction_requested, "0.750", "75e-2", "/data/subject/lines/0/quantity");
    edit("a quantity that is a number", transaction_requested, R"("0.750")", "0.750", "/data/subject/lines/0/quantity");
    edit("a quantity with ten decimals", transaction_requested, "0.750", "0.7500000000",
         "/data/subject/lines/0/quantity");
    edit("lines that are an object", transaction_requested, R"("lines":[)", R"("lines":{"a":[)", "");
    edit("a line that is a string", transaction_requested, R"("lines":[)", R"("lines":["x",)", "/data/subject/lines/0");
    edit("a term of 101 years", transaction_requested, R"("term_months":36)", R"("term_months":1212)",
         "/data/subject/term_months");
    edit("a term with a fraction", transaction_requested, R"("term_months":36)", R"("term_months":36.5)",
         "/data/subject/term_months");
    edit("a term that is a string", transaction_requested, R"("term_months":36)", R"("term_months":"36")",
         "/data/subject/term_months");
    edit("version zero", transaction_requested, R"("version":2)", R"("version":0)", "/data/version");
    edit("a version beyond 32 bits", transaction_requested, R"("version":2)", R"("version":4294967298)",
         "/data/version");
    edit("a digest of 31 bytes", policy_published, "EBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBA=",
         "EBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEA==", "/data/digest");
    edit("a digest without padding", policy_published, "EBA=", "EBA", "/data/digest");
    edit("a digest in hexadecimal", policy_published, "EBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBA=",
         "1010101010101010101010101010101010101010101010101010101010101010", "/data/digest");
    edit("a digest with bits behind its end", policy_published, "EBA=", "EBB=", "/data/digest");
    edit("a confidence of 1001 thousandths", turn_taken, "612", "1001", "/data/confidence_permille");
    edit("a confidence below nothing", turn_taken, "601", "-1", "/data/alternatives/0/confidence_permille");
    edit("an epoch that is a number", claim_changed, R"("12")", "12", "/data/epoch");
    edit("an epoch below nothing", claim_changed, R"("12")", R"("-12")", "/data/epoch");
    edit("an upstream message that is no base64", heartbeat_sent, R"("agent-7")",
         R"("agent-7","upstream_base64":"*","upstream_type":"x")", "/data/upstream_base64");
    edit("an upstream type that is a number", heartbeat_sent, R"("agent-7")", R"("agent-7","upstream_type":1)",
         "/data/upstream_type");
    edit("signed bytes that are no base64", decision_taken, R"("signed":")", R"("signed":"*)", "/data/signed");
    edit("signed bytes of another kind of document", decision_taken, R"("signed":"cmVldmUtZGVjaXNpb24)",
         R"("signed":"cmVldmUtcmVjZWlwdGR)", "/data", FaultCode::unsupported);
    edit("a decision where a receipt should be", receipt_issued, R"("signed":"cmVldmUtcmVjZWlwdC)",
         R"("signed":"cmVldmUtZGVjaXNpb2)", "/data", FaultCode::unsupported);
}

void TestRefusals::a_bad_event_is_refused_with_its_place() {
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    QFETCH(QByteArray, where);
    const auto event = wire::decode_event(json.toStdString());
    QVERIFY(!event.ok());
    const std::string told = base::describe(event.fault());
    QVERIFY2(static_cast<int>(event.fault().code) == code, told.c_str());
    QVERIFY2(!event.fault().detail.empty(), told.c_str());
    QVERIFY2(where.isEmpty() || event.fault().where.starts_with(where.toStdString() + " "), told.c_str());
}

void TestRefusals::every_required_member_is_missed() {
    // Each name that a minimal event has is needed (but those with a default): renaming it makes the event bad.
    const std::set<std::string> defaulted = {"datacontenttype", "holds_orders", "speaker", "reversible",
                                             "state",           "currency",     "minor"};
    int renamed = 0;
    for (int number = 1; number <= domain::event_type_count; ++number) {
        const std::string json = samples::event(static_cast<EventType>(number), Extent::minimal).raw;
        for (std::size_t at = json.find("\":"); at != std::string::npos; at = json.find("\":", at + 1)) {
            const std::size_t begin = json.rfind('"', at - 1) + 1;
            const std::string name = json.substr(begin, at - begin);
            if (defaulted.contains(name)) {
                continue;
            }
            std::string without = json;
            without.replace(begin, name.size(), "x" + name);
            QVERIFY2(!wire::decode_event(without).ok(), without.c_str());
            ++renamed;
        }
    }
    QVERIFY(renamed > 300);
}

void TestRefusals::every_truncation_is_refused() {
    for (int number = 1; number <= domain::event_type_count; ++number) {
        const std::string json = samples::event(static_cast<EventType>(number), Extent::full).raw;
        for (std::size_t length = 0; length < json.size(); ++length) {
            QVERIFY(!wire::decode_event(std::string_view(json).substr(0, length)).ok());
        }
    }
}

void TestRefusals::every_member_of_another_kind_is_refused() {
    // null, and an array of one null, are never right: put them in the place of every value.
    int replaced = 0;
    for (int number = 1; number <= domain::event_type_count; ++number) {
        const std::string json = samples::event(static_cast<EventType>(number), Extent::full).raw;
        for (std::size_t at = json.find("\":"); at != std::string::npos; at = json.find("\":", at + 1)) {
            const std::size_t begin = at + 2;
            if (json[begin] == '{' || json[begin] == '[') {
                continue;
            }
            const std::size_t end =
                json[begin] == '"' ? json.find('"', begin + 1) + 1 : json.find_first_of(",}", begin);
            if (json[end] != ',' && json[end] != '}') {
                continue; // a string with escapes
            }
            for (const char* value : {"null", "[null]", "{}"}) {
                const std::string other = json.substr(0, begin) + value + json.substr(end);
                QVERIFY2(!wire::decode_event(other).ok(), other.c_str());
                ++replaced;
            }
        }
    }
    QVERIFY(replaced > 1500);
}

void TestRefusals::limits_hold() {
    const std::string event = samples::event(EventType::agent_updated, Extent::full).raw;
    const auto padded = [&event](std::size_t size) {
        std::string json = event;
        return json.insert(json.find("slow"), std::string(size - event.size(), 'x'));
    };
    QVERIFY(wire::decode_event(padded(wire::max_event_bytes)).ok());
    QCOMPARE(wire::decode_event(padded(wire::max_event_bytes + 1)).fault().code, base::FaultCode::too_large);

    const auto nested = [&event](std::size_t depth) {
        std::string json = event;
        return json.insert(json.find(R"("note")"),
                           R"("deep":)" + std::string(depth, '[') + std::string(depth, ']') + ",");
    };
    QVERIFY(wire::decode_event(nested(30)).ok()); // inside of event and data: 32
    QCOMPARE(wire::decode_event(nested(31)).fault().code, base::FaultCode::too_large);
    std::vector<wire::Item> items;
    wire::Decoder decoder;
    QVERIFY(decoder.decode_frame("[" + nested(30) + "," + nested(31) + "]", items).ok());
    QVERIFY(std::holds_alternative<domain::Event>(items.at(0)));
    QCOMPARE(std::get<wire::Refusal>(items.at(1)).fault.code, base::FaultCode::too_large);

    items.clear();
    QVERIFY(decoder.decode_frame("[" + event + "," + padded(wire::max_event_bytes + 1) + "]", items).ok());
    QCOMPARE(std::get<wire::Refusal>(items.at(1)).fault.code, base::FaultCode::too_large);

    std::string many = "[0";
    for (std::size_t count = 1; count <= wire::max_batch_events; ++count) {
        many += ",0";
    }
    QCOMPARE(decoder.decode_frame(many + "]", items).fault().code, base::FaultCode::too_large);
    const std::string huge = "[\"" + std::string(wire::max_batch_bytes, 'x') + "\"]";
    QCOMPARE(decoder.decode_frame(huge, items).fault().code, base::FaultCode::too_large);
    QCOMPARE(items.size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
