// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/subject.h"
#include "app/sandbox/fleet.h"
#include "app/sandbox/market.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sandbox {

/// Puts a subject together: lines first, then finish() adds up net, tax and gross exactly.
class Basket {
public:
    Basket(const Machine& buyer, const Shop& seller);

    /// A catalogue item at its contract price, where there is one, or at a price of one's own (0: as above).
    Basket& add(const Item& item, std::int64_t quantity, std::int64_t unit_price = 0);
    /// Something without a catalogue number, net minor units.
    Basket& add(std::string_view description, std::int64_t quantity, std::int64_t unit_price,
                std::string_view unit = "C62");
    Basket& purpose(std::string_view text);
    Basket& kind(domain::TransactionKind kind);
    /// A term with its whole commitment: gross of one month times months.
    Basket& term(std::int32_t months);
    Basket& batch(std::string_view id);
    Basket& conversation(const domain::ConversationId& id);
    Basket& payee(const domain::Payee& payee);
    Basket& supplier(const domain::Supplier& supplier);
    /// Names a document that came with the order, with the digest of its content.
    Basket& attach(std::string_view name, std::string_view media_type, std::string_view content);

    /// The whole subject; taxed at the rate of its currency.
    [[nodiscard]] domain::Subject finish() const;
    /// The whole subject with exactly this gross amount: net is what remains without tax, in one line.
    [[nodiscard]] domain::Subject finish_at(std::int64_t gross_minor, std::string_view description,
                                            std::int64_t pieces) const;

private:
    domain::Subject subject_;
    std::string_view currency_;
};

/// The same order for less: one more line takes the difference off. Used when a supervisor approves less.
[[nodiscard]] domain::Subject reduced(const domain::Subject& subject, const domain::Money& gross,
                                      std::string_view because);

} // namespace sandbox
