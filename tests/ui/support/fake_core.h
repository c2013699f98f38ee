// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/archive.h"
#include "app/ports/decisions.h"
#include "app/ports/newsroom.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fake {

/// A core in memory behind the three ports. Tests script it: they publish, change and answer by hand, or let it answer
/// decisions by itself. Everything is answered through the ports' mailboxes, as the real core does.
class Core final : public ports::Newsroom, public ports::Archive, public ports::Decisions {
public:
    explicit Core(const base::Clock& clock)
        : clock_(clock) {}

    // What a test may set before or between.
    ports::Health health;
    ports::Identity who;
    std::string passphrase = "correct horse battery";
    std::map<domain::TransactionKey, ports::CaseFile> files;
    std::vector<ports::FeedRow> feed;              ///< in rising order of index
    std::vector<ports::QuarantineRow> quarantined; ///< newest first, as the next two
    std::vector<ports::ConflictRow> contradicting;
    std::vector<ports::GapRow> missing;    ///< by source and start
    std::vector<ports::DecisionRow> taken; ///< newest first
    ports::Standing standing = ports::Standing::allowed;
    std::string standing_code;
    std::optional<base::Fault> next_fault; ///< the next review or sign answers this, once
    std::optional<base::Fault> next_withdrawal_fault;
    /// By transaction id: what a review, a signature or a claim of it answers each time, what the law says of it, and
    /// where its decision ends instead of being executed when the core answers by itself.
    std::map<std::string, base::Fault> review_faults;
    std::map<std::string, base::Fault> sign_faults;
    std::map<std::string, base::Fault> claim_faults;
    std::map<std::string, std::string> refusals;
    std::map<std::string, std::pair<domain::DecisionState, std::string>> ends;
    bool away = false;              ///< claims find no gateway, and what is signed stays where it is
    bool answers_by_itself = false; ///< after sign(): sent, accepted and executed follow
    domain::PersonId holder;        ///< somebody else who looks at every case
    std::vector<domain::TransactionKey> claimed;
    std::vector<std::pair<domain::TransactionKey, std::int64_t>> released;
    int reviews_asked = 0;
    int signatures = 0;
    int reconnects = 0;
    std::vector<std::string> signed_bytes;

    void publish(std::vector<ports::FeedRow> rows);
    void publish_batch(const std::shared_ptr<const ports::FeedBatch>& batch);
    void add_case(ports::CaseFile file); ///< tells nobody: as if it had been there before
    void change_case(ports::CaseFile file);
    void set_health(ports::Health now);
    /// Moves a decision on, as the courier would: with a receipt from `accepted` on.
    void advance(const domain::DecisionId& id, domain::DecisionState state, std::string code = {});

    // Newsroom
    void follow(ports::Subscription<ports::FeedBatch> subscriber) override { feed_.push_back(std::move(subscriber)); }
    void follow_cases(ports::Subscription<ports::CaseChanges> subscriber) override {
        cases_.push_back(std::move(subscriber));
    }
    void watch_health(ports::Subscription<ports::Health> subscriber) override;
    void reconnect() override { ++reconnects; }

    // Archive
    void page(ports::FeedQuery query, ports::Reply<ports::FeedPage> reply) override;
    void open_cases(ports::Reply<ports::CaseChanges> reply) override;
    void case_file(domain::TransactionKey key, ports::Reply<ports::CaseFile> reply) override;
    void original(std::uint64_t index, ports::Reply<domain::UntrustedText> reply) override;
    void quarantine(ports::AsideQuery query, ports::Reply<ports::QuarantinePage> reply) override;
    void conflicts(ports::AsideQuery query, ports::Reply<ports::ConflictPage> reply) override;
    void gaps(ports::GapQuery query, ports::Reply<ports::GapPage> reply) override;

    // Decisions
    void identity(ports::Reply<ports::Identity> reply) override { reply(who); }
    void create_key(ports::Passphrase given, ports::Reply<ports::Identity> reply) override;
    void unlock(ports::Passphrase given, ports::Reply<ports::Identity> reply) override;
    void lock(ports::Reply<ports::Identity> reply) override;
    void review(ports::Draft draft, ports::Reply<ports::Review> reply) override;
    void sign(ports::Review review, ports::Reply<ports::DecisionRow> reply) override;
    void withdraw(domain::DecisionId id, ports::Reply<ports::DecisionRow> reply) override;
    void ask_status(domain::DecisionId id, ports::Reply<ports::DecisionRow> reply) override;
    void claim(domain::TransactionKey key, ports::Reply<domain::ClaimChanged> reply) override;
    void release(domain::TransactionKey key, std::int64_t epoch) override { released.emplace_back(key, epoch); }
    void note_view(ports::OwnViewDraft draft, ports::Reply<ports::NotedView> reply) override;
    void recent(std::uint32_t limit, ports::Reply<std::vector<ports::DecisionRow>> reply) override;
    void follow(ports::Subscription<ports::DecisionRow> subscriber) override {
        decisions_.push_back(std::move(subscriber));
    }

private:
    [[nodiscard]] ports::DecisionRow* find(const domain::DecisionId& id);
    void tell(const ports::DecisionRow& row);

    const base::Clock& clock_;
    std::vector<ports::Subscription<ports::FeedBatch>> feed_;
    std::vector<ports::Subscription<ports::CaseChanges>> cases_;
    std::vector<ports::Subscription<ports::Health>> healths_;
    std::vector<ports::Subscription<ports::DecisionRow>> decisions_;
};

} // namespace fake
