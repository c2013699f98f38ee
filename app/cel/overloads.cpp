// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/overloads.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace cel {

namespace {

using enum Kind;

struct Arithmetic {
    Op op;
    Kind left, right, result;
};

constexpr std::array arithmetic = {
    Arithmetic{Op::add, integer, integer, integer},
    Arithmetic{Op::add, unsigned_integer, unsigned_integer, unsigned_integer},
    Arithmetic{Op::add, real, real, real},
    Arithmetic{Op::add, string, string, string},
    Arithmetic{Op::add, Kind::bytes, Kind::bytes, Kind::bytes},
    Arithmetic{Op::add, timestamp, duration, timestamp},
    Arithmetic{Op::add, duration, timestamp, timestamp},
    Arithmetic{Op::add, duration, duration, duration},
    Arithmetic{Op::add, money, money, money},
    Arithmetic{Op::subtract, integer, integer, integer},
    Arithmetic{Op::subtract, unsigned_integer, unsigned_integer, unsigned_integer},
    Arithmetic{Op::subtract, real, real, real},
    Arithmetic{Op::subtract, timestamp, timestamp, duration},
    Arithmetic{Op::subtract, timestamp, duration, timestamp},
    Arithmetic{Op::subtract, duration, duration, duration},
    Arithmetic{Op::subtract, money, money, money},
    Arithmetic{Op::multiply, integer, integer, integer},
    Arithmetic{Op::multiply, unsigned_integer, unsigned_integer, unsigned_integer},
    Arithmetic{Op::multiply, real, real, real},
    Arithmetic{Op::multiply, money, integer, money},
    Arithmetic{Op::multiply, integer, money, money},
    Arithmetic{Op::divide, integer, integer, integer},
    Arithmetic{Op::divide, unsigned_integer, unsigned_integer, unsigned_integer},
    Arithmetic{Op::divide, real, real, real},
    Arithmetic{Op::remainder, integer, integer, integer},
    Arithmetic{Op::remainder, unsigned_integer, unsigned_integer, unsigned_integer},
};

bool is_number(Kind kind) {
    return kind == integer || kind == unsigned_integer || kind == real;
}

bool has_order(Kind kind) {
    return is_number(kind) || kind == boolean || kind == string || kind == Kind::bytes || kind == timestamp ||
           kind == duration || kind == money;
}

std::optional<Type> arithmetic_result(Op op, const Type& left, const Type& right) {
    if (op == Op::add && (left.is(list) || right.is(list)) && fits(left, list) && fits(right, list)) {
        return left.is(dyn) || right.is(dyn) ? Type(list) : joined(left, right);
    }
    std::optional<Type> result;
    for (const Arithmetic& one : arithmetic) {
        if (one.op == op && fits(left, one.left) && fits(right, one.right)) {
            result = result && !result->is(one.result) ? Type(dyn) : Type(one.result);
        }
    }
    return result;
}

bool comparable(const Type& left, const Type& right) {
    const bool both_numbers = is_number(left.kind()) && is_number(right.kind());
    const bool ordered = (left.is(dyn) || has_order(left.kind())) && (right.is(dyn) || has_order(right.kind()));
    return ordered && (both_numbers || fits(left, right));
}

std::size_t edits(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t corner = row[0]++;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = corner + (left[i] == right[j] ? 0 : 1);
            corner = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::optional<Type> result_of(Op op, const Type& left, const Type& right) {
    if (op == Op::equal || op == Op::not_equal) {
        return fits(left, right) ? std::optional(Type(boolean)) : std::nullopt;
    }
    if (op == Op::less || op == Op::less_equal || op == Op::greater || op == Op::greater_equal) {
        return comparable(left, right) ? std::optional(Type(boolean)) : std::nullopt;
    }
    if (op != Op::in) {
        return arithmetic_result(op, left, right);
    }
    const bool in =
        right.is(dyn) || (right.is(list) && fits(left, right.item())) || (right.is(map) && fits(left, right.key()));
    return in ? std::optional(Type(boolean)) : std::nullopt;
}

std::optional<Type> indexed(const Type& operand, const Type& index) {
    if (operand.is(list) && fits(index, integer)) {
        return operand.item();
    }
    if (operand.is(map) && fits(index, operand.key())) {
        return operand.value();
    }
    return operand.is(dyn) ? std::optional(Type()) : std::nullopt;
}

Resolved resolve(std::string_view name, bool method, std::span<const Type> arguments) {
    Resolved resolved;
    for (const Signature& signature : signatures()) {
        if (signature.name != name || signature.method != method) {
            continue;
        }
        resolved.known = true;
        if (!std::equal(arguments.begin(), arguments.end(), signature.parameters.begin(), signature.parameters.end(),
                        [](const Type& given, const Type& asked) { return fits(given, asked); })) {
            continue;
        }
        if (resolved.signature == nullptr) {
            resolved.signature = &signature;
            resolved.result = signature.result;
        } else if (!(resolved.result == signature.result)) {
            resolved.result = Type();
        }
    }
    return resolved;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.size() > 60) {
        return {};
    }
    std::string best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = candidate.size() > 100 ? least : edits(word, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace cel
