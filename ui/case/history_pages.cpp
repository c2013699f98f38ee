// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/history_pages.h"

#include "app/domain/names.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "models/feed/feed_language.h"
#include "ui/case/own_view_bar.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace ui::case_ {

namespace {

using models::case_::Align;
using models::case_::Column;

class TimelineWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::TimelineWords)
public:
    static std::vector<models::sieve::Field<ports::TimelineEntry>> fields() {
        using filter::What;
        using models::sieve::Scratch;
        using Entry = ports::TimelineEntry;
        namespace rows = models::sieve;
        std::vector<filter::Choice> events;
        for (int number = 1; number <= domain::event_type_count; ++number) {
            const auto type = static_cast<domain::EventType>(number);
            events.push_back(
                {std::string(models::feed::short_name(type)), number, look::EventWords::of(type).toStdString()});
        }
        const auto named = [](const QString& shown) { return shown.toStdString(); };
        return {
            {{"event", What::choice, named(tr("What happened")), std::move(events)},
             [](const Entry& entry, Scratch&) {
                 return entry.row.type ? rows::text(models::feed::short_name(*entry.row.type)) : cel::Value();
             }},
            {{"time", What::time, named(tr("Time")), {}},
             [](const Entry& entry, Scratch&) { return rows::time(entry.row.time); }},
            {{"amount", What::money, named(tr("Amount")), {}},
             [](const Entry& entry, Scratch&) { return rows::money(entry.row.amount); }},
            {{"why", What::text, named(tr("Why")), {}},
             [](const Entry& entry, Scratch&) { return rows::text(entry.code); }},
            {{"words", What::text, named(tr("In their words")), {}},
             [](const Entry& entry, Scratch&) {
                 return rows::text(entry.note.empty() ? entry.row.summary.bytes() : entry.note.bytes());
             }},
            {{"version", What::number, named(tr("Version")), {}},
             [](const Entry& entry, Scratch&) { return cel::Value::integer(entry.row.version); }},
            {{"entry", What::number, named(tr("Entry")), {}},
             [](const Entry& entry, Scratch&) {
                 return cel::Value::integer(static_cast<std::int64_t>(entry.row.index));
             }},
        };
    }

    static std::vector<Column<ports::TimelineEntry>> columns(const text::Formats& formats) {
        using Entry = ports::TimelineEntry;
        return {
            {tr("Time"), [&formats](const Entry& entry) { return formats.date_time(entry.row.time); }},
            {tr("What happened"), &OwnView::what_happened},
            {tr("Amount"),
             [&formats](const Entry& entry) { return entry.row.amount ? formats.money(*entry.row.amount) : QString(); },
             Align::number},
            {tr("Why"),
             [](const Entry& entry) {
                 return entry.acknowledged_by ? look::CodeWords::of_reason(entry.code) : why(entry);
             }},
            {tr("In their words"),
             [](const Entry& entry) {
                 return text::safe(entry.note.empty() ? entry.row.summary : entry.note).qstring();
             }},
        };
    }
    /// An assessment without a finding still says a tier.
    static QString why(const ports::TimelineEntry& entry) {
        if (entry.code.empty() && entry.row.tier) {
            return look::Words::of(*entry.row.tier);
        }
        const auto verb = entry.row.type == domain::EventType::decision_taken
                              ? domain::from_name<domain::Verb>(entry.code)
                              : std::nullopt;
        return verb ? look::Words::of(*verb) : look::CodeWords::of_step(entry.code);
    }
};

class DecisionWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::DecisionWords)
public:
    static std::vector<Column<ports::DecisionRow>> columns(const text::Formats& formats) {
        using Row = ports::DecisionRow;
        return {
            {tr("Decided"), [&formats](const Row& row) { return formats.date_time(row.signed_at); }},
            {tr("Decision"), [](const Row& row) { return look::Words::of(row.decision.verb); }},
            {tr("State"), [](const Row& row) { return look::Words::of(row.state, row.decision.verb); }},
            {tr("Person"),
             [](const Row& row) {
                 const text::SafeText person = text::safe(row.decision.person);
                 const QString name = row.simulated ? text::fill(tr("%1 (simulated)"), {person}) : person.qstring();
                 return row.decision.delegation.empty()
                            ? name
                            : text::fill(tr("%1, under delegation %2"), {name, text::safe(row.decision.delegation)});
             }},
            {tr("Reason"), [](const Row& row) { return look::CodeWords::of_reason(row.decision.reason_code); }},
            {tr("Note"), [](const Row& row) { return text::safe(row.decision.reason_text).qstring(); }},
            {tr("Receipt"),
             [](const Row& row) {
                 return row.receipt                             ? text::fill(tr("%1, %2"),
                                                                             {look::Words::of(row.receipt->outcome), text::safe(row.receipt->id)})
                        : domain::stays_here(row.decision.verb) ? tr("Never sent")
                                                                : tr("None yet");
             }},
        };
    }
};

} // namespace

TimelinePage::TimelinePage(const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QStackedWidget(parent)
    , model_(
          TimelineWords::columns(formats),
          [](const auto& one, const auto& other) { return one.row.index == other.row.index; }, this)
    , narrow_(TimelineWords::fields(), QStringLiteral("timeline"), tr("Filter the timeline"),
              text::fill(tr("Filter, for example: %1"), {QStringLiteral("event == \"transaction.held\"")}), model_,
              clock, formats, this)
    , empty_(new look::EmptyState(this))
    , table_(new look::Table(tr("Timeline of the order"), this)) {
    empty_->say(look::Level::off, tr("Nothing has happened yet."),
                tr("Every step of the order appears here as soon as the record holds it."));
    table_->setModel(&model_);
    table_->set_widths({look::Table::moment, 18, 0, 30, 30});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto& amount = model_.row_at(index.row()).row.amount;
            return index.column() == 2 && amount ? &*amount : nullptr;
        },
        formats);
    table_->setItemDelegate(delegate);
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::tight);
    column->addWidget(&narrow_.bar());
    column->addWidget(table_, 1);
    whole->setFocusProxy(table_);
    addWidget(empty_);
    addWidget(whole);
}

void TimelinePage::show(const ports::CaseFile& file, bool covered) {
    std::vector<ports::TimelineEntry> steps = file.timeline;
    for (ports::TimelineEntry& step : steps) {
        if (covered && OwnView::quotes_the_agent(step)) {
            step.row.summary = step.note = domain::UntrustedText();
        }
    }
    narrow_.set_rows(std::move(steps));
    setCurrentIndex(file.timeline.empty() ? 0 : 1);
}

DecisionsPage::DecisionsPage(const text::Formats& formats, QWidget* parent)
    : QStackedWidget(parent)
    , model_(
          DecisionWords::columns(formats),
          [](const auto& one, const auto& other) { return one.decision.id == other.decision.id; }, this)
    , empty_(new look::EmptyState(this))
    , table_(new look::Table(tr("Decisions about the order"), this)) {
    empty_->say(look::Level::off, tr("Nobody has decided yet."),
                tr("Approve with A, reject with R, acknowledge with C. Each opens a review first."));
    table_->setModel(&model_);
    table_->set_widths({look::Table::moment, 14, 22, 14, 20, 24, 20});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        return index.column() == 2 ? std::optional(look::level_of(model_.row_at(index.row()).state)) : std::nullopt;
    });
    table_->setItemDelegate(delegate);
    addWidget(empty_);
    addWidget(table_);
}

void DecisionsPage::show(const ports::CaseFile& file) {
    model_.set_rows(file.decisions);
    setCurrentIndex(file.decisions.empty() ? 0 : 1);
}

} // namespace ui::case_
