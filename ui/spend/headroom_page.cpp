// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/headroom_page.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/charts/bar_delegate.h"
#include "ui/sieve/choices.h"
#include "ui/spend/period.h"
#include "ui/spend/spend_charts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::spend {

namespace {

using models::case_::Align;
using ports::Allowance;
using ports::HeadroomLine;
using ports::Outlook;

constexpr int most_bars = 40; ///< of the chart: the table has all
constexpr std::int64_t whole = 1000;
constexpr std::int64_t nearly = 800; ///< of it used: looks like caution
enum Place {
    whom_place,
    allowance_place,
    span_place,
    most_place,
    used_place,
    share_place,
    left_place,
    pace_place,
    outlook_place
};

std::string_view name_of(ports::Span span) {
    switch (span) {
    case ports::Span::day: return "day";
    case ports::Span::week: return "week";
    case ports::Span::days_30: return "days_30";
    case ports::Span::month: return "month";
    }
    return {};
}

std::string_view name_of(ports::Whose whose) {
    switch (whose) {
    case ports::Whose::agent: return "agent";
    case ports::Whose::owner: return "owner";
    case ports::Whose::supplier: return "supplier";
    case ports::Whose::category: return "category";
    }
    return {};
}

std::string_view name_of(Outlook outlook) {
    switch (outlook) {
    case Outlook::over: return "over";
    case Outlook::used_up: return "used_up";
    case Outlook::lasts: return "lasts";
    case Outlook::little_history: return "no_forecast";
    case Outlook::unknown: return "unknown";
    }
    return {};
}

look::Level level_of(const HeadroomLine& line) {
    switch (line.outlook) {
    case Outlook::over: return look::Level::critical;
    case Outlook::used_up: return look::Level::caution;
    case Outlook::unknown: return look::Level::serious;
    case Outlook::lasts:
    case Outlook::little_history: return line.share >= nearly ? look::Level::caution : look::Level::standby;
    }
    return look::Level::standby;
}

class HeadroomWords {
    Q_DECLARE_TR_FUNCTIONS(ui::spend::HeadroomWords)
public:
    static QString whom(const HeadroomLine& line) {
        const text::SafeText id = text::safe(std::string_view(line.whom));
        return line.name.empty() ? id.qstring() : text::fill(tr("%1 (%2)"), {text::safe(line.name), id});
    }
    static QString whose(ports::Whose whose) {
        switch (whose) {
        case ports::Whose::agent: return tr("Agent");
        case ports::Whose::owner: return tr("Owner");
        case ports::Whose::supplier: return tr("Supplier");
        case ports::Whose::category: return tr("Category");
        }
        return {};
    }
    static QString span(ports::Span span) {
        switch (span) {
        case ports::Span::day: return tr("24 hours");
        case ports::Span::week: return tr("7 days");
        case ports::Span::days_30: return tr("30 days");
        case ports::Span::month: return tr("Month");
        }
        return {};
    }
    static QString allowance(const HeadroomLine& line) {
        switch (line.allowance) {
        case Allowance::budget: return tr("Budget of the agent");
        case Allowance::mandate: return text::fill(tr("Mandate %1"), {text::safe(std::string_view(line.rule))});
        case Allowance::limit: return text::fill(tr("Limit: %1"), {text::safe(std::string_view(line.title))});
        }
        return {};
    }
    static QString outlook(Outlook outlook) {
        switch (outlook) {
        case Outlook::over: return tr("Over");
        case Outlook::used_up: return tr("Used up soon");
        case Outlook::lasts: return tr("Lasts");
        case Outlook::little_history: return tr("No forecast");
        case Outlook::unknown: return tr("Not known");
        }
        return {};
    }
    static std::vector<models::case_::Column<HeadroomLine>> columns(const text::Formats& formats) {
        using Line = HeadroomLine;
        return {
            {tr("Whose"), &whom},
            {tr("What is allowed"), &allowance},
            {tr("Within"), [](const Line& line) { return span(line.span); }},
            {tr("Allowed"), [&formats](const Line& line) { return formats.money(line.most); }, Align::number},
            {tr("Used"), [&formats](const Line& line) { return SpendCharts::money(line.used, formats); },
             Align::number},
            {tr("Share"),
             [&formats](const Line& line) { return formats.permille(static_cast<std::int32_t>(line.share)); },
             Align::number},
            {tr("Left"),
             [&formats](const Line& line) {
                 return line.outlook == Outlook::unknown ? QStringLiteral("—") : formats.money(line.left);
             },
             Align::number},
            {tr("A working day"),
             [&formats](const Line& line) { return line.pace ? formats.money(*line.pace) : QStringLiteral("—"); },
             Align::number},
            {tr("Outlook"),
             [&formats](const Line& line) {
                 return line.outlook == Outlook::little_history ? tr("No forecast yet")
                                                                : HeadroomPage::outlook(line, formats);
             }},
        };
    }
    static std::vector<models::sieve::Field<HeadroomLine>> fields() {
        using filter::What;
        using models::sieve::Scratch;
        using Line = HeadroomLine;
        namespace rows = models::sieve;
        const auto named = [](const QString& shown) { return shown.toStdString(); };
        return {
            {{"whose", What::text, named(tr("Whose")), {}},
             [](const Line& line, Scratch& scratch) { return scratch.text(line.whom + ' ' + line.name.bytes()); }},
            {{"allowed", What::text, named(tr("What is allowed")), {}},
             [](const Line& line, Scratch& scratch) { return scratch.text(line.rule + ' ' + line.title); }},
            {{"kind", What::choice, named(tr("Whose, by kind")),
              sieve::choices(
                  ports::Whose::category, [](ports::Whose value) { return name_of(value); },
                  [](ports::Whose value) { return whose(value); })},
             [](const Line& line, Scratch&) { return rows::text(name_of(line.whose)); }},
            {{"within", What::choice, named(tr("Within")),
              sieve::choices(
                  ports::Span::month, [](ports::Span value) { return name_of(value); },
                  [](ports::Span value) { return span(value); })},
             [](const Line& line, Scratch&) { return rows::text(name_of(line.span)); }},
            {{"most", What::money, named(tr("Allowed")), {}},
             [](const Line& line, Scratch&) { return cel::Value::money(line.most); }},
            {{"used", What::money, named(tr("Used")), {}},
             [](const Line& line, Scratch&) {
                 return line.used.beyond ? cel::Value() : cel::Value::money(line.used.money);
             }},
            {{"percent", What::number, named(tr("Share in per cent")), {}},
             [](const Line& line, Scratch&) { return cel::Value::integer(line.share / 10); }},
            {{"left", What::money, named(tr("Left")), {}},
             [](const Line& line, Scratch&) {
                 return line.outlook == Outlook::unknown ? cel::Value() : cel::Value::money(line.left);
             }},
            {{"outlook", What::choice, named(tr("Outlook")),
              sieve::choices(
                  Outlook::unknown, [](Outlook value) { return name_of(value); },
                  [](Outlook value) { return outlook(value); })},
             [](const Line& line, Scratch&) { return rows::text(name_of(line.outlook)); }},
            {{"used_up", What::time, named(tr("Used up on")), {}},
             [](const Line& line, Scratch&) { return rows::time(line.used_up); }},
        };
    }
};

bool is_working(const QDate& day) {
    return day.dayOfWeek() <= 5;
}

base::Instant midnight(const QDate& day, const QTimeZone& zone) {
    return base::Instant{std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch())};
}

} // namespace

QString HeadroomPage::outlook(const HeadroomLine& line, const text::Formats& formats) {
    switch (line.outlook) {
    case Outlook::over:
        return text::fill(tr("Over by %1"), {formats.money(domain::Money{-line.left.minor, line.left.currency})});
    case Outlook::used_up:
        return text::fill(tr("Used up on %1"), {formats.date(line.used_up.value_or(base::Instant{}))});
    case Outlook::lasts: return line.span == ports::Span::month ? tr("Lasts the month") : tr("Lasts at this pace");
    case Outlook::little_history:
        return tr("No forecast: under %n day(s) of history", nullptr, static_cast<int>(ports::least_history.count()));
    case Outlook::unknown: return tr("Not known: more than can be counted");
    }
    return {};
}

ports::HeadroomQuery HeadroomPage::query(base::Instant now, const QTimeZone& zone) {
    constexpr int pace_days = 28;
    constexpr int later_days = 31;
    ports::HeadroomQuery query;
    query.now = now;
    query.days.today = day_of(now, zone);
    query.days.month_from = month_of(now, zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(
                            std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch()).count(), zone)
                            .date();
    for (int back = pace_days; back > 0; --back) {
        if (const QDate day = today.addDays(-back); is_working(day)) {
            query.days.past.push_back(midnight(day, zone));
        }
    }
    query.days.month_to = midnight(QDate(today.year(), today.month(), 1).addMonths(1), zone);
    for (int ahead = 1; ahead <= later_days; ++ahead) {
        if (const QDate day = today.addDays(ahead); is_working(day)) {
            query.days.later.push_back(midnight(day, zone));
        }
    }
    return query;
}

HeadroomPage::HeadroomPage(const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , model_(HeadroomWords::columns(formats),
             [](const HeadroomLine& one, const HeadroomLine& other) {
                 return one.whom == other.whom && one.rule == other.rule && one.allowance == other.allowance &&
                        one.span == other.span && one.whose == other.whose && one.most.currency == other.most.currency;
             })
    , narrow_(HeadroomWords::fields(), QStringLiteral("headroom"), tr("Filter the headroom"),
              text::fill(tr("Filter, for example: %1"), {QStringLiteral("percent >= 80")}), model_, clock, formats,
              this)
    , chart_(new charts::ChartPane(charts::Kind::bars, tr("Used of what is allowed"), this))
    , table_(new look::Table(tr("Headroom"), this))
    , words_(new look::Label(look::Type::body, {}, this))
    , method_(new look::Label(look::Type::small, {}, this)) {
    build();
}

void HeadroomPage::build() {
    method_->set_muted(true);
    show_method({});
    table_->setModel(&model_);
    table_->set_widths({24, 26, 10, 0, 0, 10, 0, 0, -24}); // how it will end is never cut
    table_->set_hidden({pace_place});
    auto* delegate = new charts::BarDelegate(table_);
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const HeadroomLine& line = model_.row_at(index.row());
            const bool known = line.outlook != Outlook::unknown;
            return index.column() == most_place                            ? &line.most
                   : index.column() == used_place && !line.used.beyond     ? &line.used.money
                   : index.column() == left_place && known                 ? &line.left
                   : index.column() == pace_place && line.pace.has_value() ? &*line.pace
                                                                           : nullptr;
        },
        formats_);
    delegate->set_bar_of([this](const QModelIndex& index) -> std::optional<charts::Bar> {
        const HeadroomLine& line = model_.row_at(index.row());
        return index.column() == share_place ? std::optional(charts::Bar{line.share, level_of(line)}) : std::nullopt;
    });
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        return index.column() == outlook_place ? std::optional(level_of(model_.row_at(index.row()))) : std::nullopt;
    });
    table_->setItemDelegate(delegate);
    narrow_.when_shown([this] { show_chart(); });
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(chart_, &charts::ChartPane::chosen, this, [this](int point, int) { choose(point); });
    connect(chart_, &charts::ChartPane::failed, this, &HeadroomPage::failed);
    auto* lower = new QWidget(this);
    auto* rows = new QVBoxLayout(lower);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(look::gap::tight);
    words_->setIndent(look::gap::small);
    method_->setIndent(look::gap::small);
    rows->addWidget(words_);
    rows->addWidget(&narrow_.bar());
    rows->addWidget(table_, 1);
    rows->addWidget(method_);
    auto* both = new QSplitter(Qt::Vertical, this);
    both->setChildrenCollapsible(false);
    both->addWidget(chart_);
    both->addWidget(lower);
    both->setStretchFactor(0, 2);
    both->setStretchFactor(1, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap::tight, 0, 0);
    column->addWidget(both);
}

void HeadroomPage::show_answer(const ports::Headroom& answer) {
    filled_ = true;
    const auto count = [&answer](Outlook outlook) {
        return static_cast<int>(std::count_if(answer.lines.begin(), answer.lines.end(),
                                              [outlook](const HeadroomLine& line) { return line.outlook == outlook; }));
    };
    if (answer.lines.empty()) {
        words_->say(
            tr("Nothing limits the spend: no agent has a budget or a mandate for a month, and no limit of the policy "
               "was touched."));
    } else {
        words_->say(text::fill(tr("%1 over, %2 used up soon at the present pace, of %3."),
                               {formats_.number(count(Outlook::over)), formats_.number(count(Outlook::used_up)),
                                formats_.number(static_cast<std::int64_t>(answer.lines.size()))}));
    }
    if (count(Outlook::little_history) > 0) {
        const auto least = static_cast<int>(ports::least_history.count());
        words_->say(words_->text() + QLatin1Char(' ') + tr("No forecast: under %n day(s) of history.", nullptr, least));
    }
    show_method(answer);
    const bool paced = std::any_of(answer.lines.begin(), answer.lines.end(),
                                   [](const HeadroomLine& line) { return line.pace.has_value(); });
    table_->set_hidden(paced ? std::vector<int>() : std::vector<int>{pace_place}); // else nothing but dashes
    narrow_.set_rows(answer.lines);
}

void HeadroomPage::show_method(const ports::Headroom& answer) {
    const auto holidays = static_cast<int>(std::min<std::uint64_t>(answer.holidays, 100'000));
    const QString days = answer.zone.empty()
                             ? tr("Monday to Friday, because the policy has no calendar")
                             : text::fill(tr("by the calendar of the policy: %1, %n holiday(s)", nullptr, holidays),
                                          {text::safe(std::string_view(answer.zone))});
    method_->say(text::fill(
        tr("The forecast assumes that the 28 days before today go on: what moved in them, divided by their working "
           "days (%1), "
           "on each working day to come. Money counts when it moved; what is ordered and not carried out yet comes on "
           "top. Limits of 7 and 30 days lose their oldest day with each new one."),
        {days}));
}

/// What is used of each allowance in thousandths of it, in the order of the table.
void HeadroomPage::show_chart() {
    models::series::Chart chart;
    chart.title = tr("Used of what is allowed");
    chart.header = tr("Whose");
    models::series::Line used{tr("Used"), {}};
    const int shown = std::min(model_.rowCount(), most_bars);
    std::int64_t most = whole;
    for (int row = 0; row < shown; ++row) {
        const HeadroomLine& line = model_.row_at(row);
        const QString full =
            text::fill(tr("%1, %2, within: %3"),
                       {HeadroomWords::whom(line), HeadroomWords::allowance(line), HeadroomWords::span(line.span)});
        chart.points.append(QStringLiteral("%1 ").arg(row + 1) + text::safe(std::string_view(line.whom)).qstring());
        chart.full_points.append(QStringLiteral("%1 ").arg(row + 1) + full);
        used.values.push_back(
            {static_cast<double>(line.share), formats_.permille(static_cast<std::int32_t>(line.share)),
             std::to_string(line.share / 10) + "." + std::to_string(line.share % 10), outlook(line, formats_)});
        most = std::max(most, line.share);
    }
    chart.lines.push_back(std::move(used));
    chart.tick = [this](std::int64_t share) { return formats_.permille(static_cast<std::int32_t>(share)); };
    chart_->view().set_ceiling(static_cast<double>(most));
    chart_->show_chart(std::move(chart));
}

void HeadroomPage::choose(int row) {
    if (row < 0 || row >= model_.rowCount()) {
        return;
    }
    const HeadroomLine& line = model_.row_at(row);
    ports::SpendSelection only;
    switch (line.whose) {
    case ports::Whose::agent: only.agent = domain::AgentId(line.whom); break;
    case ports::Whose::owner: only.owner = domain::OwnerId(line.whom); break;
    case ports::Whose::supplier: only.supplier = domain::SupplierId(line.whom); break;
    case ports::Whose::category: only.category = line.whom; break;
    }
    Q_EMIT chosen(only);
}

void HeadroomPage::take_focus() {
    table_->setFocus();
}

} // namespace ui::spend
