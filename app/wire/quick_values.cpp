// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/json/fields.h"
#include "app/wire/parse.h"
#include "app/wire/shapes_envelope.h"
#include "app/wire/values.h"

namespace wire {

bool quick_value(Cursor& cursor, std::string& into) {
    std::string_view text;
    const bool good = cursor.take_string(text);
    into = text;
    return good;
}

bool quick_value(Cursor& cursor, domain::UntrustedText& into) {
    std::string_view text;
    const bool good = cursor.take_string(text);
    into = domain::UntrustedText(std::string(text));
    return good;
}

bool quick_value(Cursor& cursor, bool& into) {
    into = cursor.take_word("true");
    return into || cursor.take_word("false");
}

bool quick_value(Cursor& cursor, std::int32_t& into) {
    return cursor.take_int32(into);
}

bool quick_value(Cursor& cursor, std::int64_t& into) {
    std::string_view text;
    if (!cursor.take_string(text)) {
        return false;
    }
    const auto value = json::int64_from_decimal(text);
    into = value.value_or(0);
    return value.has_value();
}

bool quick_value(Cursor& cursor, std::uint64_t& into) {
    std::string_view text;
    if (!cursor.take_string(text)) {
        return false;
    }
    const auto value = json::uint64_from_decimal(text);
    into = value.value_or(0);
    return value.has_value();
}

bool quick_value(Cursor& cursor, base::Instant& into) {
    std::string_view text;
    return cursor.take_string(text) && instant_from(text, into);
}

namespace {

bool quick_currency(Cursor& cursor, domain::Currency& into) {
    std::string_view code;
    if (!cursor.take_string(code)) {
        return false;
    }
    // Most events have one currency only, so the one before is worth a look.
    if (!cursor.last_currency().valid() || code != cursor.last_currency().code()) {
        const auto currency = domain::Currency::from_code(code);
        if (!currency) {
            return false;
        }
        cursor.keep(*currency);
    }
    into = cursor.last_currency();
    return true;
}

} // namespace

bool quick_value(Cursor& cursor, domain::Money& into) {
    if (!cursor.take('{')) {
        return false;
    }
    const bool in_order = cursor.take_name("currency") && quick_currency(cursor, into.currency);
    if (!cursor.take_name("minor") && !(in_order && cursor.take(',') && cursor.take_name("minor"))) {
        return false;
    }
    return quick_value(cursor, into.minor) &&
           (in_order || (cursor.take(',') && cursor.take_name("currency") && quick_currency(cursor, into.currency))) &&
           cursor.take('}');
}

bool quick_bytes(Cursor& cursor, std::uint8_t* into, std::size_t size) {
    std::string_view text;
    return cursor.take_string(text) && bytes_from(text, into, size);
}

bool quick_base64(Cursor& cursor, std::string& into) {
    std::string_view text;
    if (!cursor.take_string(text)) {
        return false;
    }
    auto bytes = base::from_base64(text);
    if (!bytes) {
        return false;
    }
    into = std::move(*bytes);
    return true;
}

} // namespace wire
