// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/ports/agents.h"

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace projection {

/// Our verdict about one version of a transaction, as far as sums need it.
struct OwnTier {
    std::int32_t version = 0;
    domain::Tier tier = domain::Tier::blocked;
    friend bool operator==(const OwnTier&, const OwnTier&) = default;
};

/// What the record tells of a transaction.
using Told = std::variant<domain::Event, OwnTier>;

/// What the money of one transaction depends on, folded from its events in the order of the record. Everything that
/// the sums hold of it is derived from this state, so that a late event moves it by taking away what was derived
/// before and adding what is derived now.
struct OrderState {
    std::int32_t version = 0; ///< newest known; 0: none was told yet
    domain::AgentId agent;
    domain::OwnerId owner;
    domain::Supplier supplier;
    std::string category;
    domain::Side side = domain::Side::buying;
    std::optional<domain::Money> gross;
    domain::ConversationId conversation;
    std::optional<base::Instant> requested;

    domain::TransactionState state = domain::TransactionState::requested;
    std::optional<domain::Tier> tier;
    std::int32_t tier_version = 0;
    std::optional<OwnTier> own; ///< of the newest version that is both known and judged
    bool escalated = false;
    bool human = false;

    /// Money that moved, or came back.
    struct Moved {
        base::Instant time{};
        std::optional<domain::Money> amount; ///< as the platform says
    };
    std::optional<Moved> completed;
    std::optional<Moved> undone; ///< returned or cancelled
    bool is_returned = false;

    /// Our tier; nothing while the newest version is not judged.
    [[nodiscard]] std::optional<domain::Tier> own_tier() const {
        return own && own->version == version ? std::optional(own->tier) : std::nullopt;
    }
    /// A verdict is still to come.
    [[nodiscard]] bool awaits_verdict() const { return version > 0 && !own_tier(); }

    /// An amount at a moment.
    struct Booking {
        base::Instant time{};
        domain::Money money;
        bool order = false; ///< counts as an order that was carried out
    };
    /// At most two: what moved and what came back. None for the selling side, or while no amount is known.
    [[nodiscard]] std::array<std::optional<Booking>, 2> bookings() const;
};

/// What an event did to a transaction.
enum class Progress {
    unrelated,   ///< the event is about no transaction, or changes nothing that is folded here
    folded,      ///< the state may have changed
    contradicted ///< money that moved twice, or that moved or came back where it could not (domain::may_follow)
};

/// Which transaction an event is about, as far as it is folded here.
[[nodiscard]] const domain::TransactionId* order_of(const domain::Event& event);

/// Applies one event to the state of its transaction. Pure.
Progress advance(OrderState& order, const domain::Event& event);
/// Applies a verdict. Of two about the same version the stricter stands; one about a version that is not known here
/// (of an import that is set aside) changes nothing. Pure.
Progress advance(OrderState& order, const OwnTier& verdict);
Progress advance(OrderState& order, const Told& told);

} // namespace projection
