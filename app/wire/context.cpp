// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/context.h"

#include "app/wire/mark.h"

#include <array>
#include <charconv>

namespace wire {

namespace {

constexpr std::size_t sequence_digits = 20;

bool has_controls_beyond_ascii(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool c1 = byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F || c1) {
            return true;
        }
    }
    return false;
}

/// CloudEvents 1.0, section 2.1, "String": no control characters of C0, C1 and DEL.
bool has_controls(std::string_view text) {
    bool odd = false;
    for (const char c : text) {
        odd |= static_cast<unsigned char>(c - 0x20) >= 0x5F; // all but printable ASCII
    }
    return odd && has_controls_beyond_ascii(text);
}

std::string_view attribute(json::View view, Reading& reading) {
    const std::string_view text = id_text_of(view, reading);
    if (has_controls(text)) {
        reading.blame(view, "an attribute of an event holds no control characters");
    }
    return text;
}

std::string_view source_of(json::View view, Reading& reading) {
    const std::string_view text = attribute(view, reading);
    if (text.find_first_of(" <>\"{}|\\^`") != std::string_view::npos) {
        reading.blame(view, "source is not a URI reference");
    }
    return text;
}

void check_specversion(json::View view, Reading& reading) {
    if (text_of(view, reading) != "1.0") {
        reading.blame(view, base::FaultCode::unsupported, "this is not an event of CloudEvents 1.0");
    }
}

void check_content_type(json::View view, Reading& reading) {
    if (!text_of(view, reading).starts_with("application/json")) {
        reading.blame(view, base::FaultCode::unsupported, "the data of an event is application/json");
    }
}

std::uint64_t sequence_of(json::View view, Reading& reading) {
    const auto sequence = sequence_from_text(text_of(view, reading));
    if (!sequence) {
        reading.blame(view, "expected a sequence of 20 digits that counts from 1");
    }
    return sequence.value_or(0);
}

/// Which attributes were there, in this order.
constexpr std::array<std::string_view, 6> needed = {"specversion", "id", "source", "type", "time", "sequence"};

void blame_missing(json::View root, unsigned seen, Reading& reading) {
    for (std::size_t at = 0; at < needed.size(); ++at) {
        if ((seen >> at & 1U) == 0) {
            reading.blame(root, "the attribute " + std::string(needed[at]) + " is missing");
        }
    }
}

} // namespace

Context read_context(json::View root, Reading& reading) {
    Context context;
    if (!root.is_object()) {
        reading.blame(root, "an event is a JSON object");
        return context;
    }
    unsigned seen = 0;
    for (const json::View member : root) {
        const std::string_view key = member.key();
        if (same_bytes(key, "data")) {
            context.data = member;
        } else if (same_bytes(key, "datacontenttype")) {
            check_content_type(member, reading);
        } else if (same_bytes(key, "id")) {
            context.id = attribute(member, reading);
            seen |= 2U;
        } else if (same_bytes(key, "sequence")) {
            context.sequence = sequence_of(member, reading);
            seen |= 32U;
        } else if (same_bytes(key, "source")) {
            context.source = source_of(member, reading);
            seen |= 4U;
        } else if (same_bytes(key, "specversion")) {
            check_specversion(member, reading);
            seen |= 1U;
        } else if (same_bytes(key, "time")) {
            read_value(member, context.time, reading);
            seen |= 16U;
        } else if (same_bytes(key, "type")) {
            context.type = attribute(member, reading);
            seen |= 8U;
        }
    }
    blame_missing(root, seen, reading);
    return context;
}

std::optional<std::uint64_t> sequence_from_text(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.size() != sequence_digits || error != std::errc() || end != text.data() + text.size() || value == 0) {
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
