// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/money.h"
#include "app/domain/names.h"
#include "app/domain/untrusted_text.h"
#include "app/json/view.h"
#include "app/json/writer.h"
#include "app/wire/cursor.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// Inner header of this room: how one value of each kind stands in JSON: read it with every strictness and tell what is
/// wrong (read_value), read it quickly where it stands in the plainest form (quick_value), write it, and which value is
/// "nothing", i.e. left out. Objects are in shape.h.
namespace wire {

/// One reading of one document: its first fault, and how strict to be about what a signature covers.
class Reading {
public:
    enum class Strictness {
        open,  ///< unknown members and explicit empty ones are tolerated
        closed ///< signed: exactly the members of the schema, none of them empty
    };
    explicit Reading(Strictness strictness = Strictness::open)
        : strictness_(strictness) {}

    [[nodiscard]] bool closed() const { return strictness_ == Strictness::closed; }
    /// The currency that was read before, because most events have one only.
    [[nodiscard]] domain::Currency last_currency() const { return last_currency_; }
    void keep(domain::Currency currency) { last_currency_ = currency; }
    /// For the next document: forgets the fault, and keeps what makes reading quick.
    void renew() { fault_.reset(); }
    void blame(json::View place, base::FaultCode code, std::string detail) {
        if (!fault_) {
            fault_ = place.fault(code, std::move(detail));
        }
    }
    void blame(json::View place, std::string detail) { blame(place, base::FaultCode::malformed, std::move(detail)); }
    void blame(base::Fault fault) {
        if (!fault_) {
            fault_ = std::move(fault);
        }
    }
    [[nodiscard]] bool failed() const { return fault_.has_value(); }
    [[nodiscard]] const base::Fault& fault() const { return *fault_; }

private:
    Strictness strictness_;
    domain::Currency last_currency_;
    std::optional<base::Fault> fault_;
};

/// A 64-bit number that JSON carries as a number all the same is no such thing here: they are decimal strings.
void read_value(json::View view, std::string& into, Reading& reading);
void read_value(json::View view, domain::UntrustedText& into, Reading& reading);
void read_value(json::View view, bool& into, Reading& reading);
void read_value(json::View view, std::int32_t& into, Reading& reading);
void read_value(json::View view, std::int64_t& into, Reading& reading);
void read_value(json::View view, std::uint64_t& into, Reading& reading);
void read_value(json::View view, base::Instant& into, Reading& reading);
void read_value(json::View view, domain::Money& into, Reading& reading);
void read_bytes(json::View view, std::uint8_t* into, std::size_t size, Reading& reading);
/// The text of a string; blames any other kind.
[[nodiscard]] inline std::string_view text_of(json::View view, Reading& reading) {
    if (!view.is_string()) [[unlikely]] {
        reading.blame(view, "expected a string");
    }
    return view.string();
}
/// The text of an identifier: not empty, at most 512 bytes.
[[nodiscard]] std::string_view id_text_of(json::View view, Reading& reading);

// The quick way: false means "not in the plainest form, or wrong", never what. What it reads is what read_value reads.
[[nodiscard]] bool quick_value(Cursor& cursor, std::string& into);
[[nodiscard]] bool quick_value(Cursor& cursor, domain::UntrustedText& into);
[[nodiscard]] bool quick_value(Cursor& cursor, bool& into);
[[nodiscard]] bool quick_value(Cursor& cursor, std::int32_t& into);
[[nodiscard]] bool quick_value(Cursor& cursor, std::int64_t& into);
[[nodiscard]] bool quick_value(Cursor& cursor, std::uint64_t& into);
[[nodiscard]] bool quick_value(Cursor& cursor, base::Instant& into);
[[nodiscard]] bool quick_value(Cursor& cursor, domain::Money& into);
[[nodiscard]] bool quick_bytes(Cursor& cursor, std::uint8_t* into, std::size_t size);

inline constexpr std::size_t longest_id = 512;

inline void write_value(json::Writer& writer, const std::string& value) {
    writer.string(value);
}
inline void write_value(json::Writer& writer, const domain::UntrustedText& value) {
    writer.string(value.bytes());
}
inline void write_value(json::Writer& writer, bool value) {
    writer.boolean(value);
}
inline void write_value(json::Writer& writer, std::int32_t value) {
    writer.int32(value);
}
inline void write_value(json::Writer& writer, std::int64_t value) {
    writer.decimal(value);
}
inline void write_value(json::Writer& writer, std::uint64_t value) {
    writer.decimal(value);
}
void write_value(json::Writer& writer, base::Instant value);
void write_value(json::Writer& writer, const domain::Money& value);

template <std::size_t Size>
void read_value(json::View view, std::array<std::uint8_t, Size>& into, Reading& reading) {
    read_bytes(view, into.data(), Size, reading);
}

template <std::size_t Size>
[[nodiscard]] bool quick_value(Cursor& cursor, std::array<std::uint8_t, Size>& into) {
    return quick_bytes(cursor, into.data(), Size);
}

template <std::size_t Size>
void write_value(json::Writer& writer, const std::array<std::uint8_t, Size>& value) {
    writer.base64({reinterpret_cast<const char*>(value.data()), Size});
}

template <class Tag>
void read_value(json::View view, base::StrongId<Tag>& into, Reading& reading) {
    into = base::StrongId<Tag>(std::string(id_text_of(view, reading)));
}

template <class Tag>
[[nodiscard]] bool quick_value(Cursor& cursor, base::StrongId<Tag>& into) {
    std::string_view text;
    if (!cursor.take_string(text) || text.empty() || text.size() > longest_id) {
        return false;
    }
    into = base::StrongId<Tag>(std::string(text));
    return true;
}

template <class Tag>
void write_value(json::Writer& writer, const base::StrongId<Tag>& value) {
    writer.string(value.bytes());
}

template <class Enum>
requires std::is_enum_v<Enum>
void read_value(json::View view, Enum& into, Reading& reading) {
    const std::string_view name = text_of(view, reading);
    if (const auto value = domain::from_name<Enum>(name)) {
        into = *value;
    } else {
        reading.blame(view, "not one of the words that the protocol knows here");
    }
}

template <class Enum>
requires std::is_enum_v<Enum>
[[nodiscard]] bool quick_value(Cursor& cursor, Enum& into) {
    std::string_view name;
    if (!cursor.take_string(name)) {
        return false;
    }
    const auto value = domain::from_name<Enum>(name);
    into = value.value_or(into);
    return value.has_value();
}

template <class Enum>
requires std::is_enum_v<Enum>
void write_value(json::Writer& writer, Enum value) {
    writer.string(domain::name_of(value));
}

/// Whether a value means "nothing": an optional member that holds it is left out.
template <class Value>
[[nodiscard]] bool is_nothing(const Value& value) {
    return value == Value{};
}

template <class Tag>
[[nodiscard]] bool is_nothing(const base::StrongId<Tag>& value) {
    return value.empty();
}

} // namespace wire
