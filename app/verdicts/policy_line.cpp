// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/policy_line.h"

#include "app/base/encoding.h"
#include "app/crypto/digest.h"
#include "app/crypto/signing.h"
#include "app/policy/rehearsal.h"
#include "app/policy/rule_book.h"
#include "app/verdicts/policy_shelf.h"
#include "app/wire/policy_bytes.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>

namespace verdicts {

using authority::Code;
using base::Fault;
using base::FaultCode;

namespace {

constexpr std::uint32_t entries_at_once = 500;

base::Done read_kind(const store::Reader& reader, store::EntryKind kind, std::uint64_t below,
                     std::vector<store::Entry>& into) {
    store::EntryFilter filter;
    filter.kind = kind;
    store::PageRequest request{{}, store::Direction::forward, entries_at_once, true};
    for (;;) {
        auto page = reader.entries(filter, request);
        if (!page) {
            return page.fault();
        }
        for (store::Entry& entry : page->entries) {
            request.from = entry.index;
            if (entry.index < below) {
                into.push_back(std::move(entry));
            }
        }
        if (!page->more || (request.from && *request.from >= below)) {
            return {};
        }
    }
}

} // namespace

domain::EventId edition_id(const domain::Digest& digest) {
    return domain::EventId(base::to_hex(digest));
}

base::Result<domain::SignedPolicy> open_policy(const domain::PolicyEnvelope& envelope) {
    auto edition = wire::decode_policy(envelope.signed_bytes);
    if (!edition) {
        return edition.fault();
    }
    if (crypto::sha256(edition->document) != edition->document_digest) {
        return Fault{FaultCode::malformed, "the document is another one than its digest names", "/document_digest"};
    }
    return domain::SignedPolicy{std::move(edition).value(), envelope, crypto::sha256(envelope.signed_bytes)};
}

Fitness fitness_of(std::string_view document) {
    auto policy = compile(std::string(document));
    if (!policy) {
        return {Code::broken_policy, policy.fault(), {}, {}};
    }
    Fitness fitness{Code::none, {}, policy->book.document().version, policy->book.document().title};
    if (const auto passed = policy::pass_tests(policy->book); !passed) {
        fitness.code = Code::failing_test;
        fitness.fault = passed.fault();
    }
    return fitness;
}

const Edition* PolicyLine::in_force() const {
    return head_ ? &editions_[*head_] : nullptr;
}

std::optional<std::size_t> PolicyLine::place_of(const domain::Digest& digest) const {
    const auto found = std::find_if(editions_.begin(), editions_.end(),
                                    [&](const Edition& one) { return one.policy.digest == digest; });
    return found == editions_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - editions_.begin()));
}

const Edition* PolicyLine::find(const domain::Digest& digest) const {
    const auto place = place_of(digest);
    return place ? &editions_[*place] : nullptr;
}

std::vector<const Edition*> PolicyLine::waiting() const {
    std::vector<const Edition*> all;
    for (const Edition& one : editions_) {
        if (one.state == EditionState::proposed) {
            all.push_back(&one);
        }
    }
    return all;
}

std::vector<const Edition*> PolicyLine::taken_back() const {
    const std::int64_t passed = head_ ? editions_[*head_].policy.edition.number : 0;
    std::vector<const Edition*> all;
    for (const Edition& one : editions_) {
        if (one.state == EditionState::withdrawn && one.withdrawal && one.policy.edition.number > passed) {
            all.push_back(&one);
        }
    }
    return all;
}

std::string_view PolicyLine::text() const {
    return head_            ? std::string_view(editions_[*head_].policy.edition.document)
           : unsigned_text_ ? std::string_view(*unsigned_text_)
                            : std::string_view();
}

const domain::Roster* PolicyLine::roster(const domain::SourceId& source) const {
    const auto found = rosters_.find(source);
    return found == rosters_.end() ? nullptr : &found->second;
}

authority::PolicyBench PolicyLine::bench(const domain::SignedPolicy& policy, bool admits_simulated) const {
    authority::PolicyBench bench;
    if (const domain::Roster* known = roster(policy.edition.source)) {
        bench.roster = *known;
    }
    bench.site = {policy.edition.source, admits_simulated};
    if (head_) {
        bench.head = {editions_[*head_].policy.edition.number, editions_[*head_].policy.digest};
    }
    if (const Edition* known = find(policy.digest)) {
        bench.proposed_here = known->proposed_here;
    }
    return bench;
}

PolicyLine::Answer PolicyLine::ask(const domain::SignedPolicy& policy, bool admits_simulated,
                                   const authority::Verifier& verify, base::Instant now, Origin origin) const {
    Answer answer;
    answer.ruling = authority::rule_on_policy(policy, bench(policy, admits_simulated), verify, now);
    answer.fitness = fitness_of(policy.edition.document);
    if (answer.ruling.outcome != authority::Outcome::refused && answer.fitness.code != Code::none) {
        answer.ruling = {authority::Outcome::refused, answer.fitness.code, std::nullopt};
    }
    const Edition* known = find(policy.digest);
    if (origin == Origin::here && known != nullptr && known->state == EditionState::withdrawn) {
        answer.ruling = {authority::Outcome::refused, Code::withdrawn, std::nullopt};
    }
    return answer;
}

Code PolicyLine::ask(const domain::SignedPolicyWithdrawal& withdrawal, const Edition& edition, base::Instant now,
                     bool late) const {
    authority::PolicyBench by = bench(edition.policy, true);
    if (!late && by.head && by.head->digest == edition.policy.digest) {
        by.head.reset();
    }
    return authority::rule_on_withdrawal(withdrawal, edition.policy, by, crypto::holds, now);
}

std::vector<domain::PersonId> PolicyLine::signers_of(const domain::SignedPolicy& policy) const {
    std::vector<domain::PersonId> signers;
    const domain::Roster* known = roster(policy.edition.source);
    for (const domain::PolicySignature& one : policy.envelope.signatures) {
        const domain::Member* member = known != nullptr ? authority::owner_of(one.key, *known) : nullptr;
        signers.push_back(member != nullptr ? member->id : domain::PersonId());
    }
    return signers;
}

bool PolicyLine::take(const store::Entry& entry) {
    if (entry.kind == store::EntryKind::roster) {
        if (auto roster = wire::decode_roster(entry.body)) {
            rosters_.insert_or_assign(entry.source, std::move(roster).value());
        }
        return false;
    }
    if (entry.kind == store::EntryKind::configuration && entry.id.bytes() == policy_setting) {
        unsigned_text_ = std::string(document_in(entry.body));
        return !head_;
    }
    return entry.kind == store::EntryKind::policy && take_step(entry);
}

bool PolicyLine::take_step(const store::Entry& entry) {
    const auto step = record::read_policy_step(entry.body);
    auto policy = step ? open_policy(step->envelope) : base::Result<domain::SignedPolicy>(step.fault());
    if (!policy) {
        refuse(entry, nullptr, Code::broken_policy, policy.fault());
        return false;
    }
    if (!source_.empty() && policy->edition.source != source_) {
        return false;
    }
    switch (step->act) {
    case record::PolicyAct::proposed: propose(std::move(policy).value(), entry); return false;
    case record::PolicyAct::published: return publish(*step, std::move(policy).value(), entry);
    case record::PolicyAct::withdrawn: return take_back(*step, *policy, entry);
    }
    return false;
}

Edition& PolicyLine::edition(domain::SignedPolicy policy, const store::Entry& entry) {
    if (const auto place = place_of(policy.digest)) {
        return editions_[*place];
    }
    Edition one;
    if (const auto document = policy::read_document(policy.edition.document)) {
        one.version = document->version;
        one.title = document->title;
    }
    one.policy = std::move(policy);
    one.proposed_here = entry.received;
    one.index = entry.index;
    one.signers = signers_of(one.policy);
    editions_.push_back(std::move(one));
    return editions_.back();
}

void PolicyLine::refuse(const store::Entry& entry, Edition* edition, Code code, const Fault& fault) {
    refused_ = fault;
    refused_->where = fault.where.empty() ? "entry " + std::to_string(entry.index) : fault.where;
    if (edition != nullptr) {
        edition->code = code;
        edition->place = fault.where;
        edition->index = entry.index;
    }
}

void PolicyLine::propose(domain::SignedPolicy policy, const store::Entry& entry) {
    if (place_of(policy.digest)) {
        return;
    }
    const auto ruling = authority::rule_on_policy(policy, bench(policy, true), crypto::holds, entry.received);
    Edition& one = edition(std::move(policy), entry);
    if (ruling.outcome == authority::Outcome::refused) {
        one.state = EditionState::refused;
        refuse(entry, &one, ruling.code, {FaultCode::refused, std::string(authority::name_of(ruling.code)), {}});
    }
}

bool PolicyLine::take_back(const record::PolicyStep& step, const domain::SignedPolicy& policy,
                           const store::Entry& entry) {
    const auto place = place_of(policy.digest);
    const bool told = step.by.bytes() == record::told_by_gateway;
    if (!place || (told && !step.withdrawal)) {
        return false;
    }
    Edition& one = editions_[*place];
    if (step.withdrawal) {
        if (const Code code = ask(*step.withdrawal, one, entry.received, !told); code != Code::none) {
            refuse(entry, nullptr, code, {FaultCode::refused, std::string(authority::name_of(code)), {}});
            return false;
        }
    }
    const bool was_in_force = head_ == place;
    if (one.state != EditionState::proposed && !(was_in_force && told)) {
        return false;
    }
    one.state = EditionState::withdrawn;
    one.withdrawal = step.withdrawal;
    one.withdrawn = step.withdrawal ? step.withdrawal->withdrawal.withdrawn : entry.received;
    one.index = entry.index;
    if (was_in_force) {
        go_back_behind(*place);
    }
    return was_in_force;
}

/// The gateway never took the edition at `place`: what was in force before it is so again, and what waited behind that.
void PolicyLine::go_back_behind(std::size_t place) {
    const std::optional<domain::Digest> previous = editions_[place].policy.edition.previous;
    head_ = previous ? place_of(*previous) : std::nullopt;
    if (head_) {
        editions_[*head_].state = EditionState::in_force;
    }
    for (Edition& one : editions_) {
        if (one.state == EditionState::overtaken && !one.in_force_since && one.policy.edition.previous == previous) {
            one.state = EditionState::proposed;
        }
    }
}

bool PolicyLine::publish(const record::PolicyStep& step, domain::SignedPolicy policy, const store::Entry& entry) {
    const auto place = place_of(policy.digest);
    const bool told = step.by.bytes() == record::told_by_gateway;
    const bool withdrawn = place && editions_[*place].state == EditionState::withdrawn;
    if (place && editions_[*place].in_force_since && !(withdrawn && told)) {
        return false; // known for long
    }
    const Answer answer = ask(policy, true, crypto::holds, entry.received, told ? Origin::gateway : Origin::here);
    const bool counts = answer.ruling.outcome == authority::Outcome::allowed;
    policy.envelope = step.envelope;
    const bool known = place.has_value();
    auto signers = signers_of(policy);
    domain::PolicyEnvelope envelope = policy.envelope;
    Edition& one = edition(std::move(policy), entry);
    if (!counts) {
        one.state = known ? one.state : EditionState::refused; // what was taken back stays so
        Fault why = answer.fitness.code == answer.ruling.code
                        ? answer.fitness.fault
                        : Fault{FaultCode::refused, std::string(authority::name_of(answer.ruling.code)), {}};
        refuse(entry, &one, answer.ruling.code, why);
        return false;
    }
    one.policy.envelope = std::move(envelope);
    one.signers = std::move(signers);
    one.state = EditionState::in_force;
    one.in_force_since = entry.received;
    one.withdrawal.reset();
    one.withdrawn.reset();
    one.index = entry.index;
    one.code = Code::none;
    one.place.clear();
    const auto now_at = static_cast<std::size_t>(&one - editions_.data());
    for (std::size_t at = 0; at < editions_.size(); ++at) {
        const bool behind = editions_[at].state == EditionState::proposed ||
                            (editions_[at].state == EditionState::in_force && at != now_at);
        editions_[at].state = behind ? EditionState::overtaken : editions_[at].state;
    }
    head_ = now_at;
    refused_.reset();
    return true;
}

base::Result<PolicyLine> read_line(const store::Reader& reader, domain::SourceId source, std::uint64_t below,
                                   const PolicyChanged& changed) {
    std::vector<store::Entry> entries;
    for (const store::EntryKind kind :
         {store::EntryKind::roster, store::EntryKind::configuration, store::EntryKind::policy}) {
        REEVE_TRY(read_kind(reader, kind, below, entries));
    }
    std::sort(entries.begin(), entries.end(),
              [](const auto& left, const auto& right) { return left.index < right.index; });
    PolicyLine line(std::move(source));
    for (const store::Entry& entry : entries) {
        if (line.take(entry) && changed) {
            changed(line, entry);
        }
    }
    return line;
}

} // namespace verdicts
