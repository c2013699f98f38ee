// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filter/expression.h"
#include "app/filter/language.h"

#include <optional>
#include <string>
#include <vector>

/// A few orders drawn as they would be told, behind filter::Table without packed columns.
namespace drawn {

struct Order {
    std::string agent;
    std::optional<std::int64_t> tier;
    std::optional<domain::Money> amount;
    std::optional<base::Instant> time;
    std::string state; ///< empty: none
    bool conflict = false;
};

inline filter::Language language() {
    using enum filter::What;
    return filter::Language({{"agent", text, "Agent", {}},
                             {"tier",
                              rank,
                              "Tier",
                              {{"automatic", 0, "Automatic"},
                               {"confirm", 1, "Confirm"},
                               {"sign_off", 2, "Sign-off"},
                               {"dual_sign_off", 3, "Dual sign-off"},
                               {"blocked", 4, "Blocked"}}},
                             {"amount", money, "Amount", {}},
                             {"time", time, "Time", {}},
                             {"state", choice, "State", {{"open", 0, "Open"}, {"in_doubt", 1, "In doubt"}}},
                             {"conflict", flag, "Contradiction", {}},
                             {"version", number, "Version", {}}});
}

class Orders final : public filter::Table {
public:
    explicit Orders(std::vector<Order> orders)
        : orders_(std::move(orders)) {}

    [[nodiscard]] std::size_t rows() const override { return orders_.size(); }
    [[nodiscard]] cel::Value value(std::size_t row, std::size_t column) const override {
        const Order& order = orders_.at(row);
        switch (column) {
        case 0: return cel::Value::string(order.agent);
        case 1: return order.tier ? cel::Value::integer(*order.tier) : cel::Value();
        case 2: return order.amount ? cel::Value::money(*order.amount) : cel::Value();
        case 3: return order.time ? cel::Value::timestamp(*order.time) : cel::Value();
        case 4: return order.state.empty() ? cel::Value() : cel::Value::string(order.state);
        case 5: return cel::Value::boolean(order.conflict);
        default: return cel::Value::integer(static_cast<std::int64_t>(row) + 1);
        }
    }

private:
    std::vector<Order> orders_;
};

inline domain::Money money(std::int64_t minor, const char* code) {
    return {minor, domain::Currency::from_code(code).value()};
}

inline base::Instant at(const char* rfc3339) {
    return base::from_rfc3339(rfc3339).value();
}

} // namespace drawn
