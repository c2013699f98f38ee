// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places in the text of a policy: what a fault points to is found, and an edit of one member leaves every other byte.
#include "app/policy/rule_book.h"
#include "app/policy/shipped.h"
#include "app/policy/text_place.h"

#include <QTest>

namespace {

const std::string small = "{\n  \"a\": {\"b\": [1, {\"c\": \"x\\\"y\"}, 3]},\n  \"d\": null\n}\n";

std::string at(const std::string& text, const std::optional<policy::TextPlace>& place) {
    return place ? text.substr(place->begin, place->end - place->begin) : "(nowhere)";
}

std::string value_of(const base::Result<std::string>& made) {
    return made ? *made : std::string(base::name_of(made.fault().code));
}

} // namespace

class TestTextPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_pointer_is_found_in_the_text_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* pointer, const char* text) {
            QTest::newRow(name) << QString::fromLatin1(pointer) << QString::fromLatin1(text);
        };
        row("a member", "/d", "null");
        row("an item with an escaped quote", "/a/b/1/c", "\"x\\\"y\"");
        row("a number in a list", "/a/b/2", "3");
        row("an object", "/a/b/1", "{\"c\": \"x\\\"y\"}");
        row("behind the end of a list", "/a/b/3", "(nowhere)");
        row("no such member", "/a/z", "(nowhere)");
        row("into a text", "/a/b/1/c/d", "(nowhere)");
    }
    void a_pointer_is_found_in_the_text() {
        QFETCH(const QString, pointer);
        QFETCH(const QString, text);
        QCOMPARE(QString::fromStdString(at(small, policy::find_value(small, pointer.toStdString()))), text);
    }

    void any_bytes_end_in_a_place_or_none() {
        for (std::size_t length = 0; length <= small.size(); ++length) {
            const std::string cut = small.substr(0, length);
            for (const char* pointer : {"", "/a", "/a/b/1/c", "/d", "/a/b/99"}) {
                const auto place = policy::find_value(cut, pointer);
                QVERIFY(!place || (place->begin <= place->end && place->end <= cut.size()));
            }
        }
    }

    void the_place_of_a_wrong_condition_is_its_column() {
        std::string text(policy::shipped_policy());
        text.replace(text.find("repeats >= 4"), 7, "repeets");
        std::vector<policy::Finding> findings;
        QVERIFY(!policy::RuleBook::compile(*policy::read_document(text), findings));
        const auto place = policy::find_fault(text, findings.front().fault.where);
        QVERIFY(place.has_value());
        QVERIFY2(at(text, place).starts_with("repeets >= 4"), at(text, place).c_str());
    }

    void the_place_of_a_broken_document_is_its_byte() {
        std::string text(policy::shipped_policy());
        const std::size_t broken = text.find("\"modes\"");
        text.insert(broken, "!");
        const auto read = policy::read_document(text);
        const auto place = policy::find_fault(text, read.fault().where);
        QVERIFY2(place && place->begin == broken, read.fault().where.c_str());
        QVERIFY(!policy::find_fault(text, "").has_value() || policy::find_fault(text, "")->end <= text.size());
    }

    void an_edit_leaves_every_other_byte() {
        QCOMPARE(value_of(policy::set_member(small, "/a/b/1", "c", "7")),
                 std::string("{\n  \"a\": {\"b\": [1, {\"c\": 7}, 3]},\n  \"d\": null\n}\n"));
        QCOMPARE(value_of(policy::set_member(small, "", "e", "true")),
                 std::string("{\n  \"a\": {\"b\": [1, {\"c\": \"x\\\"y\"}, 3]},\n  \"d\": null,\n  \"e\": true\n}\n"));
        QCOMPARE(value_of(policy::set_member(small, "", "d", "")),
                 std::string("{\n  \"a\": {\"b\": [1, {\"c\": \"x\\\"y\"}, 3]}\n}\n"));
        QCOMPARE(value_of(policy::set_member(small, "", "a", "")), std::string("{\n  \"d\": null\n}\n"));
        QCOMPARE(value_of(policy::take_out(small, "/a/b/1")),
                 std::string("{\n  \"a\": {\"b\": [1, 3]},\n  \"d\": null\n}\n"));
        QCOMPARE(value_of(policy::append_item(small, "/a/b", "4")),
                 std::string("{\n  \"a\": {\"b\": [1, {\"c\": \"x\\\"y\"}, 3, 4]},\n  \"d\": null\n}\n"));
        QCOMPARE(value_of(policy::append_item("[]", "", "4")), std::string("[ 4]"));
    }

    void an_edit_that_is_no_json_or_nowhere_is_refused() {
        QCOMPARE(value_of(policy::set_member(small, "/a/b/1", "c", "tru")), std::string("malformed"));
        QCOMPARE(value_of(policy::set_member(small, "/a/z", "c", "1")), std::string("not_found"));
        QCOMPARE(value_of(policy::take_out(small, "/z")), std::string("not_found"));
        QCOMPARE(value_of(policy::append_item(small, "/a", "1")), std::string("not_found"));
    }

    void taking_a_rule_out_and_putting_it_back_is_the_same_policy() {
        const std::string text(policy::shipped_policy());
        const std::string rule = at(text, policy::find_value(text, "/rules/3"));
        const auto without = policy::take_out(text, "/rules/3");
        QVERIFY(without.ok());
        QCOMPARE(policy::read_document(*without)->rules.size() + 1, policy::read_document(text)->rules.size());
        const auto again = policy::append_item(*without, "/rules", rule);
        QCOMPARE(policy::read_document(*again)->rules.back().id, policy::read_document(text)->rules[3].id);
    }
};

QTEST_GUILESS_MAIN(TestTextPlace)
#include "tst_text_place.moc"
