// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/value.h"
#include "app/wire/event_codec.h"
#include "tests/wire/samples.h"

#include <QTest>

using domain::EventType;
using samples::Extent;

/// Every type there and back, and what rides along with it.
class TestEventCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_event_comes_back_as_it_went_data();
    void an_event_comes_back_as_it_went();
    void a_minimal_request_looks_like_this();
    void the_order_of_members_does_not_matter();
    void an_unknown_type_is_kept();
    void unknown_members_are_tolerated_and_kept();
    void an_upstream_message_rides_along_byte_for_byte_data();
    void an_upstream_message_rides_along_byte_for_byte();
    void a_used_decoder_keeps_nothing_of_the_event_before();
    void appending_adds_to_what_is_there();
    void the_quick_way_reads_what_the_strict_way_reads_data();
    void the_quick_way_reads_what_the_strict_way_reads();
};

void TestEventCodec::an_event_comes_back_as_it_went_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("full");
    for (int number = 1; number <= domain::event_type_count; ++number) {
        const std::string name(domain::type_name(static_cast<EventType>(number)));
        QTest::newRow((name + " with every member").c_str()) << number << true;
        QTest::newRow((name + " with only what it needs").c_str()) << number << false;
    }
}

void TestEventCodec::an_event_comes_back_as_it_went() {
    QFETCH(int, number);
    QFETCH(bool, full);
    const domain::Event sent = samples::event(static_cast<EventType>(number), full ? Extent::full : Extent::minimal);
    const auto received = wire::decode_event(sent.raw);
    QVERIFY2(received.ok(), received.ok() ? "" : base::describe(received.fault()).c_str());
    QVERIFY(samples::same(sent, *received));
    QCOMPARE(received->raw, sent.raw);
    QCOMPARE(wire::encode_event(*received), sent.raw);
    QCOMPARE(json::canonicalize(sent.raw).value(), sent.raw);
}

void TestEventCodec::a_minimal_request_looks_like_this() {
    const domain::Event event = samples::event(EventType::transaction_requested, Extent::minimal);
    const std::string expected =
        R"({"data":{"subject":{"agent_id":"agent-7","gross":{"currency":"EUR","minor":"11900"},"kind":"purchase",)"
        R"("net":{"currency":"EUR","minor":"10000"},"side":"buying","supplier":{"id":"supplier-3"},)"
        R"("tax":{"currency":"EUR","minor":"1900"}},"subject_digest":"DAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw=",)"
        R"("transaction_id":"order-1","version":1},"datacontenttype":"application/json","id":"event-1",)"
        R"("sequence":"00000000000000000001","source":"urn:test:platform","specversion":"1.0",)"
        R"("time":"2026-03-01T12:00:00.000001Z","type":"dev.reeve.transaction.requested.v1"})";
    QCOMPARE(event.raw, expected);
}

void TestEventCodec::the_order_of_members_does_not_matter() {
    const std::string json = R"( {"type":"dev.reeve.agent.updated.v1","specversion":"1.0",
        "time":"2026-03-01T13:00:00.000001+01:00","sequence":"00000000000000000007","source":"/s","id":"i",
        "data":{"status":"idle","note":"a \u00fc b","agent_id":"agent-7"}} )";
    const auto event = wire::decode_event(json);
    QVERIFY(event.ok());
    QCOMPARE(event->sequence, 7U);
    QCOMPARE(event->time, samples::at("2026-03-01T12:00:00.000001Z"));
    const auto& updated = std::get<domain::AgentUpdated>(event->payload);
    QCOMPARE(updated.status, domain::AgentStatus::idle);
    QCOMPARE(updated.note.bytes(), std::string("a \xC3\xBC b"));
    QCOMPARE(event->raw, json);
}

void TestEventCodec::an_unknown_type_is_kept() {
    for (const char* data : {"", R"("data":{"any":[1,{"thing":null}]},)", R"("data":7,)", R"("data_base64":"AAE=",)"}) {
        const std::string json = std::string("{") + data +
                                 R"("id":"i","sequence":"00000000000000000001","source":"/s","specversion":"1.0",)"
                                 R"("time":"2026-03-01T12:00:00Z","type":"com.example.coffee.spilled"})";
        const auto event = wire::decode_event(json);
        QVERIFY(event.ok());
        QVERIFY(!event->type);
        QCOMPARE(std::get<domain::UnknownPayload>(event->payload).type, std::string("com.example.coffee.spilled"));
        QCOMPARE(wire::encode_event(*event), json);
    }
}

void TestEventCodec::unknown_members_are_tolerated_and_kept() {
    const std::string json = R"({"comexampleorigin":"x","data":{"agent_id":"agent-7","mood":{"deep":[1]}},)"
                             R"("id":"i","sequence":"00000000000000000001","source":"/s","specversion":"1.0",)"
                             R"("time":"2026-03-01T12:00:00Z","type":"dev.reeve.heartbeat.sent.v1"})";
    const auto event = wire::decode_event(json);
    QVERIFY(event.ok());
    QCOMPARE(std::get<domain::HeartbeatSent>(event->payload).agent.bytes(), std::string("agent-7"));
    QCOMPARE(event->raw, json);
}

void TestEventCodec::an_upstream_message_rides_along_byte_for_byte_data() {
    QTest::addColumn<int>("number");
    for (int number = 1; number <= domain::event_type_count; ++number) {
        QTest::newRow(domain::type_name(static_cast<EventType>(number)).data()) << number;
    }
}

void TestEventCodec::an_upstream_message_rides_along_byte_for_byte() {
    QFETCH(int, number);
    const wire::Upstream upstream{"application/ap2+json", std::string("{ \"b\": 1,\r\n\"a\":\t2 }\0\xFF", 21)};
    domain::Event event = samples::event(static_cast<EventType>(number), Extent::full);
    const std::string json = wire::encode_event(event, upstream);
    QCOMPARE(json::canonicalize(json).value(), json);
    const auto received = wire::decode_event(json);
    QVERIFY(received.ok());
    QVERIFY(samples::same(*received, event));
    const auto found = wire::upstream_of(*received);
    QVERIFY(found.ok());
    QCOMPARE(found->value(), upstream);
    QVERIFY(!wire::upstream_of(event)->has_value());
}

void TestEventCodec::a_used_decoder_keeps_nothing_of_the_event_before() {
    wire::Decoder decoder;
    for (int round = 0; round < 3; ++round) {
        for (int number = 1; number <= domain::event_type_count; ++number) {
            const domain::Event full = samples::event(static_cast<EventType>(number), Extent::full);
            const domain::Event minimal = samples::event(static_cast<EventType>(number), Extent::minimal);
            QVERIFY(samples::same(decoder.decode(full.raw).value(), full));
            QVERIFY(!decoder.decode(full.raw.substr(0, full.raw.size() / 2)).ok());
            QVERIFY(samples::same(decoder.decode(minimal.raw).value(), minimal));
        }
    }
    wire::Decoder moved = std::move(decoder);
    QVERIFY(moved.decode(samples::event(EventType::heartbeat_sent, Extent::full).raw).ok());
}

void TestEventCodec::appending_adds_to_what_is_there() {
    const domain::Event event = samples::event(EventType::heartbeat_sent, Extent::full);
    std::string out = "data: ";
    wire::append_event(event, out);
    QCOMPARE(out, "data: " + event.raw);
    out.clear();
    wire::append_event(event, out);
    QCOMPARE(out, event.raw);
}

void TestEventCodec::the_quick_way_reads_what_the_strict_way_reads_data() {
    an_upstream_message_rides_along_byte_for_byte_data();
}

void TestEventCodec::the_quick_way_reads_what_the_strict_way_reads() {
    // A blank in front sends an event the strict way. Whatever one byte is changed to, both ways end alike.
    QFETCH(int, number);
    wire::Decoder decoder;
    for (const Extent extent : {Extent::full, Extent::minimal}) {
        const std::string json = samples::event(static_cast<EventType>(number), extent).raw;
        const std::size_t step = extent == Extent::full ? 3 : 1;
        for (std::size_t at = 0; at < json.size(); at += step) {
            for (const char to : {'0', '"', '\xC3', json[at]}) {
                std::string changed = json;
                changed[at] = to;
                const auto quick = decoder.decode(changed);
                const auto strict = decoder.decode(" " + changed);
                QVERIFY2(quick.ok() == strict.ok(), changed.c_str());
                QVERIFY2(!quick.ok() || samples::same(*quick, *strict), changed.c_str());
                QVERIFY2(!quick.ok() || (quick->raw == changed && strict->raw == " " + changed), changed.c_str());
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestEventCodec)
#include "tst_event_codec.moc"
