// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/view.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace json {

/// Keeps the first fault of a decoding, so that the code that reads forty fields asks once, at the end.
class Trouble {
public:
    void add(base::Fault fault) {
        if (!first_) {
            first_ = std::move(fault);
        }
    }
    [[nodiscard]] bool any() const { return first_.has_value(); }
    [[nodiscard]] base::Done done() const { return first_ ? base::Done(*first_) : base::Done(); }

private:
    std::optional<base::Fault> first_;
};

/// Reads the members of one object by name and kind. What is missing or of another kind becomes a fault with its JSON
/// pointer in the Trouble and a neutral value here; look at Trouble::done() before using any of the values.
/// Quickest when members are asked for in the order in which they stand (sorted, as Reeve writes them), correct in any.
/// A member that is null counts as wrong, not as absent: the protocol leaves absent members out.
///
/// Faults: malformed.
class Fields {
public:
    Fields(View object, Trouble& trouble);

    [[nodiscard]] bool has(std::string_view name);

    /// Text of a required member. Valid as long as the View.
    [[nodiscard]] std::string_view string(std::string_view name);
    /// Text, or empty when absent.
    [[nodiscard]] std::string_view optional_string(std::string_view name);
    [[nodiscard]] bool boolean(std::string_view name);
    [[nodiscard]] bool optional_boolean(std::string_view name, bool when_absent);
    /// A JSON number that is a whole one of 32 bits.
    [[nodiscard]] std::int32_t int32(std::string_view name);
    [[nodiscard]] std::int32_t optional_int32(std::string_view name, std::int32_t when_absent);
    [[nodiscard]] std::optional<std::int32_t> optional_int32(std::string_view name);
    [[nodiscard]] double number(std::string_view name);
    /// 64-bit integers are decimal strings without sign (or a minus), leading zeros or spaces: "18446744073709551615".
    [[nodiscard]] std::uint64_t decimal_uint64(std::string_view name);
    [[nodiscard]] std::int64_t decimal_int64(std::string_view name);
    [[nodiscard]] std::uint64_t optional_decimal_uint64(std::string_view name, std::uint64_t when_absent);
    [[nodiscard]] std::int64_t optional_decimal_int64(std::string_view name, std::int64_t when_absent);

    /// Containers and values of any kind; nothing when absent (and a fault, for the required ones).
    [[nodiscard]] std::optional<View> object(std::string_view name);
    [[nodiscard]] std::optional<View> optional_object(std::string_view name);
    [[nodiscard]] std::optional<View> array(std::string_view name);
    [[nodiscard]] std::optional<View> optional_array(std::string_view name);
    [[nodiscard]] std::optional<View> any(std::string_view name);

    /// Reports a fault about a member (or about the object, where it has none of that name): a value of the right kind
    /// that means nothing, e.g. an unknown currency.
    void blame(std::string_view name, base::FaultCode code, std::string detail);
    void blame(std::string_view name, const base::Fault& cause) { blame(name, cause.code, cause.detail); }

    /// Faults the first member that is not among `names`: for signed documents, where nothing may be overlooked.
    void refuse_others(std::initializer_list<std::string_view> names);

    [[nodiscard]] View view() const { return object_; }
    [[nodiscard]] Trouble& trouble() { return *trouble_; }

private:
    [[nodiscard]] std::optional<View> find(std::string_view name);
    [[nodiscard]] std::optional<View> find(std::string_view name, Kind kind, bool required);
    template <class Integer>
    [[nodiscard]] Integer decimal(View value);
    [[nodiscard]] std::int32_t whole(View value);

    View object_;
    Trouble* trouble_;
    std::uint32_t hint_; ///< the node where the next search begins
};

/// Reads a whole decimal number in its one spelling; nothing for any other ("+1", "01", "-0", " 1", out of range).
[[nodiscard]] std::optional<std::uint64_t> uint64_from_decimal(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> int64_from_decimal(std::string_view text);

} // namespace json
