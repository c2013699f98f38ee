// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/policy_doubts.h"

#include "app/authority/ruling.h"
#include "app/domain/names.h"
#include "app/policy/answer_times.h"
#include "app/verdicts/approving.h"
#include "app/verdicts/policy_line.h"

#include <algorithm>

namespace verdicts {

namespace {

using domain::AuthorityMatrix;
using domain::Delegation;
using policy::Finding;

std::string text_of(const domain::Money& amount) {
    return domain::to_decimal(amount) + " " + std::string(amount.currency.code());
}

class Doubts {
public:
    Doubts(const policy::Document& document, const domain::Roster* roster, base::Instant now)
        : document_(document)
        , matrix_(document.authority)
        , roster_(roster)
        , now_(now) {}

    [[nodiscard]] std::vector<Finding> all() && {
        for (std::size_t at = 0; at < matrix_.lines.size(); ++at) {
            look_at_line(at);
        }
        look_above_all_lines();
        for (std::size_t at = 0; at < matrix_.delegations.size(); ++at) {
            look_at_delegation(at);
        }
        for (const auto& [tier, within] : document_.answer_within) {
            look_at_time(tier, within);
        }
        return std::move(findings_);
    }

private:
    void doubt(const std::string& where, std::string what) {
        findings_.push_back({{base::FaultCode::invalid_argument, std::move(what), where}, false});
    }

    [[nodiscard]] const domain::Member* member(const domain::PersonId& person) const {
        return roster_ == nullptr ? nullptr : authority::member_of(*roster_, person);
    }

    void look_for(const domain::PersonId& person, const std::string& where) {
        if (roster_ == nullptr || person.empty()) {
            return;
        }
        const domain::Member* found = member(person);
        if (found == nullptr) {
            doubt(where, "nobody on the roster is called " + person.bytes());
        } else if (found->not_after != base::Instant{} && now_ >= found->not_after) {
            doubt(where, person.bytes() + " is not a member of the roster any more");
        }
    }

    void look_for_role(const std::string& role, const std::string& where) {
        const auto has_role = [&](const domain::Member& each) { return each.role == role; };
        if (roster_ != nullptr && !role.empty() &&
            std::none_of(roster_->members.begin(), roster_->members.end(), has_role)) {
            doubt(where, "nobody on the roster has the role " + role);
        }
    }

    void look_at_time(domain::Tier tier, std::chrono::minutes within) {
        const std::string name(domain::name_of(tier));
        if (!policy::answer_by(document_.calendar, now_, within)) {
            doubt("/answer_within/" + name,
                  "the calendar has not that much working time ahead: nobody can answer in time");
        }
        const auto then = document_.when_unanswered.find(tier);
        if (then != document_.when_unanswered.end()) {
            look_for(then->second.person, "/when_unanswered/" + name + "/person");
            look_for_role(then->second.role, "/when_unanswered/" + name + "/role");
        }
    }

    void look_at_line(std::size_t at) {
        const domain::AuthorityLine& line = matrix_.lines[at];
        const std::string where = "/authority/lines/" + std::to_string(at);
        look_for(line.person, where + "/person");
        look_for_role(line.role, where + "/role");
    }

    /// What nobody may approve and the policy does not block either could only be rejected.
    void look_above_all_lines() {
        const domain::AuthorityLine* highest = nullptr;
        for (const domain::AuthorityLine& line : matrix_.lines) {
            highest = highest == nullptr || is_above(line.up_to, highest->up_to) ? &line : highest;
        }
        const domain::Money& last = document_.tiers.back().from; // where blocking begins, or the highest tier does
        if (highest != nullptr && is_above(last, highest->up_to)) {
            doubt("/authority/lines", "nobody may approve more than " + text_of(highest->up_to) + ", and up to " +
                                          text_of(last) + " the policy does not block it");
        }
    }

    void look_at_delegation(std::size_t at) {
        const Delegation& lent = matrix_.delegations[at];
        const std::string where = "/authority/delegations/" + std::to_string(at);
        look_for(lent.from, where + "/from");
        look_for(lent.to, where + "/to");
        if (lent.until <= now_) {
            doubt(where + "/until", "this delegation is over");
        }
        if (!matrix_.limits()) {
            doubt(where, "no line of the policy limits anybody, so there is nothing to lend");
            return;
        }
        look_at_amount(lent, where);
        look_at_chain(lent, where);
    }

    /// The most that any line could give the lender.
    [[nodiscard]] const domain::AuthorityLine* highest_line(const domain::PersonId& person) const {
        const domain::Member* found = member(person);
        const domain::AuthorityLine* highest = nullptr;
        for (const domain::AuthorityLine& line : matrix_.lines) {
            const bool theirs =
                line.person.empty() ? found != nullptr && found->role == line.role : line.person == person;
            if (theirs && (highest == nullptr || is_above(line.up_to, highest->up_to))) {
                highest = &line;
            }
        }
        return highest;
    }

    [[nodiscard]] bool is_above(const domain::Money& one, const domain::Money& other) const {
        const auto same =
            one.currency == other.currency ? std::optional(one) : approvals_of(document_).exchange(one, other.currency);
        return !same || same->minor > other.minor;
    }

    void look_at_amount(const Delegation& lent, const std::string& where) {
        const domain::AuthorityLine* highest = highest_line(lent.from);
        const auto is_role = [](const domain::AuthorityLine& line) { return !line.role.empty(); };
        const bool may_have_by_role =
            roster_ == nullptr && std::any_of(matrix_.lines.begin(), matrix_.lines.end(), is_role);
        if (highest == nullptr) {
            if (!may_have_by_role) {
                doubt(where + "/from", lent.from.bytes() + " has no authority of their own to lend");
            }
        } else if (lent.up_to && is_above(*lent.up_to, highest->up_to) && !may_have_by_role) {
            doubt(where + "/up_to", "more than the " + text_of(highest->up_to) + " that " + lent.from.bytes() +
                                        " may approve; it reaches no further than that");
        }
    }

    void look_at_chain(const Delegation& lent, const std::string& where) {
        const auto at_once = [](const Delegation& one, const Delegation& other) {
            return one.since < other.until && other.since < one.until;
        };
        for (const Delegation& other : matrix_.delegations) {
            if (other.to != lent.from || !at_once(lent, other)) {
                continue;
            }
            if (other.from == lent.to) {
                doubt(where + "/to", "a circle: " + lent.to.bytes() + " lends to " + lent.from.bytes() +
                                         " at the same time (" + other.id + ")");
            } else {
                doubt(where + "/from", "what " + other.from.bytes() + " lends " + lent.from.bytes() + " (" + other.id +
                                           ") is not lent on; only their own authority is");
            }
            return;
        }
    }

    const policy::Document& document_;
    const AuthorityMatrix& matrix_;
    const domain::Roster* roster_;
    base::Instant now_;
    std::vector<Finding> findings_;
};

} // namespace

std::vector<Finding> doubts_about(const policy::Document& document, const domain::Roster* roster, base::Instant now) {
    return Doubts(document, roster, now).all();
}

base::Result<std::optional<domain::Roster>> roster_on_record(const store::Reader& reader,
                                                             const domain::SourceId& source) {
    const auto line = read_line(reader, source);
    if (!line) {
        return line.fault();
    }
    const domain::Roster* roster = source.empty() ? line->only_roster() : line->roster(source);
    return roster == nullptr ? std::optional<domain::Roster>() : std::optional(*roster);
}

} // namespace verdicts
