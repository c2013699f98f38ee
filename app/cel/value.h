// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/cel/kind.h"
#include "app/domain/money.h"

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cel {

class Arena;
class Value;
struct RecordShape;

/// The fields of one record; `fields` has as many values as `shape` has fields.
struct Record {
    const RecordShape* shape = nullptr;
    const Value* fields = nullptr;
};

/// A moment with nanoseconds, years 1 to 9999 (CEL's range, wider than base::Instant's).
struct Timestamp {
    std::int64_t seconds = 0;      ///< since 1970, UTC
    std::uint32_t nanoseconds = 0; ///< 0 to 999,999,999
    friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

/// One value, 16 bytes and trivially copied. Text, bytes, lists, maps and records are *views*: of a literal (lives as
/// long as its Program), of the row (as long as its owner says), or of what an evaluation made (until the next
/// evaluation by the same Evaluator). Keep text of it by to_text() or text().
class Value {
public:
    Value() = default; ///< absent
    [[nodiscard]] static Value null() { return {Kind::null, 0, 0}; }
    [[nodiscard]] static Value boolean(bool value) { return {Kind::boolean, 0, value ? 1U : 0U}; }
    [[nodiscard]] static Value integer(std::int64_t value) {
        return {Kind::integer, 0, std::bit_cast<std::uint64_t>(value)};
    }
    [[nodiscard]] static Value unsigned_integer(std::uint64_t value) { return {Kind::unsigned_integer, 0, value}; }
    [[nodiscard]] static Value real(double value) { return {Kind::real, 0, std::bit_cast<std::uint64_t>(value)}; }
    /// UTF-8 below 4 GiB.
    [[nodiscard]] static Value string(std::string_view text) {
        return {Kind::string, static_cast<std::uint32_t>(text.size()), address(text.data())};
    }
    [[nodiscard]] static Value bytes(std::string_view octets) {
        return {Kind::bytes, static_cast<std::uint32_t>(octets.size()), address(octets.data())};
    }
    [[nodiscard]] static Value timestamp(Timestamp moment) {
        return {Kind::timestamp, moment.nanoseconds, std::bit_cast<std::uint64_t>(moment.seconds)};
    }
    [[nodiscard]] static Value timestamp(base::Instant moment);
    [[nodiscard]] static Value duration(std::chrono::nanoseconds span) {
        return {Kind::duration, 0, std::bit_cast<std::uint64_t>(std::int64_t{span.count()})};
    }
    [[nodiscard]] static Value money(const domain::Money& amount) {
        return {Kind::money, std::bit_cast<std::uint32_t>(amount.currency), std::bit_cast<std::uint64_t>(amount.minor)};
    }
    [[nodiscard]] static Value list(std::span<const Value> items) {
        return {Kind::list, static_cast<std::uint32_t>(items.size()), address(items.data())};
    }
    /// Keys and values in turn.
    [[nodiscard]] static Value map(std::span<const Value> entries) {
        return {Kind::map, static_cast<std::uint32_t>(entries.size() / 2), address(entries.data())};
    }
    [[nodiscard]] static Value record(const Record& record) { return {Kind::record, 0, address(&record)}; }
    [[nodiscard]] static Value type(Kind kind) { return {Kind::type, static_cast<std::uint32_t>(kind), 0}; }
    [[nodiscard]] static Value error(ErrorCode code, Place place = {}) {
        return {Kind::error, static_cast<std::uint32_t>(code), (std::uint64_t{place.begin} << 32U) | place.end};
    }

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] bool is(Kind kind) const { return kind_ == kind; }
    [[nodiscard]] bool is_error() const { return kind_ == Kind::error; }
    [[nodiscard]] bool is_true() const { return kind_ == Kind::boolean && bits_ != 0; }
    [[nodiscard]] bool is_false() const { return kind_ == Kind::boolean && bits_ == 0; }

    // Each may be asked only of its own kind.
    [[nodiscard]] std::int64_t integer() const { return std::bit_cast<std::int64_t>(bits_); }
    [[nodiscard]] std::uint64_t unsigned_integer() const { return bits_; }
    [[nodiscard]] double real() const { return std::bit_cast<double>(bits_); }
    [[nodiscard]] std::string_view text() const { return {pointer<char>(), aux_}; } ///< of string and bytes
    [[nodiscard]] Timestamp timestamp() const { return {std::bit_cast<std::int64_t>(bits_), aux_}; }
    [[nodiscard]] std::chrono::nanoseconds duration() const { return std::chrono::nanoseconds(integer()); }
    [[nodiscard]] domain::Money money() const { return {integer(), std::bit_cast<domain::Currency>(aux_)}; }
    [[nodiscard]] std::span<const Value> items() const { return {pointer<Value>(), aux_}; }
    [[nodiscard]] std::span<const Value> entries() const { return {pointer<Value>(), std::size_t{aux_} * 2}; }
    [[nodiscard]] const Record& record() const { return *pointer<Record>(); }
    [[nodiscard]] Kind type() const { return static_cast<Kind>(aux_); }
    [[nodiscard]] ErrorCode error() const { return static_cast<ErrorCode>(aux_); }
    [[nodiscard]] Place place() const {
        return {static_cast<std::uint32_t>(bits_ >> 32U), static_cast<std::uint32_t>(bits_)};
    }
    [[nodiscard]] std::uint32_t size() const { return aux_; } ///< bytes, items or entries
    /// Of two amounts: of one currency.
    [[nodiscard]] bool same_currency(const Value& other) const { return aux_ == other.aux_; }

private:
    Value(Kind kind, std::uint32_t aux, std::uint64_t bits)
        : kind_(kind)
        , aux_(aux)
        , bits_(bits) {}
    template <class T>
    static std::uint64_t address(const T* target) {
        return reinterpret_cast<std::uintptr_t>(target);
    }
    template <class T>
    const T* pointer() const {
        return reinterpret_cast<const T*>(static_cast<std::uintptr_t>(bits_));
    }

    Kind kind_ = Kind::absent;
    std::uint32_t aux_ = 0; ///< length, currency, nanoseconds, kind or error code
    std::uint64_t bits_ = 0;
};

static_assert(sizeof(Value) == 16 && std::is_trivially_copyable_v<Value>);

/// The value as an expression would write it, for explanations, logs and tests, never for a screen without app/text:
/// `12400.00 EUR`, `"text"`, `[1, 2]`, `2026-03-01T00:00:00Z`, `90s`. Longer than `most` bytes it ends in "…".
[[nodiscard]] std::string to_text(const Value& value, std::size_t most = 200);

} // namespace cel
