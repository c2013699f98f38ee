// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/health_view.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/health/aside_fields.h"
#include "ui/health/health_words.h"
#include "ui/look/fault_text.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

#include <cmath>

namespace ui::health {

namespace {

enum Tab { gap_tab, quarantine_tab, conflict_tab };

/// Reads on when somebody scrolls to the end.
void read_at_end(look::Table& table, QObject* context, const std::function<void()>& read) {
    QObject::connect(table.verticalScrollBar(), &QAbstractSlider::valueChanged, context, [&table, read](int value) {
        if (value == table.verticalScrollBar()->maximum()) {
            read();
        }
    });
}

} // namespace

HealthView::HealthView(ports::Archive& archive, const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , archive_(archive)
    , clock_(clock)
    , formats_(formats)
    , gaps_(
          HealthWords::gaps(formats),
          [](const auto& one, const auto& other) { return one.source == other.source && one.from == other.from; }, this)
    , quarantine_(
          HealthWords::quarantine(formats), [](const auto& one, const auto& other) { return one.index == other.index; },
          this)
    , conflicts_(
          HealthWords::conflicts(formats), [](const auto& one, const auto& other) { return one.index == other.index; },
          this)
    , narrow_gaps_(AsideFields::of_gaps(), QStringLiteral("gaps"), tr("Filter the gaps"),
                   tr("Filter, for example: given_up == true"), gaps_, clock, formats, this)
    , narrow_quarantine_(AsideFields::of_quarantine(), QStringLiteral("quarantine"), tr("Filter what was set aside"),
                         tr("Filter, for example: times > 1"), quarantine_, clock, formats, this)
    , narrow_conflicts_(AsideFields::of_conflicts(), QStringLiteral("conflicts"), tr("Filter the contradictions"),
                        tr("Filter, for example: times > 1"), conflicts_, clock, formats, this)
    , notice_(new look::NoticeBar(this))
    , link_facts_(new look::Facts(formats, this))
    , store_facts_(new look::Facts(formats, this))
    , tabs_(new QTabWidget(this))
    , original_(new look::Passage(tr("What arrived, as it arrived"), 12, this)) {
    build();
    show_health({});
    show_tabs();
}

void HealthView::build() {
    auto* facts = new QHBoxLayout;
    facts->setContentsMargins(look::gap::medium, 0, look::gap::medium, look::gap::medium);
    facts->setSpacing(look::gap::huge);
    facts->addWidget(link_facts_, 1, Qt::AlignTop);
    facts->addWidget(store_facts_, 1, Qt::AlignTop);
    tabs_->setAccessibleName(tr("What is missing, not understood or contradictory"));
    tabs_->setDocumentMode(true);
    prepare_gaps();
    prepare_quarantine();
    prepare_conflicts();
    narrow_gaps_.when_shown([this] { show_tabs(); });
    narrow_quarantine_.when_shown([this] { show_tabs(); });
    narrow_conflicts_.when_shown([this] { show_tabs(); });
    connect(tabs_, &QTabWidget::currentChanged, this, [this](int tab) { original_->setVisible(tab != gap_tab); });
    original_->hide();
    auto* title = new QHBoxLayout;
    title->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    title->addWidget(new look::Label(look::Type::title, tr("Health"), this));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(title);
    column->addWidget(notice_);
    column->addLayout(facts);
    column->addWidget(tabs_, 3);
    column->addWidget(original_, 1);
}

QWidget* HealthView::build_list(const List& list, sieve::Bar& bar) {
    list.stack->addWidget(list.empty);
    list.stack->addWidget(list.table);
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::tight);
    column->addWidget(&bar);
    column->addWidget(list.stack, 1);
    whole->setFocusProxy(list.stack);
    return whole;
}

void HealthView::prepare_gaps() {
    gap_list_ = {new look::Table(tr("Gaps"), this), new look::EmptyState(this), new QStackedWidget(this)};
    gap_list_.kept = [this] { return narrow_gaps_.rows().size(); };
    look::Table& table = *gap_list_.table;
    table.setObjectName(QStringLiteral("gaps"));
    table.setModel(&gaps_);
    table.set_widths({44, 14, 14, 12, 30, 40});
    auto* delegate = new look::RowDelegate(&table);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        const ports::GapRow& row = gaps_.row_at(index.row());
        const auto level = row.filled     ? look::Level::normal
                           : row.given_up ? look::Level::critical
                                          : look::Level::serious;
        return index.column() == 0 ? std::optional(level) : std::nullopt;
    });
    table.setItemDelegate(delegate);
    gap_list_.empty->say(look::Level::normal, tr("Nothing is missing."),
                         tr("Every number of every source's sequence has arrived."));
    tabs_->addTab(build_list(gap_list_, narrow_gaps_.bar()), tr("Ga&ps"));
    read_at_end(table, this, [this] { read_gaps(true); });
}

void HealthView::prepare_quarantine() {
    quarantine_list_ = {new look::Table(tr("Set aside"), this), new look::EmptyState(this), new QStackedWidget(this)};
    quarantine_list_.kept = [this] { return narrow_quarantine_.rows().size(); };
    look::Table& table = *quarantine_list_.table;
    table.setObjectName(QStringLiteral("quarantine"));
    table.setModel(&quarantine_);
    table.set_widths({26, 44, 40, 26, 10, 8, 30});
    auto* delegate = new look::RowDelegate(&table);
    delegate->set_level_of([this](const QModelIndex& index) {
        return index.column() == 1 ? std::optional(look::level_of(quarantine_.row_at(index.row()).reason.code))
                                   : std::nullopt;
    });
    table.setItemDelegate(delegate);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) {
            show_original(quarantine_.row_at(now.row()).index);
        }
    });
    quarantine_list_.empty->say(look::Level::normal, tr("Nothing was set aside."),
                                tr("Everything that arrived could be understood."));
    tabs_->addTab(build_list(quarantine_list_, narrow_quarantine_.bar()), tr("Set &aside"));
    read_at_end(table, this, [this] { read_quarantine(true); });
}

void HealthView::prepare_conflicts() {
    conflict_list_ = {new look::Table(tr("Contradictions"), this), new look::EmptyState(this),
                      new QStackedWidget(this)};
    conflict_list_.kept = [this] { return narrow_conflicts_.rows().size(); };
    look::Table& table = *conflict_list_.table;
    table.setObjectName(QStringLiteral("conflicts"));
    table.setModel(&conflicts_);
    table.set_widths({26, 40, 18, 18, 12, 12, 8});
    auto* delegate = new look::RowDelegate(&table);
    delegate->set_level_of([](const QModelIndex& index) {
        return index.column() == 1 ? std::optional(look::Level::serious) : std::nullopt;
    });
    table.setItemDelegate(delegate);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) {
            show_original(conflicts_.row_at(now.row()).index);
        }
    });
    connect(&table, &QTableView::activated, this, [this] {
        if (const auto order = current_order()) {
            Q_EMIT opened(*order);
        }
    });
    conflict_list_.empty->say(look::Level::normal, tr("Nothing contradicts itself."),
                              tr("No event came twice with another content, and versions follow each other."));
    tabs_->addTab(build_list(conflict_list_, narrow_conflicts_.bar()), tr("Contra&dictions"));
    read_at_end(table, this, [this] { read_conflicts(true); });
}

void HealthView::take_focus() {
    tabs_->currentWidget()->setFocus();
    if (stale_) {
        read();
    }
}

std::optional<domain::TransactionKey> HealthView::current_order() const {
    const QModelIndex current = conflict_list_.table->currentIndex();
    if (tabs_->currentIndex() != conflict_tab || !current.isValid()) {
        return std::nullopt;
    }
    const ports::ConflictRow& row = conflicts_.row_at(current.row());
    return row.transaction.empty() ? std::nullopt : std::optional(domain::TransactionKey{row.source, row.transaction});
}

void HealthView::show_health(const ports::Health& health) {
    const bool same = health.gaps == health_.gaps && health.quarantined == health_.quarantined &&
                      health.conflicts == health_.conflicts;
    stale_ = stale_ || !same;
    health_ = health;
    if (isVisible()) {
        show_facts();
    }
    show_tabs();
}

/// Not only with the next second.
void HealthView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    show_facts();
}

void HealthView::tick() {
    if (!isVisible()) {
        return;
    }
    show_facts();
    if (stale_) {
        read();
    }
}

void HealthView::show_facts() {
    using look::Fact;
    const auto number = [this](std::uint64_t value) { return formats_.number(static_cast<std::int64_t>(value)); };
    const bool live = health_.link == ports::LinkState::live;
    link_facts_->show(
        {Fact::own(tr("Connection"), look::Words::of(health_.link)),
         Fact::outside(tr("Gateway"), text::safe(health_.gateway)),
         Fact::outside(tr("Source"), text::safe(health_.source)),
         Fact::own(tr("Last heard"),
                   health_.last_heard ? look::TimeWords::until(*health_.last_heard, clock_.now()) : QString()),
         Fact::own(tr("Behind by"), live ? look::TimeWords::span(health_.lag) : QString()),
         Fact::own(tr("Rate"), text::fill(tr("%1/s"), {formats_.number(std::llround(health_.events_per_second))}))});
    store_facts_->show(
        {Fact::own(tr("Store"), health_.store_fault ? look::fault_text(health_.store_fault->code)
                                : health_.opening   ? tr("Being opened")
                                : health_.read_only ? tr("Read only, kept by another program")
                                                    : tr("Writing, every entry durable")),
         Fact::own(tr("Entries"), number(health_.stored)),
         Fact::own(tr("Size on disk"),
                   health_.store_bytes == 0 ? QString() : HealthWords::size(health_.store_bytes, formats_)),
         Fact::own(tr("Second copies, ignored"), number(health_.duplicates)),
         Fact::own(tr("Decisions not sent"), number(health_.unsent))});
}

void HealthView::show_tabs() {
    const auto name = [this](const QString& word, std::uint64_t count) {
        return count == 0
                   ? word
                   : text::fill(QStringLiteral("%1 (%2)"), {word, formats_.number(static_cast<std::int64_t>(count))});
    };
    tabs_->setTabText(gap_tab, name(tr("Ga&ps"), health_.gaps));
    tabs_->setTabText(quarantine_tab, name(tr("Set &aside"), health_.quarantined));
    tabs_->setTabText(conflict_tab, name(tr("Contra&dictions"), health_.conflicts));
    for (const List* list : {&gap_list_, &quarantine_list_, &conflict_list_}) {
        const bool any = list->table->model()->rowCount() > 0;
        const bool narrowed = list->kept() > 0; // then the table stays, empty under its filter
        list->stack->setCurrentWidget(any || narrowed ? static_cast<QWidget*>(list->table) : list->empty);
        list->stack->setFocusProxy(list->stack->currentWidget());
    }
}

void HealthView::read() {
    stale_ = false;
    read_gaps(false);
    read_quarantine(false);
    read_conflicts(false);
}

void HealthView::read_gaps(bool more) {
    if (gap_list_.reading || (more && !gap_list_.more)) {
        return;
    }
    gap_list_.reading = true;
    ports::GapQuery query;
    query.open_only = false;
    query.after = more && !gap_rows_.empty() ? std::optional(gap_rows_.back()) : std::nullopt;
    archive_.gaps(query, {this, [this, more](const base::Result<ports::GapPage>& page) {
                              gap_list_.reading = false;
                              if (!page.ok()) {
                                  notice_->say(page.fault());
                                  return;
                              }
                              notice_->clear();
                              if (!more) {
                                  gap_rows_.clear();
                              }
                              gap_list_.more = page.value().more;
                              gap_rows_.insert(gap_rows_.end(), page.value().rows.begin(), page.value().rows.end());
                              narrow_gaps_.set_rows(gap_rows_);
                              show_tabs();
                          }});
}

void HealthView::read_quarantine(bool more) {
    if (quarantine_list_.reading || (more && !quarantine_list_.more)) {
        return;
    }
    quarantine_list_.reading = true;
    ports::AsideQuery query;
    query.before = more && !quarantine_rows_.empty() ? std::optional(quarantine_rows_.back().index) : std::nullopt;
    archive_.quarantine(query, {this, [this, more](const base::Result<ports::QuarantinePage>& page) {
                                    quarantine_list_.reading = false;
                                    if (!page.ok()) {
                                        notice_->say(page.fault());
                                        return;
                                    }
                                    if (!more) {
                                        quarantine_rows_.clear();
                                    }
                                    quarantine_list_.more = page.value().more;
                                    quarantine_rows_.insert(quarantine_rows_.end(), page.value().rows.begin(),
                                                            page.value().rows.end());
                                    narrow_quarantine_.set_rows(quarantine_rows_);
                                    show_tabs();
                                }});
}

void HealthView::read_conflicts(bool more) {
    if (conflict_list_.reading || (more && !conflict_list_.more)) {
        return;
    }
    conflict_list_.reading = true;
    ports::AsideQuery query;
    query.before = more && !conflict_rows_.empty() ? std::optional(conflict_rows_.back().index) : std::nullopt;
    archive_.conflicts(query, {this, [this, more](const base::Result<ports::ConflictPage>& page) {
                                   conflict_list_.reading = false;
                                   if (!page.ok()) {
                                       notice_->say(page.fault());
                                       return;
                                   }
                                   if (!more) {
                                       conflict_rows_.clear();
                                   }
                                   conflict_list_.more = page.value().more;
                                   conflict_rows_.insert(conflict_rows_.end(), page.value().rows.begin(),
                                                         page.value().rows.end());
                                   narrow_conflicts_.set_rows(conflict_rows_);
                                   show_tabs();
                               }});
}

void HealthView::show_original(std::uint64_t index) {
    const std::uint64_t question = ++asked_;
    archive_.original(index, {this, [this, question](const base::Result<domain::UntrustedText>& bytes) {
                                  if (question == asked_ && bytes.ok()) {
                                      original_->show(text::safe(bytes.value(), text::passage));
                                  }
                              }});
}

} // namespace ui::health
