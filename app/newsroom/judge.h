// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/facts/fact_book.h"
#include "app/newsroom/judging_tally.h"
#include "app/ports/judging.h"
#include "app/projection/set_aside.h"
#include "app/record/writer.h"
#include "app/store/reader.h"
#include "app/verdicts/policy_line.h"
#include "app/verdicts/policy_shelf.h"
#include "app/wire/event_codec.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace newsroom {

/// Judges every version of an order, once, in the order of the record, by the policy in force at its place there, on a
/// thread of its own behind the commit. The record's events are folded into facts; the verdict becomes an entry of the
/// record. Folding again gives the same facts, and judging again the same verdicts, so nothing but the record has to be
/// kept. What came with a suspected import is judged, but is no part of later facts until it is kept.
///
/// The policy in force is the edition that was published last (verdicts::PolicyLine); an edition that the feed tells is
/// taken when its signatures count, and one of solo mode when its delay is over. Until there is a signed one, a file
/// that a person puts in place is taken over when it is good. What is broken is refused with its place, and the one in
/// force stays.
class Judge final : public ports::Judging {
public:
    struct Settings {
        std::filesystem::path store;
        std::filesystem::path policy_file; ///< may be absent; empty: none is looked for
        std::chrono::milliseconds look_interval{1000};
        domain::SourceId source = {};       ///< whose editions count; empty: those of any gateway
        bool admits_simulated = false;      ///< the embedded sandbox only
        const base::Clock* clock = nullptr; ///< nothing: the system's
    };
    explicit Judge(Settings settings);
    ~Judge() override;
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    /// Begins. Without a writer another process keeps the store and judges; its verdicts are folded. A writer must
    /// outlive this.
    void start(record::Writer* writer);
    /// Ends judging; to be called before the writer stops. What is not written yet is judged again at the next start.
    void stop();
    /// From the writing thread, behind every commit.
    void published(const record::PublishedPtr& published);

    void watch(ports::Subscription<ports::JudgeState> subscriber) override;
    void report(ports::Reply<ports::JudgingReport> reply) override;

private:
    /// Of which the facts keep a mark each; about older ones the record is asked when they come up again.
    static constexpr std::size_t most_open_orders = 30'000;
    using Question = std::function<void()>;
    using Time = std::chrono::steady_clock::time_point;
    using Call = std::function<base::Result<record::PublishedPtr>(record::Recorder&)>;

    void ask(Question question);
    void serve();
    [[nodiscard]] bool step();
    [[nodiscard]] base::Result<bool> fold_more();
    [[nodiscard]] base::Done open();
    [[nodiscard]] base::Done begin();
    [[nodiscard]] base::Done take(const store::Entry& entry);
    [[nodiscard]] base::Done take_event(const store::Entry& entry);
    void take_verdict(const store::Entry& entry);
    void take_decision(const store::Entry& entry);
    [[nodiscard]] base::Result<std::vector<domain::Event>> recorded(const domain::TransactionKey& key,
                                                                    std::uint64_t before);
    void start_again();
    [[nodiscard]] base::Done read_policies();
    void take_policy(const store::Entry& entry);
    [[nodiscard]] base::Done look_for_file();
    /// Editions that the feed told, and those whose solo delay is over.
    [[nodiscard]] base::Done look_for_editions();
    [[nodiscard]] base::Result<bool> look_at_told(const domain::PolicyEnvelope& envelope);
    [[nodiscard]] base::Result<bool> publish_if_lawful(const domain::SignedPolicy& policy, const domain::PersonId& by);
    /// Runs a call on the writing thread and waits for it. Faults: the call's; cancelled when this ends.
    [[nodiscard]] base::Done write(Call call);
    /// Begins something on the writing thread and waits for its answer. Faults: the answer's; cancelled when this ends.
    [[nodiscard]] base::Done await(const std::function<void(record::Writer::Answer)>& begin);
    [[nodiscard]] base::Done write_verdicts();
    [[nodiscard]] ports::JudgeState state() const;
    void tell();

    const Settings settings_;
    record::Writer* writer_ = nullptr;

    // Of the thread alone.
    std::optional<verdicts::PolicyLine> line_;          ///< up to the fold
    std::optional<verdicts::Policy> policy_;            ///< in force where the fold is
    std::optional<verdicts::Policy> newest_;            ///< in force now, while the fold is on its way
    std::vector<domain::PolicyEnvelope> told_editions_; ///< by the feed, not looked at yet
    std::set<domain::Digest> written_editions_;
    facts::FactBook facts_{most_open_orders};
    JudgingTally tally_;
    wire::Decoder decoder_;
    projection::SetAside outside_;
    bool policy_kept_ = false; ///< the record names one
    bool begun_ = false;
    std::uint64_t folded_ = 0;          ///< entries
    std::uint64_t judged_to_ = 0;       ///< orders below this entry have their verdict in the record
    std::vector<record::Draft> drafts_; ///< judged, not written yet
    std::optional<base::Fault> fault_;
    std::optional<base::Fault> refused_;
    std::optional<std::pair<std::filesystem::file_time_type, std::uintmax_t>> file_seen_; ///< its time and its size
    Time file_looked_{};
    std::optional<ports::JudgeState> told_;
    Time told_at_{};
    std::vector<ports::Subscription<ports::JudgeState>> watchers_;

    std::atomic<std::uint64_t> published_entries_{0};
    std::mutex mutex_; ///< everything below; the reader is set and interrupted under it, used without it
    std::condition_variable wake_;
    std::deque<Question> questions_;
    bool news_ = false;
    bool ending_ = false;
    std::optional<store::Reader> reader_;
    std::thread thread_;
};

} // namespace newsroom
