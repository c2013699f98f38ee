// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/reader.h"

#include <QTest>

#include <string>

using base::FaultCode;

namespace {

std::string nested(int depth, char open, char close) {
    const auto count = static_cast<std::size_t>(depth);
    return std::string(count, open) + std::string(count, close);
}

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

/// What the strict reader takes and what it refuses, with the place and the reason.
class TestReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_with_the_place_and_the_reason_data();
    void refuses_with_the_place_and_the_reason();
    void takes_what_is_json_data();
    void takes_what_is_json();
    void unescapes_data();
    void unescapes();
    void refuses_numbers_that_would_change_data();
    void refuses_numbers_that_would_change();
    void keeps_to_its_limits();
    void finds_a_duplicate_among_very_many_members();
    void is_not_slowed_down_by_names_made_to_collide();
    void every_prefix_of_a_document_is_refused();
    void every_changed_byte_gives_an_answer();
    void reads_one_document_after_another();
};

void TestReader::refuses_with_the_place_and_the_reason_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const QByteArray& text, const char* where, const char* reason) {
        QTest::newRow(name) << text << QByteArray(where) << QByteArray(reason);
    };
    row("nothing at all", "", "byte 0", "no value");
    row("only white space", " \n\t", "byte 0", "no value");
    row("the same name twice", R"({"a":1,"b":{"a":1},"a":2})", "/a (byte 19)", "twice");
    row("the same name twice, once escaped", R"({"amount":1,"\u0061mount":2})", "/amount (byte 12)", "twice");
    row("the same name twice, deep inside", R"([0,{"x":{"k":1,"k":1}}])", "/1/x/k (byte 15)", "twice");
    row("the empty name twice", R"({"":1,"":2})", "/ (byte 6)", "twice");
    row("a lone high surrogate", R"(["\ud800"])", "/0 (byte 2)", "surrogate");
    row("a lone low surrogate", R"({"k":"a\udc00"})", "/k (byte 7)", "surrogate");
    row("two high surrogates", R"("\ud83d\ud83d")", "byte 1", "surrogate");
    row("a high surrogate before a letter", R"("\ud83dx")", "byte 1", "surrogate");
    row("a lone surrogate in a name", R"({"\udfff":1})", "byte 2", "surrogate");
    row("a byte that is not UTF-8", "{\"a\":\"b\xFF\"}", "byte 7", "UTF-8");
    row("an overlong slash", "\"\xC0\xAF\"", "byte 1", "UTF-8");
    row("a surrogate encoded in UTF-8", "\"\xED\xA0\x80\"", "byte 1", "UTF-8");
    row("a character beyond Unicode", "\"\xF4\x90\x80\x80\"", "byte 1", "UTF-8");
    row("a cut character at the end", "\"a\xE2\x82", "byte 2", "UTF-8");
    row("a byte order mark", "\xEF\xBB\xBF{}", "byte 0", "not a value");
    row("a control character in a string", QByteArray("\"a\x01\"", 4), "byte 2", "control");
    row("a line break in a string", "[\"a\nb\"]", "byte 3", "control");
    row("a NUL between tokens", QByteArray("[1,\0 2]", 7), "/1 (byte 3)", "not a value");
    row("a string without an end", R"({"a":"b)", "byte 5", "does not end");
    row("an escape that does not exist", R"(["\x"])", "/0 (byte 2)", "escape");
    row("too few digits behind \\u", R"(["\u12g4"])", "/0 (byte 2)", "hexadecimal");
    row("two documents", R"({} {})", "byte 3", "follows the end");
    row("two numbers", "1 2", "byte 2", "follows the end");
    row("a comma behind the last element", "[1,]", "/1 (byte 3)", "not a value");
    row("a comma behind the last member", R"({"a":1,})", "byte 7", "name of a member");
    row("two commas", "[1,,2]", "/1 (byte 3)", "not a value");
    row("a missing comma in an array", "[1 2]", "byte 3", "comma");
    row("a missing comma in an object", R"({"a":1 "b":2})", "byte 7", "comma");
    row("a missing colon", R"({"a" 1})", "/a (byte 5)", "colon");
    row("a missing value", R"({"a":})", "/a (byte 5)", "not a value");
    row("a name without quotes", "{a:1}", "byte 1", "name of a member");
    row("a number as a name", "{1:1}", "byte 1", "name of a member");
    row("single quotes", "['a']", "/0 (byte 1)", "not a value");
    row("a comment", "[1 /* no */]", "byte 3", "comma");
    row("an array closed as an object", "[1}", "byte 2", "comma");
    row("an object closed as an array", R"({"a":1])", "byte 6", "comma");
    row("an array that does not end", "[1", "byte 2", "comma");
    row("an object that does not end", R"({"a":[1],"b":2)", "byte 14", "comma");
    row("a bracket too many", "[1]]", "byte 3", "follows the end");
    row("letters behind a literal", "[truex]", "/0 (byte 5)", "does not belong");
    row("half a literal", "[tru]", "/0 (byte 1)", "not a value");
    row("a capital literal", "[True]", "/0 (byte 1)", "not a value");
    row("letters behind a string", R"(["a"b])", "byte 4", "comma");
    row("letters behind a number", "[12x]", "/0 (byte 3)", "does not belong");
    row("letters behind the end", "[1]x", "byte 3", "follows the end");
    row("a leading zero", "[01]", "/0 (byte 1)", "not a value");
    row("a plus sign", "[+1]", "/0 (byte 1)", "not a value");
    row("a minus alone", "[-]", "/0 (byte 1)", "not a value");
    row("a point without digits", "[1.]", "/0 (byte 1)", "not a value");
    row("a point first", "[.5]", "/0 (byte 1)", "not a value");
    row("an exponent without digits", "[1e+]", "/0 (byte 1)", "not a value");
    row("hexadecimal", "[0x10]", "/0 (byte 2)", "does not belong");
    row("not a number", "[NaN]", "/0 (byte 1)", "not a value");
    row("infinity", "[-Infinity]", "/0 (byte 1)", "not a value");
    row("names with slash and tilde are escaped in the pointer", R"({"a/b":{"~":tru}})", "/a~1b/~0 (byte 12)",
        "not a value");
}

void TestReader::refuses_with_the_place_and_the_reason() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, where);
    QFETCH(QByteArray, reason);
    json::Reader reader;
    const auto read = reader.read(text.toStdString());
    QVERIFY(!read.ok());
    QCOMPARE(read.fault().code, FaultCode::malformed);
    QCOMPARE(bytes(read.fault().where), where);
    QVERIFY2(bytes(read.fault().detail).contains(reason), read.fault().detail.c_str());
}

void TestReader::takes_what_is_json_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
    row("an empty object", "{}");
    row("an empty array with spaces", " [ \r\n\t ] ");
    row("a text alone", "\"a\"");
    row("a number alone, with spaces", "  -0.5e-3 ");
    row("literals", "[true,false,null]");
    row("the same name in different objects", R"({"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]})");
    row("names that differ in case", R"({"a":1,"A":2})");
    row("names that look alike but differ in bytes", "{\"\xC3\xA9\":1,\"e\xCC\x81\":2}");
    row("a NUL, escaped", R"({"a\u0000b":"\u0000"})");
    row("a character beyond the basic plane", "\"\xF0\x9F\x98\x82\"");
    row("unassigned and private characters", "\"\xEE\x80\x80\xEF\xBF\xBF\"");
    row("a delete character", "\"\x7F\"");
}

void TestReader::takes_what_is_json() {
    QFETCH(QByteArray, text);
    json::Reader reader;
    const auto read = reader.read(text.toStdString());
    QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
}

void TestReader::unescapes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* name, const char* text, const QByteArray& content) {
        QTest::newRow(name) << QByteArray(text) << content;
    };
    row("no escape", R"("plain text of some length")", "plain text of some length");
    row("nothing", R"("")", "");
    row("every short escape", R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t");
    row("an escape in the middle", R"("before \u20AC after, and more text")",
        "before \xE2\x82\xAC after, and more text");
    row("two bytes", R"("\u00e9")", "\xC3\xA9");
    row("a NUL", R"("a\u0000b")", QByteArray("a\0b", 3));
    row("a surrogate pair", R"("\ud83d\ude02!")", "\xF0\x9F\x98\x82!");
    row("a pair of the last plane", R"("\udbff\udfff")", "\xF4\x8F\xBF\xBF");
    row("backslashes before the quote", R"("\\\\")", "\\\\");
    row("a quote at each eighth byte", R"("1234567\"1234567\"")", "1234567\"1234567\"");
}

void TestReader::unescapes() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, content);
    json::Reader reader;
    const auto alone = reader.read(text.toStdString());
    QVERIFY(alone.ok());
    QCOMPARE(bytes(alone->string()), content);
    // As a name, and with neighbours that have escapes of their own.
    const auto member = reader.read("{\"\\u0041\":\"\\t\"," + text.toStdString() + ":[" + text.toStdString() + "]}");
    QVERIFY(member.ok());
    const auto found = member->member(content.toStdString());
    QVERIFY(found.has_value());
    QCOMPARE(bytes((*found->begin()).string()), content);
    QCOMPARE(bytes(member->member("A")->string()), QByteArray("\t"));
}

void TestReader::refuses_numbers_that_would_change_data() {
    QTest::addColumn<bool>("held");
    const auto row = [](const char* text, bool held) { QTest::newRow(text) << held; };
    for (const char* text :
         {"0", "-0", "9007199254740991", "-9007199254740991", "9007199254740992", "-9007199254740992", "0.1",
          "333333333.33333329", "1E30", "1e+21", "-2.5e21", "1.7976931348623157e308", "5e-324", "0e400", "0.0e-999",
          "-0.000", "123456789012345.6789", "9007199254740991.0", "1e15"}) {
        row(text, true);
    }
    for (const char* text :
         {"9007199254740993", "-9007199254740993", "18446744073709551615", "18446744073709551616",
          "9223372036854775808", "123456789012345678901234567890", "9007199254740993.0", "9007199254740992.0", "1e20",
          "9.007199254740994e15", "1e309", "-1e309", "1e999999999999", "1.7976931348623159e308", "1e-400", "-2e-324",
          "0.00000001e-320", "1000000000000000000000000000000"}) {
        row(text, false);
    }
}

void TestReader::refuses_numbers_that_would_change() {
    QFETCH(bool, held);
    const std::string literal = QTest::currentDataTag();
    json::Reader reader;
    const auto read = reader.read("{\"n\":" + literal + "}");
    QCOMPARE(read.ok(), held);
    if (held) {
        QCOMPARE(bytes(read->member("n")->literal()), bytes(literal));
        QCOMPARE(read->member("n")->number(), QByteArray(literal.c_str()).toDouble());
    } else {
        QCOMPARE(read.fault().code, FaultCode::malformed);
        QCOMPARE(bytes(read.fault().where), QByteArray("/n (byte 5)"));
    }
}

void TestReader::keeps_to_its_limits() {
    json::Reader reader;
    QVERIFY(reader.read(nested(32, '[', ']')).ok());
    const auto deep = reader.read(nested(33, '[', ']'));
    QCOMPARE(deep.fault().code, FaultCode::too_large);
    QVERIFY(bytes(deep.fault().where).endsWith("(byte 32)"));
    QCOMPARE(reader.read(std::string(100000, '[')).fault().code, FaultCode::too_large);

    const std::size_t most = std::size_t{1} << 20U;
    const std::string fits = "\"" + std::string(most - 2, 'a') + "\"";
    QVERIFY(reader.read(fits).ok());
    QCOMPARE(reader.read(fits + " ").fault().code, FaultCode::too_large);

    json::Reader small({2, 16});
    QVERIFY(small.read("[[1]]").ok());
    QCOMPARE(small.read("[{\"a\":[]}]").fault().code, FaultCode::too_large);
    QCOMPARE(small.read("[1,2,3,4,5,6,7,8]").fault().code, FaultCode::too_large);

    // The reader has a bound of its own, whatever is asked for.
    json::Reader deepest({1000000, most});
    QVERIFY(deepest.read(nested(1000, '[', ']')).ok());
    QCOMPARE(deepest.read(nested(500000, '[', ']')).fault().code, FaultCode::too_large);
}

void TestReader::finds_a_duplicate_among_very_many_members() {
    for (const int count : {2, 31, 32, 33, 34, 64, 1000, 20000}) {
        std::string object = "{";
        for (int index = 0; index < count; ++index) {
            object += "\"member " + std::to_string(index) + "\":" + std::to_string(index) + ",";
        }
        json::Reader reader;
        const auto all_differ = reader.read("[" + object + "\"last\":0}]");
        QVERIFY(all_differ.ok());
        QCOMPARE(static_cast<int>((*all_differ->begin()).size()), count + 1);
        QCOMPARE((*all_differ->begin()).member("member " + std::to_string(count - 1))->number(), count - 1.0);
        const std::string twice = "\"member " + std::to_string(count / 2) + "\"";
        const auto duplicate = reader.read("[" + object + twice + ":0}]");
        QVERIFY(!duplicate.ok());
        QVERIFY(bytes(duplicate.fault().detail).contains("twice"));
        QVERIFY(bytes(duplicate.fault().where).startsWith(bytes("/0/member " + std::to_string(count / 2) + " (byte ")));
    }
}

void TestReader::is_not_slowed_down_by_names_made_to_collide() {
    // Same length, same first, middle and last character: the cheap filter sees no difference between 60,000 names.
    std::string object = "{";
    for (int index = 0; index < 60000; ++index) {
        const std::string number = std::to_string(100000 + index);
        object += "\"x" + number.substr(0, 3) + "x" + number.substr(3) + "x\":0,";
    }
    object += "\"end\":0}";
    json::Reader reader;
    const auto read = reader.read(object);
    QVERIFY(read.ok());
    QCOMPARE(static_cast<int>(read->size()), 60001);
}

void TestReader::every_prefix_of_a_document_is_refused() {
    const std::string document =
        R"({"id":"e-1","list":[1,2.5,-3e-2,{"deep":[[],{}]}],"text":"a \"quoted\" \u20ac \ud83d\ude02","yes":true,"no":null})";
    json::Reader reader;
    QVERIFY(reader.read(document).ok());
    for (std::size_t length = 0; length < document.size(); ++length) {
        const auto read = reader.read(document.substr(0, length));
        QVERIFY2(!read.ok(), std::to_string(length).c_str());
        QVERIFY(!read.fault().where.empty());
    }
}

void TestReader::every_changed_byte_gives_an_answer() {
    const std::string document = R"({"a":[1,-2.5e3,"x\n\u20ac"],"b":{"c":true,"d":null}})";
    json::Reader reader;
    int taken = 0;
    for (std::size_t at = 0; at < document.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string changed = document;
            changed[at] = static_cast<char>(byte);
            const auto read = reader.read(changed);
            if (read.ok()) {
                ++taken;
            } else {
                QCOMPARE(read.fault().code, FaultCode::malformed);
                QVERIFY(!read.fault().detail.empty() && !read.fault().where.empty());
            }
        }
    }
    QVERIFY(taken > 300); // letters in texts, digits, the same byte again
}

void TestReader::reads_one_document_after_another() {
    json::Reader reader;
    QVERIFY(reader.read(R"({"long":"\u0041 text that takes room","more":[1,2,3,4,5,6,7,8,9]})").ok());
    QVERIFY(!reader.read(R"({"broken":[1,2)").ok());
    const auto read = reader.read(R"({"a":"b"})");
    QVERIFY(read.ok());
    QCOMPARE(static_cast<int>(read->size()), 1);
    QCOMPARE(bytes(read->member("a")->string()), QByteArray("b"));

    auto document = json::Document::parse(R"({"kept":["as long","as it lives"]})");
    QVERIFY(document.ok());
    const json::Document moved = std::move(document).value();
    QCOMPARE(bytes((*moved.root().member("kept")->begin()).string()), QByteArray("as long"));
    QCOMPARE(json::Document::parse("[").fault().code, FaultCode::malformed);
}

QTEST_APPLESS_MAIN(TestReader)
#include "tst_reader.moc"
