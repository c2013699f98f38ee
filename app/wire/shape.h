// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wire/mark.h"
#include "app/wire/values.h"

#include <algorithm>
#include <bit>
#include <type_traits>

/// Inner header of this room: a struct's form as a JSON object is one table of its members, in the order of their
/// names. Reading, canonical writing and the tests against the published schemas all use this table.
namespace wire {

enum class Presence {
    required,  ///< must stand there, is always written
    defaulted, ///< always written; when it is absent, the struct's default holds
    optional   ///< left out when it is nothing (none, empty, zero)
};

using enum Presence;

/// One member of an object.
template <class Object>
struct Slot {
    std::string_view name;
    Presence presence;
    void (*read)(json::View, Object&, Reading&);
    bool (*quick)(Cursor&, Object&);
    void (*write)(json::Writer&, const Object&);
    bool (*nothing)(const Object&);
    Mark mark = mark_of(name); ///< looked at before the name is
};

/// Specialised for every struct on the wire: `static constexpr std::array<Slot<T>, n> slots`, sorted by name; and,
/// where members depend on each other, `static const char* complaint(const T&)`, nullptr when all is well.
template <class Object>
struct Shape;

/// True when the names rise, as RFC 8785 wants them written.
template <class Slots>
constexpr bool is_sorted(const Slots& slots) {
    for (std::size_t at = 1; at < slots.size(); ++at) {
        if (slots[at - 1].name >= slots[at].name) {
            return false;
        }
    }
    return true;
}

template <class Object>
void read_value(json::View view, Object& into, Reading& reading) requires requires {
    Shape<Object>::slots;
};
template <class Object>
void write_value(json::Writer& writer, const Object& value) requires requires {
    Shape<Object>::slots;
};

template <class Value>
void read_value(json::View view, std::optional<Value>& into, Reading& reading) {
    read_value(view, into.emplace(), reading);
}

template <class Value>
[[nodiscard]] bool quick_value(Cursor& cursor, std::optional<Value>& into) {
    return quick_value(cursor, into.emplace());
}

template <class Value>
void write_value(json::Writer& writer, const std::optional<Value>& value) {
    write_value(writer, *value);
}

template <class Value>
void read_value(json::View view, std::vector<Value>& into, Reading& reading) {
    if (!view.is_array()) {
        reading.blame(view, "expected an array");
        return;
    }
    into.reserve(view.size());
    for (const json::View element : view) {
        read_value(element, into.emplace_back(), reading);
    }
}

template <class Value>
[[nodiscard]] bool quick_value(Cursor& cursor, std::vector<Value>& into) {
    if (!cursor.take('[') || cursor.take(']')) {
        return false; // an empty list is left out in the plainest form
    }
    do {
        if (!quick_value(cursor, into.emplace_back())) {
            return false;
        }
    } while (cursor.take(','));
    return cursor.take(']');
}

template <class Value>
void write_value(json::Writer& writer, const std::vector<Value>& values) {
    writer.begin_array();
    for (const Value& value : values) {
        write_value(writer, value);
    }
    writer.end_array();
}

/// Numbers, times and digests have no empty value: zero is something. Texts and objects have one.
template <class Value>
inline constexpr bool always_something = std::is_arithmetic_v<Value> || std::is_enum_v<Value>;
template <>
inline constexpr bool always_something<base::Instant> = true;
template <std::size_t Size>
inline constexpr bool always_something<std::array<std::uint8_t, Size>> = true;

template <class Value>
[[nodiscard]] bool is_nothing(const std::optional<Value>& value) {
    if constexpr (always_something<Value>) {
        return !value.has_value();
    } else {
        return !value.has_value() || is_nothing(*value);
    }
}

template <class Value>
[[nodiscard]] bool is_nothing(const std::vector<Value>& values) {
    return values.empty();
}

template <class Member>
struct MemberOf;
template <class Object, class Value>
struct MemberOf<Value Object::*> {
    using object = Object;
    using value = Value;
};

/// No further rule about a value.
inline constexpr std::nullptr_t any_value = nullptr;

/// The slot of a data member. `Check` returns what is wrong with a value that was read, or nullptr.
template <auto Member, Presence How = Presence::required, auto Check = any_value>
constexpr auto field(std::string_view name) {
    using Object = typename MemberOf<decltype(Member)>::object;
    return Slot<Object>{name,
                        How,
                        [](json::View view, Object& object, Reading& reading) {
                            read_value(view, object.*Member, reading);
                            if constexpr (!std::is_null_pointer_v<decltype(Check)>) {
                                if (const char* complaint = Check(object.*Member); complaint != nullptr) {
                                    reading.blame(view, complaint);
                                }
                            }
                        },
                        [](Cursor& cursor, Object& object) {
                            if constexpr (!std::is_null_pointer_v<decltype(Check)>) {
                                return quick_value(cursor, object.*Member) && Check(object.*Member) == nullptr;
                            } else {
                                return quick_value(cursor, object.*Member);
                            }
                        },
                        [](json::Writer& writer, const Object& object) { write_value(writer, object.*Member); },
                        [](const Object& object) { return is_nothing(object.*Member); }};
}

/// What a reader does with a member that no slot names.
using Stranger = void (*)(json::View member, Reading& reading);
inline void tolerate(json::View member, Reading& reading) {
    if (reading.closed()) {
        reading.blame(member, "a member that the signed form does not have");
    }
}

/// The index of the slot with this name, or size(). Members usually come in the order of the table, so the search
/// begins behind the one before and goes round.
template <class Slots>
std::size_t slot_at(const Slots& slots, std::string_view name, std::size_t next) {
    const Mark mark = mark_of(name);
    for (std::size_t at = next; at < slots.size(); ++at) {
        if (slots[at].mark == mark && same_bytes(slots[at].name, name)) {
            return at;
        }
    }
    for (std::size_t at = 0; at < next; ++at) {
        if (slots[at].mark == mark && same_bytes(slots[at].name, name)) {
            return at;
        }
    }
    return slots.size();
}

/// One bit for each slot that has to be there.
template <class Object>
constexpr std::uint64_t needed_slots(bool closed) {
    std::uint64_t bits = 0;
    for (std::size_t at = 0; at < Shape<Object>::slots.size(); ++at) {
        const Presence presence = Shape<Object>::slots[at].presence;
        const bool needed = presence == Presence::required || (closed && presence == Presence::defaulted);
        bits |= std::uint64_t{needed} << at;
    }
    return bits;
}

template <class Object>
void blame_missing(json::View view, std::uint64_t seen, Reading& reading) {
    constexpr std::uint64_t open_form = needed_slots<Object>(false);
    constexpr std::uint64_t closed_form = needed_slots<Object>(true);
    const std::uint64_t missing = (reading.closed() ? closed_form : open_form) & ~seen;
    if (missing != 0) [[unlikely]] {
        const auto& slot = Shape<Object>::slots[static_cast<std::size_t>(std::countr_zero(missing))];
        reading.blame(view, "the member " + std::string(slot.name) + " is missing");
    }
}

template <class Object>
void read_members(json::View view, Object& into, Reading& reading, Stranger stranger = tolerate) {
    static constexpr auto& slots = Shape<Object>::slots;
    static_assert(is_sorted(slots) && std::size(slots) <= 64);
    if (!view.is_object()) {
        reading.blame(view, "expected an object");
        return;
    }
    std::uint64_t seen = 0;
    std::size_t next = 0;
    for (const json::View member : view) {
        const std::size_t at = slot_at(slots, member.key(), next);
        if (at == slots.size()) {
            stranger(member, reading);
            continue;
        }
        seen |= std::uint64_t{1} << at;
        next = at + 1;
        slots[at].read(member, into, reading);
        if (reading.closed() && slots[at].presence == Presence::optional && slots[at].nothing(into)) {
            reading.blame(member, "an empty member, which the signed form leaves out");
        }
    }
    blame_missing<Object>(view, seen, reading);
    if constexpr (requires { Shape<Object>::complaint(into); }) {
        if (const char* complaint = Shape<Object>::complaint(into); complaint != nullptr) {
            reading.blame(view, complaint);
        }
    }
}

/// Reads the members that one pass over the table left, because they do not stand in its order. A name that stands
/// twice, or that the table does not have, is none of these.
template <class Object>
[[nodiscard]] bool quick_stragglers(Cursor& cursor, Object& into, std::uint64_t& seen) {
    static constexpr auto& slots = Shape<Object>::slots;
    do {
        std::size_t at = 0;
        while (at < slots.size() && ((seen >> at & 1U) != 0 || !cursor.take_name(slots[at].name))) {
            ++at;
        }
        if (at == slots.size() || !slots[at].quick(cursor, into)) {
            return false;
        }
        seen |= std::uint64_t{1} << at;
    } while (cursor.take(','));
    return true;
}

/// Reads an object, quickest when its members stand in the order of the table, which is canonical order.
template <class Object>
[[nodiscard]] bool quick_value(Cursor& cursor, Object& into) requires requires {
    Shape<Object>::slots;
}
{
    static constexpr auto& slots = Shape<Object>::slots;
    if (!cursor.take('{')) {
        return false;
    }
    std::uint64_t seen = 0;
    bool more = true;
    for (std::size_t at = 0; at < slots.size() && more; ++at) {
        if (!cursor.take_name(slots[at].name)) {
            continue;
        }
        if (!slots[at].quick(cursor, into)) {
            return false;
        }
        seen |= std::uint64_t{1} << at;
        more = cursor.take(',');
    }
    constexpr std::uint64_t needed = needed_slots<Object>(false);
    if ((more && !quick_stragglers(cursor, into, seen)) || (seen & needed) != needed || !cursor.take('}')) {
        return false;
    }
    if constexpr (requires { Shape<Object>::complaint(into); }) {
        return Shape<Object>::complaint(into) == nullptr;
    } else {
        return true;
    }
}

/// Writes one member, with its name, unless it is optional and nothing.
template <class Object>
void write_slot(json::Writer& writer, const Slot<Object>& slot, const Object& value) {
    if (slot.presence == Presence::optional && slot.nothing(value)) {
        return;
    }
    writer.key(slot.name);
    slot.write(writer, value);
}

template <class Object>
void read_value(json::View view, Object& into, Reading& reading) requires requires {
    Shape<Object>::slots;
}
{ read_members(view, into, reading); }

template <class Object>
void write_value(json::Writer& writer, const Object& value) requires requires {
    Shape<Object>::slots;
}
{
    writer.begin_object();
    for (const auto& slot : Shape<Object>::slots) {
        write_slot(writer, slot, value);
    }
    writer.end_object();
}

} // namespace wire
