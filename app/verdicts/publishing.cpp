// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/publishing.h"

#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "app/json/value.h"
#include "app/policy/difference.h"
#include "app/policy/shipped.h"
#include "app/verdicts/policy_shelf.h"
#include "app/wire/policy_bytes.h"

#include <algorithm>

namespace verdicts {

using authority::Code;
using base::Fault;
using base::FaultCode;

namespace {

ports::PolicySigner signer_of(const domain::PersonId& person, const domain::Roster* roster) {
    const domain::Member* member = roster != nullptr ? authority::member_of(*roster, person) : nullptr;
    return {person, member != nullptr ? member->name : domain::UntrustedText(person.bytes()),
            member != nullptr && member->simulated};
}

base::Result<domain::PolicyEdition> compose(const PolicyLine& line, const ports::PolicyDraft& draft,
                                            const PolicySeat& seat, base::Instant now) {
    auto document = json::canonicalize(draft.text);
    if (!document) {
        return document.fault();
    }
    const domain::Roster* roster = line.roster(seat.source);
    if (roster == nullptr) {
        return Fault{FaultCode::refused, "no roster of this gateway is recorded", "unknown_member"};
    }
    domain::PolicyEdition edition;
    edition.document_digest = crypto::sha256(*document);
    edition.document = std::move(document).value();
    edition.source = seat.source;
    edition.proposed_by = seat.member.id;
    edition.roster_version = roster->version;
    edition.note = draft.note;
    edition.number = 1;
    edition.proposed = now;
    if (const Edition* head = line.in_force()) {
        edition.number = head->policy.edition.number + 1;
        edition.previous = head->policy.digest;
    }
    if (roster->solo) {
        edition.solo = true;
        edition.not_before = now + std::chrono::seconds(roster->solo_delay_seconds);
    }
    return edition;
}

/// The signed bytes that the review is about, with the signatures that are there.
base::Result<domain::PolicyEnvelope> envelope_for(const PolicyLine& line, const ports::PolicyDraft& draft,
                                                  const PolicySeat& seat, base::Instant now) {
    if (draft.approve) {
        const Edition* waiting = line.find(*draft.approve);
        if (waiting == nullptr || waiting->state != EditionState::proposed) {
            return Fault{FaultCode::not_found, "no proposal with this digest waits", {}};
        }
        return waiting->policy.envelope;
    }
    const auto edition = compose(line, draft, seat, now);
    return edition ? base::Result<domain::PolicyEnvelope>(domain::PolicyEnvelope{wire::policy_bytes(*edition), {}})
                   : edition.fault();
}

ports::Standing standing_of(authority::Outcome outcome) {
    switch (outcome) {
    case authority::Outcome::allowed: return ports::Standing::allowed;
    case authority::Outcome::needs_second: return ports::Standing::needs_second;
    case authority::Outcome::refused: return ports::Standing::refused;
    }
    return ports::Standing::refused;
}

ports::PolicyStage stage_of(EditionState state) {
    switch (state) {
    case EditionState::proposed: return ports::PolicyStage::waiting;
    case EditionState::in_force: return ports::PolicyStage::in_force;
    case EditionState::overtaken: return ports::PolicyStage::overtaken;
    case EditionState::withdrawn: return ports::PolicyStage::withdrawn;
    case EditionState::refused: return ports::PolicyStage::refused;
    }
    return ports::PolicyStage::refused;
}

/// What is said about the document: its difference to the one in force and its test cases.
void look_into(ports::PolicyReview& review, const PolicyLine& line) {
    const auto after = policy::read_document(review.edition.document);
    if (!after) {
        return;
    }
    review.version = after->version;
    review.title = after->title;
    review.tests = after->tests.size();
    const std::string_view text = line.text();
    if (const auto before = policy::read_document(text.empty() ? policy::shipped_policy() : text)) {
        review.difference = policy::compare(*before, *after);
    }
}

} // namespace

base::Result<ports::PolicyReview> review_policy(const PolicyLine& line, const ports::PolicyDraft& draft,
                                                const PolicySeat& seat, base::Instant now) {
    auto envelope = envelope_for(line, draft, seat, now);
    if (!envelope) {
        return envelope.fault();
    }
    // What is shown is read back from the bytes: they are the only source.
    auto policy = open_policy(*envelope);
    if (!policy) {
        return policy.fault();
    }
    ports::PolicyReview review;
    review.edition = policy->edition;
    review.bytes_to_sign = envelope->signed_bytes;
    review.digest = policy->digest;
    review.before = envelope->signatures;
    policy->envelope.signatures.push_back({seat.member.key, {}});
    const auto answer = line.ask(*policy, seat.admits_simulated, {}, now);
    review.standing = standing_of(answer.ruling.outcome);
    review.code =
        answer.ruling.code == Code::none ? std::string() : std::string(authority::name_of(answer.ruling.code));
    review.earliest = answer.ruling.earliest;
    if (answer.fitness.code != Code::none) {
        review.place = answer.fitness.fault.where;
        review.detail = answer.fitness.fault.detail;
    }
    review.proposer = signer_of(review.edition.proposed_by, line.roster(seat.source));
    look_into(review, line);
    return review;
}

base::Result<SignedStep> sign_policy(const PolicyLine& line, const ports::PolicyReview& review,
                                     const domain::PolicySignature& signature, const PolicySeat& seat,
                                     base::Instant now) {
    domain::PolicyEnvelope envelope{review.bytes_to_sign, review.before};
    envelope.signatures.push_back(signature);
    const auto policy = open_policy(envelope);
    if (!policy || !(policy->edition == review.edition)) {
        return Fault{FaultCode::invalid_argument, "what was shown is not what would be signed", {}};
    }
    const auto answer = line.ask(*policy, seat.admits_simulated, crypto::holds, now);
    if (answer.ruling.outcome == authority::Outcome::refused) {
        const bool moved = answer.ruling.code == Code::replayed || answer.ruling.code == Code::wrong_predecessor;
        return Fault{moved ? FaultCode::stale : FaultCode::refused, "the rules say no",
                     std::string(authority::name_of(answer.ruling.code))};
    }
    const bool counts = answer.ruling.outcome == authority::Outcome::allowed;
    return SignedStep{
        {counts ? record::PolicyAct::published : record::PolicyAct::proposed, seat.member.id, envelope, {}},
        policy->edition.source,
        edition_id(policy->digest)};
}

std::optional<SignedStep> recorded_proposal(const PolicyLine& line, const domain::PolicyEnvelope& told,
                                            const domain::SourceId& source, bool admits_simulated, base::Instant now) {
    const auto policy = open_policy(told);
    if (!policy || policy->edition.source != source || line.find(policy->digest) != nullptr) {
        return std::nullopt;
    }
    const auto answer = line.ask(*policy, admits_simulated, crypto::holds, now);
    if (answer.ruling.outcome != authority::Outcome::needs_second) {
        return std::nullopt;
    }
    return SignedStep{{record::PolicyAct::proposed, policy->edition.proposed_by, told, {}},
                      policy->edition.source,
                      edition_id(policy->digest)};
}

base::Result<domain::PolicyWithdrawal> review_withdrawal(const PolicyLine& line, const domain::Digest& digest,
                                                         const PolicySeat& seat, base::Instant now) {
    const Edition* waiting = line.find(digest);
    if (waiting == nullptr) {
        return Fault{FaultCode::not_found, "no proposal with this digest is recorded", {}};
    }
    const domain::PolicyEdition& edition = waiting->policy.edition;
    if (waiting->state != EditionState::proposed || edition.proposed_by != seat.member.id) {
        return Fault{FaultCode::refused, "only a proposal of one's own that waits can be taken back", {}};
    }
    return domain::PolicyWithdrawal{digest, edition.number, edition.source, seat.member.id, now};
}

base::Result<SignedStep> withdraw_policy(const PolicyLine& line, const domain::SignedPolicyWithdrawal& withdrawal,
                                         const PolicySeat& seat, base::Instant now) {
    const domain::Digest& digest = withdrawal.withdrawal.edition;
    const auto again = review_withdrawal(line, digest, seat, withdrawal.withdrawal.withdrawn);
    if (!again) {
        return again.fault();
    }
    const Edition& waiting = *line.find(digest);
    if (const Code code = line.ask(withdrawal, waiting, now); code != Code::none) {
        return Fault{FaultCode::refused, "the rules say no", std::string(authority::name_of(code))};
    }
    return SignedStep{{record::PolicyAct::withdrawn, seat.member.id, waiting.policy.envelope, withdrawal},
                      waiting.policy.edition.source,
                      edition_id(digest)};
}

std::optional<SignedStep> recorded_withdrawal(const PolicyLine& line, const domain::SignedPolicyWithdrawal& told,
                                              base::Instant now) {
    const Edition* known = line.find(told.withdrawal.edition);
    const bool open = known != nullptr && (known->state == EditionState::proposed || known == line.in_force());
    if (!open || line.ask(told, *known, now, false) != Code::none) {
        return std::nullopt;
    }
    return SignedStep{{record::PolicyAct::withdrawn, domain::PersonId{std::string(record::told_by_gateway)},
                       known->policy.envelope, told},
                      known->policy.edition.source,
                      edition_id(told.withdrawal.edition)};
}

base::Result<ports::PolicyStanding> standing_of(const PolicyLine& line, const std::optional<PolicySeat>& seat) {
    const auto policy = in_force(line);
    if (!policy) {
        return policy.fault();
    }
    ports::PolicyStanding standing;
    standing.in_force = {policy->book.document().version, policy->book.document().title, policy->text,
                         is_shipped(*policy)};
    for (auto one = line.editions().rbegin(); one != line.editions().rend(); ++one) {
        ports::PolicyVersion shown;
        const domain::Roster* roster = line.roster(one->policy.edition.source);
        shown.edition = one->policy.edition;
        shown.digest = one->policy.digest;
        shown.version = one->version;
        shown.title = one->title;
        shown.stage = stage_of(one->state);
        shown.since = one->in_force_since;
        shown.withdrawn = one->withdrawn;
        shown.proposer = signer_of(one->policy.edition.proposed_by, roster);
        shown.code = one->code == Code::none ? std::string() : std::string(authority::name_of(one->code));
        shown.place = one->place;
        for (const domain::PersonId& person : one->signers) {
            shown.signers.push_back(signer_of(person, roster));
        }
        const bool mine = seat && seat->member.id == shown.edition.proposed_by;
        const auto& may = seat ? seat->member.permissions : std::vector<domain::Permission>();
        shown.own = mine;
        shown.approvable = one->state == EditionState::proposed && seat && !mine &&
                           std::find(may.begin(), may.end(), domain::Permission::configure) != may.end();
        if (&*one == line.in_force()) {
            standing.current = standing.versions.size();
        }
        standing.versions.push_back(std::move(shown));
    }
    return standing;
}

} // namespace verdicts
