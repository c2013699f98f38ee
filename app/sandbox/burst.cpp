// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/burst.h"

#include "app/base/encoding.h"
#include "app/sandbox/basket.h"
#include "app/sandbox/house_rules.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sandbox {

using domain::EventType;

namespace {

constexpr std::size_t template_count = 256;
constexpr std::size_t digits = 20;
// Marks that no text of fleet or market contains, each as long as what replaces it.
constexpr std::string_view id_mark = "burst-@@@@@@@@@@@@@@@@@@@@";
constexpr std::string_view transaction_mark = "B-%%%%%%%%%%%%%%%%%%%%";
constexpr std::string_view sequence_mark = "00000000000000000000";
constexpr std::string_view time_mark = "1971-01-01T00:00:00.000000Z";

std::string decimal(std::uint64_t number) {
    std::string text = std::to_string(number);
    text.insert(0, digits - text.size(), '0');
    return text;
}

domain::Digest digest_mark() {
    domain::Digest digest{};
    digest.fill(0xA5);
    return digest;
}

std::vector<std::size_t> places_of(std::string_view mark, std::string_view text) {
    std::vector<std::size_t> places;
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) {
        places.push_back(at);
    }
    return places;
}

domain::Subject drawn_subject(Random& random) {
    for (;;) {
        const Machine& buyer = machines()[random.below(static_cast<std::uint32_t>(machines().size()))];
        const auto sellers = suppliers_of(buyer);
        const Shop& seller = shop(sellers[random.below(static_cast<std::uint32_t>(sellers.size()))]);
        const auto categories = spend_categories();
        const auto category = std::find_if(categories.begin(), categories.end(),
                                           [&](const SpendCategory& each) { return each.name == buyer.category; });
        const double pounds = random.amount_of(category == categories.end() ? categories.front() : *category);
        const auto minor = std::max<std::int64_t>(1, std::llround(pounds * minor_per_pound(seller.currency)));
        const domain::Subject subject =
            Basket(buyer, seller).purpose(buyer.category).finish_at(minor, buyer.category, random.between(1, 6));
        if (tier_by_amount(subject) == domain::Tier::automatic) {
            return subject;
        }
    }
}

} // namespace

Burst::Burst(const domain::SourceId& source, std::uint64_t seed) {
    Random random(seed, 99);
    for (std::size_t count = 0; count < template_count; ++count) {
        templates_.push_back(template_of(source, drawn_subject(random)));
    }
}

Burst::Form Burst::form_of(std::string text) {
    Form form;
    form.ids = places_of(id_mark, text);
    form.sequences = places_of(sequence_mark, text);
    form.times = places_of(time_mark, text);
    form.transactions = places_of(transaction_mark, text);
    form.digests = places_of(base::to_base64(base::Bytes(digest_mark())), text);
    form.text = std::move(text);
    return form;
}

Burst::Template Burst::template_of(const domain::SourceId& source, const domain::Subject& subject) const {
    Template made;
    domain::TransactionVersion version;
    version.key = {source, domain::TransactionId(std::string(transaction_mark))};
    version.subject = subject;
    version.digest = digest_mark();
    const auto add = [&](EventType type, domain::Payload payload) {
        domain::Event event;
        event.source = source;
        event.id = domain::EventId(std::string(id_mark));
        event.type = type;
        event.time = base::from_rfc3339(time_mark).value();
        event.payload = std::move(payload);
        made.events.push_back(form_of(wire::encode_event(event)));
    };
    domain::Assessment assessment;
    assessment.transaction = version.key.id;
    domain::TransactionStep step;
    step.transaction = version.key.id;
    step.agent = subject.agent;
    add(EventType::transaction_requested, version);
    add(EventType::assessment_made, assessment);
    add(EventType::transaction_started, step);
    step.amount = subject.gross;
    add(EventType::transaction_completed, step);
    step.amount.reset();
    add(EventType::transaction_delivered, step);
    step.amount = subject.gross;
    add(EventType::transaction_invoiced, step);
    made.subject = form_of(wire::subject_bytes(version));
    return made;
}

void Burst::fill(std::string& text, const Form& form, std::uint64_t sequence, std::string_view time,
                 std::string_view transaction, std::string_view digest) const {
    const auto put = [&text](const std::vector<std::size_t>& places, std::string_view value) {
        for (const std::size_t place : places) {
            std::copy(value.begin(), value.end(), text.begin() + static_cast<std::ptrdiff_t>(place));
        }
    };
    const std::string number = decimal(sequence);
    put(form.sequences, number);
    put(form.ids, "burst-" + number);
    put(form.times, time);
    put(form.transactions, transaction);
    put(form.digests, digest);
}

void Burst::emit(Press& press, std::uint64_t wanted) {
    const std::string time = base::to_rfc3339(press.clock().now());
    for (std::uint64_t out = 0; out < wanted; out += events_of_an_order) {
        const Template& order = templates_[next_++ % templates_.size()];
        const std::string transaction = "B-" + decimal(press.next_sequence());
        std::string subject = order.subject.text;
        fill(subject, order.subject, 0, time, transaction, {});
        const std::string digest = base::to_base64(base::Bytes(hash_.of(subject)));
        for (const Form& form : order.events) {
            std::string event = form.text;
            fill(event, form, press.next_sequence(), time, transaction, digest);
            press.emit_ready(std::move(event));
        }
    }
}

} // namespace sandbox
