// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/quick_event.h"

#include "app/json/writer.h"
#include "app/wire/context.h"
#include "app/wire/payload.h"

namespace wire {

namespace {

/// The type stands last in canonical form; what reads the data has to know it first. Read once more when it is its
/// turn.
std::string_view type_at_end(std::string_view json) {
    constexpr std::string_view before = R"("type":")";
    if (!json.ends_with("\"}")) {
        return {};
    }
    json.remove_suffix(2);
    const std::size_t quote = json.rfind('"');
    if (quote == std::string_view::npos || !json.substr(0, quote + 1).ends_with(before)) {
        return {};
    }
    return json.substr(quote + 1);
}

bool take_text(Cursor& cursor, std::string_view name, std::string_view& into) {
    return cursor.take(',') && cursor.take_name(name) && cursor.take_string(into);
}

/// Everything behind the data.
bool quick_context(Cursor& cursor, std::string_view type, domain::Event& event) {
    std::string_view id;
    std::string_view sequence;
    std::string_view source;
    if (!cursor.take_word(R"(,"datacontenttype":"application/json")") || !take_text(cursor, "id", id) ||
        !take_text(cursor, "sequence", sequence) || !take_text(cursor, "source", source) ||
        !cursor.take_word(R"(,"specversion":"1.0","time":)") || !quick_value(cursor, event.time) ||
        !cursor.take_word(R"(,"type":")") || !cursor.take_word(type) || !cursor.take_word(R"("})")) {
        return false;
    }
    const auto number = sequence_from_text(sequence);
    if (!number || !is_attribute(id) || !is_source(source) || !cursor.at_end()) {
        return false;
    }
    event.id = domain::EventId(std::string(id));
    event.source = domain::SourceId(std::string(source));
    event.sequence = *number;
    return true;
}

} // namespace

bool read_quickly(std::string_view json, domain::Event& event, domain::Currency& last_currency) {
    const std::string_view name = type_at_end(json);
    event.type = domain::event_type(name);
    if (!event.type || json.size() > max_event_bytes) {
        return false;
    }
    Cursor cursor(json, last_currency);
    if (!cursor.take('{') || !cursor.take_name("data") || !quick_payload(*event.type, cursor, event.payload) ||
        !quick_context(cursor, name, event) || (cursor.beyond_ascii() && !json::is_utf8(json))) {
        return false;
    }
    last_currency = cursor.last_currency();
    event.raw = json;
    return true;
}

} // namespace wire
