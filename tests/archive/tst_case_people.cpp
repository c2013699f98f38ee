// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a case says about people: who may approve it, and until when somebody should, by the policy on record.
#include "app/archive/archive.h"
#include "app/record/writer.h"
#include "app/verdicts/policy_shelf.h"
#include "tests/record/record_folder.h"
#include "tests/support/patience.h"
#include "tests/verdicts/policy_people.h"

#include <QTest>

#include <future>
#include <optional>

namespace {

std::string policy_with(const std::string& members, const std::string& version = "1") {
    return R"({"format":"reeve-policy/1","version":")" + version +
           R"(","title":"T","modes":{"*":"enforce"},)"
           R"("tiers":[{"tier":"sign_off","from":{"minor":"1","currency":"EUR"}}])" +
           members + "}";
}

struct Console : public QObject {
    explicit Console(RecordFolder& store)
        : archive(store.folder(), archive::Archive::Start::now, &store.clock())
        , writer(store.open(), record::Writer::Callbacks{}) {
        domain::SignedRoster roster = people.roster();
        for (domain::Member& member : roster.roster.members) {
            member.permissions.push_back(domain::Permission::decide);
            member.limits = {{10'000'000, domain::Currency::from_code("EUR").value()}};
            member.highest_tier = domain::Tier::dual_sign_off;
        }
        roster.signed_bytes = wire::roster_bytes(roster.roster);
        roster.signature = people.key("admin").sign(roster.signed_bytes).value();
        post([this, roster](record::Recorder& recorder) { return recorder.keep_roster(key.source, roster); });
    }
    ~Console() override { writer.stop(); }
    template <class Call>
    void post(Call call) {
        std::promise<void> done; // flush() is about events alone
        writer.post([call = std::move(call), &done](record::Recorder& recorder) {
            if (const auto kept = call(recorder); !kept) {
                qFatal("%s", base::describe(kept.fault()).c_str());
            }
            done.set_value();
        });
        done.get_future().wait();
    }
    void set_policy(const std::string& members, const std::string& version = "1") {
        post([text = policy_with(members, version)](record::Recorder& recorder) {
            return recorder.keep_setting(verdicts::policy_setting, text, domain::PersonId("anna"));
        });
    }
    void take(const std::vector<domain::Event>& events) {
        QVERIFY(writer.submit(FeedMaker::frames(events)));
        VERIFY_OK(writer.flush());
    }
    ports::CaseFile file() {
        std::optional<base::Result<ports::CaseFile>> got;
        archive.case_file(key, {this, [&got](base::Result<ports::CaseFile> file) { got = std::move(file); }});
        if (!support::wait_until([&] { return got.has_value(); }) || !got->ok()) {
            qFatal("no case");
        }
        return std::move(*got).value();
    }

    FeedMaker feed;
    PolicyPeople people;
    domain::TransactionKey key{domain::SourceId(feed.source()), domain::TransactionId("t1")};
    archive::Archive archive;
    record::Writer writer;
};

} // namespace

class TestCasePeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void without_a_line_nobody_is_limited() {
        RecordFolder store;
        Console console(store);
        console.set_policy("");
        console.take({console.feed.requested("t1"), console.feed.assessed("t1", domain::Tier::sign_off)});
        QVERIFY(!console.file().authority.limited);
    }

    void every_seat_says_how_far_it_reaches_and_by_what() {
        RecordFolder store;
        Console console(store);
        console.set_policy(
            R"(,"authority":{"lines":[{"id":"all","person":"ann","up_to":{"minor":"90000000","currency":"EUR"}}],)"
            R"("delegations":[{"id":"D-1","from":"ann","to":"ben","since":"2000-01-01T00:00:00Z",)"
            R"("until":"2090-01-01T00:00:00Z","reason":"holiday"},)"
            R"({"id":"D-2","from":"ann","to":"cid","since":"2000-01-01T00:00:00Z",)"
            R"("until":"2000-02-01T00:00:00Z","reason":"over"}]})");
        console.take({console.feed.requested("t1"), console.feed.assessed("t1", domain::Tier::sign_off)});
        const ports::CaseAuthority authority = console.file().authority;
        QVERIFY(authority.limited);
        QVERIFY(authority.amount.minor > 0);
        const auto* ann = authority.seat_of(domain::PersonId("ann"));
        QVERIFY(ann != nullptr && ann->may && ann->roster_lets);
        QCOMPARE(ann->most->line, std::string("all"));
        QVERIFY(ann->most->delegation.empty());
        const auto* ben = authority.seat_of(domain::PersonId("ben"));
        QVERIFY(ben != nullptr && ben->may);
        QCOMPARE(ben->most->delegation, std::string("D-1"));
        QCOMPARE(ben->most->holder_name.bytes(), std::string("ann"));
        const auto* cid = authority.seat_of(domain::PersonId("cid"));
        QVERIFY(cid != nullptr && !cid->may && !cid->most);                   // lent once, long over
        QCOMPARE(authority.seats.front().person.bytes(), std::string("ann")); // one's own comes first
    }

    void the_policys_time_to_answer_stands_beside_the_platforms() {
        RecordFolder store;
        Console console(store);
        console.set_policy(R"(,"answer_within":{"sign_off":90},)"
                           R"("when_unanswered":{"sign_off":{"then":"escalate","role":"buyer"}})");
        console.take({console.feed.requested("t1"), console.feed.assessed("t1", domain::Tier::sign_off)});
        const ports::CaseRow row = console.file().row;
        QCOMPARE(row.answer_by, std::optional(row.opened + std::chrono::minutes(90)));
        QCOMPARE(row.unanswered->role, std::string("buyer"));
        QVERIFY(!row.escalated);
        QCOMPARE(row.ends(), row.expires ? std::optional(std::min(*row.expires, *row.answer_by)) : row.answer_by);
    }

    void an_order_that_nobody_answered_is_with_whom_the_policy_names() {
        RecordFolder store;
        Console console(store);
        console.set_policy(R"(,"answer_within":{"sign_off":90},)"
                           R"("when_unanswered":{"sign_off":{"then":"escalate","person":"ben"}})");
        domain::Assessment again;
        again.transaction = console.key.id;
        again.tier = domain::Tier::sign_off;
        again.escalation = "requires_escalation";
        again.findings = {{"above_usual_amount", domain::UntrustedText("more than ever before")},
                          {std::string(domain::nobody_answered), domain::UntrustedText("escalated to ben")}};
        again.expires = base::from_rfc3339("2026-03-05T10:00:00Z").value();
        console.take({console.feed.requested("t1"), console.feed.assessed("t1", domain::Tier::sign_off),
                      console.feed.event(domain::EventType::assessment_made, again)});
        const ports::CaseRow row = console.file().row;
        QVERIFY(row.escalated);
        QCOMPARE(row.unanswered->person.bytes(), std::string("ben"));
        QVERIFY(!row.answer_by); // the time that ben has is the platform's
        QCOMPARE(row.ends(), again.expires);
    }

    void another_policy_counts_from_its_entry_on() {
        RecordFolder store;
        Console console(store);
        console.set_policy(R"(,"answer_within":{"sign_off":90})");
        console.take({console.feed.requested("t1"), console.feed.assessed("t1", domain::Tier::sign_off)});
        QVERIFY(!console.file().row.answer_policy_overtaken);
        console.set_policy(R"(,"answer_within":{"sign_off":30},"when_unanswered":{"sign_off":{"then":"hold"}})", "2");
        // An order that is there is answered by the policy that it came under, and the screen says which one that is.
        ports::CaseRow row = console.file().row;
        QCOMPARE(row.answer_by, std::optional(row.opened + std::chrono::minutes(90)));
        QVERIFY(!row.unanswered);
        QCOMPARE(row.answer_policy, std::string("1"));
        QVERIFY(row.answer_policy_overtaken);
        QCOMPARE(console.file().judgements.size(), std::size_t{0});
        // The next one by the new policy.
        console.key.id = domain::TransactionId("t2");
        console.take({console.feed.requested("t2"), console.feed.assessed("t2", domain::Tier::sign_off)});
        row = console.file().row;
        QCOMPARE(row.answer_by, std::optional(row.opened + std::chrono::minutes(30)));
        QCOMPARE(row.unanswered->then, domain::WhenUnanswered::hold);
        QCOMPARE(row.answer_policy, std::string("2"));
        QVERIFY(!row.answer_policy_overtaken);
    }
};

QTEST_GUILESS_MAIN(TestCasePeople)
#include "tst_case_people.moc"
