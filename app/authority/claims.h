// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>

namespace authority {

/// A lease on a case ("A is looking"), with its fencing number: the highest epoch of a transaction wins, whatever a
/// slow person or network still believes (Kleppmann, "How to do distributed locking", 2016).
struct Claim {
    domain::TransactionId transaction;
    domain::PersonId person;
    std::int64_t epoch = 0; ///< rises by one with every new holder, never reused
    base::Instant expires{};
    friend bool operator==(const Claim&, const Claim&) = default;
};

/// The claims of one gateway. Pure bookkeeping: the caller gives the time and keeps what changed.
class ClaimBook {
public:
    explicit ClaimBook(std::chrono::seconds lease = std::chrono::seconds(120))
        : lease_(lease) {}

    /// Gives the case to `person` when nobody else holds it; whoever holds it already keeps the epoch and gains time.
    /// Faults: refused (somebody else holds it; stealing is not possible), invalid_argument (nobody is named).
    [[nodiscard]] base::Result<Claim> take(const domain::TransactionId& transaction, const domain::PersonId& person,
                                           base::Instant now);
    /// Extends a lease, also one that ran out while nobody took the case.
    /// Faults: stale (another epoch or person is current), not_found (never claimed or released).
    [[nodiscard]] base::Result<Claim> renew(const domain::TransactionId& transaction, const domain::PersonId& person,
                                            std::int64_t epoch, base::Instant now);
    /// Gives the case back. Faults: stale (another epoch is current), not_found.
    [[nodiscard]] base::Done release(const domain::TransactionId& transaction, std::int64_t epoch);

    /// Who holds the case now; nothing when nobody does or the lease ran out.
    [[nodiscard]] std::optional<Claim> holder(const domain::TransactionId& transaction, base::Instant now) const;
    /// The last claim given, expired or not, released ones with an empty person; nothing when there never was one.
    [[nodiscard]] std::optional<Claim> last(const domain::TransactionId& transaction) const;
    /// Puts back what was kept over a restart; an older epoch than the known one is ignored.
    void restore(const Claim& claim);

private:
    std::chrono::seconds lease_;
    std::map<domain::TransactionId, Claim> claims_;
};

} // namespace authority
