// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_queue [CASES]: the inbox in a flood. How long its model takes to take in all open cases, to merge new ones, to
// change cases in place, to be arranged in another order, to unfold a group, to be narrowed by a condition, and to
// let a second pass. 50,000 cases by default, of which half are alike. Prints milliseconds of the processor; nothing is
// asserted.

#include "models/queue/queue_model.h"

#include <QCoreApplication>

#include <cstdio>
#include <ctime>
#include <functional>
#include <random>
#include <string>

using namespace models::queue;

namespace {

std::mt19937 engine(42);

ports::CaseRow drawn(int number) {
    ports::CaseRow row;
    row.key = {domain::SourceId("feed"), domain::TransactionId("TX-" + std::to_string(number))};
    row.tier = static_cast<domain::Tier>(1 + engine() % 3);
    const bool flood = engine() % 2 == 0;
    row.agent = domain::AgentId("bot-" + std::to_string(flood ? engine() % 10 : engine() % 5'000));
    row.counterpart = domain::UntrustedText("Supplier " + std::to_string(engine() % 300));
    row.purpose = domain::UntrustedText("a pump and its seals");
    row.gross = {static_cast<std::int64_t>(engine() % 5'000'000), domain::Currency::from_code("EUR").value()};
    row.codes = {flood ? "over_contract_price" : "new_payee"};
    row.opened = base::Instant(std::chrono::seconds(1'772'000'000 + number));
    row.expires = row.opened + std::chrono::hours(1 + engine() % 48);
    return row;
}

void time(const char* what, const std::function<void()>& work) {
    const std::clock_t before = std::clock();
    work();
    std::printf("%-58s %10.2f ms\n", what, static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::stoi(argv[1]) : 50'000;
    std::vector<ports::CaseRow> cases;
    for (int i = 0; i < count; ++i) {
        cases.push_back(drawn(i));
    }
    QueueModel model({[](const ports::CaseRow&) { return QString(); }, {}});
    std::printf("%d open cases\n", count);
    time("all open cases at once", [&] { model.set_cases(cases); });
    int next = count;
    const auto fresh = [&](int of) {
        ports::CaseChanges changes;
        for (int i = 0; i < of; ++i) {
            changes.changed.push_back(drawn(next++));
        }
        return changes;
    };
    time("300 new ones arrive while nobody holds the list", [&] { model.apply(fresh(300)); });
    time("and are shown", [&] { model.show_new(); });
    model.hold_new_back(true);
    time("300 new ones arrive and wait", [&] { model.apply(fresh(300)); });
    time("300 known ones change", [&] {
        ports::CaseChanges changes;
        for (int i = 0; i < 300; ++i) {
            changes.changed.push_back(cases[static_cast<std::size_t>(i) * 97 % cases.size()]);
            changes.changed.back().state = ports::CaseState::decided;
        }
        model.apply(changes);
    });
    time("the waiting ones are shown", [&] { model.show_new(); });
    time("how many came in ten minutes, 100 times", [&] {
        int sum = 0;
        for (int i = 0; i < 100; ++i) {
            sum += model.opened_since(cases.front().opened);
        }
        std::printf("(%d) ", sum / 100);
    });
    time("another order", [&] { model.set_order(Order::deadline); });
    time("a second passes", [&] { model.tick(); });
    int group = 0;
    while (group < model.rowCount() && model.group_at(group) == nullptr) {
        ++group;
    }
    if (group < model.rowCount()) {
        std::printf("(%d in the group) ", model.group_at(group)->count);
        time("a group is unfolded", [&] { model.toggle_group(group); });
        time("and folded", [&] { model.toggle_group(group); });
    }
    return 0;
}
