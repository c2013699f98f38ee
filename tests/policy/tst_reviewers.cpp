// SPDX-License-Identifier: GPL-3.0-or-later
//
// The word of a second AI reviewer: when it counts, and what it is worth otherwise.
#include "app/policy/reviewers.h"
#include "app/policy/shipped.h"

#include <QTest>

namespace {

using domain::ReviewStanding;
using domain::Tier;

struct Scene {
    policy::Document document;
    domain::TransactionVersion version;
    domain::ConfirmationGiven given;
    bool holds = true;
    Tier tier = Tier::confirm;

    Scene() {
        domain::PublicKey key{};
        key.fill(7);
        document.reviewers.push_back({"reader", key, 1});
        version.key = {domain::SourceId("feed"), domain::TransactionId("T")};
        version.version = 2;
        version.digest.fill(3);
        given.transaction = version.key.id;
        given.version = version.version;
        given.subject_digest = version.digest;
        given.reviewer = "reader";
        given.confirms = true;
        given.key = key;
        given.signature.fill(1); // 0x01010101 % 100 is 9: not of the one percent
    }
    [[nodiscard]] ReviewStanding standing() const { return policy::standing_of(given, holds, version, tier, document); }
};

using Edit = void (*)(Scene&);

/// A policy with these reviewers, as its owners would write it.
std::string policy_with(const char* reviewers) {
    return R"({"format":"reeve-policy/1","version":"1","title":"T","modes":{"*":"enforce"},
        "tiers":[{"tier":"confirm","from":{"minor":"100","currency":"EUR"}}],"rules":[],"tests":[],"reviewers":)" +
           std::string(reviewers) + "}";
}

} // namespace

class TestReviewers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_word_is_worth_what_the_policy_says_data() {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<ReviewStanding>("worth");
        const auto row = [](const char* name, Edit edit, ReviewStanding worth) {
            QTest::newRow(name) << edit << worth;
        };
        row(
            "a signed word about a confirm order counts", [](Scene&) {}, ReviewStanding::counts);
        row(
            "a sign-off order is a person's", [](Scene& scene) { scene.tier = Tier::sign_off; },
            ReviewStanding::not_its_tier);
        row(
            "a blocked order is nobody's", [](Scene& scene) { scene.tier = Tier::blocked; },
            ReviewStanding::not_its_tier);
        row(
            "a broken signature", [](Scene& scene) { scene.holds = false; }, ReviewStanding::broken);
        row(
            "a key that the policy does not name", [](Scene& scene) { scene.given.key.fill(8); },
            ReviewStanding::not_named);
        row(
            "a named name under another key", [](Scene& scene) { scene.document.reviewers[0].key.fill(9); },
            ReviewStanding::not_named);
        row(
            "an earlier version of the order", [](Scene& scene) { scene.given.version = 1; },
            ReviewStanding::other_content);
        row(
            "the same version with another content", [](Scene& scene) { scene.given.subject_digest.fill(4); },
            ReviewStanding::other_content);
        row(
            "a word that does not confirm", [](Scene& scene) { scene.given.confirms = false; },
            ReviewStanding::declined);
        row(
            "one of the share that a person looks at",
            [](Scene& scene) { scene.document.reviewers[0].look_percent = 10; }, ReviewStanding::person_looks);
        row(
            "a policy in which a person looks at all",
            [](Scene& scene) { scene.document.reviewers[0].look_percent = 100; }, ReviewStanding::person_looks);
    }
    void a_word_is_worth_what_the_policy_says() {
        QFETCH(Edit, edit);
        QFETCH(ReviewStanding, worth);
        Scene scene;
        edit(scene);
        QCOMPARE(scene.standing(), worth);
    }

    void the_share_is_about_what_the_policy_says() {
        const policy::Reviewer reviewer{"reader", {}, 20};
        int looked_at = 0;
        for (std::uint32_t number = 0; number < 10'000; ++number) {
            domain::Signature signature{};
            const std::uint32_t spread = number * 2'654'435'761U; // Knuth's multiplier: stands for an even draw
            for (std::size_t index = 0; index < 4; ++index) {
                signature[32 + index] = static_cast<std::uint8_t>(spread >> (24 - 8 * index));
            }
            looked_at += policy::is_looked_at(reviewer, signature) ? 1 : 0;
        }
        QVERIFY2(looked_at > 1'900 && looked_at < 2'100, std::to_string(looked_at).c_str());
    }

    void a_document_names_its_reviewers_strictly_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("place");
        const auto row = [](const char* name, const char* reviewers, const char* place) {
            QTest::newRow(name) << policy_with(reviewers) << std::string(place);
        };
        row("as it should be",
            R"([{"name":"a","key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","look_percent":5}])", "");
        row("no key", R"([{"name":"a","look_percent":5}])", "/reviewers/0");
        row("a key that is too short", R"([{"name":"a","key":"AAAA","look_percent":5}])", "/reviewers/0/key");
        row("no name", R"([{"name":"","key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","look_percent":5}])",
            "/reviewers/0/name");
        row("nobody ever looks",
            R"([{"name":"a","key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","look_percent":0}])",
            "/reviewers/0/look_percent");
        row("one key twice",
            R"([{"name":"a","key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","look_percent":5},
                {"name":"b","key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","look_percent":5}])",
            "/reviewers");
        row("a member that nobody knows",
            R"([{"name":"a","key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","look_percent":5,"may":"all"}])",
            "/reviewers/0/may");
    }
    void a_document_names_its_reviewers_strictly() {
        QFETCH(std::string, text);
        QFETCH(std::string, place);
        const auto read = policy::read_document(text);
        if (place.empty()) {
            QVERIFY2(read.ok(), read ? "" : base::describe(read.fault()).c_str());
            QCOMPARE(read->reviewers.size(), 1U);
            QCOMPARE(read->reviewers[0].look_percent, 5);
            return;
        }
        QVERIFY(!read);
        QVERIFY2(read.fault().where.starts_with(place), base::describe(read.fault()).c_str());
    }
};

QTEST_GUILESS_MAIN(TestReviewers)
#include "tst_reviewers.moc"
