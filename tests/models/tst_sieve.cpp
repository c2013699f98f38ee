// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sieve/sieve.h"

#include <QTest>

using namespace models;

namespace {

struct Line {
    std::string name;
    std::optional<domain::Money> amount;
    int parts = 0;
};

sieve::Sieve<Line> drawn() {
    using filter::What;
    return sieve::Sieve<Line>({
        {{"name", What::text, "Name", {}}, [](const Line& line, sieve::Scratch&) { return sieve::text(line.name); }},
        {{"amount", What::money, "Amount", {}},
         [](const Line& line, sieve::Scratch&) { return sieve::money(line.amount); }},
        {{"label", What::text, "Label", {}},
         [](const Line& line, sieve::Scratch& scratch) {
             return scratch.text("a made text that is longer than a small string, part " + std::to_string(line.parts));
         }},
        {{"upper", What::text, "Upper", {}},
         [](const Line& line, sieve::Scratch& scratch) {
             return scratch.text("another made text that is longer than a small string " + line.name);
         }},
    });
}

std::vector<Line> lines() {
    const domain::Currency euro = domain::Currency::from_code("EUR").value();
    const domain::Currency pound = domain::Currency::from_code("GBP").value();
    return {{"Müller Pumpen", domain::Money{1'000'000, euro}, 1},
            {"Seals & Sons", domain::Money{2'000'000, pound}, 2},
            {"paper", {}, 3}};
}

std::vector<std::string> names(const std::vector<Line>& rows) {
    std::vector<std::string> all;
    for (const Line& row : rows) {
        all.push_back(row.name);
    }
    return all;
}

} // namespace

class TestSieve final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothing_wanted_lets_everything_pass() {
        const auto sieve = drawn();
        filter::Counts counts;
        QCOMPARE(sieve.sifted(lines(), counts).size(), std::size_t{3});
        QCOMPARE(counts, (filter::Counts{3, 3, 0, 0, 0}));
        QVERIFY(sieve.shows(lines().front()));
    }

    void words_are_found_in_any_text_column_and_any_case() {
        auto sieve = drawn();
        filter::Wanted wanted;
        wanted.words = "PUMPEN mÜLLER";
        sieve.set(wanted);
        filter::Counts counts;
        QCOMPARE(names(sieve.sifted(lines(), counts)), std::vector<std::string>{"Müller Pumpen"});
        QCOMPARE(counts, (filter::Counts{3, 1, 0, 0, 0}));
        wanted.words = "part 3";
        sieve.set(wanted);
        QCOMPARE(names(sieve.sifted(lines(), counts)), std::vector<std::string>{"paper"});
    }

    void conditions_narrow_and_count_what_they_cannot_say() {
        auto sieve = drawn();
        filter::Wanted wanted;
        wanted.expression = sieve.language()->read("amount >= money(\"10000.00 EUR\")", {}).expression;
        QVERIFY(wanted.expression != nullptr);
        sieve.set(wanted);
        filter::Counts counts;
        QCOMPARE(names(sieve.sifted(lines(), counts)), std::vector<std::string>{"Müller Pumpen"});
        QCOMPARE(counts, (filter::Counts{3, 1, 1, 1, 0}));
        QVERIFY(!sieve.shows(lines()[1]));
        wanted.shown = filter::Shown::incomparable;
        sieve.set(wanted);
        QCOMPARE(names(sieve.sifted(lines(), counts)), std::vector<std::string>{"Seals & Sons"});
    }

    /// Two made texts of one row live at the same time.
    void made_texts_live_as_long_as_a_row_is_looked_at() {
        auto sieve = drawn();
        filter::Wanted wanted;
        wanted.expression = sieve.language()->read("label.endsWith(\"2\") == upper.endsWith(\"Sons\")", {}).expression;
        QVERIFY(wanted.expression != nullptr);
        QVERIFY(wanted.expression->has_slow_part());
        sieve.set(wanted);
        filter::Counts counts;
        QCOMPARE(sieve.sifted(lines(), counts).size(), std::size_t{3});
    }
};

QTEST_GUILESS_MAIN(TestSieve)
#include "tst_sieve.moc"
