// SPDX-License-Identifier: GPL-3.0-or-later
//
// Decoding one event of 605 bytes, strictly, into domain::Event: wire::Decoder beside QJsonDocument with the same
// extraction by hand (without our checks for duplicates, ranges and places, which it cannot do). Rounds of both take
// turns in one run; the table gives medians. Beside it: the same for events that are not in canonical form, encoding,
// and server-sent event framing.
//
//   build/release/bin/bench_decode [rounds]
#include "app/base/encoding.h"
#include "app/domain/names.h"
#include "app/wire/event_codec.h"
#include "app/wire/sse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <vector>

namespace {

constexpr std::size_t event_bytes = 605;
constexpr int event_count = 20'000;

domain::Money money(std::int64_t minor) {
    return {minor, domain::Currency::from_code("EUR").value()};
}

/// A request of one line, as a procurement agent sends it, filled up to 605 bytes.
std::string event_json(std::uint64_t sequence) {
    domain::TransactionVersion version;
    version.key.id = domain::TransactionId("T-" + std::to_string(100'000 + sequence));
    domain::Subject& subject = version.subject;
    subject.agent = domain::AgentId("agent-17");
    subject.supplier.id = domain::SupplierId("supplier-208");
    subject.net = money(static_cast<std::int64_t>(10'000 + sequence % 90'000));
    subject.tax = money(1'900);
    subject.gross = money(subject.net.minor + subject.tax.minor);
    subject.po_number = "PO-2026-4711";
    version.digest.fill(static_cast<std::uint8_t>(sequence));
    domain::Event event;
    event.source = domain::SourceId("urn:example:platform");
    event.id = domain::EventId("e-" + std::to_string(100'000 + sequence));
    event.type = domain::EventType::transaction_requested;
    event.sequence = sequence;
    event.time = base::from_rfc3339("2026-03-01T17:55:00.123456Z").value();
    event.payload = version;
    const std::size_t bare = wire::encode_event(event).size() + std::char_traits<char>::length(R"("purpose":"",)");
    subject.purpose = domain::UntrustedText(std::string(event_bytes - std::min(bare, event_bytes), 'p'));
    event.payload = std::move(version);
    return wire::encode_event(event);
}

std::string text(const QJsonValue& value) {
    return value.toString().toStdString();
}

domain::Money money_from(const QJsonValue& value) {
    const QJsonObject object = value.toObject();
    return {object[QLatin1String("minor")].toString().toLongLong(),
            domain::Currency::from_code(text(object[QLatin1String("currency")])).value()};
}

/// The same event by Qt's means.
domain::Event event_by_qt(const std::string& json) {
    const QJsonObject root =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
    domain::Event event;
    event.type = domain::event_type(text(root[QLatin1String("type")]));
    event.source = domain::SourceId(text(root[QLatin1String("source")]));
    event.id = domain::EventId(text(root[QLatin1String("id")]));
    event.sequence = root[QLatin1String("sequence")].toString().toULongLong();
    event.time = base::from_rfc3339(text(root[QLatin1String("time")])).value();
    event.raw = json;
    const QJsonObject data = root[QLatin1String("data")].toObject();
    domain::TransactionVersion version;
    version.key = {event.source, domain::TransactionId(text(data[QLatin1String("transaction_id")]))};
    version.version = data[QLatin1String("version")].toInt();
    version.digest = base::array_from_base64<32>(text(data[QLatin1String("subject_digest")])).value();
    const QJsonObject from = data[QLatin1String("subject")].toObject();
    domain::Subject& subject = version.subject;
    subject.kind = domain::from_name<domain::TransactionKind>(text(from[QLatin1String("kind")])).value();
    subject.side = domain::from_name<domain::Side>(text(from[QLatin1String("side")])).value();
    subject.agent = domain::AgentId(text(from[QLatin1String("agent_id")]));
    subject.supplier.id = domain::SupplierId(text(from[QLatin1String("supplier")].toObject()[QLatin1String("id")]));
    subject.po_number = text(from[QLatin1String("po_number")]);
    subject.purpose = domain::UntrustedText(text(from[QLatin1String("purpose")]));
    subject.net = money_from(from[QLatin1String("net")]);
    subject.tax = money_from(from[QLatin1String("tax")]);
    subject.gross = money_from(from[QLatin1String("gross")]);
    event.payload = std::move(version);
    return event;
}

double events_per_second(const std::function<std::size_t()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t done = work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    return static_cast<double>(done) / took.count();
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

/// Both sides must read the same, or the comparison is worth nothing.
bool agree(const std::vector<std::string>& events) {
    wire::Decoder decoder;
    return std::all_of(events.begin(), events.end(), [&decoder](const std::string& json) {
        const auto ours = decoder.decode(json);
        const domain::Event theirs = event_by_qt(json);
        return json.size() == event_bytes && ours.ok() && ours->payload == theirs.payload && ours->id == theirs.id &&
               ours->time == theirs.time && ours->sequence == theirs.sequence && ours->raw == theirs.raw;
    });
}

struct Rates {
    std::vector<double> ours, strict, qt, encode, framing;
};

void measure(const std::vector<std::string>& events, const std::vector<std::string>& otherwise, Rates& rates) {
    wire::Decoder decoder;
    rates.ours.push_back(events_per_second([&] {
        return std::accumulate(events.begin(), events.end(), std::size_t{0}, [&](std::size_t sum, const auto& json) {
            return sum + (decoder.decode(json)->sequence != 0 ? 1 : 0);
        });
    }));
    rates.strict.push_back(events_per_second([&] {
        return std::accumulate(
            otherwise.begin(), otherwise.end(), std::size_t{0},
            [&](std::size_t sum, const auto& json) { return sum + (decoder.decode(json)->sequence != 0 ? 1 : 0); });
    }));
    rates.qt.push_back(events_per_second([&] {
        return std::accumulate(events.begin(), events.end(), std::size_t{0}, [](std::size_t sum, const auto& json) {
            return sum + (event_by_qt(json).sequence != 0 ? 1 : 0);
        });
    }));
    std::vector<domain::Event> decoded;
    for (const std::string& json : events) {
        decoded.push_back(decoder.decode(json).value());
    }
    std::string out;
    out.reserve(events.size() * (event_bytes + 1));
    rates.encode.push_back(events_per_second([&] {
        for (const domain::Event& event : decoded) {
            wire::append_event(event, out);
        }
        return decoded.size();
    }));
    std::string stream;
    for (const domain::Event& event : decoded) {
        wire::SseWriter::append_event(std::to_string(event.sequence), event.raw, stream);
    }
    std::vector<wire::SseFrame> frames;
    frames.reserve(events.size());
    wire::SseParser parser;
    rates.framing.push_back(events_per_second([&] {
        for (std::size_t at = 0; at < stream.size(); at += 16'384) {
            (void)parser.feed(std::string_view(stream).substr(at, 16'384), frames);
        }
        return frames.size();
    }));
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = std::max(5, argc > 1 ? std::atoi(argv[1]) : 9);
    std::vector<std::string> events;
    for (int sequence = 1; sequence <= event_count; ++sequence) {
        events.push_back(event_json(static_cast<std::uint64_t>(sequence)));
    }
    if (!agree(events)) {
        std::fprintf(stderr, "the two decoders do not agree, or the events are not %zu bytes\n", event_bytes);
        return 1;
    }
    // The same events with a blank in front are not canonical: they show the strict reader without the quick way.
    std::vector<std::string> otherwise;
    std::transform(events.begin(), events.end(), std::back_inserter(otherwise),
                   [](const auto& json) { return " " + json; });
    Rates rates;
    for (int round = 0; round < rounds; ++round) {
        measure(events, otherwise, rates);
    }
    const double ours = median(rates.ours);
    const double qt = median(rates.qt);
    std::printf("%d events of %zu bytes, median of %d rounds\n", event_count, event_bytes, rounds);
    std::printf("wire::Decoder, strict, to domain::Event      %10.0f events/s\n", ours);
    std::printf("the same, events not in canonical form       %10.0f events/s\n", median(rates.strict));
    std::printf("QJsonDocument and the same extraction        %10.0f events/s\n", qt);
    std::printf("ratio                                        %10.2f (at least 8)\n", ours / qt);
    std::printf("ratio, events not in canonical form          %10.2f\n", median(rates.strict) / qt);
    std::printf("encoding, canonical                          %10.0f events/s\n", median(rates.encode));
    std::printf("server-sent event framing                    %10.0f events/s\n", median(rates.framing));
    return ours / qt >= 8 ? 0 : 2;
}
