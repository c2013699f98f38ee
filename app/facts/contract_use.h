// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/transaction.h"
#include "app/facts/names.h"

#include <cstdint>
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

struct OrderKeys;

/// What a line took of an item under its contract; nothing: its quantity could not be read.
using ContractPiece = std::pair<Name, std::optional<Millionths>>;
/// `keys` are those of the order.
[[nodiscard]] std::vector<ContractPiece> contract_pieces(const domain::Subject& order, const OrderKeys& keys);

/// What was ordered of every item under every contract, by the orders that count.
class ContractUse {
public:
    void add(const std::vector<ContractPiece>& pieces) { count(pieces, 1); }
    void take_out(const std::vector<ContractPiece>& pieces) { count(pieces, -1); }

    /// Ordered before under a name; `own`: without what the order itself took. Nothing when a sum leaves its range or a
    /// quantity could not be read.
    [[nodiscard]] std::optional<Millionths> used(Name name, const std::vector<ContractPiece>* own) const;

    friend bool operator==(const ContractUse&, const ContractUse&) = default;

private:
    /// Wide enough for every quantity that 64 bits count.
    __extension__ using Wide = __int128;
    struct Sum {
        Wide quantity = 0;
        std::int64_t unknown = 0; ///< lines whose quantity could not be read
        friend bool operator==(const Sum&, const Sum&) = default;
    };
    void count(const std::vector<ContractPiece>& pieces, int by);

    std::unordered_map<Name, Sum> sums_; ///< by contract, item and unit
};

} // namespace facts
