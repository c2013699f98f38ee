// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"

#include <cstdlib>
#include <optional>
#include <utility>
#include <variant>

namespace base {

/// A value or the Fault that stood in its way; what std::expected is in C++23. Everything below `ui` that can fail
/// returns one, and it must be looked at.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Fault fault)
        : state_(std::in_place_index<1>, std::move(fault)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value. Asking a failed result is a defect of the caller and aborts.
    [[nodiscard]] const T& value() const& { return checked<0>(state_); }
    [[nodiscard]] T& value() & { return checked<0>(state_); }
    [[nodiscard]] T&& value() && { return std::move(checked<0>(state_)); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    [[nodiscard]] T* operator->() { return &value(); }

    [[nodiscard]] const Fault& fault() const& { return checked<1>(state_); }
    [[nodiscard]] Fault&& fault() && { return std::move(checked<1>(state_)); }

private:
    template <std::size_t Index, class State>
    static auto& checked(State& state) {
        auto* held = std::get_if<Index>(&state);
        if (held == nullptr) {
            std::abort();
        }
        return *held;
    }

    std::variant<T, Fault> state_;
};

/// The result of something done for its effect.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Fault fault)
        : fault_(std::move(fault)) {}

    [[nodiscard]] bool ok() const { return !fault_.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Fault& fault() const {
        if (!fault_) {
            std::abort();
        }
        return *fault_;
    }

private:
    std::optional<Fault> fault_;
};

using Done = Result<void>;

} // namespace base

/// Leaves the function with the fault of an expression that yields a Result whose value is not needed.
#define REEVE_TRY(expression)                                                                                          \
    do {                                                                                                               \
        if (auto reeve_done = (expression); !reeve_done.ok()) {                                                        \
            return base::Fault(reeve_done.fault());                                                                    \
        }                                                                                                              \
    } while (false)
