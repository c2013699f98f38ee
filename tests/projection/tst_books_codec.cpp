// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/digest.h"
#include "app/projection/books_codec.h"
#include "tests/projection/books_feed.h"

#include <QTest>

using namespace books_feed;

namespace {

std::string bytes_of(const Books& books) {
    std::string bytes;
    BooksCodec::write(books, [&bytes](std::string_view piece) { bytes.append(piece); });
    return bytes;
}

/// A disorderly feed with everything else that the books know about agents.
void whole(Feed& feed, unsigned seed, int count) {
    domain::Agent agent;
    agent.id = domain::AgentId("bot-1");
    agent.name = domain::UntrustedText("Toner \xE2\x80\xAE Buyer");
    agent.kind = domain::AgentKind::voice_bot;
    agent.owner = domain::OwnerId("o");
    agent.group = "group";
    agent.model = "model";
    agent.budget = euros(100'000);
    agent.heartbeat_seconds = 30;
    agent.holds_orders = false;
    feed.add(EventType::agent_registered, agent, at("2026-02-01T00:00:00Z"));
    domain::Mandate mandate;
    mandate.id = domain::MandateId("m");
    mandate.agent = agent.id;
    mandate.categories = {"paper", ""};
    mandate.suppliers = {domain::SupplierId("s")};
    mandate.per_transaction = euros(-1);
    mandate.not_after = at("2027-01-01T00:00:00Z");
    feed.add(EventType::mandate_granted, mandate, at("2026-02-01T00:00:01Z"));
    feed.add(EventType::heartbeat_sent, domain::HeartbeatSent{agent.id}, base::Instant(base::Microseconds(-5)));
    feed.add(EventType::agent_updated,
             domain::AgentUpdated{agent.id, domain::AgentStatus::degraded, domain::UntrustedText("slow")},
             at("2026-03-01T09:01:00Z"));
    feed.add(EventType::stop_ordered,
             domain::StopChanged{domain::StopId("s"), domain::AgentId("*"), domain::PersonId("p"), {}, {}},
             at("2026-03-01T09:02:00Z"));
    disorder(feed, seed, count);
}

void fold_some(Books& books, Feed& feed, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        QVERIFY(feed.fold_into(books, i).ok());
    }
}

} // namespace

class TestBooksCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void going_on_from_the_bytes_is_folding_the_whole_data() {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<int>("most_open");
        for (unsigned seed = 1; seed <= 4; ++seed) {
            QTest::addRow("a disorderly feed, number %u", seed) << seed << 200'000;
            QTest::addRow("a disorderly feed, number %u, with orders put away at every opportunity", seed) << seed << 2;
            QTest::addRow("a disorderly feed, number %u, with some orders put away", seed) << seed << 40;
        }
    }
    void going_on_from_the_bytes_is_folding_the_whole() {
        QFETCH(unsigned, seed);
        QFETCH(int, most_open);
        const auto most = static_cast<std::size_t>(most_open);
        Feed feed;
        whole(feed, seed, 700);
        Books all(most);
        fold_some(all, feed, 0, feed.all.size());
        const std::string expected = bytes_of(all);
        for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{4}, std::size_t{99},
                                      feed.all.size() / 2, feed.all.size() - 1, feed.all.size()}) {
            Books begun(most);
            fold_some(begun, feed, 0, cut);
            const auto gone_on = BooksCodec::read(bytes_of(begun), most);
            QVERIFY(gone_on != nullptr);
            QCOMPARE(gone_on->folded(), static_cast<std::uint64_t>(cut));
            fold_some(*gone_on, feed, cut, feed.all.size());
            QVERIFY(bytes_of(*gone_on) == expected);
            QVERIFY(cells_of(gone_on->cube()) == cells_of(all.cube()));
            QVERIFY(gone_on->state() == all.state());
            QCOMPARE(gone_on->open_orders(), all.open_orders());
        }
    }

    void everything_that_the_screens_ask_is_answered_alike() {
        Feed feed;
        whole(feed, 9, 500);
        Books all;
        fold_some(all, feed, 0, feed.all.size());
        const auto read = BooksCodec::read(bytes_of(all));
        QVERIFY(read != nullptr);
        ports::FleetQuery query;
        query.day_from = at("2026-03-01T00:00:00Z");
        query.month_from = query.day_from;
        query.rate_from = query.day_from;
        query.hours = {at("2026-03-01T10:00:00Z"), at("2026-03-01T15:00:00Z"), at("2026-03-02T11:00:00Z")};
        const auto one = all.page(domain::AgentId("bot-1"), query).value();
        const auto other = read->page(domain::AgentId("bot-1"), query).value();
        QCOMPARE(other.row.agent, one.row.agent);
        QCOMPARE(other.row.status_note, one.row.status_note);
        QCOMPARE(other.row.stop, ports::StopState::ordered);
        QCOMPARE(other.row.orders_by_hour, one.row.orders_by_hour);
        QCOMPARE(other.row.orders, one.row.orders);
        QVERIFY(other.mandates == one.mandates);
        QCOMPARE(other.orders.size(), one.orders.size());
        QVERIFY(!one.orders.empty());
        QCOMPARE(other.orders.front().key, one.orders.front().key);
        QCOMPARE(answer(*read).agents.lines.front().name, answer(all).agents.lines.front().name);
    }

    void bytes_that_end_early_or_late_are_no_books() {
        Feed feed;
        whole(feed, 3, 25);
        Books books;
        fold_some(books, feed, 0, feed.all.size());
        const std::string bytes = bytes_of(books);
        QVERIFY(BooksCodec::read(bytes) != nullptr);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            QVERIFY(BooksCodec::read(std::string_view(bytes).substr(0, size)) == nullptr);
        }
        QVERIFY(BooksCodec::read(bytes + '\0') == nullptr);
    }

    /// The digest in front finds every change; this is about what happens when somebody made a new one.
    void bytes_that_were_changed_are_refused_or_give_books_that_answer() {
        Feed feed;
        whole(feed, 4, 25);
        Books books;
        fold_some(books, feed, 0, feed.all.size());
        const std::string bytes = bytes_of(books);
        int refused = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ 0xFF);
            const auto read = BooksCodec::read(changed);
            refused += read == nullptr ? 1 : 0;
            if (read != nullptr) {
                static_cast<void>(answer(*read));
                static_cast<void>(read->fleet({}));
            }
        }
        QVERIFY(refused > 0);
    }

    /// When this fails, folding or its form has changed: raise BooksCodec::form, so that books of before are made anew,
    /// and write the new digest here.
    void a_change_of_the_folding_needs_a_new_form() {
        Feed feed;
        whole(feed, 7, 400);
        Books books(50);
        fold_some(books, feed, 0, feed.all.size());
        QCOMPARE(BooksCodec::form, 4U);
        QCOMPARE(QByteArray::fromStdString(base::to_hex(crypto::sha256(bytes_of(books))).substr(0, 16)),
                 QByteArray("77eaa7188b916bfc"));
    }
};

QTEST_GUILESS_MAIN(TestBooksCodec)
#include "tst_books_codec.moc"
