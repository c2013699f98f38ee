// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/judge.h"

#include "app/base/encoding.h"
#include "app/base/thread_rank.h"
#include "app/json/fields.h"
#include "app/record/decision_step.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>

namespace newsroom {

namespace {

using base::Result;

constexpr std::uint32_t entries_at_once = 2'000;
constexpr std::uint32_t most_entries_of_an_order = 10'000;
constexpr std::chrono::milliseconds tell_interval{250};
constexpr std::chrono::milliseconds retry_interval{1000};

} // namespace

Judge::Judge(Settings settings)
    : settings_(std::move(settings)) {}

Judge::~Judge() {
    stop();
}

void Judge::stop() {
    {
        const std::scoped_lock guard(mutex_);
        ending_ = true;
        if (reader_) {
            reader_->interrupt();
        }
    }
    wake_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Judge::start(record::Writer* writer) {
    if (!thread_.joinable()) {
        writer_ = writer;
        thread_ = std::thread([this] { serve(); });
    }
}

void Judge::published(const record::PublishedPtr& published) {
    {
        const std::scoped_lock guard(mutex_);
        news_ = true;
        published_entries_ = published->size;
    }
    wake_.notify_all();
}

void Judge::ask(Question question) {
    {
        const std::scoped_lock guard(mutex_);
        questions_.push_back(std::move(question));
    }
    wake_.notify_all();
}

void Judge::watch(ports::Subscription<ports::JudgeState> subscriber) {
    ask([this, subscriber = std::move(subscriber)] {
        subscriber(std::make_shared<const ports::JudgeState>(state()));
        watchers_.push_back(subscriber);
    });
}

void Judge::report(ports::Reply<ports::JudgingReport> reply) {
    ask([this, reply = std::move(reply)] {
        if (!policy_) {
            reply(fault_.value_or(base::Fault{base::FaultCode::unreadable, "no policy is in force yet", {}}));
            return;
        }
        ports::JudgingReport report = tally_.report(policy_->book);
        report.state = state();
        reply(std::move(report));
    });
}

void Judge::serve() {
    base::give_way();
    std::unique_lock guard(mutex_);
    while (!ending_) {
        news_ = false;
        guard.unlock();
        const bool more = step();
        guard.lock();
        while (!questions_.empty() && !ending_) {
            const Question question = std::move(questions_.front());
            questions_.pop_front();
            guard.unlock();
            question();
            guard.lock();
        }
        if (more || ending_) {
            continue;
        }
        const auto pause = fault_ ? retry_interval : told_ ? settings_.look_interval : tell_interval;
        wake_.wait_for(guard, std::min(pause, settings_.look_interval),
                       [this] { return ending_ || !questions_.empty() || (news_ && !fault_); });
    }
}

/// One piece of work; true when there is more to do at once.
bool Judge::step() {
    auto more = fold_more();
    if (more) {
        const auto looked = look_for_file();
        fault_ = looked ? std::nullopt : std::optional(looked.fault());
        file_looked_ = looked ? file_looked_ : Time{}; // at once again
    } else {
        fault_ = more.fault();
    }
    tell();
    return more && *more;
}

base::Done Judge::open() {
    if (reader_) {
        return {};
    }
    auto opened = store::Reader::open(settings_.store);
    if (!opened) {
        return opened.fault();
    }
    const std::scoped_lock guard(mutex_);
    reader_ = std::move(opened).value();
    return {};
}

/// What the record says before the first entry is folded: how far was judged, which imports are set aside.
base::Done Judge::begin() {
    store::EntryFilter filter;
    filter.kind = store::EntryKind::verdict;
    const auto last = reader_->entries(filter, store::PageRequest{{}, store::Direction::backward, 1});
    const auto batches = last ? outside_.read(*reader_) : base::Result<bool>(last.fault());
    if (!batches) {
        return batches.fault();
    }
    if (!last->entries.empty()) {
        const auto order = json::uint64_from_decimal(last->entries.front().id.bytes());
        judged_to_ = order ? *order + 1 : 0;
    }
    begun_ = true;
    return {};
}

/// Which policy was in force where the fold stands, and which is now.
base::Done Judge::read_policies() {
    auto all = verdicts::read_line(*reader_, settings_.source);
    auto here = verdicts::read_line(*reader_, settings_.source, folded_);
    if (!all || !here) {
        return all ? here.fault() : all.fault();
    }
    auto newest = verdicts::in_force(*all);
    auto policy = verdicts::in_force(*here);
    if (!newest || !policy) {
        return newest ? policy.fault() : newest.fault();
    }
    policy_kept_ = !all->text().empty();
    line_ = std::move(here).value();
    policy_ = std::move(policy).value();
    newest_ = std::move(newest).value();
    return {};
}

void Judge::take_policy(const store::Entry& entry) {
    if (!line_->take(entry)) {
        if (entry.kind == store::EntryKind::policy && line_->refused()) {
            refused_ = line_->refused();
        }
        return;
    }
    auto policy = verdicts::in_force(*line_);
    if (!policy) {
        refused_ = policy.fault(); // nobody of us writes one that does not compile
        return;
    }
    policy_ = std::move(policy).value();
    refused_.reset();
}

Result<bool> Judge::fold_more() {
    REEVE_TRY(open());
    if (!begun_) {
        REEVE_TRY(begin());
    }
    if (!line_) {
        REEVE_TRY(read_policies());
        REEVE_TRY(look_for_file()); // before the first order that comes
    }
    REEVE_TRY(write_verdicts()); // of the last attempt
    const auto entries = reader_->range(folded_, entries_at_once);
    if (!entries) {
        return entries.fault();
    }
    for (const store::Entry& entry : *entries) {
        if (entry.kind == store::EntryKind::batch) {
            const auto anew = outside_.read(*reader_);
            if (!anew) {
                return anew.fault();
            }
            if (*anew) {
                start_again();
                return true;
            }
        }
        REEVE_TRY(take(entry));
        folded_ = entry.index + 1;
    }
    REEVE_TRY(write_verdicts());
    if (entries->size() < entries_at_once) {
        newest_.reset();
        REEVE_TRY(look_for_editions());
    }
    const std::scoped_lock guard(mutex_);
    return entries->size() == entries_at_once && !ending_;
}

base::Done Judge::take(const store::Entry& entry) {
    switch (entry.kind) {
    case store::EntryKind::event: return take_event(entry);
    case store::EntryKind::verdict: take_verdict(entry); return {};
    case store::EntryKind::decision:
    case store::EntryKind::decision_state: take_decision(entry); return {};
    case store::EntryKind::configuration:
    case store::EntryKind::roster:
    case store::EntryKind::policy: take_policy(entry); return {};
    case store::EntryKind::receipt:
    case store::EntryKind::view:
    case store::EntryKind::plan:
    case store::EntryKind::quarantine:
    case store::EntryKind::conflict:
    case store::EntryKind::batch:
    case store::EntryKind::export_:
    case store::EntryKind::note: return {};
    }
    return {};
}

base::Done Judge::take_event(const store::Entry& entry) {
    if (entry.type && *entry.type != domain::EventType::policy_published &&
        !facts::FactBook::is_changed_by(*entry.type)) {
        return {};
    }
    const auto event = decoder_.decode(entry.body);
    if (!event) {
        return base::Fault{base::FaultCode::corrupt, "a stored event cannot be read", std::to_string(entry.index)};
    }
    REEVE_TRY(facts_.recall(*event, [&](const domain::TransactionKey& key) { return recorded(key, entry.index); }));
    const auto* version = std::get_if<domain::TransactionVersion>(&event->payload);
    const bool counts = !outside_.contains(entry.batch);
    std::optional<facts::OrderKeys> keys;
    if (version != nullptr && entry.index >= judged_to_) {
        facts::Facts known = counts ? facts_.meet(*version, event->time) : facts_.look(*version, event->time);
        const policy::Case one{*version, known, event->time};
        const policy::Judged judged = policy_->book.judge_and_show(one);
        drafts_.push_back(verdicts::draft_of(entry.index, one, judged, policy_->book, policy_->digest));
        judged_to_ = entry.index + 1;
        keys = std::move(known.keys);
    }
    if (const auto* published = std::get_if<domain::PolicyPublished>(&event->payload);
        published != nullptr && published->policy) {
        told_editions_.push_back(*published->policy);
    }
    tally_.event(entry.index, *event);
    if (counts) {
        facts_.apply(*event, keys ? &*keys : nullptr);
    }
    return {};
}

/// For facts about orders that were put away.
Result<std::vector<domain::Event>> Judge::recorded(const domain::TransactionKey& key, std::uint64_t before) {
    const auto entries = reader_->transaction(key, most_entries_of_an_order);
    if (!entries) {
        return entries.fault();
    }
    std::vector<domain::Event> events;
    for (const store::Entry& entry : *entries) {
        if (entry.kind != store::EntryKind::event || entry.index >= before || outside_.contains(entry.batch)) {
            continue;
        }
        auto event = decoder_.decode(entry.body);
        if (!event) {
            return base::Fault{base::FaultCode::corrupt, "a stored event cannot be read", std::to_string(entry.index)};
        }
        events.push_back(std::move(event).value());
    }
    return events;
}

void Judge::take_verdict(const store::Entry& entry) {
    if (const auto kept = verdicts::read(entry.body)) {
        tally_.verdict({entry.source, entry.transaction}, entry.time, *kept);
    }
}

void Judge::take_decision(const store::Entry& entry) {
    if (entry.kind == store::EntryKind::decision) {
        if (const auto decision = wire::decode_decision(entry.body)) {
            tally_.decision(*decision);
        }
        return;
    }
    const auto step = record::read_decision_step(entry.body);
    using enum domain::DecisionState;
    if (step && (step->to == withdrawn || step->to == refused || step->to == refused_by_gateway || step->to == void_ ||
                 step->to == not_applied || step->to == failed)) {
        tally_.undone(domain::DecisionId(entry.id.bytes()));
    }
}

void Judge::start_again() {
    facts_ = facts::FactBook(most_open_orders);
    tally_ = {};
    folded_ = 0;
    line_.reset();
    told_editions_.clear();
}

ports::JudgeState Judge::state() const {
    ports::JudgeState state;
    if (const auto& policy = newest_ ? newest_ : policy_) {
        state.policy_version = policy->book.document().version;
        state.policy_title = policy->book.document().title;
        state.policy_digest = base::to_hex(policy->digest);
        state.shipped = verdicts::is_shipped(*policy);
    }
    state.judged = tally_.judged();
    state.folded = folded_;
    state.entries = std::max(folded_, published_entries_.load());
    state.fault = fault_;
    state.refused = refused_;
    return state;
}

void Judge::tell() {
    if (watchers_.empty() || std::chrono::steady_clock::now() < told_at_ + tell_interval) {
        return;
    }
    const ports::JudgeState now = state();
    if (told_ && *told_ == now) {
        return;
    }
    told_ = now;
    told_at_ = std::chrono::steady_clock::now();
    const auto news = std::make_shared<const ports::JudgeState>(now);
    for (const auto& watcher : watchers_) {
        watcher(news);
    }
}

} // namespace newsroom
