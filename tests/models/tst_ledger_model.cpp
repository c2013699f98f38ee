// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/ledger_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace models::ledger;

namespace {

enum Column { serial, amount, agent, note };

/// A row as a plain value, and the plain way to do what the ledger does.
struct Plain {
    std::int64_t serial = 0;
    std::int64_t amount = 0;
    std::string agent;
    std::string note;
};

std::vector<Kind> kinds() {
    return {Kind::number, Kind::number, Kind::word, Kind::text};
}

Cells cells() {
    Cells cells;
    cells.columns = 4;
    cells.header = [](int column, int role) {
        return role == Qt::DisplayRole ? QVariant(QString::number(column)) : QVariant();
    };
    cells.cell = [](const Store& store, Row row, int column, int role) -> QVariant {
        if (role != Qt::DisplayRole) {
            return {};
        }
        if (store.kind(column) == Kind::number) {
            const std::int64_t value = store.number(row, column);
            return value == nothing ? QVariant() : QVariant(static_cast<qlonglong>(value));
        }
        const std::string_view text = store.text(row, column);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    };
    cells.sort = [](int column, bool descending) { return std::vector<Sort>{{column, descending}}; };
    return cells;
}

void put(Store& store, const Plain& row) {
    store.add().number(row.serial).number(row.amount).text(row.agent).text(row.note);
}

/// Repeatable rows with few agents, many equal amounts, some without one, and some at the ends of what fits.
class Maker {
public:
    explicit Maker(unsigned seed)
        : engine_(seed) {}
    Plain next() {
        Plain row;
        row.serial = serial_++;
        switch (pick(12)) {
        case 0: row.amount = nothing; break;
        case 1: row.amount = std::numeric_limits<std::int64_t>::max(); break;
        case 2: row.amount = nothing + 1; break;
        default: row.amount = static_cast<std::int64_t>(pick(50)) - 25;
        }
        row.agent = (pick(2) == 0 ? "Bot-" : "bot-") + std::to_string(pick(9));
        row.note = std::string(pick(4), 'x') + std::to_string(pick(100));
        return row;
    }
    unsigned pick(unsigned below) { return static_cast<unsigned>(engine_() % below); }

private:
    std::mt19937 engine_;
    std::int64_t serial_ = 0;
};

int compared(const Plain& left, const Plain& right, int column) {
    const auto order = [](auto a, auto b) { return a < b ? -1 : (b < a ? 1 : 0); };
    switch (column) {
    case serial: return order(left.serial, right.serial);
    case amount: return order(left.amount, right.amount);
    case agent: return before(left.agent, right.agent) ? -1 : (before(right.agent, left.agent) ? 1 : 0);
    default: return before(left.note, right.note) ? -1 : (before(right.note, left.note) ? 1 : 0);
    }
}

bool passes(const Plain& row, const Filter& filter) {
    return std::all_of(filter.begin(), filter.end(), [&](const Condition& condition) {
        if (const auto* between = std::get_if<Between>(&condition)) {
            const std::int64_t value = between->column == serial ? row.serial : row.amount;
            return value != nothing && value >= between->least && value <= between->most;
        }
        if (const auto* one_of = std::get_if<OneOf>(&condition)) {
            return std::count(one_of->texts.begin(), one_of->texts.end(), row.agent) > 0;
        }
        if (const auto* part = std::get_if<Contains>(&condition)) {
            return contains(part->column == agent ? row.agent : row.note, part->part);
        }
        return row.serial % 3 != 0;
    });
}

std::vector<std::int64_t> expected(const std::vector<Plain>& kept, const Filter& filter,
                                   const std::vector<Sort>& keys) {
    std::vector<Plain> rows;
    std::copy_if(kept.begin(), kept.end(), std::back_inserter(rows),
                 [&](const Plain& row) { return passes(row, filter); });
    std::stable_sort(rows.begin(), rows.end(), [&](const Plain& left, const Plain& right) {
        for (const Sort& key : keys) {
            const int result = compared(left, right, key.column);
            if (result != 0) {
                return key.descending ? result > 0 : result < 0;
            }
        }
        return false;
    });
    std::vector<std::int64_t> serials;
    std::transform(rows.begin(), rows.end(), std::back_inserter(serials), [](const Plain& row) { return row.serial; });
    return serials;
}

std::vector<std::int64_t> shown(const LedgerModel& model) {
    std::vector<std::int64_t> serials;
    for (int row = 0; row < model.rowCount(); ++row) {
        serials.push_back(model.data(model.index(row, serial), Qt::DisplayRole).toLongLong());
    }
    return serials;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<models::ledger::Sort>)
Q_DECLARE_METATYPE(models::ledger::Filter)

class TestLedgerModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void is_what_plain_sorting_and_filtering_give_data() {
        QTest::addColumn<std::vector<Sort>>("keys");
        QTest::addColumn<Filter>("filter");
        const Matches expression{[](const Store& store, Row row) { return store.number(row, serial) % 3 != 0; }};
        QTest::newRow("as they come") << std::vector<Sort>{} << Filter{};
        QTest::newRow("the newest first") << std::vector<Sort>{{serial, true}} << Filter{};
        QTest::newRow("by amount, equal ones as they came") << std::vector<Sort>{{amount, false}} << Filter{};
        QTest::newRow("by amount downwards") << std::vector<Sort>{{amount, true}} << Filter{};
        QTest::newRow("by agent, then amount downwards")
            << std::vector<Sort>{{agent, false}, {amount, true}} << Filter{};
        QTest::newRow("by words that do not repeat") << std::vector<Sort>{{note, true}, {amount, false}} << Filter{};
        QTest::newRow("a range of amounts") << std::vector<Sort>{} << Filter{Between{amount, -5, 5}};
        QTest::newRow("a range that nothing is in")
            << std::vector<Sort>{{agent, false}} << Filter{Between{amount, 99, 100}};
        QTest::newRow("a range up to the greatest number, sorted")
            << std::vector<Sort>{{amount, true}} << Filter{Between{amount, 20}};
        QTest::newRow("some agents, sorted by amount")
            << std::vector<Sort>{{amount, false}} << Filter{OneOf{agent, {"bot-3", "Bot-4"}}};
        QTest::newRow("part of an agent's name, in any case") << std::vector<Sort>{} << Filter{Contains{agent, "OT-1"}};
        QTest::newRow("an expression, a range and a part together")
            << std::vector<Sort>{{agent, true}} << Filter{expression, Between{amount, -20, 20}, Contains{note, "x"}};
    }
    void is_what_plain_sorting_and_filtering_give() {
        QFETCH(std::vector<Sort>, keys);
        QFETCH(Filter, filter);
        LedgerModel model(kinds(), 3000, cells());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Maker maker(7);
        std::vector<Plain> all;
        const auto add = [&](unsigned count) {
            model.add([&](Store& store) {
                for (unsigned i = 0; i < count; ++i) {
                    all.push_back(maker.next());
                    put(store, all.back());
                }
            });
            all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(model.kept()));
        };
        add(500);
        model.set_filter(filter);
        model.set_order(keys);
        QCOMPARE(shown(model), expected(all, filter, keys));
        for (const unsigned count : {1U, 300U, 0U, 2500U, 7U, 900U, 64U, 5000U, 3U}) {
            add(count);
            QVERIFY(model.kept() <= 3000 + 64 + 128);
            QCOMPARE(shown(model), expected(all, filter, keys));
        }
        model.set_order({{serial, true}});
        QCOMPARE(shown(model), expected(all, filter, {{serial, true}}));
        model.set_order({});
        model.set_filter({});
        QCOMPARE(shown(model), expected(all, {}, {}));
    }

    void sorts_many_rows_by_their_keys() {
        LedgerModel model(kinds(), 50'000, cells());
        Maker maker(3);
        std::vector<Plain> all;
        model.add([&](Store& store) {
            for (int i = 0; i < 20'000; ++i) {
                all.push_back(maker.next());
                put(store, all.back());
            }
        });
        for (const std::vector<Sort>& keys :
             {std::vector<Sort>{{amount, true}}, std::vector<Sort>{{agent, false}, {amount, false}}}) {
            model.set_order(keys);
            QCOMPARE(shown(model), expected(all, {}, keys));
        }
    }

    void a_selection_stays_on_its_row() {
        LedgerModel model(kinds(), 1000, cells());
        Maker maker(5);
        model.add([&](Store& store) {
            for (int i = 0; i < 600; ++i) {
                put(store, maker.next());
            }
        });
        model.set_order({{amount, false}});
        QList<QPersistentModelIndex> kept;
        QList<qlonglong> serials;
        for (const int row : {0, 17, 300, 599}) {
            kept.append(QPersistentModelIndex(model.index(row, serial)));
            serials.append(kept.back().data().toLongLong());
        }
        for (int turn = 0; turn < 12; ++turn) {
            model.add([&](Store& store) {
                for (int i = 0; i < 50; ++i) {
                    put(store, maker.next());
                }
            });
        }
        model.set_order({{agent, true}});
        int alive = 0;
        for (qsizetype i = 0; i < kept.size(); ++i) {
            if (kept[i].isValid()) {
                ++alive;
                QCOMPARE(kept[i].data().toLongLong(), serials[i]);
            } else {
                QVERIFY(serials[i] < 1200 - static_cast<qlonglong>(model.kept()));
            }
        }
        QVERIFY(alive > 0);
    }

    void scattered_rows_are_told_with_two_signals() {
        LedgerModel model(kinds(), 10'000, cells());
        Maker maker(9);
        const auto add = [&](int count) {
            model.add([&](Store& store) {
                for (int i = 0; i < count; ++i) {
                    put(store, maker.next());
                }
            });
        };
        add(5000);
        model.set_order({{amount, false}});
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        add(300);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(moved.count(), 1);
        model.set_order({{serial, true}});
        add(300); // all of them go before the others
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(moved.count(), 2);
    }

    void words_go_with_the_rows_that_held_them() {
        Store store({Kind::word}, 1024);
        for (int i = 0; i < 100'000; ++i) {
            store.add().text("an agent that came only once, number " + std::to_string(i));
            store.drop();
        }
        QVERIFY(store.size() < 1100);
        QCOMPARE(store.text(store.size() - 1, 0), std::string_view("an agent that came only once, number 99999"));
        QVERIFY2(store.bytes() < 400'000, qPrintable(QString::number(store.bytes())));
    }

    void outside_bytes_come_back_as_they_were() {
        Store store({Kind::word, Kind::text}, 100);
        const std::string odd("\xFF\x00\xE2\x80\xAE<b>", 8);
        store.add().text(odd).text("");
        store.add().text("").text(odd);
        QCOMPARE(store.text(0, 0), std::string_view(odd));
        QCOMPARE(store.text(0, 1), std::string_view());
        QCOMPARE(store.text(1, 1), std::string_view(odd));
    }
};

QTEST_GUILESS_MAIN(TestLedgerModel)
#include "tst_ledger_model.moc"
