// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/decisions/drafting.h"
#include "app/decisions/keyring.h"
#include "app/decisions/publisher.h"
#include "app/decisions/worker.h"
#include "app/ports/decisions.h"
#include "app/record/writer.h"
#include "app/store/reader.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace decisions {

class Dispatch;

/// Why nothing can be decided while another process keeps the store.
[[nodiscard]] base::Fault read_only();

/// Asks for the plan of a rollback; answers on any thread.
using PlanMaker = std::function<void(const domain::TransactionId& id, const std::optional<domain::Money>& amount,
                                     std::function<void(base::Result<domain::Plan>)> answer)>;

struct Settings {
    std::filesystem::path store;
    std::filesystem::path key_file;
    domain::SourceId source;       ///< of the gateway; its roster is the law
    bool admits_simulated = false; ///< the embedded sandbox only
    /// Makes the first roster, signed by an administrator, when there is none (embedded sandbox and one-person sites).
    /// Gets the new person's public key and the passphrase. Empty: somebody else writes rosters.
    std::function<base::Result<domain::SignedRoster>(const domain::PublicKey&, std::string_view)> found_roster;
    /// Without a dispatch: who is asked for plans (the keeper of the store). Empty: nothing can be rolled back.
    PlanMaker make_plan;
};

/// Decisions out: draft, law, review, signature, one commit, courier. Reads and signs on a thread of its own.
class Decisions final : public ports::Decisions {
public:
    /// `dispatch` lives on the link thread and may be null while the store is only read.
    Decisions(Settings settings, record::Writer* writer, Dispatch* dispatch, const base::Clock& clock);
    /// The same for a store that is still being opened: what is asked waits for begin().
    Decisions(Settings settings, const base::Clock& clock);
    ~Decisions() override;

    /// On the thread that asks. `writer` and `dispatch` as in the constructor.
    void begin(record::Writer* writer, Dispatch* dispatch);

    void identity(ports::Reply<ports::Identity> reply) override;
    void create_key(ports::Passphrase passphrase, ports::Reply<ports::Identity> reply) override;
    void unlock(ports::Passphrase passphrase, ports::Reply<ports::Identity> reply) override;
    void lock(ports::Reply<ports::Identity> reply) override;
    void review(ports::Draft draft, ports::Reply<ports::Review> reply) override;
    void sign(ports::Review review, ports::Reply<ports::DecisionRow> reply) override;
    void withdraw(domain::DecisionId id, ports::Reply<ports::DecisionRow> reply) override;
    void ask_status(domain::DecisionId id, ports::Reply<ports::DecisionRow> reply) override;
    void claim(domain::TransactionKey key, ports::Reply<domain::ClaimChanged> reply) override;
    void release(domain::TransactionKey key, std::int64_t epoch) override;
    void note_view(ports::OwnViewDraft draft, ports::Reply<ports::NotedView> reply) override;
    void recent(std::uint32_t limit, ports::Reply<std::vector<ports::DecisionRow>> reply) override;
    void follow(ports::Subscription<ports::DecisionRow> subscriber) override;

    /// Writing thread: receipts of the feed go to the courier, changed decisions to those who follow.
    void published(const record::PublishedPtr& published);
    /// Offers the recorded roster to the gateway, after a connection was made, and behind it the policy.
    void offer_roster();

    /// Takes up policies that other people propose at the gateway, from now on.
    void watch_policy() { publisher_.watch(); }

    [[nodiscard]] ports::Publishing& publishing() { return publisher_; }

private:
    friend class Publisher; // the same key, roster and record
    // All of these run on the worker.
    base::Result<store::Reader*> reader();
    base::Result<std::optional<domain::SignedRoster>> roster_now();
    base::Result<ports::Identity> identity_now();
    base::Result<Signer> signer();
    base::Result<Facts> facts_about(const ports::Draft& draft);
    base::Result<ports::Review> review_now(const ports::Draft& draft, std::optional<domain::Plan> plan);
    base::Result<ports::NotedView> view_to_note(const ports::OwnViewDraft& draft);
    void void_amended(const record::Published& published);
    void tell(const ports::DecisionRow& row);
    void look_for_late(const record::Published& published);
    base::Done check_again(const domain::SignedDecision& decision, const ports::Review& review);
    void sign_now(const ports::Review& review, const ports::Reply<ports::DecisionRow>& reply);
    void found_roster_now(std::string_view passphrase, std::function<void(base::Done)> then);
    base::Result<ports::DecisionRow> row_now(const store::DecisionRow& stored);
    base::Result<ports::DecisionRow> row_now(const domain::DecisionId& id);
    void answer_when_written(const domain::DecisionId& id, const ports::Reply<ports::DecisionRow>& reply,
                             std::function<base::Result<record::PublishedPtr>(record::Recorder&)> write,
                             std::function<void()> afterwards);

    Settings settings_;
    record::Writer* writer_;
    Dispatch* dispatch_;
    const base::Clock& clock_;
    Keyring keyring_;
    std::optional<store::Reader> reader_;
    std::set<domain::TransactionKey> noting_; ///< orders of which a view is on its way into the record
    std::map<domain::TransactionKey, domain::DecisionId>
        late_; ///< came too late, and nobody heard why (guarded as below)
    std::mutex followers_mutex_;
    std::vector<ports::Subscription<ports::DecisionRow>> followers_;
    Publisher publisher_;
    Worker worker_; ///< last: it ends first
};

} // namespace decisions
