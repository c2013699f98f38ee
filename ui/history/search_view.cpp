// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/search_view.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "models/feed/feed_rows.h"
#include "models/feed/feed_search.h"
#include "models/feed/row_keys.h"
#include "ui/look/feed_words.h"
#include "ui/look/icons.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"
#include "ui/sieve/feed_narrowing.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::history {

using models::feed::Column;

namespace {
constexpr std::uint32_t page_rows = 200;
} // namespace

SearchView::SearchView(ports::Archive& archive, const base::Clock& clock, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , archive_(archive)
    , formats_(formats)
    , model_(look::feed_words(), formats, {}, this)
    , line_(new look::FilterBar(tr("Search the record"), tr("Id, agent, supplier, amount, words; then Enter"),
                                look::FeedFilterWords::search_help(), this))
    , columns_(models::feed::feed_language(look::feed_words(), tr("Currency")))
    , filter_(new sieve::Bar(tr("Filter what was found"), tr("Filter what was found, for example: tier >= sign_off"),
                             {QStringLiteral("search"), columns_.language, true}, look::FeedFilterWords::help(), clock,
                             formats, this))
    , more_(new QPushButton(this))
    , notice_(new look::NoticeBar(this))
    , empty_(new look::EmptyState(this))
    , table_(new look::Table(tr("What was found"), this))
    , stack_(new QStackedWidget(this)) {
    build();
    prepare_table();
    show_state();
}

void SearchView::build() {
    more_->setIcon(look::icon(look::Glyph::search));
    connect(more_, &QPushButton::clicked, this, [this] { looking_ ? stop() : go_on(); });
    connect(line_, &look::FilterBar::changed, this, &SearchView::check);
    connect(line_, &look::FilterBar::entered, this, &SearchView::begin);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    bar->setSpacing(look::gap::large);
    bar->addWidget(new look::Label(look::Type::title, tr("Search"), this));
    bar->addWidget(line_, 1);
    bar->addWidget(more_);
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(notice_);
    auto* narrowing = new QHBoxLayout;
    narrowing->setContentsMargins(look::gap::medium, 0, look::gap::medium, look::gap::small);
    narrowing->addWidget(filter_);
    column->addLayout(narrowing);
    filter_->hide();
    connect(filter_, &sieve::Bar::wanted_changed, this, [this] { sieve::narrow(model_, columns_, *filter_); });
    connect(filter_, &look::FilterBar::entered, this, [this] { table_->setFocus(); });
    column->addWidget(stack_, 1);
}

void SearchView::prepare_table() {
    table_->setObjectName(QStringLiteral("search"));
    table_->setModel(&model_.table());
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    model_.show_days();
    table_->set_widths({look::Table::moment, 18, 15, 20, -11, 0, 17, 14, 16, 40, 20, 10, 10, 26, 8});
    table_->set_sortable();
    table_->set_hidden({static_cast<int>(Column::ours), static_cast<int>(Column::category),
                        static_cast<int>(Column::received), static_cast<int>(Column::sequence),
                        static_cast<int>(Column::source), static_cast<int>(Column::version)});
    model_.table().set_order({{models::feed::kept::index, true}});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_level_of([this](const QModelIndex& index) -> std::optional<look::Level> {
        const auto tier = index.column() == static_cast<int>(Column::tier) ? model_.tier_at(index.row()) : std::nullopt;
        return tier ? std::optional(look::level_of(*tier)) : std::nullopt;
    });
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const auto amount =
                index.column() == static_cast<int>(Column::amount) ? model_.amount_at(index.row()) : std::nullopt;
            cell_amount_ = amount.value_or(domain::Money{});
            return amount ? &cell_amount_ : nullptr;
        },
        formats_);
    table_->setItemDelegate(delegate);
    connect(table_, &QTableView::activated, this, &SearchView::open_row);
    connect(table_, &look::Table::sorted, this, [this] {
        if (table_->sorted_by() < 0) {
            model_.table().set_order({{models::feed::kept::index, true}});
        }
    });
}

void SearchView::start() {
    line_->take_focus();
}

void SearchView::take_focus() {
    if (model_.rowCount() > 0) {
        table_->setFocus();
    } else {
        line_->take_focus();
    }
}

/// While somebody types: only whether it can be understood.
void SearchView::check(const QString& typed) {
    const auto query = models::feed::feed_search(typed.toStdString(), formats_.zone());
    line_->show_result(query.ok(), query ? QString() : look::FeedFilterWords::of(query.fault()));
}

void SearchView::search(const std::string& typed) {
    line_->set_text(text::for_clipboard(domain::UntrustedText(typed)));
    begin();
}

void SearchView::begin() {
    const std::string typed = line_->text().toStdString();
    auto query = models::feed::feed_search(typed, formats_.zone());
    line_->show_result(query.ok(), query ? QString() : look::FeedFilterWords::of(query.fault()));
    if (!query || typed.find_first_not_of(' ') == std::string::npos) {
        return;
    }
    searched_ = typed;
    query_ = std::move(query).value();
    by_id_ = models::feed::may_be_an_id(typed);
    if (by_id_) {
        query_.id = std::exchange(query_.text, {});
    }
    query_.limit = page_rows;
    notice_->clear();
    model_.restart();
    reached_.reset();
    wanted_ = page_rows;
    ask();
}

void SearchView::ask() {
    looking_ = true;
    query_.before = reached_;
    const std::uint64_t question = ++question_;
    archive_.page(query_, {this, [this, question](const base::Result<ports::FeedPage>& page) {
                               if (question == question_) {
                                   take(page);
                               }
                           }});
    show_state();
}

void SearchView::take(const base::Result<ports::FeedPage>& page) {
    looking_ = false;
    if (!page.ok()) {
        more_left_ = false;
        notice_->say(page.fault());
        show_state();
        return;
    }
    model_.add_history(page.value());
    more_left_ = page.value().more;
    reached_ = page.value().reached ? page.value().reached : reached_;
    if (by_id_ && !more_left_ && model_.kept() == 0) { // no such id: then it is a word
        by_id_ = false;
        query_.text = std::exchange(query_.id, {});
        reached_.reset();
        ask();
        return;
    }
    if (more_left_ && model_.kept() < wanted_ && page.value().reached) {
        ask();
        return;
    }
    show_state();
}

void SearchView::go_on() {
    wanted_ = model_.kept() + page_rows;
    ask();
}

void SearchView::stop() {
    ++question_;
    looking_ = false;
    more_left_ = reached_.has_value();
    show_state();
}

QString SearchView::progress_words() const {
    const QString found = formats_.number(static_cast<std::int64_t>(model_.kept()));
    if (!more_left_ && !looking_) {
        return text::fill(tr("%1 found, all there is"), {found});
    }
    if (!reached_) {
        return text::fill(tr("%1 found, looking …"), {found});
    }
    return text::fill(looking_ ? tr("%1 found, looking back beyond entry %2 …") : tr("%1 found back to entry %2"),
                      {found, formats_.number(static_cast<std::int64_t>(*reached_))});
}

void SearchView::show_state() {
    more_->setText(looking_ ? tr("S&top looking") : tr("Look &further back"));
    more_->setVisible(looking_ || more_left_);
    if (!searched_.empty() && line_->is_understood()) {
        line_->show_result(true, progress_words());
    }
    const bool any = model_.kept() > 0;
    filter_->setVisible(any);
    sieve::count(model_, columns_, *filter_);
    stack_->setCurrentWidget(any ? static_cast<QWidget*>(table_) : empty_);
    if (any) {
        return;
    }
    if (searched_.empty()) {
        empty_->say(
            look::Level::off, tr("Search the whole record."),
            tr("Type an id, a name, an amount with its currency, or words that you remember, and press Enter."));
    } else if (looking_) {
        empty_->say(look::Level::standby, tr("Looking …"), tr("The newest entries come first."));
    } else {
        empty_->say(look::Level::off, more_left_ ? tr("Nothing found so far.") : tr("Nothing in the record fits."),
                    more_left_ ? tr("Look further back, or say it in other words.")
                               : tr("Try fewer or other words. The question mark shows what can be typed."));
    }
}

std::optional<domain::AgentId> SearchView::current_agent() const {
    return models::feed::agent_at(model_, table_->currentIndex());
}

std::optional<domain::TransactionKey> SearchView::current_order() const {
    return models::feed::order_at(model_, table_->currentIndex());
}

void SearchView::open_row(const QModelIndex& index) {
    if (const auto order = models::feed::order_at(model_, index)) {
        Q_EMIT opened(*order);
    }
}

} // namespace ui::history
