// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/row_mapper.h"

#include "app/base/encoding.h"
#include "app/mapping/amounts.h"
#include "app/mapping/dates.h"
#include "app/mapping/sha256.h"
#include "app/mapping/text_tools.h"

#include <algorithm>
#include <utility>

namespace mapping {

namespace {

base::Fault at(base::Fault fault, const std::string& column) {
    fault.where = column;
    return fault;
}

std::string digest_of(std::string_view text) {
    Sha256 hash;
    hash.add(text);
    return base::to_hex(hash.result()).substr(0, 32);
}

} // namespace

RowMapper::RowMapper(Columns columns, CsvMapping mapping, Emitter& emitter)
    : columns_(std::move(columns))
    , mapping_(std::move(mapping))
    , emitter_(emitter) {
    emitter_.summary().notes = columns_.notes();
}

void RowMapper::take(const CsvRow& row) {
    ++emitter_.summary().rows;
    const RowIds::Id id = row.fault ? ids_.of_bytes(row.raw) : ids_.of_fields(row.fields);
    if (row.fault) {
        set_aside(row, id, *row.fault);
        return;
    }
    const bool blank = std::all_of(row.fields.begin(), row.fields.end(),
                                   [](const std::string& field) { return trimmed(field).empty(); });
    if (blank) {
        set_aside(row, id, {base::FaultCode::malformed, "the row is blank", {}});
        return;
    }
    if (row.fields.size() != columns_.count()) {
        set_aside(row, id,
                  {base::FaultCode::malformed,
                   "the row has " + std::to_string(row.fields.size()) + " fields and the header " +
                       std::to_string(columns_.count()),
                   {}});
        return;
    }
    auto reading = read(row);
    if (!reading) {
        set_aside(row, id, std::move(reading).fault());
        return;
    }
    emit(row, id, *std::move(reading));
}

void RowMapper::finish() {
    emitter_.summary().repeated_rows = ids_.repeated();
    emitter_.summary().content = ids_.content();
}

base::Result<base::Instant> RowMapper::read_time(const CsvRow& row) const {
    auto text = columns_.value(row.fields, &CsvMapping::time);
    if (!text) {
        return std::move(text).fault();
    }
    for (const std::string& format : mapping_.date_formats) {
        if (auto time = read_date(*text, format)) {
            return time;
        }
    }
    std::string formats;
    for (const std::string& format : mapping_.date_formats) {
        formats += (formats.empty() ? "" : " or ") + format;
    }
    return base::Fault{base::FaultCode::malformed, in_quotes(*text) + " is no date of the form " + formats,
                       columns_.name_of(&CsvMapping::time)};
}

base::Result<domain::Currency> RowMapper::read_currency(const CsvRow& row) const {
    auto code = columns_.value(row.fields, &CsvMapping::currency);
    if (!code) {
        return std::move(code).fault();
    }
    auto currency = domain::Currency::from_code(*code);
    if (!currency) {
        return base::Fault{currency.fault().code, in_quotes(*code) + " is no current ISO 4217 currency",
                           columns_.name_of(&CsvMapping::currency)};
    }
    return currency;
}

base::Result<domain::Money> RowMapper::read_money(const CsvRow& row, FieldRule CsvMapping::*field) const {
    auto currency = read_currency(row);
    if (!currency) {
        return std::move(currency).fault();
    }
    auto text = columns_.value(row.fields, field);
    if (!text) {
        return std::move(text).fault();
    }
    auto amount = read_amount(*text, mapping_.decimal, *currency);
    if (!amount) {
        base::Fault fault = at(std::move(amount).fault(), columns_.name_of(field));
        fault.detail = in_quotes(*text) + ": " + fault.detail;
        return fault;
    }
    return amount;
}

/// Gross must be there. Of net and tax the one that is missing follows from the other; without both, tax is unknown
/// and counts as nothing.
base::Done RowMapper::read_amounts(const CsvRow& row, domain::Subject& subject) const {
    auto gross = read_money(row, &CsvMapping::amount);
    if (!gross) {
        return std::move(gross).fault();
    }
    subject.gross = *gross;
    subject.net = *gross;
    subject.tax = {0, gross->currency};
    const auto has = [&](FieldRule CsvMapping::*field) {
        const auto text = columns_.value(row.fields, field);
        return !text.ok() || !text->empty();
    };
    if (has(&CsvMapping::tax)) {
        auto tax = read_money(row, &CsvMapping::tax);
        if (!tax) {
            return std::move(tax).fault();
        }
        subject.tax = *tax;
        auto net = domain::subtract(*gross, *tax);
        if (!net) {
            return std::move(net).fault();
        }
        subject.net = *net;
    }
    if (!has(&CsvMapping::net)) {
        return {};
    }
    auto net = read_money(row, &CsvMapping::net);
    if (!net) {
        return std::move(net).fault();
    }
    if (has(&CsvMapping::tax) && *net != subject.net) {
        return base::Fault{base::FaultCode::conflict, "net and tax do not add up to the gross amount",
                           columns_.name_of(&CsvMapping::net)};
    }
    auto tax = domain::subtract(*gross, *net);
    if (!tax) {
        return std::move(tax).fault();
    }
    subject.net = *net;
    subject.tax = *tax;
    return {};
}

base::Result<RowMapper::Reading> RowMapper::read(const CsvRow& row) const {
    Reading reading;
    auto time = read_time(row);
    if (!time) {
        return std::move(time).fault();
    }
    reading.time = *time;
    domain::Subject& subject = reading.subject;
    REEVE_TRY(read_amounts(row, subject));
    std::string agent;
    std::string owner;
    std::string supplier;
    std::string description;
    const std::pair<FieldRule CsvMapping::*, std::string*> texts[] = {
        {&CsvMapping::agent, &agent},
        {&CsvMapping::agent_name, &reading.agent_name},
        {&CsvMapping::owner, &owner},
        {&CsvMapping::supplier, &supplier},
        {&CsvMapping::category, &subject.category},
        {&CsvMapping::description, &description},
        {&CsvMapping::cost_centre, &subject.cost_centre},
        {&CsvMapping::po_number, &subject.po_number},
        {&CsvMapping::reference, &reading.reference},
    };
    for (const auto& [field, text] : texts) {
        auto value = columns_.value(row.fields, field);
        if (!value) {
            return std::move(value).fault();
        }
        *text = *std::move(value);
    }
    if (agent.empty()) {
        return base::Fault{base::FaultCode::malformed, "the row does not say which agent bought",
                           columns_.name_of(&CsvMapping::agent)};
    }
    subject.kind =
        subject.gross.minor < 0 ? domain::TransactionKind::return_of_goods : domain::TransactionKind::purchase;
    subject.side = mapping_.side;
    subject.agent = domain::AgentId(std::move(agent));
    subject.owner = domain::OwnerId(std::move(owner));
    subject.supplier = {domain::SupplierId(folded(supplier)), domain::UntrustedText(supplier)};
    subject.payee.name = domain::UntrustedText(std::move(supplier));
    subject.purpose = domain::UntrustedText(std::move(description));
    return reading;
}

void RowMapper::register_agent(const Place& place, const Reading& reading) {
    const domain::Subject& subject = reading.subject;
    if (!agents_.insert(subject.agent).second) {
        return;
    }
    domain::Agent agent;
    agent.id = subject.agent;
    agent.name = domain::UntrustedText(reading.agent_name.empty() ? subject.agent.bytes() : reading.agent_name);
    agent.kind = mapping_.agent_kind;
    agent.owner = subject.owner;
    agent.owner_name = domain::UntrustedText(subject.owner.bytes());
    agent.group = mapping_.agent_group;
    agent.holds_orders = false;
    emitter_.event(place, "agent-" + digest_of(subject.agent.bytes()), domain::EventType::agent_registered,
                   reading.time, std::move(agent));
}

void RowMapper::emit(const CsvRow& row, const RowIds::Id& id, Reading reading) {
    const Place place{row.row, row.line, row.offset, {}};
    register_agent(place, reading);
    domain::TransactionStep done;
    done.transaction = domain::TransactionId(id.short_text);
    done.agent = reading.subject.agent;
    done.amount = reading.subject.gross;
    done.reference = std::move(reading.reference);
    auto version = emitter_.version_of(done.transaction, std::move(reading.subject));
    if (emitter_.event(place, id.text, domain::EventType::transaction_requested, reading.time, std::move(version),
                       "text/csv", row.raw)) {
        emitter_.event(place, id.text + "/completed", domain::EventType::transaction_completed, reading.time,
                       std::move(done));
    }
}

/// The amount of a bad row where it can be read all the same, so that the sums of a file still come out.
std::optional<domain::Money> RowMapper::amount_at_least(const CsvRow& row) const {
    if (row.fields.size() != columns_.count()) {
        return std::nullopt;
    }
    auto amount = read_money(row, &CsvMapping::amount);
    return amount ? std::optional(*amount) : std::nullopt;
}

void RowMapper::set_aside(const CsvRow& row, const RowIds::Id& id, base::Fault reason) {
    // A fault of a field carries its column; one of the record's form carries row, line and field already.
    const Place place{row.row, row.line, row.offset, row.fault ? std::string() : reason.where};
    reason.where = row.fault ? reason.where : describe(place);
    emitter_.quarantine(place, id.text, std::move(reason), row.raw, amount_at_least(row));
}

} // namespace mapping
