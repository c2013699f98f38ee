// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/approvals.h"

namespace policy {

domain::Exchange exchange_of(const Document& document) {
    return [rates = document.rates](const domain::Money& amount,
                                    const domain::Currency& currency) -> std::optional<domain::Money> {
        const cel::Rate* rate = rates.find(amount.currency, currency);
        if (rate == nullptr) {
            return std::nullopt;
        }
        auto converted = cel::convert(amount, *rate);
        return converted ? std::optional(*converted) : std::nullopt;
    };
}

} // namespace policy
