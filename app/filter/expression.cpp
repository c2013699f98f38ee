// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter/expression.h"

namespace filter {

std::vector<Answer> Expression::ask(const Table& table, std::size_t from) const {
    std::vector<Answer> answers(table.rows() - from);
    plan_.ask(table, from, answers);
    return answers;
}

Answer Expression::ask_row(const Table& table, std::size_t row) const {
    Answer answer = no;
    plan_.ask(table, row, {&answer, 1});
    return answer;
}

} // namespace filter
