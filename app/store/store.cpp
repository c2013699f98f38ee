// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/store/row_codec.h"

#include <algorithm>
#include <random>
#include <set>
#include <utility>

namespace store {

namespace {

constexpr std::string_view hash_key_name = "hash_key";

std::uint64_t free_bytes_of(const std::filesystem::path& folder) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    return error ? ~std::uint64_t{0} : space.available; // a disk that cannot say is found out by writing
}

std::string random_key() {
    std::random_device device;
    std::string key;
    for (int i = 0; i < 16; ++i) {
        key.push_back(static_cast<char>(device() & 0xffU));
    }
    return key;
}

} // namespace

Store::Store(StoreOptions options, std::unique_ptr<Connection> connection)
    : options_(std::move(options))
    , log_wait_bytes_(options_.log_hard_bytes)
    , connection_(std::move(connection))
    , statements_(*connection_)
    , mover_(options_.backend, options_.folder) {}

Store::~Store() = default;

base::Result<std::unique_ptr<Store>> Store::open(StoreOptions options) {
    if (options.backend == nullptr) {
        options.backend = std::make_shared<SqliteBackend>();
    }
    if (!options.free_bytes) {
        options.free_bytes = free_bytes_of;
    }
    auto connection = options.backend->open(options.folder, Access::write);
    if (!connection) {
        return connection.fault();
    }
    REEVE_TRY(migrate(*options.backend, **connection));
    std::unique_ptr<Store> store(new Store(std::move(options), std::move(*connection)));
    REEVE_TRY(store->prepare_meta());
    return store;
}

/// The hash key is made with the store, and the table of rules is brought up to what `domain` says.
base::Done Store::prepare_meta() {
    auto key = meta(hash_key_name);
    if (!key) {
        return key.fault();
    }
    if (!*key) {
        *key = random_key();
        REEVE_TRY(in_one([&] { return set_meta(hash_key_name, **key); }));
    }
    REEVE_TRY(prepare_rules());
    std::array<std::uint64_t, 2> words{};
    if ((*key)->size() != sizeof words) {
        return damaged("meta");
    }
    std::copy((*key)->begin(), (*key)->end(), reinterpret_cast<char*>(words.data()));
    hash_ = base::KeyedHash(words[0], words[1]);
    return {};
}

/// A store that an earlier version made knows fewer steps of decisions than this one.
base::Done Store::prepare_rules() {
    std::vector<std::pair<int, int>> missing;
    constexpr int last = static_cast<int>(domain::DecisionState::not_applied);
    std::set<std::pair<int, int>> known;
    REEVE_TRY(statements_.each(
        "SELECT from_state, to_state FROM decision_rule", [](Statement&) {},
        [&known](const Statement& row) {
            known.emplace(static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)));
            return base::Done();
        }));
    for (int from = 0; from <= last; ++from) {
        for (int to = 0; to <= last; ++to) {
            if (domain::may_follow(static_cast<domain::DecisionState>(from), static_cast<domain::DecisionState>(to)) &&
                !known.contains({from, to})) {
                missing.emplace_back(from, to);
            }
        }
    }
    if (missing.empty()) {
        return {};
    }
    return in_one([&]() -> base::Done {
        for (const auto& [from, to] : missing) {
            REEVE_TRY(statements_.run("INSERT INTO decision_rule VALUES(?1, ?2)",
                                      [from = from, to = to](Statement& statement) {
                                          statement.bind(1, from);
                                          statement.bind(2, to);
                                      }));
        }
        return {};
    });
}

/// Runs `work` in a transaction of its own.
base::Done Store::in_one(const std::function<base::Done()>& work) {
    REEVE_TRY(connection_->begin_write());
    auto done = work();
    if (done) {
        done = connection_->commit();
    }
    if (!done) {
        connection_->rollback();
    }
    return done;
}

base::Done Store::check_space() const {
    if (options_.free_bytes(options_.folder) < options_.free_floor) {
        return base::Fault{base::FaultCode::disk_full,
                           "less than " + std::to_string(options_.free_floor >> 20U) +
                               " MiB are free on the disk of the store; free some space, recording goes on by itself",
                           options_.folder.string()};
    }
    return {};
}

base::Done Store::begin() {
    REEVE_TRY(check_space());
    return connection_->begin_write();
}

base::Done Store::commit() {
    auto done = connection_->commit();
    if (!done) {
        connection_->rollback();
    }
    return done;
}

void Store::rollback() {
    connection_->rollback();
}

base::Result<bool> Store::moved_beside() {
    const std::uint64_t now = connection_->log_bytes();
    if (mover_.state() == LogMover::State::moving) {
        return false;
    }
    move_began_ = std::min(move_began_, now); // it was begun anew
    const std::uint64_t left = now - move_began_;
    if (mover_.state() == LogMover::State::moved) {
        REEVE_TRY(mover_.finish());
        const bool shrinks = move_left_ == 0 || left < move_left_ - move_left_ / 8;
        move_left_ = left;
        const bool little = left <= options_.log_soft_bytes / 32 || (left <= options_.log_soft_bytes / 8 && !shrinks);
        if (now >= options_.log_soft_bytes && little) {
            return true;
        }
    }
    // A little at a time: while much is synced at once, commits wait for the disk.
    if (left >= options_.log_soft_bytes / 16 || now >= options_.log_soft_bytes) {
        move_began_ = now;
        mover_.start();
    }
    return false;
}

base::Done Store::tidy() {
    const std::uint64_t log = connection_->log_bytes();
    const bool wait = log >= log_wait_bytes_;
    if (wait && mover_.state() == LogMover::State::moving) {
        REEVE_TRY(mover_.finish()); // the bound holds while the disk is slow as well
    }
    if (!wait && options_.moves_log_beside) {
        const auto moved = moved_beside();
        if (!moved || !*moved) {
            return moved ? base::Done() : base::Done(moved.fault());
        }
    } else if (log < options_.log_soft_bytes) {
        return {};
    }
    const auto left = connection_->tidy_log(wait);
    if (!left) {
        return left.fault();
    }
    if (*left < options_.log_hard_bytes) {
        log_wait_bytes_ = options_.log_hard_bytes;
    } else if (wait) { // a reader stayed nevertheless: it is waited for again when the log has grown as much again
        log_wait_bytes_ = *left + options_.log_hard_bytes;
    }
    return {};
}

base::Result<std::optional<std::string>> Store::meta(std::string_view key) {
    std::optional<std::string> value;
    REEVE_TRY(statements_.each(
        "SELECT value FROM meta WHERE key = ?1", [&](Statement& statement) { statement.bind_text(1, key); },
        [&](const Statement& row) {
            value = copy(row.blob(0));
            return base::Done();
        }));
    return value;
}

base::Done Store::set_meta(std::string_view key, std::string_view value) {
    return statements_.run("INSERT INTO meta VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                           [&](Statement& statement) {
                               statement.bind_text(1, key);
                               statement.bind_blob(2, value);
                           });
}

base::Done Store::insert_node(unsigned level, std::uint64_t position, const domain::Digest& hash) {
    return statements_.run("INSERT INTO tree_node VALUES(?1, ?2, ?3)", [&](Statement& statement) {
        statement.bind(1, level);
        statement.bind(2, stored(position));
        statement.bind_blob(3, view(hash));
    });
}

base::Result<std::vector<domain::Digest>> Store::nodes(unsigned level, std::uint64_t first, std::size_t count) {
    return read_nodes(statements_, level, first, count);
}

base::Done Store::insert_checkpoint(const CheckpointRow& row) {
    return statements_.run("INSERT INTO checkpoint VALUES(?1, ?2, ?3, ?4) ON CONFLICT(size) DO UPDATE SET "
                           "note = excluded.note, made = excluded.made",
                           [&](Statement& statement) {
                               statement.bind(1, stored(row.size));
                               statement.bind_blob(2, view(row.root));
                               statement.bind_text(3, row.note);
                               statement.bind(4, micros(row.made));
                           });
}

base::Result<std::optional<CheckpointRow>> Store::last_checkpoint() {
    std::optional<CheckpointRow> last;
    REEVE_TRY(statements_.each(
        "SELECT " REEVE_CHECKPOINT_COLUMNS " FROM checkpoint ORDER BY size DESC LIMIT 1", [](Statement&) {},
        [&](const Statement& row) -> base::Done {
            auto found = read_checkpoint(row);
            if (!found) {
                return found.fault();
            }
            last = std::move(*found);
            return {};
        }));
    return last;
}

} // namespace store
