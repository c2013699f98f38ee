// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/case_cards.h"
#include "app/projection/case_file.h"
#include "app/wire/event_codec.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <map>

/// What the cards of a case say about the stories that the sandbox plays, from the very events that it sends.
class TestScenarioCards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_misheard_voice_order_shows_both_readings();
    void two_contradictory_commands_are_both_shown();
    void a_lost_network_leaves_the_money_unknown();
    void an_injected_instruction_is_named_and_stays_words();
    void an_imitated_supplier_is_named();
    void a_short_delivery_is_not_a_delivery();
    void a_small_price_that_binds_is_a_promise();
    void a_withdrawn_mandate_differs();
    void a_changed_payee_is_a_second_attempt();
    void an_ordinary_reorder_has_nothing_to_warn_of();
};

namespace {

using ports::Unknown;

/// The events of one run, in the order in which a store would hold them.
std::vector<domain::Event> play(const char* scenario) {
    QProcess process;
    process.start(QStringLiteral(REEVE_BINARY_DIR "/bin/reeve-sandbox"),
                  {QStringLiteral("--print"), QStringLiteral("--scenario"), QString::fromLatin1(scenario),
                   QStringLiteral("--scenario-every"), QStringLiteral("0"), QStringLiteral("--count"),
                   QStringLiteral("700"), QStringLiteral("--seed"), QStringLiteral("3")});
    if (!process.waitForFinished(120'000)) {
        return {};
    }
    std::vector<domain::Event> events;
    wire::Decoder decoder;
    const auto lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray& line : lines) {
        if (auto event = decoder.decode(line.toStdString()); event.ok()) {
            events.push_back(std::move(event).value());
        }
    }
    return events;
}

struct About {
    const domain::TransactionId& id;
    bool operator()(const domain::TransactionVersion& version) const { return version.key.id == id; }
    bool operator()(const domain::TransactionStep& step) const { return step.transaction == id; }
    bool operator()(const domain::Assessment& assessment) const { return assessment.transaction == id; }
    bool operator()(const domain::HoldChanged& hold) const { return hold.transaction == id; }
    template <class Other>
    bool operator()(const Other&) const {
        return false;
    }
};

/// The first order of an agent whose purpose begins with these words, read as the archive reads it.
ports::CaseFile case_of(const std::vector<domain::Event>& events, const char* agent, std::string_view purpose) {
    const domain::TransactionVersion* first = nullptr;
    for (const domain::Event& event : events) {
        const auto* version = std::get_if<domain::TransactionVersion>(&event.payload);
        if (first == nullptr && version != nullptr && version->subject.agent.bytes() == agent &&
            version->subject.purpose.bytes().starts_with(purpose)) {
            first = version;
        }
    }
    if (first == nullptr) {
        return {};
    }
    std::vector<store::Entry> entries;
    std::vector<ports::SaidTurn> turns;
    ports::CaseFile file;
    std::optional<domain::Mandate> mandate;
    std::optional<domain::Agent> registered;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const domain::Event& event = events[i];
        if (std::visit(About{first->key.id}, event.payload)) {
            store::Entry entry;
            entry.index = i;
            entry.source = event.source;
            entry.received = event.time;
            entry.body = event.raw;
            entries.push_back(std::move(entry));
        } else if (const auto* turn = std::get_if<domain::Turn>(&event.payload)) {
            if (first->subject.conversation == turn->conversation) {
                turns.push_back({*turn, event.time, i});
            }
        } else if (const auto* granted = std::get_if<domain::Mandate>(&event.payload)) {
            mandate = first->subject.mandate == granted->id ? std::optional(*granted) : mandate;
        } else if (const auto* each = std::get_if<domain::Agent>(&event.payload)) {
            registered = each->id == first->subject.agent ? std::optional(*each) : registered;
        }
    }
    file = projection::case_file(entries).value();
    projection::add_turns(std::move(turns), file);
    file.mandate = mandate;
    file.agent = registered;
    file.row = projection::ordinary_row(first->key, file);
    if (!file.assessments.empty()) {
        for (const domain::Finding& finding : file.assessments.back().findings) {
            file.row.codes.push_back(finding.code);
        }
    }
    file.cards = projection::case_cards(file);
    return file;
}

ports::CaseFile played(const char* scenario, const char* agent, std::string_view purpose) {
    return case_of(play(scenario), agent, purpose);
}

bool has_code(const ports::CaseFile& file, const char* code) {
    return std::find(file.row.codes.begin(), file.row.codes.end(), code) != file.row.codes.end();
}

bool lists(const ports::CaseFile& file, Unknown what) {
    const auto& unknown = file.cards.handoff.unknown;
    return std::find(unknown.begin(), unknown.end(), what) != unknown.end();
}

} // namespace

void TestScenarioCards::a_misheard_voice_order_shows_both_readings() {
    const auto file = played("misheard-voice", "voice-canteen", "Gouda");
    QCOMPARE(file.cards.heard.size(), std::size_t{1});
    const ports::HeardNumber& number = file.cards.heard.front();
    QCOMPARE(domain::to_decimal(number.heard.understood), std::string("2380.00"));
    QVERIFY(number.unsure && number.rivalled && number.read_back);
    QVERIFY(number.alternatives.front().text.bytes().find("23,80") != std::string::npos);
    QCOMPARE(number.order_says, ports::OrderSays::the_same_total);
    QVERIFY(file.cards.contradictions.empty());
}

void TestScenarioCards::two_contradictory_commands_are_both_shown() {
    const auto file = played("contradictory-commands", "pa-safety", "Helmets");
    QCOMPARE(file.cards.contradictions.size(), std::size_t{1});
    const ports::Contradiction& card = file.cards.contradictions.front();
    QCOMPARE(card.kind, ports::ContradictionKind::instructions);
    QCOMPARE(card.first->who.bytes(), std::string("Jonas Brandt"));
    QVERIFY(card.first->words.bytes().find("nothing above 500 euros") != std::string::npos);
    QCOMPARE(card.second->who.bytes(), std::string("Petra Lindner"));
    QVERIFY(card.first->when && card.second->when && *card.first->when < *card.second->when);
    QCOMPARE(card.stands, ports::Stands::neither);
    QCOMPARE(card.safe, ports::SafeDefault::held);
}

void TestScenarioCards::a_lost_network_leaves_the_money_unknown() {
    const auto file = played("network-loss", "dev-truck", "Tank filled");
    QCOMPARE(file.cards.handoff.money, ports::MoneyState::unknown);
    QVERIFY(!file.cards.handoff.moved);
    QVERIFY(lists(file, Unknown::money));
    QVERIFY(file.cards.handoff.failing.has_value());
    QCOMPARE(file.cards.handoff.failing->what, domain::EventType::transaction_doubted);
    QCOMPARE(file.cards.handoff.attempts.back().outcome, std::optional(domain::EventType::transaction_doubted));
}

void TestScenarioCards::an_injected_instruction_is_named_and_stays_words() {
    const auto file = played("invoice-injection", "pa-it", "URGENT");
    QVERIFY(has_code(file, "prompt_injection"));
    QVERIFY(lists(file, Unknown::speaker)); // nobody said whether machine or human wrote the invoice
    QVERIFY(file.cards.contradictions.empty() && file.cards.heard.empty());
    const auto invoice = std::find_if(file.turns.begin(), file.turns.end(), [](const ports::SaidTurn& turn) {
        return turn.party == domain::Party::counterpart;
    });
    QVERIFY(invoice != file.turns.end());
    QVERIFY(invoice->text.bytes().find("ignore all previous limits") != std::string::npos);
}

void TestScenarioCards::an_imitated_supplier_is_named() {
    const auto file = played("imitated-supplier", "pa-office", "Copy paper for the third quarter");
    QVERIFY(has_code(file, "supplier_imitated"));
    QCOMPARE(file.cards.handoff.money, ports::MoneyState::not_moved);
}

void TestScenarioCards::a_short_delivery_is_not_a_delivery() {
    const auto file = played("short-delivery", "pa-raw", "Frames");
    QCOMPARE(file.cards.handoff.goods, ports::GoodsState::short_delivered);
    QCOMPARE(file.cards.handoff.failing->what, domain::EventType::transaction_shorted);
}

void TestScenarioCards::a_small_price_that_binds_is_a_promise() {
    const auto file = played("large-commitment", "sub-software", "Renewal");
    const auto& promises = file.cards.handoff.promises;
    QVERIFY(std::any_of(promises.begin(), promises.end(), [](const ports::Promise& promise) {
        return promise.kind == ports::PromiseKind::term && promise.months == 36;
    }));
    QVERIFY(std::any_of(promises.begin(), promises.end(), [](const ports::Promise& promise) {
        return promise.kind == ports::PromiseKind::total_commitment && promise.amount;
    }));
    QCOMPARE(file.cards.handoff.goods, ports::GoodsState::none_expected);
}

void TestScenarioCards::a_withdrawn_mandate_differs() {
    const auto file = played("revoked-mandate", "pa-events", "Deposit");
    const auto& checks = file.cards.mandate;
    QVERIFY(std::any_of(checks.begin(), checks.end(), [](const ports::MandateCheck& check) {
        return check.point == ports::MandatePoint::withdrawn && check.fit == ports::Fit::beyond;
    }));
}

void TestScenarioCards::a_changed_payee_is_a_second_attempt() {
    const auto file = played("changed-payee", "pa-raw", "POM rods");
    QVERIFY(file.versions.size() >= 2);
    QVERIFY(file.cards.handoff.attempts.size() >= 2);
    QCOMPARE(file.cards.handoff.attempts[1].what, domain::EventType::transaction_amended);
    QVERIFY(file.versions.front().version.subject.payee != file.versions.back().version.subject.payee);
}

void TestScenarioCards::an_ordinary_reorder_has_nothing_to_warn_of() {
    const auto file = played("routine-reorder", "dev-toner-1", "Toner below");
    QVERIFY(file.cards.contradictions.empty() && file.cards.heard.empty());
    QVERIFY(file.agent && file.mandate);
    QVERIFY(std::none_of(file.cards.mandate.begin(), file.cards.mandate.end(),
                         [](const ports::MandateCheck& check) { return check.fit == ports::Fit::beyond; }));
}

QTEST_GUILESS_MAIN(TestScenarioCards)
#include "tst_scenario_cards.moc"
