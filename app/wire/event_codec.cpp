// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/event_codec.h"

#include "app/json/reader.h"
#include "app/wire/context.h"
#include "app/wire/payload.h"
#include "app/wire/quick_event.h"

namespace wire {

namespace {

constexpr std::size_t max_depth = 32;

/// A transaction is named by its platform: the key inside of the payload takes the event's source.
void name_source(domain::Event& event) {
    if (auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        version->key.source = event.source;
    }
}

/// Fills a new event; what is wrong goes to the reading.
void read_event(json::View root, std::string_view raw, domain::Event& event, Reading& reading) {
    const Context context = read_context(root, reading);
    event.type = domain::event_type(context.type);
    if (!event.type) {
        event.payload = domain::UnknownPayload{std::string(context.type)};
    } else if (context.data) {
        read_payload(*event.type, *context.data, event.payload, reading);
    } else {
        reading.blame(root, "an event of this type needs data");
    }
    event.source = domain::SourceId(std::string(context.source));
    event.id = domain::EventId(std::string(context.id));
    event.sequence = context.sequence;
    event.time = context.time;
    event.raw = raw;
    name_source(event);
}

template <class Id>
std::optional<Id> readable_id(json::View root, std::string_view name) {
    const auto member = root.member(name);
    if (!member || member->string().empty()) {
        return std::nullopt;
    }
    return Id(std::string(member->string()));
}

/// What is wrong, and whose event it was as far as that can be read.
Refusal refusal_of(base::Fault fault, std::optional<json::View> root, std::string_view raw) {
    Refusal refusal;
    refusal.fault = std::move(fault);
    refusal.raw = raw;
    if (root && root->is_object()) {
        refusal.source = readable_id<domain::SourceId>(*root, "source");
        refusal.id = readable_id<domain::EventId>(*root, "id");
        if (const auto sequence = root->member("sequence")) {
            refusal.sequence = sequence_from_text(sequence->string());
        }
    }
    return refusal;
}

void append_item(json::View root, std::string_view raw, std::vector<Item>& into, Reading& reading) {
    reading.renew();
    read_event(root, raw, std::get<domain::Event>(into.emplace_back(std::in_place_type<domain::Event>)), reading);
    if (reading.failed()) {
        into.back() = refusal_of(reading.fault(), root, raw);
    }
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// The offset of the quotation mark that ends the string which begins at `at`, or npos.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at;
        }
    }
    return std::string_view::npos;
}

/// Where the comma or the bracket behind an element of an array stands, or npos when brackets or quotation marks do not
/// pair.
std::size_t end_of_element(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    for (; at < text.size(); ++at) {
        switch (text[at]) {
        case '"':
            at = end_of_string(text, at);
            if (at == std::string_view::npos) {
                return at;
            }
            break;
        case '{':
        case '[': ++depth; break;
        case ']':
        case '}':
            if (depth == 0) {
                return text[at] == ']' ? at : std::string_view::npos;
            }
            --depth;
            break;
        case ',':
            if (depth == 0) {
                return at;
            }
            break;
        default: break;
        }
    }
    return std::string_view::npos;
}

/// Cuts a JSON array into its elements by brackets and quotation marks alone, so that an element which is no JSON does
/// not take the others with it. Nothing when the brackets do not pair.
std::optional<std::vector<std::string_view>> elements_of(std::string_view array) {
    std::vector<std::string_view> elements;
    std::size_t depth = 0;
    std::size_t begin = 1;
    for (std::size_t at = 0; at < array.size(); ++at) {
        const char c = array[at];
        if (c == '"') {
            at = end_of_string(array, at);
            if (at == std::string_view::npos) {
                return std::nullopt;
            }
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
        const bool last = depth == 0 && at + 1 == array.size();
        if (depth == 0 && !(last && c == ']')) {
            return std::nullopt;
        }
        if (last || (c == ',' && depth == 1)) {
            elements.push_back(trimmed(array.substr(begin, at - begin)));
            begin = at + 1;
        }
    }
    return depth == 0 ? std::optional(std::move(elements)) : std::nullopt;
}

base::Fault too_large(std::string detail) {
    return base::Fault{base::FaultCode::too_large, std::move(detail), {}};
}

} // namespace

struct Decoder::State {
    json::Reader events{json::Limits{max_depth, max_event_bytes}};
    json::Reader batches{json::Limits{max_depth + 1, max_batch_bytes}};
    Reading reading;

    bool read_quickly(std::string_view json, domain::Event& event);
    void append(std::string_view json, std::vector<Item>& into);
    base::Done batch(std::string_view json, std::vector<Item>& into);
    bool batch_of_good_events(std::string_view json, std::vector<Item>& into);
    base::Done batch_with_broken_events(std::string_view json, std::vector<Item>& into);
};

bool Decoder::State::read_quickly(std::string_view json, domain::Event& event) {
    domain::Currency currency = reading.last_currency();
    const bool read = wire::read_quickly(json, event, currency);
    reading.keep(currency);
    if (read) {
        name_source(event);
    }
    return read;
}

void Decoder::State::append(std::string_view json, std::vector<Item>& into) {
    if (read_quickly(json, std::get<domain::Event>(into.emplace_back(std::in_place_type<domain::Event>)))) {
        return;
    }
    into.pop_back();
    const auto root = events.read(json);
    if (!root) {
        into.emplace_back(refusal_of(root.fault(), std::nullopt, json));
        return;
    }
    append_item(*root, json, into, reading);
}

/// Event by event, without laying out the whole array first. False where anything is wrong anywhere: then the array is
/// read as a whole, which says what and where.
bool Decoder::State::batch_of_good_events(std::string_view json, std::vector<Item>& into) {
    std::size_t count = 0;
    for (std::size_t at = 0; json[at] != ']';) {
        const std::size_t end = end_of_element(json, at + 1);
        if (end == std::string_view::npos || ++count > max_batch_events) {
            return false;
        }
        const std::string_view element = trimmed(json.substr(at + 1, end - at - 1));
        if (element.empty() || element.size() > max_event_bytes) {
            return false;
        }
        append(element, into);
        if (std::holds_alternative<Refusal>(into.back())) {
            return false;
        }
        at = end;
        if (json[at] == ']') {
            return at + 1 == json.size();
        }
    }
    return false;
}

base::Done Decoder::State::batch(std::string_view json, std::vector<Item>& into) {
    if (json.size() > max_batch_bytes) {
        return too_large("a batch is larger than 16 MiB");
    }
    const auto before = static_cast<std::ptrdiff_t>(into.size());
    if (batch_of_good_events(json, into)) {
        return {};
    }
    into.erase(into.begin() + before, into.end());
    const auto root = batches.read(json);
    if (!root) {
        return batch_with_broken_events(json, into);
    }
    if (root->size() > max_batch_events) {
        return too_large("a batch has more than 10,000 events");
    }
    into.reserve(into.size() + root->size());
    for (const json::View element : *root) {
        const std::string_view raw = element.raw();
        if (raw.size() > max_event_bytes) {
            into.emplace_back(refusal_of(too_large("an event is larger than 1 MiB"), element, raw));
        } else {
            append_item(element, raw, into, reading);
        }
    }
    return {};
}

base::Done Decoder::State::batch_with_broken_events(std::string_view json, std::vector<Item>& into) {
    const auto elements = elements_of(json);
    if (!elements) {
        return base::Fault{base::FaultCode::malformed, "a batch is not a JSON array of events", {}};
    }
    if (elements->size() > max_batch_events) {
        return too_large("a batch has more than 10,000 events");
    }
    for (const std::string_view element : *elements) {
        append(element, into);
    }
    return {};
}

Decoder::Decoder()
    : state_(std::make_unique<State>()) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

base::Result<domain::Event> Decoder::decode(std::string_view json) {
    base::Result<domain::Event> event{domain::Event()};
    if (state_->read_quickly(json, *event)) {
        return event;
    }
    *event = domain::Event();
    const auto root = state_->events.read(json);
    if (!root) {
        return root.fault();
    }
    state_->reading.renew();
    read_event(*root, json, *event, state_->reading);
    if (state_->reading.failed()) {
        event = state_->reading.fault();
    }
    return event;
}

base::Done Decoder::decode_frame(std::string_view json, std::vector<Item>& into) {
    const std::string_view text = trimmed(json);
    if (text.empty()) {
        return base::Fault{base::FaultCode::malformed, "a frame without an event", {}};
    }
    if (text.front() == '[') {
        return state_->batch(text, into);
    }
    state_->append(text, into);
    return {};
}

base::Result<domain::Event> decode_event(std::string_view json) {
    return Decoder().decode(json);
}

base::Result<std::vector<domain::Event>> decode_batch(std::string_view json) {
    std::vector<Item> items;
    REEVE_TRY(Decoder().decode_frame(json, items));
    std::vector<domain::Event> events;
    events.reserve(items.size());
    for (Item& item : items) {
        if (auto* refusal = std::get_if<Refusal>(&item)) {
            return std::move(refusal->fault);
        }
        events.push_back(std::move(std::get<domain::Event>(item)));
    }
    return events;
}

} // namespace wire
