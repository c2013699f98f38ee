// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/fields.h"

#include <algorithm>
#include <charconv>

namespace json {

namespace {

template <class Integer>
std::optional<Integer> integer_from_decimal(std::string_view text) {
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    const bool other_spelling = digits.empty() || (digits.front() == '0' && text.size() > 1);
    Integer value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (other_spelling || result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

base::Fault wrong_kind(View value, Kind wanted) {
    return value.fault(base::FaultCode::malformed,
                       std::string("expected ") + name_of(wanted) + ", found " + name_of(value.kind()));
}

} // namespace

std::optional<std::uint64_t> uint64_from_decimal(std::string_view text) {
    return integer_from_decimal<std::uint64_t>(text);
}

std::optional<std::int64_t> int64_from_decimal(std::string_view text) {
    return integer_from_decimal<std::int64_t>(text);
}

Fields::Fields(View object, Trouble& trouble)
    : object_(object)
    , trouble_(&trouble)
    , hint_(object.index_ + 1) {
    if (!object.is_object()) {
        trouble.add(wrong_kind(object, Kind::object));
    }
}

std::optional<View> Fields::find(std::string_view name) {
    if (!object_.is_object()) {
        return std::nullopt;
    }
    const Tape& tape = *object_.tape_;
    const std::uint32_t end = object_.node().next;
    const std::uint32_t start = hint_;
    const std::uint32_t hash = Tape::hash_of(name);
    const auto search = [&](std::uint32_t from, std::uint32_t to) -> std::optional<View> {
        for (std::uint32_t at = from; at < to; at = tape.nodes[at].next) {
            const auto& child = tape.nodes[at];
            if (child.key_hash == hash && tape.key(child) == name) {
                hint_ = child.next;
                return View(tape, at);
            }
        }
        return std::nullopt;
    };
    auto found = search(start, end);
    return found ? found : search(object_.index_ + 1, start);
}

std::optional<View> Fields::find(std::string_view name, Kind kind, bool required) {
    const auto value = find(name);
    if (!value) {
        if (required && object_.is_object()) {
            blame(name, base::FaultCode::malformed, "the member \"" + std::string(name) + "\" is missing");
        }
        return std::nullopt;
    }
    if (value->kind() != kind) {
        trouble_->add(wrong_kind(*value, kind));
        return std::nullopt;
    }
    return value;
}

bool Fields::has(std::string_view name) {
    return find(name).has_value();
}

std::string_view Fields::string(std::string_view name) {
    const auto value = find(name, Kind::string, true);
    return value ? value->string() : std::string_view();
}

std::string_view Fields::optional_string(std::string_view name) {
    const auto value = find(name, Kind::string, false);
    return value ? value->string() : std::string_view();
}

bool Fields::boolean(std::string_view name) {
    const auto value = find(name, Kind::boolean, true);
    return value && value->boolean();
}

bool Fields::optional_boolean(std::string_view name, bool when_absent) {
    const auto value = find(name, Kind::boolean, false);
    return value ? value->boolean() : when_absent;
}

std::int32_t Fields::whole(View value) {
    const auto number = value.int32();
    if (!number) {
        trouble_->add(value.fault(base::FaultCode::malformed, "expected a whole number of at most 32 bits"));
    }
    return number.value_or(0);
}

std::int32_t Fields::int32(std::string_view name) {
    const auto value = find(name, Kind::number, true);
    return value ? whole(*value) : 0;
}

std::int32_t Fields::optional_int32(std::string_view name, std::int32_t when_absent) {
    return optional_int32(name).value_or(when_absent);
}

std::optional<std::int32_t> Fields::optional_int32(std::string_view name) {
    const auto value = find(name, Kind::number, false);
    return value ? std::optional(whole(*value)) : std::nullopt;
}

double Fields::number(std::string_view name) {
    const auto value = find(name, Kind::number, true);
    return value ? value->number() : 0;
}

template <class Integer>
Integer Fields::decimal(View value) {
    const auto number = integer_from_decimal<Integer>(value.string());
    if (!number) {
        trouble_->add(value.fault(base::FaultCode::malformed, "expected a 64-bit integer as a decimal string"));
    }
    return number.value_or(0);
}

std::uint64_t Fields::decimal_uint64(std::string_view name) {
    const auto value = find(name, Kind::string, true);
    return value ? decimal<std::uint64_t>(*value) : 0;
}

std::int64_t Fields::decimal_int64(std::string_view name) {
    const auto value = find(name, Kind::string, true);
    return value ? decimal<std::int64_t>(*value) : 0;
}

std::uint64_t Fields::optional_decimal_uint64(std::string_view name, std::uint64_t when_absent) {
    const auto value = find(name, Kind::string, false);
    return value ? decimal<std::uint64_t>(*value) : when_absent;
}

std::int64_t Fields::optional_decimal_int64(std::string_view name, std::int64_t when_absent) {
    const auto value = find(name, Kind::string, false);
    return value ? decimal<std::int64_t>(*value) : when_absent;
}

std::optional<View> Fields::object(std::string_view name) {
    return find(name, Kind::object, true);
}

std::optional<View> Fields::optional_object(std::string_view name) {
    return find(name, Kind::object, false);
}

std::optional<View> Fields::array(std::string_view name) {
    return find(name, Kind::array, true);
}

std::optional<View> Fields::optional_array(std::string_view name) {
    return find(name, Kind::array, false);
}

std::optional<View> Fields::any(std::string_view name) {
    return find(name);
}

void Fields::blame(std::string_view name, base::FaultCode code, std::string detail) {
    const auto value = find(name);
    trouble_->add((value ? *value : object_).fault(code, std::move(detail)));
}

void Fields::refuse_others(std::initializer_list<std::string_view> names) {
    for (const View member : object_) {
        if (object_.is_object() && std::find(names.begin(), names.end(), member.key()) == names.end()) {
            trouble_->add(member.fault(base::FaultCode::malformed, "there must be no member of this name"));
        }
    }
}

} // namespace json
