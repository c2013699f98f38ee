// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/reader.h"
#include "app/wire/event_codec.h"
#include "tests/wire/samples.h"

#include <QTest>

#include <algorithm>
#include <functional>

namespace {

using domain::EventType;
using samples::Extent;

/// One event of every type with all members, and one with only those that must be there.
std::vector<std::string> all_texts() {
    std::vector<std::string> texts;
    for (int number = 1; number <= domain::event_type_count; ++number) {
        for (const Extent extent : {Extent::full, Extent::minimal}) {
            texts.push_back(samples::event(static_cast<EventType>(number), extent).raw);
        }
    }
    return texts;
}

using Order = std::function<std::vector<json::View>(std::vector<json::View>)>;

/// The same document with its members in another order and with other white space between its tokens.
std::string written(json::View view, const Order& order, const std::string& space) {
    if (!view.is_array() && !view.is_object()) {
        return std::string(view.raw());
    }
    std::vector<json::View> children(view.begin(), view.end());
    if (view.is_object()) {
        children = order(children);
    }
    std::string text(view.is_object() ? "{" : "[");
    for (std::size_t i = 0; i < children.size(); ++i) {
        text += (i == 0 ? "" : ",") + space;
        if (view.is_object()) {
            text += '"' + std::string(children[i].key()) + '"' + space + ':' + space;
        }
        text += written(children[i], order, space) + space;
    }
    return text + (view.is_object() ? "}" : "]");
}

std::vector<json::View> as_it_is(std::vector<json::View> members) {
    return members;
}

std::vector<json::View> backwards(std::vector<json::View> members) {
    return {members.rbegin(), members.rend()};
}

/// What most programs write: the envelope first, the data last.
std::vector<json::View> data_last(std::vector<json::View> members) {
    std::stable_partition(members.begin(), members.end(), [](json::View member) { return member.key() != "data"; });
    return members;
}

/// The text with a second copy of a member at the end of its object, once for every member of every object.
void for_every_repetition(const std::string& text, const std::function<void(const std::string&)>& visit) {
    const auto document = json::Document::parse(text);
    const std::function<void(json::View)> walk = [&](json::View view) {
        for (const json::View child : view) {
            if (view.is_object()) {
                const std::size_t end = view.offset() + view.raw().size() - 1;
                visit(text.substr(0, end) + ",\"" + std::string(child.key()) + "\":" + std::string(child.raw()) +
                      text.substr(end));
            }
            walk(child);
        }
    };
    walk(document->root());
}

} // namespace

/// An event says the same however plainly it is written: the quick way and the strict reader agree.
class TestPlainForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void order_and_white_space_mean_nothing_data() {
        QTest::addColumn<std::string>("text");
        for (int number = 1; number <= domain::event_type_count; ++number) {
            const auto type = static_cast<EventType>(number);
            const std::string name(domain::type_name(type));
            QTest::newRow((name + ", all members").c_str()) << samples::event(type, Extent::full).raw;
            QTest::newRow((name + ", only what must be there").c_str()) << samples::event(type, Extent::minimal).raw;
        }
    }
    void order_and_white_space_mean_nothing() {
        QFETCH(std::string, text);
        const auto expected = wire::decode_event(text);
        QVERIFY2(expected.ok(), expected.ok() ? "" : base::describe(expected.fault()).c_str());
        const auto document = json::Document::parse(text);
        QVERIFY(document.ok());
        const Order orders[] = {as_it_is, backwards, data_last};
        for (const Order& order : orders) {
            for (const char* space : {"", " ", "\n\t", "\r\n  "}) {
                const std::string other = space + written(document->root(), order, space) + space;
                // An escape in an ignored place keeps the quick way out, so that the strict reader reads the rest.
                const std::string strict = other.substr(0, other.rfind('}')) + ",\"ignored\":\"\\u0041\"}";
                for (const std::string& form : {other, strict}) {
                    const auto event = wire::decode_event(form);
                    QVERIFY2(event.ok(), event.ok() ? "" : (base::describe(event.fault()) + form).c_str());
                    QVERIFY(event->payload == expected->payload);
                    QVERIFY(event->type == expected->type);
                    QVERIFY(event->id == expected->id && event->source == expected->source);
                    QVERIFY(event->time == expected->time && event->sequence == expected->sequence);
                    QCOMPARE(event->raw, form);
                }
            }
        }
    }

    void a_name_that_stands_twice_is_refused_in_every_object_data() { order_and_white_space_mean_nothing_data(); }
    void a_name_that_stands_twice_is_refused_in_every_object() {
        QFETCH(std::string, text);
        const auto document = json::Document::parse(text);
        for (const Order& order : {Order(as_it_is), Order(backwards), Order(data_last)}) {
            for_every_repetition(written(document->root(), order, " "), [](const std::string& repeated) {
                QVERIFY2(!wire::decode_event(repeated).ok(), repeated.c_str());
            });
        }
    }

    void text_that_is_cut_or_goes_on_is_refused_data() { order_and_white_space_mean_nothing_data(); }
    void text_that_is_cut_or_goes_on_is_refused() {
        QFETCH(std::string, text);
        const std::string loose = written(json::Document::parse(text)->root(), backwards, " ");
        for (std::size_t size = 0; size < loose.size(); ++size) {
            QVERIFY2(!wire::decode_event(loose.substr(0, size)).ok(), loose.substr(0, size).c_str());
        }
        for (const char* more : {"x", "}", ",", "\v", "\xC2\xA0"}) {
            QVERIFY(!wire::decode_event(loose + more).ok());
        }
    }

    void a_batch_is_its_events() {
        std::string array = "[";
        std::vector<std::string> texts;
        for (const std::string& text : all_texts()) {
            texts.push_back(text);
            texts.push_back(written(json::Document::parse(texts.back())->root(), backwards, " "));
        }
        for (const std::string& text : texts) {
            array += (array.size() == 1 ? " " : " ,\n") + text;
        }
        const auto events = wire::decode_batch(array + " ]");
        QVERIFY2(events.ok(), events.ok() ? "" : base::describe(events.fault()).c_str());
        QCOMPARE(events->size(), texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QCOMPARE(events->at(i).raw, texts[i]);
            QVERIFY(events->at(i).payload == wire::decode_event(texts[i])->payload);
        }
        for (const char* wrong : {"", ",", ",]", "]]", "}", " ] x"}) {
            QVERIFY2(!wire::decode_batch(array + wrong).ok(), wrong);
        }
    }
};

QTEST_APPLESS_MAIN(TestPlainForms)
#include "tst_plain_forms.moc"
