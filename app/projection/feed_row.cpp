// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/feed_row.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <type_traits>

namespace projection {

namespace {

using ports::FeedRow;

/// Fills what the payload knows. One overload per payload, so that a new kind of payload does not compile without its
/// row.
struct Fill {
    FeedRow& row;

    void operator()(const domain::Agent& agent) const {
        row.agent = agent.id;
        row.summary = agent.name;
        row.amount = agent.budget;
    }
    void operator()(const domain::AgentUpdated& update) const {
        row.agent = update.agent;
        row.summary = update.note;
    }
    void operator()(const domain::HeartbeatSent& heartbeat) const { row.agent = heartbeat.agent; }
    void operator()(const domain::ProbationChanged& change) const {
        row.agent = change.agent;
        row.summary = change.note;
    }
    void operator()(const domain::Mandate& mandate) const {
        row.agent = mandate.agent;
        row.summary = mandate.purpose;
        row.amount = mandate.per_transaction;
    }
    void operator()(const domain::MandateRevoked& revoked) const { row.summary = revoked.note; }
    void operator()(const domain::Turn& turn) const {
        row.transaction = turn.transaction.value_or(domain::TransactionId());
        row.counterpart = turn.speaker_name;
        row.summary = turn.text;
    }
    void operator()(const domain::TransactionVersion& version) const {
        row.transaction = version.key.id;
        row.version = version.version;
        row.agent = version.subject.agent;
        row.counterpart = version.subject.supplier.name;
        row.amount = version.subject.gross;
        row.category = version.subject.category;
        row.summary = version.subject.purpose;
    }
    void operator()(const domain::TransactionStep& step) const {
        row.transaction = step.transaction;
        row.version = step.version;
        row.agent = step.agent;
        row.amount = step.amount;
        row.summary = step.note;
    }
    void operator()(const domain::Assessment& assessment) const {
        row.transaction = assessment.transaction;
        row.version = assessment.version;
        row.tier = assessment.tier;
        if (!assessment.findings.empty()) {
            row.summary = assessment.findings.front().text;
        }
    }
    void operator()(const domain::ConfirmationGiven& confirmation) const {
        row.transaction = confirmation.transaction;
        row.version = confirmation.version;
        row.summary = confirmation.note;
    }
    void operator()(const domain::SignedDecision& decision) const {
        row.transaction = decision.decision.transaction;
        row.version = decision.decision.version;
        row.agent = decision.decision.agent;
        row.amount = decision.decision.amount;
        row.summary = decision.decision.reason_text;
    }
    void operator()(const domain::Receipt& receipt) const { row.summary = receipt.advice; }
    void operator()(const domain::Plan& plan) const {
        row.transaction = plan.transaction;
        row.version = plan.version;
    }
    void operator()(const domain::StepTaken& step) const {
        row.transaction = step.transaction;
        row.amount = step.cost;
        row.summary = step.result;
    }
    void operator()(const domain::HoldChanged& hold) const {
        row.transaction = hold.transaction;
        row.version = hold.version;
    }
    void operator()(const domain::StopChanged& stop) const {
        row.agent = stop.agent;
        row.summary = stop.note;
    }
    void operator()(const domain::Contract& contract) const {
        row.counterpart = contract.supplier.name;
        row.summary = contract.title;
    }
    void operator()(const domain::CataloguePrice& price) const {
        row.counterpart = price.supplier.name;
        row.amount = price.unit_price;
        row.summary = price.description;
    }
    void operator()(const domain::StockCounted& stock) const { row.summary = domain::UntrustedText(stock.item_id); }
    void operator()(const domain::PolicyPublished& policy) const {
        row.summary = domain::UntrustedText(policy.version);
    }
    void operator()(const domain::SignedRoster&) const {}
    void operator()(const domain::ClaimChanged& claim) const { row.transaction = claim.transaction; }
    void operator()(const domain::UnknownPayload& unknown) const { row.summary = domain::UntrustedText(unknown.type); }
};

} // namespace

ports::FeedRow feed_row(const domain::Event& event, std::uint64_t index, base::Instant received) {
    FeedRow row;
    row.index = index;
    row.source = event.source;
    row.sequence = event.sequence;
    row.type = event.type;
    row.time = event.time;
    row.received = received;
    std::visit(Fill{row}, event.payload);
    return row;
}

ports::FeedBatch feed_batch(const record::Published& published) {
    ports::FeedBatch batch;
    batch.rows.reserve(published.events.size());
    for (const record::RecordedEvent& recorded : published.events) {
        batch.rows.push_back(feed_row(recorded.event, recorded.index, recorded.received));
        batch.newest_read = std::max(batch.newest_read, recorded.received);
    }
    return batch;
}

ports::OwnTiers own_tiers(const std::vector<store::Entry>& entries) {
    ports::OwnTiers tiers;
    for (const store::Entry& entry : entries) {
        std::uint64_t order = 0;
        const std::string& id = entry.id.bytes();
        const bool verdict = entry.kind == store::EntryKind::verdict && entry.tier.has_value();
        if (verdict && std::from_chars(id.data(), id.data() + id.size(), order).ec == std::errc()) {
            tiers.push_back({order, *entry.tier});
        }
    }
    std::sort(tiers.begin(), tiers.end(), [](const auto& left, const auto& right) { return left.order < right.order; });
    return tiers;
}

domain::TransactionId transaction_of(const domain::Payload& payload) {
    FeedRow row;
    std::visit(Fill{row}, payload);
    return row.transaction;
}

} // namespace projection
