// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/basket.h"
#include "app/sandbox/random.h"
#include "app/sandbox/traffic.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using sandbox::Random;

class TestSpending : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_same_seed_draws_the_same_numbers_everywhere();
    void streams_and_seeds_differ();
    void draws_stay_in_their_bounds();
    void normal_and_exponential_have_their_moments();
    void amounts_follow_the_mixture_of_their_category();
    void parameters_are_shares_and_shapes();
    void busyness_follows_the_week_and_never_sleeps();
    void baskets_add_up_in_every_currency();
    void a_reduced_basket_adds_up();
    void the_fleet_is_large_and_of_many_kinds();
    void everything_in_the_market_belongs_together();
};

void TestSpending::the_same_seed_draws_the_same_numbers_everywhere() {
    // PCG-XSH-RR 64/32 seeded with 42 on stream 54, as in the reference implementation's own demonstration.
    Random random(42, 54);
    for (const std::uint32_t expected :
         {0xa15c02b7U, 0x7b47f409U, 0xba1d3330U, 0x83d2f293U, 0xbfa4784bU, 0xcbed606eU}) {
        QCOMPARE(random.next(), expected);
    }
}

void TestSpending::streams_and_seeds_differ() {
    std::set<std::vector<std::uint32_t>> beginnings;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (const std::uint64_t stream : {1, 2}) {
            Random random(seed, stream);
            beginnings.insert({random.next(), random.next(), random.next()});
        }
    }
    QCOMPARE(beginnings.size(), std::size_t{40});
}

void TestSpending::draws_stay_in_their_bounds() {
    Random random(7);
    QCOMPARE(random.below(0), 0U);
    QCOMPARE(random.below(1), 0U);
    std::set<int> seen;
    for (int count = 0; count < 2000; ++count) {
        const int drawn = random.between(-2, 3);
        QVERIFY(drawn >= -2 && drawn <= 3);
        seen.insert(drawn);
        const double unit = random.unit();
        QVERIFY(unit >= 0 && unit < 1);
    }
    QCOMPARE(seen.size(), std::size_t{6});
    const std::vector<double> weights = {0, 3, 0, 1};
    int ones = 0;
    for (int count = 0; count < 4000; ++count) {
        const std::size_t index = random.weighted(weights);
        QVERIFY(index == 1 || index == 3);
        ones += index == 1 ? 1 : 0;
    }
    QVERIFY(ones > 2800 && ones < 3200);
    QVERIFY(!random.chance(0) && random.chance(1));
}

void TestSpending::normal_and_exponential_have_their_moments() {
    Random random(11);
    constexpr int draws = 100'000;
    double sum = 0;
    double square = 0;
    double waits = 0;
    for (int count = 0; count < draws; ++count) {
        const double value = random.normal();
        sum += value;
        square += value * value;
        waits += random.exponential();
    }
    QVERIFY(std::abs(sum / draws) < 0.02);
    QVERIFY(std::abs(square / draws - 1) < 0.02);
    QVERIFY(std::abs(waits / draws - 1) < 0.02);
}

void TestSpending::amounts_follow_the_mixture_of_their_category() {
    Random random(3);
    for (const sandbox::SpendCategory& category : sandbox::spend_categories()) {
        double sum = 0;
        constexpr int draws = 20'000;
        for (int count = 0; count < draws; ++count) {
            const double pounds = random.amount_of(category);
            QVERIFY(pounds >= 0.5 && pounds <= 400'000);
            sum += std::log(pounds);
        }
        const auto& [low, high] = category.amounts;
        const double expected = low.weight * low.mu + high.weight * high.mu;
        QVERIFY2(std::abs(sum / draws - expected) < 0.1, std::string(category.name).c_str());
    }
}

void TestSpending::parameters_are_shares_and_shapes() {
    double shares = 0;
    for (const sandbox::SpendCategory& category : sandbox::spend_categories()) {
        shares += category.share;
        QVERIFY(category.refund_share >= 0 && category.refund_share < 0.5);
        QVERIFY(category.whole_pounds >= 0 && category.whole_pounds <= 1);
        QVERIFY(std::abs(category.amounts[0].weight + category.amounts[1].weight - 1) < 0.001);
        QVERIFY(category.amounts[0].sigma > 0 && category.amounts[1].sigma > 0);
    }
    QVERIFY(std::abs(shares - 1) < 0.001);
    double week = 0;
    for (const double day : sandbox::spend_rhythm().weekdays) {
        week += day;
    }
    QVERIFY(std::abs(week - 1) < 0.001);
}

void TestSpending::busyness_follows_the_week_and_never_sleeps() {
    const auto at = [](const char* time) { return sandbox::busyness(base::from_rfc3339(time).value()); };
    QVERIFY(at("2026-03-03T10:00:00Z") > at("2026-03-07T10:00:00Z")); // Tuesday, Saturday
    QVERIFY(at("2026-03-03T10:00:00Z") > at("2026-03-03T23:00:00Z"));
    QVERIFY(at("2026-03-08T03:00:00Z") >= 0.4);
}

void TestSpending::baskets_add_up_in_every_currency() {
    for (const sandbox::Shop& seller : sandbox::shops()) {
        const sandbox::Machine& buyer = sandbox::machines().front();
        for (const std::int64_t gross : {1, 7, 99, 100, 12'345, 999'999, -250}) {
            for (const std::int64_t pieces : {1, 3, 6}) {
                const auto subject = sandbox::Basket(buyer, seller).finish_at(gross, "thing", pieces);
                QCOMPARE(subject.gross.minor, gross);
                QCOMPARE(subject.net.minor + subject.tax.minor, gross);
                QCOMPARE(subject.lines.at(0).net.minor, subject.net.minor);
                QCOMPARE(subject.lines.at(0).unit_price.minor * std::stoll(subject.lines.at(0).quantity),
                         subject.net.minor);
                QVERIFY(subject.gross.currency.code() == seller.currency);
            }
        }
        for (const sandbox::Item* item : sandbox::items_of(seller.id)) {
            const auto subject = sandbox::Basket(buyer, seller).add(*item, 7).add("carriage", 1, 490).term(12).finish();
            QCOMPARE(subject.net.minor, subject.lines[0].net.minor + subject.lines[1].net.minor);
            QCOMPARE(subject.gross.minor, subject.net.minor + subject.tax.minor);
            QCOMPARE(subject.total_commitment->minor, subject.gross.minor * 12);
        }
    }
}

void TestSpending::a_reduced_basket_adds_up() {
    const auto& seller = sandbox::shop("s-paper");
    const auto subject =
        sandbox::Basket(sandbox::machine("pa-office"), seller).add(sandbox::item("paper-a4-80"), 40).term(3).finish();
    const domain::Money less{subject.gross.minor / 3, subject.gross.currency};
    const auto reduced = sandbox::reduced(subject, less, "because");
    QVERIFY(reduced.gross == less);
    QCOMPARE(reduced.net.minor + reduced.tax.minor, less.minor);
    std::int64_t lines = 0;
    for (const domain::Line& line : reduced.lines) {
        lines += line.net.minor;
    }
    QCOMPARE(lines, reduced.net.minor);
    QCOMPARE(reduced.total_commitment->minor, less.minor * 3);
}

void TestSpending::the_fleet_is_large_and_of_many_kinds() {
    std::set<domain::AgentKind> kinds;
    std::set<std::string_view> ids;
    std::set<std::string_view> currencies;
    for (const sandbox::Machine& machine : sandbox::machines()) {
        kinds.insert(machine.kind);
        QVERIFY(ids.insert(machine.id).second);
        currencies.insert(machine.currency);
        QVERIFY(machine.weight > 0);
        QVERIFY(!sandbox::agent_of(machine).owner_name.empty());
        const auto mandate = sandbox::mandate_of(machine, base::Instant{std::chrono::days(20'000)});
        QVERIFY(mandate.not_before < mandate.not_after);
    }
    QVERIFY(ids.size() >= 40);
    QVERIFY(kinds.size() >= 6);
    QVERIFY(currencies.size() >= 5);
}

void TestSpending::everything_in_the_market_belongs_together() {
    std::set<std::string_view> categories;
    for (const auto& category : sandbox::spend_categories()) {
        categories.insert(category.name);
    }
    for (const sandbox::Machine& machine : sandbox::machines()) {
        QVERIFY2(categories.contains(machine.category), std::string(machine.id).c_str());
        for (const std::string_view supplier : sandbox::suppliers_of(machine)) {
            QCOMPARE(sandbox::shop(supplier).id, supplier);
        }
    }
    for (const sandbox::Item& item : sandbox::items()) {
        QVERIFY(item.price > 0);
        QCOMPARE(sandbox::shop(item.shop).id, item.shop);
        QVERIFY(item.contract.empty() == (item.contract_price == 0));
        const auto agreed =
            std::any_of(sandbox::agreements().begin(), sandbox::agreements().end(),
                        [&](const auto& each) { return each.id == item.contract && each.shop == item.shop; });
        QVERIFY(item.contract.empty() || agreed);
    }
    QVERIFY(sandbox::find_item("no such thing") == nullptr);
}

QTEST_APPLESS_MAIN(TestSpending)
#include "tst_spending.moc"
