// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/explain.h"

#include "app/base/encoding.h"
#include "app/crypto/signing.h"
#include "app/policy/reviewers.h"
#include "app/verdicts/kept.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>
#include <map>

namespace verdicts {

namespace {

using ports::DataKind;
using ports::Judgement;

/// As far as the entry says it without its policy.
void take_kept(const Kept& kept, Judgement& judgement) {
    judgement.policy_version = kept.policy_version;
    judgement.policy_digest = base::to_hex(kept.policy);
    domain::Verdict& verdict = judgement.verdict;
    verdict.policy_version = kept.policy_version;
    verdict.tier = kept.tier;
    verdict.case_tier = kept.case_tier;
    verdict.tier_by_amount = kept.tier_by_amount;
    verdict.mode = kept.mode;
    verdict.unknown = kept.unknown;
    verdict.matter = domain::UntrustedText(kept.matter);
    for (const std::string& record : kept.missing) {
        verdict.missing.emplace_back(record);
    }
    for (const KeptRule& rule : kept.rules) {
        ports::JudgedRule one;
        one.verdict.rule = one.verdict.title = rule.rule;
        one.verdict.cause = domain::UntrustedText(rule.cause);
        one.verdict.outcome = rule.failed ? domain::RuleVerdict::Outcome::failed : domain::RuleVerdict::Outcome::fired;
        judgement.rules.push_back(std::move(one));
    }
}

bool is_what_was_kept(const domain::Verdict& again, const Kept& kept) {
    std::vector<std::string> fired;
    for (const domain::RuleVerdict& rule : again.rules) {
        if (rule.outcome != domain::RuleVerdict::Outcome::quiet) {
            fired.push_back(rule.rule);
        }
    }
    return again.tier == kept.tier && again.case_tier == kept.case_tier && again.mode == kept.mode &&
           again.tier_by_amount == kept.tier_by_amount && again.unknown == kept.unknown &&
           std::equal(fired.begin(), fired.end(), kept.rules.begin(), kept.rules.end(),
                      [](const std::string& id, const KeptRule& rule) { return id == rule.rule; });
}

void take_rules(domain::Verdict& verdict, const policy::Document& document, Judgement& judgement) {
    std::map<std::string, const policy::Rule*> written;
    for (const policy::Rule& rule : document.rules) {
        written.emplace(rule.id, &rule);
    }
    judgement.rules.clear();
    for (domain::RuleVerdict& rule : verdict.rules) {
        const policy::Rule& of = *written.at(rule.rule);
        judgement.rules.push_back(
            {std::move(rule), of.when, of.guidance, of.evidence, of.owner, of.departments, of.review_by});
    }
    verdict.rules.clear();
    for (const policy::TierFrom& tier : document.tiers) {
        judgement.ladder.push_back({tier.tier, tier.from});
    }
}

void take_data(const policy::Recalled& recalled, const domain::Subject& order, Judgement& judgement) {
    const auto add = [&](DataKind kind, bool on_file, const std::optional<base::Instant>& told) {
        judgement.data.push_back({kind, on_file, told});
    };
    add(DataKind::agent, recalled.agent_told.has_value(), recalled.agent_told);
    if (order.mandate) {
        add(DataKind::mandate, recalled.mandate_told.has_value(), recalled.mandate_told);
    }
    if (order.contract) {
        add(DataKind::contract, recalled.contract_told.has_value(), recalled.contract_told);
    }
    std::optional<base::Instant> oldest;
    bool all = !recalled.last_prices.empty();
    for (const auto& price : recalled.last_prices) {
        all = all && price.has_value();
        oldest = !price ? oldest : oldest ? std::min(*oldest, price->at) : price->at;
    }
    add(DataKind::last_price, all, oldest);
    add(DataKind::spend, true, recalled.now);
    const cel::Value& looked = recalled.row[policy::slot_of("human.looked")];
    const bool known = looked.is(cel::Kind::timestamp);
    add(DataKind::person_looked, known,
        known ? std::optional(base::Instant(std::chrono::seconds(looked.timestamp().seconds))) : std::nullopt);
}

void take_together(const policy::Recalled& recalled, Judgement& judgement) {
    const cel::Value& total = recalled.row[policy::slot_of("together.total")];
    const cel::Value& count = recalled.row[policy::slot_of("together.count")];
    judgement.together = total.is(cel::Kind::money) ? std::optional(total.money()) : std::nullopt;
    judgement.pieces = count.is(cel::Kind::integer) ? count.integer() : 1;
    judgement.batch = recalled.row[policy::slot_of("together.batch")].is_true();
}

/// Judges again; true when everything could be read.
bool judge_again(const json::View& seen, const domain::TransactionVersion& version, const Kept& kept, Policy& policy,
                 Judgement& judgement) {
    cel::Arena arena;
    const auto recalled = policy::read_seen(seen, version, policy.book, arena);
    if (!recalled) {
        return false;
    }
    domain::Verdict again = policy.book.judge_again(*recalled);
    judgement.rebuilt = is_what_was_kept(again, kept) ? ports::Rebuilt::same : ports::Rebuilt::differs;
    take_rules(again, policy.book.document(), judgement);
    take_data(*recalled, version.subject, judgement);
    take_together(*recalled, judgement);
    judgement.policy_title = policy.book.document().title;
    judgement.own_view_percent = policy.book.document().own_view_percent;
    again.tier = kept.tier; // what was judged then counts
    again.case_tier = kept.case_tier;
    again.matter = domain::UntrustedText(kept.matter);
    judgement.verdict = std::move(again);
    return true;
}

/// An event that a second AI reviewer's word came with.
struct Given {
    std::uint64_t index = 0;
    base::Instant time{};
    domain::SourceId source;
    domain::ConfirmationGiven word;
};

std::vector<Given> words_of_reviewers(const std::vector<store::Entry>& entries) {
    std::vector<Given> words;
    wire::Decoder decoder;
    for (const store::Entry& entry : entries) {
        if (entry.kind != store::EntryKind::event || entry.type != domain::EventType::confirmation_given) {
            continue;
        }
        auto event = decoder.decode(entry.body);
        if (event && std::holds_alternative<domain::ConfirmationGiven>(event->payload)) {
            words.push_back({entry.index, event->time, event->source,
                             std::get<domain::ConfirmationGiven>(std::move(event->payload))});
        }
    }
    return words;
}

ports::ReviewerWord weigh(const Given& given, const domain::TransactionVersion& version, domain::Tier tier,
                          const Policy* policy) {
    const policy::Document none;
    const policy::Document& document = policy == nullptr ? none : policy->book.document();
    const bool holds =
        crypto::holds(given.word.key, wire::confirmation_bytes(given.source, given.word), given.word.signature);
    const policy::Reviewer* named = policy::find_reviewer(document, given.word.key);
    return {given.index,
            given.time,
            domain::UntrustedText(holds && named != nullptr ? named->name : given.word.reviewer),
            given.word.confirms,
            given.word.note,
            policy::standing_of(given.word, holds, version, tier, document)};
}

} // namespace

Judgement explain(const store::Entry& entry, const domain::TransactionVersion& version, std::uint64_t order_index,
                  Policy* policy) {
    Judgement judgement;
    judgement.index = entry.index;
    judgement.order_index = order_index;
    judgement.order_time = entry.time;
    judgement.recorded = entry.received;
    judgement.version = entry.version;
    judgement.verdict.tier = judgement.verdict.case_tier = entry.tier.value_or(domain::Tier::blocked);
    const auto parsed = json::Document::parse(entry.body);
    const auto kept = parsed ? read(parsed->root()) : base::Result<Kept>(parsed.fault());
    if (!kept) {
        return judgement;
    }
    take_kept(*kept, judgement);
    if (policy == nullptr) {
        judgement.rebuilt = ports::Rebuilt::no_policy;
        return judgement;
    }
    const auto seen = parsed->root().member("seen");
    if (!seen || kept->digest != version.digest || !judge_again(*seen, version, *kept, *policy, judgement)) {
        judgement.rebuilt = ports::Rebuilt::unreadable;
    }
    return judgement;
}

base::Result<std::vector<Judgement>> explain_all(const store::Reader& reader,
                                                 const std::vector<store::Entry>& entries) {
    std::map<std::uint64_t, domain::TransactionVersion> versions;
    std::map<domain::Digest, std::optional<Policy>> policies;
    const std::vector<Given> words = words_of_reviewers(entries);
    std::vector<Judgement> all;
    wire::Decoder decoder;
    for (const store::Entry& entry : entries) {
        if (entry.kind == store::EntryKind::event) {
            auto event = decoder.decode(entry.body);
            if (event && std::holds_alternative<domain::TransactionVersion>(event->payload)) {
                versions.emplace(entry.index, std::get<domain::TransactionVersion>(std::move(event->payload)));
            }
            continue;
        }
        if (entry.kind != store::EntryKind::verdict) {
            continue;
        }
        const auto kept = read(entry.body);
        const auto version = kept ? versions.find(kept->order_index) : versions.end();
        if (version == versions.end()) {
            all.push_back(explain(entry, {}, 0, nullptr));
            all.back().rebuilt = ports::Rebuilt::unreadable;
            continue;
        }
        auto policy = policies.find(kept->policy);
        if (policy == policies.end()) {
            auto text = find_document(reader, kept->policy);
            if (!text && text.fault().code != base::FaultCode::not_found) {
                return text.fault();
            }
            auto compiled = text ? compile(std::move(text).value()) : base::Result<Policy>(text.fault());
            policy =
                policies.emplace(kept->policy, compiled ? std::optional(std::move(compiled).value()) : std::nullopt)
                    .first;
        }
        Policy* judge = policy->second ? &*policy->second : nullptr;
        all.push_back(explain(entry, version->second, kept->order_index, judge));
        for (const Given& given : words) {
            if (given.word.version == version->second.version) {
                all.back().reviewers.push_back(weigh(given, version->second, all.back().verdict.tier, judge));
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& one, const auto& other) { return one.version < other.version; });
    return all;
}

} // namespace verdicts
