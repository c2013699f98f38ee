// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/event_filter.h"
#include "app/ctl/stored.h"
#include "app/store/reader.h"
#include "app/text/forms.h"

#include <algorithm>

namespace ctl {

namespace {

constexpr std::uint32_t page_entries = 1000;

enum class Format { table, jsonl, csv };

std::optional<Format> format_of(const Arguments& arguments) {
    const std::string name = arguments.value("format");
    if (name.empty() || name == "table") {
        return Format::table;
    }
    if (name == "jsonl") {
        return Format::jsonl;
    }
    return name == "csv" ? std::optional(Format::csv) : std::nullopt;
}

/// Line breaks can stand in JSON only between its tokens, so that they may become blanks.
std::string one_line(std::string body) {
    std::replace_if(
        body.begin(), body.end(), [](char byte) { return byte == '\n' || byte == '\r'; }, ' ');
    return body + "\n";
}

std::string type_of(const store::Entry& entry) {
    return std::string(entry.type ? domain::type_name(*entry.type) : store::name_of(entry.kind));
}

std::string csv_line(const store::Entry& entry) {
    const std::vector<std::string> fields = {
        std::to_string(entry.index),
        text::for_csv_field(base::to_rfc3339(entry.time)),
        text::for_csv_field(type_of(entry)),
        text::for_csv_field(entry.source.bytes()),
        text::for_csv_field(entry.id.bytes()),
        text::for_csv_field(entry.agent.bytes()),
        text::for_csv_field(entry.transaction.bytes()),
        entry.version == 0 ? std::string() : std::to_string(entry.version),
        text::for_csv_field(entry.supplier.bytes()),
        text::for_csv_field(entry.category),
        entry.amount ? text::for_csv_field(*entry.amount) : std::string(),
        entry.amount ? std::string(entry.amount->currency.code()) : std::string(),
    };
    std::string line;
    for (const std::string& field : fields) {
        line += (line.empty() && &field == &fields.front() ? "" : ",") + field;
    }
    return line + "\r\n";
}

const char* const csv_header =
    "index,time,type,source,id,agent_id,transaction_id,version,supplier_id,category,amount,currency\r\n";

void say_entry(Terminal& terminal, const store::Entry& entry) {
    std::string line =
        std::to_string(entry.index) + "  " + base::to_rfc3339(entry.time).substr(0, 19) + "Z  " + shown(type_of(entry));
    for (const std::string& part : {entry.agent.bytes(), entry.transaction.bytes(), entry.supplier.bytes()}) {
        line += part.empty() ? "" : "  " + shown(part);
    }
    if (entry.amount) {
        line += "  " + shown(*entry.amount);
    }
    terminal.say(line);
}

base::Done give_entry(Context& context, const store::Reader& reader, const store::Entry& entry, Format format) {
    switch (format) {
    case Format::jsonl: {
        const auto whole = reader.entry(entry.index);
        if (!whole) {
            return whole.fault();
        }
        context.terminal.write(one_line(whole->body));
        return {};
    }
    case Format::csv: context.terminal.write(csv_line(entry)); return {};
    case Format::table: break;
    }
    context.terminal.give(value_of(entry));
    say_entry(context.terminal, entry);
    return {};
}

base::Result<store::PageRequest> first_page(const Arguments& arguments) {
    store::PageRequest page;
    page.limit = page_entries;
    page.direction = arguments.has("newest-first") ? store::Direction::backward : store::Direction::forward;
    const auto after = number_of(arguments, "after");
    if (!after) {
        return after.fault();
    }
    page.from = *after;
    return page;
}

Outcome run_events(Context& context) {
    const auto format = format_of(context.arguments);
    if (!format) {
        return base::Fault{base::FaultCode::invalid_argument, "--format is one of table, jsonl and csv", {}};
    }
    auto filter = filter_of(context.arguments);
    if (!filter) {
        return std::move(filter).fault();
    }
    if (*format == Format::jsonl) {
        filter->kind = store::EntryKind::event;
    }
    auto page = first_page(context.arguments);
    const auto limit = number_of(context.arguments, "limit");
    if (!page || !limit) {
        return page ? limit.fault() : page.fault();
    }
    std::uint64_t left = limit->value_or(0) == 0 ? UINT64_MAX : **limit;
    const auto reader = store::Reader::open(context.folders.store());
    if (!reader) {
        return reader.fault();
    }
    if (*format == Format::csv) {
        context.terminal.write(csv_header);
    }
    for (bool more = true; more && left > 0 && !context.terminal.broken();) {
        page->limit = static_cast<std::uint32_t>(std::min<std::uint64_t>(left, page_entries));
        const auto entries = reader->entries(*filter, *page);
        if (!entries) {
            return entries.fault();
        }
        for (const store::Entry& entry : entries->entries) {
            REEVE_TRY(give_entry(context, *reader, entry, *format));
            page->from = entry.index;
            --left;
        }
        more = entries->more && !entries->entries.empty();
        if (Interrupt::asked()) {
            return base::Fault{base::FaultCode::cancelled, "interrupted", {}};
        }
    }
    return ExitCode::done;
}

} // namespace

Command events_command() {
    std::vector<OptionSpec> options = {
        {"format", "FORM", "table; jsonl: events as received, one CloudEvent a line; csv: for spreadsheets", false},
        {"limit", "N", "at most N (default: all)", false},
        {"after", "INDEX", "go on behind this entry (before it, with --newest-first)", false},
        {"newest-first", "", "backwards", false}};
    const auto filters = filter_options();
    options.insert(options.end(), filters.begin(), filters.end());
    return {
        {"events", "", "Lists entries of the record that pass all filters",
         "In CSV, cells that a spreadsheet would take for a formula begin with an apostrophe; amounts stay numbers.",
         std::move(options), 0, 0},
        run_events};
}

} // namespace ctl
