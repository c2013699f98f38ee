// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/walk.h"

#include "app/store/reader.h"
#include "app/wire/event_codec.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace archive {

namespace {

constexpr std::uint32_t page = 4000;
constexpr std::size_t most_waiting = 3;

/// What one page came to.
struct Piece {
    std::vector<domain::Event> events;
    std::vector<std::size_t> left_out; ///< before which event an unreadable one stood
    std::uint64_t done = 0;
    bool last = false;
    base::Done fault;
};

/// From the reading thread to the caller, so many at most.
class Conveyor {
public:
    /// False: nobody takes any more.
    bool put(Piece piece) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || pieces_.size() < most_waiting; });
        if (closed_) {
            return false;
        }
        pieces_.push_back(std::move(piece));
        changed_.notify_all();
        return true;
    }
    Piece take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !pieces_.empty(); });
        Piece piece = std::move(pieces_.front());
        pieces_.pop_front();
        changed_.notify_all();
        return piece;
    }
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Piece> pieces_;
    bool closed_ = false;
};

base::Result<std::set<std::int64_t>> batches_left_out(const store::Reader& reader) {
    const auto rows = reader.batches(1'000'000);
    if (!rows) {
        return rows.fault();
    }
    std::set<std::int64_t> numbers;
    for (const store::BatchRow& row : *rows) {
        if (row.state == store::BatchState::suspected || row.state == store::BatchState::discarded) {
            numbers.insert(row.number);
        }
    }
    return numbers;
}

Piece read_piece(const store::Reader& reader, wire::Decoder& decoder, const std::set<std::int64_t>& left_out,
                 std::uint64_t from, std::uint64_t end) {
    Piece piece;
    const auto entries = reader.range(from, static_cast<std::uint32_t>(std::min<std::uint64_t>(page, end - from)));
    if (!entries) {
        piece.fault = entries.fault();
        return piece;
    }
    piece.done = from;
    piece.events.reserve(entries->size());
    for (const store::Entry& entry : *entries) {
        piece.done = entry.index + 1;
        if (entry.kind != store::EntryKind::event || left_out.contains(entry.batch)) {
            continue;
        }
        auto event = decoder.decode(entry.body);
        if (!event) {
            piece.left_out.push_back(piece.events.size());
            continue;
        }
        event->raw = {};
        piece.events.push_back(*std::move(event));
    }
    piece.last = entries->empty() || piece.done >= end;
    return piece;
}

/// The orders that were amended, found by the type of the event alone.
base::Done tell_amended(const store::Reader& reader, const std::set<std::int64_t>& left_out, const Walker& walker) {
    store::EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.type = domain::EventType::transaction_amended;
    store::PageRequest request{{}, store::Direction::forward, page, false};
    for (bool more = static_cast<bool>(walker.amended); more;) {
        const auto found = reader.entries(filter, request);
        if (!found) {
            return found.fault();
        }
        for (const store::Entry& entry : found->entries) {
            if (!left_out.contains(entry.batch)) {
                walker.amended({entry.source, entry.transaction}, entry.version);
            }
        }
        more = found->more;
        request.from = found->entries.empty() ? request.from : std::optional(found->entries.back().index);
    }
    return {};
}

void read_all(const store::Reader& reader, const std::set<std::int64_t>& left_out, std::uint64_t end,
              Conveyor& conveyor) {
    wire::Decoder decoder;
    for (std::uint64_t from = 0;;) {
        Piece piece = from < end ? read_piece(reader, decoder, left_out, from, end) : Piece{{}, {}, end, true, {}};
        from = piece.done;
        const bool last = piece.last || !piece.fault;
        if (!conveyor.put(std::move(piece)) || last) {
            return;
        }
    }
}

void hand_over(Piece& piece, const Walker& walker) {
    std::size_t number = 0;
    auto unreadable = piece.left_out.begin();
    for (domain::Event& event : piece.events) {
        for (; unreadable != piece.left_out.end() && *unreadable == number; ++unreadable) {
            walker.leave_out();
        }
        walker.take(std::move(event));
        ++number;
    }
    for (; unreadable != piece.left_out.end(); ++unreadable) {
        walker.leave_out();
    }
}

} // namespace

base::Done walk_record(const std::filesystem::path& store, const Walker& walker) {
    const auto reader = store::Reader::open(store);
    if (!reader) {
        return reader.fault();
    }
    const auto left_out = batches_left_out(*reader);
    const auto status = reader->status();
    if (!left_out || !status) {
        return left_out ? status.fault() : left_out.fault();
    }
    REEVE_TRY(tell_amended(*reader, *left_out, walker));
    const std::uint64_t total = status->entries;
    Conveyor conveyor;
    std::thread reading([&] { read_all(*reader, *left_out, total, conveyor); });
    base::Done outcome;
    for (bool more = true; more;) {
        Piece piece = conveyor.take();
        outcome = piece.fault;
        more = outcome && !piece.last;
        if (outcome) {
            hand_over(piece, walker);
            if (!walker.go_on(piece.done, total)) {
                outcome = base::Fault{base::FaultCode::cancelled, "interrupted", {}};
                more = false;
            }
        }
    }
    conveyor.close();
    reading.join();
    return outcome;
}

} // namespace archive
