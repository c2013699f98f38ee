// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/policy_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/amounts.h"
#include "ui/look/words.h"

#include "app/domain/names.h"

#include <array>

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

QStringList PolicyWords::parts() {
    QStringList all;
    for (int part = 0; part <= static_cast<int>(domain::PolicyPart::test); ++part) {
        all.append(of(static_cast<domain::PolicyPart>(part)));
    }
    return all;
}

QStringList PolicyWords::directions() {
    QStringList all;
    for (int direction = 0; direction <= static_cast<int>(domain::ChangeDirection::either); ++direction) {
        all.append(of(static_cast<domain::ChangeDirection>(direction)));
    }
    return all;
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

QString PolicyWords::why(const domain::ShortVerdict& verdict, const text::Formats& formats) {
    QStringList parts;
    if (verdict.by_amount != domain::Tier::automatic) {
        parts.append(text::fill(tr("By amount: %1"), {look::Words::of(verdict.by_amount)}));
    }
    for (const domain::UntrustedText& reason : verdict.reasons) {
        parts.append(look::with_amounts(text::safe(reason).qstring(), formats));
    }
    for (const std::string& limit : verdict.limits) {
        parts.append(text::fill(tr("Limit exceeded: %1"), {text::safe(std::string_view(limit))}));
    }
    for (const domain::UntrustedText& record : verdict.missing) {
        parts.append(text::fill(tr("Not on file: %1"), {text::safe(record)}));
    }
    if (!verdict.matter.empty()) {
        parts.append(text::fill(tr("One case with all orders of %1"), {text::safe(verdict.matter)}));
    }
    return parts.isEmpty() ? tr("Nothing speaks against it") : parts.join(QStringLiteral("; "));
}

namespace {

struct Member {
    const char* name;
    const char* words;
};

constexpr std::array members{
    Member{"title", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Title")},
    Member{"when", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Condition")},
    Member{"tier", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "At least")},
    Member{"severity", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Severity")},
    Member{"gather", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "One work item for each")},
    Member{"join", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "One case for each")},
    Member{"guidance", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Guidance")},
    Member{"reason", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Reason")},
    Member{"evidence", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Evidence")},
    Member{"owner", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Owner")},
    Member{"departments", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Departments")},
    Member{"review_by", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Look again by")},
    Member{"per", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "For each")},
    Member{"key", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Only for")},
    Member{"period", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Period")},
    Member{"most", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "At most")},
    Member{"from", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "From")},
    Member{"to", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "To")},
    Member{"since", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Since")},
    Member{"until", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Until")},
    Member{"up_to", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Up to")},
    Member{"then", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Then")},
    Member{"person", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Person")},
    Member{"role", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Role")},
    Member{"categories", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Categories")},
    Member{"cost_centres", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Cost centres")},
    Member{"groups", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Groups of agents")},
    Member{"zone", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Time zone")},
    Member{"days", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Days")},
    Member{"holidays", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Holidays")},
    Member{"supplier", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Supplier")},
    Member{"rules", QT_TRANSLATE_NOOP("ui::policy::PolicyWords", "Rules")},
};

} // namespace

QString PolicyWords::which(const domain::PolicyChange& change) {
    const bool of_tier = change.part == domain::PolicyPart::tier || change.part == domain::PolicyPart::answer ||
                         change.part == domain::PolicyPart::unanswered;
    const auto tier = of_tier ? domain::from_name<domain::Tier>(change.id) : std::nullopt;
    const std::string& named = change.title.empty() ? change.id : change.title;
    return tier            ? look::Words::of(*tier)
           : named.empty() ? QStringLiteral("—")
                           : text::safe(std::string_view(named)).qstring();
}

QString PolicyWords::member(const domain::PolicyChange& change, const std::string& name) {
    const bool of_document = change.part == domain::PolicyPart::document;
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& one) { return one.name == name; });
    return found == members.end() || of_document ? text::safe(std::string_view(name)).qstring() : tr(found->words);
}

QString PolicyWords::value(const domain::PolicyChange& change, const std::string& member, const std::string& value,
                           const text::Formats& formats) {
    if (value.empty()) {
        return QStringLiteral("—");
    }
    if (member == "tier" && change.part != domain::PolicyPart::document) {
        const auto tier = domain::from_name<domain::Tier>(value);
        return tier ? look::Words::of(*tier) : text::safe(std::string_view(value)).qstring();
    }
    if (member == "then" && value == domain::name_of(domain::WhenUnanswered::expire)) {
        return tr("The order lapses");
    }
    if (member == "then" && value == domain::name_of(domain::WhenUnanswered::hold)) {
        return tr("It goes on waiting");
    }
    if (member == "then" && value == domain::name_of(domain::WhenUnanswered::escalate)) {
        return tr("It is escalated");
    }
    const QString shown = text::safe(std::string_view(value)).qstring();
    // A condition is read as it is written.
    return member == "when" || member.starts_with("given ") ? shown : look::with_amounts(shown, formats);
}

} // namespace ui::policy
