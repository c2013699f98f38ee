// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/key_runs.h"

#include "app/base/log.h"
#include "app/base/thread_rank.h"
#include "app/store/key_run.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <optional>
#include <thread>

namespace store {

namespace {

constexpr KeyWord taken = KeyWord{1} << 63U; // a word has 56 bits
/// Full tables that wait for the disk at the same time.
constexpr std::size_t most_waiting = 3;
/// A run is merged again when it is at most so many times as large as what comes in front of it.
constexpr std::uint64_t growth = 3;

/// Keys in memory, twice as many places as keys.
class Table {
public:
    explicit Table(std::size_t keys)
        : slots_(keys * 2, 0) {}

    [[nodiscard]] bool full() const { return used_ * 2 >= slots_.size(); }
    [[nodiscard]] std::size_t used() const { return used_; }
    [[nodiscard]] std::size_t bytes() const { return slots_.size() * sizeof(KeyWord); }

    void insert(KeyWord word) {
        std::size_t place = place_of(word >> segment_bits);
        while (slots_[place] != 0) {
            place = (place + 1) & (slots_.size() - 1);
        }
        slots_[place] = word | taken;
        ++used_;
    }
    void find(std::uint64_t key, std::vector<std::uint16_t>& into) const {
        const KeyWord wanted = (key_word(key, 0) | taken) >> segment_bits;
        for (std::size_t place = place_of(key); slots_[place] != 0; place = (place + 1) & (slots_.size() - 1)) {
            if (slots_[place] >> segment_bits == wanted) {
                into.push_back(static_cast<std::uint16_t>(slots_[place] & 0xffffU));
            }
        }
    }
    void copy(std::vector<KeyWord>& into) const {
        for (const KeyWord word : slots_) {
            if (word != 0) {
                into.push_back(word & ~taken);
            }
        }
    }

private:
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
        return static_cast<std::size_t>(key) & (slots_.size() - 1);
    }
    std::vector<KeyWord> slots_; ///< 0: free
    std::size_t used_ = 0;
};

using TablePtr = std::shared_ptr<const Table>;
using RunPtr = std::shared_ptr<const KeyRun>;

/// What a merging thread was given, and what it came to.
struct Merging {
    std::vector<TablePtr> tables;
    std::vector<RunPtr> runs;
    std::optional<base::Result<RunPtr>> made;
    std::atomic<bool> done{false};
    std::thread thread;
};

} // namespace

class KeyRuns::Impl {
public:
    Impl(std::filesystem::path folder, std::size_t in_memory)
        : folder_(std::move(folder))
        , in_memory_(std::bit_ceil(std::max<std::size_t>(in_memory, 64)))
        , table_(std::make_shared<Table>(in_memory_)) {}
    ~Impl() {
        if (merging_) {
            merging_->thread.join();
        }
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void insert(KeyWord word) {
        table_->insert(word);
        if (table_->full()) {
            waiting_.push_back(std::move(table_));
            table_ = std::make_shared<Table>(in_memory_);
            if (waiting_.size() >= most_waiting && could_write_) {
                adopt(); // the keys come faster than the disk takes them
            }
            merge();
        } else if (merging_ && merging_->done.load(std::memory_order_acquire)) {
            adopt();
            if (could_write_ && !waiting_.empty()) {
                merge();
            }
        }
    }

    base::Done candidates(std::uint64_t key, std::vector<std::uint16_t>& into) const {
        table_->find(key, into);
        for (const TablePtr& table : waiting_) {
            table->find(key, into);
        }
        for (const RunPtr& run : runs_) {
            REEVE_TRY(run->find(key, into));
        }
        return {};
    }

    void settle() {
        adopt();
        if (could_write_ && !waiting_.empty()) {
            merge();
            adopt();
        }
    }

    [[nodiscard]] std::uint64_t size() const {
        std::uint64_t size = table_->used();
        for (const TablePtr& table : waiting_) {
            size += table->used();
        }
        for (const RunPtr& run : runs_) {
            size += run->size();
        }
        return size;
    }
    [[nodiscard]] std::size_t bytes() const {
        std::size_t bytes = table_->bytes() * (1 + waiting_.size());
        for (const RunPtr& run : runs_) {
            bytes += run->bytes();
        }
        return bytes;
    }
    [[nodiscard]] std::size_t runs() const { return runs_.size(); }

private:
    /// Merges what waits, and the runs that are not much larger, on a thread of its own.
    void merge() {
        if (merging_) {
            return;
        }
        merging_ = std::make_unique<Merging>();
        merging_->tables = waiting_;
        std::uint64_t keys = 0;
        for (const TablePtr& table : waiting_) {
            keys += table->used();
        }
        for (auto run = runs_.rbegin(); run != runs_.rend() && (*run)->size() <= growth * keys; ++run) {
            merging_->runs.push_back(*run);
            keys += (*run)->size();
        }
        merging_->thread = std::thread([folder = folder_, work = merging_.get()] {
            base::give_way();
            std::vector<KeyWord> words;
            for (const TablePtr& table : work->tables) {
                words.reserve(words.size() + table->used());
                table->copy(words);
            }
            std::sort(words.begin(), words.end());
            work->made = KeyRun::merge(folder, words, work->runs);
            work->done.store(true, std::memory_order_release);
        });
    }

    /// Waits for the thread and puts its run in the place of what it was made of.
    void adopt() {
        if (!merging_) {
            return;
        }
        merging_->thread.join();
        const std::unique_ptr<Merging> done = std::move(merging_);
        could_write_ = done->made->ok();
        if (!could_write_) {
            qCWarning(base::log_store, "keys stay in memory: %s", base::name_of(done->made->fault().code));
            return;
        }
        runs_.resize(runs_.size() - done->runs.size());
        runs_.push_back(std::move(*done->made).value());
        waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(done->tables.size()));
    }

    std::filesystem::path folder_;
    std::size_t in_memory_;
    std::shared_ptr<Table> table_;
    std::vector<TablePtr> waiting_; ///< full, oldest first; the first of them may be being merged
    std::vector<RunPtr> runs_;      ///< largest first
    std::unique_ptr<Merging> merging_;
    bool could_write_ = true;
};

KeyRuns::KeyRuns(std::filesystem::path folder, std::size_t in_memory)
    : impl_(std::make_unique<Impl>(std::move(folder), in_memory)) {}
KeyRuns::~KeyRuns() = default;
KeyRuns::KeyRuns(KeyRuns&& other) noexcept = default;
KeyRuns& KeyRuns::operator=(KeyRuns&& other) noexcept = default;

void KeyRuns::insert(std::uint64_t key, std::uint16_t segment) {
    impl_->insert(key_word(key, segment));
}

base::Done KeyRuns::candidates(std::uint64_t key, std::vector<std::uint16_t>& into) const {
    return impl_->candidates(key, into);
}

std::uint64_t KeyRuns::size() const {
    return impl_->size();
}

std::size_t KeyRuns::bytes() const {
    return impl_->bytes();
}

std::size_t KeyRuns::runs() const {
    return impl_->runs();
}

void KeyRuns::settle() {
    impl_->settle();
}

} // namespace store
