// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every order is judged once, the verdict stays in the record, and the same record gives the same verdicts.
#include "app/base/encoding.h"
#include "app/crypto/signing.h"
#include "app/domain/names.h"
#include "app/newsroom/judge.h"
#include "app/policy/thresholds.h"
#include "app/verdicts/explain.h"
#include "tests/record/record_folder.h"
#include "tests/support/patience.h"

#include <QCoreApplication>
#include <QTest>

#include <atomic>

namespace {

using domain::Tier;
using newsroom::Judge;

const char own_policy[] = R"({"format":"reeve-policy/1","version":"ours-%","title":"Ours","modes":{"*":"enforce"},
    "tiers":[{"tier":"confirm","from":{"minor":"10000","currency":"EUR"}},
             {"tier":"sign_off","from":{"minor":"100000","currency":"EUR"}}],
    "rules":[{"id":"often","title":"More than two a day","when":"orders.agent.day >= 2","tier":"sign_off",
              "reason":"{agent.id} ordered {orders.agent.day} times","owner":"O","guidance":"Ask why."}]})";

std::string policy_text(const char* version) {
    std::string text = own_policy;
    text.replace(text.find('%'), 1, version);
    return text;
}

/// A record with its writing thread and a judge.
class Court {
public:
    explicit Court(RecordFolder& store, std::filesystem::path policy = {})
        : store_(store)
        , judge_({store.folder(), std::move(policy), std::chrono::milliseconds(20)})
        , writer_(store.open(), {[this](const record::PublishedPtr& published) { take(published); }, {}, {}}) {
        judge_.watch({&context_, [this](const auto& news) { state = *news; }});
        judge_.start(&writer_);
    }
    ~Court() {
        judge_.stop();
        writer_.stop();
    }
    void put(const std::vector<domain::Event>& events) {
        static_cast<void>(writer_.submit(FeedMaker::frames(events)));
        if (const auto done = writer_.flush(); !done) {
            qFatal("%s", base::describe(done.fault()).c_str());
        }
    }
    [[nodiscard]] std::vector<store::Entry> verdicts() const {
        store::EntryFilter filter;
        filter.kind = store::EntryKind::verdict;
        const auto page =
            store_.reader().entries(filter, store::PageRequest{{}, store::Direction::forward, 1000, true});
        return page ? page->entries : std::vector<store::Entry>();
    }
    [[nodiscard]] std::optional<ports::JudgingReport> report() {
        std::optional<ports::JudgingReport> told;
        judge_.report({&context_, [&](auto report) { told = report ? std::optional(*report) : std::nullopt; }});
        static_cast<void>(support::wait_until([&] { return told.has_value(); }));
        return told;
    }
    [[nodiscard]] record::Writer& writer() { return writer_; }
    [[nodiscard]] std::optional<store::CaseRow> found_case(const std::string& id) const {
        const auto row = store_.reader().find_case({domain::SourceId("urn:test:gateway"), domain::TransactionId(id)});
        return row ? *row : std::nullopt;
    }

    /// The last thing told about a policy that was put in place is that it is refused there.
    [[nodiscard]] bool refused_at(const char* place) const {
        return state.refused && state.refused->where.starts_with(place);
    }

    ports::JudgeState state;

private:
    void take(const record::PublishedPtr& published) { judge_.published(published); }

    RecordFolder& store_;
    QObject context_;
    Judge judge_;
    record::Writer writer_;
};

domain::Event registered(FeedMaker& feed, const char* id = "agent-1") {
    domain::Agent agent;
    agent.id = domain::AgentId(id);
    agent.group = "g";
    return feed.event(domain::EventType::agent_registered, agent);
}

domain::Event confirmed(FeedMaker& feed, const domain::TransactionVersion& version, const crypto::SigningKey& key) {
    domain::ConfirmationGiven given;
    given.transaction = version.key.id;
    given.version = version.version;
    given.subject_digest = version.digest;
    given.reviewer = "second-reader 1.0";
    given.confirms = true;
    given.note = domain::UntrustedText("Price and quantity agree.");
    given.key = key.public_key();
    given.signature = key.sign(wire::confirmation_bytes(version.key.source, given)).value();
    return feed.event(domain::EventType::confirmation_given, given);
}

std::vector<domain::Event> some_orders(FeedMaker& feed) {
    std::vector<domain::Event> events = {registered(feed)};
    for (int number = 0; number < 12; ++number) {
        const std::string id = "t" + std::to_string(number);
        events.push_back(feed.requested(id, 1'000 * (number + 1), number % 3 == 0 ? "agent-2" : "agent-1"));
        if (number % 4 == 0) {
            events.push_back(feed.amended(id, 2, 200'000));
        }
        if (number % 5 == 0) {
            events.push_back(feed.step(domain::EventType::transaction_cancelled, id));
        }
    }
    return events;
}

/// What was judged, without the place of the order, which other entries move.
std::vector<std::string> without_places(const std::vector<store::Entry>& verdicts) {
    std::vector<std::string> all;
    for (const store::Entry& entry : verdicts) {
        std::string body = entry.body;
        const std::size_t at = body.find("\"order\":\"");
        body.erase(at, body.find(',', at) - at);
        all.push_back(entry.transaction.bytes() + " " + body);
    }
    return all;
}

} // namespace

class TestJudge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_version_is_judged_once_and_explained_from_the_record() {
        RecordFolder store;
        Court court(store);
        FeedMaker feed;
        court.put(some_orders(feed));
        QTRY_COMPARE(court.verdicts().size(), 15U);
        court.put({feed.requested("last", 30'000'000)});
        QTRY_COMPARE(court.verdicts().size(), 16U);
        const store::Reader reader = store.reader();
        const auto entries = reader.transaction({domain::SourceId(feed.source()), domain::TransactionId("t0")});
        VERIFY_OK(entries);
        const auto judgements = verdicts::explain_all(reader, *entries);
        VERIFY_OK(judgements);
        QCOMPARE(judgements->size(), 2U);
        const ports::Judgement& second = judgements->back();
        QCOMPARE(second.version, 2);
        QCOMPARE(second.rebuilt, ports::Rebuilt::same);
        QVERIFY(!second.rules.empty() && !second.rules.front().when.empty() && !second.ladder.empty());
        QVERIFY(second.verdict.missing.empty());
        QCOMPARE(judgements->front().verdict.missing.at(0).bytes(), std::string("agent agent-2"));
        QTRY_COMPARE(court.state.policy_digest, second.policy_digest); // its state is told by itself
        QTRY_VERIFY(court.state.shipped);
    }

    void the_word_of_a_second_ai_is_weighed_by_the_policy_that_judged() {
        RecordFolder store;
        const auto named = crypto::SigningKey::generate().value();
        const auto other = crypto::SigningKey::generate().value();
        std::string text = policy_text("1");
        const std::string reviewer =
            "{\"name\":\"our reader\",\"look_percent\":100,\"key\":\"" + base::to_base64(named.public_key()) + "\"}";
        text.insert(text.rfind('}'), ",\"reviewers\":[" + reviewer + "]");
        const std::filesystem::path file = store.base() / "policy.json";
        store.put_in_place(file, text);
        Court court(store, file);
        QTRY_COMPARE(court.state.policy_version, std::string("ours-1"));
        FeedMaker feed;
        court.put({registered(feed), feed.requested("t", 20'000)});
        QTRY_COMPARE(court.verdicts().size(), 1U);
        const domain::TransactionVersion version = feed.version("t", 1, 20'000);
        domain::Event forged = confirmed(feed, version, named);
        std::get<domain::ConfirmationGiven>(forged.payload).note = domain::UntrustedText("put in afterwards");
        forged.raw = wire::encode_event(forged);
        court.put({confirmed(feed, version, named), confirmed(feed, version, other), forged});
        const store::Reader reader = store.reader();
        const auto judgements = verdicts::explain_all(reader, reader.transaction(version.key).value());
        VERIFY_OK(judgements);
        const std::vector<ports::ReviewerWord>& words = judgements->back().reviewers;
        QCOMPARE(words.size(), 3U);
        QCOMPARE(words[0].standing, domain::ReviewStanding::person_looks);
        QCOMPARE(words[0].reviewer.bytes(), std::string("our reader"));
        QCOMPARE(words[1].standing, domain::ReviewStanding::not_named);
        QCOMPARE(words[1].reviewer.bytes(), std::string("second-reader 1.0"));
        QCOMPARE(words[2].standing, domain::ReviewStanding::broken);
    }

    void the_same_record_gives_the_same_verdicts() {
        RecordFolder whole, in_parts;
        FeedMaker feed;
        const std::vector<domain::Event> events = some_orders(feed);
        std::vector<std::string> at_once, again;
        {
            Court court(whole);
            court.put(events);
            QTRY_COMPARE(court.verdicts().size(), 15U);
            at_once = without_places(court.verdicts());
        }
        for (std::size_t from = 0; from < events.size(); from += 5) { // a new process for every five events
            Court court(in_parts);
            court.put({events.begin() + static_cast<std::ptrdiff_t>(from),
                       events.begin() + static_cast<std::ptrdiff_t>(std::min(from + 5, events.size()))});
            QTRY_COMPARE(court.state.folded, court.state.entries);
            QTRY_VERIFY(court.state.folded > 0);
        }
        {
            Court court(in_parts);
            QTRY_COMPARE(court.verdicts().size(), 15U);
            again = without_places(court.verdicts());
        }
        QCOMPARE(again, at_once);
        const auto recorder = whole.open();
        VERIFY_OK(recorder->verify_cases());
        VERIFY_OK(recorder->verify_leaves());
    }

    void a_policy_that_is_put_in_place_judges_what_comes_behind_it() {
        RecordFolder store;
        const std::filesystem::path file = store.base() / "policy.json";
        Court court(store, file);
        FeedMaker feed;
        court.put({registered(feed), feed.requested("before", 200'000)});
        QTRY_COMPARE(court.verdicts().size(), 1U);
        store.put_in_place(file, policy_text("1"));
        QTRY_COMPARE(court.state.policy_version, std::string("ours-1"));
        court.put({feed.requested("behind", 200'000)});
        QTRY_COMPARE(court.verdicts().size(), 2U);
        QCOMPARE(court.verdicts()[0].tier, std::optional(Tier::confirm));
        QCOMPARE(court.verdicts()[1].tier, std::optional(Tier::sign_off));
        const auto before = verdicts::read(court.verdicts()[0].body);
        const auto text = verdicts::find_document(store.reader(), before->policy);
        VERIFY_OK(text); // the version that judged it is kept
    }

    void a_broken_policy_is_refused_with_its_place_and_the_one_in_force_stays() {
        RecordFolder store;
        const std::filesystem::path file = store.base() / "policy.json";
        store.put_in_place(file, policy_text("1"));
        Court court(store, file);
        QTRY_COMPARE(court.state.policy_version, std::string("ours-1"));
        std::string broken = policy_text("2");
        broken.replace(broken.find("orders.agent.day"), 16, "orders.agnet.day");
        store.put_in_place(file, broken);
        QTRY_VERIFY(court.refused_at("policy.json /rules/0/when 1:"));
        FeedMaker feed;
        court.put({registered(feed), feed.requested("t", 20'000)});
        QTRY_COMPARE(court.verdicts().size(), 1U);
        QCOMPARE(court.state.policy_version, std::string("ours-1"));
        store.put_in_place(file, policy_text("3 and more"));
        QTRY_VERIFY(court.refused_at("policy.json /version")); // an id has no blanks
        std::filesystem::remove(file);
        QTRY_VERIFY(!court.state.refused.has_value());
    }

    void missing_master_data_is_one_work_item_and_no_cases() {
        RecordFolder store;
        const std::filesystem::path file = store.base() / "policy.json";
        std::string plain = policy_text("1"); // tiers and no rules
        plain.replace(plain.find("\"rules\""), std::string::npos, "\"rules\":[]}");
        store.put_in_place(file, plain);
        Court court(store, file);
        QTRY_COMPARE(court.state.policy_version, std::string("ours-1"));
        FeedMaker feed;
        std::vector<domain::Event> events;
        for (int number = 0; number < 50; ++number) {
            events.push_back(feed.requested("t" + std::to_string(number), 1 + number));
        }
        court.put(events);
        QTRY_COMPARE(court.state.judged, 50U);
        const auto report = court.report();
        QVERIFY(report.has_value());
        const auto item = std::find_if(report->work_items.begin(), report->work_items.end(),
                                       [](const auto& each) { return each.rule.empty(); });
        QVERIFY(item != report->work_items.end());
        QCOMPARE(item->cause.bytes(), std::string("agent agent-1"));
        QCOMPARE(item->orders, 50U);
        QCOMPARE(item->example.id.bytes(), std::string("t49"));
        QVERIFY(!court.found_case("t7").has_value());
        court.put({registered(feed)}); // mended
        QTRY_VERIFY(court.report()->work_items.empty());
    }

    void what_the_platform_lets_through_is_raised_and_what_it_holds_is_compared() {
        RecordFolder store;
        const std::filesystem::path file = store.base() / "policy.json";
        store.put_in_place(file, policy_text("1"));
        Court court(store, file);
        QTRY_COMPARE(court.state.policy_version, std::string("ours-1"));
        FeedMaker feed;
        court.put({registered(feed), registered(feed, "agent-2"), feed.requested("ours", 150'000),
                   feed.requested("theirs", 100, "agent-2"), feed.assessed("theirs", Tier::dual_sign_off),
                   feed.requested("gone", 150'000), feed.step(domain::EventType::transaction_completed, "gone")});
        QTRY_COMPARE(court.verdicts().size(), 3U);
        const auto raised = court.found_case("ours");
        QVERIFY(raised.has_value());
        QCOMPARE(raised->state, store::CaseState::raised);
        QCOMPARE(raised->our_tier, std::optional(Tier::sign_off));
        QCOMPARE(raised->tier, Tier::automatic);
        QCOMPARE(raised->codes, std::string("policy_stops"));
        const auto held = court.found_case("theirs");
        QVERIFY(held.has_value());
        QCOMPARE(held->our_tier, std::optional(Tier::automatic));
        QVERIFY(!court.found_case("gone").has_value());    // carried out already: it stays in its history
        court.put({feed.assessed("ours", Tier::confirm)}); // the platform waits after all
        QCOMPARE(court.found_case("ours")->state, store::CaseState::waiting);
        court.put({feed.amended("ours", 2, 100)});
        QTRY_COMPARE(court.found_case("ours")->judged_version, 2);
        QTRY_COMPARE(court.found_case("ours")->our_tier, std::optional(Tier::sign_off)); // with what belongs to it
        std::atomic<bool> same = false;
        court.writer().post([&](record::Recorder& recorder) { same = recorder.verify_cases().ok(); });
        VERIFY_OK(court.writer().flush());
        QTRY_VERIFY(same);
    }

    void pieces_of_one_need_are_told_as_one_matter() {
        RecordFolder store;
        const std::filesystem::path file = store.base() / "policy.json";
        store.put_in_place(file, policy_text("1"));
        Court court(store, file);
        QTRY_COMPARE(court.state.policy_version, std::string("ours-1"));
        FeedMaker feed;
        court.put({registered(feed), registered(feed, "agent-2"), feed.requested("one", 6'000),
                   feed.requested("two", 6'000), feed.requested("three", 6'000, "agent-2"),
                   feed.requested("four", 6'000, "agent-2"), feed.assessed("four", Tier::confirm)});
        QTRY_COMPARE(court.verdicts().size(), 4U);
        QVERIFY(!court.found_case("one").has_value());
        QCOMPARE(court.found_case("two")->codes, std::string("policy_stops one_matter"));
        const auto held = court.found_case("four"); // the platform's case says so as well
        QVERIFY(held.has_value() && (' ' + held->codes + ' ').find(" one_matter ") != std::string::npos);
        std::atomic<bool> same = false;
        court.writer().post([&](record::Recorder& recorder) { same = recorder.verify_cases().ok(); });
        VERIFY_OK(court.writer().flush());
        QTRY_VERIFY(same);
        court.put({feed.amended("two", 2, 700'000)}); // large by itself now
        QTRY_COMPARE(court.found_case("two")->judged_version, 2);
        QVERIFY(court.found_case("two")->codes.find("one_matter") == std::string::npos);
    }

    void what_our_policy_stops_stays_open_until_it_is_acknowledged() {
        RecordFolder store;
        const std::filesystem::path file = store.base() / "policy.json";
        store.put_in_place(file, policy_text("1"));
        Court court(store, file);
        QTRY_COMPARE(court.state.policy_version, std::string("ours-1"));
        FeedMaker feed;
        court.put({registered(feed), feed.requested("ours", 150'000)});
        QTRY_VERIFY(court.found_case("ours").has_value());
        court.put({feed.step(domain::EventType::transaction_started, "ours"),
                   feed.step(domain::EventType::transaction_completed, "ours")});
        const auto carried_out = court.found_case("ours");
        QCOMPARE(carried_out->state, store::CaseState::raised); // nobody has looked at it
        QCOMPARE(carried_out->transaction_state, domain::TransactionState::completed);
        domain::SignedDecision made;
        made.decision.id = domain::DecisionId("d1");
        made.decision.source = domain::SourceId(feed.source());
        made.decision.transaction = domain::TransactionId("ours");
        made.decision.version = 1;
        made.decision.subject_digest = carried_out->digest;
        made.decision.verb = domain::Verb::acknowledge;
        made.decision.person = domain::PersonId("ann");
        made.signed_bytes = wire::decision_bytes(made.decision);
        std::atomic<bool> kept = false;
        std::atomic<bool> same = false;
        court.writer().post([&](record::Recorder& recorder) {
            kept = recorder.decide(made, domain::DecisionState::signed_).ok();
            same = recorder.verify_cases().ok();
        });
        VERIFY_OK(court.writer().flush());
        QTRY_VERIFY(kept && same);
        QCOMPARE(court.found_case("ours")->state, store::CaseState::acknowledged);
        court.put({feed.requested("theirs", 150'000), feed.assessed("theirs", Tier::confirm),
                   feed.step(domain::EventType::transaction_completed, "theirs")});
        QTRY_COMPARE(court.state.judged, 2U);
        QCOMPARE(court.found_case("theirs")->state, store::CaseState::executed); // the platform had somebody for it
    }

    /// A card statement is not in the order of its days.
    void a_work_item_names_the_first_and_the_last_day_whatever_order_they_came_in() {
        const base::Instant noon = base::from_rfc3339("2026-03-10T12:00:00Z").value();
        newsroom::JudgingTally tally;
        std::uint64_t index = 0;
        for (const int day : {5, 1, 9, 9, 3}) {
            verdicts::Kept kept;
            kept.order_index = index;
            kept.missing = {"mandate M-1"};
            tally.verdict({domain::SourceId("s"), domain::TransactionId("t" + std::to_string(index++))},
                          noon + std::chrono::days(day), kept);
        }
        const auto policy = verdicts::compile(
            R"({"format":"reeve-policy/1","version":"v","title":"T","modes":{"*":"enforce"},
            "tiers":[{"tier":"confirm","from":{"minor":"100","currency":"EUR"}}],"rules":[]})");
        VERIFY_OK(policy);
        const ports::JudgingReport report = tally.report(policy->book);
        QCOMPARE(report.work_items.size(), std::size_t(1));
        const ports::WorkItem& item = report.work_items.front();
        QCOMPARE(item.orders, std::uint64_t(5));
        QVERIFY(item.first == noon + std::chrono::days(1));
        QVERIFY(item.last == noon + std::chrono::days(9));
        QCOMPARE(item.example.id.bytes(), std::string("t3")); // the latest, of two the one that came last
    }

    void a_threshold_is_raised_above_everything_that_was_approved_data() {
        QTest::addColumn<int>("approved");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<QByteArray>("tier");
        QTest::addColumn<QString>("to");
        const int enough = static_cast<int>(ports::least_approved);
        QTest::newRow("all of them approved unchanged") << enough << QByteArray() << QByteArray("confirm") << "620.00";
        QTest::newRow("one too few") << enough - 1 << QByteArray() << QByteArray("confirm") << "";
        QTest::newRow("one rejected") << enough << QByteArray("reject") << QByteArray("confirm") << "";
        QTest::newRow("one reduced") << enough << QByteArray("approve_reduced") << QByteArray("confirm") << "";
        QTest::newRow("one rolled back") << enough << QByteArray("roll_back") << QByteArray("confirm") << "";
        QTest::newRow("one only asked about") << enough << QByteArray("ask") << QByteArray("confirm") << "620.00";
        QTest::newRow("a rule that blocks") << enough << QByteArray() << QByteArray("blocked") << "";
    }

    void a_threshold_is_raised_above_everything_that_was_approved() {
        QFETCH(int, approved);
        QFETCH(QByteArray, other);
        QFETCH(QByteArray, tier);
        QFETCH(QString, to);
        QByteArray text = R"({"format":"reeve-policy/1","version":"v","title":"T","modes":{"*":"enforce"},
            "tiers":[{"tier":"confirm","from":{"minor":"10000000","currency":"EUR"}}],
            "rules":[{"id":"much","title":"Much","when":"side == 'buying' && gross >= money('500.00 EUR') ",
                      "tier":"TIER","reason":"{gross}","owner":"O"}]})";
        text.replace("TIER", tier);
        const auto policy = verdicts::compile(text.toStdString());
        VERIFY_OK(policy);
        newsroom::JudgingTally tally;
        FeedMaker feed;
        std::uint64_t index = 0;
        const auto decided = [&](domain::Verb verb, std::int64_t minor) {
            const std::string id = "t" + std::to_string(index);
            const domain::Event event = feed.requested(id, minor);
            tally.event(index, event);
            verdicts::Kept kept;
            kept.order_index = index++;
            kept.rules = {{"much", "", false}};
            const auto& version = std::get<domain::TransactionVersion>(event.payload);
            tally.verdict(version.key, event.time, kept);
            domain::Decision decision;
            decision.id = domain::DecisionId("d" + id);
            decision.source = version.key.source;
            decision.transaction = version.key.id;
            decision.verb = verb;
            tally.decision(decision);
        };
        for (int number = 0; number < approved; ++number) {
            decided(domain::Verb::approve, number == 7 ? 612'40 : 500'00 + number);
        }
        if (!other.isEmpty()) {
            decided(*domain::from_name<domain::Verb>(other.toStdString()), 800'00);
        }
        const ports::JudgingReport report = tally.report(policy->book);
        const auto& raise = report.scores.front().raise;
        QCOMPARE(raise ? QString::fromStdString(domain::to_decimal(raise->to)) : QString(), to);
        if (raise) {
            QCOMPARE(raise->from, FeedMaker::euros(500'00));
            // With it none of the approved ones would have met the rule.
            const auto when = policy::with_threshold(policy->book.document().rules.front().when, raise->threshold,
                                                     to.toStdString() + " EUR");
            VERIFY_OK(when);
            QVERIFY(when->find("620.00 EUR") != std::string::npos);
        }
    }

    void the_scorecard_says_what_people_made_of_a_rule() {
        RecordFolder store;
        const std::filesystem::path file = store.base() / "policy.json";
        store.put_in_place(file, policy_text("1"));
        Court court(store, file);
        QTRY_COMPARE(court.state.policy_version, std::string("ours-1"));
        FeedMaker feed;
        std::vector<domain::Event> events = {registered(feed)};
        for (const char* id : {"a", "b", "c", "d"}) {
            events.push_back(feed.requested(id, 100));
        }
        court.put(events);
        QTRY_COMPARE(court.state.judged, 4U);
        for (const auto& [id, verb] : {std::pair("c", domain::Verb::approve), std::pair("d", domain::Verb::reject)}) {
            domain::SignedDecision decision;
            decision.decision.id = domain::DecisionId(std::string("decision-") + id);
            decision.decision.source = domain::SourceId(feed.source());
            decision.decision.transaction = domain::TransactionId(id);
            decision.decision.version = 1;
            decision.decision.agent = domain::AgentId("agent-1");
            decision.decision.verb = verb;
            decision.decision.person = domain::PersonId("ann");
            decision.decision.role = "manager";
            decision.decision.subject_digest = {1};
            decision.decision.policy_version = "7";
            decision.decision.reason_code = "fine";
            decision.decision.roster_version = 1;
            decision.decision.not_before = FeedMaker::start();
            decision.decision.not_after = FeedMaker::start() + std::chrono::hours(1);
            decision.signed_bytes = wire::decision_bytes(decision.decision);
            court.put({feed.event(domain::EventType::decision_taken, decision)});
        }
        const auto aside = store.reader().quarantine({}, 10);
        QVERIFY(aside && aside->empty());
        QTRY_COMPARE(court.report()->scores.front().approved + court.report()->scores.front().rejected, 2U);
        const auto report = court.report();
        const ports::RuleScore& score = report->scores.front();
        QCOMPARE(score.rule, std::string("often"));
        QVERIFY(score.in_force);
        QCOMPARE(score.fired, 2U);
        QCOMPARE(score.cases, 2U);
        QCOMPARE(score.approved, 1U);
        QCOMPARE(report->coverage.orders, 4U);
        QCOMPARE(report->coverage.silent, 2U);
        QCOMPARE(report->coverage.categories.front().sums.front(), FeedMaker::euros(200));
        const auto& unread = report->coverage.unread_names;
        QVERIFY(std::find(unread.begin(), unread.end(), "payee.is_new") != unread.end());
        QVERIFY(std::find(unread.begin(), unread.end(), "orders.agent.day") == unread.end());
    }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
