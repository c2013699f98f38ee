// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/untrusted_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace domain {

/// What the money is for (DESIGN, protocol). `appointment` and `service` may have no goods.
enum class TransactionKind { purchase, renewal, contract_change, service, appointment, return_of_goods };
enum class Side { buying, selling };

/// One position of an order. Amounts are net, in the subject's currency.
struct Line {
    std::string line_id;       ///< unique in the subject, chosen by the platform
    std::string item_id;       ///< catalogue number, SKU or service code; may be empty
    UntrustedText description; ///< in the words of agent or supplier
    std::string quantity;      ///< exact decimal as text, e.g. "12" or "0.750"; never a double
    std::string unit;          ///< UN/ECE Recommendation 20 code, e.g. "C62" (piece), "KGM"
    Money unit_price;
    Money net;
    std::optional<ContractId> contract; ///< the contract that the agent claims covers this line
    friend bool operator==(const Line&, const Line&) = default;
};

/// Who is paid, and where. A change of payee between versions is what a fraudster wants unseen.
struct Payee {
    UntrustedText name;
    std::string account; ///< IBAN, card token or wallet reference as the platform gives it; may be masked
    friend bool operator==(const Payee&, const Payee&) = default;
};

/// A document that came with an order, named and not carried: the gateway and its agent keep the bytes, and whoever
/// holds a copy compares the digest. Nothing here fetches or opens it.
struct Attachment {
    UntrustedText name;     ///< as the sender calls it
    std::string media_type; ///< as the sender says, e.g. "application/pdf"; nobody looked inside
    std::int64_t size = 0;  ///< bytes
    Digest digest{};        ///< SHA-256 of the bytes
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

struct Supplier {
    SupplierId id;
    UntrustedText name;
    friend bool operator==(const Supplier&, const Supplier&) = default;
};

/// Everything that a decision is about, whole in every version of a transaction and never a patch.
struct Subject {
    TransactionKind kind = TransactionKind::purchase;
    Side side = Side::buying;
    AgentId agent;
    OwnerId owner;     ///< the person or unit that the agent acts for
    Supplier supplier; ///< the counterpart: the customer where `side` is selling
    Payee payee;
    std::string po_number;
    std::string cost_centre;
    std::string category;  ///< UNSPSC code or the platform's own, free
    UntrustedText purpose; ///< why the agent says that it wants this
    Money net;
    Money tax;
    Money gross; ///< net + tax, negative for money that comes back
    std::vector<Line> lines;
    std::optional<MandateId> mandate;
    std::optional<ContractId> contract;
    std::int32_t term_months = 0;          ///< 0: no term
    std::optional<Money> total_commitment; ///< over the whole term, gross
    std::optional<BatchId> batch;          ///< an honest bulk run declares itself
    std::optional<ConversationId> conversation;
    std::optional<base::Instant> needed_by;
    std::vector<Attachment> attachments;
    friend bool operator==(const Subject&, const Subject&) = default;
};

} // namespace domain
