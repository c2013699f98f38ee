// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/platform.h"

#include "app/crypto/digest.h"
#include "app/wire/event_codec.h"

#include <algorithm>

namespace sandbox {

using base::Fault;
using base::FaultCode;
using domain::EventType;

namespace {

constexpr std::size_t group_bytes = 256 * 1024;
constexpr std::chrono::microseconds tick_pause{10'000};
/// Events per second of the whole simulation; above, the fast path makes the rest.
constexpr double most_simulated = 2000;
constexpr std::uint64_t burst_group = 1000;
constexpr std::string_view own_rules = "house-rules/1";

} // namespace

Platform::Platform(const Options& options, Identity& identity, Timeline& timeline, Press::Sink sink)
    : options_(options)
    , identity_(identity)
    , timeline_(timeline)
    , press_(identity.source, book_, timeline, std::move(sink))
    , random_(options.seed)
    , orders_(press_, book_, agenda_, rules_, random_)
    , compensation_(press_, book_, agenda_, orders_)
    , desk_(press_, book_, agenda_, orders_, compensation_, identity)
    , policy_desk_(press_, book_)
    , colleague_(press_, book_, agenda_, desk_, policy_desk_, identity)
    , traffic_(press_, book_, agenda_, orders_, random_)
    , stage_{press_, book_, agenda_, orders_, traffic_, random_, identity.gateway_key} {
    // At high rates the tail of every order (goods, invoice) would pile up: the world turns quicker instead.
    orders_.set_pace(options.pace * std::clamp(50 / std::max(options.rate, 1.0), 0.001, 1.0));
    orders_.set_hold(options.hold);
    colleague_.set_delay(options.colleague_delay);
    if (options.colleague) {
        desk_.set_on_first_signature([this](const domain::SignedDecision& first) { colleague_.notice(first); });
        policy_desk_.set_on_proposal([this](const domain::SignedPolicy& policy) { colleague_.notice(policy); });
    }
}

Platform::~Platform() = default;

base::Done Platform::recover(std::string_view json) {
    auto events = wire::decode_batch(json);
    if (!events) {
        return events.fault();
    }
    for (const domain::Event& event : *events) {
        book_.apply(event);
        if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
            rules_.remember(version->subject, event.time);
        }
    }
    return {};
}

base::Done Platform::begin(std::uint64_t last_sequence) {
    const std::lock_guard lock(mutex_);
    press_.continue_behind(last_sequence);
    timeline_.catch_up(book_.last_time());
    rules_.set_beginning(book_.first_time() == base::Instant{} ? timeline_.now() : book_.first_time());
    if (!options_.state.empty()) {
        const auto withdrawn = withdrawn_in(options_.state);
        if (!withdrawn) {
            return withdrawn.fault();
        }
        policy_desk_.remember(*withdrawn);
    }
    if (last_sequence == 0) {
        found_world();
    } else {
        // Another stream of numbers than before the restart, or every start would repeat the same orders.
        random_ = Random(options_.seed, last_sequence);
        resume_world();
    }
    REEVE_TRY(commit());
    REEVE_TRY(begin_scenarios());
    REEVE_TRY(begin_rehearsal());
    REEVE_TRY(begin_replay());
    begin_traffic();
    return commit();
}

base::Done Platform::begin_scenarios() {
    for (const std::string& name : options_.scenarios) {
        REEVE_TRY(options_.after > 0 ? know_scenario(name) : play_scenario(stage_, name));
    }
    if (options_.after > 0) {
        play_behind_traffic();
    }
    return {};
}

void Platform::play_behind_traffic() {
    stage_.after(std::chrono::seconds(1), [this] {
        if (press_.next_sequence() <= options_.after) {
            play_behind_traffic();
            return;
        }
        // A quiet week, so that what belongs together and what is alike is the scenario's own.
        for (const Machine& each : machines()) {
            traffic_.silence(each.id);
        }
        stage_.after(std::chrono::hours(7 * 24), [this] {
            for (const Machine& each : machines()) {
                traffic_.wake(each.id);
            }
            for (const std::string& name : options_.scenarios) {
                (void)play_scenario(stage_, name); // known since the beginning
            }
        });
    });
}

void Platform::begin_traffic() {
    if (options_.burst || options_.rate > most_simulated) {
        burst_ = std::make_unique<Burst>(press_.source(), options_.seed);
        burst_since_ = timeline_.now();
    }
    if (!options_.fleet || options_.burst) {
        return;
    }
    traffic_.end_behind(options_.after > 0 ? options_.after : options_.count);
    traffic_.begin(std::min(options_.rate, most_simulated));
    if (options_.after == 0 && options_.scenario_every.count() > 0 && options_.rate > 0) {
        weave_scenarios(stage_, options_.scenario_every);
    }
}

base::Done Platform::begin_replay() {
    if (options_.replay.empty()) {
        return {};
    }
    auto replay = Replay::open(options_.replay, options_.mapping, options_.speed);
    if (!replay) {
        return replay.fault();
    }
    replay_ = std::move(*replay);
    replay_->begin(stage_);
    return {};
}

base::Done Platform::begin_rehearsal() {
    if (!options_.print || options_.scenarios != std::vector<std::string>{"all"}) {
        return {};
    }
    auto rehearsal = Rehearsal::make(options_.seed, press_, book_, agenda_, desk_, compensation_);
    if (!rehearsal) {
        return rehearsal.fault();
    }
    rehearsal_ = std::move(*rehearsal);
    rehearsal_->begin(identity_.colleague_key.public_key());
    return {};
}

bool Platform::is_enough() const {
    return options_.count > 0 && press_.next_sequence() > options_.count;
}

base::Result<bool> Platform::run_burst(base::Instant now) {
    if (!burst_ || is_enough()) {
        return false;
    }
    std::uint64_t wanted = burst_group;
    if (!options_.burst) {
        // The rate that is asked for, less what the simulation makes.
        const double seconds = std::chrono::duration<double>(now - burst_since_).count();
        wanted = static_cast<std::uint64_t>((options_.rate - most_simulated) * seconds);
        if (wanted < Burst::events_of_an_order) {
            return false;
        }
        burst_since_ = now;
        wanted = std::min(wanted, std::uint64_t{20'000});
    }
    if (options_.count > 0) {
        wanted = std::min(wanted, options_.count + 1 - press_.next_sequence());
    }
    while (wanted > 0) {
        const std::uint64_t group = std::min(wanted, burst_group);
        burst_->emit(press_, group);
        REEVE_TRY(commit());
        wanted -= group;
    }
    return options_.burst && !is_enough();
}

void Platform::found_world() {
    const base::Instant now = timeline_.now();
    press_.emit(EventType::policy_published, domain::PolicyPublished{std::string(own_rules), crypto::sha256(own_rules),
                                                                     domain::PersonId("platform"), std::nullopt});
    for (const Agreement& each : agreements()) {
        press_.emit(EventType::contract_published, contract_of(each, now));
    }
    for (const Item& each : items()) {
        press_.emit(EventType::price_published, catalogue_price_of(each));
        if (!each.stock.empty()) {
            press_.emit(EventType::stock_counted,
                        domain::StockCounted{std::string(each.id), "central store", std::string(each.stock),
                                             std::string(each.unit)});
        }
    }
    for (const Machine& each : machines()) {
        domain::Agent agent = agent_of(each);
        if (agent.budget) {
            agent.budget->minor = budget_for(each, options_.fleet ? std::min(options_.rate, most_simulated) : 0);
        }
        press_.emit(EventType::agent_registered, std::move(agent));
        press_.emit(EventType::mandate_granted, mandate_of(each, now));
    }
}

void Platform::resume_world() {
    orders_.resume();
    compensation_.resume();
    desk_.resume();
}

base::Done Platform::commit() {
    base::Done done = press_.commit();
    if (!done && !fault_) {
        fault_ = done.fault();
    }
    return done;
}

base::Done Platform::run_due(base::Instant now) {
    while (!is_enough() || !options_.print) {
        const auto action = agenda_.take_due(now);
        if (!action) {
            break;
        }
        (*action)();
        if (press_.pending_bytes() > group_bytes) {
            REEVE_TRY(commit());
        }
    }
    return commit();
}

bool Platform::tick() {
    const std::lock_guard lock(mutex_);
    if (timeline_.is_virtual() && options_.print) {
        const auto next = agenda_.next();
        if (!next) {
            return false;
        }
        timeline_.catch_up(*next);
    }
    return run_due(timeline_.now()).ok();
}

void Platform::run() {
    std::unique_lock lock(mutex_);
    while (!stop_ && !fault_) {
        const base::Instant now = timeline_.now();
        const auto more = run_due(now) ? run_burst(now) : base::Result<bool>(Fault{});
        if (!more) {
            return;
        }
        stopping_.wait_for(lock, *more ? std::chrono::microseconds(100) : tick_pause);
    }
}

void Platform::stop() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    stopping_.notify_all();
}

std::optional<Fault> Platform::fault() const {
    const std::lock_guard lock(mutex_);
    return fault_;
}

base::Done Platform::play(const std::string& scenario) {
    const std::lock_guard lock(mutex_);
    REEVE_TRY(play_scenario(stage_, scenario));
    return run_due(timeline_.now());
}

base::Done Platform::advance(std::chrono::seconds by) {
    const std::lock_guard lock(mutex_);
    // Step by step, so that everything on the way happens at its own moment.
    const base::Instant until = timeline_.now() + by;
    for (auto next = agenda_.next(); next && *next <= until; next = agenda_.next()) {
        timeline_.catch_up(*next);
        REEVE_TRY(run_due(timeline_.now()));
    }
    timeline_.catch_up(until);
    return run_due(timeline_.now());
}

} // namespace sandbox
