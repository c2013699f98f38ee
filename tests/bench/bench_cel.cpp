// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a policy of 50 rules costs per transaction: compiled conditions over a row, without and with a trace, beside the
// same rules written in straightforward C++ over the same struct. Rounds take turns in one run; the table gives
// medians. Filling the row is part of the evaluator's side.
//
//   build/release/bin/bench_cel [rounds]
#include "app/cel/evaluator.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

namespace {

using cel::Kind;
using cel::Type;
using cel::Value;

constexpr std::size_t transaction_count = 20'000;

struct Line {
    std::string item;
    std::int64_t pieces = 0;
    domain::Money price;
};

struct Transaction {
    domain::Money gross, commitment, spent_today, spent_month, last_price;
    std::string kind, category, supplier, standing, agent, channel, cost_centre;
    std::int64_t orders_today = 0, supplier_orders = 0, duplicates = 0, term_months = 0;
    bool has_mandate = false, on_probation = false;
    std::vector<Line> lines;
};

domain::Money eur(std::int64_t minor) {
    return {minor, domain::Currency::from_code("EUR").value()};
}

Transaction transaction(std::size_t number) {
    const auto n = static_cast<std::int64_t>(number);
    static const char* const categories[] = {"office", "it", "travel", "catering", "tools"};
    static const char* const channels[] = {"api", "chat", "voice", "e_mail"};
    Transaction one;
    one.gross = eur(n * 7919 % 1'200'000);
    one.commitment = eur(n * 104'729 % 9'000'000);
    one.spent_today = eur(n * 31 % 700'000);
    one.spent_month = eur(n * 17 % 5'000'000);
    one.last_price = eur(n * 13 % 40'000 + 1);
    one.kind = n % 9 == 0 ? "renewal" : "purchase";
    one.category = categories[number % 5];
    one.supplier = "supplier-" + std::to_string(n % 300);
    one.standing = n % 40 == 0 ? "blocked" : "approved";
    one.agent = "agent-" + std::to_string(n % 40);
    one.channel = channels[number % 4];
    one.cost_centre = "CC-" + std::to_string(n % 90);
    one.orders_today = n % 60;
    one.supplier_orders = n % 25;
    one.duplicates = n % 50 == 0 ? 1 : 0;
    one.term_months = n % 9 == 0 ? 24 : 0;
    one.has_mandate = n % 33 != 0;
    one.on_probation = n % 20 == 0;
    for (std::size_t line = 0; line < 1 + number % 3; ++line) {
        one.lines.push_back(
            {"item-" + std::to_string(line), static_cast<std::int64_t>(line) + 1, eur(n * 11 % 50'000)});
    }
    return one;
}

/// One rule in both languages; `step` from 1 to 5 makes five rules of each.
struct Template {
    const char* condition; ///< with "$" for the step
    bool (*in_cpp)(const Transaction&, std::int64_t step);
};

std::string steps_text(std::int64_t step) {
    return std::to_string(step);
}

const Template templates[] = {
    {"gross > money('$000.00 EUR')",
     [](const Transaction& t, std::int64_t step) { return t.gross.minor > step * 100'000; }},
    {"commitment > money('$0000.00 EUR') && kind == 'renewal'",
     [](const Transaction& t, std::int64_t step) {
         return t.commitment.minor > step * 1'000'000 && t.kind == "renewal";
     }},
    {"spent_today + gross > money('$000.00 EUR')",
     [](const Transaction& t, std::int64_t step) { return t.spent_today.minor + t.gross.minor > step * 100'000; }},
    {"category in ['travel', 'catering'] && gross > money('$00.00 EUR')",
     [](const Transaction& t, std::int64_t step) {
         return (t.category == "travel" || t.category == "catering") && t.gross.minor > step * 10'000;
     }},
    {"standing == 'blocked' || (on_probation && orders_today > $)",
     [](const Transaction& t, std::int64_t step) {
         return t.standing == "blocked" || (t.on_probation && t.orders_today > step);
     }},
    {"!has_mandate && supplier_orders < $",
     [](const Transaction& t, std::int64_t step) { return !t.has_mandate && t.supplier_orders < step; }},
    {"lines.exists(l, l.price > last_price * $)",
     [](const Transaction& t, std::int64_t step) {
         return std::any_of(t.lines.begin(), t.lines.end(),
                            [&](const Line& line) { return line.price.minor > t.last_price.minor * step; });
     }},
    {"duplicates > 0 && spent_month > money('$000.00 EUR')",
     [](const Transaction& t, std::int64_t step) { return t.duplicates > 0 && t.spent_month.minor > step * 100'000; }},
    {"agent.startsWith('agent-$') && channel != 'api'",
     [](const Transaction& t, std::int64_t step) {
         static const std::string prefixes[] = {"", "agent-1", "agent-2", "agent-3", "agent-4", "agent-5"};
         return t.agent.starts_with(prefixes[step]) && t.channel != "api";
     }},
    {"channel == 'voice' ? gross > money('$0.00 EUR') : orders_today > $0",
     [](const Transaction& t, std::int64_t step) {
         return t.channel == "voice" ? t.gross.minor > step * 1'000 : t.orders_today > step * 10;
     }},
};

struct Policy {
    cel::Environment names;
    std::shared_ptr<const cel::RecordShape> shape;
    std::vector<cel::Program> rules;
};

Policy policy() {
    Policy all;
    all.shape = std::make_shared<const cel::RecordShape>(cel::RecordShape{
        "line", {{"item", Kind::string, {}}, {"pieces", Kind::integer, {}}, {"price", Kind::money, {}}}});
    for (const char* name : {"gross", "commitment", "spent_today", "spent_month", "last_price"}) {
        all.names.declare(name, Kind::money);
    }
    for (const char* name : {"kind", "category", "supplier", "standing", "agent", "channel", "cost_centre"}) {
        all.names.declare(name, Kind::string);
    }
    for (const char* name : {"orders_today", "supplier_orders", "duplicates", "term_months"}) {
        all.names.declare(name, Kind::integer);
    }
    all.names.declare("has_mandate", Kind::boolean);
    all.names.declare("on_probation", Kind::boolean);
    all.names.declare("lines", Type::list(Type::record(all.shape)));
    for (const Template& one : templates) {
        for (std::int64_t step = 1; step <= 5; ++step) {
            std::string source = one.condition;
            for (std::size_t at = source.find('$'); at != std::string::npos; at = source.find('$')) {
                source.replace(at, 1, steps_text(step));
            }
            const cel::Compilation made = cel::compile(source, all.names);
            if (!made.ok()) {
                std::fprintf(stderr, "%s: %s\n", source.c_str(), cel::describe(made.problems.front()).c_str());
                std::exit(1);
            }
            all.rules.push_back(*made.program);
        }
    }
    return all;
}

void fill(const Transaction& t, const Policy& policy, cel::Arena& arena, std::vector<Value>& row) {
    arena.clear();
    std::vector<Value> lines;
    lines.reserve(t.lines.size());
    for (const Line& line : t.lines) {
        const Value fields[] = {Value::string(line.item), Value::integer(line.pieces), Value::money(line.price)};
        lines.push_back(arena.record(*policy.shape, fields));
    }
    row = {Value::money(t.gross),
           Value::money(t.commitment),
           Value::money(t.spent_today),
           Value::money(t.spent_month),
           Value::money(t.last_price),
           Value::string(t.kind),
           Value::string(t.category),
           Value::string(t.supplier),
           Value::string(t.standing),
           Value::string(t.agent),
           Value::string(t.channel),
           Value::string(t.cost_centre),
           Value::integer(t.orders_today),
           Value::integer(t.supplier_orders),
           Value::integer(t.duplicates),
           Value::integer(t.term_months),
           Value::boolean(t.has_mandate),
           Value::boolean(t.on_probation),
           arena.list(lines)};
}

double microseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    return took.count() / static_cast<double>(transaction_count);
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

struct Times {
    std::vector<double> cpp, plain, traced;
};

/// The rules that fired on either side, which must be the same.
struct Fired {
    std::size_t cpp = 0, plain = 0, traced = 0;
};

Fired measure(const std::vector<Transaction>& transactions, const Policy& policy, Times& times) {
    Fired fired;
    cel::Evaluator evaluator;
    cel::Trace trace;
    cel::Arena arena;
    std::vector<Value> row;
    times.cpp.push_back(microseconds([&] {
        for (const Transaction& t : transactions) {
            for (const Template& one : templates) {
                for (std::int64_t step = 1; step <= 5; ++step) {
                    fired.cpp += one.in_cpp(t, step) ? 1 : 0;
                }
            }
        }
    }));
    times.plain.push_back(microseconds([&] {
        for (const Transaction& t : transactions) {
            fill(t, policy, arena, row);
            for (const cel::Program& rule : policy.rules) {
                fired.plain += evaluator.evaluate(rule, row).is_true() ? 1 : 0;
            }
        }
    }));
    times.traced.push_back(microseconds([&] {
        for (const Transaction& t : transactions) {
            fill(t, policy, arena, row);
            for (const cel::Program& rule : policy.rules) {
                fired.traced += evaluator.evaluate(rule, row, trace).is_true() ? 1 : 0;
            }
        }
    }));
    return fired;
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = std::max(5, argc > 1 ? std::atoi(argv[1]) : 9);
    const Policy rules = policy();
    std::vector<Transaction> transactions;
    for (std::size_t number = 0; number < transaction_count; ++number) {
        transactions.push_back(transaction(number));
    }
    Times times;
    for (int round = 0; round < rounds; ++round) {
        const Fired fired = measure(transactions, rules, times);
        if (fired.cpp != fired.plain || fired.cpp != fired.traced || fired.cpp == 0) {
            std::fprintf(stderr, "the sides do not agree: %zu, %zu, %zu\n", fired.cpp, fired.plain, fired.traced);
            return 1;
        }
    }
    const double cpp = median(times.cpp);
    std::printf("%zu rules, %zu transactions, median of %d rounds\n", rules.rules.size(), transactions.size(), rounds);
    std::printf("the rules in C++                 %8.3f us per transaction\n", cpp);
    std::printf("the rules compiled               %8.3f us per transaction\n", median(times.plain));
    std::printf("the rules compiled, with a trace %8.3f us per transaction\n", median(times.traced));
    std::printf("ratio                            %8.1f (at most 20)\n", median(times.plain) / cpp);
    std::printf("ratio, with a trace              %8.1f\n", median(times.traced) / cpp);
    return median(times.plain) / cpp <= 20 ? 0 : 2;
}
