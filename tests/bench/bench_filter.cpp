// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_filter [ROWS]: expressions of the filter bar over the live table against filters written by hand for the same
// question, in one run on one machine; and against QSortFilterProxyModel over the same cells. A million rows by
// default. Prints times and ratios; nothing is asserted but that all agree.

#include "models/feed/feed_language.h"
#include "models/feed/feed_rows.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace models;
using ledger::Row;
using ledger::Store;

namespace {

void fill(Store& store, Row rows) {
    std::mt19937 engine(42);
    const auto euro = domain::Currency::from_code("EUR").value();
    const auto pound = domain::Currency::from_code("GBP").value();
    for (Row i = 0; i < rows; ++i) {
        const auto chance = static_cast<std::int64_t>(engine());
        ports::FeedRow row;
        row.index = i;
        row.sequence = i + 1;
        row.type = static_cast<domain::EventType>(1 + chance % domain::event_type_count);
        row.time = base::Instant(base::Microseconds(1'772'000'000'000'000 + i * 1'000LL + chance % 900));
        row.received = row.time;
        row.agent = domain::AgentId("agent-" + std::to_string(chance % 300));
        row.transaction = domain::TransactionId("TX-" + std::to_string(100'000 + i / 4));
        row.version = 1;
        row.amount = domain::Money{chance % 5'000'000, chance % 7 == 0 ? pound : euro};
        row.tier = static_cast<domain::Tier>(chance % 5);
        row.counterpart = domain::UntrustedText("Supplier and Sons, house " + std::to_string(chance % 200));
        row.source = domain::SourceId("feed");
        row.summary = domain::UntrustedText(chance % 5 == 0 ? "a pump and its seals" : "paper");
        feed::append(store, row);
    }
}

double best_of(int times, const std::function<void()>& work) {
    double best = 1e12;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

struct Question {
    const char* expression;
    ledger::Filter by_hand;
};

/// The same questions in the conditions of the store, and as loops where it has none.
std::vector<Question> questions() {
    using ledger::Matches;
    namespace kept = feed::kept;
    const auto dear = [](const Store& store, Row row) {
        const std::int64_t minor = store.number(row, kept::minor);
        return minor != ledger::nothing && minor > 1'000'000 && store.text(row, kept::currency) == "EUR";
    };
    const auto held = [](const Store& store, Row row) {
        return store.number(row, kept::type) == static_cast<std::int64_t>(domain::EventType::transaction_held);
    };
    const auto later = [](const Store& store, Row row) {
        return store.number(row, kept::sequence) > store.number(row, kept::index) + store.number(row, kept::version);
    };
    return {
        {"tier >= sign_off", {ledger::Between{kept::tier, 2, 4}}},
        {"agent.contains(\"agent-1\")", {ledger::Contains{kept::agent, "agent-1"}}},
        {"agent == \"agent-17\"", {ledger::OneOf{kept::agent, {"agent-17"}}}},
        {"entry >= 1000 && entry < 900000", {ledger::Between{kept::index, 1'000, 899'999}}},
        {"amount > money(\"10000.00 EUR\")", {Matches{dear}}},
        {"event == \"transaction.held\"", {Matches{held}}},
        {"tier >= sign_off && amount > money(\"10000.00 EUR\") && agent.contains(\"agent-1\")",
         {ledger::Between{kept::tier, 2, 4}, ledger::Contains{kept::agent, "agent-1"}, Matches{dear}}},
        {"words.contains(\"pump\")", {ledger::Contains{kept::summary, "pump"}}},
        {"sequence > entry + version", {Matches{later}}},
    };
}

class CellModel final : public QAbstractTableModel {
public:
    explicit CellModel(const Store& store)
        : store_(store) {}
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(store_.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (role != Qt::DisplayRole) {
            return {};
        }
        const auto text = store_.text(static_cast<Row>(index.row()), feed::kept::agent);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }

private:
    const Store& store_;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const Row rows = argc > 1 ? static_cast<Row>(std::stoul(argv[1])) : 1'000'000;
    Store store(feed::feed_columns(), rows);
    fill(store, rows);
    const ledger::Columns columns = feed::feed_language({[](feed::Column) { return QString(); },
                                                         [](std::optional<domain::EventType>) { return QString(); },
                                                         [](domain::Tier) { return QString(); }},
                                                        {});
    ledger::Arrangement arrangement(store);
    std::printf("%u rows; milliseconds            expression    by hand      ratio        rows\n", rows);
    bool agreed = true;
    double first = 0;
    for (const Question& question : questions()) {
        const auto reading = columns.language->read(question.expression, {});
        if (!reading.ok()) {
            std::printf("%s: %s\n", question.expression, cel::describe(reading.problems.front()).c_str());
            return 1;
        }
        const ledger::Condition condition = columns.condition(reading.expression, filter::Shown::passing);
        const double ours = best_of(3, [&] { arrangement.set_filter({condition}); });
        const Row passing = arrangement.size();
        const double by_hand = best_of(3, [&] { arrangement.set_filter(question.by_hand); });
        agreed = agreed && passing == arrangement.size();
        std::printf("%s\n%42.2f %10.2f %10.2f %11u%s\n", question.expression, ours, by_hand, ours / by_hand, passing,
                    passing == arrangement.size() ? "" : "  DIFFERENT ROWS");
        std::fflush(stdout);
        first = std::string_view(question.expression).starts_with("agent.contains") ? ours : first;
    }
    CellModel cells(store);
    QSortFilterProxyModel proxy;
    proxy.setFilterCaseSensitivity(Qt::CaseSensitive);
    proxy.setFilterFixedString(QStringLiteral("agent-1"));
    const double theirs = best_of(1, [&] {
        proxy.setSourceModel(&cells);
        static_cast<void>(proxy.rowCount());
    });
    std::printf("first filter, agent contains agent-1: expression %.2f ms, QSortFilterProxyModel %.2f ms, ratio %.1f "
                "(wanted: at least 100)\n",
                first, theirs, theirs / first);
    return agreed ? 0 : 1;
}
