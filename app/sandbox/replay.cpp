// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/replay.h"

#include "app/wire/event_codec.h"

#include <algorithm>

namespace sandbox {

namespace {

constexpr std::size_t read_ahead = 500;
constexpr auto longest_pause = std::chrono::seconds(2);
constexpr auto shortest_pause = std::chrono::milliseconds(100);

} // namespace

base::Result<std::unique_ptr<Replay>> Replay::open(const std::vector<std::filesystem::path>& files,
                                                   const std::string& mapping, double speed) {
    const auto found = mapping::find(mapping);
    if (!found) {
        return found.fault();
    }
    std::unique_ptr<Replay> replay(new Replay(std::max(speed, 0.001)));
    for (const auto& file : files) {
        auto reader = mapping::Reader::open(file, *found);
        if (!reader) {
            return reader.fault();
        }
        replay->readers_.push_back(std::move(*reader));
    }
    return replay;
}

bool Replay::fill() {
    while (items_.empty() && !readers_.empty()) {
        auto batch = readers_.front()->next(read_ahead);
        if (!batch) {
            fault_ = batch.fault();
            readers_.clear();
            return false;
        }
        if (batch->empty()) {
            readers_.pop_front();
        }
        items_.insert(items_.end(), std::make_move_iterator(batch->begin()), std::make_move_iterator(batch->end()));
    }
    return !items_.empty();
}

std::optional<domain::Event> Replay::next() {
    while (fill()) {
        mapping::Item item = std::move(items_.front());
        items_.pop_front();
        if (auto* event = std::get_if<domain::Event>(&item.what)) {
            return std::move(*event);
        }
        left_out_ += std::holds_alternative<mapping::Quarantined>(item.what) ? 1 : 0;
    }
    return std::nullopt;
}

base::Microseconds Replay::pause_before(base::Instant when) {
    const auto gap = latest_ ? std::max(when - *latest_, base::Microseconds::zero()) : base::Microseconds::zero();
    latest_ = std::max(latest_.value_or(when), when);
    const auto scaled = [this](auto duration) {
        const auto microseconds = std::chrono::duration_cast<base::Microseconds>(duration).count();
        return base::Microseconds(static_cast<std::int64_t>(static_cast<double>(microseconds) / speed_));
    };
    return std::max(scaled(shortest_pause), std::min<base::Microseconds>(scaled(gap), longest_pause));
}

void Replay::begin(const Stage& stage) {
    plan(stage);
}

void Replay::plan(const Stage& stage) {
    auto event = next();
    if (!event) {
        return;
    }
    const base::Microseconds pause = pause_before(event->time);
    stage.after(pause, [this, &stage, event = std::move(*event)] {
        tell(stage, event);
        // What belongs to the same moment of the same transaction follows at once.
        plan(stage);
    });
}

void Replay::tell(const Stage& stage, domain::Event event) {
    const auto upstream = wire::upstream_of(event);
    if (auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        if (stage.book.order(version->key.id) != nullptr) {
            return; // told before a restart
        }
        version->key.source = stage.press.source();
        version->digest = digest_of(*version);
    } else if (const auto* step = std::get_if<domain::TransactionStep>(&event.payload)) {
        const Order* order = stage.book.order(step->transaction);
        if (order == nullptr || order->last_step == event.type) {
            return;
        }
    }
    if (event.type) {
        stage.press.emit(*event.type, std::move(event.payload), upstream ? *upstream : std::optional<wire::Upstream>());
    }
}

} // namespace sandbox
