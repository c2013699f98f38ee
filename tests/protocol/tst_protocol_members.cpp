// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/shapes_agent.h"
#include "app/wire/shapes_api.h"
#include "app/wire/shapes_decision.h"
#include "app/wire/shapes_envelope.h"
#include "app/wire/shapes_order.h"
#include "app/wire/shapes_policy.h"
#include "tests/protocol/schema_set.h"

#include <QJsonArray>
#include <QTest>

#include <map>
#include <set>

/// The codec's tables of members and the published schemas say the same: same names, same ones required.
class TestProtocolMembers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void members_of_events_are_those_of_the_schema_data();
    void members_of_events_are_those_of_the_schema();
    void members_of_shared_shapes_are_those_of_the_schema_data();
    void members_of_shared_shapes_are_those_of_the_schema();
    void words_are_those_of_the_schema();

private:
    SchemaSet schemas_;
};

namespace {

/// Names of the members, those that must be there marked with a star.
using Members = std::set<std::string>;

template <class Object>
Members members(bool closed = false) {
    Members all;
    for (const auto& slot : wire::Shape<Object>::slots) {
        const bool needed =
            slot.presence == wire::Presence::required || (closed && slot.presence == wire::Presence::defaulted);
        all.insert(std::string(slot.name) + (needed ? "*" : ""));
    }
    return all;
}

Members members_in(const QJsonObject& schema) {
    const QJsonArray needed = schema[QLatin1String("required")].toArray();
    Members all;
    for (const QString& name : schema[QLatin1String("properties")].toObject().keys()) {
        all.insert(name.toStdString() + (needed.contains(name) ? "*" : ""));
    }
    return all;
}

QByteArray drawn(const Members& all) {
    QByteArray text;
    for (const std::string& name : all) {
        text += QByteArray::fromStdString(name) + ' ';
    }
    return text;
}

Members members_of(domain::EventType type) {
    using enum domain::EventType;
    switch (type) {
    case agent_registered: return members<domain::Agent>();
    case agent_updated: return members<domain::AgentUpdated>();
    case heartbeat_sent: return members<domain::HeartbeatSent>();
    case probation_changed: return members<domain::ProbationChanged>();
    case mandate_granted: return members<domain::Mandate>();
    case mandate_revoked: return members<domain::MandateRevoked>();
    case turn_taken: return members<domain::Turn>();
    case transaction_requested:
    case transaction_amended: return members<domain::TransactionVersion>();
    case transaction_held:
    case transaction_started:
    case transaction_completed:
    case transaction_failed:
    case transaction_doubted:
    case transaction_shipped:
    case transaction_delayed:
    case transaction_delivered:
    case transaction_shorted:
    case transaction_invoiced:
    case transaction_returned:
    case transaction_cancelled:
    case transaction_expired: return members<domain::TransactionStep>();
    case assessment_made: return members<domain::Assessment>();
    case confirmation_given: return members<domain::ConfirmationGiven>();
    case decision_taken:
    case receipt_issued:
    case roster_published: return members<wire::Envelope>();
    case plan_made: return members<domain::Plan>();
    case step_taken: return members<domain::StepTaken>();
    case hold_placed:
    case hold_released: return members<domain::HoldChanged>();
    case stop_ordered:
    case stop_acknowledged:
    case stop_lifted: return members<domain::StopChanged>();
    case contract_published: return members<domain::Contract>();
    case price_published: return members<domain::CataloguePrice>();
    case stock_counted: return members<domain::StockCounted>();
    case policy_published: return members<domain::PolicyPublished>();
    case claim_changed: return members<domain::ClaimChanged>();
    }
    return {};
}

template <class Enum>
QByteArray words() {
    QByteArray text;
    for (int value = 0; value < 64; ++value) {
        try {
            text += QByteArray::fromStdString(std::string(domain::name_of(static_cast<Enum>(value)))) + ' ';
        } catch (const std::out_of_range&) {
            break; // behind the last one
        }
    }
    return text;
}

} // namespace

void TestProtocolMembers::members_of_events_are_those_of_the_schema_data() {
    QTest::addColumn<int>("number");
    for (int number = 1; number <= domain::event_type_count; ++number) {
        QTest::newRow(domain::type_name(static_cast<domain::EventType>(number)).data()) << number;
    }
}

void TestProtocolMembers::members_of_events_are_those_of_the_schema() {
    QFETCH(int, number);
    const auto type = static_cast<domain::EventType>(number);
    const QJsonObject schema = schemas_.file(std::string(domain::type_name(type)) + ".json");
    QJsonObject data = schema[QLatin1String("properties")].toObject()[QLatin1String("data")].toObject();
    data = data[QLatin1String("allOf")].toArray().last().toObject();
    if (data.contains(QLatin1String("$ref"))) {
        data = schemas_.file("definitions.json")[QLatin1String("definitions")]
                   .toObject()[QLatin1String("plan")]
                   .toObject();
    }
    QCOMPARE(drawn(members_in(data)), drawn(members_of(type)));
}

void TestProtocolMembers::members_of_shared_shapes_are_those_of_the_schema_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* file, const char* definition, const Members& expected) {
        QTest::newRow(*definition == '\0' ? file : definition)
            << QByteArray(file) << QByteArray(definition) << drawn(expected);
    };
    const char* shared = "definitions.json";
    row(shared, "payee", members<domain::Payee>());
    row(shared, "supplier", members<domain::Supplier>());
    row(shared, "line", members<domain::Line>());
    row(shared, "attachment", members<domain::Attachment>());
    row(shared, "subject", members<domain::Subject>());
    row(shared, "heard_alternative", members<domain::HeardAlternative>());
    row(shared, "heard_amount", members<domain::HeardAmount>());
    row(shared, "finding", members<domain::Finding>());
    row(shared, "contract_price", members<domain::ContractPrice>());
    row(shared, "step", members<domain::Step>());
    row(shared, "plan", members<domain::Plan>());
    row(shared, "envelope", members<wire::Envelope>());
    row("signed-decision.json", "", members<domain::Decision>(true));
    row("signed-receipt.json", "", members<domain::Receipt>(true));
    row("signed-roster.json", "", members<domain::Roster>(true));
    row("signed-policy.json", "", members<domain::PolicyEdition>(true));
    row(shared, "policy_envelope", members<domain::PolicyEnvelope>());
    row("api.json", "policy_status", members<wire::PolicyStatus>());
    row("api.json", "policy_withdrawal", members<wire::PolicyWithdrawalRequest>());
    row("signed-policy-withdrawal.json", "", members<domain::PolicyWithdrawal>(true));
    row("api.json", "ack", members<wire::Ack>());
    row("api.json", "claim_request", members<wire::ClaimRequest>());
    row("api.json", "claim", members<wire::Claim>());
    row("api.json", "receipt_answer", members<wire::ReceiptAnswer>());
    row("api.json", "transaction_status", members<wire::TransactionStatus>());
    row("api.json", "gateway_info", members<wire::GatewayInfo>());
    row("api.json", "problem", members<wire::Problem>());
    row("api.json", "announcement", members<wire::Announcement>());
}

void TestProtocolMembers::members_of_shared_shapes_are_those_of_the_schema() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, definition);
    QFETCH(QByteArray, expected);
    QJsonObject schema = schemas_.file(file.toStdString());
    if (!definition.isEmpty()) {
        schema = schema[QLatin1String("definitions")].toObject()[QString::fromUtf8(definition)].toObject();
    }
    QCOMPARE(drawn(members_in(schema)), expected);
}

void TestProtocolMembers::words_are_those_of_the_schema() {
    const std::map<const char*, QByteArray> lists = {{"transaction_kind", words<domain::TransactionKind>()},
                                                     {"side", words<domain::Side>()},
                                                     {"transaction_state", words<domain::TransactionState>()},
                                                     {"tier", words<domain::Tier>()},
                                                     {"moment", words<domain::Moment>()},
                                                     {"agent_kind", words<domain::AgentKind>()},
                                                     {"agent_status", words<domain::AgentStatus>()},
                                                     {"channel", words<domain::Channel>()},
                                                     {"speaker", words<domain::Speaker>()},
                                                     {"party", words<domain::Party>()},
                                                     {"verb", words<domain::Verb>()},
                                                     {"outcome", words<domain::ReceiptOutcome>()},
                                                     {"step_action", words<domain::StepAction>()},
                                                     {"step_state", words<domain::StepState>()},
                                                     {"reversibility", words<domain::Reversibility>()},
                                                     {"permission", words<domain::Permission>()}};
    const QJsonObject definitions = schemas_.file("definitions.json")[QLatin1String("definitions")].toObject();
    int lists_published = 0;
    for (const QJsonValue& definition : definitions) {
        lists_published += definition.toObject().contains(QLatin1String("enum")) ? 1 : 0;
    }
    QCOMPARE(lists_published, static_cast<int>(lists.size()));
    for (const auto& [name, expected] : lists) {
        QByteArray published;
        for (const QJsonValue& word : definitions[QLatin1String(name)].toObject()[QLatin1String("enum")].toArray()) {
            published += word.toString().toUtf8() + ' ';
        }
        QCOMPARE(published, expected);
    }
}

QTEST_APPLESS_MAIN(TestProtocolMembers)
#include "tst_protocol_members.moc"
