// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/names.h"
#include "app/sandbox/basket.h"
#include "app/sandbox/house_rules.h"

#include <QTest>

using namespace std::chrono_literals;
using sandbox::Basket;
using sandbox::HouseRules;

namespace {

const base::Instant start = base::Instant{std::chrono::days(20'500)};

domain::Subject order_of(std::int64_t gross, const char* what = "thing") {
    return Basket(sandbox::machine("pa-office"), sandbox::shop("s-paper")).finish_at(gross, what, 1);
}

/// "confirm: unusual_amount"
std::string words(const domain::Assessment& made) {
    std::string text(domain::name_of(made.tier));
    for (std::size_t index = 0; index < made.findings.size(); ++index) {
        text += (index == 0 ? ": " : " ") + made.findings[index].code;
    }
    return text;
}

} // namespace

class TestHouseRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        rules_ = HouseRules();
        rules_.set_beginning(start);
    }
    void tiers_begin_where_they_say_data();
    void tiers_begin_where_they_say();
    void prices_are_compared_with_contract_and_catalogue();
    void contracts_end();
    void the_same_order_again_is_suspected();
    void pieces_just_under_the_limit_are_suspected();
    void an_amount_far_from_the_habit_is_unusual();
    void a_declared_batch_is_honest();
    void names_that_only_look_alike_are_found();
    void notices_raise_the_tier();

private:
    HouseRules rules_;
};

void TestHouseRules::tiers_begin_where_they_say_data() {
    QTest::addColumn<qint64>("gross");
    QTest::addColumn<QByteArray>("tier");
    QTest::newRow("a thousand pounds are automatic") << qint64{100'000} << QByteArray("automatic");
    QTest::newRow("a penny more is confirmed") << qint64{100'001} << QByteArray("confirm");
    QTest::newRow("five thousand are confirmed") << qint64{500'000} << QByteArray("confirm");
    QTest::newRow("above it is signed off") << qint64{500'001} << QByteArray("sign_off");
    QTest::newRow("above twenty-five thousand by two") << qint64{2'500'001} << QByteArray("dual_sign_off");
    QTest::newRow("above a quarter of a million nobody") << qint64{25'000'001} << QByteArray("blocked");
    QTest::newRow("money back counts by its size") << qint64{-500'001} << QByteArray("sign_off");
}

void TestHouseRules::tiers_begin_where_they_say() {
    QFETCH(qint64, gross);
    QFETCH(QByteArray, tier);
    QCOMPARE(words(rules_.assess(order_of(gross), {}, start)), tier.toStdString());
}

void TestHouseRules::prices_are_compared_with_contract_and_catalogue() {
    const auto& buyer = sandbox::machine("pa-office");
    const auto& seller = sandbox::shop("s-paper");
    const auto& paper = sandbox::item("paper-a4-80");
    const auto& pens = sandbox::item("pens-blue-50");
    const auto assess = [&](const Basket& basket) { return words(rules_.assess(basket.finish(), {}, start)); };
    QCOMPARE(assess(Basket(buyer, seller).add(paper, 1)), std::string("automatic"));
    QCOMPARE(assess(Basket(buyer, seller).add(paper, 1, paper.contract_price + 1)),
             std::string("sign_off: over_contract_price"));
    QCOMPARE(assess(Basket(buyer, seller).add(pens, 2)), std::string("automatic"));
    QCOMPARE(assess(Basket(buyer, seller).add(pens, 2, pens.price + 1)), std::string("confirm: over_catalogue_price"));
}

void TestHouseRules::contracts_end() {
    const auto subject =
        Basket(sandbox::machine("pa-office"), sandbox::shop("s-paper")).add(sandbox::item("paper-a4-80"), 1).finish();
    QCOMPARE(words(rules_.assess(subject, {}, start + 24h * 499)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(subject, {}, start + 24h * 500)), std::string("sign_off: contract_expired"));
}

void TestHouseRules::the_same_order_again_is_suspected() {
    QCOMPARE(words(rules_.assess(order_of(20'000), {}, start)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(order_of(20'000), {}, start + 10min)), std::string("confirm: duplicate_suspected"));
    QCOMPARE(words(rules_.assess(order_of(20'001), {}, start + 11min)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(order_of(20'000, "other"), {}, start + 12min)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(order_of(20'000), {}, start + 25h)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(order_of(900), {}, start)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(order_of(900), {}, start + 1min)), std::string("automatic")); // too small to matter
}

void TestHouseRules::pieces_just_under_the_limit_are_suspected() {
    QCOMPARE(words(rules_.assess(order_of(99'000), {}, start)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(order_of(98'000), {}, start + 1min)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(order_of(97'000), {}, start + 2min)), std::string("sign_off: split_suspected"));
    QCOMPARE(words(rules_.assess(order_of(96'000), {}, start + 3h)), std::string("automatic"));
}

void TestHouseRules::an_amount_far_from_the_habit_is_unusual() {
    for (int count = 0; count < 20; ++count) {
        (void)rules_.assess(order_of(1'000 + count * 10), {}, start + count * 48h);
    }
    QCOMPARE(words(rules_.assess(order_of(2'500), {}, start + 2000h)), std::string("automatic"));
    QCOMPARE(words(rules_.assess(order_of(60'000), {}, start + 2000h)), std::string("confirm: unusual_amount"));
}

void TestHouseRules::a_declared_batch_is_honest() {
    const auto batch = Basket(sandbox::machine("dev-bin-a"), sandbox::shop("s-bolt"))
                           .add(sandbox::item("bolt-m8-100"), 20)
                           .batch("run-7")
                           .finish();
    for (int count = 0; count < 30; ++count) {
        QCOMPARE(words(rules_.assess(batch, {}, start + count * 1s)), std::string("automatic: declared_batch"));
    }
}

void TestHouseRules::names_that_only_look_alike_are_found() {
    const auto named = [&](const char* id, const char* name, const char* account) {
        const auto subject = Basket(sandbox::machine("pa-office"), sandbox::shop("s-paper"))
                                 .supplier({domain::SupplierId(id), domain::UntrustedText(name)})
                                 .payee({domain::UntrustedText(name), account})
                                 .finish_at(1'000, "thing", 1);
        return words(rules_.assess(subject, {}, start));
    };
    const char* known = "GB** **** **** **** 4410 22";
    QCOMPARE(named("s-paper", "Penhallow Paper Ltd", known), std::string("automatic"));
    QCOMPARE(named("s-paper", "Penhallow Paper Ltd", "XX"), std::string("sign_off: payee_changed"));
    QCOMPARE(named("s-1", "Penhallow P\xD0\xB0per Ltd", "XX"), std::string("blocked: supplier_imitated"));
    QCOMPARE(named("s-2", "Penha1low Paper Ltd", "XX"), std::string("blocked: supplier_imitated"));
    QCOMPARE(named("s-3", "Somebody Else", "XX"), std::string("sign_off: supplier_unknown"));
}

void TestHouseRules::notices_raise_the_tier() {
    const std::vector<sandbox::Notice> notices = {{"prompt_injection", "it says so", domain::Tier::dual_sign_off}};
    const auto made = rules_.assess(order_of(1'000), notices, start);
    QCOMPARE(words(made), std::string("dual_sign_off: prompt_injection"));
    QCOMPARE(made.escalation, std::string("pending_approval"));
}

QTEST_APPLESS_MAIN(TestHouseRules)
#include "tst_house_rules.moc"
