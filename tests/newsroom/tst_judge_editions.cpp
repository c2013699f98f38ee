// SPDX-License-Identifier: GPL-3.0-or-later
//
// The judge goes by the edition that was published last: one of the record, one that the feed tells, one whose solo
// delay is over. Earlier orders keep the version that judged them.
#include "app/newsroom/judge.h"
#include "app/verdicts/kept.h"
#include "tests/record/record_folder.h"
#include "tests/support/patience.h"
#include "tests/verdicts/policy_people.h"

#include <QCoreApplication>
#include <QTest>

#include <atomic>

namespace {

const domain::SourceId gateway(PolicyPeople::source);
constexpr std::uint64_t much = std::uint64_t{1} << 40U; ///< bytes

/// A record with its writing thread, a judge and a roster.
class Court {
public:
    explicit Court(RecordFolder& store, bool solo = false, const std::filesystem::path& file = {})
        : store_(store)
        , judge_({store.folder(), file, std::chrono::milliseconds(20), gateway, false, &store.clock()})
        , writer_(store.open(on_a_disk()),
                  {[this](const record::PublishedPtr& published) { judge_.published(published); }, {}, {}}) {
        store.clock().advance(std::chrono::hours(3));
        post(
            [this, solo](record::Recorder& recorder) { return recorder.keep_roster(gateway, people.roster(1, solo)); });
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
    void keep(record::PolicyAct act, const domain::PolicyEnvelope& envelope) {
        post([act, envelope](record::Recorder& recorder) {
            return recorder.keep_policy({act, domain::PersonId("ann"), envelope}, gateway,
                                        domain::EventId("an edition"));
        });
    }
    /// The policy's version of every verdict, in the order of the record.
    [[nodiscard]] std::vector<std::string> judged_by() const {
        store::EntryFilter filter;
        filter.kind = store::EntryKind::verdict;
        const auto page =
            store_.reader().entries(filter, store::PageRequest{{}, store::Direction::forward, 1000, true});
        std::vector<std::string> versions;
        for (const store::Entry& entry : page->entries) {
            versions.push_back(verdicts::read(entry.body)->policy_version);
        }
        return versions;
    }

    PolicyPeople people;
    ports::JudgeState state;
    std::atomic<bool> full = false; ///< the disk

private:
    [[nodiscard]] record::Options on_a_disk() {
        record::Options options = store_.options();
        options.free_floor = 1;
        options.free_bytes = [this](const std::filesystem::path&) { return full ? std::uint64_t{0} : much; };
        return options;
    }
    void post(const std::function<base::Result<record::PublishedPtr>(record::Recorder&)>& call) {
        writer_.post([this, call](record::Recorder& recorder) {
            const auto written = call(recorder);
            if (!written) {
                qFatal("%s", base::describe(written.fault()).c_str());
            }
            writer_.publish(*written);
        });
    }

    RecordFolder& store_;
    QObject context_;
    newsroom::Judge judge_;
    record::Writer writer_;
};

domain::PolicyEnvelope first(const PolicyPeople& people, const std::vector<std::string>& names) {
    return people.sign(PolicyPeople::edition(1, PolicyPeople::document("v1", 40'000)), names);
}

domain::Event told(FeedMaker& feed, const domain::PolicyEnvelope& envelope) {
    return feed.event(domain::EventType::policy_published,
                      domain::PolicyPublished{"v1", PolicyPeople::digest(envelope), domain::PersonId("ann"), envelope});
}

} // namespace

class TestJudgeEditions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_next_order_goes_by_the_edition_and_earlier_ones_keep_theirs() {
        RecordFolder store;
        Court court(store);
        FeedMaker feed;
        court.put({feed.requested("t1", 1'000)});
        QTRY_COMPARE(court.judged_by().size(), 1U);
        court.keep(record::PolicyAct::published, first(court.people, {"ann", "ben"}));
        QTRY_COMPARE(court.state.policy_version, std::string("v1"));
        court.put({feed.requested("t2", 1'000)});
        QTRY_COMPARE(court.judged_by().size(), 2U);
        QVERIFY(court.judged_by().front() != "v1");
        QCOMPARE(court.judged_by().back(), std::string("v1"));
        QVERIFY(!court.state.shipped);
    }

    void an_edition_that_the_feed_tells_is_taken_when_it_counts() {
        RecordFolder store;
        Court court(store);
        FeedMaker feed;
        court.put({told(feed, first(court.people, {"ann", "cid"}))}); // cid may not
        QTRY_VERIFY(court.state.refused.has_value());
        QCOMPARE(court.state.refused->where, std::string("not_permitted"));
        QVERIFY(court.state.policy_version != "v1");
        court.put({told(feed, first(court.people, {"ann", "ben"}))});
        QTRY_COMPARE(court.state.policy_version, std::string("v1"));
        QTRY_VERIFY(!court.state.refused.has_value());
        store::EntryFilter filter;
        filter.kind = store::EntryKind::policy;
        QCOMPARE(store.reader().entries(filter, {})->entries.size(), 1U); // once, and only what counts
    }

    void in_solo_mode_it_takes_effect_when_the_delay_is_over() {
        RecordFolder store;
        Court court(store, true);
        auto edition = PolicyPeople::edition(1, PolicyPeople::document("v1", 40'000));
        edition.solo = true;
        edition.proposed = store.clock().now();
        edition.not_before = edition.proposed + std::chrono::hours(1);
        court.keep(record::PolicyAct::proposed, court.people.sign(edition, {"ann"}));
        FeedMaker feed;
        court.put({feed.requested("t1", 1'000)});
        QTRY_COMPARE(court.judged_by().size(), 1U);
        QVERIFY(court.judged_by().front() != "v1");
        store.clock().advance(std::chrono::minutes(61));
        QTRY_COMPARE(court.state.policy_version, std::string("v1"));
        court.put({feed.requested("t2", 1'000)});
        QTRY_COMPARE(court.judged_by().size(), 2U);
        QCOMPARE(court.judged_by().back(), std::string("v1"));
    }

    void an_edition_that_could_not_be_written_is_written_when_the_disk_has_room() {
        RecordFolder store;
        Court court(store, true);
        auto edition = PolicyPeople::edition(1, PolicyPeople::document("v1", 40'000));
        edition.solo = true;
        edition.proposed = store.clock().now();
        edition.not_before = edition.proposed + std::chrono::hours(1);
        court.keep(record::PolicyAct::proposed, court.people.sign(edition, {"ann"}));
        QTRY_VERIFY(court.state.folded > 1);
        court.full = true;
        store.clock().advance(std::chrono::minutes(61));
        QTRY_VERIFY(court.state.fault.has_value());
        QCOMPARE(court.state.fault->code, base::FaultCode::disk_full);
        QVERIFY(court.state.policy_version != "v1");
        court.full = false;
        QTRY_COMPARE(court.state.policy_version, std::string("v1"));
        QTRY_VERIFY(!court.state.fault.has_value());
    }

    void a_file_does_not_replace_what_two_people_signed() {
        RecordFolder store;
        const std::filesystem::path file = store.base() / "policy.json";
        Court court(store, false, file);
        court.keep(record::PolicyAct::published, first(court.people, {"ann", "ben"}));
        QTRY_COMPARE(court.state.policy_version, std::string("v1"));
        store.put_in_place(file, PolicyPeople::document("by a file", 1));
        QTRY_VERIFY(court.state.refused.has_value());
        QCOMPARE(court.state.refused->where, std::string("policy.json"));
        QCOMPARE(court.state.policy_version, std::string("v1"));
    }

    void a_restart_judges_by_the_edition_at_once() {
        RecordFolder store;
        FeedMaker feed;
        {
            Court court(store);
            court.keep(record::PolicyAct::published, first(court.people, {"ann", "ben"}));
            QTRY_COMPARE(court.state.policy_version, std::string("v1"));
        }
        Court court(store);
        QTRY_COMPARE(court.state.policy_version, std::string("v1"));
        court.put({feed.requested("t1", 1'000)});
        QTRY_COMPARE(court.judged_by(), std::vector<std::string>{"v1"});
    }
};

QTEST_GUILESS_MAIN(TestJudgeEditions)
#include "tst_judge_editions.moc"
