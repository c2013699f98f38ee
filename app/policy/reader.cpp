// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/policy/approval_reader.h"
#include "app/policy/document.h"
#include "app/policy/parts.h"

#include <algorithm>

namespace policy {

namespace {

constexpr json::Limits limits = {32, std::size_t{8} * 1024 * 1024};
constexpr std::size_t most_rules = 5000;

template <class T>
std::vector<T> read_all(json::Fields& fields, std::string_view name, T (*read)(const json::View&, json::Trouble&)) {
    std::vector<T> all;
    if (const auto list = fields.optional_array(name)) {
        for (const json::View one : *list) {
            all.push_back(read(one, fields.trouble()));
        }
    }
    return all;
}

TierFrom read_tier(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    TierFrom tier{read_name<domain::Tier>(fields, "tier"), read_money(fields, "from")};
    fields.refuse_others({"tier", "from"});
    return tier;
}

Rule read_rule(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    Rule rule;
    rule.id = read_id(fields, "id");
    rule.title = fields.string("title");
    rule.when = fields.string("when");
    if (fields.has("tier")) {
        rule.tier = read_name<domain::Tier>(fields, "tier");
    }
    rule.severity = fields.has("severity") ? read_name<domain::Severity>(fields, "severity") : rule.severity;
    rule.reason = fields.string("reason");
    rule.gather = fields.optional_string("gather");
    rule.join = fields.optional_string("join");
    if (!rule.join.empty() && !rule.gather.empty()) {
        fields.blame("join", base::FaultCode::malformed, "a rule gathers or joins, not both");
    }
    rule.guidance = fields.optional_string("guidance");
    rule.evidence = read_texts(fields, "evidence");
    rule.owner = fields.string("owner");
    rule.departments = read_texts(fields, "departments");
    rule.review_by = read_day(fields, "review_by");
    fields.refuse_others({"id", "title", "when", "tier", "severity", "reason", "gather", "join", "guidance", "evidence",
                          "owner", "departments", "review_by"});
    return rule;
}

Limit read_limit(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    Limit limit;
    limit.id = read_id(fields, "id");
    limit.title = fields.string("title");
    limit.per = read_name<Per>(fields, "per");
    limit.key = fields.optional_string("key");
    limit.period = read_name<Period>(fields, "period");
    limit.most = read_money(fields, "most");
    limit.tier = fields.has("tier") ? read_name<domain::Tier>(fields, "tier") : limit.tier;
    if (limit.most.minor < 0) {
        fields.blame("most", base::FaultCode::malformed, "a limit is not below zero");
    }
    fields.refuse_others({"id", "title", "per", "key", "period", "most", "tier"});
    return limit;
}

Calendar read_calendar(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    Calendar calendar;
    calendar.zone = fields.string("zone");
    if (const auto days = fields.array("days")) {
        for (const json::View day : *days) {
            const auto number = day.int32();
            if (!number || *number < 0 || *number > 6) {
                trouble.add(day.fault(base::FaultCode::malformed, "a day of the week is 0 (Sunday) to 6"));
                break;
            }
            calendar.days[static_cast<std::size_t>(*number)] = true;
        }
    }
    calendar.from_minute = read_minute(fields, "from");
    calendar.to_minute = read_minute(fields, "to");
    if (calendar.from_minute >= calendar.to_minute) {
        fields.blame("to", base::FaultCode::malformed, "work ends after it begins");
    }
    for (const std::string& holiday : read_texts(fields, "holidays")) {
        if (!is_day(holiday)) {
            fields.blame("holidays", base::FaultCode::malformed, "not a day (2026-12-25): " + holiday);
        }
        calendar.holidays.insert(holiday);
    }
    fields.refuse_others({"zone", "days", "from", "to", "holidays"});
    return calendar;
}

cel::RateTable read_rates(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    cel::RateTable table{std::string(fields.string("name")), read_day(fields, "date"), {}};
    if (const auto rates = fields.array("rates")) {
        for (const json::View one : *rates) {
            json::Fields rate(one, trouble);
            const auto made =
                cel::rate_from(read_currency(rate, "from"), read_currency(rate, "to"), rate.string("rate"));
            if (!made) {
                rate.blame("rate", made.fault());
            } else if (table.find(made->from, made->to) != nullptr) {
                rate.blame("to", base::FaultCode::malformed, "these two currencies have a rate already");
            } else {
                table.rates.push_back(*made);
            }
            rate.refuse_others({"from", "to", "rate"});
        }
    }
    fields.refuse_others({"name", "date", "rates"});
    return table;
}

domain::ContractPrice read_price(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    domain::ContractPrice price;
    price.item_id = fields.string("item");
    price.unit = fields.string("unit");
    price.unit_price = read_money(fields, "price");
    if (price.item_id.empty() || price.unit_price.minor < 0) {
        fields.blame("item", base::FaultCode::malformed, "a price has an item and is not below zero");
    }
    fields.refuse_others({"item", "unit", "price"});
    return price;
}

domain::Contract read_price_list(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    domain::Contract list;
    list.id = domain::ContractId(read_id(fields, "id"));
    list.title = domain::UntrustedText(std::string(fields.string("title")));
    list.supplier.id = domain::SupplierId(std::string(fields.string("supplier")));
    for (auto [name, at] : {std::pair("from", &list.not_before), std::pair("until", &list.not_after)}) {
        const auto moment = base::from_rfc3339(fields.string(name));
        if (moment) {
            *at = *moment;
        } else if (!trouble.any()) {
            fields.blame(name, moment.fault());
        }
    }
    list.prices = read_all(fields, "prices", read_price);
    fields.refuse_others({"id", "title", "supplier", "from", "until", "prices"});
    return list;
}

Reviewer read_reviewer(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    Reviewer reviewer;
    reviewer.name = fields.string("name");
    if (reviewer.name.empty() && !trouble.any()) {
        fields.blame("name", base::FaultCode::malformed, "a reviewer has a name");
    }
    const auto key = base::array_from_base64<32>(fields.string("key"));
    if (key) {
        reviewer.key = *key;
    } else if (!trouble.any()) {
        fields.blame("key", key.fault());
    }
    reviewer.look_percent = fields.int32("look_percent");
    if ((reviewer.look_percent < 1 || reviewer.look_percent > 100) && !trouble.any()) {
        fields.blame("look_percent", base::FaultCode::malformed, "a person looks at 1 to 100 percent of them");
    }
    fields.refuse_others({"name", "key", "look_percent"});
    return reviewer;
}

TestCase read_test(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    TestCase test;
    test.title = fields.string("title");
    if (const auto given = fields.object("given")) {
        for (const json::View one : *given) {
            test.given.emplace(std::string(one.key()), json::canonical(one));
        }
    }
    test.tier = read_name<domain::Tier>(fields, "tier");
    test.names_rules = fields.has("rules");
    test.rules = read_texts(fields, "rules");
    fields.refuse_others({"title", "given", "tier", "rules"});
    return test;
}

void read_modes(json::Fields& fields, Document& document) {
    if (const auto modes = fields.object("modes")) {
        json::Fields each(*modes, fields.trouble());
        for (const json::View one : *modes) {
            document.modes[std::string(one.key())] = read_name<domain::Mode>(each, one.key());
        }
    }
    if (!document.modes.contains("*")) {
        fields.blame("modes", base::FaultCode::malformed, "the mode of all other groups (\"*\") is missing");
    }
}

void read_answers(json::Fields& fields, Document& document) {
    if (const auto answers = fields.optional_object("answer_within")) {
        json::Fields each(*answers, fields.trouble());
        for (const json::View one : *answers) {
            const auto tier = domain::from_name<domain::Tier>(one.key());
            const int minutes = each.int32(one.key());
            if (!tier || minutes <= 0) {
                each.blame(one.key(), base::FaultCode::malformed, "not a tier with minutes above zero");
                return;
            }
            document.answer_within[*tier] = std::chrono::minutes(minutes);
        }
    }
}

void read_unanswered(json::Fields& fields, Document& document) {
    const auto all = fields.optional_object("when_unanswered");
    if (!all) {
        return;
    }
    json::Fields each(*all, fields.trouble());
    for (const json::View one : *all) {
        const auto tier = domain::from_name<domain::Tier>(one.key());
        if (!tier || !document.answer_within.contains(*tier)) {
            each.blame(one.key(), base::FaultCode::malformed, "not a tier with a time to answer");
            return;
        }
        const auto rule = each.object(one.key());
        if (!rule) {
            return;
        }
        document.when_unanswered[*tier] = read_unanswered_rule(*rule, fields.trouble());
    }
}

/// Tiers rise, in friction and amount, in one currency.
void check_tiers(json::Fields& fields, const Document& document) {
    for (std::size_t index = 0; index < document.tiers.size(); ++index) {
        const TierFrom& tier = document.tiers[index];
        const TierFrom& before = document.tiers[index == 0 ? 0 : index - 1];
        const bool rises = index == 0 || (tier.tier > before.tier && tier.from.minor > before.from.minor);
        if (!rises || tier.from.minor < 0 || tier.from.currency != before.from.currency ||
            tier.tier == domain::Tier::automatic) {
            fields.blame("tiers", base::FaultCode::malformed,
                         "tier " + std::to_string(index + 1) +
                             " does not rise: above automatic, in tier and amount, in one currency");
            return;
        }
    }
    if (document.tiers.empty()) {
        fields.blame("tiers", base::FaultCode::malformed, "a policy has at least one tier above automatic");
    }
}

void check_ids(json::Fields& fields, const Document& document) {
    std::set<std::string> ids;
    for (const Rule& rule : document.rules) {
        if (!ids.insert(rule.id).second) {
            fields.blame("rules", base::FaultCode::malformed, "two rules have the id " + rule.id);
        }
    }
    for (const Limit& limit : document.limits) {
        if (!ids.insert(limit.id).second) {
            fields.blame("limits", base::FaultCode::malformed, "the id " + limit.id + " is taken");
        }
    }
    for (const domain::Contract& list : document.price_lists) {
        if (!ids.insert(list.id.bytes()).second) {
            fields.blame("price_lists", base::FaultCode::malformed, "the id " + list.id.bytes() + " is taken");
        }
    }
    std::set<domain::PublicKey> keys;
    for (const Reviewer& reviewer : document.reviewers) {
        if (!keys.insert(reviewer.key).second) {
            fields.blame("reviewers", base::FaultCode::malformed, "two reviewers have the key of " + reviewer.name);
        }
    }
    if (document.rules.size() > most_rules) {
        fields.blame("rules", base::FaultCode::too_large, "a policy has at most 5000 rules");
    }
}

} // namespace

base::Result<Document> read_document(std::string_view text) {
    const auto parsed = json::Document::parse(text, limits);
    if (!parsed) {
        return parsed.fault();
    }
    json::Trouble trouble;
    json::Fields fields(parsed->root(), trouble);
    Document document;
    const std::string format(fields.string("format"));
    if (!trouble.any() && format != "reeve-policy/1") {
        return base::Fault{base::FaultCode::unsupported, "not a policy of this build's format: " + format, "/format"};
    }
    document.version = read_id(fields, "version");
    document.title = fields.string("title");
    document.tiers = read_all(fields, "tiers", read_tier);
    document.rules = read_all(fields, "rules", read_rule);
    document.limits = read_all(fields, "limits", read_limit);
    document.price_lists = read_all(fields, "price_lists", read_price_list);
    document.reviewers = read_all(fields, "reviewers", read_reviewer);
    document.tests = read_all(fields, "tests", read_test);
    if (const auto rates = fields.optional_object("rates")) {
        document.rates = read_rates(*rates, trouble);
    }
    if (const auto calendar = fields.optional_object("calendar")) {
        document.calendar = read_calendar(*calendar, trouble);
    }
    if (const auto authority = fields.optional_object("authority")) {
        document.authority = read_authority(*authority, trouble);
    }
    read_modes(fields, document);
    read_answers(fields, document);
    read_unanswered(fields, document);
    document.probation = fields.has("probation") ? read_name<domain::Tier>(fields, "probation") : document.probation;
    document.unknown = fields.has("unknown") ? read_name<domain::Tier>(fields, "unknown") : document.unknown;
    if (document.unknown == domain::Tier::automatic) {
        fields.blame("unknown", base::FaultCode::malformed, "what cannot be known is never automatic");
    }
    document.own_view_percent =
        fields.has("own_view_percent") ? fields.int32("own_view_percent") : document.own_view_percent;
    if (document.own_view_percent < 0 || document.own_view_percent > 100) {
        fields.blame("own_view_percent", base::FaultCode::malformed, "a share is 0 to 100 of a hundred");
    }
    check_tiers(fields, document);
    check_ids(fields, document);
    fields.refuse_others({"format", "version", "title", "tiers", "rules", "limits", "tests", "rates", "calendar",
                          "modes", "answer_within", "probation", "unknown", "price_lists", "own_view_percent",
                          "reviewers", "authority", "when_unanswered"});
    if (const auto done = trouble.done(); !done) {
        return done.fault();
    }
    return document;
}

} // namespace policy
