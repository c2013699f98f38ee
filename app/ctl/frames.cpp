// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/frames.h"

#include "app/base/encoding.h"
#include "app/json/fields.h"
#include "app/json/reader.h"
#include "app/json/value.h"

#include <filesystem>

namespace ctl {

namespace {

/// A quarantine entry keeps 64 KiB of what came; the row is cut so that the object around it stays whole.
constexpr std::size_t most_raw_bytes = 40'000;

constexpr std::string_view marker = "reeve_row_set_aside";

std::string wrapped(const mapping::Quarantined& aside) {
    json::Value inner = json::Value::object({{"code", json::Value(base::name_of(aside.reason.code))},
                                             {"id", json::Value(aside.id.bytes())},
                                             {"raw", json::Value(base::to_base64(aside.raw.substr(0, most_raw_bytes)))},
                                             {"reason", json::Value(aside.reason.detail.substr(0, 2000))},
                                             {"where", json::Value(aside.reason.where.substr(0, 500))}});
    if (aside.amount) {
        inner.set("amount", domain::to_decimal(*aside.amount) + " " + std::string(aside.amount->currency.code()));
    }
    return json::canonical(json::Value::object({{std::string(marker), std::move(inner)}}));
}

} // namespace

record::Frame frame_of(const mapping::Item& item, const std::string& file, std::int64_t batch, base::Instant now) {
    record::Frame frame;
    frame.received = now;
    frame.batch = batch;
    frame.place = std::filesystem::path(file).filename().string() + ": " + mapping::describe(item.place);
    if (const auto* event = std::get_if<domain::Event>(&item.what)) {
        frame.bytes = event->raw;
        frame.feed = event->source;
    } else if (const auto* aside = std::get_if<mapping::Quarantined>(&item.what)) {
        frame.bytes = wrapped(*aside);
        frame.feed = aside->source;
        frame.place += ": " + aside->reason.detail;
    }
    return frame;
}

std::string outcome_line(const mapping::Outcome& outcome) {
    const json::Value head = json::Value::object({{"conversation_id", json::Value(outcome.conversation.bytes())},
                                                  {"source", json::Value(outcome.source.bytes())}});
    std::string line = json::canonical(head);
    line.pop_back();
    return line + ",\"outcome\":" + outcome.json + "}\n";
}

std::optional<SetAside> set_aside_in(std::string_view body) {
    const auto document = json::Document::parse(body);
    const auto inner = document ? document->root().member(marker) : std::nullopt;
    if (!inner) {
        return std::nullopt;
    }
    json::Trouble trouble;
    json::Fields fields(*inner, trouble);
    SetAside out;
    out.amount = fields.optional_string("amount");
    out.code = fields.string("code");
    out.reason = fields.string("reason");
    out.where = fields.optional_string("where");
    auto raw = base::from_base64(fields.string("raw"));
    if (!trouble.done() || !raw) {
        return std::nullopt;
    }
    out.raw = *std::move(raw);
    return out;
}

} // namespace ctl
