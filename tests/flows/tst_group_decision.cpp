// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real group of alike orders is rejected at once at the real sandbox: each order has a decision, a receipt and an
// outcome of its own, also when the console is closed in the middle.
#include "tests/flows/console_rig.h"

#include "app/policy/shipped.h"
#include "app/policy/text_place.h"
#include "models/queue/queue_model.h"
#include "ui/decide/group_review.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>
#include <set>

class TestGroupDecision : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_order_of_a_real_group_is_rejected_with_a_receipt_of_its_own();
    void a_console_that_closes_in_the_middle_loses_nothing();
};

namespace {

using ui::decide::GroupReview;
using ui::decide::OrderStage;

/// The policy that ships, with everything from one pound on to be confirmed, so that a run of small orders is held.
std::string strict_policy() {
    std::string text(policy::shipped_policy());
    text = policy::set_member(text, "/tiers/0", "from", R"({"minor":"100","currency":"GBP"})").value();
    text = policy::set_member(text, "", "version", "\"strict\"").value();
    return policy::set_member(text, "", "tests", "[]").value();
}

/// Lets the sandbox tell one of its stories now.
bool play(const ConsoleRig& rig, const QByteArray& scenario) {
    const uplink::Endpoint& at = rig.connection().endpoint;
    QNetworkAccessManager network;
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QString::fromStdString(at.host));
    url.setPort(at.port);
    url.setPath(QStringLiteral("/sandbox/v1/scenario"));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(at.token));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply* reply = network.post(request, R"({"name":")" + scenario + R"("})");
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply] { reply->ignoreSslErrors(); });
    return ConsoleRig::wait_until([reply] { return reply->isFinished(); }) &&
           reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 204;
}

QByteArray said(const base::Fault& fault) {
    return QByteArray::fromStdString(base::describe(fault));
}

/// The first group of so many members that the platform holds, as the inbox would have it.
std::optional<models::queue::Selection> group_of_held(const ConsoleRig& rig, int least) {
    models::queue::QueueModel inbox(models::queue::Words{});
    std::vector<ports::CaseRow> rows;
    for (const auto& [key, row] : rig.cases) {
        rows.push_back(row);
    }
    inbox.set_cases(std::move(rows));
    for (int row = 0; row < inbox.rowCount(); ++row) {
        const models::queue::Group* group = inbox.group_at(row);
        if (group == nullptr || group->count < least) {
            continue;
        }
        auto chosen = inbox.group_of(row);
        const bool held = std::all_of(chosen->rows.begin(), chosen->rows.end(), [](const ports::CaseRow& each) {
            return !each.raised && each.transaction_state == domain::TransactionState::held;
        });
        if (held) {
            return chosen;
        }
    }
    return std::nullopt;
}

/// A console at a sandbox whose policy holds everything, with a key, and no traffic of its own that groups.
struct Shift {
    bool start() {
        if (!rig.start() || !ConsoleRig::wait_until([&] { return rig.health.link == ports::LinkState::live; })) {
            return false;
        }
        const auto identity = rig.ask<ports::Identity>([&](ports::Reply<ports::Identity> reply) {
            rig.core().decisions().create_key(ports::Passphrase("a test passphrase"), std::move(reply));
        });
        if (!identity) {
            return false;
        }
        person = identity->person;
        return publish();
    }
    bool publish() {
        const auto proposal = rig.ask<ports::PolicyReview>([&](ports::Reply<ports::PolicyReview> reply) {
            rig.core().publishing().review({strict_policy(), domain::UntrustedText("hold all"), std::nullopt},
                                           std::move(reply));
        });
        if (!proposal) {
            qWarning("%s", said(proposal.fault()).constData());
            return false;
        }
        const auto standing = rig.ask<ports::PolicyStanding>([&](ports::Reply<ports::PolicyStanding> reply) {
            rig.core().publishing().sign(*proposal, std::move(reply));
        });
        // In force when the colleague has signed second: then what comes is judged by it.
        return standing.ok() && ConsoleRig::wait_until([&] {
                   return std::any_of(rig.cases.begin(), rig.cases.end(),
                                      [](const auto& one) { return one.second.answer_policy == "strict"; });
               });
    }
    /// The review of all of a group, kept up to date as the desk does it.
    std::unique_ptr<GroupReview> review(const models::queue::Selection& chosen) {
        auto made =
            std::make_unique<GroupReview>(rig.core().decisions(), rig.clock(), domain::Verb::reject, chosen, person);
        rig.core().decisions().follow(
            {made.get(), [review = made.get()](const auto& row) { review->note_decision(*row); }});
        rig.core().newsroom().follow_cases({made.get(), [review = made.get()](const auto& changes) {
                                                for (const ports::CaseRow& row : changes->changed) {
                                                    review->note_case(row);
                                                }
                                            }});
        made->begin();
        made->give_reason("too_expensive", "Not before the stock is counted.");
        return made;
    }

    ConsoleRig rig{{QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--rate"), QStringLiteral("20"),
                    QStringLiteral("--colleague-delay"), QStringLiteral("1"), QStringLiteral("--scenario-every"),
                    QStringLiteral("0")}};
    domain::PersonId person;
};

} // namespace

void TestGroupDecision::every_order_of_a_real_group_is_rejected_with_a_receipt_of_its_own() {
    Shift shift;
    ConsoleRig& rig = shift.rig;
    QVERIFY(shift.start());
    QVERIFY(play(rig, "honest-bulk-run")); // thirty alike orders, which this policy holds
    QVERIFY(ConsoleRig::wait_until([&] { return group_of_held(rig, 12).has_value(); }));
    const models::queue::Selection chosen = *group_of_held(rig, 12);
    rig.clock().hold(); // however slowly it goes: nothing becomes due meanwhile
    const auto review = shift.review(chosen);
    QVERIFY(ConsoleRig::wait_until([&] { return !review->is_looking(); }));
    const int ready = review->count(OrderStage::ready);
    QCOMPARE(ready, static_cast<int>(chosen.rows.size()));
    QVERIFY(review->sums().has_value());
    review->sign();
    QVERIFY(ConsoleRig::wait_until([&] { return review->is_over(); }));
    QCOMPARE(review->count(OrderStage::signed_), ready);
    for (const auto& order : review->orders()) { // to be taken back for a while where its tier has one, as a single one
        QCOMPARE(order.decision->state == domain::DecisionState::held, order.row.tier <= domain::Tier::confirm);
    }
    rig.clock().go_on();

    QVERIFY(ConsoleRig::wait_until([&] {
        return std::all_of(review->orders().begin(), review->orders().end(), [](const auto& order) {
            return order.decision->state == domain::DecisionState::executed && order.decision->receipt;
        });
    }));
    std::set<domain::DecisionId> decisions;
    std::set<domain::ReceiptId> receipts;
    for (const auto& order : review->orders()) {
        const ports::DecisionRow& row = rig.decisions[order.decision->decision.id];
        QCOMPARE(row.decision.transaction, order.row.key.id);
        QCOMPARE(row.decision.subject_digest, order.row.digest);
        QCOMPARE(row.decision.verb, domain::Verb::reject);
        QCOMPARE(row.decision.person, shift.person);
        QCOMPARE(row.receipt->decision, row.decision.id);
        QVERIFY(row.receipt->code.empty());
        decisions.insert(row.decision.id);
        receipts.insert(row.receipt->id);
        QVERIFY(ConsoleRig::wait_until([&] { return rig.cases[order.row.key].state == ports::CaseState::rejected; }));
    }
    QVERIFY(decisions.size() == chosen.rows.size() && receipts.size() == chosen.rows.size());
}

void TestGroupDecision::a_console_that_closes_in_the_middle_loses_nothing() {
    Shift shift;
    ConsoleRig& rig = shift.rig;
    QVERIFY(shift.start());
    QVERIFY(play(rig, "honest-bulk-run"));
    QVERIFY(ConsoleRig::wait_until([&] { return group_of_held(rig, 8).has_value(); }));
    auto review = shift.review(*group_of_held(rig, 8));
    QVERIFY(ConsoleRig::wait_until([&] { return !review->is_looking(); }));
    QVERIFY(review->count(OrderStage::ready) >= 8);
    connect(review.get(), &GroupReview::order_changed, this, [&review](int place) {
        if (place == 3 && review->orders()[3].stage == OrderStage::signed_) {
            review->stop();
        }
    });
    review->sign();
    QVERIFY(ConsoleRig::wait_until([&] { return review->is_over(); }));
    std::set<domain::DecisionId> signed_ones;
    std::vector<domain::TransactionKey> open_ones;
    for (const auto& order : review->orders()) {
        if (order.decision) {
            signed_ones.insert(order.decision->decision.id);
        } else {
            QCOMPARE(order.stage, OrderStage::not_begun);
            open_ones.push_back(order.row.key);
        }
    }
    QVERIFY(signed_ones.size() >= 4 && !open_ones.empty());
    review.reset();
    rig.stop_console(); // most are still held for undo: nothing of them was sent
    QVERIFY(rig.start_console());
    QVERIFY(ConsoleRig::wait_until([&] {
        return std::all_of(signed_ones.begin(), signed_ones.end(), [&](const domain::DecisionId& id) {
            return rig.decisions[id].state == domain::DecisionState::executed && rig.decisions[id].receipt;
        });
    }));
    // Nobody decided about the rest: it is open, as before.
    const auto open = rig.ask<ports::CaseChanges>(
        [&](ports::Reply<ports::CaseChanges> reply) { rig.core().archive().open_cases(std::move(reply)); });
    QVERIFY(open.ok());
    for (const domain::TransactionKey& key : open_ones) {
        QVERIFY(std::any_of(open->changed.begin(), open->changed.end(), [&](const ports::CaseRow& row) {
            return row.key == key && row.state == ports::CaseState::open && !row.decision;
        }));
    }
}

QTEST_MAIN(TestGroupDecision)
#include "tst_group_decision.moc"
