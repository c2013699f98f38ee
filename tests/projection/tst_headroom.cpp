// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is left of budgets, mandates and limits, and when it is used up: computed by hand beside it.
#include "app/projection/headroom.h"

#include <QTest>

#include <algorithm>

namespace {

using ports::HeadroomLine;
using ports::Outlook;

constexpr std::chrono::hours day{24};
/// A Wednesday at midnight.
const base::Instant today = base::from_rfc3339("2026-03-11T00:00:00Z").value();

domain::Money euros(std::int64_t minor) {
    return {minor, domain::Currency::from_code("EUR").value()};
}

class NoHistory final : public projection::OrderHistory {
    base::Result<std::vector<projection::Told>> told(const domain::TransactionKey&, std::uint64_t) override {
        return std::vector<projection::Told>();
    }
};

/// Books of orders that were carried out at noon, `days` before today.
class Scene {
public:
    void bought(int days, std::int64_t minor, const char* agent = "bot-7", const char* supplier = "paper") {
        domain::TransactionVersion version;
        version.key = {domain::SourceId("urn:test"), domain::TransactionId("t" + std::to_string(index_))};
        version.subject.agent = domain::AgentId(agent);
        version.subject.owner = domain::OwnerId("works");
        version.subject.supplier = {domain::SupplierId(supplier), domain::UntrustedText("Paper & Sons")};
        version.subject.gross = euros(minor);
        const base::Instant at = today - days * day + std::chrono::hours(12);
        fold(domain::EventType::transaction_requested, version, at);
        domain::TransactionStep step;
        step.transaction = version.key.id;
        fold(domain::EventType::transaction_completed, step, at);
    }
    void budget(std::int64_t minor, const char* agent = "bot-7") {
        domain::Agent registered;
        registered.id = domain::AgentId(agent);
        registered.budget = euros(minor);
        fold(domain::EventType::agent_registered, registered, today - 100 * day);
    }
    void mandate(std::int64_t minor, base::Instant not_after = today + 100 * day) {
        domain::Mandate granted;
        granted.id = domain::MandateId("M-1");
        granted.agent = domain::AgentId("bot-7");
        granted.per_month = euros(minor);
        granted.not_after = not_after;
        fold(domain::EventType::mandate_granted, granted, today - 50 * day);
    }
    [[nodiscard]] ports::Headroom answer(std::vector<ports::SpendLimit> limits = {}) const {
        ports::HeadroomQuery query;
        query.now = today;
        query.days.month_from = base::from_rfc3339("2026-03-01T00:00:00Z").value();
        query.days.month_to = base::from_rfc3339("2026-04-01T00:00:00Z").value();
        query.days.today = today;
        const auto works = [](base::Instant at) {
            const auto weekday = std::chrono::weekday(std::chrono::floor<std::chrono::days>(at)).c_encoding();
            return weekday != 0 && weekday != 6;
        };
        for (int back = 28; back > 0; --back) {
            if (works(today - back * day)) {
                query.days.past.push_back(today - back * day);
            }
        }
        for (int ahead = 1; ahead <= 31; ++ahead) {
            if (works(today + ahead * day)) {
                query.days.later.push_back(today + ahead * day);
            }
        }
        query.limits = std::move(limits);
        return projection::headroom(books_, query);
    }

private:
    void fold(domain::EventType type, domain::Payload payload, base::Instant at) {
        record::RecordedEvent recorded;
        recorded.index = index_++;
        recorded.event.source = domain::SourceId("urn:test");
        recorded.event.type = type;
        recorded.event.time = at;
        recorded.event.payload = std::move(payload);
        NoHistory history;
        if (!books_.fold(recorded, history)) {
            qFatal("the books do not fold");
        }
    }
    projection::Books books_;
    std::uint64_t index_ = 0;
};

} // namespace

class TestHeadroom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_day_is_that_on_which_the_sum_goes_above_data() {
        QTest::addColumn<qint64>("budget");
        QTest::addColumn<int>("outlook");
        QTest::addColumn<QString>("used_up");
        // 20 working days at 100.00 make the pace; 7 of them (2 to 10 March) are of this month: 700.00 are used.
        const auto row = [](const char* name, qint64 budget, Outlook outlook, const char* used_up) {
            QTest::newRow(name) << budget << static_cast<int>(outlook) << QString::fromLatin1(used_up);
        };
        row("less than a day is left: tomorrow", 700'00 + 99'99, Outlook::used_up, "2026-03-12");
        row("exactly a day is left: the day after tomorrow", 700'00 + 100'00, Outlook::used_up, "2026-03-13");
        row("over a weekend", 700'00 + 200'01, Outlook::used_up, "2026-03-16");
        row("on the last working day", 700'00 + 1399'99, Outlook::used_up, "2026-03-31");
        row("a cent more lasts the month", 700'00 + 1400'00, Outlook::lasts, "");
        row("all of it is used", 700'00, Outlook::used_up, "2026-03-12");
        row("a cent is missing", 699'99, Outlook::over, "");
    }
    void the_day_is_that_on_which_the_sum_goes_above() {
        QFETCH(qint64, budget);
        QFETCH(int, outlook);
        QFETCH(QString, used_up);
        Scene scene;
        scene.budget(budget);
        scene.bought(40, 5'00); // there is a history
        for (int back = 28; back > 0; --back) {
            const auto at = std::chrono::weekday(std::chrono::floor<std::chrono::days>(today - back * day));
            if (at.c_encoding() != 0 && at.c_encoding() != 6) {
                scene.bought(back, 100'00);
            }
        }
        const auto answer = scene.answer();
        QCOMPARE(answer.lines.size(), 1U);
        const HeadroomLine& line = answer.lines.front();
        QCOMPARE(line.used.money, euros(700'00));
        QCOMPARE(line.left, euros(budget - 700'00));
        QCOMPARE(static_cast<int>(line.outlook), outlook);
        QCOMPARE(line.used_up ? QString::fromStdString(base::to_rfc3339(*line.used_up)).left(10) : QString(), used_up);
        if (line.outlook != Outlook::over) {
            QCOMPARE(line.pace, std::optional(euros(100'00)));
        }
    }

    void a_limit_of_any_period_has_its_own_window_data() {
        QTest::addColumn<int>("span");
        QTest::addColumn<qint64>("most");
        QTest::addColumn<qint64>("used");
        QTest::addColumn<int>("outlook");
        QTest::addColumn<QString>("used_up");
        // 100.00 at noon of each of the last 28 days, seen on a Wednesday at midnight: 2800.00 on 20 working days make
        // a pace of 140.00.
        const auto row = [](const char* name, ports::Span span, qint64 most, qint64 used, Outlook outlook,
                            const char* used_up) {
            QTest::newRow(name) << static_cast<int>(span) << most << used << static_cast<int>(outlook)
                                << QString::fromLatin1(used_up);
        };
        row("24 hours, less than the pace of a day", ports::Span::day, 139'99, 100'00, Outlook::used_up, "2026-03-12");
        row("24 hours, just the pace of a day", ports::Span::day, 140'00, 100'00, Outlook::lasts, "");
        row("24 hours, over", ports::Span::day, 99'99, 100'00, Outlook::over, "");
        // The UTC days 5 to 11 March are the week: 600.00. On Thursday the 5th goes and 140.00 come: 640.00.
        row("a week, above tomorrow", ports::Span::week, 639'99, 600'00, Outlook::used_up, "2026-03-12");
        row("a week, above the day after", ports::Span::week, 679'99, 600'00, Outlook::used_up, "2026-03-13");
        // The weekend takes five days of 100.00 away and adds nothing; on Wednesday five working days make 700.00.
        row("a week, above in a week", ports::Span::week, 680'00, 600'00, Outlook::used_up, "2026-03-18");
        row("a week that lasts", ports::Span::week, 700'00, 600'00, Outlook::lasts, "");
        row("30 days, over", ports::Span::days_30, 2799'99, 2800'00, Outlook::over, "");
        row("30 days, above tomorrow", ports::Span::days_30, 2900'00, 2800'00, Outlook::used_up, "2026-03-12");
        row("30 days that last", ports::Span::days_30, 3500'00, 2800'00, Outlook::lasts, "");
        row("the month", ports::Span::month, 1000'00, 1000'00, Outlook::used_up, "2026-03-12");
    }
    void a_limit_of_any_period_has_its_own_window() {
        QFETCH(int, span);
        QFETCH(qint64, most);
        QFETCH(qint64, used);
        QFETCH(int, outlook);
        QFETCH(QString, used_up);
        Scene scene;
        for (int back = 28; back > 0; --back) {
            scene.bought(back, 100'00);
        }
        const auto lines =
            scene.answer({{"own", "One owner", ports::Whose::owner, {}, euros(most), static_cast<ports::Span>(span)}})
                .lines;
        QCOMPARE(lines.size(), 1U);
        const HeadroomLine& line = lines.front();
        QCOMPARE(line.whom, std::string("works"));
        QCOMPARE(line.used.money, euros(used));
        QCOMPARE(static_cast<int>(line.outlook), outlook);
        QCOMPARE(line.used_up ? QString::fromStdString(base::to_rfc3339(*line.used_up)).left(10) : QString(), used_up);
    }

    void a_short_history_makes_no_forecast() {
        Scene scene;
        scene.budget(1000'00);
        scene.bought(13, 10'00);
        scene.bought(2, 400'00);
        QCOMPARE(scene.answer().history_days, std::int64_t{12}); // whole days: it began at noon
        QCOMPARE(scene.answer().lines.front().outlook, Outlook::little_history);
        QVERIFY(!scene.answer().lines.front().pace);
    }

    void a_history_of_less_than_four_weeks_is_divided_by_its_own_days() {
        Scene scene;
        scene.budget(100'000'00);
        scene.bought(15, 50'00); // 24 February, a Tuesday; 11 working days up to 10 March
        scene.bought(1, 60'00);
        const HeadroomLine line = scene.answer().lines.front();
        QCOMPARE(line.pace, std::optional(euros(110'00 / 11)));
        QCOMPARE(line.outlook, Outlook::lasts);
    }

    /// Card months of last year in the same record are no history of an agent that began this week.
    void an_old_record_is_no_history_of_who_began_this_week() {
        Scene scene;
        scene.bought(400, 7'000'00, "card-1", "rail");
        scene.budget(1000'00);
        scene.bought(2, 900'00);
        scene.budget(100'000'00, "bot-8");
        scene.bought(15, 50'00, "bot-8", "steel"); // 24 February, a Tuesday; 11 working days up to 10 March
        scene.bought(1, 60'00, "bot-8", "steel");
        const auto lines = scene.answer({{"month", "One supplier", ports::Whose::supplier, {}, euros(2000'00)}}).lines;
        const auto found = [&lines](const std::string& whom) {
            return *std::find_if(lines.begin(), lines.end(),
                                 [&whom](const HeadroomLine& line) { return line.whom == whom; });
        };
        QCOMPARE(found("bot-7").outlook, Outlook::little_history);
        QVERIFY(!found("bot-7").pace);
        QCOMPARE(found("paper").outlook, Outlook::little_history);
        QCOMPARE(found("bot-8").outlook, Outlook::lasts);
        QCOMPARE(found("bot-8").pace, std::optional(euros(110'00 / 11)));
        QVERIFY(scene.answer().history_days >= 399);
    }

    void without_spend_everything_lasts() {
        Scene scene;
        scene.budget(10'00);
        scene.budget(10'00, "idle");
        scene.bought(40, 5'00);
        const auto lines = scene.answer().lines;
        QCOMPARE(lines.size(), 2U);
        for (const HeadroomLine& line : lines) {
            QCOMPARE(line.outlook, Outlook::lasts);
            QCOMPARE(line.share, std::int64_t{0});
            QCOMPARE(line.left, euros(10'00));
        }
    }

    void mandates_in_force_and_limits_stand_beside_budgets() {
        Scene scene;
        scene.budget(1000'00);
        scene.mandate(300'00);
        scene.bought(40, 5'00);
        scene.bought(2, 400'00);
        scene.bought(2, 900'00, "bot-8", "steel");
        const ports::SpendLimit each{"supplier-month", "One supplier", ports::Whose::supplier, {}, euros(800'00)};
        const ports::SpendLimit one{"steel", "Steel alone", ports::Whose::supplier, "steel", euros(2000'00)};
        const auto lines = scene.answer({each, one}).lines;
        QCOMPARE(lines.size(), 5U); // budget, mandate, two suppliers, steel by name
        QCOMPARE(lines[0].outlook, Outlook::over);
        QCOMPARE(lines[1].outlook, Outlook::over);
        const auto found = [&lines](ports::Allowance allowance, const std::string& rule, const std::string& whom) {
            return std::find_if(lines.begin(), lines.end(), [&](const HeadroomLine& line) {
                return line.allowance == allowance && line.rule == rule && line.whom == whom;
            });
        };
        QCOMPARE(found(ports::Allowance::mandate, "M-1", "bot-7")->left, euros(-100'00));
        QCOMPARE(found(ports::Allowance::limit, "supplier-month", "steel")->left, euros(-100'00));
        QCOMPARE(found(ports::Allowance::limit, "supplier-month", "paper")->used.money, euros(400'00));
        QCOMPARE(found(ports::Allowance::limit, "steel", "steel")->share, std::int64_t{450});
        QCOMPARE(found(ports::Allowance::limit, "steel", "steel")->name.bytes(), std::string("Paper & Sons"));
    }

    void a_mandate_that_is_over_limits_nothing() {
        Scene scene;
        scene.mandate(300'00, today - day);
        scene.bought(2, 400'00);
        QVERIFY(scene.answer().lines.empty());
    }

    void what_does_not_fit_is_not_known() {
        Scene scene;
        scene.budget(1000'00);
        scene.bought(2, std::numeric_limits<std::int64_t>::max());
        scene.bought(3, std::numeric_limits<std::int64_t>::max());
        QCOMPARE(scene.answer().lines.front().outlook, Outlook::unknown);
        QVERIFY(scene.answer().lines.front().used.beyond);
    }

    void money_that_came_back_leaves_more() {
        Scene scene;
        scene.budget(1000'00);
        scene.bought(40, 5'00);
        scene.bought(3, -50'00);
        const HeadroomLine line = scene.answer().lines.front();
        QCOMPARE(line.left, euros(1050'00));
        QCOMPARE(line.share, std::int64_t{0});
        QCOMPARE(line.outlook, Outlook::lasts);
    }
};

QTEST_GUILESS_MAIN(TestHeadroom)
#include "tst_headroom.moc"
