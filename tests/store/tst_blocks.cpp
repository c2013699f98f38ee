// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/key_sketch.h"
#include "app/base/keyed_hash.h"
#include "app/store/block.h"
#include "app/store/segment_bits.h"
#include "app/store/tail.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <random>

using store::Block;
using store::Posting;

/// The pieces that stand in for indexes.
class TestBlocks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blocks_give_back_what_went_in_data();
    void blocks_give_back_what_went_in();
    void a_key_is_never_cut_in_two();
    void damaged_blocks_are_refused();
    void marks_are_walked_both_ways();
    void a_sketch_never_forgets();
    void a_sketch_is_seldom_wrong();
    void the_tail_finds_the_entries_of_a_transaction();
    void the_tail_finds_what_it_holds();
    void the_tail_goes_back();
    void the_tail_drops_what_was_sealed();
    void the_hash_keeps_its_values();
    void keys_keep_the_order_of_values();
};

namespace {

std::vector<Posting> unpack(const std::vector<Block>& blocks) {
    std::vector<Posting> all;
    for (const Block& block : blocks) {
        const auto done = store::walk_block(block.first_key, block.data, [&](std::uint64_t key, std::uint16_t offset) {
            all.push_back(Posting{key, offset});
        });
        if (!done) {
            qFatal("a block of our own does not read");
        }
    }
    return all;
}

/// Stands for a hash: spread over 40 bits.
std::uint64_t spread(std::uint64_t number) {
    return number * 0x9e3779b97f4a7c15U >> 24U;
}

store::EntryKeys with_identity(std::uint64_t number) {
    store::EntryKeys keys;
    keys.set(store::Dimension::identity, spread(number));
    keys.set(store::Dimension::sequence, number);
    return keys;
}

} // namespace

void TestBlocks::blocks_give_back_what_went_in_data() {
    QTest::addColumn<quint64>("distinct");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << quint64{1} << 0;
    QTest::newRow("one entry") << quint64{1} << 1;
    QTest::newRow("one key everywhere") << quint64{1} << 65'536;
    QTest::newRow("a few keys") << quint64{40} << 65'536;
    QTest::newRow("hashes") << (quint64{1} << 40U) << 65'536;
    QTest::newRow("the whole range") << ~quint64{0} << 65'536;
}

void TestBlocks::blocks_give_back_what_went_in() {
    QFETCH(quint64, distinct);
    QFETCH(int, count);
    std::mt19937_64 random(7);
    std::vector<Posting> postings;
    for (int i = 0; i < count; ++i) {
        postings.push_back(Posting{random() % distinct, static_cast<std::uint16_t>(i)});
    }
    std::vector<Posting> sorted = postings;
    std::sort(sorted.begin(), sorted.end());
    QVERIFY(unpack(store::make_blocks(postings)) == sorted);
}

void TestBlocks::a_key_is_never_cut_in_two() {
    std::vector<Posting> postings;
    for (int i = 0; i < 60'000; ++i) {
        postings.push_back(Posting{static_cast<std::uint64_t>(i / 20'000), static_cast<std::uint16_t>(i)});
    }
    const auto blocks = store::make_blocks(postings);
    QCOMPARE(blocks.size(), 3U);
}

void TestBlocks::damaged_blocks_are_refused() {
    const auto ignore = [](std::uint64_t, std::uint16_t) {};
    const std::string overlong(12, '\xff');
    QVERIFY(!store::walk_block(0, overlong, ignore));
    QVERIFY(!store::walk_block(0, std::string("\x01\x02\x03", 3), ignore));             // one offset is missing
    QVERIFY(!store::walk_block(0, std::string("\x01\x01\xff\xff\x7f", 5), ignore));     // beyond the segment
    QVERIFY(!store::walk_block(0, std::string("\x01\xff\xff\xff\x7f\x00", 6), ignore)); // a count beyond it
    QVERIFY(store::walk_block(0, std::string("\x01\x01\x05", 3), ignore).ok());
}

void TestBlocks::marks_are_walked_both_ways() {
    using store::SegmentBits;
    SegmentBits bits;
    QVERIFY(bits.is_empty());
    QCOMPARE(bits.first_from(0), SegmentBits::none);
    QCOMPARE(bits.last_before(store::segment_entries), SegmentBits::none);
    const std::vector<std::size_t> marked{0, 1, 63, 64, 127, 128, 4'000, 65'472, 65'535};
    for (const std::size_t offset : marked) {
        bits.mark(offset);
    }
    std::vector<std::size_t> forward;
    for (std::size_t at = bits.first_from(0); at != SegmentBits::none; at = bits.first_from(at + 1)) {
        forward.push_back(at);
    }
    QCOMPARE(forward, marked);
    std::vector<std::size_t> backward;
    for (std::size_t at = bits.last_before(store::segment_entries); at != SegmentBits::none;
         at = bits.last_before(at)) {
        backward.insert(backward.begin(), at);
    }
    QCOMPARE(backward, marked);
    QCOMPARE(bits.first_from(129), std::size_t{4'000});
    QCOMPARE(bits.last_before(65'535), std::size_t{65'472});
    SegmentBits other;
    other.mark(64);
    other.mark(65);
    bits &= other;
    QCOMPARE(bits.first_from(0), std::size_t{64});
    QCOMPARE(bits.first_from(65), SegmentBits::none);
    bits.mark_all();
    QCOMPARE(bits.last_before(3), std::size_t{2});
    bits.clear();
    QVERIFY(bits.is_empty());
}

void TestBlocks::a_sketch_never_forgets() {
    base::KeySketch known;
    std::mt19937_64 random(11);
    std::vector<std::uint64_t> all;
    for (int i = 0; i < 100'000; ++i) {
        all.push_back(i % 2 == 0 ? random() : static_cast<std::uint64_t>(i)); // also hashes that hardly are ones
        known.insert(all.back());
    }
    QVERIFY(std::all_of(all.begin(), all.end(), [&](std::uint64_t hash) { return known.may_contain(hash); }));
    QCOMPARE(known.size(), std::uint64_t{100'000});
    QVERIFY2(known.bytes() <= 4 * all.size(), qPrintable(QString::number(known.bytes())));

    base::KeySketch again;
    QVERIFY(again.restore(known.size(), known.words()));
    QVERIFY(again == known);
    QVERIFY(!again.restore(known.size(), {}));
    QVERIFY(!again.restore(known.size() * 10, known.words()));
    QVERIFY(again == known);
}

void TestBlocks::a_sketch_is_seldom_wrong() {
    base::KeySketch known;
    QVERIFY(!known.may_contain(0));
    std::mt19937_64 random(13);
    for (int i = 0; i < 250'000; ++i) {
        known.insert(random());
    }
    int wrong = 0;
    for (int i = 0; i < 200'000; ++i) {
        wrong += known.may_contain(random()) ? 1 : 0;
    }
    QVERIFY2(wrong < 2000, qPrintable(QString::number(wrong))); // fewer than one in a hundred
}

/// Against a plain walk, while entries come, are taken back and are sealed.
void TestBlocks::the_tail_finds_the_entries_of_a_transaction() {
    store::Tail tail;
    std::vector<std::uint64_t> keys;
    std::mt19937 random(17);
    const auto check = [&] {
        for (int i = 0; i < 100; ++i) {
            const std::uint64_t key = random() % 600;
            const std::size_t before = random() % (keys.size() + 2);
            std::optional<std::size_t> expected;
            for (std::size_t place = std::min(before, keys.size()); place > 0 && !expected; --place) {
                expected = keys[place - 1] == key ? std::optional(place - 1) : std::nullopt;
            }
            QCOMPARE(tail.last(store::Dimension::transaction, key, before), expected);
        }
        for (int i = 0; i < 100 && !keys.empty(); ++i) {
            const std::size_t place = random() % keys.size();
            const std::size_t from = place - place % 100;
            const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(from);
            const auto here = keys.begin() + static_cast<std::ptrdiff_t>(place);
            QCOMPARE(tail.first_of_transaction(place, from),
                     *here != store::EntryKeys::none && std::find(begin, here, *here) == here);
        }
    };
    for (int round = 0; round < 25; ++round) {
        for (std::size_t count = random() % 400; count > 0; --count) {
            store::EntryKeys entry;
            const std::uint64_t key = random() % 5 == 0 ? store::EntryKeys::none : random() % 500;
            if (key != store::EntryKeys::none) {
                entry.set(store::Dimension::transaction, key);
            }
            entry.set(store::Dimension::identity, spread(random()));
            tail.add(entry);
            keys.push_back(key);
        }
        check();
        keys.resize(keys.size() - random() % (keys.size() / 2 + 1));
        tail.truncate(keys.size());
        check();
        const std::size_t sealed = round % 7 == 0 ? keys.size() / 2 : 0;
        keys.erase(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(sealed));
        tail.drop_front(sealed);
        check();
    }
}

void TestBlocks::the_tail_finds_what_it_holds() {
    store::Tail tail;
    for (std::uint64_t i = 0; i < 200'000; ++i) { // the table grows on the way
        tail.add(with_identity(i % 50'000));
    }
    std::vector<std::size_t> places;
    tail.find_identity(spread(17), places);
    std::sort(places.begin(), places.end());
    QVERIFY((places == std::vector<std::size_t>{17, 50'017, 100'017, 150'017}));
    QVERIFY(tail.last(store::Dimension::sequence, 17, 150'017) == 100'017U);
    QVERIFY(!tail.last(store::Dimension::sequence, 60'000, tail.size()));
}

void TestBlocks::the_tail_goes_back() {
    store::Tail tail;
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        tail.add(with_identity(i % 300));
    }
    tail.truncate(400);
    QCOMPARE(tail.size(), 400U);
    for (std::uint64_t key = 0; key < 300; ++key) {
        std::vector<std::size_t> places;
        tail.find_identity(spread(key), places);
        QCOMPARE(places.size(), key < 100 ? 2U : 1U);
    }
}

void TestBlocks::the_tail_drops_what_was_sealed() {
    store::Tail tail;
    for (std::uint64_t i = 0; i < 70'000; ++i) {
        tail.add(with_identity(i));
    }
    tail.drop_front(store::segment_entries);
    QCOMPARE(tail.size(), 70'000U - store::segment_entries);
    std::vector<std::size_t> places;
    tail.find_identity(spread(100), places);
    QVERIFY(places.empty());
    tail.find_identity(spread(69'999), places);
    QCOMPARE(places.at(0), tail.size() - 1);
}

void TestBlocks::the_hash_keeps_its_values() {
    // Stored in every sealed segment: another result is another format.
    const base::KeyedHash hash(0x0706050403020100U, 0x0f0e0d0c0b0a0908U);
    QVERIFY(hash.of(1, "agent-1") == hash.of(1, "agent-1"));
    QVERIFY(hash.of(1, "agent-1") != hash.of(2, "agent-1"));
    QVERIFY(hash.of(1, "agent-1") != base::KeyedHash(1, 2).of(1, "agent-1"));
    QVERIFY(hash.of(1, {}) != hash.of(1, std::string_view("\0", 1)));
}

void TestBlocks::keys_keep_the_order_of_values() {
    const std::int64_t values[] = {std::numeric_limits<std::int64_t>::min(), -5, -1, 0, 1, 5,
                                   std::numeric_limits<std::int64_t>::max()};
    for (std::size_t i = 1; i < std::size(values); ++i) {
        QVERIFY(store::key_of(values[i - 1]) < store::key_of(values[i]));
        QCOMPARE(store::stored_key(store::key_of(values[i])), values[i]);
        QCOMPARE(store::key_from_stored(values[i]), store::key_of(values[i]));
    }
}

QTEST_APPLESS_MAIN(TestBlocks)
#include "tst_blocks.moc"
