// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/reader.h"

#include <QTest>

#include <limits>
#include <vector>

using base::FaultCode;

namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

/// What a document gives out once it was read.
class TestView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void views_name_their_place();
    void views_are_safe_to_ask_for_anything();
    void gives_the_bytes_of_a_value_as_they_stood();
};

void TestView::views_name_their_place() {
    const auto document = json::Document::parse(R"({"a":[10,{"b/c":true}],"z":null})");
    QVERIFY(document.ok());
    const auto list = document->root().member("a");
    auto element = list->begin();
    QCOMPARE(bytes((*element).pointer()), QByteArray("/a/0"));
    ++element;
    const auto inner = (*element).member("b/c");
    QCOMPARE(bytes(inner->pointer()), QByteArray("/a/1/b~1c"));
    QCOMPARE(inner->offset(), 16U);
    QCOMPARE(bytes(document->root().member("z")->pointer()), QByteArray("/z"));
    QCOMPARE(bytes(document->root().pointer()), QByteArray());
    const auto fault = inner->fault(FaultCode::unsupported, "not so");
    QCOMPARE(bytes(base::describe(fault)), QByteArray("unsupported: not so (/a/1/b~1c (byte 16))"));
}

void TestView::views_are_safe_to_ask_for_anything() {
    const auto document = json::Document::parse(R"([null,true,1.5,"s",[],{}])");
    QVERIFY(document.ok());
    for (const json::View view : document->root()) {
        QVERIFY(!view.member("x"));
        QVERIFY(view.begin() == view.end());
        QCOMPARE(view.boolean(), view.kind() == json::Kind::boolean);
        QCOMPARE(view.string().empty(), view.kind() != json::Kind::string);
        QCOMPARE(view.number(), view.kind() == json::Kind::number ? 1.5 : 0.0);
        QVERIFY(!view.int32());
    }
    const auto whole = json::Document::parse("[2147483647,-2147483648,2147483648,-2147483649,2.0,2e3,0.5,-0]");
    std::vector<std::optional<std::int32_t>> numbers;
    for (const json::View view : whole->root()) {
        numbers.push_back(view.int32());
    }
    const std::vector<std::optional<std::int32_t>> expected = {
        2147483647, std::numeric_limits<std::int32_t>::min(), {}, {}, 2, 2000, {}, 0};
    QVERIFY(numbers == expected);
}

void TestView::gives_the_bytes_of_a_value_as_they_stood() {
    const std::string text =
        R"( {"a" : [1, "]\"}" , {"x":"\u005d"} ] ,"s":"a\\", "n": -1.50 , "t":true,"f":false,"z":null} )";
    const auto document = json::Document::parse(text);
    QVERIFY(document.ok());
    const auto raw = [&document](const char* name) { return bytes(document->root().member(name)->raw()); };
    QCOMPARE(raw("a"), QByteArray(R"([1, "]\"}" , {"x":"\u005d"} ])"));
    QCOMPARE(raw("s"), QByteArray(R"("a\\")"));
    QCOMPARE(raw("n"), QByteArray("-1.50"));
    QCOMPARE(raw("t"), QByteArray("true"));
    QCOMPARE(raw("f"), QByteArray("false"));
    QCOMPARE(raw("z"), QByteArray("null"));
    QCOMPARE(bytes(document->root().raw()), bytes(text).trimmed());
}

QTEST_APPLESS_MAIN(TestView)
#include "tst_view.moc"
