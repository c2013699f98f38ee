// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/answer_line.h"

#include "app/policy/shipped.h"
#include "app/verdicts/policy_line.h"

#include <algorithm>

namespace verdicts {

namespace {

AnswerLine::Terms terms_in(std::string_view text, std::uint64_t from) {
    AnswerLine::Terms terms;
    terms.from = from;
    auto read = policy::read_document(text.empty() ? policy::shipped_policy() : text);
    terms.readable = read.ok();
    if (read) { // a policy may have thousands of rules, and none of them is asked here
        terms.version = read->version;
        terms.document.calendar = std::move(read->calendar);
        terms.document.answer_within = std::move(read->answer_within);
        terms.document.when_unanswered = std::move(read->when_unanswered);
    }
    return terms;
}

} // namespace

base::Result<AnswerLine> AnswerLine::read(const store::Reader& reader, const domain::SourceId& source) {
    AnswerLine made;
    made.all_.push_back(terms_in({}, 0));
    const auto line = read_line(reader, source, std::numeric_limits<std::uint64_t>::max(),
                                [&made](const PolicyLine& now, const store::Entry& entry) {
                                    made.all_.push_back(terms_in(now.text(), entry.index));
                                });
    return line ? base::Result<AnswerLine>(std::move(made)) : line.fault();
}

const AnswerLine::Terms* AnswerLine::at(std::uint64_t place) const {
    const auto behind = std::upper_bound(all_.begin(), all_.end(), place,
                                         [](std::uint64_t value, const Terms& one) { return value < one.from; });
    const Terms& terms = *std::prev(behind); // the first holds from the beginning
    return terms.readable ? &terms : nullptr;
}

} // namespace verdicts
