// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statements.h"

namespace store {

base::Result<Statement*> Statements::get(std::string_view constant_sql) {
    auto& held = statements_[constant_sql.data()];
    if (held == nullptr) {
        auto prepared = connection_->prepare(constant_sql);
        if (!prepared) {
            statements_.erase(constant_sql.data());
            return prepared.fault();
        }
        held = std::move(*prepared);
    }
    return held.get();
}

} // namespace store
