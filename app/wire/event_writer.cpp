// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/context.h"
#include "app/wire/documents.h"
#include "app/wire/event_codec.h"
#include "app/wire/payload.h"

namespace wire {

namespace {

void write_event(json::Writer& writer, const domain::Event& event, const Upstream* upstream) {
    if (!event.type) {
        writer.raw(event.raw);
        return;
    }
    writer.begin_object();
    writer.key("data");
    write_payload(writer, event.payload, upstream);
    writer.key("datacontenttype").string("application/json");
    writer.key("id").string(event.id.bytes());
    writer.key("sequence");
    append_sequence(writer, event.sequence);
    writer.key("source").string(event.source.bytes());
    writer.key("specversion").string("1.0");
    writer.key("time");
    write_value(writer, event.time);
    writer.key("type").string(domain::type_name(*event.type));
    writer.end_object();
}

} // namespace

std::string encode_event(const domain::Event& event) {
    json::Writer writer;
    write_event(writer, event, nullptr);
    return writer.take();
}

std::string encode_event(const domain::Event& event, const Upstream& upstream) {
    json::Writer writer;
    write_event(writer, event, &upstream);
    return writer.take();
}

void append_event(const domain::Event& event, std::string& out) {
    json::Writer writer(std::move(out));
    write_event(writer, event, nullptr);
    out = writer.take();
}

std::string encode_batch(const std::vector<domain::Event>& events) {
    json::Writer writer;
    writer.begin_array();
    for (const domain::Event& event : events) {
        write_event(writer, event, nullptr);
    }
    writer.end_array();
    return writer.take();
}

base::Result<std::optional<Upstream>> upstream_of(const domain::Event& event) {
    const auto document = json::Document::parse(event.raw);
    if (!document) {
        return document.fault();
    }
    const auto data = document->root().member("data");
    if (!data) {
        return std::optional<Upstream>();
    }
    Reading reading;
    auto upstream = read_upstream(*data, reading);
    if (reading.failed()) {
        return reading.fault();
    }
    return upstream;
}

} // namespace wire
