// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/reviewers.h"

#include <algorithm>

namespace policy {

using domain::ReviewStanding;

const Reviewer* find_reviewer(const Document& document, const domain::PublicKey& key) {
    const auto found = std::find_if(document.reviewers.begin(), document.reviewers.end(),
                                    [&](const Reviewer& one) { return one.key == key; });
    return found == document.reviewers.end() ? nullptr : &*found;
}

bool is_looked_at(const Reviewer& reviewer, const domain::Signature& signature) {
    constexpr std::size_t scalar = 32; // R comes first; the low bytes of S are evenly spread
    std::uint32_t drawn = 0;
    for (std::size_t index = 0; index < 4; ++index) {
        drawn = drawn << 8 | signature[scalar + index];
    }
    return drawn % 100 < static_cast<std::uint32_t>(reviewer.look_percent);
}

ReviewStanding standing_of(const domain::ConfirmationGiven& given, bool holds,
                           const domain::TransactionVersion& version, domain::Tier tier, const Document& document) {
    if (!holds) {
        return ReviewStanding::broken;
    }
    const Reviewer* reviewer = find_reviewer(document, given.key);
    if (reviewer == nullptr) {
        return ReviewStanding::not_named;
    }
    if (given.transaction != version.key.id || given.version != version.version ||
        given.subject_digest != version.digest) {
        return ReviewStanding::other_content;
    }
    if (!given.confirms) {
        return ReviewStanding::declined;
    }
    if (tier != domain::Tier::confirm) {
        return ReviewStanding::not_its_tier;
    }
    return is_looked_at(*reviewer, given.signature) ? ReviewStanding::person_looks : ReviewStanding::counts;
}

} // namespace policy
