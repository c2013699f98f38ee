// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/shapes_decision.h"
#include "app/wire/shapes_order.h"

namespace wire {

const char* Shape<domain::Subject>::complaint(const domain::Subject& subject) {
    const domain::Currency currency = subject.gross.currency;
    const bool one_currency =
        subject.net.currency == currency && subject.tax.currency == currency &&
        (!subject.total_commitment || subject.total_commitment->currency == currency) &&
        std::all_of(subject.lines.begin(), subject.lines.end(), [currency](const domain::Line& line) {
            return line.net.currency == currency && line.unit_price.currency == currency;
        });
    return one_currency ? nullptr : "all amounts of a subject are in one currency";
}

const char* Shape<domain::Decision>::complaint(const domain::Decision& decision) {
    if (decision.verb == domain::Verb::stop || decision.verb == domain::Verb::resume) {
        const bool well = !decision.agent.empty() && decision.transaction.empty() && decision.version == 0;
        return well ? nullptr : "stop and resume name an agent and no transaction";
    }
    const bool well = !decision.transaction.empty() && decision.version >= 1 && !is_nothing(decision.subject_digest);
    return well ? nullptr : "a decision about a transaction names transaction_id, version and subject_digest";
}

} // namespace wire
