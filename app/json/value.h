// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/reader.h"
#include "app/json/view.h"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace json {

/// A tree of JSON for building documents comfortably: settings, --json output, problem documents, requests. Members
/// may be set in any order; setting a name again replaces its value. The fast path writes with json::Writer instead.
class Value {
public:
    using Array = std::vector<Value>;
    using Member = std::pair<std::string, Value>;
    using Object = std::vector<Member>;

    Value() = default;                 ///< null
    template <std::same_as<bool> Bool> // and no pointer that would become one
    Value(Bool value)
        : held_(value) {}
    Value(std::int32_t value)
        : held_(static_cast<double>(value)) {}
    Value(std::string text)
        : held_(std::move(text)) {}
    Value(std::string_view text)
        : held_(std::string(text)) {}
    Value(const char* text)
        : held_(std::string(text)) {}

    [[nodiscard]] static Value array() { return Value(Held(Array{})); }
    [[nodiscard]] static Value array(std::vector<Value> elements) { return Value(Held(std::move(elements))); }
    [[nodiscard]] static Value object() { return Value(Held(Object{})); }
    [[nodiscard]] static Value object(std::initializer_list<Member> members);
    /// A double. Whatever is not finite becomes null, as ECMAScript does.
    [[nodiscard]] static Value number(double value);
    /// 64-bit integers as the protocol writes them: decimal strings.
    [[nodiscard]] static Value decimal(std::int64_t value) { return Value(std::to_string(value)); }
    [[nodiscard]] static Value decimal(std::uint64_t value) { return Value(std::to_string(value)); }
    /// A copy of what was read.
    [[nodiscard]] static Value from(View view);

    [[nodiscard]] Kind kind() const;
    /// Neutral values where the kind is another, as in View.
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] const std::string& string() const;
    [[nodiscard]] const Array& elements() const;
    [[nodiscard]] const Object& members() const;
    /// The member of that name, or nullptr.
    [[nodiscard]] const Value* find(std::string_view name) const;

    /// Sets a member; what is no object becomes one.
    Value& set(std::string name, Value value);
    /// Sets a member unless the text is empty.
    Value& set_text(std::string name, std::string_view text);
    /// Appends an element; what is no array becomes one.
    Value& append(Value element);

    friend bool operator==(const Value& left, const Value& right) { return left.held_ == right.held_; }

private:
    using Held = std::variant<std::monostate, bool, double, std::string, Array, Object>;
    explicit Value(Held held)
        : held_(std::move(held)) {}
    Held held_;
};

/// The canonical form of RFC 8785.
[[nodiscard]] std::string canonical(const Value& value);
void append_canonical(std::string& out, const Value& value);
[[nodiscard]] std::string canonical(View view);
void append_canonical(std::string& out, View view);

/// Reads strictly and writes canonically. Faults: those of Reader.
[[nodiscard]] base::Result<std::string> canonicalize(std::string_view text, Limits limits = {});

/// With line breaks and two spaces of indentation, members in their order: for people.
[[nodiscard]] std::string pretty(const Value& value);

} // namespace json
