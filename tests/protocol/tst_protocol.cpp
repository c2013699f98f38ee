// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/event_codec.h"
#include "tests/protocol/schema_set.h"
#include "tests/wire/samples.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using domain::EventType;

/// What is published in resources/protocol, held against itself and against our own codec.
class TestProtocol : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_event_type_is_published_data();
    void every_event_type_is_published();
    void what_we_write_fits_the_schema_data();
    void what_we_write_fits_the_schema();
    void an_example_with_a_fault_does_not_fit_data();
    void an_example_with_a_fault_does_not_fit();
    void every_reference_leads_somewhere_data();
    void every_reference_leads_somewhere();
    void nothing_else_is_published();

private:
    SchemaSet schemas_;
};

namespace {

std::string contents(const QString& below) {
    QFile file(SchemaSet::path(below));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

QJsonObject object_in(const QString& below) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(contents(below))).object();
}

std::string name_of(EventType type) {
    return std::string(domain::type_name(type));
}

std::string example_of(EventType type) {
    return contents(QStringLiteral("examples/") + QString::fromStdString(name_of(type)) + QStringLiteral(".json"));
}

/// One row for each event type, named after it.
void add_types() {
    QTest::addColumn<int>("number");
    for (int number = 1; number <= domain::event_type_count; ++number) {
        QTest::newRow(name_of(static_cast<EventType>(number)).c_str()) << number;
    }
}

/// All references in a document.
void collect(const QJsonValue& value, QStringList& into) {
    if (value.isArray()) {
        for (const QJsonValue& element : value.toArray()) {
            collect(element, into);
        }
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool refers = member.key() == QLatin1String("$ref") || member.key() == QLatin1String("externalValue");
        if (refers && member->isString()) {
            into.append(member->toString());
        }
        collect(member.value(), into);
    }
}

/// What a JSON pointer (without escapes) finds; undefined when nothing.
QJsonValue found_at(QJsonValue value, const QString& pointer) {
    for (const QString& step : pointer.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        value = value.toObject()[step];
    }
    return value;
}

} // namespace

void TestProtocol::every_event_type_is_published_data() {
    add_types();
}

void TestProtocol::every_event_type_is_published() {
    QFETCH(int, number);
    const auto type = static_cast<EventType>(number);
    const std::string example = example_of(type);
    QVERIFY2(!example.empty(), "there is an example");
    const auto complaint = schemas_.event_complaint(example);
    QVERIFY2(!complaint, complaint.value_or("").c_str());
    const auto event = wire::decode_event(example);
    QVERIFY2(event.ok(), event.ok() ? "" : base::describe(event.fault()).c_str());
    QCOMPARE(event->type, std::optional(type));

    // Round trip: nothing of an example is lost, but its upstream message, which is written when it is given.
    const auto upstream = wire::upstream_of(*event);
    QVERIFY(upstream.ok());
    const std::string again =
        upstream->has_value() ? wire::encode_event(*event, **upstream) : wire::encode_event(*event);
    const auto back = wire::decode_event(again);
    QVERIFY(back.ok());
    QVERIFY(samples::same(*back, *event));
    QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(again)).object().keys(),
             QJsonDocument::fromJson(QByteArray::fromStdString(example)).object().keys());

    const QJsonObject messages = object_in(QStringLiteral("asyncapi.json"))[QLatin1String("components")]
                                     .toObject()[QLatin1String("messages")]
                                     .toObject();
    const bool told = std::any_of(messages.begin(), messages.end(), [type](const QJsonValue& message) {
        return message.toObject()[QLatin1String("name")].toString().toStdString() == name_of(type);
    });
    QVERIFY2(told, "asyncapi.json has a message for it");
}

void TestProtocol::what_we_write_fits_the_schema_data() {
    add_types();
}

void TestProtocol::what_we_write_fits_the_schema() {
    QFETCH(int, number);
    for (const auto extent : {samples::Extent::full, samples::Extent::minimal}) {
        const domain::Event event = samples::event(static_cast<EventType>(number), extent);
        const auto complaint = schemas_.event_complaint(event.raw);
        QVERIFY2(!complaint, complaint.value_or("").c_str());
    }
    const wire::Upstream upstream{"text/plain", "x"};
    const domain::Event event = samples::event(static_cast<EventType>(number), samples::Extent::full);
    QVERIFY(!schemas_.event_complaint(wire::encode_event(event, upstream)));
}

void TestProtocol::an_example_with_a_fault_does_not_fit_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char* name, EventType type, const char* from, const char* to) {
        QTest::newRow(name) << static_cast<int>(type) << QByteArray(from) << QByteArray(to);
    };
    using enum EventType;
    row("money as a number", transaction_requested, R"("minor": "478400")", R"("minor": 478400)");
    row("money with a third member", transaction_requested, R"("minor": "478400")",
        R"("minor": "478400", "scale": "1")");
    row("a short sequence", transaction_requested, R"("sequence": "0)", R"("sequence": ")");
    row("an unknown word", transaction_requested, R"("purchase")", R"("theft")");
    row("a version of zero", transaction_requested, R"("version": 1)", R"("version": 0)");
    row("a version with a fraction", transaction_requested, R"("version": 1)", R"("version": 1.5)");
    row("a time without a zone", transaction_requested, "09:14:05.120000Z", "09:14:05");
    row("an empty identifier", transaction_requested, R"("agent-office-07")", R"("")");
    row("a missing member", transaction_requested, R"("transaction_id")", R"("transaction")");
    row("half of an upstream message", transaction_amended, R"("upstream_type")", R"("x")");
    row("a confidence above all", turn_taken, "612", "1612");
    row("a quantity that is a number", stock_counted, R"("quantity": "3")", R"("quantity": 3)");
    row("a signature of another length", receipt_issued, R"("signature": ")", R"("signature": "AA)");
}

void TestProtocol::an_example_with_a_fault_does_not_fit() {
    QFETCH(int, number);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray example = QByteArray::fromStdString(example_of(static_cast<EventType>(number)));
    const qsizetype at = example.indexOf(from);
    QVERIFY(at >= 0);
    example.replace(at, from.size(), to);
    // Schema and codec refuse alike; but the codec looks at an upstream message only when it is asked for.
    QVERIFY(schemas_.event_complaint(example.toStdString()).has_value());
    const auto event = wire::decode_event(example.toStdString());
    QVERIFY(!event.ok() || !wire::upstream_of(*event).ok());
}

void TestProtocol::every_reference_leads_somewhere_data() {
    QTest::addColumn<QString>("document");
    QTest::newRow("openapi.json") << QStringLiteral("openapi.json");
    QTest::newRow("asyncapi.json") << QStringLiteral("asyncapi.json");
    const QStringList schemas = QDir(SchemaSet::path(QStringLiteral("schemas"))).entryList({QStringLiteral("*.json")});
    for (const QString& name : schemas) {
        QTest::newRow(qPrintable(name)) << QString(QStringLiteral("schemas/") + name);
    }
}

void TestProtocol::every_reference_leads_somewhere() {
    QFETCH(QString, document);
    const QJsonObject root = object_in(document);
    QVERIFY(!root.isEmpty());
    QStringList references;
    collect(root, references);
    QVERIFY(!references.isEmpty() || document.contains(QLatin1String("api.json")));
    const QString folder =
        document.contains(QLatin1Char('/')) ? document.section(QLatin1Char('/'), 0, 0) + QLatin1Char('/') : QString();
    for (const QString& reference : references) {
        const QString file = reference.section(QLatin1Char('#'), 0, 0);
        const QString pointer = reference.section(QLatin1Char('#'), 1);
        const QJsonObject target = file.isEmpty() ? root : object_in(folder + file);
        QVERIFY2(!target.isEmpty(), qPrintable(reference));
        QVERIFY2(!found_at(target, pointer).isUndefined(), qPrintable(reference));
    }
}

void TestProtocol::nothing_else_is_published() {
    // A schema or an example of a type that there is not would mislead.
    for (const QString& folder : {QStringLiteral("schemas"), QStringLiteral("examples")}) {
        const QStringList names = QDir(SchemaSet::path(folder)).entryList({QStringLiteral("dev.*.json")});
        QCOMPARE(names.size(), domain::event_type_count);
        for (QString name : names) {
            name.chop(5);
            QVERIFY2(domain::event_type(name.toStdString()).has_value(), qPrintable(name));
        }
    }
}

QTEST_APPLESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
