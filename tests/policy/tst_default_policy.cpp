// SPDX-License-Identifier: GPL-3.0-or-later
//
// The policy that ships: it fits its schema, compiles without a warning, passes its own tests, and its tests reach
// every rule.
#include "app/policy/rehearsal.h"
#include "app/policy/shipped.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <set>

namespace {

using Adapter = valijson::adapters::QtJsonAdapter;

QJsonValue file(const char* name) {
    QFile opened(QStringLiteral(REEVE_SOURCE_DIR "/resources/policy/") + QString::fromLatin1(name));
    return opened.open(QIODevice::ReadOnly) ? QJsonValue(QJsonDocument::fromJson(opened.readAll()).object())
                                            : QJsonValue();
}

bool fits_the_schema(const QJsonValue& policy) {
    const QJsonValue text = file("policy.schema.json");
    valijson::Schema schema;
    valijson::SchemaParser parser;
    parser.populateSchema(Adapter(text), schema);
    valijson::Validator validator;
    return validator.validate(schema, Adapter(policy), nullptr);
}

policy::RuleBook shipped() {
    const auto read = policy::read_document(policy::shipped_policy());
    if (!read) {
        qFatal("%s", base::describe(read.fault()).c_str());
    }
    std::vector<policy::Finding> findings;
    auto book = policy::RuleBook::compile(*read, findings);
    for (const policy::Finding& finding : findings) {
        qFatal("%s", base::describe(finding.fault).c_str());
    }
    return std::move(*book);
}

} // namespace

class TestDefaultPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void it_fits_the_published_schema_and_other_things_do_not() {
        QVERIFY(fits_the_schema(file("default.json")));
        QJsonObject wrong = file("default.json").toObject();
        wrong[QStringLiteral("tirs")] = 1;
        QVERIFY(!fits_the_schema(wrong));
        wrong = file("default.json").toObject();
        wrong.remove(QStringLiteral("modes"));
        QVERIFY(!fits_the_schema(wrong));
    }

    void it_passes_its_own_tests() {
        policy::RuleBook book = shipped();
        const auto outcomes = policy::run_tests(book);
        QVERIFY(outcomes.size() > 20);
        for (const policy::TestOutcome& outcome : outcomes) {
            QVERIFY2(outcome.passed, (outcome.title + ": " + outcome.trouble).c_str());
        }
    }

    void a_test_that_expects_something_else_fails_and_says_what() {
        const auto read = policy::read_document(policy::shipped_policy());
        policy::Document document = *read;
        document.tests = {{"wrong tier", {{"gross", "\"10.00 GBP\""}}, domain::Tier::blocked, {}, false},
                          {"wrong rules", {{"gross", "\"10.00 GBP\""}}, domain::Tier::automatic, {"loop"}, true},
                          {"wrong name", {{"grass", "\"10.00 GBP\""}}, domain::Tier::automatic, {}, false},
                          {"wrong type", {{"gross", "10"}}, domain::Tier::automatic, {}, false},
                          {"wrong amount", {{"gross", "\"10,00 GBP\""}}, domain::Tier::automatic, {}, false},
                          {"wrong field", {{"lines", R"([{"colour":"red"}])"}}, domain::Tier::automatic, {}, false}};
        std::vector<policy::Finding> findings;
        auto book = policy::RuleBook::compile(document, findings);
        const auto outcomes = policy::run_tests(*book);
        for (const policy::TestOutcome& outcome : outcomes) {
            QVERIFY2(!outcome.passed && !outcome.trouble.empty(), outcome.title.c_str());
        }
        QCOMPARE(outcomes[0].trouble, std::string("expected blocked, got automatic (fired: none)"));
        QCOMPARE(outcomes[1].trouble, std::string("expected the rules loop, fired: none"));
        QVERIFY(outcomes[2].trouble.find("grass") != std::string::npos);
    }

    void the_harmless_order_of_test_cases_fires_nothing() {
        policy::RuleBook book = shipped();
        cel::Arena arena;
        auto row = policy::harmless_row(book.document(), arena);
        policy::complete_row(row, book.document());
        const domain::Verdict verdict = book.judge_row(row, policy::Detail::decision);
        QCOMPARE(verdict.tier, domain::Tier::automatic);
        QVERIFY(verdict.rules.empty() && !verdict.unknown);
    }

    void every_name_of_the_vocabulary_has_a_description() {
        std::set<std::string> names;
        for (const cel::Name& name : policy::vocabulary().names()) {
            QVERIFY2(!name.description.empty(), name.name.c_str());
            QVERIFY2(names.insert(name.name).second, name.name.c_str());
        }
        QVERIFY(names.size() > 60);
    }
};

QTEST_APPLESS_MAIN(TestDefaultPolicy)
#include "tst_default_policy.moc"
