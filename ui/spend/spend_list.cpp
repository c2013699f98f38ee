// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spend_list.h"

#include "app/domain/share.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/charts/bar_delegate.h"
#include "ui/spend/spend_charts.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <limits>

namespace ui::spend {

namespace {

using ports::SpendLine;
enum Place { name_place, amount_place, share_place, orders_place, human_place };

QString name_of(const SpendLine& line, const QString& unnamed) {
    if (!line.name.empty()) {
        return text::safe(line.name).qstring();
    }
    return line.id.empty() ? unnamed : text::safe(line.id).qstring();
}

/// A part of a total, both of one currency; nothing where either does not fit, or is against the grain.
std::optional<std::int64_t> part_of(const ports::Spent& part, const ports::Spent& total) {
    if (part.beyond || total.beyond || total.money.minor <= 0 || part.money.minor < 0) {
        return std::nullopt;
    }
    return domain::permille_of(part.money.minor, total.money.minor);
}

class SpendFields {
    Q_DECLARE_TR_FUNCTIONS(ui::spend::SpendFields)
public:
    static std::vector<models::sieve::Field<SpendLine>> all(const QString& header) {
        using filter::What;
        using models::sieve::Scratch;
        namespace rows = models::sieve;
        const auto named = [](const QString& shown) { return shown.toStdString(); };
        return {
            {{"name", What::text, named(header), {}},
             [](const SpendLine& line, Scratch& scratch) { return scratch.text(line.name.bytes() + ' ' + line.id); }},
            {{"amount", What::money, named(tr("Amount")), {}},
             [](const SpendLine& line, Scratch&) {
                 return line.spent.beyond ? cel::Value() : cel::Value::money(line.spent.money);
             }},
            {{"orders", What::number, named(tr("Orders")), {}},
             [](const SpendLine& line, Scratch&) { return cel::Value::integer(line.spent.orders); }},
            {{"people", What::number, named(tr("By people, in per cent")), {}},
             [](const SpendLine& line, Scratch&) {
                 const auto part = permille(line.human.orders, line.spent.orders);
                 return part ? cel::Value::integer(*part / 10) : cel::Value();
             }},
        };
    }
};

} // namespace

SpendList::SpendList(const QString& table, const QString& title, const QString& header, const base::Clock& clock,
                     const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , model_({{header, [unnamed = tr("not named")](const SpendLine& line) { return name_of(line, unnamed); }},
              {tr("Amount"), [this](const SpendLine& line) { return SpendCharts::money(line.spent, formats_); },
               models::case_::Align::number},
              {tr("Share"), [this](const SpendLine& line) { return share(line); }, models::case_::Align::number},
              {tr("Orders"), [this](const SpendLine& line) { return formats_.number(line.spent.orders); },
               models::case_::Align::number},
              {tr("By people"),
               [this](const SpendLine& line) {
                   const auto part = permille(line.human.orders, line.spent.orders);
                   return part ? formats_.permille(*part) : QStringLiteral("—");
               },
               models::case_::Align::number}},
             [](const SpendLine& left, const SpendLine& right) { return left.id == right.id; })
    , narrow_(SpendFields::all(header), table, text::fill(tr("Filter: %1"), {title}),
              text::fill(tr("Filter, for example: %1"), {QStringLiteral("orders >= 10")}), model_, clock, formats, this)
    , table_(new look::Table(title, this))
    , others_(new look::Label(look::Type::small, {}, this)) {
    table_->setModel(&model_);
    table_->set_widths({30, 0, 9, 9, 9}); // names are cut first, so that nothing has to be scrolled to
    auto* delegate = new charts::BarDelegate(table_);
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const ports::Spent& spent = model_.row_at(index.row()).spent;
            return index.column() == amount_place && !spent.beyond ? &spent.money : nullptr;
        },
        formats_);
    delegate->set_bar_of([this](const QModelIndex& index) -> std::optional<charts::Bar> {
        const auto part = part_of(model_.row_at(index.row()).spent, total_);
        return index.column() == share_place && part ? std::optional(charts::Bar{*part, look::Level::standby})
                                                     : std::nullopt;
    });
    table_->setItemDelegate(delegate);
    connect(table_, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(model_.row_at(index.row()).id); });
    others_->set_muted(true);
    others_->setWordWrap(false);
    auto* heading = new look::Label(look::Type::strong, title, this);
    heading->setWordWrap(false);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::small, look::gap::tight, look::gap::small, look::gap::tight);
    bar->addWidget(heading);
    bar->addStretch(1);
    bar->addWidget(others_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    narrow_.bar().put_result_below();
    column->addWidget(&narrow_.bar());
    column->addWidget(table_, 1);
    connect(&narrow_.bar(), &sieve::Bar::wanted_changed, this, &SpendList::filter_changed);
}

QString SpendList::share(const SpendLine& line) const {
    const auto part = part_of(line.spent, total_);
    return part ? formats_.permille(static_cast<std::int32_t>(std::min<std::int64_t>(*part, 1'000'000)))
                : QStringLiteral("—");
}

void SpendList::show_list(const ports::SpendList& list, const ports::Spent& total) {
    total_ = total;
    narrow_.set_rows(list.lines);
    const auto count = static_cast<int>(std::min<std::uint64_t>(list.others_count, std::numeric_limits<int>::max()));
    others_->say(count == 0
                     ? QString()
                     : text::fill(tr("and %Ln more: %1", nullptr, count), {SpendCharts::money(list.others, formats_)}));
}

} // namespace ui::spend
