// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/plan.h"

#include "app/cel/evaluator.h"

#include <algorithm>

namespace filter {

namespace {

using cel::Node;
using cel::Op;
using cel::Value;
using Form = Plan::Form;
using Part = Plan::Part;

bool holds(TextTest test, std::string_view text, std::string_view wanted) {
    switch (test) {
    case TextTest::equals: return text == wanted;
    case TextTest::differs: return text != wanted;
    case TextTest::contains: return text.find(wanted) != std::string_view::npos;
    case TextTest::begins: return text.starts_with(wanted);
    case TextTest::ends: return text.ends_with(wanted);
    }
    return false;
}

bool asks_presence(const cel::Program& program) {
    const auto& nodes = program.code().nodes;
    return std::any_of(nodes.begin(), nodes.end(), [](const Node& node) { return node.op == Op::has_slot; });
}

/// Asks the parts of one plan.
class Asking {
public:
    Asking(const Table& table, std::size_t from, std::span<const Value> constants)
        : table_(table)
        , from_(from)
        , constants_(constants) {}

    /// `open`: rows that are still to be decided (nullptr: all); answers of the others are of no consequence.
    void ask(const Part& part, std::span<Answer> into, const std::vector<bool>* open) const {
        switch (part.form) {
        case Form::constant: std::fill(into.begin(), into.end(), part.answer); break;
        case Form::numbers: table_.numbers(part.column, part.range, from_, into); break;
        case Form::amounts: table_.amounts(part.column, part.currency, part.range, from_, into); break;
        case Form::text:
            table_.texts(
                part.column,
                [&](std::string_view text) { return static_cast<Answer>(holds(part.test, text, part.text)); }, from_,
                into);
            break;
        case Form::texts: ask_texts(part, into); break;
        case Form::ranks: ask_ranks(part, into); break;
        case Form::has: ask_presence(part, into); break;
        case Form::row: ask_rows(part, into, open); break;
        case Form::all_of:
        case Form::any_of: ask_many(part, into, open); break;
        case Form::negate:
            ask(part.parts.front(), into, open);
            for (Answer& answer : into) {
                answer = opposite(answer);
            }
            break;
        }
    }

private:
    void ask_many(const Part& part, std::span<Answer> into, const std::vector<bool>* open) const {
        const bool all = part.form == Form::all_of;
        ask(part.parts.front(), into, open);
        std::vector<Answer> other(into.size());
        for (std::size_t i = 1; i < part.parts.size(); ++i) {
            std::vector<bool> left;
            if (part.parts[i].form == Form::row) {
                left.resize(into.size());
                for (std::size_t row = 0; row < into.size(); ++row) {
                    left[row] = into[row] != (all ? no : yes) && (open == nullptr || (*open)[row]);
                }
            }
            ask(part.parts[i], other, left.empty() ? open : &left);
            // Called by name, not through a pointer: a million of them take a millisecond.
            for (std::size_t row = 0; row < into.size(); ++row) {
                into[row] = all ? both(into[row], other[row]) : either(into[row], other[row]);
            }
        }
    }

    void ask_presence(const Part& part, std::span<Answer> into) const {
        for (std::size_t i = 0; i < into.size(); ++i) {
            const Value cell = table_.value(from_ + i, part.column);
            into[i] = static_cast<Answer>(cell.is(cel::Kind::string) ? cell.size() > 0 : !cell.is(cel::Kind::absent));
        }
    }

    void ask_texts(const Part& part, std::span<Answer> into) const {
        cel::Evaluator evaluator;
        std::vector<Value> row(constants_.begin(), constants_.end());
        const bool presence = asks_presence(*part.program);
        table_.texts(
            part.column,
            [&](std::string_view text) {
                row[part.column] = presence && text.empty() ? Value() : Value::string(text);
                return answer_of(evaluator.evaluate(*part.program, row));
            },
            from_, into);
    }

    void ask_ranks(const Part& part, std::span<Answer> into) const {
        cel::Evaluator evaluator;
        std::vector<Value> row(constants_.begin(), constants_.end());
        table_.ranks(
            part.column,
            [&](std::int64_t number) {
                row[part.column] = Value::integer(number);
                return answer_of(evaluator.evaluate(*part.program, row));
            },
            from_, into);
    }

    void ask_rows(const Part& part, std::span<Answer> into, const std::vector<bool>* open) const {
        cel::Evaluator evaluator;
        std::vector<Value> row(constants_.begin(), constants_.end());
        const bool presence = asks_presence(*part.program);
        std::vector<cel::Slot> columns;
        for (const cel::Slot slot : part.program->slots()) {
            if (constants_[slot].is(cel::Kind::absent)) {
                columns.push_back(slot);
            }
        }
        for (std::size_t i = 0; i < into.size(); ++i) {
            if (open != nullptr && !(*open)[i]) {
                continue;
            }
            for (const cel::Slot column : columns) {
                const Value cell = table_.value(from_ + i, column);
                const bool missing = presence && cell.is(cel::Kind::string) && cell.size() == 0;
                row[column] = missing ? Value() : cell;
            }
            into[i] = answer_of(evaluator.evaluate(*part.program, row));
        }
    }

    const Table& table_;
    std::size_t from_;
    std::span<const Value> constants_;
};

bool is_slow(const Part& part) {
    return part.form == Form::row || std::any_of(part.parts.begin(), part.parts.end(), &is_slow);
}

} // namespace

void Plan::ask(const Table& table, std::size_t from, std::span<Answer> into) const {
    Asking(table, from, constants_).ask(root_, into, nullptr);
}

bool Plan::has_slow_part() const {
    return is_slow(root_);
}

} // namespace filter
