// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/courier/courier.h"
#include "app/crypto/signing.h"

#include <QPointer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace support {

/// What the gateway does with one request.
enum class Mood {
    answers,
    loses_request,        ///< no connection: certainly nothing arrived
    swallows_request,     ///< sent, never arrived, no answer
    loses_answer,         ///< carried out, no answer
    answers_garbage,      ///< carried out, the answer cannot be read
    fails_before,         ///< HTTP 500, not carried out
    answers_forged,       ///< somebody else answers, with a key of their own
    answers_other_digest, ///< signed by the gateway, for other bytes
    answers_on_feed_only, ///< carried out; the receipt comes by the feed, the answer is lost
    answers_twice,        ///< answer, and the receipt by the feed as well
    refuses_login,        ///< HTTP 401, not carried out
    too_busy,             ///< HTTP 429 with two minutes to wait, not carried out
    arrives_late,         ///< no answer in time; the request arrives after we have given it up
};
inline constexpr int mood_count = 13;

/// A console's courier, its record and a gateway in one small world where everything happens one step at a time: each
/// write, each reply, each request is a step, and the process can end between any two of them.
class World final : private courier::Outbox, private courier::Gateway {
public:
    World();
    ~World() override;

    /// A signed decision is put into the record.
    domain::DecisionId sign(domain::Verb verb = domain::Verb::approve, base::Instant not_before = {},
                            base::Instant not_after = {});
    void start();
    /// The process ends: what was only in memory is gone.
    void kill();
    /// One step; lets time pass when nothing else is to do. False when nothing will ever happen.
    bool step();
    /// Steps until nothing happens any more; false after `most` steps (a hot loop).
    bool run(int most = 2000);

    /// The gateway's moods, one for each request to come; answers when there are none left.
    std::deque<Mood> moods;
    /// Faults of the commits to come.
    std::deque<base::Fault> commit_faults;

    struct Seen {
        std::string bytes;
        int executed = 0;
        domain::Receipt receipt;
    };
    std::map<domain::DecisionId, Seen> at_gateway;
    std::map<domain::DecisionId, courier::Entry> record;
    std::vector<courier::Move> moves; ///< as written, in order
    std::vector<base::Fault> forgeries;
    std::vector<base::Fault> outbox_faults;
    std::vector<std::string> contradictions; ///< of the world's own laws; must stay empty
    int posts = 0;
    int asks = 0;
    int most_at_once = 0;
    domain::ReceiptOutcome outcome = domain::ReceiptOutcome::accepted; ///< what the gateway says to a new decision

    [[nodiscard]] domain::DecisionState state(const domain::DecisionId& id) const { return record.at(id).state; }
    /// "signed>sent>accepted"
    [[nodiscard]] std::string path(const domain::DecisionId& id) const;
    [[nodiscard]] domain::Receipt receipt_for(const domain::DecisionId& id, domain::ReceiptOutcome told,
                                              const crypto::SigningKey& key) const;
    [[nodiscard]] const crypto::SigningKey& gateway_key() const { return gateway_key_; }
    [[nodiscard]] const crypto::SigningKey& stranger_key() const { return stranger_key_; }

    base::ManualClock clock;
    uplink::ManualScheduler scheduler;
    std::unique_ptr<courier::Courier> courier;

private:
    void open_entries(QObject* context, courier::Reply<std::vector<courier::Entry>> reply) override;
    void find(const domain::DecisionId& id, QObject* context,
              courier::Reply<std::optional<courier::Entry>> reply) override;
    void commit(const courier::Move& move, QObject* context, courier::Reply<void> reply) override;
    void post(const domain::SignedDecision& decision, QObject* context, courier::Reply<domain::Receipt> reply) override;
    void status(const domain::DecisionId& id, QObject* context,
                courier::Reply<std::optional<domain::Receipt>> reply) override;

    void later(QObject* context, std::function<void()> call);
    void receive(const domain::SignedDecision& decision);
    void receive_late(const domain::SignedDecision& decision, int steps);
    void send_on_feed(const domain::DecisionId& id);
    base::Result<domain::Receipt> answer_for(const domain::SignedDecision& decision, Mood mood);
    base::Done write(const courier::Move& move);
    Mood next_mood();

    struct Event {
        QPointer<QObject> context;
        bool needs_context = false;
        std::function<void()> call;
    };
    std::deque<Event> events_;
    std::map<domain::DecisionId, int> under_way_;
    crypto::SigningKey gateway_key_;
    crypto::SigningKey stranger_key_;
    int last_number_ = 0;
};

} // namespace support
