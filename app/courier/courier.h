// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/courier/gateway.h"
#include "app/courier/outbox.h"
#include "app/link/scheduler.h"

#include <QMetaType>
#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace courier {

/// How the delivery does, for the status strip.
struct Health {
    std::uint32_t waiting = 0;        ///< signed or held: not sent yet
    std::uint32_t under_way = 0;      ///< sent, no answer yet
    std::uint32_t in_doubt = 0;       ///< sent, answer lost
    std::uint64_t attempts = 0;       ///< requests made since start()
    std::uint64_t forged = 0;         ///< receipts rejected since start(): each one is an alarm
    std::optional<base::Fault> fault; ///< of the last attempt that failed; none after a success
    friend bool operator==(const Health&, const Health&) = default;
};

struct CourierSettings {
    uplink::Milliseconds first_retry = std::chrono::seconds(1);
    uplink::Milliseconds last_retry = std::chrono::seconds(60);
    std::size_t parallel = 8; ///< different decisions under way at once; stop decisions do not count
};

/// Delivers signed decisions to the gateway: sends the stored bytes and no others, each only after "sent" is durable,
/// never two sends of one decision at a time, until a receipt that verifies settles it. A lost answer is in doubt: the
/// status is asked, and where the gateway has never seen it the same bytes go again. State moves only as
/// domain::may_follow allows. Lives on the link thread; every call comes on it.
class Courier final : public QObject {
    Q_OBJECT
public:
    /// Receipts must be signed by `gateway_key`, which a person confirmed (or the embedded sandbox announced).
    Courier(Outbox& outbox, Gateway& gateway, const domain::PublicKey& gateway_key, const base::Clock& clock,
            uplink::Scheduler& scheduler, CourierSettings settings = {}, QObject* parent = nullptr);
    ~Courier() override;

    /// Reads the outbox and begins; what was sent before a restart is in doubt.
    void start();
    /// The outbox has something new, or something was withdrawn; also "Try now" on the screen.
    void wake();
    /// Asks for the status of a decision in doubt now.
    void ask_status(const domain::DecisionId& id);
    /// A receipt that came by the feed. Forged ones are rejected and reported; a receipt for an unknown decision
    /// (another console's) is ignored.
    void settle(const domain::Receipt& receipt);

    [[nodiscard]] Health health() const;

Q_SIGNALS:
    /// The move is durable.
    void moved(const courier::Move& move);
    /// Somebody answered in the gateway's name who is not the gateway, or the gateway contradicts itself. Loud.
    void forged(const domain::DecisionId& id, const base::Fault& fault);
    /// The record refused a move (disk full, locked, …): the courier waits and tries again.
    void outbox_failed(const base::Fault& fault);
    void health_changed(const courier::Health& health);

private:
    class Round;
    std::unique_ptr<Round> round_;
};

} // namespace courier

Q_DECLARE_METATYPE(courier::Move)
Q_DECLARE_METATYPE(courier::Health)
