// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pipeline with all its stages (strict decode, identity, case fold, salted commitment, leaf, tree, rows, one commit
// per batch with synchronous=FULL, sealing of index segments) against the raw SQLite C interface that inserts the same
// events as columns that somebody else has parsed already, with three ordinary indexes and a unique id, in batches of
// the same size, also FULL. Both run in turns; the medians are compared.
//
//   bench_pipeline [events per run] [events per batch] [runs]
#include "app/record/recorder.h"
#include "tests/record/feed_maker.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

using SteadyClock = std::chrono::steady_clock;

struct Sizes {
    std::size_t events = 200'000;
    std::size_t batch = 5'000;
    int runs = 5;
};

/// What the raw side is given: columns, parsed before the clock starts.
struct Columns {
    std::string id, agent, transaction, supplier;
    std::int64_t sequence, type, time, amount;
    std::string_view body;
};

struct Input {
    std::vector<record::Frame> frames;
    std::vector<Columns> columns;
    double mean_bytes = 0;
};

/// Requests with their assessments and steps, one in fifty of them escalated; about 600 bytes each.
Input make_input(std::size_t count) {
    FeedMaker feed("urn:bench:gateway");
    Input input;
    input.frames.reserve(count);
    for (std::size_t order = 0; input.frames.size() < count; ++order) {
        const std::string transaction = "transaction-" + std::to_string(order);
        const std::string agent = "agent-" + std::to_string(order % 40);
        const bool escalated = order % 50 == 0;
        std::vector<domain::Event> events;
        events.push_back(feed.requested(transaction, static_cast<std::int64_t>(1000 + order % 90'000), agent));
        if (escalated) {
            events.push_back(feed.assessed(transaction, domain::Tier::confirm));
            events.push_back(feed.step(domain::EventType::transaction_held, transaction));
            events.push_back(feed.step(domain::EventType::transaction_completed, transaction));
        }
        for (const domain::Event& event : events) {
            if (input.frames.size() == count) {
                break;
            }
            input.frames.push_back(FeedMaker::frame(event));
            Columns row{event.id.bytes(),
                        agent,
                        transaction,
                        {},
                        static_cast<std::int64_t>(event.sequence),
                        static_cast<std::int64_t>(*event.type),
                        event.time.time_since_epoch().count(),
                        0,
                        {}};
            if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
                row.supplier = version->subject.supplier.id.bytes();
                row.amount = version->subject.gross.minor;
            }
            input.columns.push_back(std::move(row));
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        input.columns[i].body = input.frames[i].bytes;
        input.mean_bytes += static_cast<double>(input.frames[i].bytes.size()) / static_cast<double>(count);
    }
    return input;
}

/// Seconds of processor that this process used: steady where other programs run beside it.
double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double seconds_since(SteadyClock::time_point start) {
    return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "bench_pipeline: %s\n", why.c_str());
    std::exit(1);
}

double run_ours(const Input& input, const Sizes& sizes, const std::filesystem::path& folder) {
    const base::SystemClock clock;
    record::Options options;
    options.folder = folder;
    auto recorder = record::Recorder::open(options, clock);
    if (!recorder) {
        give_up(describe(recorder.fault()));
    }
    std::vector<std::vector<record::Frame>> batches;
    for (std::size_t at = 0; at < input.frames.size(); at += sizes.batch) {
        const auto first = input.frames.begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t count = std::min(sizes.batch, input.frames.size() - at);
        batches.emplace_back(first, first + static_cast<std::ptrdiff_t>(count));
    }
    const auto start = SteadyClock::now();
    record::Preparer preparer;
    const auto prepare = [&](std::size_t number) { // one batch ahead on another thread, as record::Writer does
        return preparer.prepare(number < batches.size() ? std::move(batches[number]) : std::vector<record::Frame>());
    };
    auto ahead = std::async(std::launch::async, prepare, std::size_t{0});
    for (std::size_t number = 0; number < batches.size(); ++number) {
        auto prepared = ahead.get();
        ahead = std::async(std::launch::async, prepare, number + 1);
        const auto published =
            prepared ? (*recorder)->append(*prepared) : base::Result<record::PublishedPtr>(prepared.fault());
        if (!published || (*published)->counts.events != prepared->frames.size()) {
            give_up(published ? "not every event is new" : describe(published.fault()));
        }
    }
    return static_cast<double>(input.frames.size()) / seconds_since(start);
}

void execute(sqlite3* db, const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        give_up(sqlite3_errmsg(db));
    }
}

void bind_text(sqlite3_stmt* statement, int at, std::string_view text) {
    sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

double run_raw(const Input& input, const Sizes& sizes, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    sqlite3* db = nullptr;
    if (sqlite3_open((folder / "raw.sqlite").c_str(), &db) != SQLITE_OK) {
        give_up("the raw database does not open");
    }
    execute(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32768;"
                "CREATE TABLE event(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sequence INTEGER, type INTEGER,"
                "  time INTEGER, agent TEXT, txn TEXT, supplier TEXT, amount INTEGER, body BLOB);"
                "CREATE INDEX by_agent ON event(agent); CREATE INDEX by_txn ON event(txn);"
                "CREATE INDEX by_time ON event(time);");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO event VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, nullptr);
    const auto start = SteadyClock::now();
    for (std::size_t at = 0; at < input.columns.size(); at += sizes.batch) {
        execute(db, "BEGIN IMMEDIATE");
        for (std::size_t i = at; i < std::min(at + sizes.batch, input.columns.size()); ++i) {
            const Columns& row = input.columns[i];
            sqlite3_bind_int64(insert, 1, static_cast<std::int64_t>(i));
            bind_text(insert, 2, row.id);
            sqlite3_bind_int64(insert, 3, row.sequence);
            sqlite3_bind_int64(insert, 4, row.type);
            sqlite3_bind_int64(insert, 5, row.time);
            bind_text(insert, 6, row.agent);
            bind_text(insert, 7, row.transaction);
            bind_text(insert, 8, row.supplier);
            sqlite3_bind_int64(insert, 9, row.amount);
            sqlite3_bind_blob(insert, 10, row.body.data(), static_cast<int>(row.body.size()), SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE) {
                give_up(sqlite3_errmsg(db));
            }
            sqlite3_reset(insert);
        }
        execute(db, "COMMIT");
    }
    const double rate = static_cast<double>(input.columns.size()) / seconds_since(start);
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return rate;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    Sizes sizes;
    if (argc > 1) {
        sizes.events = std::strtoul(argv[1], nullptr, 10);
    }
    if (argc > 2) {
        sizes.batch = std::strtoul(argv[2], nullptr, 10);
    }
    if (argc > 3) {
        sizes.runs = std::atoi(argv[3]);
    }
    const auto folder = std::filesystem::temp_directory_path() / ("reeve-bench-" + std::to_string(::getpid()));
    const Input input = make_input(sizes.events);
    std::vector<double> ours;
    std::vector<double> raw;
    std::vector<double> ratios;
    for (int run = 0; run < sizes.runs; ++run) {
        const double start = processor_seconds();
        ours.push_back(run_ours(input, sizes, folder / "ours"));
        const double middle = processor_seconds();
        std::filesystem::remove_all(folder);
        raw.push_back(run_raw(input, sizes, folder / "raw"));
        const double end = processor_seconds();
        std::filesystem::remove_all(folder);
        ratios.push_back(ours.back() / raw.back());
        std::fprintf(stderr, "run %d: pipeline %.0f/s (%.1f us of processor an event), raw SQLite %.0f/s (%.1f us)\n",
                     run + 1, ours.back(), (middle - start) * 1e6 / static_cast<double>(sizes.events), raw.back(),
                     (end - middle) * 1e6 / static_cast<double>(sizes.events));
    }
    std::printf("| pipeline against raw SQLite with 3 indexes and a unique id, %zu events of %.0f B, batches of %zu | "
                "%.0f events/s | %.0f events/s | %.2f |\n",
                sizes.events, input.mean_bytes, sizes.batch, median(ours), median(raw), median(ratios));
    return 0;
}
