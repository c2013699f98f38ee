// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/fields.h"
#include "app/json/reader.h"

#include <QTest>

#include <functional>

using json::Fields;

Q_DECLARE_METATYPE(std::function<void(Fields&)>)

namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

/// Reading members by name and kind, with one look at the first fault.
class TestFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_every_kind_in_any_order();
    void leaves_out_what_is_absent();
    void names_what_is_wrong_data();
    void names_what_is_wrong();
    void reads_whole_numbers_in_one_spelling_data();
    void reads_whole_numbers_in_one_spelling();
    void keeps_the_first_fault();
};

void TestFields::reads_every_kind_in_any_order() {
    const auto document = json::Document::parse(
        R"({"a":"text","b":true,"c":-7,"d":"18446744073709551615","e":"-9223372036854775808","f":[1],"g":{"x":"y"},"h":2.5})");
    QVERIFY(document.ok());
    json::Trouble trouble;
    Fields fields(document->root(), trouble);
    QCOMPARE(fields.number("h"), 2.5);
    QCOMPARE(bytes(fields.string("a")), QByteArray("text"));
    QCOMPARE(fields.decimal_int64("e"), std::numeric_limits<std::int64_t>::min());
    QCOMPARE(fields.int32("c"), -7);
    QCOMPARE(fields.decimal_uint64("d"), std::numeric_limits<std::uint64_t>::max());
    QVERIFY(fields.boolean("b"));
    QCOMPARE(static_cast<int>(fields.array("f")->size()), 1);
    Fields inner(*fields.object("g"), fields.trouble());
    QCOMPARE(bytes(inner.string("x")), QByteArray("y"));
    QVERIFY(fields.has("a") && !fields.has("z"));
    QVERIFY(fields.any("g")->is_object() && !fields.any("z"));
    fields.refuse_others({"a", "b", "c", "d", "e", "f", "g", "h"});
    QVERIFY(trouble.done().ok());
}

void TestFields::leaves_out_what_is_absent() {
    const auto document = json::Document::parse(R"({"other":1})");
    json::Trouble trouble;
    Fields fields(document->root(), trouble);
    QVERIFY(fields.optional_string("a").empty());
    QVERIFY(fields.optional_boolean("a", true));
    QCOMPARE(fields.optional_int32("a", 5), 5);
    QVERIFY(!fields.optional_int32("a"));
    QCOMPARE(fields.optional_decimal_uint64("a", 6U), std::uint64_t{6});
    QCOMPARE(fields.optional_decimal_int64("a", -6), std::int64_t{-6});
    QVERIFY(!fields.optional_object("a") && !fields.optional_array("a"));
    QVERIFY(!trouble.any());
}

void TestFields::names_what_is_wrong_data() {
    QTest::addColumn<std::function<void(Fields&)>>("read");
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, std::function<void(Fields&)> read, const char* where, const char* reason) {
        QTest::newRow(name) << std::move(read) << QByteArray(where) << QByteArray(reason);
    };
    row(
        "a missing text", [](Fields& f) { (void)f.string("missing"); }, "/o (byte 5)", "\"missing\" is missing");
    row(
        "a missing number", [](Fields& f) { (void)f.int32("missing"); }, "/o (byte 5)", "is missing");
    row(
        "a missing object", [](Fields& f) { (void)f.object("missing"); }, "/o (byte 5)", "is missing");
    row(
        "a number where text is expected", [](Fields& f) { (void)f.string("n"); }, "/o/n (byte 10)",
        "expected string, found number");
    row(
        "a wrong optional one as well", [](Fields& f) { (void)f.optional_string("n"); }, "/o/n (byte 10)",
        "expected string");
    row(
        "null is not absent", [](Fields& f) { (void)f.optional_string("z"); }, "/o/z (byte 18)", "found null");
    row(
        "text where a boolean is expected", [](Fields& f) { (void)f.boolean("s"); }, "/o/s (byte 27)",
        "expected boolean, found string");
    row(
        "a fraction where a whole number is expected", [](Fields& f) { (void)f.int32("n"); }, "/o/n (byte 10)",
        "whole number");
    row(
        "a JSON number where a decimal text is expected", [](Fields& f) { (void)f.decimal_int64("n"); },
        "/o/n (byte 10)", "expected string");
    row(
        "text that is no decimal", [](Fields& f) { (void)f.decimal_uint64("s"); }, "/o/s (byte 27)", "decimal string");
    row(
        "text that is no decimal, optional", [](Fields& f) { (void)f.optional_decimal_int64("s", 0); },
        "/o/s (byte 27)", "decimal string");
    row(
        "an array where an object is expected", [](Fields& f) { (void)f.object("l"); }, "/o/l (byte 35)",
        "expected object, found array");
    row(
        "an object where an array is expected", [](Fields& f) { (void)f.optional_array("m"); }, "/o/m (byte 42)",
        "expected array, found object");
    row(
        "a value that means nothing", [](Fields& f) { f.blame("s", base::FaultCode::unsupported, "unknown word"); },
        "/o/s (byte 27)", "unknown word");
    row(
        "a member too many",
        [](Fields& f) {
            f.refuse_others({"n", "z", "s", "l"});
        },
        "/o/m (byte 42)", "no member of this name");
    row(
        "fields of what is no object",
        [](Fields& f) {
            Fields inner(*f.any("l"), f.trouble());
            (void)inner.string("x");
        },
        "/o/l (byte 35)", "expected object");
}

void TestFields::names_what_is_wrong() {
    QFETCH(std::function<void(Fields&)>, read);
    QFETCH(QByteArray, where);
    QFETCH(QByteArray, reason);
    const auto document = json::Document::parse(R"({"o":{"n":1.5,"z":null,"s":"x","l":[],"m":{}}})");
    QVERIFY(document.ok());
    json::Trouble trouble;
    Fields fields(*document->root().member("o"), trouble);
    read(fields);
    QVERIFY(trouble.any());
    QCOMPARE(bytes(trouble.done().fault().where), where);
    QVERIFY2(bytes(trouble.done().fault().detail).contains(reason), trouble.done().fault().detail.c_str());
}

void TestFields::reads_whole_numbers_in_one_spelling_data() {
    QTest::addColumn<bool>("is_unsigned");
    QTest::addColumn<bool>("is_signed");
    const auto row = [](const char* text, bool is_unsigned, bool is_signed) {
        QTest::newRow(*text == '\0' ? "(nothing)" : text) << is_unsigned << is_signed;
    };
    row("0", true, true);
    row("7", true, true);
    row("-7", false, true);
    row("9223372036854775807", true, true);
    row("9223372036854775808", true, false);
    row("18446744073709551615", true, false);
    row("18446744073709551616", false, false);
    row("-9223372036854775808", false, true);
    row("-9223372036854775809", false, false);
    for (const char* text : {"", "-", "-0", "01", "-01", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "1,000"}) {
        row(text, false, false);
    }
}

void TestFields::reads_whole_numbers_in_one_spelling() {
    QFETCH(bool, is_unsigned);
    QFETCH(bool, is_signed);
    const std::string tag = QTest::currentDataTag();
    const std::string text = tag == "(nothing)" ? std::string() : tag;
    QCOMPARE(json::uint64_from_decimal(text).has_value(), is_unsigned);
    QCOMPARE(json::int64_from_decimal(text).has_value(), is_signed);
    if (is_signed) {
        QCOMPARE(bytes(std::to_string(*json::int64_from_decimal(text))), bytes(text));
    }
    if (is_unsigned) {
        QCOMPARE(bytes(std::to_string(*json::uint64_from_decimal(text))), bytes(text));
    }
}

void TestFields::keeps_the_first_fault() {
    const auto document = json::Document::parse(R"({"a":1})");
    json::Trouble trouble;
    Fields fields(document->root(), trouble);
    QVERIFY(fields.string("a").empty());
    QVERIFY(fields.string("b").empty());
    QCOMPARE(bytes(trouble.done().fault().where), QByteArray("/a (byte 5)"));
}

QTEST_APPLESS_MAIN(TestFields)
#include "tst_fields.moc"
