// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/panes.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/own_view_bar.h"
#include "ui/case/verdict_words.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QEvent>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::frame {

namespace {

constexpr int least_letters = 21; ///< of a pane's width: beside the inbox all of it fits 1280 pixels in any language

class PaneWords {
    Q_DECLARE_TR_FUNCTIONS(ui::frame::PaneWords)
public:
    static std::vector<models::case_::Column<ports::TimelineEntry>> timeline(const text::Formats& formats) {
        using ports::TimelineEntry;
        return {{tr("Time"), [&formats](const TimelineEntry& entry) { return formats.date_time(entry.row.time); }},
                {tr("What happened"), &case_::OwnView::what_happened},
                {tr("In their words"), [](const TimelineEntry& entry) { return text::safe(entry.note).qstring(); }}};
    }
    static QString tier(const domain::Assessment& assessment) {
        return text::fill(tr("Platform, version %1: %2"),
                          {QString::number(assessment.version), look::Words::of(assessment.tier)});
    }
};

} // namespace

Panes::Panes(ports::Archive& archive, const text::Formats& formats, QMainWindow& stage)
    : QObject(&stage)
    , archive_(archive)
    , formats_(formats)
    , stage_(stage)
    , entries_(
          PaneWords::timeline(formats),
          [](const auto& one, const auto& other) { return one.row.index == other.row.index; }, this)
    , why_(new case_::CheckList)
    , timeline_(new look::Table(tr("What happened to this order")))
    , original_(new look::Passage(tr("The newest event of this order as it arrived"), 200)) {
    timeline_->setModel(&entries_);
    timeline_->set_widths({24, 22, 40});
    docks_ = {dock("why", tr("Why"), Qt::CTRL | Qt::SHIFT | Qt::Key_W, build_why()),
              dock("timeline", tr("Timeline"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, timeline_),
              dock("original", tr("As it arrived"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, original_)};
    stage_.installEventFilter(this);
    reset();
}

QWidget* Panes::build_why() {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Why this order was escalated"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(look::gap::medium, look::gap::small, look::gap::small, look::gap::small);
    column->addWidget(why_);
    column->addStretch(1);
    area->setWidget(page);
    return area;
}

QDockWidget* Panes::dock(const char* name, const QString& title, const QKeySequence& key, QWidget* content) {
    auto* made = new QDockWidget(title, &stage_);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(title);
    auto* nothing = new look::EmptyState;
    nothing->say(look::Level::off, tr("No order is chosen."), tr("The order under the cursor is shown here."));
    auto* stack = new QStackedWidget(made);
    stack->addWidget(nothing);
    stack->addWidget(content);
    stack->setMinimumWidth(stack->fontMetrics().averageCharWidth() * least_letters);
    stacks_.push_back(stack);
    made->setWidget(stack);
    QAction* toggle = made->toggleViewAction();
    toggle->setShortcut(key);
    toggle->setAutoRepeat(false);
    connect(made, &QDockWidget::visibilityChanged, this, [this](bool open) {
        name_tabs();
        if (open) {
            read();
        }
    });
    return made;
}

/// The window makes the tabs of stacked panes when it needs them.
void Panes::name_tabs() {
    const auto bars = stage_.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly);
    for (QTabBar* bar : bars) {
        bar->setAccessibleName(tr("Panes"));
        bar->setElideMode(Qt::ElideNone); // whole names; where there is no room for all, arrows lead to the others
        bar->setFocusPolicy(is_any_open() ? Qt::TabFocus : Qt::NoFocus); // nobody stops at what is not seen
    }
}

bool Panes::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &stage_ && event->type() == QEvent::ChildAdded) {
        QMetaObject::invokeMethod(this, &Panes::name_tabs, Qt::QueuedConnection); // it is not a tab bar yet
    }
    return QObject::eventFilter(watched, event);
}

QList<QAction*> Panes::toggles() const {
    QList<QAction*> actions;
    for (const QDockWidget* dock : docks_) {
        actions.push_back(dock->toggleViewAction());
    }
    return actions;
}

void Panes::reset() {
    const auto edge = stage_.layoutDirection() == Qt::RightToLeft ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea;
    for (QDockWidget* dock : docks_) {
        dock->setFloating(false);
        stage_.addDockWidget(edge, dock);
        dock->hide();
    }
    stage_.tabifyDockWidget(docks_[0], docks_[1]);
    stage_.tabifyDockWidget(docks_[1], docks_[2]);
    name_tabs();
}

bool Panes::is_any_open() const {
    return std::any_of(docks_.begin(), docks_.end(), [](const QDockWidget* dock) { return dock->isVisible(); });
}

void Panes::show_order(const std::optional<domain::TransactionKey>& key) {
    if (key == key_) {
        return;
    }
    key_ = key;
    read();
}

void Panes::read() {
    const std::uint64_t question = ++asked_;
    if (!key_ || !is_any_open()) {
        clear();
        return;
    }
    archive_.case_file(*key_, {this, [this, question](const base::Result<ports::CaseFile>& file) {
                                   if (question != asked_) {
                                       return;
                                   }
                                   file.ok() ? show_file(file.value()) : clear();
                               }});
}

void Panes::show_stacks(int page) {
    for (QStackedWidget* stack : stacks_) {
        stack->setCurrentIndex(page);
    }
}

void Panes::clear() {
    show_stacks(0);
    why_->show({});
    entries_.set_rows({});
    original_->show(text::SafeText());
}

void Panes::show_file(const ports::CaseFile& file) {
    std::vector<case_::Check> reasons;
    if (!file.judgements.empty()) {
        const ports::Judgement& ours = file.judgements.back();
        reasons.push_back({look::level_of(ours.verdict.tier), {}, case_::VerdictWords::headline(ours, file.row)});
        for (const ports::JudgedRule& rule : ours.rules) {
            if (rule.verdict.outcome == domain::RuleVerdict::Outcome::fired) {
                reasons.push_back({look::level_of(rule.verdict.tier.value_or(domain::Tier::automatic)),
                                   {},
                                   case_::VerdictWords::says(rule, formats_)});
            }
        }
    }
    for (const domain::Assessment& assessment : file.assessments) {
        reasons.push_back({look::level_of(assessment.tier), {}, PaneWords::tier(assessment)});
        for (const domain::Finding& finding : assessment.findings) {
            const QString code = look::CodeWords::of_finding(finding.code);
            const text::SafeText words = text::safe(finding.text);
            reasons.push_back({look::level_of(assessment.tier),
                               {},
                               words.empty() ? code : text::fill(QStringLiteral("%1 · %2"), {code, words})});
        }
    }
    why_->show(reasons);
    const bool covered = case_::OwnView::is_awaited(file, person_);
    std::vector<ports::TimelineEntry> steps = file.timeline;
    for (ports::TimelineEntry& step : steps) {
        if (covered && case_::OwnView::quotes_the_agent(step)) {
            step.note = domain::UntrustedText();
        }
    }
    entries_.set_rows(std::move(steps));
    if (covered) {
        original_->show(text::safe(case_::OwnView::cover().toStdString(), text::passage));
    } else if (!file.timeline.empty()) {
        show_original(file.timeline.back().row.index);
    }
    show_stacks(1);
}

void Panes::set_person(const domain::PersonId& person) {
    if (person_ != person) {
        person_ = person;
        read();
    }
}

void Panes::show_original(std::uint64_t index) {
    const std::uint64_t question = asked_;
    archive_.original(index, {this, [this, question](const base::Result<domain::UntrustedText>& bytes) {
                                  if (question == asked_ && bytes.ok()) {
                                      original_->show(text::safe(bytes.value(), text::passage));
                                  }
                              }});
}

} // namespace ui::frame
