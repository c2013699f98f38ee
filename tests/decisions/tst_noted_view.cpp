// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archive.h"
#include "app/decisions/decisions.h"
#include "app/verdicts/noted_view.h"
#include "app/verdicts/policy_shelf.h"
#include "tests/record/record_folder.h"
#include "tests/support/patience.h"

#include <QTest>

#include <future>
#include <optional>

using domain::OwnView;

namespace {

/// A shipped policy that asks for an own view in all or none of the orders.
std::string policy_with(int percent) {
    return R"({"format":"reeve-policy/1","version":"2026-01","title":"All","own_view_percent":)" +
           std::to_string(percent) +
           R"(,"tiers":[{"tier":"sign_off","from":{"minor":"1","currency":"EUR"}}],"modes":{"*":"enforce"}})";
}

/// A record with its writer, and decisions and archive on it.
struct Console : public QObject {
    explicit Console(RecordFolder& store)
        : archive(store.folder()) {
        auto recorder = store.open();
        writer = std::make_unique<record::Writer>(std::move(recorder), record::Writer::Callbacks{});
        decisions::Settings settings;
        settings.store = store.folder();
        settings.key_file = store.base() / "key";
        settings.source = domain::SourceId(feed.source());
        desk = std::make_unique<decisions::Decisions>(settings, writer.get(), nullptr, store.clock());
    }
    ~Console() override { desk.reset(); }
    void take(const std::vector<domain::Event>& events) {
        QVERIFY(writer->submit(FeedMaker::frames(events)));
        VERIFY_OK(writer->flush());
    }
    void set_policy(int percent) {
        std::promise<void> done; // flush() is about events alone
        writer->post([percent, &done](record::Recorder& recorder) {
            const auto kept =
                recorder.keep_setting(verdicts::policy_setting, policy_with(percent), domain::PersonId("anna"));
            if (!kept) {
                qFatal("%s", base::describe(kept.fault()).c_str());
            }
            done.set_value();
        });
        done.get_future().wait();
    }
    base::Result<ports::NotedView> note(OwnView view, std::int32_t version = 1) {
        std::optional<base::Result<ports::NotedView>> got;
        desk->note_view({key, version, view},
                        {this, [&got](base::Result<ports::NotedView> noted) { got = std::move(noted); }});
        if (!support::wait_until([&] { return got.has_value(); })) {
            qFatal("no answer");
        }
        return *got;
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
    domain::TransactionKey key{domain::SourceId(feed.source()), domain::TransactionId("t1")};
    std::unique_ptr<record::Writer> writer;
    std::unique_ptr<decisions::Decisions> desk;
    archive::Archive archive;
};

} // namespace

class TestNotedView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_view_is_kept_once_for_each_version() {
        RecordFolder store;
        Console console(store);
        console.set_policy(100);
        console.take({console.feed.requested("t1"), console.feed.assessed("t1", domain::Tier::sign_off)});
        QVERIFY(console.file().wants_own_view);
        QVERIFY(console.file().views.empty());

        const auto noted = console.note(OwnView::odd);
        VERIFY_OK(noted);
        QCOMPARE(noted->view, OwnView::odd);
        VERIFY_FAULT(console.note(OwnView::fine), base::FaultCode::conflict);
        const ports::CaseFile file = console.file();
        QCOMPARE(file.views.size(), std::size_t{1});
        QCOMPARE(file.views.front().view, OwnView::odd);
        QCOMPARE(file.views.front().index, noted->index);
        QVERIFY(file.timeline.back().view && file.timeline.back().view->view == OwnView::odd);
        const auto entry = store.reader().entry(noted->index);
        VERIFY_OK(entry);
        QVERIFY(entry->kind == store::EntryKind::view && entry->version == 1);

        console.take({console.feed.amended("t1", 2, 9900)}); // another order: looked at anew
        VERIFY_FAULT(console.note(OwnView::fine, 1), base::FaultCode::stale);
        VERIFY_OK(console.note(OwnView::wrong, 2));
        const ports::CaseFile amended = console.file();
        QCOMPARE(amended.views.size(), std::size_t{2});
        QCOMPARE(amended.views.back().version, 2);
        QVERIFY(std::is_sorted(amended.timeline.begin(), amended.timeline.end(),
                               [](const auto& one, const auto& other) { return one.row.index < other.row.index; }));
        VERIFY_OK(console.writer->flush());
        console.writer->stop();
    }

    void two_notes_at_once_are_one() {
        RecordFolder store;
        Console console(store);
        console.take({console.feed.requested("t1"), console.feed.assessed("t1", domain::Tier::sign_off)});
        int good = 0;
        int answers = 0;
        for (const OwnView view : {OwnView::fine, OwnView::wrong, OwnView::odd}) {
            console.desk->note_view({console.key, 1, view}, {&console, [&](base::Result<ports::NotedView> noted) {
                                                                 good += noted.ok() ? 1 : 0;
                                                                 ++answers;
                                                             }});
        }
        QTRY_COMPARE(answers, 3);
        QCOMPARE(good, 1);
        QCOMPARE(console.file().views.size(), std::size_t{1});
    }

    void what_cannot_be_noted_says_why() {
        RecordFolder store;
        Console console(store);
        VERIFY_FAULT(console.note(OwnView::fine), base::FaultCode::not_found);
        console.desk.reset();
        decisions::Settings settings;
        settings.store = store.folder();
        settings.key_file = store.base() / "key";
        console.desk = std::make_unique<decisions::Decisions>(settings, nullptr, nullptr, store.clock());
        VERIFY_FAULT(console.note(OwnView::fine), base::FaultCode::locked);
    }

    void only_what_the_policy_asks_for_waits_for_a_view_data() {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("tier");
        QTest::addColumn<bool>("wanted");
        QTest::addRow("every order that is signed") << 100 << static_cast<int>(domain::Tier::sign_off) << true;
        QTest::addRow("every order that two sign") << 100 << static_cast<int>(domain::Tier::dual_sign_off) << true;
        QTest::addRow("never where it is only confirmed") << 100 << static_cast<int>(domain::Tier::confirm) << false;
        QTest::addRow("none where the share is nothing") << 0 << static_cast<int>(domain::Tier::sign_off) << false;
    }
    void only_what_the_policy_asks_for_waits_for_a_view() {
        QFETCH(int, percent);
        QFETCH(int, tier);
        RecordFolder store;
        Console console(store);
        console.set_policy(percent);
        console.take({console.feed.requested("t1"), console.feed.assessed("t1", static_cast<domain::Tier>(tier))});
        QTEST(console.file().wants_own_view, "wanted");
    }

    void the_share_is_met_and_always_the_same() {
        int wanted = 0;
        for (int i = 0; i < 5000; ++i) {
            const domain::TransactionKey key{domain::SourceId("urn:shop"), domain::TransactionId(std::to_string(i))};
            const bool asks = verdicts::wants_own_view(key, domain::Tier::sign_off, 20);
            QCOMPARE(verdicts::wants_own_view(key, domain::Tier::sign_off, 20), asks);
            QVERIFY(!asks || verdicts::wants_own_view(key, domain::Tier::sign_off, 60)); // more only adds
            wanted += asks ? 1 : 0;
        }
        QVERIFY2(wanted > 850 && wanted < 1150, qPrintable(QString::number(wanted)));
    }

    void other_entries_of_that_kind_are_no_views() {
        store::Entry entry;
        entry.kind = store::EntryKind::view;
        for (const char* body : {"", "{}", R"({"format":"reeve-own-view/2","view":"odd","person":""})",
                                 R"({"format":"reeve-own-view/1","view":"good","person":""})"}) {
            entry.body = body;
            QVERIFY(!verdicts::read_view(entry).ok());
            QVERIFY(verdicts::views_in({entry}).empty());
        }
        const record::Draft draft =
            verdicts::draft_of({OwnView::wrong, domain::PersonId("anna"), 4, FeedMaker::start(), 0}, {});
        entry.body = draft.body;
        entry.version = draft.header.version;
        entry.time = draft.header.time;
        const auto read = verdicts::read_view(entry);
        VERIFY_OK(read);
        QCOMPARE(read->view, OwnView::wrong);
        QCOMPARE(read->person.bytes(), std::string("anna"));
        QCOMPARE(read->version, 4);
    }
};

QTEST_GUILESS_MAIN(TestNotedView)
#include "tst_noted_view.moc"
