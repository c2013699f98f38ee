// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_model.h"

#include "app/text/safe_text.h"
#include "models/feed/feed_rows.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace models::feed {

namespace {

bool is_number(Column column) {
    return column == Column::amount || column == Column::index || column == Column::sequence ||
           column == Column::version;
}

int alignment_of(Column column) {
    return static_cast<int>(Qt::AlignVCenter |
                            (is_number(column) ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeading));
}

/// Amounts only compare within their currency.
std::vector<ledger::Sort> order_of(int column, bool descending) {
    const auto by = [&](int kept_column) { return std::vector<ledger::Sort>{{kept_column, descending}}; };
    switch (static_cast<Column>(column)) {
    case Column::time: return by(kept::time);
    case Column::event: return by(kept::type);
    case Column::agent: return by(kept::agent);
    case Column::counterpart: return by(kept::counterpart);
    case Column::transaction: return by(kept::transaction);
    case Column::amount: return {{kept::currency, false}, {kept::minor, descending}};
    case Column::tier: return by(kept::tier);
    case Column::ours: return by(kept::ours);
    case Column::category: return by(kept::category);
    case Column::summary: return by(kept::summary);
    case Column::received: return by(kept::received);
    case Column::index: return by(kept::index);
    case Column::sequence: return by(kept::sequence);
    case Column::source: return by(kept::source);
    case Column::version: return by(kept::version);
    }
    return {};
}

template <class Enum>
std::optional<Enum> value_at(const ledger::Store& store, ledger::Row row, int column) {
    const std::int64_t value = store.number(row, column);
    return value == ledger::nothing ? std::nullopt : std::optional(static_cast<Enum>(value));
}

std::optional<domain::Money> money_at(const ledger::Store& store, ledger::Row row) {
    const std::int64_t minor = store.number(row, kept::minor);
    if (minor == ledger::nothing) {
        return std::nullopt;
    }
    const auto currency = domain::Currency::from_code(store.text(row, kept::currency));
    return domain::Money{minor, currency ? currency.value() : domain::Currency()};
}

base::Instant instant_at(const ledger::Store& store, ledger::Row row, int column) {
    return base::Instant(base::Microseconds(store.number(row, column)));
}

} // namespace

FeedModel::FeedModel(Words words, const text::Formats& formats, Window window, QObject* parent)
    : QObject(parent)
    , words_(std::move(words))
    , formats_(formats)
    , window_(window)
    , table_(feed_columns(), window.rows, cells()) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &FeedModel::take_turn);
    tiers_timer_.setSingleShot(true);
    connect(&tiers_timer_, &QTimer::timeout, this, &FeedModel::take_tiers);
}

void FeedModel::add(std::shared_ptr<const ports::FeedBatch> batch) {
    const auto& rows = batch->rows;
    const auto first = std::find_if(rows.begin(), rows.end(), [this](const auto& row) { return row.index > newest_; });
    if (first == rows.end()) {
        return;
    }
    newest_ = rows.back().index;
    waiting_ += static_cast<std::size_t>(rows.end() - first);
    if (!torn_) {
        queued_.push_back({std::move(batch), static_cast<std::size_t>(first - rows.begin())});
        drop_beyond_window();
    }
    if (paused_ || torn_) {
        Q_EMIT waiting_changed();
    } else if (!timer_.isActive()) {
        wait_for_turn();
    }
}

void FeedModel::add(const ports::OwnTiers& tiers) {
    for (const ports::OwnTier& one : tiers) {
        tiers_[one.order] = one.tier;
    }
    while (tiers_.size() > window_.rows) {
        tiers_.erase(tiers_.begin());
    }
    if (!tiers_.empty() && !tiers_timer_.isActive()) {
        tiers_timer_.start(window_.calm);
    }
}

/// What has its row is written into it; what is older than the window goes, what is newer waits.
void FeedModel::take_tiers() {
    if (paused_ && !table_.arrangement().filter().empty()) {
        return; // rows could come in
    }
    std::vector<std::pair<ledger::Row, std::int64_t>> numbers;
    const std::uint64_t newest =
        table_.kept() == 0 ? 0 : static_cast<std::uint64_t>(table_.store().number(table_.kept() - 1, kept::index));
    for (auto one = tiers_.begin(); one != tiers_.end() && one->first <= newest; one = tiers_.erase(one)) {
        if (const auto row = place_of(one->first)) {
            numbers.emplace_back(*row, static_cast<std::int64_t>(one->second));
        }
    }
    table_.set_numbers(kept::ours, numbers, static_cast<int>(Column::ours));
}

/// The first news after a pause is shown at once, further news when the interval is over.
void FeedModel::wait_for_turn() {
    const qint64 interval = window_.interval.count();
    const qint64 since = since_turn_.isValid() ? since_turn_.elapsed() : interval;
    timer_.start(static_cast<int>(std::max<qint64>(0, interval - since)));
}

/// What would leave the window before anybody saw it need not be kept.
void FeedModel::drop_beyond_window() {
    while (queued_.size() > 1) {
        const std::size_t oldest = queued_.front().batch->rows.size() - queued_.front().offset;
        if (waiting_ - oldest < window_.rows) {
            return;
        }
        waiting_ -= oldest;
        passed_by_ += oldest;
        queued_.pop_front();
    }
}

void FeedModel::set_paused(bool paused) {
    if (paused_ == paused) {
        return;
    }
    paused_ = paused;
    if (!paused_) {
        add(ports::OwnTiers());
    }
    if (!paused_ && !queued_.empty()) {
        wait_for_turn();
    }
    Q_EMIT waiting_changed();
}

/// The oldest rows that wait, at least one batch, at most as many as fit into the slice of time.
void FeedModel::take_turn() {
    if (paused_ || queued_.empty()) {
        return;
    }
    QElapsedTimer spent;
    spent.start();
    std::size_t count = 0;
    table_.add([&](ledger::Store& store) {
        do {
            const Waiting front = std::move(queued_.front());
            queued_.pop_front();
            for (std::size_t offset = front.offset; offset < front.batch->rows.size(); ++offset) {
                append(store, front.batch->rows[offset]);
                ++count;
            }
            newest_read_ = front.batch->newest_read;
        } while (!queued_.empty() && spent.elapsed() < window_.slice.count());
    });
    waiting_ -= count;
    since_turn_.start();
    if (!tiers_.empty() && !tiers_timer_.isActive()) {
        add(ports::OwnTiers()); // some waited for these rows
    }
    if (!queued_.empty()) {
        wait_for_turn();
    }
    Q_EMIT shown(count, newest_read_);
    Q_EMIT waiting_changed();
}

void FeedModel::add_history(const ports::FeedPage& page) {
    const std::uint64_t queued =
        queued_.empty() ? UINT64_MAX : queued_.front().batch->rows[queued_.front().offset].index;
    const std::uint64_t first = oldest().value_or(queued);
    std::vector<ports::FeedRow> rows;
    for (auto row = page.rows.rbegin(); row != page.rows.rend(); ++row) {
        if (row->index < first) {
            rows.push_back(*row);
        }
    }
    if (rows.empty()) {
        return;
    }
    const ledger::Store& store = table_.store();
    const std::size_t room = window_.rows - std::min<std::size_t>(window_.rows, rows.size());
    const auto staying = static_cast<ledger::Row>(std::min<std::size_t>(store.size(), room));
    if (staying < store.size()) {
        torn_ = true;
        waiting_ += store.size() - staying;
        queued_.clear();
    }
    newest_ = std::max(newest_, rows.back().index);
    for (ledger::Row row = 0; row < staying; ++row) {
        rows.push_back(feed_row(store, row));
    }
    if (store.size() > 0) {
        table_.clear();
    }
    table_.add([&rows](ledger::Store& filled) {
        for (const ports::FeedRow& row : rows) {
            append(filled, row);
        }
    });
    Q_EMIT waiting_changed();
}

void FeedModel::restart() {
    table_.clear();
    queued_.clear();
    waiting_ = 0;
    newest_ = 0;
    tiers_.clear();
    torn_ = false;
    Q_EMIT waiting_changed();
}

ports::FeedRow FeedModel::row_at(int row) const {
    return feed_row(table_.store(), table_.arrangement().at(static_cast<ledger::Row>(row)));
}

std::optional<domain::Tier> FeedModel::tier_at(int row) const {
    return value_at<domain::Tier>(table_.store(), table_.arrangement().at(static_cast<ledger::Row>(row)), kept::tier);
}

std::optional<domain::Money> FeedModel::amount_at(int row) const {
    return money_at(table_.store(), table_.arrangement().at(static_cast<ledger::Row>(row)));
}

std::optional<std::uint64_t> FeedModel::oldest() const {
    const ledger::Store& store = table_.store();
    return store.size() == 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(store.number(0, kept::index)));
}

std::optional<domain::Tier> FeedModel::ours_at(int row) const {
    return value_at<domain::Tier>(table_.store(), table_.arrangement().at(static_cast<ledger::Row>(row)), kept::ours);
}

/// Rows stand in the store in rising order of index.
std::optional<ledger::Row> FeedModel::place_of(std::uint64_t index) const {
    const ledger::Store& store = table_.store();
    ledger::Row low = 0;
    ledger::Row high = store.size();
    while (low < high) {
        const ledger::Row middle = low + (high - low) / 2;
        if (static_cast<std::uint64_t>(store.number(middle, kept::index)) < index) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == store.size() || static_cast<std::uint64_t>(store.number(low, kept::index)) != index) {
        return std::nullopt;
    }
    return low;
}

std::optional<int> FeedModel::position_of(std::uint64_t index) const {
    const auto row = place_of(index);
    const auto place = row ? table_.arrangement().position_of(*row) : std::nullopt;
    return place ? std::optional(static_cast<int>(*place)) : std::nullopt;
}

ledger::Cells FeedModel::cells() const {
    ledger::Cells cells;
    cells.columns = column_count;
    cells.header = [this](int column, int role) -> QVariant {
        if (role == Qt::DisplayRole) {
            return words_.header(static_cast<Column>(column));
        }
        return role == Qt::TextAlignmentRole ? QVariant(alignment_of(static_cast<Column>(column))) : QVariant();
    };
    cells.cell = [this](const ledger::Store& store, ledger::Row row, int column, int role) {
        return cell(store, row, static_cast<Column>(column), role);
    };
    cells.sort = order_of;
    return cells;
}

QVariant FeedModel::cell(const ledger::Store& store, ledger::Row row, Column column, int role) const {
    const auto number = [&](int kept_column) {
        const std::int64_t value = store.number(row, kept_column);
        return value == ledger::nothing ? QVariant() : QVariant(static_cast<qlonglong>(value));
    };
    switch (role) {
    case Qt::DisplayRole: return text(store, row, column);
    case Qt::TextAlignmentRole: return alignment_of(column);
    case index_role: return number(kept::index);
    case tier_role: return number(kept::tier);
    case type_role: return number(kept::type);
    case money_role: return number(kept::minor);
    default: return {};
    }
}

QString FeedModel::text(const ledger::Store& store, ledger::Row row, Column column) const {
    const auto time = [&](base::Instant instant) {
        return days_ ? formats_.date_time(instant) : formats_.time(instant);
    };
    const auto safe = [&](int kept_column) { return text::safe(store.text(row, kept_column)).qstring(); };
    switch (column) {
    case Column::time: return time(instant_at(store, row, kept::time));
    case Column::event: return words_.event(value_at<domain::EventType>(store, row, kept::type));
    case Column::agent: return safe(kept::agent);
    case Column::counterpart: return safe(kept::counterpart);
    case Column::transaction: return safe(kept::transaction);
    case Column::amount: {
        const auto amount = money_at(store, row);
        return amount ? formats_.money(*amount) : QString();
    }
    case Column::tier: {
        const auto tier = value_at<domain::Tier>(store, row, kept::tier);
        return tier ? words_.tier(*tier) : QString();
    }
    case Column::ours: {
        const auto tier = value_at<domain::Tier>(store, row, kept::ours);
        return tier ? words_.tier(*tier) : QString();
    }
    case Column::category: return safe(kept::category);
    case Column::summary: return safe(kept::summary);
    case Column::received: return time(instant_at(store, row, kept::received));
    case Column::index: return formats_.number(store.number(row, kept::index));
    case Column::sequence: return formats_.number(store.number(row, kept::sequence));
    case Column::source: return safe(kept::source);
    case Column::version: {
        const std::int64_t version = store.number(row, kept::version);
        return version == 0 ? QString() : formats_.number(version);
    }
    }
    return {};
}

} // namespace models::feed
