// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bookkeeper.h"

#include "app/projection/headroom.h"
#include "app/verdicts/policy_shelf.h"

namespace archive {

void Bookkeeper::headroom(ports::HeadroomQuery query, ports::Reply<ports::Headroom> reply) {
    ask([this, query = std::move(query), reply = std::move(reply)]() mutable {
        if (query.limits.empty()) {
            query.limits = limits_in_force();
        }
        ports::Headroom answer = projection::headroom(*books_, query);
        answer.state = state();
        reply(std::move(answer));
    });
}

/// The monthly limits of the policy in force; none where it cannot be read (judging says so).
std::vector<ports::MonthlyLimit> Bookkeeper::limits_in_force() {
    std::vector<ports::MonthlyLimit> limits;
    if (!open()) {
        return limits;
    }
    const auto policy = verdicts::in_force(*reader_);
    if (!policy) {
        return limits;
    }
    for (const policy::Limit& limit : policy->book.document().limits) {
        if (limit.period == policy::Period::month && limit.per != policy::Per::owner) {
            limits.push_back({limit.id, limit.title,
                              limit.per == policy::Per::agent      ? ports::Whose::agent
                              : limit.per == policy::Per::supplier ? ports::Whose::supplier
                                                                   : ports::Whose::category,
                              limit.key, limit.most});
        }
    }
    return limits;
}

} // namespace archive
