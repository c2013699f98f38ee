// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/approving.h"

#include "app/policy/approvals.h"
#include "app/policy/shipped.h"
#include "app/wire/event_codec.h"

#include <algorithm>
#include <tuple>

namespace verdicts {

namespace {

domain::UntrustedText name_of(const domain::Roster& roster, const domain::PersonId& person) {
    const domain::Member* member = authority::member_of(roster, person);
    return member == nullptr || member->name.empty() ? domain::UntrustedText(person.bytes()) : member->name;
}

/// Whose authority stands behind the first signature, while the second is awaited.
domain::PersonId first_hand(const ApprovalLaw& law, const ports::CaseFile& file) {
    for (const ports::DecisionRow& row : file.decisions) {
        if (row.state == domain::DecisionState::awaiting_second && row.decision.version == file.row.version) {
            return authority::holder_behind(law.approvals.matrix, row.decision);
        }
    }
    return {};
}

ports::ApprovalSeat seat_of(const domain::Member& member, const authority::Standing& standing,
                            const domain::Roster& roster) {
    ports::ApprovalSeat seat;
    seat.person = member.id;
    seat.name = name_of(roster, member.id);
    seat.may = standing.may;
    if (const auto& reach = standing.by ? standing.by : standing.most) {
        seat.most = ports::ApprovalReach{
            reach->up_to, reach->line, reach->delegation, reach->holder, name_of(roster, reach->holder), reach->until};
    }
    return seat;
}

} // namespace

authority::Approvals approvals_of(const policy::Document& document) {
    return {document.authority, policy::exchange_of(document)};
}

base::Result<ApprovalLaw> approval_law(const store::Reader& reader, const domain::SourceId& source) {
    const auto line = read_line(reader, source);
    if (!line) {
        return line.fault();
    }
    ApprovalLaw law;
    if (const domain::Roster* roster = line->roster(source)) {
        law.roster = *roster;
    }
    const std::string_view text = line->text();
    const auto document = policy::read_document(text.empty() ? policy::shipped_policy() : text);
    if (!document) {
        return document.fault();
    }
    law.approvals = approvals_of(*document);
    return law;
}

base::Result<std::string> group_on_record(const store::Reader& reader, const domain::AgentId& agent) {
    store::EntryFilter filter;
    filter.kind = store::EntryKind::event;
    filter.agent = agent;
    filter.type = domain::EventType::agent_registered;
    const auto page = reader.entries(filter, store::PageRequest{{}, store::Direction::backward, 1, true});
    if (!page) {
        return page.fault();
    }
    if (page->entries.empty()) {
        return std::string();
    }
    wire::Decoder decoder;
    const auto event = decoder.decode(page->entries.front().body);
    if (!event) {
        return event.fault();
    }
    const auto* registered = std::get_if<domain::Agent>(&event->payload);
    return registered != nullptr ? registered->group : std::string();
}

ports::CaseAuthority authority_over(const ApprovalLaw& law, const ports::CaseFile& file, base::Instant now) {
    ports::CaseAuthority made;
    made.limited = law.approvals.matrix.limits();
    if (!made.limited || file.versions.empty()) {
        return made;
    }
    const domain::Subject& subject = file.versions.back().version.subject;
    const auto asked = authority::commitment_of(subject, subject.gross, file.agent ? file.agent->group : std::string());
    if (!asked) {
        return made;
    }
    made.amount = asked->amount;
    made.commits_whole = subject.total_commitment.has_value();
    const auto able = authority::who_may(law.approvals, law.roster, *asked, file.row.tier, now);
    const domain::PersonId first = first_hand(law, file);
    for (const domain::Member& member : law.roster.members) {
        const auto& permissions = member.permissions;
        if (std::find(permissions.begin(), permissions.end(), domain::Permission::decide) == permissions.end()) {
            continue;
        }
        auto seat =
            seat_of(member, authority::standing_of(law.approvals, law.roster, member, *asked, now, first), law.roster);
        seat.behind_first =
            !seat.may && !first.empty() && authority::standing_of(law.approvals, law.roster, member, *asked, now).may;
        seat.roster_lets =
            std::any_of(able.begin(), able.end(), [&](const auto& one) { return one.person == seat.person; });
        made.seats.push_back(std::move(seat));
    }
    std::stable_sort(made.seats.begin(), made.seats.end(), [](const auto& left, const auto& right) {
        const auto order = [](const ports::ApprovalSeat& seat) {
            return std::tuple(!seat.most || !seat.most->delegation.empty(), seat.most ? seat.most->up_to.minor : 0);
        };
        return order(left) < order(right);
    });
    return made;
}

} // namespace verdicts
