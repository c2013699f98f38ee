// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/value.h"

#include "app/json/writer.h"

#include <algorithm>
#include <cmath>

namespace json {

namespace {

const std::string no_text;
const Value::Array no_elements;
const Value::Object no_members;

void append_canonical_object(std::string& out, const Value::Object& members) {
    std::vector<const Value::Member*> sorted;
    sorted.reserve(members.size());
    for (const auto& member : members) {
        sorted.push_back(&member);
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* left, const auto* right) { return less_by_utf16(left->first, right->first); });
    out += '{';
    const char* separator = "";
    for (const auto* member : sorted) {
        out += std::exchange(separator, ",");
        append_string(out, member->first);
        out += ':';
        append_canonical(out, member->second);
    }
    out += '}';
}

void append_canonical_object(std::string& out, View object) {
    std::vector<View> sorted(object.begin(), object.end());
    std::sort(sorted.begin(), sorted.end(),
              [](View left, View right) { return less_by_utf16(left.key(), right.key()); });
    out += '{';
    const char* separator = "";
    for (const View member : sorted) {
        out += std::exchange(separator, ",");
        append_string(out, member.key());
        out += ':';
        append_canonical(out, member);
    }
    out += '}';
}

template <class Elements>
void append_canonical_array(std::string& out, const Elements& elements) {
    out += '[';
    const char* separator = "";
    for (const auto& element : elements) {
        out += std::exchange(separator, ",");
        append_canonical(out, element);
    }
    out += ']';
}

void append_pretty(std::string& out, const Value& value, std::size_t indent) {
    const auto line = [&out](std::size_t depth) { out.append("\n").append(2 * depth, ' '); };
    const bool object = value.kind() == Kind::object;
    const std::size_t count = object ? value.members().size() : value.elements().size();
    if (count == 0) {
        append_canonical(out, value);
        return;
    }
    out += object ? '{' : '[';
    for (std::size_t index = 0; index < count; ++index) {
        if (index > 0) {
            out += ',';
        }
        line(indent + 1);
        if (object) {
            append_string(out, value.members()[index].first);
            out += ": ";
        }
        append_pretty(out, object ? value.members()[index].second : value.elements()[index], indent + 1);
    }
    line(indent);
    out += object ? '}' : ']';
}

} // namespace

Value Value::object(std::initializer_list<Member> members) {
    Value value = object();
    for (const auto& [name, member] : members) {
        value.set(name, member);
    }
    return value;
}

Value Value::number(double value) {
    return std::isfinite(value) ? Value(Held(value)) : Value();
}

Value Value::from(View view) {
    switch (view.kind()) {
    case Kind::null: return {};
    case Kind::boolean: return view.boolean();
    case Kind::number: return number(view.number());
    case Kind::string: return view.string();
    case Kind::array: {
        Array elements;
        elements.reserve(view.size());
        for (const View element : view) {
            elements.push_back(from(element));
        }
        return array(std::move(elements));
    }
    case Kind::object: {
        Object members;
        members.reserve(view.size());
        for (const View member : view) {
            members.emplace_back(member.key(), from(member));
        }
        return Value(Held(std::move(members)));
    }
    }
    return {};
}

Kind Value::kind() const {
    constexpr Kind kinds[] = {Kind::null, Kind::boolean, Kind::number, Kind::string, Kind::array, Kind::object};
    return kinds[held_.index()];
}

bool Value::boolean() const {
    const auto* held = std::get_if<bool>(&held_);
    return held != nullptr && *held;
}

double Value::number() const {
    const auto* held = std::get_if<double>(&held_);
    return held != nullptr ? *held : 0;
}

const std::string& Value::string() const {
    const auto* held = std::get_if<std::string>(&held_);
    return held != nullptr ? *held : no_text;
}

const Value::Array& Value::elements() const {
    const auto* held = std::get_if<Array>(&held_);
    return held != nullptr ? *held : no_elements;
}

const Value::Object& Value::members() const {
    const auto* held = std::get_if<Object>(&held_);
    return held != nullptr ? *held : no_members;
}

const Value* Value::find(std::string_view name) const {
    for (const auto& [key, value] : members()) {
        if (key == name) {
            return &value;
        }
    }
    return nullptr;
}

Value& Value::set(std::string name, Value value) {
    if (!std::holds_alternative<Object>(held_)) {
        held_ = Object{};
    }
    auto& members = std::get<Object>(held_);
    const auto same = [&name](const Member& member) { return member.first == name; };
    const auto place = std::find_if(members.begin(), members.end(), same);
    if (place != members.end()) {
        place->second = std::move(value);
    } else {
        members.emplace_back(std::move(name), std::move(value));
    }
    return *this;
}

Value& Value::set_text(std::string name, std::string_view text) {
    return text.empty() ? *this : set(std::move(name), Value(text));
}

Value& Value::append(Value element) {
    if (!std::holds_alternative<Array>(held_)) {
        held_ = Array{};
    }
    std::get<Array>(held_).push_back(std::move(element));
    return *this;
}

void append_canonical(std::string& out, const Value& value) {
    switch (value.kind()) {
    case Kind::null: out += "null"; break;
    case Kind::boolean: out += value.boolean() ? "true" : "false"; break;
    case Kind::number: append_number(out, value.number()); break;
    case Kind::string: append_string(out, value.string()); break;
    case Kind::array: append_canonical_array(out, value.elements()); break;
    case Kind::object: append_canonical_object(out, value.members()); break;
    }
}

void append_canonical(std::string& out, View view) {
    switch (view.kind()) {
    case Kind::null: out += "null"; break;
    case Kind::boolean: out += view.boolean() ? "true" : "false"; break;
    case Kind::number: append_number(out, view.number()); break;
    case Kind::string: append_string(out, view.string()); break;
    case Kind::array: append_canonical_array(out, view); break;
    case Kind::object: append_canonical_object(out, view); break;
    }
}

std::string canonical(const Value& value) {
    std::string out;
    append_canonical(out, value);
    return out;
}

std::string canonical(View view) {
    std::string out;
    append_canonical(out, view);
    return out;
}

base::Result<std::string> canonicalize(std::string_view text, Limits limits) {
    Reader reader(limits);
    const auto root = reader.read(text);
    if (!root) {
        return root.fault();
    }
    return canonical(*root);
}

std::string pretty(const Value& value) {
    std::string out;
    append_pretty(out, value, 0);
    out += '\n';
    return out;
}

} // namespace json
