// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/policy_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

namespace ui::policy {

QString PolicyWords::of(domain::PolicyPart part) {
    switch (part) {
    case domain::PolicyPart::document: return tr("Policy");
    case domain::PolicyPart::tier: return tr("Tier");
    case domain::PolicyPart::rule: return tr("Rule");
    case domain::PolicyPart::limit: return tr("Limit");
    case domain::PolicyPart::rate: return tr("Rate");
    case domain::PolicyPart::calendar: return tr("Calendar");
    case domain::PolicyPart::mode: return tr("Group");
    case domain::PolicyPart::answer: return tr("Time to answer");
    case domain::PolicyPart::unanswered: return tr("When nobody answers");
    case domain::PolicyPart::price_list: return tr("Price list");
    case domain::PolicyPart::reviewer: return tr("Second AI");
    case domain::PolicyPart::authority: return tr("Authority");
    case domain::PolicyPart::delegation: return tr("Delegation");
    case domain::PolicyPart::test: return tr("Test case");
    }
    return {};
}

QString PolicyWords::of(domain::ChangeKind kind) {
    switch (kind) {
    case domain::ChangeKind::added: return tr("Added");
    case domain::ChangeKind::removed: return tr("Removed");
    case domain::ChangeKind::changed: return tr("Changed");
    }
    return {};
}

QString PolicyWords::of(domain::ChangeDirection direction) {
    switch (direction) {
    case domain::ChangeDirection::none: return tr("No difference for orders");
    case domain::ChangeDirection::stricter: return tr("Stricter");
    case domain::ChangeDirection::looser: return tr("Lets more through");
    case domain::ChangeDirection::either: return tr("May let more through");
    }
    return {};
}

QString PolicyWords::of(domain::Lack lack) {
    switch (lack) {
    case domain::Lack::agent: return tr("the agent is not on file");
    case domain::Lack::mandate: return tr("the mandate is not on file");
    case domain::Lack::contract: return tr("the contract is not on file");
    case domain::Lack::window: return tr("the record does not reach back that far");
    case domain::Lack::habits: return tr("the record had just begun");
    case domain::Lack::people: return tr("no decision of a person is on record");
    }
    return {};
}

QString PolicyWords::outcome(const domain::Rehearsed& one) {
    if (one.let_through()) {
        return tr("Let through");
    }
    if (one.false_alarm()) {
        return tr("False alarm");
    }
    if (one.label == domain::ScenarioLabel::other || one.orders == 0) {
        return tr("Nothing to judge");
    }
    return one.label == domain::ScenarioLabel::honest ? tr("Passes, as it should") : tr("Stopped");
}

QString PolicyWords::of_rule(const std::optional<domain::Tier>& tier) {
    return tier ? look::Words::of(*tier) : tr("Only a note");
}

QString PolicyWords::money(const domain::Flow& flow, const text::Formats& formats) {
    if (flow.beyond) {
        return tr("Beyond counting");
    }
    QStringList parts;
    for (const auto& [currency, minor] : flow.minor) {
        parts.append(formats.money({minor, currency}));
    }
    return parts.isEmpty() ? QStringLiteral("—") : parts.join(QStringLiteral(", "));
}

QString PolicyWords::why(const domain::ShortVerdict& verdict) {
    QStringList parts;
    if (verdict.by_amount != domain::Tier::automatic) {
        parts.append(text::fill(tr("by amount %1"), {look::Words::of(verdict.by_amount)}));
    }
    for (const domain::UntrustedText& reason : verdict.reasons) {
        parts.append(text::safe(reason).qstring());
    }
    for (const std::string& limit : verdict.limits) {
        parts.append(text::fill(tr("limit exceeded: %1"), {text::safe(std::string_view(limit))}));
    }
    for (const domain::UntrustedText& record : verdict.missing) {
        parts.append(text::fill(tr("not on file: %1"), {text::safe(record)}));
    }
    return parts.isEmpty() ? tr("Nothing speaks against it") : parts.join(QStringLiteral("; "));
}

} // namespace ui::policy
