// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bookkeeper.h"

#include "app/base/thread_rank.h"

#include <algorithm>
#include <limits>

namespace archive {

namespace {

using base::Result;
using std::chrono::milliseconds;

constexpr std::uint32_t entries_at_once = 2'000;
/// Commits kept in memory; when folding falls behind further, the record is read instead.
constexpr std::size_t most_commits = 64;
constexpr milliseconds tell_interval{100};
constexpr milliseconds look_interval{1000};
constexpr std::uint32_t most_events_of_an_order = 10'000;
/// Folding so many takes longer than writing and reading books does.
constexpr std::uint64_t worth_keeping = 65'536;
constexpr std::uint64_t keeping_interval = 1'048'576;

/// Whether an event of this type can change the books. Unknown types and those that are not listed pass by unread.
bool matters(const std::optional<domain::EventType>& type) {
    if (!type) {
        return false;
    }
    using enum domain::EventType;
    for (const domain::EventType other :
         {turn_taken, receipt_issued, plan_made, step_taken, contract_published, price_published, stock_counted,
          policy_published, roster_published, claim_changed, confirmation_given}) {
        if (*type == other) {
            return false;
        }
    }
    return true;
}

/// Our tier, from an entry of kind verdict: what sums need of it stands in its header.
std::optional<projection::OwnTier> verdict_in(const store::Entry& entry) {
    if (entry.kind != store::EntryKind::verdict || !entry.tier) {
        return std::nullopt;
    }
    return projection::OwnTier{entry.version, *entry.tier};
}

/// The first entry of a commit. A commit whose beginning is not among what was published is read from the record.
std::uint64_t begin_of(const record::Published& published) {
    std::uint64_t begin = published.size;
    const auto look_at = [&begin](const auto& list) {
        for (const auto& each : list) {
            begin = std::min(begin, each.index);
        }
    };
    look_at(published.events);
    look_at(published.own);
    look_at(published.quarantined);
    look_at(published.conflicts);
    return begin;
}

} // namespace

/// The record, for orders that come up again.
class Bookkeeper::History final : public projection::OrderHistory {
public:
    explicit History(Bookkeeper& keeper)
        : keeper_(keeper) {}

    Result<std::vector<projection::Told>> told(const domain::TransactionKey& key, std::uint64_t before) override {
        REEVE_TRY(keeper_.open());
        const auto entries = keeper_.reader_->transaction(key, most_events_of_an_order);
        if (!entries) {
            return entries.fault();
        }
        std::vector<projection::Told> told;
        for (const store::Entry& entry : *entries) {
            if (const auto verdict = verdict_in(entry); verdict && entry.index < before) {
                told.emplace_back(*verdict);
                continue;
            }
            if (entry.index >= before || entry.kind != store::EntryKind::event ||
                keeper_.outside_.contains(entry.batch) || !matters(entry.type)) {
                continue;
            }
            auto event = keeper_.decoder_.decode(entry.body);
            if (!event) {
                return event.fault();
            }
            told.emplace_back(std::move(event).value());
        }
        return told;
    }

private:
    Bookkeeper& keeper_;
};

Result<std::vector<projection::Told>> Bookkeeper::told_of(const domain::TransactionKey& key) {
    return History(*this).told(key, std::numeric_limits<std::uint64_t>::max());
}

Bookkeeper::Bookkeeper(std::filesystem::path folder)
    : folder_(std::move(folder))
    , books_(std::make_unique<projection::Books>()) {}

void Bookkeeper::start(Keep keep) {
    if (!thread_.joinable()) {
        keep_ = keep;
        thread_ = std::thread([this] { serve(); });
    }
}

Bookkeeper::~Bookkeeper() {
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

void Bookkeeper::published(const record::PublishedPtr& published) {
    {
        const std::scoped_lock guard(mutex_);
        if (commits_.size() == most_commits) {
            commits_.clear(); // the record has them
        }
        commits_.push_back({begin_of(*published), published});
        published_entries_ = published->size;
    }
    wake_.notify_all();
}

void Bookkeeper::ask(Question question) {
    {
        const std::scoped_lock guard(mutex_);
        questions_.push_back(std::move(question));
    }
    wake_.notify_all();
}

void Bookkeeper::spend(ports::SpendQuery query, ports::Reply<ports::SpendAnswer> reply) {
    ask([this, query = std::move(query), reply = std::move(reply)] {
        auto answer = books_->cube().answer(query);
        if (answer) {
            answer->state = state();
        }
        reply(std::move(answer));
    });
}

void Bookkeeper::follow_book(ports::Subscription<ports::BookState> subscriber) {
    ask([this, subscriber = std::move(subscriber)] {
        subscriber(std::make_shared<const ports::BookState>(state()));
        followers_.push_back(subscriber);
    });
}

void Bookkeeper::fleet(ports::FleetQuery query, ports::Reply<ports::Fleet> reply) {
    ask([this, query = std::move(query), reply = std::move(reply)] {
        ports::Fleet fleet = books_->fleet(query);
        fleet.state = state();
        reply(std::move(fleet));
    });
}

void Bookkeeper::agent(domain::AgentId id, ports::FleetQuery query, ports::Reply<ports::AgentPage> reply) {
    ask([this, id = std::move(id), query = std::move(query), reply = std::move(reply)] {
        reply(books_->page(id, query));
    });
}

void Bookkeeper::serve() {
    base::give_way();
    begin_with_kept();
    std::unique_lock guard(mutex_);
    while (!ending_) {
        answer_questions(guard);
        guard.unlock();
        const bool more = fold_some();
        has_caught_up_ = has_caught_up_ || (!more && !fault_);
        keep_books(kept_ == 0 && has_caught_up_ ? worth_keeping : keeping_interval);
        if (std::chrono::steady_clock::now() >= told_at_ + tell_interval) {
            tell();
        }
        guard.lock();
        if (more || ending_ || !questions_.empty() || !commits_.empty()) {
            continue;
        }
        const bool untold = !followers_.empty() && (!told_ || told_->revision != books_->state().revision ||
                                                    told_->folded != books_->folded());
        wake_.wait_until(guard, untold ? told_at_ + tell_interval : std::chrono::steady_clock::now() + look_interval,
                         [this] { return ending_ || !questions_.empty() || !commits_.empty(); });
    }
    guard.unlock();
    keep_books(1);
}

void Bookkeeper::answer_questions(std::unique_lock<std::mutex>& guard) {
    while (!questions_.empty() && !ending_) {
        const Question question = std::move(questions_.front());
        questions_.pop_front();
        guard.unlock();
        question();
        guard.lock();
    }
}

bool Bookkeeper::fold_some() {
    std::optional<Commit> next;
    {
        const std::scoped_lock guard(mutex_);
        while (!commits_.empty() && commits_.front().published->size <= books_->folded()) {
            commits_.pop_front(); // read from the record already
        }
        if (!commits_.empty() && commits_.front().begin == books_->folded()) {
            next = std::move(commits_.front());
            commits_.pop_front();
        }
    }
    if (next && !fault_ && fold_commit(*next)) {
        return true;
    }
    const auto more = fold_stored();
    if (!more) {
        fault_ = more.fault();
        const std::scoped_lock guard(mutex_);
        commits_.clear(); // the record has them, for when it can be read again
        return false;
    }
    fault_.reset();
    return *more;
}

/// False where the record has to be read instead.
bool Bookkeeper::fold_commit(const Commit& commit) {
    const auto& own = commit.published->own;
    const bool import = std::any_of(own.begin(), own.end(),
                                    [](const store::Entry& entry) { return entry.kind == store::EntryKind::batch; });
    if (import || !outside_.known()) {
        return false;
    }
    History history(*this);
    const auto fold_verdict = [&](const store::Entry& entry) {
        const auto verdict = verdict_in(entry);
        return entry.index < books_->folded() || !verdict ||
               books_->fold(entry.index, {entry.source, entry.transaction}, *verdict, history).ok();
    };
    auto next_own = own.begin(); // both lists are in the order of the record
    for (const record::RecordedEvent& recorded : commit.published->events) {
        for (; next_own != own.end() && next_own->index < recorded.index; ++next_own) {
            if (!fold_verdict(*next_own)) {
                return false;
            }
        }
        if (recorded.index >= books_->folded() && !books_->fold(recorded, history)) {
            return false;
        }
    }
    if (!std::all_of(next_own, own.end(), fold_verdict)) {
        return false;
    }
    if (commit.published->size > books_->folded()) {
        books_->skip(commit.published->size - 1);
    }
    return true;
}

base::Done Bookkeeper::open() {
    if (reader_) {
        return {};
    }
    auto opened = store::Reader::open(folder_);
    if (!opened) {
        return opened.fault();
    }
    const std::scoped_lock guard(mutex_);
    reader_ = std::move(opened).value();
    return {};
}

Result<bool> Bookkeeper::fold_stored() {
    REEVE_TRY(open());
    if (!outside_.known()) {
        const auto anew = outside_.read(*reader_);
        if (!anew) {
            return anew.fault();
        }
    }
    const auto entries = reader_->range(books_->folded(), entries_at_once);
    if (!entries) {
        return entries.fault();
    }
    const bool full = entries->size() == entries_at_once;
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
        REEVE_TRY(fold_entry(entry));
    }
    if (full && stored_entries_ <= books_->folded()) {
        const auto status = reader_->status();
        stored_entries_ = status ? status->entries : stored_entries_;
    }
    const std::scoped_lock guard(mutex_);
    return full && !ending_;
}

base::Done Bookkeeper::fold_entry(const store::Entry& entry) {
    const bool outside = outside_.contains(entry.batch);
    if (const auto verdict = verdict_in(entry)) {
        History history(*this);
        return books_->fold(entry.index, {entry.source, entry.transaction}, *verdict, history);
    }
    if (entry.kind != store::EntryKind::event || (!matters(entry.type) && !outside)) {
        books_->skip(entry.index);
        return {};
    }
    auto event = decoder_.decode(entry.body);
    if (!event) {
        return base::Fault{base::FaultCode::corrupt, "a stored event cannot be read", std::to_string(entry.index)};
    }
    History history(*this);
    return books_->fold({entry.index, std::move(event).value(), entry.received, entry.batch, outside}, history);
}

void Bookkeeper::start_again() {
    const std::uint64_t revision = books_->state().revision;
    books_ = std::make_unique<projection::Books>();
    books_->begin_revision(revision + 1);
    kept_ = 0;
    has_caught_up_ = false;
    const std::scoped_lock guard(mutex_);
    commits_.clear();
}

ports::BookState Bookkeeper::state() const {
    ports::BookState state = books_->state();
    state.entries = std::max({state.folded, stored_entries_, published_entries_.load()});
    state.fault = fault_;
    return state;
}

void Bookkeeper::tell() {
    const ports::BookState now = state();
    if (followers_.empty() || (told_ && *told_ == now)) {
        return;
    }
    told_ = now;
    told_at_ = std::chrono::steady_clock::now();
    const auto news = std::make_shared<const ports::BookState>(now);
    for (const auto& follower : followers_) {
        follower(news);
    }
}

} // namespace archive
