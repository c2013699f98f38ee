// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/result_pages.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/fault_text.h"
#include "ui/look/words.h"
#include "ui/policy/policy_words.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::policy {

namespace {

QString safe(const std::string& text) {
    return text::safe(std::string_view(text)).qstring();
}

QString or_dash(const std::string& text) {
    return text.empty() ? QStringLiteral("—") : safe(text);
}

QVBoxLayout* page_layout(QWidget* page, QWidget* said, QWidget* table) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, look::gap::small, 0, 0);
    said->setContentsMargins(look::gap::medium, 0, look::gap::medium, 0);
    column->addWidget(said);
    column->addWidget(table, 1);
    return column;
}

} // namespace

DifferencePage::DifferencePage(Use use, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , use_(use)
    , formats_(formats)
    , said_(new look::Label(look::Type::body, {}, this))
    , model_({{tr("Part"), [](const Row& row) { return PolicyWords::of(row.change.part); }},
              {tr("Which"), [](const Row& row) { return PolicyWords::which(row.change); }},
              {tr("Change"), [](const Row& row) { return PolicyWords::of(row.change.kind); }},
              {tr("What it does"), [](const Row& row) { return PolicyWords::of(row.change.direction); }},
              {tr("Member"), [](const Row& row) { return PolicyWords::member(row.change, row.field.field); }},
              {use == Use::draft ? tr("In force") : tr("Compared with"),
               [this](const Row& row) { return value(row, row.field.before); }},
              {use == Use::draft ? tr("Draft") : tr("Chosen edition"),
               [this](const Row& row) { return value(row, row.field.after); }}},
             [](const Row&, const Row&) { return false; })
    , table_(new look::Table(use == Use::draft ? tr("What the draft changes") : tr("What the chosen edition changes"),
                             this))
    , whole_(new look::Label(look::Type::body, {}, this)) {
    table_->setModel(&model_);
    table_->set_widths({14, 18, 12, 30, 14, 24, 24});
    table_->set_words(0, PolicyWords::parts());
    table_->set_words(3, PolicyWords::directions()); // whether more gets through is never cut
    whole_->setWordWrap(true);
    whole_->setContentsMargins(look::gap::medium, 0, look::gap::medium, look::gap::small);
    whole_->setAccessibleName(tr("The chosen change in full"));
    page_layout(this, said_, table_)->addWidget(whole_);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { show_whole(current.isValid() ? current.row() : -1); });
}

QString DifferencePage::value(const Row& row, const std::string& said) const {
    return PolicyWords::value(row.change, row.field.field, said, formats_);
}

void DifferencePage::fill_rows(std::vector<Row> rows) {
    model_.set_rows(std::move(rows));
    if (model_.rowCount() > 0) {
        table_->setCurrentIndex(model_.index(0, 0));
    }
    show_whole(model_.rowCount() > 0 ? 0 : -1);
}

void DifferencePage::show_whole(int row) {
    whole_->setVisible(row >= 0 && row < model_.rowCount());
    if (!whole_->isHidden()) {
        const Row& shown = model_.row_at(row);
        const bool drafting = use_ == Use::draft;
        whole_->say(
            text::fill(drafting ? tr("In force: %1") : tr("Compared with: %1"), {value(shown, shown.field.before)}) +
            u'\n' +
            text::fill(drafting ? tr("Draft: %1") : tr("Chosen edition: %1"), {value(shown, shown.field.after)}));
    }
}

void DifferencePage::show_difference(const domain::PolicyDifference& difference) {
    std::vector<Row> rows;
    for (const domain::PolicyChange& change : difference.changes) {
        domain::PolicyChange head = change;
        head.fields.clear();
        for (const domain::FieldChange& field : change.fields) {
            rows.push_back({head, field});
        }
    }
    const int changes = static_cast<int>(difference.changes.size());
    if (use_ == Use::versions) {
        said_->say(difference.same() ? tr("The two mean the same.")
                   : difference.may_loosen()
                       ? tr("%n change(s); some may let through what waited before.", nullptr, changes)
                       : tr("%n change(s); nothing that waited before gets through.", nullptr, changes));
        fill_rows(std::move(rows));
        return;
    }
    said_->say(difference.same() ? tr("The draft means the same as the policy in force.")
               : difference.may_loosen()
                   ? tr("%n change(s); some may let through what waits today.", nullptr, changes)
                   : tr("%n change(s); nothing that waits today gets through.", nullptr, changes));
    fill_rows(std::move(rows));
}

TestsPage::TestsPage(QWidget* parent)
    : QWidget(parent)
    , said_(new look::Label(look::Type::body, {}, this))
    , model_({{tr("Result"), [](const ports::PolicyTest& test) { return test.passed ? tr("Passed") : tr("Failed"); }},
              {tr("Test case"), [](const ports::PolicyTest& test) { return safe(test.title); }},
              {tr("Expected"), [](const ports::PolicyTest& test) { return look::Words::of(test.expected); }},
              {tr("Came"), [](const ports::PolicyTest& test) { return look::Words::of(test.came); }},
              {tr("What differs"), [](const ports::PolicyTest& test) { return or_dash(test.trouble); }}},
             [](const ports::PolicyTest&, const ports::PolicyTest&) { return false; })
    , table_(new look::Table(tr("Test cases of the policy"), this)) {
    table_->setModel(&model_);
    table_->set_widths({10, 40, 20, 20, 34});
    page_layout(this, said_, table_);
}

void TestsPage::show_tests(const std::vector<ports::PolicyTest>& tests) {
    std::vector<ports::PolicyTest> rows = tests;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& left, const auto& right) { return !left.passed && right.passed; });
    failed_ = static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const auto& one) { return !one.passed; }));
    said_->say(rows.empty()  ? tr("The policy has no test cases. They say what must never change by accident.")
               : failed_ > 0 ? tr("%n test case(s) failed; a policy with one cannot be published.", nullptr, failed_)
                             : tr("%n test case(s) passed.", nullptr, static_cast<int>(rows.size())));
    model_.set_rows(std::move(rows));
}

RehearsalPage::RehearsalPage(QWidget* parent)
    : QWidget(parent)
    , said_(new look::Label(look::Type::body,
                            tr("Plays the stories of the sandbox against the draft: a misheard price, pieces below a "
                               "tier, a changed account. It takes some seconds and changes nothing."),
                            this))
    , go_(new QPushButton(tr("&Rehearse"), this))
    , cancel_(new QPushButton(tr("Cancel"), this))
    , progress_(new QProgressBar(this))
    , model_({{tr("Outcome"), [](const domain::Rehearsed& one) { return PolicyWords::outcome(one); }},
              {tr("Scenario"), [](const domain::Rehearsed& one) { return safe(one.name); }},
              {tr("What happens in it"), [](const domain::Rehearsed& one) { return safe(one.shows); }},
              {tr("Orders"), [](const domain::Rehearsed& one) { return QString::number(one.orders); },
               models::case_::Align::number},
              {tr("Waiting"), [](const domain::Rehearsed& one) { return QString::number(one.stopped); },
               models::case_::Align::number},
              {tr("Rules"),
               [](const domain::Rehearsed& one) {
                   QStringList rules;
                   for (const std::string& rule : one.rules) {
                       rules.append(safe(rule));
                   }
                   return rules.isEmpty() ? QStringLiteral("—") : rules.join(QStringLiteral(", "));
               }}},
             [](const domain::Rehearsed& left, const domain::Rehearsed& right) { return left.name == right.name; })
    , table_(new look::Table(tr("Scenarios of the rehearsal"), this)) {
    table_->setModel(&model_);
    table_->set_widths({18, 22, 44, 14, 12, 30});
    progress_->setAccessibleName(tr("Progress of the rehearsal"));
    cancel_->setAccessibleName(tr("Cancel the rehearsal"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::medium, 0, look::gap::medium, 0);
    bar->addWidget(go_);
    bar->addWidget(cancel_);
    bar->addWidget(progress_, 3);
    bar->addStretch(1);
    page_layout(this, said_, table_)->insertLayout(1, bar);
    progress_->hide();
    cancel_->hide();
    connect(go_, &QPushButton::clicked, this, &RehearsalPage::wanted);
    connect(cancel_, &QPushButton::clicked, this, &RehearsalPage::cancelled);
}

void RehearsalPage::set_possible(bool possible) {
    go_->setEnabled(possible && cancel_->isHidden());
}

void RehearsalPage::begin() {
    go_->setEnabled(false);
    cancel_->show();
    progress_->setRange(0, 0);
    progress_->show();
}

void RehearsalPage::show_progress(const ports::PolicyProgress& progress) {
    progress_->setRange(0, static_cast<int>(progress.total));
    progress_->setValue(static_cast<int>(progress.done));
}

void RehearsalPage::show_result(const base::Result<std::vector<domain::Rehearsed>>& result) {
    progress_->hide();
    cancel_->hide();
    go_->setEnabled(true);
    if (!result) {
        said_->say(look::fault_text(result.fault().code));
        return;
    }
    std::vector<domain::Rehearsed> rows = *result;
    const auto bad = [](const domain::Rehearsed& one) { return one.let_through() || one.false_alarm(); };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const auto& left, const auto& right) { return bad(left) && !bad(right); });
    const int through =
        static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const auto& one) { return one.let_through(); }));
    const int alarms =
        static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const auto& one) { return one.false_alarm(); }));
    said_->say(through + alarms == 0 ? tr("Every harmful scenario is stopped, and no honest one raises an alarm.")
                                     : text::fill(QStringLiteral("%1 %2"),
                                                  {tr("%n harmful scenario(s) would get through.", nullptr, through),
                                                   tr("%n false alarm(s).", nullptr, alarms)}));
    model_.set_rows(std::move(rows));
}

} // namespace ui::policy
