// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/value.h"
#include "app/json/writer.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <random>

using json::Value;

namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string number(double value) {
    std::string out;
    json::append_number(out, value);
    return out;
}

} // namespace

/// RFC 8785: the published cases, the appendix on numbers, and order and escapes of our own.
class TestCanonical : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agrees_with_the_published_cases();
    void writes_numbers_as_ecmascript_does_data();
    void writes_numbers_as_ecmascript_does();
    void every_double_reads_back_the_same();
    void sorts_names_by_utf16_data();
    void sorts_names_by_utf16();
    void escapes_no_more_than_needed_data();
    void escapes_no_more_than_needed();
    void is_stable();
    void the_tree_the_view_and_the_writer_agree();
    void a_value_is_set_and_found();
    void bytes_that_are_not_utf8_never_leave();
    void writes_for_people();
};

void TestCanonical::agrees_with_the_published_cases() {
    const QDir cases(QStringLiteral(REEVE_SOURCE_DIR "/../shared/data/jcs/testdata"));
    if (!cases.exists()) {
        QSKIP("the published cases of RFC 8785 are not beside the project (../shared/data/jcs)");
    }
    int checked = 0;
    for (const QString& name : QDir(cases.filePath(QStringLiteral("input"))).entryList(QDir::Files)) {
        const auto canonical =
            json::canonicalize(content(cases.filePath(QStringLiteral("input/") + name)).toStdString());
        QVERIFY2(canonical.ok(), qPrintable(name));
        QCOMPARE(bytes(*canonical), content(cases.filePath(QStringLiteral("output/") + name)));
        const QString hex =
            QStringLiteral("outhex/") + QString(name).replace(QStringLiteral(".json"), QStringLiteral(".txt"));
        QCOMPARE(bytes(*canonical), QByteArray::fromHex(content(cases.filePath(hex))));
        ++checked;
    }
    QCOMPARE(checked, 6);
}

void TestCanonical::writes_numbers_as_ecmascript_does_data() {
    QTest::addColumn<quint64>("ieee");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, quint64 ieee, const char* text) {
        QTest::newRow(name) << ieee << QByteArray(text);
    };
    // RFC 8785, appendix B.
    row("zero", 0x0000000000000000, "0");
    row("minus zero", 0x8000000000000000, "0");
    row("smallest positive number", 0x0000000000000001, "5e-324");
    row("smallest negative number", 0x8000000000000001, "-5e-324");
    row("largest positive number", 0x7fefffffffffffff, "1.7976931348623157e+308");
    row("largest negative number", 0xffefffffffffffff, "-1.7976931348623157e+308");
    row("largest positive integer", 0x4340000000000000, "9007199254740992");
    row("largest negative integer", 0xc340000000000000, "-9007199254740992");
    row("about 2^68", 0x4430000000000000, "295147905179352830000");
    row("just below the exponent", 0x44b52d02c7e14af5, "9.999999999999997e+22");
    row("1e23", 0x44b52d02c7e14af6, "1e+23");
    row("just above 1e23", 0x44b52d02c7e14af7, "1.0000000000000001e+23");
    row("just below 1e21", 0x444b1ae4d6e2ef4e, "999999999999999700000");
    row("one below 1e21", 0x444b1ae4d6e2ef4f, "999999999999999900000");
    row("1e21", 0x444b1ae4d6e2ef50, "1e+21");
    row("just below 1e-6", 0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
    row("1e-6", 0x3eb0c6f7a0b5ed8d, "0.000001");
    row("rounding up", 0x41b3de4355555553, "333333333.3333332");
    row("rounding up again", 0x41b3de4355555554, "333333333.33333325");
    row("the third", 0x41b3de4355555555, "333333333.3333333");
    row("above the third", 0x41b3de4355555556, "333333333.3333334");
    row("further above", 0x41b3de4355555557, "333333333.33333343");
    row("a negative fraction", 0xbecbf647612f3696, "-0.0000033333333333333333");
    row("round to even", 0x43143ff3c1cb0959, "1424953923781206.2");
    // Our own: around the borders of the layout.
    row("one", std::bit_cast<quint64>(1.0), "1");
    row("a power of ten", std::bit_cast<quint64>(1e20), "100000000000000000000");
    row("zeros behind the digits", std::bit_cast<quint64>(123000.0), "123000");
    row("one digit and an exponent", std::bit_cast<quint64>(-1e-7), "-1e-7");
    row("an exponent of three digits", std::bit_cast<quint64>(1.25e-100), "1.25e-100");
    row("a half", std::bit_cast<quint64>(0.5), "0.5");
    row("a tenth", std::bit_cast<quint64>(0.1), "0.1");
    row("a sum that shows its error", std::bit_cast<quint64>(0.1 + 0.2), "0.30000000000000004");
    row("the smallest normal number", 0x0010000000000000, "2.2250738585072014e-308");
}

void TestCanonical::writes_numbers_as_ecmascript_does() {
    QFETCH(quint64, ieee);
    QFETCH(QByteArray, text);
    QCOMPARE(bytes(number(std::bit_cast<double>(ieee))), text);
}

void TestCanonical::every_double_reads_back_the_same() {
    std::mt19937_64 random(20260301); // deterministic
    for (int round = 0; round < 200000; ++round) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value)) {
            continue;
        }
        const std::string text = number(value);
        double read = 0;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), read);
        QVERIFY(result.ec == std::errc() && result.ptr == text.data() + text.size());
        QVERIFY2(read == value, text.c_str());
        QVERIFY2(text.find("e0") == std::string::npos && text.find('E') == std::string::npos, text.c_str());
    }
}

void TestCanonical::sorts_names_by_utf16_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& canonical) {
        QTest::newRow(name) << text << canonical;
    };
    row("plain names", R"({"b":1,"a":2})", R"({"a":2,"b":1})");
    row("capitals first", R"({"a":1,"B":2})", R"({"B":2,"a":1})");
    row("the shorter of two first", R"({"aa":1,"a":2,"":3})", R"({"":3,"a":2,"aa":1})");
    row("digits as text", R"({"10":1,"9":2,"1":3})", R"({"1":3,"10":1,"9":2})");
    row("a surrogate pair before a private character", "{\"\xEE\x80\x80\":1,\"\xF0\x90\x80\x80\":2}",
        "{\"\xF0\x90\x80\x80\":2,\"\xEE\x80\x80\":1}");
    row("a surrogate pair before U+FFFF", "{\"\xEF\xBF\xBF\":1,\"\xF4\x8F\xBF\xBF\":2}",
        "{\"\xF4\x8F\xBF\xBF\":2,\"\xEF\xBF\xBF\":1}");
    row("a surrogate pair behind U+D7FF", "{\"\xF0\x90\x80\x80\":1,\"\xED\x9F\xBF\":2}",
        "{\"\xED\x9F\xBF\":2,\"\xF0\x90\x80\x80\":1}");
    row("two pairs among each other", "{\"\xF0\x9F\x98\x82\":1,\"\xF0\x9F\x98\x81\":2}",
        "{\"\xF0\x9F\x98\x81\":2,\"\xF0\x9F\x98\x82\":1}");
    row("difference behind a common pair", "{\"\xF0\x9F\x98\x82z\":1,\"\xF0\x9F\x98\x82\xC3\xA9\":2}",
        "{\"\xF0\x9F\x98\x82z\":1,\"\xF0\x9F\x98\x82\xC3\xA9\":2}");
    row("sorted by the unescaped name", R"({"\u0062":1,"a":2})", R"({"a":2,"b":1})");
    row("at every depth, arrays keep their order", R"({"z":[{"y":1,"x":[3,1,2]}],"a":{"c":{},"b":[]}})",
        R"({"a":{"b":[],"c":{}},"z":[{"x":[3,1,2],"y":1}]})");
}

void TestCanonical::sorts_names_by_utf16() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto result = json::canonicalize(text.toStdString());
    QVERIFY(result.ok());
    QCOMPARE(bytes(*result), canonical);
}

void TestCanonical::escapes_no_more_than_needed_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& canonical) {
        QTest::newRow(name) << text << canonical;
    };
    row("short escapes stay short", R"("\u0008\u0009\u000a\u000c\u000d")", R"("\b\t\n\f\r")");
    row("other controls in lower-case hexadecimal", R"("\u0000\u000F\u001F")", R"("\u0000\u000f\u001f")");
    row("a slash is not escaped", R"("\/")", R"("/")");
    row("quote and backslash are", R"("\u0022\u005c")", R"("\"\\")");
    row("delete and C1 controls are not", R"("\u007f\u0080")", "\"\x7F\xC2\x80\"");
    row("line separators are not", R"("\u2028\u2029")", "\"\xE2\x80\xA8\xE2\x80\xA9\"");
    row("pairs become four bytes", R"("\ud83d\ude02")", "\"\xF0\x9F\x98\x82\"");
    row("nothing is normalised", R"("e\u0301\u00e9")", "\"e\xCC\x81\xC3\xA9\"");
    row("a control at each place of a word", R"("\u0001bcdefgh\u0001cdefghi\u0001")",
        R"("\u0001bcdefgh\u0001cdefghi\u0001")");
}

void TestCanonical::escapes_no_more_than_needed() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto result = json::canonicalize(text.toStdString());
    QVERIFY(result.ok());
    QCOMPARE(bytes(*result), canonical);
}

void TestCanonical::is_stable() {
    const char* documents[] = {R"([1e21,1E30,0.1,-0,5e-324,9007199254740992,1.5e300,123456.789e3])",
                               R"({"\ud83d\ude02":"\u0000\u001f","\ue000":[true,false,null,{}],"":[[]]})"};
    for (const char* document : documents) {
        const auto once = json::canonicalize(document);
        QVERIFY(once.ok());
        const auto twice = json::canonicalize(*once);
        QVERIFY2(twice.ok(), twice.ok() ? "" : base::describe(twice.fault()).c_str());
        QCOMPARE(bytes(*twice), bytes(*once));
    }
    QVERIFY(!json::canonicalize("1e20").ok()); // it would be written as an integer that is then refused
}

void TestCanonical::the_tree_the_view_and_the_writer_agree() {
    const Value tree =
        Value::object({{"version", 3},
                       {"amount", Value::object({{"minor", Value::decimal(std::int64_t{-123})}, {"currency", "EUR"}})},
                       {"list", Value::array({true, Value(), "a\"b", Value::number(0.5)})},
                       {"most", Value::decimal(std::numeric_limits<std::uint64_t>::max())},
                       {"key", "AQID"}});
    json::Writer writer("prefix\n");
    writer.begin_object();
    writer.key("amount").begin_object().member("currency", "EUR").key("minor").decimal(std::int64_t{-123}).end_object();
    writer.key("key").base64(std::string_view("\1\2\3"));
    writer.key("list").begin_array().boolean(true).null().string("a\"b").number(0.5).end_array();
    writer.key("most").decimal(std::numeric_limits<std::uint64_t>::max());
    writer.optional_member("nothing", "").key("version").int32(3).end_object();
    QCOMPARE(bytes(writer.text()), bytes("prefix\n" + json::canonical(tree)));

    const auto document = json::Document::parse(json::canonical(tree));
    QVERIFY(document.ok());
    QCOMPARE(bytes(json::canonical(document->root())), bytes(json::canonical(tree)));
    QCOMPARE(bytes(json::canonical(Value::from(document->root()))), bytes(json::canonical(tree)));

    QCOMPARE(bytes(writer.take()).left(7), QByteArray("prefix\n"));
    QVERIFY(writer.begin_array().raw("{}").int32(-1).end_array().text() == "[{},-1]");
    writer.clear();
    QVERIFY(writer.string("x").text() == "\"x\"");
}

void TestCanonical::a_value_is_set_and_found() {
    Value value;
    value.set("b", 1).set("a", "x").set("b", 2).set_text("empty", "").set_text("full", "y");
    QCOMPARE(bytes(json::canonical(value)), QByteArray(R"({"a":"x","b":2,"full":"y"})"));
    QCOMPARE(value.find("b")->number(), 2.0);
    QVERIFY(value.find("c") == nullptr);
    QVERIFY(Value("text").find("a") == nullptr);
    QVERIFY(Value("text").elements().empty());
    QVERIFY(Value(1).string().empty());
    QVERIFY(!Value("true").boolean());
    QVERIFY(Value(true) == Value(true) && !(Value(true) == Value(1)));
    Value list;
    list.append(1).append("two");
    QCOMPARE(bytes(json::canonical(list)), QByteArray(R"([1,"two"])"));
    QVERIFY(Value::number(std::numeric_limits<double>::infinity()).kind() == json::Kind::null);
}

void TestCanonical::bytes_that_are_not_utf8_never_leave() {
    std::string out;
    json::append_string(out, "a\xFFz\xC3");
    QCOMPARE(bytes(out), QByteArray("\"a\xEF\xBF\xBDz\xEF\xBF\xBD\""));
    QVERIFY(json::is_utf8("a\xC3\xA9"));
    QVERIFY(!json::is_utf8("a\xC3"));
    QVERIFY(!json::is_utf8("\xED\xA0\x80"));
}

void TestCanonical::writes_for_people() {
    const Value value = Value::object(
        {{"name", "x"}, {"none", Value::array()}, {"list", Value::array({1, Value::object({{"a", true}})})}});
    QCOMPARE(bytes(json::pretty(value)), QByteArray("{\n  \"name\": \"x\",\n  \"none\": [],\n  \"list\": [\n    1,\n   "
                                                    " {\n      \"a\": true\n    }\n  ]\n}\n"));
}

QTEST_APPLESS_MAIN(TestCanonical)
#include "tst_canonical.moc"
