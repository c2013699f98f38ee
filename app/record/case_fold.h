// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/decision.h"
#include "app/domain/event.h"
#include "app/record/published.h"
#include "app/store/case_row.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace record {

/// The newest version of a transaction that the record holds.
struct KnownSubject {
    std::uint64_t index = 0; ///< of the entry
    base::Instant time{};
    bool suspected = false;
    domain::TransactionVersion version;
    bool digest_holds = true; ///< the digest is the one of the subject's bytes
};

/// What an entry of kind verdict says to the cases. Its header has the transaction, the tier of our policy, and as
/// category the tier of the case that the order is by itself; none where it is none (it waits for a master record, or
/// its group of agents is only observed).
struct Judged {
    std::uint64_t index = 0; ///< of the entry
    base::Instant time{};    ///< of the order
    domain::TransactionKey key;
    std::int32_t version = 0;
    domain::Tier tier = domain::Tier::automatic;
    bool raises = false; ///< somebody has to look, whatever the platform says
    bool matter = false; ///< it is one case with other orders, which are judged so, too
};
[[nodiscard]] Judged judged_in(const store::Entry& verdict);

/// What the fold asks the record. Only asked when a case opens or a transaction may have been seen before, so that the
/// ordinary traffic costs nothing.
class SubjectLookup {
public:
    virtual ~SubjectLookup() = default;
    /// The newest requested or amended event before an index; of this version, when one is named.
    [[nodiscard]] virtual base::Result<std::optional<KnownSubject>>
    newest(const domain::TransactionKey& key, std::uint64_t before, std::optional<std::int32_t> version) = 0;
    [[nodiscard]] base::Result<std::optional<KnownSubject>> newest(const domain::TransactionKey& key,
                                                                   std::uint64_t before) {
        return newest(key, before, std::nullopt);
    }
    /// Our newest verdict about a transaction before an index.
    [[nodiscard]] virtual base::Result<std::optional<Judged>> judged(const domain::TransactionKey& key,
                                                                     std::uint64_t before) = 0;
    /// Where the platform said last, before an index, that the transaction stands.
    [[nodiscard]] virtual base::Result<domain::TransactionState> reported(const domain::TransactionKey& key,
                                                                          std::uint64_t before) = 0;
    [[nodiscard]] virtual bool digest_holds(const domain::Event& event) = 0;
};

/// Two versions of a transaction that cannot both be true.
struct Contradiction {
    std::uint64_t index = 0;
    std::uint64_t other = 0;
    domain::TransactionKey key;
};

/// Folds the record into the cases that need, or needed, a person. Pure: no store, no clock, no threads; the same
/// entries in the same order give the same cases. The next state lives beside the present one until adopt().
///
/// A case opens with an assessment that escalates (tier above automatic, or an escalation word), a hold, a payment in
/// doubt, a failure behind a decision, a failed step of a rollback, a contradiction of versions, a decision of ours, or
/// a verdict of our policy that the platform did not come to.
/// It closes when the transaction is completed, returned, cancelled or expired, and when somebody acknowledges what was
/// raised. What our policy stops and the platform lets through stays open when it is completed: nobody has looked at it
/// yet. Late events never rewrite what was
/// closed: they open it again, as a case of its own. A conflict that was only a missing version heals when the version
/// arrives late; contradicting versions never heal.
class CaseFold {
public:
    /// At the start: the open cases that the store holds.
    void load(store::CaseRow row);
    /// The policy that a source published last.
    void load_policy(const domain::SourceId& source, std::string version);

    [[nodiscard]] base::Done fold(const RecordedEvent& event, SubjectLookup& lookup);
    /// A decision of ours was recorded or changed its state. `index` and `time` are those of the entry.
    [[nodiscard]] base::Done fold(const domain::Decision& decision, domain::DecisionState state, std::uint64_t index,
                                  base::Instant time, SubjectLookup& lookup);

    /// Our policy judged a version.
    [[nodiscard]] base::Done fold(const Judged& judged, SubjectLookup& lookup);

    /// Cases that the folds since the last adopt() changed, in the order of their change.
    [[nodiscard]] std::vector<store::CaseRow> changed() const;
    [[nodiscard]] const std::vector<Contradiction>& contradictions() const { return contradictions_; }
    /// Policies that the folds since the last adopt() brought, by source.
    [[nodiscard]] const std::map<domain::SourceId, std::string>& new_policies() const { return next_policies_; }
    void adopt();
    void discard();

    [[nodiscard]] std::size_t open() const { return open_.size(); }
    /// The open case about a transaction, as of what was folded so far; null when there is none.
    [[nodiscard]] const store::CaseRow* open_case(const domain::TransactionKey& key) const;

private:
    struct Change {
        std::uint64_t index;
        base::Instant time;
    };

    [[nodiscard]] store::CaseRow* find(const domain::TransactionKey& key, const Change& change);
    [[nodiscard]] base::Result<store::CaseRow*> find_or_open(const domain::TransactionKey& key, const Change& change,
                                                             store::CaseState state, SubjectLookup& lookup);
    store::CaseRow& open_new(const domain::TransactionKey& key, const Change& change, store::CaseState state);
    void take_subject(store::CaseRow& row, const KnownSubject& subject);

    [[nodiscard]] base::Done on_version(const RecordedEvent& event, const domain::TransactionVersion& version,
                                        SubjectLookup& lookup);
    void on_next_version(store::CaseRow& row, const KnownSubject& arrived);
    /// Closes a gap in versions when `arrived` was what was missing.
    [[nodiscard]] base::Done heal(store::CaseRow& row, const KnownSubject& arrived, SubjectLookup& lookup);
    [[nodiscard]] std::string policy_of(const domain::SourceId& source) const;
    [[nodiscard]] base::Done contradict(const RecordedEvent& event, const domain::TransactionVersion& version,
                                        std::uint64_t other, const char* code, SubjectLookup& lookup);
    [[nodiscard]] base::Done on_assessment(const RecordedEvent& event, const domain::Assessment& assessment,
                                           SubjectLookup& lookup);
    [[nodiscard]] base::Done on_step(const RecordedEvent& event, const domain::TransactionStep& step,
                                     SubjectLookup& lookup);
    [[nodiscard]] base::Done on_hold(const RecordedEvent& event, const domain::HoldChanged& hold,
                                     SubjectLookup& lookup);
    [[nodiscard]] base::Done on_compensation(const RecordedEvent& event, const domain::StepTaken& step,
                                             SubjectLookup& lookup);
    void on_claim(const RecordedEvent& event, const domain::ClaimChanged& claim);
    [[nodiscard]] base::Done on_end(const RecordedEvent& event, const domain::TransactionStep& step,
                                    SubjectLookup& lookup);

    std::unordered_map<domain::TransactionKey, store::CaseRow> open_;
    std::unordered_map<domain::TransactionKey, store::CaseRow> next_;
    std::vector<domain::TransactionKey> order_;
    std::vector<Contradiction> contradictions_;
    std::map<domain::SourceId, std::string> policies_;
    std::map<domain::SourceId, std::string> next_policies_;
};

} // namespace record
