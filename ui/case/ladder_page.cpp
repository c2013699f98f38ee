// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/ladder_page.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

#include <QVBoxLayout>

#include <map>

namespace ui::case_ {

namespace {

using models::case_::Align;

constexpr int most_lines = 10;

class LadderColumns {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::LadderColumns)
public:
    static std::vector<models::case_::Column<Rung>> rungs(const text::Formats& formats) {
        return {
            {tr("Tier"), [](const Rung& rung) { return look::Words::of(rung.tier); }},
            {tr("From"),
             [&formats](const Rung& rung) { return rung.from ? formats.money(*rung.from) : tr("Any amount"); },
             Align::number},
            {tr("This order"),
             [](const Rung& rung) {
                 return rung.here && rung.judged ? tr("▸ Here by amount, and judged so")
                        : rung.here              ? tr("▸ Here by amount")
                        : rung.judged            ? tr("▸ Raised to here by rules or limits")
                                                 : QString();
             }},
            {tr("Left until there"),
             [&formats](const Rung& rung) {
                 return rung.room ? formats.money(*rung.room) : rung.by_rate ? tr("By the policy's rate") : QString();
             },
             Align::number},
        };
    }
    static std::vector<models::case_::Column<CoveredLine>> lines(const text::Formats& formats) {
        return {
            {tr("Coverage"), [](const CoveredLine& each) { return VerdictWords::of(each.cover.state); }},
            {tr("Item"), [](const CoveredLine& each) { return text::safe(each.line.item_id).qstring(); }},
            {tr("Quantity"), [&formats](const CoveredLine& each) { return formats.decimal(each.line.quantity); },
             Align::number},
            {tr("Unit price"), [&formats](const CoveredLine& each) { return formats.money(each.line.unit_price); },
             Align::number},
            {tr("Agreed"),
             [&formats](const CoveredLine& each) {
                 return each.cover.price ? formats.money(*each.cover.price) : QString();
             },
             Align::number},
            {tr("Clause"), [&formats](const CoveredLine& each) { return VerdictWords::clause(each.cover, formats); }},
        };
    }
};

} // namespace

LadderPage::LadderPage(const text::Formats& formats, QWidget* parent)
    : QScrollArea(parent)
    , formats_(formats)
    , rungs_(
          LadderColumns::rungs(formats), [](const Rung& one, const Rung& other) { return one.tier == other.tier; },
          this)
    , lines_(
          LadderColumns::lines(formats),
          [](const CoveredLine& one, const CoveredLine& other) { return one.line.line_id == other.line.line_id; },
          this) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Spending ladder and contract"));
    build();
}

void LadderPage::build() {
    auto* page = new QWidget(this);
    waiting_ = new look::Label(look::Type::body, tr("Our policy has not judged this order yet. F5 looks again."), page);
    whole_ = new QWidget(page);
    amount_ = new look::Label(look::Type::body, {}, whole_);
    ladder_ = new look::Table(tr("Spending ladder with this order on it"), whole_);
    ladder_->setModel(&rungs_);
    ladder_->set_widths({17, 18, 29, 0});
    limits_ = new CheckList(whole_);
    covered_ = new CheckList(whole_);
    cover_ = new look::Table(tr("Contract coverage by line"), whole_);
    cover_->setModel(&lines_);
    cover_->set_widths({11, 14, 8, 0, 0, 40});
    QStringList covers;
    for (int state = 0; state <= static_cast<int>(domain::LineCover::State::not_checked); ++state) {
        covers.append(VerdictWords::of(static_cast<domain::LineCover::State>(state)));
    }
    cover_->set_words(0, covers);
    auto* inner = new QVBoxLayout(whole_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(look::gap::small);
    inner->addWidget(new look::Label(look::Type::strong, tr("Spending ladder"), whole_));
    inner->addWidget(amount_);
    inner->addWidget(ladder_);
    inner->addWidget(new look::Label(look::Type::strong, tr("Limits"), whole_));
    inner->addWidget(limits_);
    inner->addWidget(new look::Label(look::Type::strong, tr("Contract coverage"), whole_));
    inner->addWidget(covered_);
    inner->addWidget(cover_);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(look::gap::medium, look::gap::medium, look::gap::medium, look::gap::medium);
    column->addWidget(waiting_);
    column->addWidget(whole_);
    column->addStretch(1);
    setWidget(page);
}

void LadderPage::show(const ports::CaseFile& file) {
    const bool judged = !file.judgements.empty();
    waiting_->setVisible(!judged);
    whole_->setVisible(judged);
    if (judged) {
        show_ladder(file.judgements.back());
        limits_->show(VerdictWords::limits(file.judgements.back(), formats_));
        show_cover(file, file.judgements.back());
    }
}

void LadderPage::show_ladder(const ports::Judgement& judgement) {
    QString words = judgement.verdict.amount
                        ? text::fill(tr("What counts is %1: the largest of gross, the whole term, and what belongs "
                                        "together."),
                                     {formats_.money(*judgement.verdict.amount)})
                        : tr("The amount that counts is not known: two currencies without a rate, or a sum beyond 64 "
                             "bits.");
    if (judgement.pieces > 1) {
        const QString joined = judgement.together ? formats_.money(*judgement.together) : tr("not known");
        words +=
            QLatin1Char(' ') +
            text::fill(judgement.batch ? tr("It is one of %1 orders of a bulk run, %2 together.")
                                       : tr("It is one of %1 pieces to this supplier within 24 hours, %2 together."),
                       {formats_.number(judgement.pieces), joined});
    }
    amount_->say(words);
    std::vector<Rung> rungs = VerdictWords::ladder(judgement);
    const int count = static_cast<int>(rungs.size());
    rungs_.set_rows(std::move(rungs));
    ladder_->fit_height(count);
}

void LadderPage::show_cover(const ports::CaseFile& file, const ports::Judgement& judgement) {
    std::vector<CoveredLine> lines;
    std::map<domain::LineCover::State, int> counts;
    for (const ports::Version& version : file.versions) {
        if (version.version.version != judgement.version || version.index != judgement.order_index) {
            continue;
        }
        const auto& ordered = version.version.subject.lines;
        for (std::size_t i = 0; i < std::min(ordered.size(), judgement.verdict.cover.size()); ++i) {
            lines.push_back({ordered[i], judgement.verdict.cover[i]});
            ++counts[judgement.verdict.cover[i].state];
        }
    }
    std::vector<Check> checks;
    for (const auto& [state, count] : counts) {
        checks.push_back({VerdictWords::level_of(state), VerdictWords::of(state), tr("%Ln line(s)", nullptr, count)});
    }
    if (checks.empty()) {
        checks.push_back({look::Level::standby, tr("Not checked"), tr("The order has no lines to compare.")});
    }
    covered_->show(checks);
    cover_->setVisible(!lines.empty());
    lines_.set_rows(std::move(lines));
    cover_->fit_height(most_lines);
}

} // namespace ui::case_
