// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/stored.h"

#include "app/base/encoding.h"
#include "app/ctl/terminal.h"
#include "app/domain/names.h"

namespace ctl {

namespace {

using json::Value;

void set_number(Value& into, const char* name, std::uint64_t number) {
    if (number != 0) {
        into.set(name, Value::decimal(number));
    }
}

} // namespace

Value value_of(const store::Entry& entry) {
    Value out = Value::object({{"index", Value::decimal(entry.index)},
                               {"kind", Value(store::name_of(entry.kind))},
                               {"time", Value(base::to_rfc3339(entry.time))},
                               {"received", Value(base::to_rfc3339(entry.received))},
                               {"leaf", Value(base::to_base64(entry.leaf))}});
    out.set_text("source", entry.source.bytes());
    set_number(out, "sequence", entry.sequence);
    out.set_text("id", entry.id.bytes());
    if (entry.type) {
        out.set("type", domain::type_name(*entry.type));
    }
    out.set_text("agent_id", entry.agent.bytes());
    out.set_text("transaction_id", entry.transaction.bytes());
    if (entry.version != 0) {
        out.set("version", entry.version);
    }
    out.set_text("supplier_id", entry.supplier.bytes());
    out.set_text("category", entry.category);
    if (entry.tier) {
        out.set("tier", domain::name_of(*entry.tier));
    }
    if (entry.amount) {
        out.set("amount", value_of(*entry.amount));
    }
    if (entry.batch != 0) {
        out.set("batch", Value::decimal(entry.batch));
    }
    return out;
}

Value value_of(const store::QuarantineRow& row) {
    return Value::object({{"what", Value("quarantine")},
                          {"index", Value::decimal(row.index)},
                          {"source", Value(row.source.bytes())},
                          {"code", Value(base::name_of(row.code))},
                          {"reason", Value(row.detail)},
                          {"place", Value(row.place)},
                          {"bytes", Value::decimal(row.size)},
                          {"times", Value::decimal(row.times)},
                          {"received", Value(base::to_rfc3339(row.received))}});
}

Value value_of(const store::ConflictRow& row) {
    Value out = Value::object({{"what", Value("conflict")},
                               {"index", Value::decimal(row.index)},
                               {"contradicts", Value::decimal(row.other)},
                               {"kind", Value(store::name_of(row.kind))},
                               {"source", Value(row.source.bytes())},
                               {"times", Value::decimal(row.times)},
                               {"received", Value(base::to_rfc3339(row.received))}});
    out.set_text("id", row.id.bytes());
    set_number(out, "sequence", row.sequence);
    out.set_text("transaction_id", row.transaction.bytes());
    return out;
}

Value value_of(const store::DuplicateRow& row) {
    return Value::object({{"what", Value("duplicate")},
                          {"index", Value::decimal(row.index)},
                          {"source", Value(row.source.bytes())},
                          {"id", Value(row.id.bytes())},
                          {"times", Value::decimal(row.times)},
                          {"last_received", Value(base::to_rfc3339(row.last_received))}});
}

Value value_of(const store::GapRow& row) {
    return Value::object({{"what", Value("gap")},
                          {"source", Value(row.source.bytes())},
                          {"from", Value::decimal(row.from)},
                          {"to", Value::decimal(row.to)},
                          {"filled", Value(row.filled)},
                          {"given_up", Value(row.given_up)},
                          {"noticed", Value(base::to_rfc3339(row.noticed))}});
}

Value value_of(const store::SourceRow& row) {
    return Value::object({{"source", Value(row.source.bytes())},
                          {"highest", Value::decimal(row.highest)},
                          {"contiguous", Value::decimal(row.contiguous)},
                          {"settled", Value::decimal(row.settled)},
                          {"events", Value::decimal(row.events)},
                          {"duplicates", Value::decimal(row.duplicates)},
                          {"conflicts", Value::decimal(row.conflicts)},
                          {"quarantined", Value::decimal(row.quarantined)},
                          {"open_gaps", Value::decimal(row.open_gaps)},
                          {"last_received", Value(base::to_rfc3339(row.last_received))}});
}

Value value_of(const store::BatchRow& row) {
    Value out = Value::object({{"batch", Value::decimal(row.number)},
                               {"source", Value(row.source.bytes())},
                               {"state", Value(store::name_of(row.state))},
                               {"content", Value(base::to_base64(row.content))},
                               {"events", Value::decimal(row.events)},
                               {"duplicates", Value::decimal(row.duplicates)},
                               {"begun", Value(base::to_rfc3339(row.begun))}});
    if (row.same_as) {
        out.set("same_as_batch", Value::decimal(*row.same_as));
    }
    if (row.ended != base::Instant{}) {
        out.set("ended", base::to_rfc3339(row.ended));
    }
    return out;
}

Value value_of(const store::DecisionRow& row) {
    Value out = Value::object({{"decision_id", Value(row.id.bytes())},
                               {"state", Value(domain::name_of(row.state))},
                               {"verb", Value(domain::name_of(row.verb))},
                               {"source", Value(row.source.bytes())},
                               {"person_id", Value(row.person.bytes())},
                               {"attempts", Value(row.attempts)},
                               {"created", Value(base::to_rfc3339(row.created))},
                               {"changed", Value(base::to_rfc3339(row.changed))}});
    out.set_text("transaction_id", row.transaction.bytes());
    if (row.version != 0) {
        out.set("version", row.version);
    }
    out.set_text("agent_id", row.agent.bytes());
    out.set_text("cause", row.cause);
    return out;
}

} // namespace ctl
