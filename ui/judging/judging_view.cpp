// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/judging/judging_view.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::judging {

namespace {

using models::case_::Align;
using models::case_::Column;

constexpr int suggestion_column = 10;

class JudgingWords {
    Q_DECLARE_TR_FUNCTIONS(ui::judging::JudgingWords)
public:
    static std::vector<Column<ports::WorkItem>> items(const text::Formats& formats) {
        using ports::WorkItem;
        return {
            {tr("Cause"), [](const WorkItem& item) { return text::safe(item.cause).qstring(); }},
            {tr("Rule"),
             [](const WorkItem& item) {
                 return item.run            ? tr("Bulk run")
                        : item.rule.empty() ? tr("Master record")
                                            : text::safe(item.rule).qstring();
             }},
            {tr("Orders"),
             [&formats](const WorkItem& item) { return formats.number(static_cast<std::int64_t>(item.orders)); },
             Align::number},
            {tr("First"), [&formats](const WorkItem& item) { return formats.date_time(item.first); }},
            {tr("Last"), [&formats](const WorkItem& item) { return formats.date_time(item.last); }},
            {tr("Newest order"), [](const WorkItem& item) { return text::safe(item.example.id).qstring(); }},
        };
    }
    static std::vector<Column<ports::RuleScore>> scores(const text::Formats& formats) {
        using ports::RuleScore;
        const auto counted = [&formats](std::uint64_t RuleScore::*member) {
            return [&formats, member](const RuleScore& score) {
                return formats.number(static_cast<std::int64_t>(score.*member));
            };
        };
        return {
            {tr("Rule"), [](const RuleScore& score) { return text::safe(score.rule).qstring(); }},
            {tr("Title"),
             [](const RuleScore& score) {
                 return score.in_force ? text::safe(score.title).qstring() : tr("Earlier policy");
             }},
            {tr("Fired"), counted(&RuleScore::fired), Align::number},
            {tr("No value"), counted(&RuleScore::failed), Align::number},
            {tr("Cases"), counted(&RuleScore::cases), Align::number},
            {tr("Approved"), counted(&RuleScore::approved), Align::number},
            {tr("Reduced"), counted(&RuleScore::reduced), Align::number},
            {tr("Rejected"), counted(&RuleScore::rejected), Align::number},
            {tr("Rolled back"), counted(&RuleScore::rolled_back), Align::number},
            {tr("Acknowledged"), counted(&RuleScore::acknowledged), Align::number},
            {tr("Suggestion"), [&formats](const RuleScore& score) { return suggestion(score, formats); }},
        };
    }
    /// Every decided order was approved as it was, so the threshold may be too low; nothing where it is not so.
    static QString suggestion(const ports::RuleScore& score, const text::Formats& formats) {
        if (!score.raise) {
            return {};
        }
        const QString count = formats.number(static_cast<std::int64_t>(score.approved));
        return text::fill(tr("%1 of %2 approved unchanged: raise %3 to %4?"),
                          {count, count, formats.money(score.raise->from), formats.money(score.raise->to)});
    }
    static std::vector<Column<ports::Uncovered>> categories(const text::Formats& formats) {
        using ports::Uncovered;
        return {
            {tr("Category"), [](const Uncovered& each) { return text::safe(each.category).qstring(); }},
            {tr("Without any rule"),
             [&formats](const Uncovered& each) { return formats.number(static_cast<std::int64_t>(each.silent)); },
             Align::number},
            {tr("Orders"),
             [&formats](const Uncovered& each) { return formats.number(static_cast<std::int64_t>(each.orders)); },
             Align::number},
            {tr("Sums"),
             [&formats](const Uncovered& each) {
                 QStringList sums;
                 for (const domain::Money& sum : each.sums) {
                     sums.append(formats.money(sum));
                 }
                 return sums.join(QStringLiteral(" + "));
             }},
        };
    }
    static QString listed(const std::vector<std::string>& words) {
        QStringList all;
        for (const std::string& word : words) {
            all.append(text::safe(word).qstring());
        }
        return all.isEmpty() ? QStringLiteral("—") : all.join(QStringLiteral(", "));
    }
};

} // namespace

JudgingView::JudgingView(ports::Judging& judging, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , judging_(judging)
    , formats_(formats)
    , items_(
          JudgingWords::items(formats),
          [](const auto& one, const auto& other) {
              return one.rule == other.rule && one.run == other.run && one.cause == other.cause;
          },
          this)
    , scores_(
          JudgingWords::scores(formats), [](const auto& one, const auto& other) { return one.rule == other.rule; },
          this)
    , categories_(
          JudgingWords::categories(formats),
          [](const auto& one, const auto& other) { return one.category == other.category; }, this) {
    build();
    judging_.watch({this, [this](const std::shared_ptr<const ports::JudgeState>& state) { show_state(*state); }});
}

void JudgingView::prepare(look::Table& table, QAbstractItemModel& model, const QString& name, QWidget& page) {
    table.setModel(&model);
    page.setAccessibleName(name);
}

QVBoxLayout* JudgingView::page_column(QWidget& page) {
    auto* column = new QVBoxLayout(&page);
    column->setContentsMargins(0, look::gap::small, 0, 0);
    return column;
}

void JudgingView::build() {
    state_ = new look::Label(look::Type::body, {}, this);
    notice_ = new look::NoticeBar(this);
    tabs_ = new QTabWidget(this);
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(tr("Judging"));

    auto* items_page = new QWidget(tabs_);
    items_table_ = new look::Table(tr("Work items by cause"), items_page);
    prepare(*items_table_, items_, tr("Work items"), *items_page);
    items_table_->set_widths({28, 22, 10, look::Table::moment, look::Table::moment, 20});
    items_words_ = new look::Label(look::Type::body, {}, items_page);
    none_ = new look::EmptyState(items_page);
    auto* items_column = page_column(*items_page);
    items_column->addWidget(items_words_);
    items_column->addWidget(items_table_, 1);
    items_column->addWidget(none_, 1);

    auto* scores_page = new QWidget(tabs_);
    scores_table_ = new look::Table(tr("Scorecard by rule"), scores_page);
    prepare(*scores_table_, scores_, tr("Scorecard"), *scores_page);
    scores_table_->set_widths({22, 40, 9, 9, 9, 10, 9, 10, 12, 13, 48});
    scores_words_ = new look::Label(look::Type::body, {}, scores_page);
    raise_ = new QPushButton(tr("&Try it on history"), scores_page);
    raise_->setAutoDefault(false);
    raise_->setEnabled(false);
    auto* scores_foot = new QHBoxLayout;
    scores_foot->setContentsMargins(look::gap::medium, 0, look::gap::medium, look::gap::small);
    scores_foot->addWidget(scores_words_, 1);
    scores_foot->addWidget(raise_);
    auto* scores_column = page_column(*scores_page);
    scores_column->addWidget(scores_table_, 1);
    scores_column->addLayout(scores_foot);
    connect(raise_, &QPushButton::clicked, this, &JudgingView::try_raise);
    connect(scores_table_, &QAbstractItemView::activated, this, &JudgingView::try_raise);
    connect(scores_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JudgingView::show_suggestion);

    auto* cover_page = new QWidget(tabs_);
    silent_ = new look::Label(look::Type::strong, {}, cover_page);
    categories_table_ = new look::Table(tr("Orders without any rule, by category"), cover_page);
    prepare(*categories_table_, categories_, tr("What no rule speaks about"), *cover_page);
    categories_table_->set_widths({28, 18, 15, 40});
    never_ = new look::Label(look::Type::body, {}, cover_page);
    unread_ = new look::Label(look::Type::body, {}, cover_page);
    unread_->set_muted(true);
    spoken_ = new look::EmptyState(cover_page);
    auto* cover_column = page_column(*cover_page);
    cover_column->addWidget(silent_);
    cover_column->addWidget(categories_table_, 1);
    cover_column->addWidget(spoken_, 1);
    cover_column->addWidget(never_);
    cover_column->addWidget(unread_);

    tabs_->addTab(items_page, tr("Work items"));
    tabs_->addTab(scores_page, tr("Scorecard"));
    tabs_->addTab(cover_page, tr("What no rule speaks about"));
    for (look::Label* words : {items_words_, silent_, never_, unread_}) {
        words->setContentsMargins(look::gap::medium, 0, look::gap::medium, look::gap::tight);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notice_);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    head->setSpacing(look::gap::small);
    auto* title = new look::Label(look::Type::title, tr("Judging"), this);
    title->setWordWrap(false);
    head->addWidget(title);
    head->addWidget(state_, 1);
    column->addLayout(head);
    column->addWidget(tabs_, 1);
    connect(items_table_, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (index.isValid()) {
            Q_EMIT opened(items_.row_at(index.row()).example);
        }
    });
    show_nothing(look::Level::off, tr("Reading …"), {});
}

/// Before the first report: nothing may look as if all were well.
void JudgingView::show_nothing(look::Level level, const QString& what_is, const QString& what_to_do) {
    items_words_->hide();
    items_table_->hide();
    none_->say(level, what_is, what_to_do);
    categories_table_->hide();
    spoken_->say(level, what_is, what_to_do);
    spoken_->show();
    scores_words_->say(what_is);
}

/// The score of the chosen rule; null where none is chosen.
const ports::RuleScore* JudgingView::chosen_score() const {
    const QModelIndex index = scores_table_->currentIndex();
    return index.isValid() ? &scores_.row_at(index.row()) : nullptr;
}

/// The chosen rule's suggestion in full; otherwise where to find one, and why there may be none.
void JudgingView::show_suggestion() {
    const ports::RuleScore* score = chosen_score();
    const bool raises = score != nullptr && score->raise;
    raise_->setEnabled(raises);
    if (raises) {
        scores_words_->say(JudgingWords::suggestion(*score, formats_));
        return;
    }
    int suggestions = 0;
    for (int row = 0; row < scores_.rowCount(); ++row) {
        suggestions += scores_.row_at(row).raise ? 1 : 0;
    }
    scores_words_->say(suggestions > 0
                           ? tr("%n rule(s) may stop too much: choose one with a suggestion.", nullptr, suggestions)
                           : text::fill(tr("No rule stops too much as far as is known: at least %1 decisions, all of "
                                           "them approvals without a change, make a suggestion."),
                                        {formats_.number(static_cast<std::int64_t>(ports::least_approved))}));
}

void JudgingView::try_raise() {
    const ports::RuleScore* score = chosen_score();
    if (score != nullptr && score->raise) {
        Q_EMIT raise_wanted(score->rule, score->raise->threshold,
                            domain::to_decimal(score->raise->to) + " " + std::string(score->raise->to.currency.code()));
    }
}

void JudgingView::take_focus() {
    QTableView* tables[] = {items_table_, scores_table_, categories_table_};
    QWidget* wanted = tables[tabs_->currentIndex()];
    wanted->isHidden() ? tabs_->setFocus() : wanted->setFocus();
}

std::optional<domain::TransactionKey> JudgingView::current_order() const {
    const QModelIndex index = items_table_->currentIndex();
    return tabs_->currentIndex() == 0 && index.isValid() ? std::optional(items_.row_at(index.row()).example)
                                                         : std::nullopt;
}

void JudgingView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void JudgingView::refresh() {
    if (asking_ || !isVisible()) {
        return;
    }
    asking_ = true;
    judging_.report({this, [this](base::Result<ports::JudgingReport> report) {
                         asking_ = false;
                         if (report) {
                             show_report(*report);
                         } else {
                             notice_->say(report.fault());
                             if (!filled_) {
                                 show_nothing(look::Level::caution, tr("Nothing is known about the judging."),
                                              tr("Why stands above. This page fills when it can be read again."));
                             }
                         }
                     }});
}

void JudgingView::show_state(const ports::JudgeState& state) {
    QString words = text::fill(tr("Policy %1 “%2” is in force. %3 orders judged."),
                               {text::safe(state.policy_version), text::safe(state.policy_title),
                                formats_.number(static_cast<std::int64_t>(state.judged))});
    if (state.folded < state.entries) {
        words += QLatin1Char(' ') + text::fill(tr("%1 of %2 entries looked at so far."),
                                               {formats_.number(static_cast<std::int64_t>(state.folded)),
                                                formats_.number(static_cast<std::int64_t>(state.entries))});
    }
    state_->say(words);
    if (state.refused) {
        notice_->say(look::Level::critical,
                     text::fill(tr("A policy was put in place and is refused; the one in force stays. %1 (%2)"),
                                {text::safe(state.refused->detail), text::safe(state.refused->where)}));
    } else if (state.fault) {
        notice_->say(look::Level::critical,
                     text::fill(tr("Judging stands still: %1"), {text::safe(base::describe(*state.fault))}));
    } else {
        notice_->clear();
    }
    if (state.judged != judged_) {
        refresh();
    }
}

void JudgingView::show_categories(const ports::Coverage& coverage) {
    categories_.set_rows(coverage.categories);
    categories_table_->setVisible(!coverage.categories.empty());
    spoken_->setVisible(coverage.categories.empty());
    if (coverage.orders == 0) {
        spoken_->say(look::Level::normal, tr("No order was judged yet."),
                     tr("When orders come, those that no rule speaks about stand here by category."));
    } else {
        spoken_->say(look::Level::normal, tr("Every order met a rule or reached a tier."),
                     tr("Orders that no rule speaks about, below every tier, would stand here by category."));
    }
}

void JudgingView::show_report(const ports::JudgingReport& report) {
    filled_ = true;
    judged_ = report.state.judged;
    items_words_->say(tr("Put on file what is missing, and these orders stop no more."));
    items_words_->setVisible(!report.work_items.empty());
    items_table_->setVisible(!report.work_items.empty());
    none_->setVisible(report.work_items.empty());
    none_->say(
        look::Level::normal, tr("Nothing waits for master data."),
        tr("When a mandate, a contract or an agent is missing on file, all orders that wait for it stand here as "
           "one work item."));
    items_.set_rows(report.work_items);
    scores_.set_rows(report.scores);
    const bool suggests = std::any_of(report.scores.begin(), report.scores.end(),
                                      [](const ports::RuleScore& score) { return score.raise.has_value(); });
    scores_table_->set_hidden(suggests ? std::vector<int>{} : std::vector{suggestion_column}); // room for the titles
    show_suggestion();
    show_categories(report.coverage);
    silent_->say(text::fill(tr("%1 of %2 orders met no rule and stayed below every tier."),
                            {formats_.number(static_cast<std::int64_t>(report.coverage.silent)),
                             formats_.number(static_cast<std::int64_t>(report.coverage.orders))}));
    never_->say(text::fill(tr("Never fired: %1"), {JudgingWords::listed(report.coverage.never_fired)}));
    unread_->say(text::fill(tr("Not read by any rule, limit or tier: %1"),
                            {JudgingWords::listed(report.coverage.unread_names)}));
}

} // namespace ui::judging
