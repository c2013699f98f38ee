// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/kept.h"

#include "app/base/encoding.h"
#include "app/json/fields.h"
#include "app/policy/parts.h"
#include "app/policy/thresholds.h"
#include "app/record/case_words.h"

namespace verdicts {

namespace {

using domain::RuleVerdict;

constexpr std::string_view format = "reeve-verdict/1";

json::Value rules_of(const domain::Verdict& verdict) {
    json::Value rules = json::Value::array();
    for (const RuleVerdict& rule : verdict.rules) {
        if (rule.outcome == RuleVerdict::Outcome::quiet) {
            continue;
        }
        json::Value one = json::Value::object({{"rule", json::Value(rule.rule)}});
        one.set_text("cause", rule.cause.bytes());
        if (rule.outcome == RuleVerdict::Outcome::failed) {
            one.set("failed", true);
        }
        rules.append(std::move(one));
    }
    return rules;
}

domain::Digest read_digest(json::Fields& fields, const char* name) {
    const auto digest = base::array_from_base64<32>(fields.string(name));
    if (!digest) {
        fields.blame(name, digest.fault());
        return {};
    }
    return *digest;
}

} // namespace

record::Draft draft_of(std::uint64_t order_index, const policy::Case& one, const policy::Judged& judged,
                       const policy::RuleBook& book, const domain::Digest& policy) {
    const domain::TransactionVersion& version = one.version;
    const domain::Verdict& verdict = judged.verdict;
    json::Value body = json::Value::object({{"format", json::Value(format)},
                                            {"order", json::Value::decimal(order_index)},
                                            {"subject", json::Value(base::to_base64(version.digest))},
                                            {"policy_version", json::Value(verdict.policy_version)},
                                            {"policy", json::Value(base::to_base64(policy))},
                                            {"tier", json::Value(domain::name_of(verdict.tier))},
                                            {"case_tier", json::Value(domain::name_of(verdict.case_tier))},
                                            {"tier_by_amount", json::Value(domain::name_of(verdict.tier_by_amount))},
                                            {"mode", json::Value(policy::name_of(verdict.mode))},
                                            {"unknown", json::Value(verdict.unknown)},
                                            {"rules", rules_of(verdict)},
                                            {"seen", policy::write_seen(one, judged, book)}});
    body.set_text("run", verdict.run.bytes());
    body.set_text("matter", verdict.matter.bytes());
    record::Draft draft;
    draft.header.kind = store::EntryKind::verdict;
    draft.header.source = version.key.source;
    draft.header.id = domain::EventId(std::to_string(order_index));
    draft.header.time = one.now;
    draft.header.agent = version.subject.agent;
    draft.header.transaction = version.key.id;
    draft.header.version = version.version;
    draft.header.supplier = version.subject.supplier.id;
    draft.header.tier = verdict.tier;
    draft.header.category = verdict.is_case() ? std::string(domain::name_of(verdict.case_tier)) : std::string();
    draft.header.category += verdict.is_case() && !verdict.matter.empty() ? record::matter_mark : std::string_view();
    draft.body = json::canonical(body);
    return draft;
}

base::Result<Kept> read(const json::View& body) {
    json::Trouble trouble;
    json::Fields fields(body, trouble);
    Kept kept;
    const std::string_view found = fields.string("format");
    if (!trouble.any() && found != format) {
        return base::Fault{base::FaultCode::unsupported, "not a verdict of this build's format", "/format"};
    }
    kept.order_index = fields.decimal_uint64("order");
    kept.digest = read_digest(fields, "subject");
    kept.policy_version = fields.string("policy_version");
    kept.policy = read_digest(fields, "policy");
    kept.tier = policy::read_name<domain::Tier>(fields, "tier");
    kept.case_tier = policy::read_name<domain::Tier>(fields, "case_tier");
    kept.tier_by_amount = policy::read_name<domain::Tier>(fields, "tier_by_amount");
    kept.mode = policy::read_name<domain::Mode>(fields, "mode");
    kept.unknown = fields.boolean("unknown");
    kept.run = fields.optional_string("run");
    kept.matter = fields.optional_string("matter");
    if (const auto rules = fields.array("rules")) {
        for (const json::View one : *rules) {
            json::Fields rule(one, trouble);
            kept.rules.push_back({std::string(rule.string("rule")), std::string(rule.optional_string("cause")),
                                  rule.optional_boolean("failed", false)});
        }
    }
    if (const auto seen = fields.object("seen")) {
        json::Fields inner(*seen, trouble);
        kept.missing = policy::read_texts(inner, "missing");
        const auto values = inner.has("values") ? inner.object("values") : std::nullopt;
        const auto together = values ? values->member("together.total") : std::nullopt;
        if (together && together->is_string()) {
            kept.together = policy::amount_in(together->string());
        }
    }
    if (const auto done = trouble.done(); !done) {
        return done.fault();
    }
    return kept;
}

base::Result<Kept> read(std::string_view body) {
    const auto parsed = json::Document::parse(body);
    if (!parsed) {
        return parsed.fault();
    }
    return read(parsed->root());
}

} // namespace verdicts
