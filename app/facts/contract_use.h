// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/transaction.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace facts {

/// An exact quantity in millionths of a unit.
using Millionths = std::int64_t;

/// Reads an exact decimal ("12", "0.750"), at most six places behind the point and not below zero; nothing for anything
/// else, and for what 64 bits of millionths do not hold.
[[nodiscard]] std::optional<Millionths> read_quantity(std::string_view text);
/// "12", "0.75": the shortest decimal.
[[nodiscard]] std::string write_quantity(Millionths quantity);

/// The contract under which a line is ordered: its own, else that of the order.
[[nodiscard]] const domain::ContractId* contract_of(const domain::Subject& order, const domain::Line& line);

/// What was ordered of every item under every contract. A version takes the place of the one before; an order that
/// failed, was cancelled, expired or returned is taken out.
class ContractUse {
public:
    void order(const domain::TransactionVersion& version);
    void take_out(const domain::TransactionKey& key);

    /// Ordered before by other orders; nothing when a sum left its range or a quantity could not be read.
    [[nodiscard]] std::optional<Millionths> used(const domain::TransactionVersion& version,
                                                 const domain::Line& line) const;

    friend bool operator==(const ContractUse&, const ContractUse&) = default;

private:
    struct Sum {
        Millionths quantity = 0;
        std::int64_t unknown = 0; ///< lines whose quantity could not be added
        friend bool operator==(const Sum&, const Sum&) = default;
    };
    using Piece = std::pair<std::string, std::optional<Millionths>>;

    std::unordered_map<std::string, Sum> sums_; ///< by contract, item and unit
    std::unordered_map<domain::TransactionKey, std::vector<Piece>> pieces_;
};

} // namespace facts
