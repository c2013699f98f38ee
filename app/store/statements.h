// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/connection.h"

#include <memory>
#include <string_view>
#include <unordered_map>

namespace store {

/// The prepared statements of one connection, by the address of their text, which is a constant.
class Statements {
public:
    explicit Statements(Connection& connection)
        : connection_(&connection) {}

    [[nodiscard]] base::Result<Statement*> get(std::string_view constant_sql);

    /// Runs a statement that answers nothing: `bind(statement)` gives the parameters.
    template <class Bind>
    [[nodiscard]] base::Done run(std::string_view constant_sql, Bind bind) {
        return each(constant_sql, bind, [](const Statement&) { return base::Done(); });
    }

    /// Runs a statement and hands each row to `row`, which answers Done.
    template <class Bind, class Row>
    [[nodiscard]] base::Done each(std::string_view constant_sql, Bind bind, Row row) {
        const auto found = get(constant_sql);
        if (!found) {
            return found.fault();
        }
        Statement& statement = **found;
        const Use use(statement);
        bind(statement);
        for (;;) {
            const auto stepped = statement.step();
            if (!stepped) {
                return stepped.fault();
            }
            if (!*stepped) {
                return {};
            }
            REEVE_TRY(row(static_cast<const Statement&>(statement)));
        }
    }

private:
    Connection* connection_;
    std::unordered_map<const void*, std::unique_ptr<Statement>> statements_;
};

} // namespace store
