// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/basket.h"

#include "app/crypto/digest.h"

namespace sandbox {

using domain::Money;
using domain::Subject;

namespace {

/// Half up, away from zero.
std::int64_t divided(std::int64_t value, std::int64_t by) {
    return value >= 0 ? (value + by / 2) / by : -((-value + by / 2) / by);
}

domain::Line line(std::size_t number, std::string_view item, std::string_view description, std::int64_t quantity,
                  std::string_view unit, Money unit_price) {
    domain::Line made;
    made.line_id = std::to_string(number);
    made.item_id = item;
    made.description = domain::UntrustedText(std::string(description));
    made.quantity = std::to_string(quantity);
    made.unit = unit;
    made.unit_price = unit_price;
    made.net = {unit_price.minor * quantity, unit_price.currency};
    return made;
}

void add_up(Subject& subject) {
    subject.net.minor = 0;
    for (const domain::Line& each : subject.lines) {
        subject.net.minor += each.net.minor;
    }
    subject.tax.minor = divided(subject.net.minor * tax_permille(subject.net.currency.code()), 1000);
    subject.gross.minor = subject.net.minor + subject.tax.minor;
    if (subject.term_months > 0) {
        subject.total_commitment = Money{subject.gross.minor * subject.term_months, subject.gross.currency};
    }
}

} // namespace

Basket::Basket(const Machine& buyer, const Shop& seller)
    : currency_(seller.currency) {
    const Money nothing = money(0, seller.currency);
    subject_.side = buyer.kind == domain::AgentKind::seller ? domain::Side::selling : domain::Side::buying;
    subject_.agent = domain::AgentId(std::string(buyer.id));
    subject_.owner = domain::OwnerId(std::string(buyer.owner_id));
    subject_.supplier = supplier_of(seller);
    subject_.payee = payee_of(seller);
    subject_.cost_centre = buyer.cost_centre;
    subject_.category = buyer.category;
    subject_.mandate = domain::MandateId("m-" + std::string(buyer.id));
    subject_.net = subject_.tax = subject_.gross = nothing;
}

Basket& Basket::add(const Item& item, std::int64_t quantity, std::int64_t unit_price) {
    const std::int64_t listed = item.contract.empty() ? item.price : item.contract_price;
    subject_.lines.push_back(line(subject_.lines.size() + 1, item.id, item.description, quantity, item.unit,
                                  money(unit_price == 0 ? listed : unit_price, currency_)));
    if (!item.contract.empty()) {
        subject_.lines.back().contract = domain::ContractId(std::string(item.contract));
        subject_.contract = subject_.lines.back().contract;
    }
    return *this;
}

Basket& Basket::add(std::string_view description, std::int64_t quantity, std::int64_t unit_price,
                    std::string_view unit) {
    subject_.lines.push_back(
        line(subject_.lines.size() + 1, {}, description, quantity, unit, money(unit_price, currency_)));
    return *this;
}

Basket& Basket::purpose(std::string_view text) {
    subject_.purpose = domain::UntrustedText(std::string(text));
    return *this;
}

Basket& Basket::kind(domain::TransactionKind kind) {
    subject_.kind = kind;
    return *this;
}

Basket& Basket::term(std::int32_t months) {
    subject_.term_months = months;
    return *this;
}

Basket& Basket::batch(std::string_view id) {
    subject_.batch = domain::BatchId(std::string(id));
    return *this;
}

Basket& Basket::conversation(const domain::ConversationId& id) {
    subject_.conversation = id;
    return *this;
}

Basket& Basket::payee(const domain::Payee& payee) {
    subject_.payee = payee;
    return *this;
}

Basket& Basket::supplier(const domain::Supplier& supplier) {
    subject_.supplier = supplier;
    return *this;
}

Basket& Basket::attach(std::string_view name, std::string_view media_type, std::string_view content) {
    subject_.attachments.push_back({domain::UntrustedText(std::string(name)), std::string(media_type),
                                    static_cast<std::int64_t>(content.size()), crypto::sha256(content)});
    return *this;
}

Subject Basket::finish() const {
    Subject whole = subject_;
    add_up(whole);
    return whole;
}

Subject Basket::finish_at(std::int64_t gross_minor, std::string_view description, std::int64_t pieces) const {
    Subject whole = subject_;
    const std::int64_t net = divided(gross_minor * 1000, 1000 + tax_permille(currency_));
    // Pieces only where they divide evenly: unit price times quantity has to be the line's net.
    const std::int64_t quantity = pieces > 1 && net % pieces == 0 ? pieces : 1;
    whole.lines = {line(1, {}, description, quantity, "C62", money(net / quantity, currency_))};
    whole.net.minor = net;
    whole.tax.minor = gross_minor - net;
    whole.gross.minor = gross_minor;
    return whole;
}

Subject reduced(const Subject& subject, const Money& gross, std::string_view because) {
    Subject less = subject;
    const auto code = gross.currency.code();
    const std::int64_t net = divided(gross.minor * 1000, 1000 + tax_permille(code));
    less.lines.push_back(line(less.lines.size() + 1, {}, because, 1, "C62", money(net - subject.net.minor, code)));
    less.net.minor = net;
    less.tax.minor = gross.minor - net;
    less.gross.minor = gross.minor;
    if (less.term_months > 0) {
        less.total_commitment = Money{gross.minor * less.term_months, gross.currency};
    }
    return less;
}

} // namespace sandbox
