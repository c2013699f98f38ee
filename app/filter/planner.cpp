// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/plan.h"

#include "app/cel/evaluator.h"
#include "app/filter/language.h"

#include <algorithm>
#include <limits>
#include <set>

namespace filter {

namespace {

using cel::Code;
using cel::Node;
using cel::NodeId;
using cel::Op;
using cel::Value;
using Form = Plan::Form;
using Part = Plan::Part;

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

bool is_comparison(Op op) {
    return op == Op::equal || op == Op::not_equal || op == Op::less || op == Op::less_equal || op == Op::greater ||
           op == Op::greater_equal;
}

/// The operator with its sides exchanged.
Op mirrored(Op op) {
    if (op == Op::less || op == Op::less_equal) {
        return op == Op::less ? Op::greater : Op::greater_equal;
    }
    if (op == Op::greater || op == Op::greater_equal) {
        return op == Op::greater ? Op::less : Op::less_equal;
    }
    return op;
}

constexpr Range nothing_at_all{1, 0, false};

/// The whole numbers that compare so with `bound`. `between`: the bound is really a part above that number, so that no
/// number equals it.
Range range_of(Op op, std::int64_t bound, bool between) {
    if (op == Op::equal || op == Op::not_equal) {
        Range range = between ? nothing_at_all : Range{bound, bound, false};
        range.outside = op == Op::not_equal;
        return range;
    }
    if (op == Op::less_equal || (op == Op::less && between)) {
        return {lowest, bound, false};
    }
    if (op == Op::less) {
        return bound == lowest ? nothing_at_all : Range{lowest, bound - 1, false};
    }
    if (op == Op::greater_equal && !between) {
        return {bound, highest, false};
    }
    return bound == highest ? nothing_at_all : Range{bound + 1, highest, false};
}

/// A constant in the whole numbers of a column, and whether it is a part above that.
struct Bound {
    std::int64_t number = 0;
    bool between = false;
};

std::optional<Bound> bound_of(const Value& value) {
    if (value.is(cel::Kind::integer)) {
        return Bound{value.integer(), false};
    }
    if (value.is(cel::Kind::boolean)) {
        return Bound{value.is_true() ? 1 : 0, false};
    }
    if (value.is(cel::Kind::timestamp)) {
        const cel::Timestamp moment = value.timestamp();
        return Bound{moment.seconds * 1'000'000 + moment.nanoseconds / 1'000, moment.nanoseconds % 1'000 != 0};
    }
    if (value.is(cel::Kind::duration)) {
        const auto whole = std::chrono::floor<std::chrono::microseconds>(value.duration());
        return Bound{whole.count(), whole != value.duration()};
    }
    return std::nullopt;
}

bool is_text(What what) {
    return what == What::text || what == What::choice;
}

class Planner {
public:
    Planner(const cel::Program& program, const Language& language, std::span<const Value> constants)
        : program_(program)
        , code_(program.code())
        , language_(language)
        , constants_(constants) {}

    Part part(NodeId id) {
        const Node& node = code_.nodes[id];
        if (const auto value = constant(id)) {
            Part made;
            made.answer = answer_of(*value);
            return made;
        }
        if (node.op == Op::all_of || node.op == Op::any_of) {
            return many(node);
        }
        if (node.op == Op::negate) {
            Part made;
            made.form = Form::negate;
            made.parts.push_back(part(node.a));
            return made;
        }
        if (is_comparison(node.op)) {
            if (auto made = comparison(node)) {
                return std::move(*made);
            }
        }
        if (auto made = of_one_column(node)) {
            return std::move(*made);
        }
        return evaluated(id);
    }

private:
    Part many(const Node& node) {
        Part made;
        made.form = node.op == Op::all_of ? Form::all_of : Form::any_of;
        for (std::uint32_t i = 0; i < node.b; ++i) {
            made.parts.push_back(part(code_.operands[node.a + i]));
        }
        // What has to be evaluated row by row is asked only about rows that the others left open.
        std::stable_partition(made.parts.begin(), made.parts.end(),
                              [](const Part& one) { return one.form != Form::row; });
        return made;
    }

    [[nodiscard]] std::optional<std::size_t> column(NodeId id) const {
        const Node& node = code_.nodes[id];
        return node.op == Op::slot && node.a < language_.columns().size() ? std::optional<std::size_t>(node.a)
                                                                          : std::nullopt;
    }

    /// The columns that the sub-expression looks at.
    [[nodiscard]] std::set<std::size_t> columns(NodeId id) const {
        std::set<std::size_t> all;
        for (NodeId i = code_.infos[id].first; i <= id; ++i) {
            const Node& node = code_.nodes[i];
            if ((node.op == Op::slot || node.op == Op::has_slot) && node.a < language_.columns().size()) {
                all.insert(node.a);
            }
        }
        return all;
    }

    [[nodiscard]] std::optional<cel::Program> part_program(NodeId id) const {
        const cel::Place place = code_.infos[id].place;
        const auto source = std::string_view(program_.source()).substr(place.begin, place.end - place.begin);
        cel::CompileOptions options;
        options.has_names = true;
        return cel::compile(source, language_.environment(), options).program;
    }

    /// What a sub-expression without columns comes to. Text only of literals, which live as long as the program.
    [[nodiscard]] std::optional<Value> constant(NodeId id) const {
        const Node& node = code_.nodes[id];
        if (node.op == Op::constant) {
            return code_.constants[node.a];
        }
        if (node.op == Op::slot) {
            return node.a < language_.columns().size() ? std::nullopt : std::optional(constants_[node.a]);
        }
        if (!columns(id).empty()) {
            return std::nullopt;
        }
        const auto program = part_program(id);
        if (!program) {
            return std::nullopt;
        }
        cel::Evaluator evaluator;
        const Value value = evaluator.evaluate(*program, constants_);
        const bool by_value = bound_of(value) || value.is(cel::Kind::money) || value.is_error();
        return by_value ? std::optional(value) : std::nullopt;
    }

    std::optional<Part> comparison(const Node& node) {
        auto at = column(node.a);
        auto value = constant(node.b);
        Op op = node.op;
        if (!at || !value) {
            at = column(node.b);
            value = constant(node.a);
            op = mirrored(op);
        }
        if (!at || !value) {
            return std::nullopt;
        }
        Part made;
        made.column = *at;
        const What what = language_.columns()[*at].what;
        if (is_text(what)) {
            if (!value->is(cel::Kind::string) || (op != Op::equal && op != Op::not_equal)) {
                return std::nullopt;
            }
            made.form = Form::text;
            made.test = op == Op::equal ? TextTest::equals : TextTest::differs;
            made.text = value->text();
            return made;
        }
        if (what == What::money) {
            if (!value->is(cel::Kind::money)) {
                return std::nullopt;
            }
            made.form = Form::amounts;
            made.currency = value->money().currency;
            made.range = range_of(op, value->money().minor, false);
            return made;
        }
        const auto bound = value->is(kind_of(what)) ? bound_of(*value) : std::nullopt;
        if (!bound) {
            return std::nullopt;
        }
        made.form = Form::numbers;
        made.range = range_of(op, bound->number, bound->between);
        return made;
    }

    std::optional<Part> of_one_column(const Node& node) {
        Part made;
        if (node.op == Op::has_slot && node.a < language_.columns().size()) {
            made.form = Form::has;
            made.column = node.a;
            return made;
        }
        if (node.op == Op::slot) { // a flag
            made.form = Form::numbers;
            made.column = node.a;
            made.range = {1, 1, false};
            return made;
        }
        return node.op == Op::call && node.b == 2 ? text_call(node) : std::nullopt;
    }

    std::optional<Part> text_call(const Node& node) {
        const auto at = column(code_.operands[node.a]);
        const auto value = constant(code_.operands[node.a + 1]);
        if (!at || !value || !value->is(cel::Kind::string) || !is_text(language_.columns()[*at].what)) {
            return std::nullopt;
        }
        Part made;
        made.form = Form::text;
        made.column = *at;
        made.text = value->text();
        if (node.function == cel::Function::contains) {
            made.test = TextTest::contains;
        } else if (node.function == cel::Function::starts_with) {
            made.test = TextTest::begins;
        } else if (node.function == cel::Function::ends_with) {
            made.test = TextTest::ends;
        } else {
            return std::nullopt;
        }
        return made;
    }

    /// By the evaluator: once per different text or number where only one column of such is looked at, else row by row.
    Part evaluated(NodeId id) {
        Part made;
        made.form = Form::row;
        made.program = id == code_.root ? std::optional(program_) : part_program(id);
        if (!made.program) { // cannot be: a part of what compiled compiles
            made.form = Form::constant;
            made.answer = failed;
            return made;
        }
        const auto seen = columns(id);
        if (seen.size() == 1) {
            made.column = *seen.begin();
            const What what = language_.columns()[made.column].what;
            made.form = is_text(what) ? Form::texts : (what == What::rank ? Form::ranks : Form::row);
        }
        return made;
    }

    const cel::Program& program_;
    const Code& code_;
    const Language& language_;
    std::span<const Value> constants_;
};

} // namespace

Plan Plan::make(const cel::Program& program, const Language& language, std::vector<cel::Value> constants) {
    Plan plan;
    plan.constants_ = std::move(constants);
    plan.root_ = Planner(program, language, plan.constants_).part(program.code().root);
    return plan;
}

} // namespace filter
