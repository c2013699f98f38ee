// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/context.h"

#include "app/wire/shape.h"

#include <array>

namespace wire {

namespace {

constexpr std::size_t sequence_digits = 20;

/// What a byte may stand in: an identifier (CloudEvents 1.0, section 2.1, "String": no control characters of C0, C1 and
/// DEL) and a URI reference. Bytes beyond ASCII are looked at one by one.
enum ByteKind : std::uint8_t { fine = 0, not_in_uri = 1, control = 2, beyond_ascii = 4 };

constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
    std::array<std::uint8_t, 256> kinds{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        kinds[byte] = byte < 0x20 || byte == 0x7F ? control : byte < 0x80 ? fine : beyond_ascii;
    }
    for (const char c : std::string_view(" <>\"{}|\\^`")) {
        kinds[static_cast<std::uint8_t>(c)] = not_in_uri;
    }
    return kinds;
}();

/// The kinds of all bytes together.
std::uint8_t kinds_in(std::string_view text) {
    std::uint8_t kinds = fine;
    for (const char c : text) {
        kinds |= byte_kinds[static_cast<std::uint8_t>(c)];
    }
    return kinds;
}

bool has_c1_control(std::string_view text) {
    for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
        if (at + 1 < text.size() && static_cast<std::uint8_t>(text[at + 1]) < 0xA0) {
            return true;
        }
    }
    return false;
}

std::string_view attribute(json::View view, Reading& reading, std::uint8_t unwanted = control) {
    const std::string_view text = id_text_of(view, reading);
    const std::uint8_t kinds = kinds_in(text);
    if ((kinds & unwanted) != 0 || ((kinds & beyond_ascii) != 0 && has_c1_control(text))) {
        reading.blame(view, unwanted == control ? "an attribute of an event holds no control characters"
                                                : "source is not a URI reference");
    }
    return text;
}

void read_specversion(json::View view, Context&, Reading& reading) {
    if (text_of(view, reading) != "1.0") {
        reading.blame(view, base::FaultCode::unsupported, "this is not an event of CloudEvents 1.0");
    }
}

void read_content_type(json::View view, Context&, Reading& reading) {
    if (!text_of(view, reading).starts_with("application/json")) {
        reading.blame(view, base::FaultCode::unsupported, "the data of an event is application/json");
    }
}

void read_sequence(json::View view, Context& context, Reading& reading) {
    const auto sequence = sequence_from_text(text_of(view, reading));
    if (!sequence) {
        reading.blame(view, "expected a sequence of 20 digits that counts from 1");
    }
    context.sequence = sequence.value_or(0);
}

using ReadAttribute = void (*)(json::View, Context&, Reading&);

constexpr Slot<Context> attribute_slot(std::string_view name, Presence presence, ReadAttribute read) {
    return {name, presence, read, nullptr, nullptr, nullptr};
}

} // namespace

template <>
struct Shape<Context> {
    static constexpr std::array slots = {
        attribute_slot("data", optional, [](json::View view, Context& into, Reading&) { into.data = view; }),
        attribute_slot("datacontenttype", optional, read_content_type),
        attribute_slot("id", required,
                       [](json::View view, Context& into, Reading& reading) { into.id = attribute(view, reading); }),
        attribute_slot("sequence", required, read_sequence),
        attribute_slot("source", required,
                       [](json::View view, Context& into, Reading& reading) {
                           into.source = attribute(view, reading, control | not_in_uri);
                       }),
        attribute_slot("specversion", required, read_specversion),
        attribute_slot("time", required,
                       [](json::View view, Context& into, Reading& reading) { read_value(view, into.time, reading); }),
        attribute_slot("type", required,
                       [](json::View view, Context& into, Reading& reading) { into.type = attribute(view, reading); }),
    };
};

bool is_attribute(std::string_view text) {
    return !text.empty() && text.size() <= longest_id && (kinds_in(text) & (control | beyond_ascii)) == 0;
}

bool is_source(std::string_view text) {
    return !text.empty() && text.size() <= longest_id && (kinds_in(text) & (control | beyond_ascii | not_in_uri)) == 0;
}

Context read_context(json::View root, Reading& reading) {
    Context context;
    read_members(root, context, reading, [](json::View, Reading&) {});
    return context;
}

std::optional<std::uint64_t> sequence_from_text(std::string_view text) {
    std::uint64_t value = 0;
    if (text.size() != sequence_digits) {
        return std::nullopt;
    }
    for (const char c : text.substr(0, sequence_digits - 1)) {
        const auto digit = static_cast<std::uint8_t>(c - '0');
        if (digit > 9) {
            return std::nullopt;
        }
        value = value * 10 + digit;
    }
    const auto last = static_cast<std::uint8_t>(text.back() - '0');
    if (last > 9 || __builtin_mul_overflow(value, std::uint64_t{10}, &value) ||
        __builtin_add_overflow(value, std::uint64_t{last}, &value) || value == 0) {
        return std::nullopt;
    }
    return value;
}

void append_sequence(json::Writer& writer, std::uint64_t sequence) {
    std::array<char, sequence_digits> text{};
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, sequence /= 10) {
        *digit = static_cast<char>('0' + sequence % 10);
    }
    writer.string({text.data(), text.size()});
}

} // namespace wire
