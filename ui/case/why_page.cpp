// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/why_page.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/authority_words.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ui::case_ {

namespace {

constexpr int most_parts = 40; ///< rows without scrolling

class WhyColumns {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::WhyColumns)
public:
    static std::vector<models::case_::Column<ports::JudgedRule>> rules(const text::Formats& formats) {
        using ports::JudgedRule;
        return {
            {tr("Result"), [](const JudgedRule& rule) { return VerdictWords::of(rule.verdict.outcome); }},
            {tr("At least"),
             [](const JudgedRule& rule) {
                 return rule.verdict.tier ? look::Words::of(*rule.verdict.tier) : tr("Only a note");
             }},
            {tr("Rule"), [](const JudgedRule& rule) { return text::safe(rule.verdict.rule).qstring(); }},
            {tr("What it says"), [&formats](const JudgedRule& rule) { return VerdictWords::says(rule, formats); }},
        };
    }
    static std::vector<models::case_::Column<ConditionPart>> parts() {
        return {
            {tr("Part of the condition"),
             [](const ConditionPart& part) -> QString { return QString(2 * part.depth, QChar(0x00A0)) + part.text; }},
            {tr("With its values"), [](const ConditionPart& part) { return part.values; }},
            {tr("Comes to"), [](const ConditionPart& part) { return part.came_to; }},
        };
    }
};

} // namespace

WhyPage::WhyPage(const text::Formats& formats, QWidget* parent)
    : QScrollArea(parent)
    , formats_(formats)
    , rules_(
          WhyColumns::rules(formats), [](const auto& one, const auto& other) { return &one == &other; }, this)
    , parts_(
          WhyColumns::parts(), [](const auto& one, const auto& other) { return &one == &other; }, this) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Why"));
    build();
}

void WhyPage::build() {
    auto* page = new QWidget(this);
    headline_ = new look::Badge(page);
    headline_->setFont(look::font_of(look::Type::strong, font()));
    waiting_ = new look::Label(look::Type::body, tr("Our policy has not judged this order yet. F5 looks again."), page);
    whole_ = new QWidget(page);
    points_ = new CheckList(whole_);
    platform_ = new look::SpeechFrame(4, whole_);
    rules_table_ = new look::Table(tr("Rules, fired first"), whole_);
    rules_table_->setModel(&rules_);
    rules_table_->set_widths({10, 19, 22, 40});
    chosen_ = new look::Label(look::Type::strong, {}, whole_);
    parts_table_ = new look::Table(tr("Condition of the chosen rule, with the values that it saw"), whole_);
    parts_table_->setModel(&parts_);
    parts_table_->set_widths({34, 34, 20});
    guidance_ = new look::Label(look::Type::body, {}, whole_);
    data_ = new CheckList(whole_);
    auto* inner = new QVBoxLayout(whole_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(look::gap::small);
    inner->addWidget(points_);
    inner->addWidget(platform_);
    quiet_ = new QPushButton(whole_);
    quiet_->setCheckable(true);
    quiet_->setAutoDefault(false);
    auto* rules_head = new QHBoxLayout;
    rules_head->addWidget(new look::Label(look::Type::strong, tr("Rules"), whole_), 1);
    rules_head->addWidget(quiet_);
    inner->addLayout(rules_head);
    none_fired_ = new look::Label(look::Type::body, tr("No rule fired: the tier comes from the amount."), whole_);
    inner->addWidget(none_fired_);
    inner->addWidget(rules_table_);
    inner->addWidget(chosen_);
    inner->addWidget(parts_table_);
    inner->addWidget(guidance_);
    inner->addWidget(new look::Label(look::Type::strong, tr("Data that was looked at"), whole_));
    inner->addWidget(data_);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(look::gap::medium, look::gap::medium, look::gap::medium, look::gap::medium);
    column->setSpacing(look::gap::small);
    column->addWidget(headline_);
    column->addWidget(waiting_);
    column->addWidget(whole_);
    column->addStretch(1);
    setWidget(page);
    connect(quiet_, &QPushButton::toggled, this, &WhyPage::show_rules);
    connect(rules_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { show_rule(current.isValid() ? current.row() : -1); });
}

void WhyPage::show(const ports::CaseFile& file, const domain::PersonId& person) {
    const bool judged = !file.judgements.empty();
    waiting_->setVisible(!judged);
    whole_->setVisible(judged);
    if (!judged) {
        headline_->show_level(look::Level::standby, tr("Not judged yet"));
        return;
    }
    const ports::Judgement& newest = file.judgements.back();
    headline_->show_level(look::level_of(newest.verdict.tier), VerdictWords::headline(newest, file.row));
    auto points = VerdictWords::points(file, newest, formats_);
    for (Check& one : AuthorityWords::points(file, person, formats_)) {
        points.push_back(std::move(one));
    }
    auto words = VerdictWords::reviewers(newest);
    std::move(words.begin(), words.end(), std::back_inserter(points));
    points_->show(points);
    std::string reasons;
    if (!file.assessments.empty()) {
        for (const domain::Finding& finding : file.assessments.back().findings) {
            reasons += finding.text.bytes() + (finding.text.empty() ? "" : "\n");
        }
    }
    platform_->show(tr("The platform's own reasons:"), text::safe(reasons, text::passage));
    platform_->setVisible(!reasons.empty());
    judged_ = newest.rules;
    show_rules();
    data_->show(VerdictWords::data(newest, formats_));
}

/// What fired or failed; the quiet ones on request, so that the page has one scroll bar and the reason is above it.
void WhyPage::show_rules() {
    using domain::RuleVerdict;
    std::vector<ports::JudgedRule> shown;
    for (const ports::JudgedRule& rule : judged_) {
        if (quiet_->isChecked() || rule.verdict.outcome != RuleVerdict::Outcome::quiet) {
            shown.push_back(rule);
        }
    }
    const auto loud = std::count_if(judged_.begin(), judged_.end(), [](const ports::JudgedRule& rule) {
        return rule.verdict.outcome != RuleVerdict::Outcome::quiet;
    });
    const int quiet = static_cast<int>(judged_.size()) - static_cast<int>(loud);
    quiet_->setVisible(quiet > 0);
    quiet_->setText(quiet_->isChecked() ? tr("Hide %n q&uiet rule(s)", nullptr, quiet)
                                        : tr("Show %n q&uiet rule(s)", nullptr, quiet));
    none_fired_->setVisible(loud == 0);
    const bool any = !shown.empty();
    rules_.set_rows(std::move(shown));
    rules_table_->setVisible(any);
    rules_table_->fit_height(rules_.rowCount());
    if (any) {
        rules_table_->setCurrentIndex(rules_.index(0, 0));
    }
    show_rule(any ? 0 : -1);
}

void WhyPage::show_rule(int row) {
    const bool any = row >= 0 && row < rules_.rowCount();
    chosen_->setVisible(any);
    parts_table_->setVisible(any);
    guidance_->setVisible(false);
    if (!any) {
        parts_.set_rows({});
        return;
    }
    const ports::JudgedRule& rule = rules_.row_at(row);
    chosen_->say(VerdictWords::says(rule, formats_));
    parts_.set_rows(VerdictWords::parts(rule, formats_));
    parts_table_->fit_height(most_parts);
    parts_table_->setVisible(parts_.rowCount() > 0);
    const QString guidance = VerdictWords::guidance(rule);
    guidance_->say(guidance);
    guidance_->setVisible(!guidance.isEmpty());
}

} // namespace ui::case_
