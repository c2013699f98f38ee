// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/scenes.h"

#include "app/domain/names.h"

#include <sstream>

namespace fake {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const domain::SourceId source("https://gateway.example/feed/1");

domain::UntrustedText words(std::string text) {
    return domain::UntrustedText(std::move(text));
}

domain::Subject subject_of(const ports::CaseRow& row) {
    domain::Subject subject;
    subject.agent = row.agent;
    subject.owner = domain::OwnerId("unit-facilities");
    subject.supplier = {domain::SupplierId("SUP-2041"), row.counterpart};
    subject.payee = {row.counterpart, "DE89 3704 0044 0532 0130 00"};
    subject.po_number = "PO-2026-00817";
    subject.cost_centre = "4400-Kitchen";
    subject.category = "50201700";
    subject.purpose = words("Stock of coffee beans fell below the reorder point on two floors. The contract supplier "
                            "cannot deliver before Friday, so I chose the next one and asked for express delivery.");
    subject.gross = row.gross;
    subject.tax = {row.gross.minor / 10, row.gross.currency};
    subject.net = {row.gross.minor - subject.tax.minor, row.gross.currency};
    subject.term_months = 24;
    subject.total_commitment = domain::Money{row.gross.minor * 24, row.gross.currency};
    subject.mandate = domain::MandateId("M-7");
    subject.contract = domain::ContractId("C-2025-19");
    for (int i = 1; i <= 3; ++i) {
        domain::Line line;
        line.line_id = std::to_string(i);
        line.item_id = "SKU-100" + std::to_string(i);
        line.description = words(i == 3 ? "Express delivery" : "Coffee beans, dark roast, 1 kg");
        line.quantity = i == 2 ? "0.750" : "12";
        line.unit = i == 2 ? "KGM" : "C62";
        line.unit_price = {subject.net.minor / 36, row.gross.currency};
        line.net = {subject.net.minor / 3, row.gross.currency};
        subject.lines.push_back(line);
    }
    domain::Digest digest{};
    digest.fill(0x5a);
    subject.attachments = {{words("Offer 118.pdf"), "application/pdf", 184'220, digest}};
    return subject;
}

domain::Turn turn(int number, domain::Party party, domain::Speaker speaker, std::string text) {
    domain::Turn turn;
    turn.conversation = domain::ConversationId("CV-1");
    turn.number = number;
    turn.channel = domain::Channel::voice;
    turn.party = party;
    turn.speaker = speaker;
    turn.speaker_name = words(party == domain::Party::agent ? "Brew-bot" : "Sales desk");
    turn.text = words(std::move(text));
    return turn;
}

void add_talk(ports::CaseFile& file) {
    file.turns.push_back({turn(1, domain::Party::agent, domain::Speaker::machine,
                               "I need twelve kilograms of dark roast by Wednesday. What is your price per kilogram?"),
                          file.row.opened, 3});
    domain::Turn heard = turn(2, domain::Party::counterpart, domain::Speaker::human, "That is 23,80 for you.");
    heard.confidence_permille = 612;
    heard.amounts.push_back({words("23,80"), money("2380.00", "EUR"), words("two thousand three hundred eighty")});
    heard.alternatives.push_back({words("2380"), 388});
    file.turns.push_back({heard, file.row.opened + seconds(9), 4});
    file.turns.push_back({turn(3, domain::Party::agent, domain::Speaker::machine, "Agreed. Please send the order."),
                          file.row.opened + seconds(15), 5});
}

ports::TimelineEntry step(const ports::CaseRow& row, domain::EventType type, int minutes_ago, std::uint64_t index,
                          std::string code = {}) {
    ports::TimelineEntry entry;
    entry.row.index = index;
    entry.row.source = row.key.source;
    entry.row.type = type;
    entry.row.time = morning() - minutes(minutes_ago);
    entry.row.agent = row.agent;
    entry.row.transaction = row.key.id;
    if (type == domain::EventType::transaction_requested) {
        entry.row.amount = row.gross;
    }
    entry.code = std::move(code);
    entry.note = words("as reported by the platform");
    return entry;
}

} // namespace

base::Instant morning() {
    return base::from_rfc3339("2026-03-02T09:00:00Z").value();
}

domain::Money money(std::string_view decimal, std::string_view currency) {
    return domain::from_decimal(decimal, domain::Currency::from_code(currency).value()).value();
}

ports::CaseFile drawn_case(std::string_view line, int minutes_ago, int minutes_left) {
    std::istringstream in{std::string(line)};
    std::string id;
    std::string tier;
    std::string currency;
    std::string amount;
    std::string agent;
    std::string supplier;
    in >> id >> tier >> currency >> amount >> agent;
    std::getline(in >> std::ws, supplier);
    ports::CaseFile file;
    ports::CaseRow& row = file.row;
    file.is_case = true;
    row.key = {source, domain::TransactionId(id)};
    row.version = 3;
    row.digest.fill(static_cast<std::uint8_t>(id.back()));
    row.transaction_state = domain::TransactionState::held;
    row.tier = domain::from_name<domain::Tier>(tier).value();
    row.agent = domain::AgentId(agent);
    row.counterpart = words(supplier);
    row.purpose = words("Coffee for two floors");
    row.gross = money(amount, currency);
    row.codes = {"over_contract_price", "unusual_amount"};
    row.opened = morning() - minutes(minutes_ago);
    row.expires = morning() + minutes(minutes_left);
    file.versions.push_back({{row.key, row.version, subject_of(row), row.digest}, row.opened, 1});
    file.agent = domain::Agent{};
    file.agent->id = row.agent;
    file.agent->name = words("Brew-bot");
    file.agent->kind = domain::AgentKind::procurement_agent;
    file.mandate = domain::Mandate{};
    file.mandate->id = domain::MandateId("M-7");
    file.mandate->owner = domain::OwnerId("unit-facilities");
    file.mandate->purpose = words("Kitchen supplies of the Cologne office");
    file.mandate->per_transaction = money("2500.00", "EUR");
    file.mandate->per_month = money("10000.00", "EUR");
    file.mandate->not_before = morning() - minutes(60 * 24 * 90);
    file.mandate->not_after = morning() + minutes(60 * 24 * 90);
    file.assessments.push_back({row.key.id,
                                row.version,
                                row.tier,
                                row.moment,
                                "requires_escalation",
                                {{"over_contract_price", words("Unit price 31.20 against 23.80 in C-2025-19")}},
                                row.expires,
                                words("The hold ends and the order is cancelled; no cost.")});
    add_talk(file);
    file.timeline = {step(row, domain::EventType::transaction_requested, minutes_ago + 2, 10),
                     step(row, domain::EventType::assessment_made, minutes_ago + 1, 11, "over_contract_price"),
                     step(row, domain::EventType::transaction_held, minutes_ago, 12)};
    file.as_of = 700;
    return file;
}

std::vector<ports::FeedRow> feed_rows(std::uint64_t first_index, int count) {
    const domain::EventType types[] = {domain::EventType::transaction_requested, domain::EventType::turn_taken,
                                       domain::EventType::transaction_completed, domain::EventType::heartbeat_sent,
                                       domain::EventType::transaction_invoiced};
    const char* suppliers[] = {"Nordlicht GmbH", "Ōsaka Parts", "Café du Port", "Deutsche Versandgesellschaft mbH"};
    std::vector<ports::FeedRow> rows;
    for (int i = 0; i < count; ++i) {
        ports::FeedRow row;
        row.index = first_index + static_cast<std::uint64_t>(i);
        row.source = source;
        row.sequence = row.index;
        row.type = types[i % 5];
        row.time = morning() + seconds(i);
        row.received = row.time;
        row.agent = domain::AgentId("bot-" + std::to_string(i % 40));
        if (row.type != domain::EventType::heartbeat_sent) {
            row.transaction = domain::TransactionId("TX-" + std::to_string(4000 + i % 70));
            row.counterpart = words(suppliers[i % 4]);
            row.amount = i % 3 == 0 ? money(std::to_string(8000 + i), "JPY") : money(std::to_string(i) + ".05", "EUR");
            row.tier = static_cast<domain::Tier>(i % 5);
            row.summary = words("Reorder because stock fell below the reorder point");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void fill_shift(Core& core) {
    core.who.key = ports::KeyState::open;
    core.who.person = domain::PersonId("alex");
    core.who.name = words("Alex Example");
    core.who.role = "manager";
    core.who.on_roster = true;
    core.who.roster_version = 2;
    core.answers_by_itself = true;
    core.health.link = ports::LinkState::live;
    core.health.source = source;
    core.health.gateway = "reeve-sandbox 0.1";
    core.health.lag = std::chrono::milliseconds(180);
    core.health.events_per_second = 812.4;
    core.health.stored = 1'204'511;
    core.add_case(drawn_case("TX-4711 sign_off EUR 4980.00 bot-7 Nordlicht GmbH"));
    core.add_case(drawn_case("TX-4712 dual_sign_off JPY 8800000 voice-2 Ōsaka Parts", 4, 9));
    core.add_case(drawn_case("TX-4713 confirm GBP 119.90 device-11 Café du Port", 3, 170));
    core.add_case(drawn_case("TX-4714 blocked USD 71250.00 renewer-1 Deutsche Versandgesellschaft mbH", 40, 300));
    core.add_case(drawn_case("TX-4715 confirm KWD 12.345 chat-3 Kuwait Stationery", 1, 55));
    ports::CaseFile doubt = drawn_case("TX-4716 sign_off EUR 900.00 bot-9 Nordlicht GmbH", 22, 30);
    doubt.row.state = ports::CaseState::in_doubt;
    doubt.row.transaction_state = domain::TransactionState::in_doubt;
    doubt.row.codes = {"network_lost"};
    core.add_case(doubt);
    ports::CaseFile conflict = drawn_case("TX-4717 confirm EUR 35.00 bot-9 Café du Port", 2, 30);
    conflict.row.conflict = true;
    core.add_case(conflict);
    ports::CaseFile undone = drawn_case("TX-4718 sign_off EUR 5200.00 bot-4 Nordlicht GmbH", 200, 30);
    undone.row.state = ports::CaseState::partly_rolled_back;
    undone.row.transaction_state = domain::TransactionState::completed;
    undone.plan = domain::Plan{};
    domain::Step first{domain::StepId("1"),  domain::StepAction::cancel_order, words("Cancel PO-2026-00817"),
                       words("supplier"),    domain::Reversibility::yes,       morning() + minutes(120),
                       money("0.00", "EUR"), domain::StepState::done,          words("cancelled")};
    domain::Step second{domain::StepId("2"),   domain::StepAction::refund,    words("Refund the card payment"),
                        words("PSP"),          domain::Reversibility::partly, morning() + minutes(20160),
                        money("12.00", "EUR"), domain::StepState::failed,     words("account closed")};
    undone.plan->steps = {first, second};
    core.add_case(undone);
    core.feed = feed_rows(1, 600);
}

void poison(ports::CaseFile& file, const std::string& text) {
    const auto bad = words(text);
    file.row.agent = domain::AgentId(text);
    file.row.counterpart = bad;
    file.row.purpose = bad;
    file.row.codes = {text, text};
    domain::Subject& subject = file.versions.back().version.subject;
    subject.agent = domain::AgentId(text);
    subject.supplier = {domain::SupplierId(text), bad};
    subject.payee = {bad, text};
    subject.po_number = subject.cost_centre = subject.category = text;
    subject.purpose = bad;
    subject.contract = domain::ContractId(text);
    subject.batch = domain::BatchId(text);
    for (domain::Attachment& attachment : subject.attachments) {
        attachment.name = bad;
        attachment.media_type = text;
    }
    for (domain::Line& line : subject.lines) {
        line.item_id = line.quantity = line.unit = text;
        line.description = bad;
        line.contract = domain::ContractId(text);
    }
    file.agent->name = bad;
    file.mandate->id = domain::MandateId(text);
    file.mandate->owner = domain::OwnerId(text);
    file.mandate->purpose = bad;
    file.mandate->categories = {text, text};
    file.assessments.back().findings.front() = {text, bad};
    file.assessments.back().if_nobody_acts = bad;
    for (ports::SaidTurn& turn : file.turns) {
        turn.speaker_name = turn.text = bad;
        for (auto& amount : turn.amounts) {
            amount.said = bad;
            amount.read_back = bad;
        }
        for (auto& other : turn.alternatives) {
            other.text = bad;
        }
    }
    for (ports::TimelineEntry& entry : file.timeline) {
        entry.code = text;
        entry.note = bad;
        poison(entry.row, text);
    }
    for (ports::DecisionRow& row : file.decisions) {
        poison(row.decision, text);
    }
    if (file.plan) {
        for (domain::Step& each : file.plan->steps) {
            each.description = each.party = each.result = bad;
        }
    }
}

void poison(ports::FeedRow& row, const std::string& text) {
    row.agent = domain::AgentId(text);
    row.counterpart = row.summary = words(text);
    row.transaction = domain::TransactionId(text);
}

void poison(domain::Decision& decision, const std::string& text) {
    decision.agent = domain::AgentId(text);
    decision.reason_code = text;
    decision.reason_text = words(text);
    decision.person = domain::PersonId(text);
    decision.role = text;
    if (decision.payee) {
        decision.payee = domain::Payee{words(text), text};
    }
}

} // namespace fake
