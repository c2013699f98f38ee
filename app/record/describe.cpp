// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/describe.h"

namespace record {

namespace {

/// Fills what a payload says about agent, transaction, supplier, category, tier and amount.
class Columns {
public:
    explicit Columns(store::NewEntry& entry)
        : entry_(entry) {}

    void operator()(const domain::Agent& agent) { entry_.agent = agent.id.bytes(); }
    void operator()(const domain::AgentUpdated& update) { entry_.agent = update.agent.bytes(); }
    void operator()(const domain::HeartbeatSent& beat) { entry_.agent = beat.agent.bytes(); }
    void operator()(const domain::ProbationChanged& change) { entry_.agent = change.agent.bytes(); }
    void operator()(const domain::Mandate& mandate) { entry_.agent = mandate.agent.bytes(); }
    void operator()(const domain::MandateRevoked&) {}
    void operator()(const domain::Turn& turn) {
        if (turn.transaction) {
            entry_.transaction = turn.transaction->bytes();
        }
        // The conversation is what turns are looked for by: most are said before there is an order to name.
        entry_.category = turn.conversation.bytes();
    }
    void operator()(const domain::TransactionVersion& version) {
        const domain::Subject& subject = version.subject;
        entry_.transaction = version.key.id.bytes();
        entry_.version = version.version;
        entry_.agent = subject.agent.bytes();
        entry_.supplier = subject.supplier.id.bytes();
        entry_.category = subject.category;
        entry_.amount = subject.gross;
    }
    void operator()(const domain::TransactionStep& step) {
        of_transaction(step.transaction, step.version);
        entry_.agent = step.agent.bytes();
        entry_.amount = step.amount;
    }
    void operator()(const domain::Assessment& assessment) {
        of_transaction(assessment.transaction, assessment.version);
        entry_.tier = static_cast<int>(assessment.tier);
    }
    void operator()(const domain::ConfirmationGiven& given) { of_transaction(given.transaction, given.version); }
    void operator()(const domain::SignedDecision& taken) {
        of_transaction(taken.decision.transaction, taken.decision.version);
        entry_.agent = taken.decision.agent.bytes();
        entry_.amount = taken.decision.amount;
    }
    void operator()(const domain::Receipt&) {}
    void operator()(const domain::Plan& plan) { of_transaction(plan.transaction, plan.version); }
    void operator()(const domain::StepTaken& step) {
        of_transaction(step.transaction, 0);
        entry_.amount = step.cost;
    }
    void operator()(const domain::HoldChanged& hold) { of_transaction(hold.transaction, hold.version); }
    void operator()(const domain::StopChanged& stop) { entry_.agent = stop.agent.bytes(); }
    void operator()(const domain::Contract& contract) { entry_.supplier = contract.supplier.id.bytes(); }
    void operator()(const domain::CataloguePrice& price) {
        entry_.supplier = price.supplier.id.bytes();
        entry_.amount = price.unit_price;
    }
    void operator()(const domain::StockCounted&) {}
    void operator()(const domain::PolicyPublished&) {}
    void operator()(const domain::SignedRoster&) {}
    void operator()(const domain::ClaimChanged& claim) { of_transaction(claim.transaction, 0); }
    void operator()(const domain::UnknownPayload&) {}

private:
    void of_transaction(const domain::TransactionId& transaction, std::int32_t version) {
        entry_.transaction = transaction.bytes();
        entry_.version = version;
    }
    store::NewEntry& entry_;
};

} // namespace

store::NewEntry describe(const RecordedEvent& recorded, std::int64_t source) {
    const domain::Event& event = recorded.event;
    store::NewEntry entry;
    entry.index = recorded.index;
    entry.kind = store::EntryKind::event;
    entry.source = source;
    entry.sequence = event.sequence;
    entry.id = event.id.bytes();
    entry.type = event.type ? static_cast<int>(*event.type) : 0;
    entry.time = event.time;
    entry.received = recorded.received;
    entry.batch = recorded.batch;
    entry.body = event.raw;
    std::visit(Columns(entry), event.payload);
    return entry;
}

store::NewEntry describe(const Draft& draft, std::int64_t source) {
    const store::Entry& header = draft.header;
    store::NewEntry entry;
    entry.index = header.index;
    entry.kind = header.kind;
    entry.source = source;
    entry.sequence = header.sequence;
    entry.id = header.id.bytes();
    entry.type = header.type ? static_cast<int>(*header.type) : 0;
    entry.time = header.time;
    entry.received = header.received;
    entry.agent = header.agent.bytes();
    entry.transaction = header.transaction.bytes();
    entry.version = header.version;
    entry.supplier = header.supplier.bytes();
    entry.category = header.category;
    entry.tier = header.tier ? static_cast<int>(*header.tier) : -1;
    entry.amount = header.amount;
    entry.batch = header.batch;
    entry.body_key_id = header.body_key_id;
    entry.body = draft.body;
    return entry;
}

} // namespace record
