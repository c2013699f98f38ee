// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/mapping.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// JSON that can be read here: ' stands for a quote.
std::string quoted(const QByteArray& text) {
    return QByteArray(text).replace('\'', '"').toStdString();
}

const QByteArray good = "{'reeve_mapping': 1, 'name': 'own', 'dataset': 'd', 'period': {'constant': '2024'}, 'csv': {"
                        "'dates': ['dd/MM/yyyy'], 'fields': {'time': {'columns': ['T']}, 'amount': {'columns': ['A']},"
                        "'agent': {'columns': ['C']}, 'currency': {'constant': 'EUR'}}}}";

} // namespace

class TestMappingDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_what_it_writes_data();
    void reads_what_it_writes();
    void refuses_mistakes_with_their_place_data();
    void refuses_mistakes_with_their_place();
    void finds_by_name_or_path();
    void names_everything_that_its_schema_names();
};

void TestMappingDocument::reads_what_it_writes_data() {
    QTest::addColumn<QByteArray>("name");
    const auto names = mapping::shipped_names();
    QCOMPARE(names, (std::vector<std::string>{"openai-chat-tools", "purchase-card"}));
    for (const std::string& name : names) {
        QTest::newRow(name.c_str()) << QByteArray::fromStdString(name);
    }
}

void TestMappingDocument::reads_what_it_writes() {
    QFETCH(QByteArray, name);
    const auto mapping = mapping::shipped(name.toStdString());
    QVERIFY2(mapping.ok(), mapping.ok() ? "" : base::describe(mapping.fault()).c_str());
    QCOMPARE(mapping->name, name.toStdString());
    const auto again = mapping::parse(mapping::to_json(*mapping));
    QVERIFY2(again.ok(), again.ok() ? "" : base::describe(again.fault()).c_str());
    QVERIFY(*again == *mapping);
}

void TestMappingDocument::refuses_mistakes_with_their_place_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* name, const char* from, const char* to, const char* where) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(where);
    };
    row("no JSON", "{'reeve_mapping'", "'reeve_mapping'", "");
    row("a typing error in a member", "'dataset'", "'datasett'", "datasett");
    row("another version", "'reeve_mapping': 1", "'reeve_mapping': 2", "/reeve_mapping");
    row("a field that does not exist", "'time'", "'tyme'", "/csv/fields/tyme");
    row("a field that is missing", "'agent': {'columns': ['C']},", "", "/csv/fields");
    row("a field without a column", "{'columns': ['T']}", "{}", "/csv/fields/time");
    row("columns that are no strings", "['T']", "[1]", "/csv/fields/time/columns");
    row("minutes instead of months", "dd/MM/yyyy", "dd/mm/yyyy", "/csv/dates");
    row("no date format", "['dd/MM/yyyy']", "[]", "/csv/dates");
    row("a currency that is none", "'EUR'", "'EURO'", "/csv/fields/currency");
    row("a delimiter of two characters", "'dates'", "'delimiter': ';;', 'dates'", "/csv/delimiter");
    row("point and grouping alike", "'dates'", "'decimal': {'point': ',', 'grouping': ','}, 'dates'",
        "/csv/decimal/grouping");
    row("an agent kind that is none", "'dates'", "'agent_kind': 'robot', 'dates'", "/csv/agent_kind");
    row("a pattern that is none", "'constant': '2024'", "'file_name': '([0-9]'", "/period/file_name");
    row("a pattern without a group", "'constant': '2024'", "'file_name': '[0-9]+'", "/period/file_name");
    row("neither csv nor chat", "'csv'", "'$schema'", "");
    row("a rule of occurrence that is none", "'columns': ['T']", "'columns': ['T'], 'occurrence': 'any'",
        "/csv/fields/time/occurrence");
}

void TestMappingDocument::refuses_mistakes_with_their_place() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, where);
    QVERIFY(mapping::parse(quoted(good)).ok());
    const QByteArray bad = QByteArray(good).replace(from, to);
    QVERIFY(bad != good);
    const auto mapping = mapping::parse(quoted(bad));
    QVERIFY(!mapping.ok());
    QVERIFY(!mapping.fault().detail.empty());
    QVERIFY2(QByteArray::fromStdString(mapping.fault().where + mapping.fault().detail).contains(where),
             base::describe(mapping.fault()).c_str());
}

void TestMappingDocument::finds_by_name_or_path() {
    QVERIFY(mapping::find("purchase-card").ok());
    const auto none = mapping::find("purchase-cart");
    QVERIFY(!none.ok());
    QCOMPARE(none.fault().code, base::FaultCode::not_found);
    QVERIFY2(none.fault().detail.find("openai-chat-tools, purchase-card") != std::string::npos,
             none.fault().detail.c_str());

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("own.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(quoted(good)));
    file.close();
    const auto own = mapping::find(path.toStdString());
    QVERIFY(own.ok());
    QCOMPARE(own->name, std::string("own"));

    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    const auto broken = mapping::find(path.toStdString());
    QVERIFY(!broken.ok());
    QVERIFY(broken.fault().where.starts_with(path.toStdString()));

    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(2 << 20, ' '));
    file.close();
    QCOMPARE(mapping::find(path.toStdString()).fault().code, base::FaultCode::too_large);
    QCOMPARE(mapping::find(folder.path().toStdString()).fault().code, base::FaultCode::unreadable);
}

void TestMappingDocument::names_everything_that_its_schema_names() {
    QFile schema(QStringLiteral(REEVE_SOURCE_DIR "/resources/mappings/mapping.schema.json"));
    QVERIFY(schema.open(QIODevice::ReadOnly));
    const QByteArray text = schema.readAll();
    for (const mapping::CsvField& field : mapping::csv_fields()) {
        const QByteArray name(field.name.data(), static_cast<qsizetype>(field.name.size()));
        QVERIFY2(text.contains(QByteArray("\"" + name + "\": { \"$ref\": \"#/definitions/field\"")), name.constData());
    }
}

QTEST_GUILESS_MAIN(TestMappingDocument)
#include "tst_mapping_document.moc"
