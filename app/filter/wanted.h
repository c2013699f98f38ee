// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filter/answer.h"
#include "app/filter/expression.h"

#include <memory>
#include <string>

namespace filter {

/// What a person wants to see of a table: everything, what contains words, or what a condition says.
struct Wanted {
    std::string words; ///< as typed; of no meaning where there is an expression
    std::shared_ptr<const Expression> expression;
    Shown shown = Shown::passing;
    /// What a choice elsewhere narrows the table to, beside the rest.
    std::shared_ptr<const Expression> narrowing;

    [[nodiscard]] bool everything() const { return words.empty() && expression == nullptr && narrowing == nullptr; }
};

} // namespace filter
