// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/agents.h"
#include "app/projection/books.h"
#include "app/projection/set_aside.h"
#include "app/record/published.h"
#include "app/store/reader.h"
#include "app/wire/event_codec.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace policy {
struct Document;
}

namespace archive {

/// Keeps the books of spend and agents on a thread of its own: begins with those that were kept beside the store when
/// they fit its record (books_file.h), else with nothing; folds what the record has behind them, and goes on with what
/// is published, or looks every second when another process keeps the store. Questions go before folding and are
/// answered with how far it has come. When a suspected import is kept, everything is folded again.
class Bookkeeper final : public ports::Spend, public ports::Agents {
public:
    /// Whether the books are put beside the store: when they have caught up, every million entries and at the end.
    /// Whoever only reads a store puts nothing there.
    enum class Keep { nothing, books };

    explicit Bookkeeper(std::filesystem::path folder);
    /// Begins to fold. Questions from before wait until then.
    void start(Keep keep = Keep::nothing);
    ~Bookkeeper() override;
    Bookkeeper(const Bookkeeper&) = delete;
    Bookkeeper& operator=(const Bookkeeper&) = delete;

    /// From the writing thread, behind every commit.
    void published(const record::PublishedPtr& published);

    void spend(ports::SpendQuery query, ports::Reply<ports::SpendAnswer> reply) override;
    void orders(ports::OrdersQuery query, ports::Reply<ports::OrdersPage> reply) override;
    void headroom(ports::HeadroomQuery query, ports::Reply<ports::Headroom> reply) override;
    void follow_book(ports::Subscription<ports::BookState> subscriber) override;
    void fleet(ports::FleetQuery query, ports::Reply<ports::Fleet> reply) override;
    void agent(domain::AgentId id, ports::FleetQuery query, ports::Reply<ports::AgentPage> reply) override;

private:
    using Question = std::function<void()>;
    using Time = std::chrono::steady_clock::time_point;

    /// A commit that was published, and where in the record it begins.
    struct Commit {
        std::uint64_t begin = 0;
        record::PublishedPtr published;
    };
    class History;

    void ask(Question question);
    void serve();
    void answer_questions(std::unique_lock<std::mutex>& guard);
    /// True when there is more to fold at once.
    [[nodiscard]] bool fold_some();
    [[nodiscard]] bool fold_commit(const Commit& commit);
    [[nodiscard]] base::Result<bool> fold_stored();
    [[nodiscard]] base::Done fold_entry(const store::Entry& entry);
    [[nodiscard]] base::Done open();
    [[nodiscard]] base::Result<std::vector<projection::Told>> told_of(const domain::TransactionKey& key);
    [[nodiscard]] base::Result<ports::OrdersPage> find_orders(const ports::OrdersQuery& query);
    void start_again();
    [[nodiscard]] const policy::Document* policy_in_force();
    void begin_with_kept();
    [[nodiscard]] base::Result<domain::Digest> last_leaf(std::uint64_t folded);
    /// Puts the books beside the store when so many entries were folded since they last were.
    void keep_books(std::uint64_t entries);
    [[nodiscard]] ports::BookState state() const;
    void tell();

    std::filesystem::path folder_;

    // Of the thread alone.
    std::unique_ptr<projection::Books> books_;
    wire::Decoder decoder_;
    projection::SetAside outside_;
    Keep keep_ = Keep::nothing;
    std::uint64_t kept_ = 0; ///< where the books stood when they were last put beside the store
    bool has_caught_up_ = false;
    std::optional<base::Fault> fault_;
    std::optional<ports::BookState> told_;
    Time told_at_{};
    std::vector<ports::Subscription<ports::BookState>> followers_;

    std::shared_ptr<const policy::Document> policy_; ///< as last read
    Time policy_read_{};

    std::uint64_t stored_entries_ = 0;                ///< as the store last said
    std::atomic<std::uint64_t> published_entries_{0}; ///< as the writing thread last said

    std::mutex mutex_; ///< everything below; the reader is set and interrupted under it, used without it
    std::condition_variable wake_;
    std::deque<Question> questions_;
    std::deque<Commit> commits_;
    bool ending_ = false;
    std::optional<store::Reader> reader_;
    std::thread thread_;
};

} // namespace archive
