// SPDX-License-Identifier: GPL-3.0-or-later
//
// Console to sandbox: a lower limit is proposed, the simulated colleague signs second, the policy comes back on the
// feed signed by both, the judge and the gateway go by it from the next order on.
#include "tests/flows/console_rig.h"

#include "app/policy/shipped.h"
#include "app/policy/text_place.h"
#include "app/record/recorder.h"
#include "app/store/reader.h"

#include <QTest>

#include <set>

class TestPublishPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_lower_limit_holds_the_next_order_of_that_amount();
    void what_somebody_proposed_waits_at_every_console();
    void what_was_taken_back_cannot_be_signed_at_any_console();
};

namespace {

/// The policy that ships, with its confirm tier from one pound on, and without its test cases, which say otherwise.
std::string strict_policy() {
    std::string text(policy::shipped_policy());
    text = policy::set_member(text, "/tiers/0", "from", R"({"minor":"100","currency":"GBP"})").value();
    text = policy::set_member(text, "", "version", "\"strict\"").value();
    return policy::set_member(text, "", "tests", "[]").value();
}

base::Result<ports::PolicyStanding> standing(ConsoleRig& rig) {
    return rig.ask<ports::PolicyStanding>(
        [&](ports::Reply<ports::PolicyStanding> reply) { rig.core().publishing().standing(std::move(reply)); });
}

/// Signs the strict policy with a key of its own; a colleague has to sign it, too.
base::Result<ports::PolicyStanding> propose(ConsoleRig& rig) {
    const auto identity = rig.ask<ports::Identity>([&](ports::Reply<ports::Identity> reply) {
        rig.core().decisions().create_key(ports::Passphrase("a test passphrase"), std::move(reply));
    });
    if (!identity) {
        return identity.fault();
    }
    const auto review = rig.ask<ports::PolicyReview>([&](ports::Reply<ports::PolicyReview> reply) {
        rig.core().publishing().review({strict_policy(), domain::UntrustedText("lower"), std::nullopt},
                                       std::move(reply));
    });
    if (!review || review->standing != ports::Standing::needs_second) {
        return review ? base::Fault{base::FaultCode::refused, "not to be proposed", review->code} : review.fault();
    }
    return rig.ask<ports::PolicyStanding>(
        [&](ports::Reply<ports::PolicyStanding> reply) { rig.core().publishing().sign(*review, std::move(reply)); });
}

/// What `reevectl roster install` does at the second person's place.
bool install_roster(const ConsoleRig& from, const ConsoleRig& to) {
    const domain::SourceId& source = from.connection().endpoint.source;
    const auto reader = store::Reader::open(from.folders().store());
    const auto row = reader ? reader->roster(source) : base::Result<std::optional<store::RosterRow>>(reader.fault());
    record::Options options;
    options.folder = to.folders().store();
    const base::SystemClock clock;
    const auto recorder = record::Recorder::open(options, clock);
    return row && row->has_value() && recorder && (*recorder)->keep_roster(source, (*row)->roster).ok();
}

struct Counted {
    int held = 0;
    int started = 0;
};

/// Of the orders that were asked for behind the newest policy: which were held, which carried out.
Counted behind_the_policy(const ConsoleRig& rig) {
    Counted counted;
    std::set<domain::TransactionId> asked;
    for (const ports::FeedRow& row : rig.feed) {
        if (row.type == domain::EventType::policy_published) {
            asked.clear();
            counted = {};
        } else if (row.type == domain::EventType::transaction_requested) {
            asked.insert(row.transaction);
        } else if (asked.contains(row.transaction)) {
            counted.held += row.type == domain::EventType::transaction_held ? 1 : 0;
            counted.started += row.type == domain::EventType::transaction_started ? 1 : 0;
        }
    }
    return counted;
}

QByteArray said(const base::Fault& fault) {
    return QByteArray::fromStdString(base::describe(fault));
}

} // namespace

#define REQUIRE_OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : said((result).fault()).constData())

void TestPublishPolicy::a_lower_limit_holds_the_next_order_of_that_amount() {
    ConsoleRig rig({QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--rate"), QStringLiteral("20"),
                    QStringLiteral("--colleague-delay"), QStringLiteral("1")});
    QVERIFY(rig.start());
    QVERIFY(ConsoleRig::wait_until([&] { return rig.health.link == ports::LinkState::live; }));
    auto before = standing(rig);
    REQUIRE_OK(before);
    QVERIFY(before->in_force.shipped && !before->current && before->versions.empty());

    const auto proposed = propose(rig);
    REQUIRE_OK(proposed);
    QCOMPARE(proposed->versions.size(), 1U);

    // The colleague at the gateway signs, the feed brings it, the keeper records it as in force.
    QVERIFY(ConsoleRig::wait_until([&] {
        const auto now = standing(rig);
        return now && now->current && now->in_force.version == "strict";
    }));
    const auto after = standing(rig);
    REQUIRE_OK(after);
    const ports::PolicyVersion& edition = after->versions.at(*after->current);
    QCOMPARE(edition.signers.size(), 2U);
    QVERIFY(!edition.signers.front().simulated && edition.signers.back().simulated);
    QVERIFY(ConsoleRig::wait_until([&] {
        const auto now = standing(rig);
        return now && now->gateway.state == ports::GatewayPolicy::State::holds_by_it;
    }));
    // What the machines order from then on waits, small as it is.
    QVERIFY(ConsoleRig::wait_until([&] { return behind_the_policy(rig).held >= 5; }));
    const Counted counted = behind_the_policy(rig);
    QVERIFY2(counted.started < counted.held, QByteArray::number(counted.started).constData());
}

void TestPublishPolicy::what_somebody_proposed_waits_at_every_console() {
    ConsoleRig ann({QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--rate"), QStringLiteral("5"),
                    QStringLiteral("--colleague-delay"), QStringLiteral("3600")});
    QVERIFY(ann.start());
    QVERIFY(ConsoleRig::wait_until([&] { return ann.health.link == ports::LinkState::live; }));
    const auto proposed = propose(ann);
    REQUIRE_OK(proposed);
    QVERIFY(proposed->versions.front().own);

    ConsoleRig ben; // another record, another person, the same gateway
    QVERIFY(ben.start_at(ann.connection()));
    ben.stop_console();
    QVERIFY(install_roster(ann, ben));
    QVERIFY(ben.start_console());
    QVERIFY(ConsoleRig::wait_until([&] {
        const auto now = standing(ben);
        return now && now->versions.size() == 1 && now->versions.front().stage == ports::PolicyStage::waiting;
    }));
    const auto seen = standing(ben);
    REQUIRE_OK(seen);
    const ports::PolicyVersion& waits = seen->versions.front();
    QVERIFY(waits.stage == ports::PolicyStage::waiting && !waits.own);
    QCOMPARE(waits.digest, proposed->versions.front().digest);
    QCOMPARE(waits.signers.size(), 1U);
    QVERIFY(seen->in_force.shipped); // one signature is not enough
}

void TestPublishPolicy::what_was_taken_back_cannot_be_signed_at_any_console() {
    ConsoleRig ann({QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--rate"), QStringLiteral("5"),
                    QStringLiteral("--colleague-delay"), QStringLiteral("3600")});
    QVERIFY(ann.start());
    QVERIFY(ConsoleRig::wait_until([&] { return ann.health.link == ports::LinkState::live; }));
    const auto proposed = propose(ann);
    REQUIRE_OK(proposed);
    const domain::Digest digest = proposed->versions.front().digest;
    ConsoleRig ben;
    QVERIFY(ben.start_at(ann.connection()));
    ben.stop_console();
    QVERIFY(install_roster(ann, ben));
    QVERIFY(ben.start_console());
    QVERIFY(ConsoleRig::wait_until([&] {
        const auto now = standing(ben);
        return now && now->versions.size() == 1;
    }));
    const auto back = ann.ask<ports::PolicyStanding>(
        [&](ports::Reply<ports::PolicyStanding> reply) { ann.core().publishing().withdraw(digest, std::move(reply)); });
    REQUIRE_OK(back);
    QCOMPARE(back->versions.front().stage, ports::PolicyStage::withdrawn);
    QVERIFY(back->versions.front().withdrawn.has_value());
    // The other console hears it from the gateway, whichever asks first after a start.
    ben.stop_console();
    QVERIFY(ben.start_console());
    QVERIFY(ConsoleRig::wait_until([&] {
        const auto now = standing(ben);
        return now && now->versions.size() == 1 && now->versions.front().stage == ports::PolicyStage::withdrawn;
    }));
    const auto seen = standing(ben);
    REQUIRE_OK(seen);
    QCOMPARE(seen->versions.front().withdrawn, back->versions.front().withdrawn);
    QVERIFY(!seen->versions.front().own && !seen->versions.front().approvable);
    QVERIFY(seen->in_force.shipped);
    const auto review = ben.ask<ports::PolicyReview>([&](ports::Reply<ports::PolicyReview> reply) {
        ben.core().publishing().review({{}, {}, digest}, std::move(reply));
    });
    QVERIFY(!review.ok());
}

QTEST_MAIN(TestPublishPolicy)
#include "tst_publish_policy.moc"
