// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/code.h"
#include "app/cel/environment.h"
#include "app/cel/syntax.h"

namespace cel {

/// Gives every expression of a tree its type and its operation, and puts constants together. Stops at the first fatal
/// problem; warnings gather.
class Lowering {
public:
    Lowering(const Syntax& syntax, const Environment& environment, const CompileOptions& options, Code& code);

    /// Fills the code; false with problems.
    [[nodiscard]] bool run(std::vector<Problem>& problems);

private:
    struct Typed {
        NodeId node = 0;
        Type type;
    };
    struct Variable {
        std::string name;
        Type type;
        std::uint16_t slot = 0;
    };

    // lowering.cpp
    Typed lower(ExprId id);
    Typed lower_literal(const Expr& expr);
    Typed lower_list(const Expr& expr);
    Typed lower_map(const Expr& expr);
    Typed lower_loop(const Expr& expr);

    // lowering_calls.cpp
    Typed lower_call(const Expr& expr);
    Typed lower_apply(const Expr& expr);
    Typed lower_logic(const Expr& expr);
    Typed lower_choose(const Expr& expr);
    /// The constant that a call of constants comes to; no_node when it fails.
    Typed fold_call(Function function, const std::vector<Value>& values, const Expr& expr, NodeId first,
                    const Type& result);
    /// The number of the compiled pattern, from 1; 0 when it is known only later.
    std::uint32_t pattern_of(NodeId node, ExprId at);

    // lowering_names.cpp
    Typed lower_name(const Expr& expr);
    Typed lower_select(const Expr& expr);
    Typed lower_has(const Expr& expr);
    Typed select(const Typed& operand, const Expr& expr, NodeId first, bool has);
    /// The dotted name that the expression is, if it is nothing but names and dots.
    bool dotted(const Expr& expr, std::string& name) const;
    Typed lower_dotted(const std::string& name, const Expr& expr, bool& found);
    Typed unknown_name(const Expr& expr, const std::string& name);
    [[nodiscard]] const Variable* variable(std::string_view name) const;

    Typed fail(ProblemCode code, Place place, std::string asked = {}, std::string given = {}, std::string nearby = {});
    NodeId put(Node node, const Expr& expr, NodeId first);
    NodeId put_constant(const Value& value, const Expr& expr, NodeId first);
    NodeId put_failure(ErrorCode code, const Expr& expr, NodeId first);
    std::uint32_t put_operands(const std::vector<Typed>& parts);
    void use(Slot slot);
    [[nodiscard]] NodeId next() const { return static_cast<NodeId>(code_.nodes.size()); }
    [[nodiscard]] const Value* constant(NodeId node) const;
    /// Replaces the nodes from `first` on by the constant.
    NodeId fold(const Value& value, const Expr& expr, NodeId first);
    bool needs(const Typed& part, const Type& asked, ExprId at);
    [[nodiscard]] bool checked() const { return options_.check_types; }

    const Syntax& syntax_;
    const Environment& environment_;
    const CompileOptions& options_;
    Code& code_;
    std::vector<Variable> variables_;
    std::vector<Problem> problems_;
    bool failed_ = false;
    std::uint16_t depth_ = 0;
};

} // namespace cel
