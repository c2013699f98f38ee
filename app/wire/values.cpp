// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/values.h"

#include "app/base/encoding.h"
#include "app/json/fields.h"
#include "app/wire/parse.h"

#include <algorithm>
#include <chrono>

namespace wire {

namespace {

constexpr base::Instant year_10000 = std::chrono::sys_days(std::chrono::year(10000) / 1 / 1);

template <class Integer>
void read_decimal(json::View view, std::optional<Integer> (*parse)(std::string_view), Integer& into, Reading& reading) {
    if (const auto value = parse(text_of(view, reading))) {
        into = *value;
    } else {
        reading.blame(view, "expected a whole 64-bit number as a decimal string");
    }
}

void read_minor_units(json::View view, domain::Money& into, bool& seen, Reading& reading) {
    read_value(view, into.minor, reading);
    seen = true;
}

void read_currency(json::View view, domain::Money& into, Reading& reading) {
    const std::string_view code = text_of(view, reading);
    if (reading.last_currency().valid() && code == reading.last_currency().code()) {
        into.currency = reading.last_currency();
        return;
    }
    const auto currency = domain::Currency::from_code(code);
    if (currency) {
        into.currency = *currency;
        reading.keep(*currency);
    } else {
        reading.blame(view, currency.fault().code, currency.fault().detail);
    }
}

} // namespace

bool instant_from(std::string_view text, base::Instant& into) {
    const auto instant = base::from_rfc3339(text);
    if (!instant || instant->time_since_epoch().count() < 0 || *instant >= year_10000) {
        return false;
    }
    into = *instant;
    return true;
}

bool bytes_from(std::string_view text, std::uint8_t* into, std::size_t size) {
    const auto bytes = base::from_base64(text);
    if (!bytes || bytes->size() != size) {
        return false;
    }
    std::copy(bytes->begin(), bytes->end(), into);
    return true;
}

std::string_view id_text_of(json::View view, Reading& reading) {
    const std::string_view text = text_of(view, reading);
    if (text.empty() || text.size() > longest_id) {
        reading.blame(view, "an identifier has 1 to 512 bytes");
    }
    return text;
}

void read_value(json::View view, std::string& into, Reading& reading) {
    into = text_of(view, reading);
}

void read_value(json::View view, domain::UntrustedText& into, Reading& reading) {
    into = domain::UntrustedText(std::string(text_of(view, reading)));
}

void read_value(json::View view, bool& into, Reading& reading) {
    if (view.kind() != json::Kind::boolean) {
        reading.blame(view, "expected true or false");
    }
    into = view.boolean();
}

void read_value(json::View view, std::int32_t& into, Reading& reading) {
    if (const auto value = view.int32()) {
        into = *value;
    } else {
        reading.blame(view, "expected a whole number of 32 bits");
    }
}

void read_value(json::View view, std::int64_t& into, Reading& reading) {
    read_decimal(view, &json::int64_from_decimal, into, reading);
}

void read_value(json::View view, std::uint64_t& into, Reading& reading) {
    read_decimal(view, &json::uint64_from_decimal, into, reading);
}

void read_value(json::View view, base::Instant& into, Reading& reading) {
    if (!instant_from(text_of(view, reading), into)) {
        reading.blame(view, "expected an RFC 3339 time in the years 1970 to 9999");
    }
}

void read_value(json::View view, domain::Money& into, Reading& reading) {
    if (!view.is_object()) {
        reading.blame(view, "expected an amount of money, {\"minor\",\"currency\"}");
        return;
    }
    bool has_minor = false;
    for (const json::View member : view) {
        if (member.key() == "minor") {
            read_minor_units(member, into, has_minor, reading);
        } else if (member.key() == "currency") {
            read_currency(member, into, reading);
        } else {
            // Money is closed everywhere: a third member would be a second meaning of the amount.
            reading.blame(member, "an amount of money has the members minor and currency only");
        }
    }
    if (!has_minor || !into.currency.valid()) {
        reading.blame(view, "an amount of money needs the members minor and currency");
    }
}

void read_bytes(json::View view, std::uint8_t* into, std::size_t size, Reading& reading) {
    if (!bytes_from(text_of(view, reading), into, size)) {
        reading.blame(view, "expected " + std::to_string(size) + " bytes in padded base64");
    }
}

void write_value(json::Writer& writer, base::Instant value) {
    writer.string(base::to_rfc3339(value));
}

void write_value(json::Writer& writer, const domain::Money& value) {
    writer.begin_object();
    writer.key("currency").string(value.currency.code());
    writer.key("minor").decimal(value.minor);
    writer.end_object();
}

} // namespace wire
