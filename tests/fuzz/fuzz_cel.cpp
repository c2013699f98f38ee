// SPDX-License-Identifier: GPL-3.0-or-later
//
// The expression language against anything: every text is a program or a problem with a place inside of it, every
// program ends within its limits in a value or an error, the same one with a trace, and completion works at every
// place.
#include "app/cel/complete.h"
#include "app/cel/evaluator.h"
#include "app/cel/rates.h"

#include <cstdlib>

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

domain::Currency currency(const char* code) {
    return domain::Currency::from_code(code).value();
}

struct Subject {
    Subject() {
        shape = std::make_shared<const cel::RecordShape>(
            cel::RecordShape{"line", {{"item", cel::Kind::string, {}}, {"net", cel::Kind::money, {}}}});
        names.declare("gross", cel::Kind::money);
        names.declare("a.b", cel::Kind::string);
        names.declare("n", cel::Kind::integer);
        names.declare("m", cel::Kind::money);
        names.declare("t", cel::Kind::timestamp);
        names.declare("d", cel::Kind::dyn);
        names.declare("l", cel::Type::list(cel::Type::record(shape)));
        names.declare("none", cel::Kind::integer);
        const cel::Value fields[] = {cel::Value::string("item"), cel::Value()};
        const cel::Value lines[] = {arena.record(*shape, fields), arena.record(*shape, fields)};
        row = {cel::Value::money({1'000, currency("EUR")}),
               cel::Value::string("text"),
               cel::Value::integer(-3),
               cel::Value::money({1'000, currency("USD")}),
               cel::Value::timestamp(cel::Timestamp{0, 1}),
               cel::Value::real(0.5),
               arena.list(lines)};
        rates.rates.push_back(cel::rate_from(currency("USD"), currency("EUR"), "0.8").value());
    }
    cel::Arena arena;
    std::shared_ptr<const cel::RecordShape> shape;
    cel::Environment names;
    std::vector<cel::Value> row;
    cel::RateTable rates{"table", "2026-03-02", {}};
};

void run(const cel::Program& program, const Subject& subject, std::size_t size) {
    static cel::Evaluator evaluator({20'000, 256U * 1024U});
    static cel::Trace trace;
    const std::string plain = cel::to_text(evaluator.evaluate(program, subject.row, &subject.rates));
    const cel::Value traced = evaluator.evaluate(program, subject.row, trace, &subject.rates);
    require(plain == cel::to_text(traced) || traced.is_error());
    require(!traced.is_error() || (traced.place().begin <= traced.place().end && traced.place().end <= size));
    for (const cel::Step& step : trace.steps(program)) {
        require(step.place.begin <= step.place.end && step.place.end <= size);
        static_cast<void>(cel::to_text(step.value));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Subject subject;
    if (size == 0) {
        return 0;
    }
    const std::string_view source(reinterpret_cast<const char*>(data) + 1, size - 1);
    cel::CompileOptions options;
    options.check_types = (data[0] & 1U) != 0;
    const cel::Compilation made = cel::compile(source, subject.names, options);
    require(made.ok() || !made.problems.empty());
    for (const cel::Problem& problem : made.problems) {
        require(problem.place.begin <= problem.place.end && problem.place.end <= source.size());
        require(!cel::describe(problem).empty() && !cel::line_and_column(source, problem.place.begin).empty());
    }
    if (made.ok()) {
        run(*made.program, subject, source.size());
    }
    const auto completions = cel::complete(source, (data[0] >> 1U) * source.size() / 127U, subject.names);
    require(completions.replaces.begin <= completions.replaces.end && completions.replaces.end <= source.size());
    return 0;
}
