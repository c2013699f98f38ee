// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recorder.h"
#include "tests/record/record_folder.h"

#include <QTest>

using record::Frame;
using store::EntryKind;

/// The whole way of an event into the record and back.
class TestRecorder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_event_comes_back_as_it_went_in();
    void a_batch_in_one_frame_is_as_many_events();
    void what_came_before_is_ignored_and_counted();
    void a_segment_that_was_being_sealed_is_sealed_by_the_next_run();
    void a_duplicate_of_any_age_is_recognised();
    void another_body_is_a_conflict();
    void the_same_event_written_anew_is_no_conflict();
    void another_id_for_a_sequence_is_a_conflict();
    void what_cannot_be_read_is_kept_with_its_reason();
    void a_mended_event_takes_the_place_of_the_broken_one();
    void missing_numbers_are_gaps_until_they_come();
    void everything_is_there_after_a_restart();
    void own_entries_are_leaves_too();
    void a_roster_only_rises();
    void a_setting_is_kept_and_recorded();
    void the_same_content_of_another_period_is_suspected();
    void stages_write_into_the_same_commit_and_move_after_it();
};

void TestRecorder::an_event_comes_back_as_it_went_in() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    QVERIFY(recorder);
    const domain::Event event = feed.requested("t1", 12345);
    const auto published = recorder->append(FeedMaker::frames({event}));
    VERIFY_OK(published);
    QCOMPARE((*published)->events.size(), 1U);
    QCOMPARE((*published)->events[0].index, 0U);
    QCOMPARE((*published)->size, 1U);
    QCOMPARE((*published)->sources.at(0).contiguous, 1U);
    QVERIFY((*published)->events[0].event.payload == event.payload);

    const auto reader = store.reader();
    const auto entry = reader.entry(0);
    VERIFY_OK(entry);
    QCOMPARE(entry->body, event.raw);
    QCOMPARE(entry->id, event.id);
    QCOMPARE(entry->source, event.source);
    QCOMPARE(entry->sequence, 1U);
    QCOMPARE(entry->transaction.bytes(), std::string("t1"));
    QCOMPARE(entry->supplier.bytes(), std::string("supplier-7"));
    QCOMPARE(entry->category, std::string("14111507"));
    QVERIFY(entry->amount == FeedMaker::euros(12345));
    QVERIFY(entry->type == domain::EventType::transaction_requested);
    const auto page = reader.entries({}, {});
    VERIFY_OK(page);
    QCOMPARE(page->entries.size(), 1U);
    QVERIFY(!page->more);
    VERIFY_OK(recorder->verify_leaves());
}

void TestRecorder::a_batch_in_one_frame_is_as_many_events() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    const std::vector<domain::Event> events = {feed.heartbeat(), feed.requested("t1"), feed.heartbeat()};
    const auto published =
        recorder->append(std::vector{Frame{wire::encode_batch(events), FeedMaker::start(), events[0].source, {}, 0}});
    VERIFY_OK(published);
    QCOMPARE((*published)->counts.events, 3U);
    QCOMPARE(store.reader().entry(2)->body, events[2].raw);
}

void TestRecorder::what_came_before_is_ignored_and_counted() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    const auto frames = FeedMaker::frames({feed.heartbeat(), feed.heartbeat()});
    VERIFY_OK(recorder->append(frames));
    const auto again = recorder->append(frames);
    VERIFY_OK(again);
    QCOMPARE((*again)->counts, (record::Counts{0, 2, 0, 0, 0}));
    QCOMPARE((*again)->size, 2U);
    const domain::Event third = feed.heartbeat();
    const auto twice = recorder->append(FeedMaker::frames({third, third}));
    VERIFY_OK(twice);
    QCOMPARE((*twice)->counts, (record::Counts{1, 1, 0, 0, 0}));
    const auto duplicates = store.reader().duplicates();
    VERIFY_OK(duplicates);
    QCOMPARE(duplicates->size(), 3U);
    QCOMPARE(duplicates->at(0).id.bytes(), std::string("e3"));
    QCOMPARE(duplicates->at(0).times, 1);
    QCOMPARE(store.reader().status()->duplicates, 3U);
}

/// What is written of it in one run is not written again in the next, and everything in it is found before and after.
void TestRecorder::a_segment_that_was_being_sealed_is_sealed_by_the_next_run() {
    RecordFolder store;
    FeedMaker feed;
    auto recorder = store.open();
    std::vector<domain::Event> events{feed.requested("t1")};
    while (events.size() < store::segment_entries - 10) {
        events.push_back(feed.heartbeat());
    }
    VERIFY_OK(recorder->append(FeedMaker::frames(events)));
    for (int run = 0; run < 3; ++run) {
        for (int commit = 0; commit < 4; ++commit) { // each writes one of 13 dimensions
            VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat(), feed.heartbeat(), feed.heartbeat()})));
        }
        recorder.reset();
        recorder = store.open();
        QCOMPARE(store.reader().status()->sealed_segments, 0U);
        QCOMPARE((*recorder->append(FeedMaker::frames({events.front()})))->counts.duplicates, 1U);
    }
    for (int commit = 0; commit < 13; ++commit) {
        VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat()})));
    }
    QCOMPARE(store.reader().status()->sealed_segments, 1U);
    const auto again = recorder->append(FeedMaker::frames({events.front(), events[40'000], events.back()}));
    VERIFY_OK(again);
    QCOMPARE((*again)->counts.duplicates, 3U);
    VERIFY_OK(recorder->verify_leaves());
}

/// A sealed segment, of whose identities and transactions memory holds next to nothing.
void TestRecorder::a_duplicate_of_any_age_is_recognised() {
    RecordFolder store;
    FeedMaker feed;
    record::Options options = store.options();
    options.keys_in_memory = 64;
    auto recorder = store.open(options);
    const auto request = feed.requested("t1");
    const auto other_request = feed.requested("t2");
    VERIFY_OK(recorder->append(FeedMaker::frames({request, other_request})));
    std::vector<domain::Event> old{request, other_request};
    for (int batch = 0; batch < 2; ++batch) {
        std::vector<domain::Event> events;
        for (int i = 0; i < 33'000; ++i) {
            events.push_back(feed.heartbeat());
        }
        VERIFY_OK(recorder->append(FeedMaker::frames(events)));
        old.push_back(events.front());
        old.push_back(events[17'000]);
        old.push_back(events.back());
    }
    QCOMPARE(store.reader().status()->sealed_segments, 1U);
    const std::uint64_t size = recorder->size();
    for (int start = 0; start < 2; ++start) {
        const auto again = recorder->append(FeedMaker::frames(old));
        VERIFY_OK(again);
        QCOMPARE((*again)->counts.events, 0U);
        QCOMPARE((*again)->counts.duplicates, static_cast<std::uint64_t>(old.size()));
        QCOMPARE(recorder->size(), size);
        recorder.reset();
        recorder = store.open(options); // and once more with what the segments alone say
    }
    domain::Event changed = other_request;
    changed.time += std::chrono::hours(1);
    changed.raw = wire::encode_event(changed);
    const auto contradicted = recorder->append(FeedMaker::frames({changed}));
    VERIFY_OK(contradicted);
    QCOMPARE((*contradicted)->counts.conflicts, 1U);
    // A transaction of the first segment is still known: its next version follows, and another first one contradicts.
    const auto next = recorder->append(FeedMaker::frames({feed.amended("t1", 2, 9900)}));
    VERIFY_OK(next);
    QCOMPARE((*next)->counts.conflicts, 0U);
    const auto twice = recorder->append(FeedMaker::frames({feed.requested("t2", 5)}));
    VERIFY_OK(twice);
    QCOMPARE((*twice)->counts.conflicts, 1U);
}

void TestRecorder::another_body_is_a_conflict() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    const domain::Event first = feed.requested("t1", 100);
    VERIFY_OK(recorder->append(FeedMaker::frames({first})));
    feed.go_to(1);
    const domain::Event other = feed.requested("t1", 999);
    QCOMPARE(other.id, first.id);
    const auto published = recorder->append(FeedMaker::frames({other, other}));
    VERIFY_OK(published);
    QCOMPARE((*published)->counts, (record::Counts{0, 0, 2, 0, 0}));
    QVERIFY((*published)->events.empty());
    VERIFY_OK(recorder->append(FeedMaker::frames({other})));
    const auto conflicts = store.reader().conflicts();
    VERIFY_OK(conflicts);
    QCOMPARE(conflicts->size(), 1U);
    QCOMPARE(conflicts->at(0).other, 0U);
    QCOMPARE(conflicts->at(0).times, 3);
    QVERIFY(conflicts->at(0).kind == store::ConflictKind::other_body);
    const auto kept = store.reader().entry(conflicts->at(0).index);
    VERIFY_OK(kept);
    QCOMPARE(kept->body, other.raw);
    QVERIFY(kept->kind == EntryKind::conflict);
}

void TestRecorder::the_same_event_written_anew_is_no_conflict() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    const domain::Event first = feed.heartbeat();
    VERIFY_OK(recorder->append(FeedMaker::frames({first})));
    std::string anew = first.raw; // blanks, an escape, and the first member moved to the end
    const std::size_t comma = anew.find(',');
    anew = "{ " + anew.substr(comma + 1, anew.size() - comma - 2) + ", " + anew.substr(1, comma - 1) + " }";
    anew.replace(anew.find("agent-1"), 1, "\\u0061");
    QVERIFY(anew != first.raw);
    const auto again = recorder->append(std::vector{Frame{anew, FeedMaker::start(), first.source, {}, 0}});
    VERIFY_OK(again);
    QCOMPARE((*again)->counts, (record::Counts{0, 1, 0, 0, 0}));
    QCOMPARE(store.reader().entry(0)->body, first.raw); // what came first stays
    std::string more = anew;
    more.insert(more.size() - 1, ",\"unheard_of\":1");
    const auto other = recorder->append(std::vector{Frame{more, FeedMaker::start(), first.source, {}, 0}});
    VERIFY_OK(other);
    QCOMPARE((*other)->counts, (record::Counts{0, 0, 1, 0, 0}));
}

void TestRecorder::another_id_for_a_sequence_is_a_conflict() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat(), feed.heartbeat()})));
    feed.go_to(2);
    domain::Event other = feed.heartbeat();
    other.id = domain::EventId("somebody-else");
    other.raw = wire::encode_event(other);
    const auto published = recorder->append(FeedMaker::frames({other}));
    VERIFY_OK(published);
    QCOMPARE((*published)->counts, (record::Counts{0, 0, 1, 0, 0}));
    QVERIFY((*published)->conflicts.at(0).kind == store::ConflictKind::other_identity);
    QCOMPARE((*published)->conflicts.at(0).other, 1U);
}

void TestRecorder::what_cannot_be_read_is_kept_with_its_reason() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    const std::string garbage(100'000, 'x');
    const std::vector frames = {
        FeedMaker::frame(feed.heartbeat()),
        Frame{"{\"specversion\":\"1.0\",", FeedMaker::start(), domain::SourceId("urn:file"), "orders.json:17", 0},
        Frame{garbage, FeedMaker::start(), domain::SourceId("urn:file"), "orders.json:18", 0},
        FeedMaker::frame(feed.heartbeat())};
    const auto published = recorder->append(frames);
    VERIFY_OK(published);
    QCOMPARE((*published)->counts, (record::Counts{2, 0, 0, 2, 0}));
    VERIFY_OK(recorder->append(frames));
    const auto listed = store.reader().quarantine();
    VERIFY_OK(listed);
    QCOMPARE(listed->size(), 2U);
    QCOMPARE(listed->at(0).size, garbage.size());
    QCOMPARE(listed->at(0).kept, 65'536U);
    QCOMPARE(listed->at(0).times, 2);
    QVERIFY(listed->at(1).code == base::FaultCode::malformed);
    QVERIFY(listed->at(1).place.starts_with("orders.json:17"));
    QVERIFY(!listed->at(1).detail.empty());
    QCOMPARE(store.reader().quarantine(listed->at(0).index)->size(), 1U);
    QCOMPARE(store.reader().entry(listed->at(0).index)->body, garbage.substr(0, 65'536));
}

void TestRecorder::a_mended_event_takes_the_place_of_the_broken_one() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    const domain::Event good = feed.requested("t1");
    std::string broken = good.raw;
    broken.replace(broken.find("\"EUR\""), 5, "\"E1R\"");
    const auto refused = recorder->append(std::vector{Frame{broken, FeedMaker::start(), good.source, {}, 0}});
    VERIFY_OK(refused);
    QCOMPARE((*refused)->counts, (record::Counts{0, 0, 0, 1, 0}));
    QCOMPARE((*refused)->sources.at(0).contiguous, 1U); // it came: asking for it again would bring the same
    const auto mended = recorder->append(FeedMaker::frames({good}));
    VERIFY_OK(mended);
    QCOMPARE((*mended)->counts, (record::Counts{1, 0, 0, 0, 0}));
}

void TestRecorder::missing_numbers_are_gaps_until_they_come() {
    RecordFolder store;
    FeedMaker feed;
    const auto recorder = store.open();
    const domain::Event first = feed.heartbeat();
    std::vector<domain::Event> missing;
    for (int i = 0; i < 4; ++i) {
        missing.push_back(feed.heartbeat());
    }
    const domain::Event sixth = feed.heartbeat();
    const auto published = recorder->append(FeedMaker::frames({first, sixth}));
    VERIFY_OK(published);
    QCOMPARE((*published)->counts.gaps, 1U);
    QCOMPARE((*published)->sources.at(0).highest, 6U);
    QCOMPARE((*published)->sources.at(0).contiguous, 1U);
    const auto open = store.reader().gaps(true);
    VERIFY_OK(open);
    QCOMPARE(open->size(), 1U);
    QCOMPARE(open->at(0).from, 2U);
    QCOMPARE(open->at(0).to, 5U);
    VERIFY_OK(recorder->append(FeedMaker::frames({missing[1]})));
    QCOMPARE(store.reader().gaps(true)->size(), 2U);
    const auto filled = recorder->append(FeedMaker::frames({missing[0], missing[2], missing[3]}));
    VERIFY_OK(filled);
    QCOMPARE((*filled)->sources.at(0).contiguous, 6U);
    QVERIFY(store.reader().gaps(true)->empty());
    std::uint64_t numbers = 0;
    const auto gaps = store.reader().gaps();
    for (const auto& gap : *gaps) {
        QVERIFY(gap.filled);
        numbers += gap.to - gap.from + 1;
    }
    QCOMPARE(numbers, 4U);
}

void TestRecorder::everything_is_there_after_a_restart() {
    RecordFolder store;
    FeedMaker feed;
    domain::Digest root{};
    const auto frames = FeedMaker::frames({feed.heartbeat(), feed.requested("t1"), feed.heartbeat()});
    feed.skip(2);
    {
        const auto recorder = store.open();
        VERIFY_OK(recorder->append(frames));
        VERIFY_OK(recorder->append(FeedMaker::frames({feed.heartbeat()})));
        root = recorder->root();
    }
    const auto recorder = store.open();
    QVERIFY(recorder);
    QCOMPARE(recorder->size(), 4U);
    QVERIFY(recorder->root() == root);
    QCOMPARE(recorder->sources().at(0).contiguous, 3U);
    QCOMPARE(recorder->sources().at(0).highest, 6U);
    QCOMPARE((*recorder->append(frames))->counts, (record::Counts{0, 3, 0, 0, 0}));
    QVERIFY(store.reader().status()->root == root);
}

void TestRecorder::own_entries_are_leaves_too() {
    RecordFolder store;
    const auto recorder = store.open();
    record::Draft draft;
    draft.header.kind = EntryKind::view;
    draft.header.id = domain::EventId("case t1");
    draft.body = "looked at";
    const domain::Digest before = recorder->root();
    const auto published = recorder->append_own({draft});
    VERIFY_OK(published);
    QCOMPARE((*published)->own.size(), 1U);
    QVERIFY(recorder->root() != before);
    const auto entry = store.reader().entry(0);
    VERIFY_OK(entry);
    QVERIFY(entry->kind == EntryKind::view);
    QCOMPARE(entry->body, std::string("looked at"));
    QVERIFY(entry->received == store.clock().now());
    VERIFY_OK(recorder->verify_leaves());
}

void TestRecorder::a_roster_only_rises() {
    RecordFolder store;
    const auto recorder = store.open();
    const domain::SourceId source("urn:test:gateway");
    const auto roster = [](std::int64_t version, const char* name) {
        domain::SignedRoster made;
        made.roster.version = version;
        made.roster.issued = FeedMaker::start();
        domain::Member member;
        member.id = domain::PersonId("p1");
        member.name = domain::UntrustedText(name);
        made.roster.members.push_back(member);
        made.signed_bytes = wire::roster_bytes(made.roster);
        return made;
    };
    VERIFY_OK(recorder->keep_roster(source, roster(2, "Ada")));
    VERIFY_FAULT(recorder->keep_roster(source, roster(1, "Ada")), base::FaultCode::stale);
    VERIFY_FAULT(recorder->keep_roster(source, roster(2, "Eve")), base::FaultCode::conflict);
    VERIFY_OK(recorder->keep_roster(source, roster(2, "Ada")));
    QCOMPARE(recorder->size(), 1U);
    VERIFY_OK(recorder->keep_roster(source, roster(3, "Ada")));
    const auto newest = store.reader().roster(source);
    VERIFY_OK(newest);
    QCOMPARE((*newest)->version, 3);
    QCOMPARE((*newest)->roster.signed_bytes, roster(3, "Ada").signed_bytes);
}

void TestRecorder::a_setting_is_kept_and_recorded() {
    RecordFolder store;
    const auto recorder = store.open();
    VERIFY_OK(recorder->keep_setting("language", "de", domain::PersonId("p1")));
    VERIFY_OK(recorder->keep_setting("language", "en", domain::PersonId("p1")));
    QCOMPARE(store.reader().setting("language")->value(), std::string("en"));
    QVERIFY(!store.reader().setting("theme")->has_value());
    QCOMPARE(recorder->size(), 2U);
}

void TestRecorder::the_same_content_of_another_period_is_suspected() {
    RecordFolder store;
    const auto recorder = store.open();
    const domain::Digest content = crypto::sha256(std::string_view("the rows"));
    const auto import = [&](const char* source) {
        FeedMaker feed(source);
        const auto batch = recorder->begin_batch(domain::SourceId(source), content);
        auto frames = FeedMaker::frames({feed.requested("t1"), feed.requested("t2")});
        for (Frame& frame : frames) {
            frame.batch = batch->number;
        }
        auto published = recorder->append(frames);
        static_cast<void>(recorder->end_batch(batch->number));
        return std::pair(*batch, std::move(published));
    };
    const auto [april, april_events] = import("urn:card:2024-04");
    QVERIFY(april.state == store::BatchState::running);
    QVERIFY(!(*april_events)->events[0].suspected);
    const auto [may, may_events] = import("urn:card:2024-05");
    QVERIFY(may.state == store::BatchState::suspected);
    QVERIFY(may.same_as == april.number);
    QVERIFY((*may_events)->events[0].suspected);
    const auto [again, again_events] = import("urn:card:2024-04");
    QVERIFY(again.state == store::BatchState::running);
    QCOMPARE((*again_events)->counts, (record::Counts{0, 2, 0, 0, 0}));

    store::EntryFilter spend;
    spend.kind = EntryKind::event;
    QCOMPARE(*store.reader().count(spend, 100), 4U);
    spend.without_suspected = true;
    QCOMPARE(*store.reader().count(spend, 100), 2U);
    VERIFY_FAULT(recorder->resolve_batch(april.number, true, domain::PersonId("p1")), base::FaultCode::refused);
    VERIFY_OK(recorder->resolve_batch(may.number, true, domain::PersonId("p1")));
    QCOMPARE(*store.reader().count(spend, 100), 4U);
    const auto batches = store.reader().batches();
    QCOMPARE(batches->size(), 3U);
    QVERIFY(batches->at(1).state == store::BatchState::kept);
    QCOMPARE(batches->at(1).events, 2U);
    QCOMPARE(batches->at(0).duplicates, 2U);
}

namespace {

/// Judges every requested event; counts what it adopted.
class Judge final : public record::Stage {
public:
    base::Result<record::StageOutput> fold(std::span<const record::RecordedEvent> events) override {
        record::StageOutput output;
        for (const auto& event : events) {
            if (event.event.type == domain::EventType::transaction_requested) {
                record::Draft draft;
                draft.header.kind = EntryKind::verdict;
                draft.header.source = event.event.source;
                draft.header.transaction = std::get<domain::TransactionVersion>(event.event.payload).key.id;
                draft.header.tier = domain::Tier::confirm;
                draft.body = "verdict on entry " + std::to_string(event.index);
                output.drafts.push_back(std::move(draft));
                ++next;
            }
        }
        if (fail) {
            return base::Fault{base::FaultCode::internal, "told to", {}};
        }
        return output;
    }
    void adopt() override { present = next; }
    void discard() override { next = present; }

    int present = 0;
    int next = 0;
    bool fail = false;
};

} // namespace

void TestRecorder::stages_write_into_the_same_commit_and_move_after_it() {
    RecordFolder store;
    FeedMaker feed;
    Judge judge;
    auto options = store.options();
    options.stages = {&judge};
    const auto recorder = store.open(options);
    const auto frames = FeedMaker::frames({feed.requested("t1"), feed.heartbeat()});
    judge.fail = true;
    VERIFY_FAULT(recorder->append(frames), base::FaultCode::internal);
    QCOMPARE(judge.next, 0);
    QCOMPARE(recorder->size(), 0U);
    judge.fail = false;
    const auto published = recorder->append(frames);
    VERIFY_OK(published);
    QCOMPARE(judge.present, 1);
    QCOMPARE((*published)->size, 3U);
    QCOMPARE((*published)->own.at(0).index, 2U);
    store::EntryFilter filter;
    filter.tier = domain::Tier::confirm;
    const auto page = store.reader().entries(filter, {});
    QCOMPARE(page->entries.size(), 1U);
    QCOMPARE(page->entries[0].transaction.bytes(), std::string("t1"));
}

QTEST_APPLESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
