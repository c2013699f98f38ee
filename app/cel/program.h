// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/environment.h"
#include "app/cel/problem.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cel {

struct Code;

/// A compiled expression: immutable, cheap to copy, for any number of threads and evaluators.
class Program {
public:
    explicit Program(std::shared_ptr<const Code> code);

    [[nodiscard]] const std::string& source() const;
    [[nodiscard]] const Type& type() const;
    /// The slots that it may read, rising: what a rule looks at.
    [[nodiscard]] const std::vector<Slot>& slots() const;
    [[nodiscard]] const Code& code() const { return *code_; }

private:
    std::shared_ptr<const Code> code_;
};

struct CompileOptions {
    /// False: every type is known only when evaluated and unknown names fail then (CEL's parse-only mode).
    bool check_types = true;
    bool has_names = false; ///< has(name) for declared names without a dot, which CEL has only for fields: for tables
    std::optional<Type> result; ///< the type that the whole must have, e.g. bool for conditions
    std::size_t most_bytes = 64U * 1024U;
    std::size_t most_nodes = 20'000;
    int most_depth = 100; ///< of nested brackets, calls and operators
};

/// A program, or why there is none; with a program the problems are warnings.
struct Compilation {
    std::optional<Program> program;
    std::vector<Problem> problems;

    [[nodiscard]] bool ok() const { return program.has_value(); }
};

/// Reads, checks and lowers an expression of the subset (ARCHITECTURE, "Language"). Total: any bytes give a program or
/// a problem with its place. Source: https://github.com/google/cel-spec, langdef.md.
[[nodiscard]] Compilation compile(std::string_view source, const Environment& environment,
                                  const CompileOptions& options = {});

} // namespace cel
