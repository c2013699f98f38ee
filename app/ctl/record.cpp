// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/desk.h"
#include "app/ctl/waiting.h"

namespace ctl {

namespace {

constexpr std::chrono::hours for_ever{24 * 365};

const char* name_of(ports::LinkState state) {
    using enum ports::LinkState;
    switch (state) {
    case idle: return "idle";
    case connecting: return "connecting";
    case live: return "live";
    case stale: return "stale";
    case waiting: return "waiting";
    case refused: return "refused";
    }
    return "idle";
}

json::Value value_of(const ports::Health& health) {
    json::Value out = json::Value::object({{"link", json::Value(name_of(health.link))},
                                           {"source", json::Value(health.source.bytes())},
                                           {"entries", json::Value::decimal(health.stored)},
                                           {"gaps", json::Value::decimal(health.gaps)},
                                           {"duplicates", json::Value::decimal(health.duplicates)},
                                           {"conflicts", json::Value::decimal(health.conflicts)},
                                           {"quarantined", json::Value::decimal(health.quarantined)},
                                           {"unsent", json::Value::decimal(health.unsent)}});
    for (const auto& [name, fault] : {std::pair{"link_fault", &health.link_fault},
                                      {"store_fault", &health.store_fault},
                                      {"delivery_fault", &health.delivery_fault}}) {
        if (fault->has_value()) {
            out.set(name, base::describe(**fault));
        }
    }
    return out;
}

/// Says what changed: every state of the link, and every trouble.
class Reporter {
public:
    explicit Reporter(Terminal& terminal)
        : terminal_(terminal) {}

    void take(const ports::Health& health) {
        stored_ = health.stored;
        const std::string state = name_of(health.link);
        const std::string link = health.link_fault ? base::describe(*health.link_fault) : std::string();
        const std::string store = health.store_fault ? base::describe(*health.store_fault) : std::string();
        const std::string delivery = health.delivery_fault ? base::describe(*health.delivery_fault) : std::string();
        const bool changed =
            state != state_ || link != link_fault_ || store != store_fault_ || delivery != delivery_fault_;
        if (changed) {
            terminal_.give(value_of(health));
            static_cast<void>(terminal_.flush()); // somebody may be reading along
            terminal_.remark("link " + state + (link.empty() ? "" : ": " + shown(link)) +
                             (store.empty() ? "" : "; NOT STORING: " + shown(store)) +
                             (delivery.empty() ? "" : "; decisions are not delivered: " + shown(delivery)));
        }
        state_ = state;
        link_fault_ = link;
        store_fault_ = store;
        delivery_fault_ = delivery;
        terminal_.progress("recording, entries:", health.stored, 0);
        refused_ = health.link == ports::LinkState::refused ? health.link_fault : std::nullopt;
    }

    [[nodiscard]] std::uint64_t stored() const { return stored_; }
    /// Why the gateway will never be listened to, if so.
    [[nodiscard]] const std::optional<base::Fault>& refused() const { return refused_; }

private:
    Terminal& terminal_;
    std::uint64_t stored_ = 0;
    std::string state_;
    std::string link_fault_;
    std::string store_fault_;
    std::string delivery_fault_;
    std::optional<base::Fault> refused_;
};

Outcome run_record(Context& context) {
    const auto count = number_of(context.arguments, "count");
    if (!count) {
        return count.fault();
    }
    const std::string file = context.arguments.value("connection");
    auto connection =
        premises::read_connection(file.empty() ? context.folders.connection() : std::filesystem::path(file));
    if (!connection) {
        return std::move(connection).fault();
    }
    auto setup = RecordSetup::make(context.folders, "reevectl record");
    if (!setup) {
        return std::move(setup).fault();
    }
    auto desk = Desk::open(context.folders, *setup, *std::move(connection), context.clock);
    if (!desk) {
        return std::move(desk).fault();
    }
    QObject listener;
    Reporter reporter(context.terminal);
    (*desk)->newsroom().watch_health(ports::Subscription<ports::Health>(
        &listener, [&reporter](const std::shared_ptr<const ports::Health>& health) { reporter.take(*health); }));
    REEVE_TRY((*desk)->start());
    const auto over = [&] {
        return reporter.refused().has_value() || (*count && reporter.stored() >= **count) || context.terminal.broken();
    };
    const auto waited = wait_until(over, for_ever, context.interrupt);
    const auto stopped = (*desk)->stop();
    context.terminal.end_progress();
    if (!stopped) {
        return stopped.fault();
    }
    if (reporter.refused()) {
        return *reporter.refused();
    }
    if (!waited && waited.fault().code != base::FaultCode::cancelled) {
        return waited.fault();
    }
    context.terminal.remark("stopped; everything received is in the record");
    return ExitCode::done;
}

} // namespace

Command record_command() {
    return {{"record",
             "",
             "Keeps the record of a gateway's feed while no console is open",
             "Acknowledges an event upstream only after it is durable, delivers decisions that wait in the outbox, and "
             "writes for\nother programs of the same user. Ends cleanly on SIGINT and SIGTERM.",
             {{"connection", "FILE",
               "the gateway (default: connection.json in the state folder); or what "
               "reeve-sandbox prints",
               false},
              {"count", "N", "ends when the record has N entries", false}},
             0,
             0},
            run_record};
}

} // namespace ctl
