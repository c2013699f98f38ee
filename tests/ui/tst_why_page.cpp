// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person reads of our verdict: values in their places, the platform beside us, the ladder, the coverage.
#include "app/policy/rule_book.h"
#include "app/policy/shipped.h"
#include "tests/support/patience.h"
#include "ui/case/ladder_page.h"
#include "ui/case/why_page.h"
#include "ui/judging/judging_view.h"
#include "ui/look/style.h"

#include <QApplication>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QTimeZone>

namespace {

using ui::case_::VerdictWords;

const base::Instant noon = base::from_rfc3339("2026-03-10T12:00:00Z").value();

domain::Money pounds(std::int64_t minor) {
    return {minor, domain::Currency::from_code("GBP").value()};
}

/// An order above its mandate and its contract price, judged by the policy that ships.
ports::CaseFile judged_file() {
    facts::FactBook facts;
    const auto put = [&facts](domain::Payload payload) {
        domain::Event event;
        event.time = noon - std::chrono::hours(50);
        event.payload = std::move(payload);
        facts.apply(event);
    };
    domain::Agent agent;
    agent.id = domain::AgentId("agent-7");
    put(agent);
    domain::Mandate mandate;
    mandate.id = domain::MandateId("M-17");
    mandate.agent = agent.id;
    mandate.per_transaction = pounds(10'000'00);
    mandate.not_after = noon + std::chrono::hours(24);
    put(mandate);
    domain::Contract contract;
    contract.id = domain::ContractId("C-3");
    contract.supplier.id = domain::SupplierId("S-1");
    contract.not_after = noon + std::chrono::hours(24);
    contract.prices.push_back({"A-1", {}, "C62", pounds(100'00), "200"});
    put(contract);
    ports::CaseFile file;
    ports::Version version;
    domain::Subject& order = version.version.subject;
    order.agent = agent.id;
    order.mandate = mandate.id;
    order.contract = contract.id;
    order.supplier = {domain::SupplierId("S-1"), domain::UntrustedText("Paper <b>& Sons</b>")};
    order.gross = order.net = pounds(12'400'00);
    order.tax = pounds(0);
    domain::Line line;
    line.line_id = "1";
    line.item_id = "A-1";
    line.unit = "C62";
    line.quantity = "100";
    line.unit_price = pounds(124'00);
    line.net = pounds(12'400'00);
    order.lines.push_back(line);
    version.time = noon;
    version.index = 7;
    file.versions.push_back(version);
    domain::Assessment assessment;
    assessment.tier = domain::Tier::automatic;
    assessment.findings.push_back({"fine", domain::UntrustedText("nothing to see")});
    file.assessments.push_back(assessment);

    std::vector<policy::Finding> findings;
    auto book = policy::RuleBook::compile(policy::read_document(policy::shipped_policy()).value(), findings);
    const facts::Facts known = facts.look(version.version, noon);
    domain::Verdict verdict = book->judge({version.version, known, noon}, policy::Detail::full);
    ports::Judgement judgement;
    judgement.order_index = 7;
    judgement.order_time = noon;
    judgement.rebuilt = ports::Rebuilt::same;
    judgement.policy_version = verdict.policy_version;
    for (const domain::RuleVerdict& rule : verdict.rules) {
        judgement.rules.push_back({rule, "", "Ask the owner.", {"mandate"}, "Compliance", {}, ""});
    }
    verdict.rules.clear();
    judgement.verdict = verdict;
    for (const policy::TierFrom& tier : book->document().tiers) {
        judgement.ladder.push_back({tier.tier, tier.from});
    }
    judgement.pieces = 3;
    judgement.together = pounds(15'000'00);
    judgement.data = {{ports::DataKind::agent, true, noon - std::chrono::hours(50)},
                      {ports::DataKind::person_looked, false, {}}};
    file.judgements.push_back(std::move(judgement));
    return file;
}

QString all_text(const QWidget& widget) {
    QString text;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        text += label->text() + QLatin1Char('\n');
    }
    for (const QTableView* table : widget.findChildren<QTableView*>()) {
        for (int row = 0; table->model() != nullptr && row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                text += table->model()->index(row, column).data().toString() + QLatin1Char('\t');
            }
            text += QLatin1Char('\n');
        }
    }
    return text;
}

/// A judge in memory.
class FakeJudging final : public ports::Judging {
public:
    void watch(ports::Subscription<ports::JudgeState> subscriber) override {
        subscriber(std::make_shared<const ports::JudgeState>(state));
    }
    void report(ports::Reply<ports::JudgingReport> reply) override {
        ports::JudgingReport told = answer;
        told.state = state;
        reply(told);
    }
    ports::JudgeState state;
    ports::JudgingReport answer;
};

/// Keeps a picture where REEVE_SHOTS names a folder, for people.
void keep(QWidget& widget, const char* name) {
    const QString folder = qEnvironmentVariable("REEVE_SHOTS");
    if (!folder.isEmpty()) {
        QCoreApplication::processEvents();
        widget.grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
}

} // namespace

class TestWhyPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_word_of_a_second_ai_is_told_with_what_it_is_worth() {
        ports::CaseFile file = judged_file();
        ports::ReviewerWord word;
        word.reviewer = domain::UntrustedText("reader <b>1</b>");
        word.confirms = true;
        word.note = domain::UntrustedText("Price and plan agree.");
        word.standing = domain::ReviewStanding::not_its_tier;
        file.judgements.back().reviewers.push_back(word);
        const text::Formats formats(QLocale(QLocale::English), QTimeZone::utc());
        ui::case_::WhyPage page(formats);
        page.show(file);
        QString text = all_text(page);
        text.remove(QChar(0x2068)).remove(QChar(0x2069));
        QVERIFY2(text.contains(QStringLiteral("reader <b>1</b> confirms, but only orders of the tier Confirm")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Price and plan agree.")), qPrintable(text));
    }

    void conditions_show_their_values_in_place() {
        const ports::CaseFile file = judged_file();
        const text::Formats formats(QLocale(QLocale::English), QTimeZone::utc());
        const auto& rules = file.judgements.back().rules;
        const auto ceiling = std::find_if(rules.begin(), rules.end(),
                                          [](const auto& rule) { return rule.verdict.rule == "mandate-ceiling"; });
        QVERIFY(ceiling != rules.end());
        QCOMPARE(ceiling->verdict.outcome, domain::RuleVerdict::Outcome::fired);
        const auto parts = VerdictWords::parts(*ceiling, formats);
        const auto compared = std::find_if(parts.begin(), parts.end(),
                                           [](const auto& part) { return part.text.contains(u'>') && part.depth > 0; });
        QVERIFY(compared != parts.end());
        QString values = compared->values;
        values.remove(QChar(0x2068)).remove(QChar(0x2069));
        QCOMPARE(values.replace(QChar(0x00A0), u' '), QStringLiteral("GBP 12,400.00 > GBP 10,000.00"));
        QCOMPARE(compared->came_to, QStringLiteral("Yes"));
    }

    void the_page_says_rules_data_and_the_platform() {
        const text::Formats formats(QLocale(QLocale::English), QTimeZone::utc());
        ui::case_::WhyPage page(formats);
        page.resize(900, 900);
        page.show(judged_file());
        page.show();
        const QString text = all_text(page);
        for (const char* words : {"Ask the owner.", "The platform says Automatic", "2 d", "mandate-ceiling", "Fired"}) {
            QVERIFY2(text.contains(QLatin1String(words)), words);
        }
        QVERIFY(!text.contains(QStringLiteral("Quiet"))); // only on request, behind what fired
        page.findChild<QPushButton*>()->setChecked(true);
        const QString all = all_text(page);
        QVERIFY(all.indexOf(QStringLiteral("Fired")) < all.indexOf(QStringLiteral("Quiet")));
        for (const QTableView* table : page.findChildren<QTableView*>()) {
            QVERIFY(!table->accessibleName().isEmpty());
        }
        keep(page, "why");
        page.show(ports::CaseFile()); // not judged yet: says so
        QVERIFY(all_text(page).contains(QStringLiteral("has not judged")));
    }

    void the_ladder_has_the_order_on_it_and_every_line_its_coverage() {
        const text::Formats formats(QLocale(QLocale::English), QTimeZone::utc());
        ui::case_::LadderPage page(formats);
        page.resize(900, 800);
        page.show(judged_file());
        page.show();
        const QString text = all_text(page);
        for (const char* words : {"Here by amount", "3 pieces", "Over price", "Contract"}) {
            QVERIFY2(text.contains(QLatin1String(words)), words);
        }
        const auto rungs = VerdictWords::ladder(judged_file().judgements.back());
        QCOMPARE(rungs.size(), 5U);
        QVERIFY(rungs[2].here && rungs[2].tier == domain::Tier::sign_off);
        QCOMPARE(rungs[3].room, std::optional(pounds(12'600'00)));
        keep(page, "ladder");
    }

    void the_report_says_work_items_scores_and_what_nothing_speaks_about() {
        FakeJudging judging;
        judging.state.policy_version = "2026-03-01";
        judging.state.judged = 4'112;
        judging.state.refused =
            base::Fault{base::FaultCode::malformed, "no such name", "policy.json /rules/3/when 1:14"};
        ports::WorkItem item;
        item.cause = domain::UntrustedText("mandate M-17");
        item.orders = 4'112;
        item.example.id = domain::TransactionId("T-9");
        judging.answer.work_items.push_back(item);
        const ports::Raise raise{1, pounds(500'00), pounds(750'00)};
        judging.answer.scores.push_back({"budget", "Budget", true, 212, 0, 212, 212, 0, 0, 0, 0, raise});
        judging.answer.scores.push_back({"other", "Other", true, 3, 0, 3, 1, 0, 1, 0, 0, std::nullopt});
        judging.answer.coverage.orders = 5'000;
        judging.answer.coverage.silent = 800;
        judging.answer.coverage.categories.push_back({"office", 900, 800, {pounds(1'00)}});
        judging.answer.coverage.never_fired = {"new-payee"};
        const text::Formats formats(QLocale(QLocale::English), QTimeZone::utc());
        ui::judging::JudgingView view(judging, formats);
        view.resize(1000, 600);
        view.show();
        QTRY_VERIFY(view.is_filled());
        const QString text = all_text(view);
        for (const char* words : {"mandate M-17", "4,112", "212", "office", "new-payee", "/rules/3/when 1:14"}) {
            QVERIFY2(text.contains(QLatin1String(words)), words);
        }
        // "raise to X?" is tried when a person wants it, and only for the rule that has one.
        std::string wanted;
        connect(&view, &ui::judging::JudgingView::raise_wanted, this,
                [&wanted](const std::string& rule, std::size_t threshold, const std::string& value) {
                    wanted = rule + " " + std::to_string(threshold) + " " + value;
                });
        view.tabs().setCurrentIndex(1);
        QVERIFY(!view.raise().isEnabled());
        view.scores().setCurrentIndex(view.scores().model()->index(1, 0));
        QVERIFY(!view.raise().isEnabled());
        view.scores().setCurrentIndex(view.scores().model()->index(0, 0));
        QVERIFY(view.raise().isEnabled());
        QVERIFY(all_text(view).contains(QStringLiteral("212 of 212 approved unchanged")));
        view.raise().click();
        QCOMPARE(wanted, std::string("budget 1 750.00 GBP"));
        keep(view, "judging");
        std::optional<domain::TransactionKey> opened;
        connect(&view, &ui::judging::JudgingView::opened, this, [&](const auto& key) { opened = key; });
        view.take_focus();
        QTableView* table = nullptr;
        for (QTableView* each : view.findChildren<QTableView*>()) {
            table = each->accessibleName() == QStringLiteral("Work items by cause") ? each : table;
        }
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(opened && opened->id.bytes() == "T-9");
    }

    void where_every_order_met_a_rule_it_says_so_data() {
        QTest::addColumn<quint64>("orders");
        QTest::addColumn<QString>("words");
        QTest::newRow("no order yet") << quint64(0) << QStringLiteral("No order was judged yet.");
        QTest::newRow("all met one") << quint64(7) << QStringLiteral("Every order met a rule or reached a tier.");
    }
    void where_every_order_met_a_rule_it_says_so() {
        QFETCH(quint64, orders);
        FakeJudging judging;
        judging.answer.coverage.orders = orders;
        const text::Formats formats(QLocale(QLocale::English), QTimeZone::utc());
        ui::judging::JudgingView view(judging, formats);
        view.resize(1000, 600);
        view.show();
        QTRY_VERIFY(view.is_filled());
        view.tabs().setCurrentIndex(2);
        QStringList said;
        for (const QLabel* label : view.tabs().currentWidget()->findChildren<QLabel*>()) {
            said += label->isVisible() ? label->text() : QString();
        }
        QFETCH(QString, words);
        QVERIFY2(said.contains(words), qPrintable(said.join(QLatin1Char('|'))));
        for (const QTableView* table : view.tabs().currentWidget()->findChildren<QTableView*>()) {
            QVERIFY(!table->isVisible());
        }
    }
};

QTEST_MAIN(TestWhyPage)
#include "tst_why_page.moc"
