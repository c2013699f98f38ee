// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_ledger [ROWS]: the core of long tables against what Qt brings, in one run on one machine: numeric sort, first
// filter and 300 rows into a sorted and filtered view against QSortFilterProxyModel over the same cells, and memory per
// row against QSqlTableModel over the same columns. A million rows by default. Prints times and ratios; nothing is
// asserted, and views are not attached.

#include "models/ledger/ledger_model.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSortFilterProxyModel>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlTableModel>

#include <cstdio>
#include <functional>
#include <memory>
#include <random>
#include <string>

#include <malloc.h>

using namespace models::ledger;

namespace {

enum Column {
    index_column,
    time_column,
    agent_column,
    type_column,
    counterpart_column,
    order_column,
    amount_column,
    currency_column,
    tier_column,
    columns
};

/// The columns of the live table that are sorted and filtered: repeatable, a few hundred agents, an order per four
/// events.
struct Event {
    std::int64_t index;
    std::int64_t time;
    std::string agent;
    std::int64_t type;
    std::string counterpart;
    std::string order;
    std::int64_t amount;
    std::string currency;
    std::int64_t tier;
};

class Feed {
public:
    Event next() {
        const std::int64_t index = index_++;
        const auto chance = static_cast<std::int64_t>(engine_());
        return {index,
                1'772'000'000'000'000 + index * 1'000 + chance % 900,
                "agent-" + std::to_string(chance % 300),
                1 + chance % 39,
                "Supplier and Sons, house " + std::to_string(chance % 200),
                "TX-" + std::to_string(100'000 + index / 4),
                chance % 5'000'000,
                chance % 7 == 0 ? "GBP" : "EUR",
                chance % 5};
    }

private:
    std::mt19937 engine_{42};
    std::int64_t index_ = 0;
};

void put(Store& store, const Event& event) {
    store.add()
        .number(event.index)
        .number(event.time)
        .text(event.agent)
        .number(event.type)
        .text(event.counterpart)
        .text(event.order)
        .number(event.amount)
        .text(event.currency)
        .number(event.tier);
}

QVariant cell(const Store& store, Row row, int column, int role) {
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (store.kind(column) == Kind::number) {
        return static_cast<qlonglong>(store.number(row, column));
    }
    const std::string_view text = store.text(row, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::unique_ptr<LedgerModel> ledger_of(Row rows) {
    Cells cells;
    cells.columns = columns;
    cells.header = [](int, int) { return QVariant(); };
    cells.cell = cell;
    return std::make_unique<LedgerModel>(std::vector<Kind>{Kind::number, Kind::number, Kind::word, Kind::number,
                                                           Kind::word, Kind::text, Kind::number, Kind::word,
                                                           Kind::number},
                                         rows + rows / 10, std::move(cells));
}

double milliseconds(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

std::size_t allocated() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

void print(const char* what, double ours, double theirs, const char* unit, double wanted) {
    std::printf("%-44s %10.2f %10.2f %-3s ratio %8.1f (wanted: at least %.0f)\n", what, ours, theirs, unit,
                theirs / ours, wanted);
    std::fflush(stdout);
}

void compare_times(Row rows) {
    Feed feed;
    const auto ledger = ledger_of(rows);
    ledger->add([&](Store& store) {
        for (Row i = 0; i < rows; ++i) {
            put(store, feed.next());
        }
    });
    // The proxy stands on a second one, so that neither disturbs the other.
    Feed same;
    const auto source = ledger_of(rows);
    source->add([&](Store& store) {
        for (Row i = 0; i < rows; ++i) {
            put(store, same.next());
        }
    });
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(source.get());
    const double our_filter = milliseconds([&] { ledger->set_filter({Contains{agent_column, "agent-1"}}); });
    ledger->set_filter({});
    const double our_sort = milliseconds([&] { ledger->set_order({{amount_column, false}}); });
    const double their_sort = milliseconds([&] { proxy.sort(amount_column); });
    print("numeric sort", our_sort, their_sort, "ms", 20);

    // Kindest to Qt: the filter is there before any row is mapped; put on sorted rows it takes minutes.
    QSortFilterProxyModel filtered;
    filtered.setFilterKeyColumn(agent_column);
    filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    filtered.setFilterFixedString(QStringLiteral("agent-1"));
    ledger->set_filter({Contains{agent_column, "agent-1"}});
    const double their_filter = milliseconds([&] {
        filtered.setSourceModel(source.get());
        static_cast<void>(filtered.rowCount());
    });
    print("first filter", our_filter, their_filter, "ms", 100);
    if (ledger->rowCount() != filtered.rowCount()) {
        std::printf("DIFFERENT ROWS: %d and %d\n", ledger->rowCount(), filtered.rowCount());
    }
    proxy.setSourceModel(nullptr);
    filtered.sort(amount_column);

    const auto fill = [](Feed& from, LedgerModel& into) {
        return [&] {
            into.add([&](Store& store) {
                for (int i = 0; i < 300; ++i) {
                    put(store, from.next());
                }
            });
        };
    };
    double ours = 0;
    double theirs = 0;
    constexpr int times = 10;
    for (int i = 0; i < times; ++i) {
        ours += milliseconds(fill(feed, *ledger));
        theirs += milliseconds(fill(same, *source)); // tells the proxy, which merges
    }
    print("300 rows into the sorted and filtered view", ours / times, theirs / times, "ms", 50);
    if (ledger->rowCount() != filtered.rowCount()) {
        std::printf("DIFFERENT ROWS: %d and %d\n", ledger->rowCount(), filtered.rowCount());
    }
}

double ledger_bytes(Row rows) {
    Feed feed;
    const std::size_t before = allocated();
    const auto ledger = ledger_of(rows);
    ledger->add([&](Store& store) {
        for (Row i = 0; i < rows; ++i) {
            put(store, feed.next());
        }
    });
    return static_cast<double>(allocated() - before) / rows;
}

double table_bytes(Row rows) {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(QStringLiteral(":memory:"));
    if (!database.open()) {
        std::printf("no SQLite driver: %s\n", qPrintable(database.lastError().text()));
        return 0;
    }
    QSqlQuery query(database);
    query.exec(
        QStringLiteral("CREATE TABLE event (n INTEGER, time INTEGER, agent TEXT, type INTEGER, counterpart TEXT, "
                       "txn TEXT, amount INTEGER, currency TEXT, tier INTEGER)"));
    database.transaction();
    query.prepare(QStringLiteral("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    Feed feed;
    for (Row i = 0; i < rows; ++i) {
        const Event event = feed.next();
        const QVariant values[] = {static_cast<qlonglong>(event.index),       static_cast<qlonglong>(event.time),
                                   QString::fromStdString(event.agent),       static_cast<qlonglong>(event.type),
                                   QString::fromStdString(event.counterpart), QString::fromStdString(event.order),
                                   static_cast<qlonglong>(event.amount),      QString::fromStdString(event.currency),
                                   static_cast<qlonglong>(event.tier)};
        for (int column = 0; column < columns; ++column) {
            query.bindValue(column, values[column]);
        }
        query.exec();
    }
    database.commit();
    const std::size_t before = allocated();
    QSqlTableModel model(nullptr, database);
    model.setTable(QStringLiteral("event"));
    model.select();
    while (model.canFetchMore()) {
        model.fetchMore();
    }
    const double bytes = static_cast<double>(allocated() - before) / model.rowCount();
    return model.rowCount() == static_cast<int>(rows) ? bytes : 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const Row rows = argc > 1 ? static_cast<Row>(std::stoul(argv[1])) : 1'000'000;
    std::printf("%u rows                                            ours       Qt's\n", rows);
    const double ours = ledger_bytes(rows);
    const double theirs = table_bytes(rows);
    print("memory of a row", ours, theirs, "B", 20);
    compare_times(rows);
    return 0;
}
