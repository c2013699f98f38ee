// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sieve/sieve.h"

namespace models::sieve {

cel::Value Scratch::text(std::string made) {
    return cel::Value::string(kept_.emplace_back(std::move(made)));
}

cel::Value text(std::string_view bytes) {
    return cel::Value::string(bytes);
}

cel::Value money(const std::optional<domain::Money>& amount) {
    return amount ? cel::Value::money(*amount) : cel::Value();
}

cel::Value time(const std::optional<base::Instant>& instant) {
    return instant ? cel::Value::timestamp(*instant) : cel::Value();
}

} // namespace models::sieve
