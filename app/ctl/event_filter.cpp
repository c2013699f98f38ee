// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/event_filter.h"

#include "app/domain/names.h"

namespace ctl {

namespace {

base::Fault wrong(const std::string& option, const std::string& what) {
    return {base::FaultCode::invalid_argument, "--" + option + " needs " + what, {}};
}

template <class Id>
void read_id(const Arguments& arguments, const char* option, std::optional<Id>& into) {
    if (arguments.has(option)) {
        into = Id(arguments.value(option));
    }
}

/// A day ("2014-05-01") is its first moment.
base::Done read_time(const Arguments& arguments, const char* option, std::optional<base::Instant>& into) {
    if (!arguments.has(option)) {
        return {};
    }
    const std::string text = arguments.value(option);
    const auto time = base::from_rfc3339(text.size() == 10 ? text + "T00:00:00Z" : text);
    if (!time) {
        return wrong(option, "a day (2014-05-01) or a time (2014-05-01T12:00:00Z)");
    }
    into = *time;
    return {};
}

base::Done read_amounts(const Arguments& arguments, store::EntryFilter& filter) {
    if (arguments.has("currency")) {
        const auto currency = domain::Currency::from_code(arguments.value("currency"));
        if (!currency) {
            return wrong("currency", "an ISO 4217 code, e.g. GBP");
        }
        filter.currency = *currency;
    }
    for (const auto& [option, into] : {std::pair{"at-least", &filter.amount_least}, {"at-most", &filter.amount_most}}) {
        if (!arguments.has(option)) {
            continue;
        }
        if (!filter.currency) {
            return wrong(option, "--currency beside it");
        }
        const auto amount = domain::from_decimal(arguments.value(option), *filter.currency);
        if (!amount) {
            return wrong(option, "a plain amount, e.g. 1200.50");
        }
        *into = amount->minor;
    }
    return {};
}

/// "transaction.requested" or the whole CloudEvents type.
std::optional<domain::EventType> type_of(const std::string& text) {
    const auto whole = domain::event_type(text);
    return whole ? whole : domain::event_type("dev.reeve." + text + ".v1");
}

} // namespace

std::vector<OptionSpec> filter_options() {
    return {{"source", "SOURCE", "of one feed or file, e.g. file:birmingham-pcard/2014-05", false},
            {"kind", "KIND", "event, verdict, decision, receipt, quarantine, batch, ...", false},
            {"type", "TYPE", "e.g. transaction.requested", false},
            {"agent", "ID", "of one agent", false},
            {"transaction", "ID", "of one transaction", false},
            {"supplier", "ID", "of one supplier", false},
            {"category", "NAME", "of one category", false},
            {"tier", "TIER", "automatic, confirm, sign_off, dual_sign_off or blocked", false},
            {"currency", "CODE", "amounts in this currency", false},
            {"at-least", "AMOUNT", "amounts from here on (with --currency)", false},
            {"at-most", "AMOUNT", "amounts up to here (with --currency)", false},
            {"from", "TIME", "happened at this day or time, or later", false},
            {"to", "TIME", "happened before this day or time", false},
            {"batch", "NUMBER", "of one import", false},
            {"without-suspected", "", "leaves out suspected and discarded duplicates", false}};
}

base::Result<store::EntryFilter> filter_of(const Arguments& arguments) {
    store::EntryFilter filter;
    read_id(arguments, "source", filter.source);
    read_id(arguments, "agent", filter.agent);
    read_id(arguments, "transaction", filter.transaction);
    read_id(arguments, "supplier", filter.supplier);
    if (arguments.has("category")) {
        filter.category = arguments.value("category");
    }
    if (arguments.has("kind") && !(filter.kind = store::entry_kind(arguments.value("kind")))) {
        return wrong("kind", "a kind of entry, e.g. event or decision");
    }
    if (arguments.has("type") && !(filter.type = type_of(arguments.value("type")))) {
        return wrong("type", "a type of event, e.g. transaction.requested");
    }
    if (arguments.has("tier") && !(filter.tier = domain::from_name<domain::Tier>(arguments.value("tier")))) {
        return wrong("tier", "automatic, confirm, sign_off, dual_sign_off or blocked");
    }
    REEVE_TRY(read_amounts(arguments, filter));
    REEVE_TRY(read_time(arguments, "from", filter.time_from));
    REEVE_TRY(read_time(arguments, "to", filter.time_to));
    const auto batch = number_of(arguments, "batch");
    if (!batch) {
        return batch.fault();
    }
    if (*batch) {
        filter.batch = static_cast<std::int64_t>(**batch);
    }
    filter.without_suspected = arguments.has("without-suspected");
    return filter;
}

} // namespace ctl
