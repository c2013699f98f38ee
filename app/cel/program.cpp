// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/program.h"

#include "app/cel/lowering.h"

namespace cel {

Program::Program(std::shared_ptr<const Code> code)
    : code_(std::move(code)) {}

const std::string& Program::source() const {
    return code_->source;
}

const Type& Program::type() const {
    return code_->type;
}

const std::vector<Slot>& Program::slots() const {
    return code_->slots;
}

Compilation compile(std::string_view source, const Environment& environment, const CompileOptions& options) {
    Compilation made;
    auto code = std::make_shared<Code>();
    Syntax syntax = parse(source, options, code->arena);
    if (!syntax.problems.empty()) {
        made.problems = std::move(syntax.problems);
        return made;
    }
    code->source = source;
    if (Lowering(syntax, environment, options, *code).run(made.problems)) {
        made.program = Program(std::move(code));
    }
    return made;
}

} // namespace cel
