// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/spend_view.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/fault_text.h"
#include "ui/look/tip.h"
#include "ui/spend/place.h"

#include <QAction>
#include <QSignalBlocker>

#include <utility>

// What the line above the charts says.

namespace ui::spend {

namespace {

/// An ISO 4217 code, which only holds capital letters.
QString code_of(const domain::Currency& currency) {
    return QLatin1String(currency.code().data(), static_cast<qsizetype>(currency.code().size()));
}

} // namespace

void SpendView::show_currencies() {
    const QSignalBlocker quiet(currency_choice_);
    QStringList codes;
    for (const ports::Spent& spent : answer_->currencies) {
        codes.append(code_of(spent.money.currency));
    }
    if (answer_->currency.valid() && answer_->currencies.empty()) {
        codes.append(code_of(answer_->currency));
    }
    codes.sort();
    QStringList shown;
    for (int i = 0; i < currency_choice_->count(); ++i) {
        shown.append(currency_choice_->itemText(i));
    }
    if (shown != codes) {
        currency_choice_->clear();
        for (const QString& code : codes) {
            currency_choice_->addItem(code, code);
        }
    }
    currency_choice_->setCurrentIndex(currency_choice_->findData(code_of(answer_->currency)));
    currency_choice_->setEnabled(codes.size() > 1);
}

void SpendView::show_state() {
    if (state_.fault) {
        progress_->show_level(look::Level::critical, look::fault_text(state_.fault->code));
    } else if (state_.is_behind()) {
        const auto part = static_cast<std::int32_t>(state_.folded * 1000 / state_.entries);
        progress_->show_level(look::Level::standby, text::fill(tr("Reading history: %1"), {formats_.permille(part)}));
    } else {
        progress_->show_level(look::Level::normal, tr("Up to date"));
    }
    const std::uint64_t odd = state_.set_aside + state_.contradicted;
    outside_->setVisible(odd > 0);
    outside_->show_level(look::Level::caution,
                         state_.set_aside > 0
                             ? text::fill(tr("Left out as duplicates: %1"),
                                          {formats_.number(static_cast<std::int64_t>(state_.set_aside))})
                             : text::fill(tr("Contradicting reports: %1"),
                                          {formats_.number(static_cast<std::int64_t>(state_.contradicted))}));
    look::set_tip(
        *outside_,
        text::fill(
            tr("Events of imports that seem to repeat another one: %1, outside of every sum until somebody keeps "
               "or discards the import. Reports of money that cannot follow what was reported before: %2. Sales, "
               "which are no spend: %3."),
            {formats_.number(static_cast<std::int64_t>(state_.set_aside)),
             formats_.number(static_cast<std::int64_t>(state_.contradicted)),
             formats_.number(static_cast<std::int64_t>(state_.sales))}));
}

void SpendView::show_selection() {
    const bool narrow = only_ != ports::SpendSelection();
    only_label_->say(tr("All spend. Choose a bar or a row to see only that."));
    only_label_->set_muted(true);
    only_label_->setVisible(!narrow);
    chips_->show_parts(PlaceWords::parts(only_, comparison_->by(), formats_));
    all_->setEnabled(narrow);
    zoom_->setVisible(can_zoom_in());
    zoom_->defaultAction()->setEnabled(can_zoom_in());
}

void SpendView::build_zoom() {
    auto* action = new QAction(tr("Zoom in"), this);
    action->setShortcut(Qt::Key_Z);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(tr("Show the chosen time alone, in smaller pieces (Z)"));
    connect(action, &QAction::triggered, this, &SpendView::zoom_in);
    addAction(action);
    zoom_->setDefaultAction(action);
}

bool SpendView::can_zoom_in() const {
    constexpr std::chrono::hours shortest_day{22}; // when clocks go forward, by two hours at most
    return only_.within && only_.within->to - only_.within->from >= shortest_day;
}

void SpendView::zoom_in() {
    if (!can_zoom_in()) {
        return;
    }
    const std::string before = place();
    const ports::Stretch stretch = *only_.within;
    only_.within.reset(); // the period says it
    show_stretch(stretch);
    narrow(only_);
    Q_EMIT narrowed(before);
}

/// Stays to be chosen among the periods until another stretch is zoomed in to.
void SpendView::show_stretch(const ports::Stretch& stretch) {
    const QSignalBlocker quiet(period_choice_);
    stretch_ = stretch;
    fitted_ = true;
    const QString words = PlaceWords::stretch(stretch, formats_);
    if (period_choice_->findData(static_cast<int>(Period::chosen)) < 0) {
        period_choice_->addItem(words, static_cast<int>(Period::chosen));
    }
    set_period(Period::chosen);
    period_choice_->setItemText(period_choice_->currentIndex(), words);
}

Span SpendView::span() const {
    const bool zoomed = period() == Period::chosen && stretch_;
    return span_of(period(), clock_.now(), formats_.zone(), formats_.locale(),
                   zoomed ? stretch_->from : state_.earliest,
                   zoomed ? std::optional(stretch_->to - base::Microseconds{1}) : state_.latest);
}

QString SpendView::narrowing() const {
    return PlaceWords::of(only_, comparison_->by(), formats_);
}

sieve::Narrowing SpendView::narrowing_elsewhere() const {
    return PlaceWords::narrowing(only_, comparison_->by(), supplier_name_, formats_);
}

/// The name by which other tables know the chosen supplier comes with the answer.
void SpendView::tell_narrowing() {
    supplier_name_ = {};
    for (const ports::SpendLine& line : answer_->suppliers.lines) {
        if (only_.supplier && line.id == only_.supplier->bytes()) {
            supplier_name_ = line.name;
        }
    }
    const std::string now = token_of({Period::all, only_, Part::time, by()}) + '\n' + supplier_name_.bytes();
    if (std::exchange(told_narrowing_, now) != now) {
        Q_EMIT narrowing_changed();
    }
}

/// Only while they are seen: reading them costs more than a sum.
void SpendView::look_for_orders(ports::TierBy by) {
    if (pages_->currentWidget() == orders_ && !again_) { // else a newer question is on its way
        orders_->look_for({{edges_.front(), edges_.back()}, answer_->currency, only_, by, {}}, answer_->total.orders);
    }
}

} // namespace ui::spend
