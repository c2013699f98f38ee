// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/difference.h"

#include "app/base/encoding.h"
#include "app/cel/token.h"
#include "app/policy/members.h"

#include <algorithm>
#include <functional>

namespace policy {

namespace {

/// Two lists of things with an id, told apart.
template <class T>
struct Compared {
    std::vector<Change>& into;
    Part part;
    std::function<std::string(const T&)> id;
    std::function<std::string(const T&)> title;
    Members (*members)(const T&);
    std::function<Direction(const T* before, const T* after)> direction;

    void add(const T* before, const T* after) const {
        const Members was = before == nullptr ? Members() : members(*before);
        const Members is = after == nullptr ? Members() : members(*after);
        Change change;
        change.part = part;
        change.kind = before == nullptr  ? ChangeKind::added
                      : after == nullptr ? ChangeKind::removed
                                         : ChangeKind::changed;
        change.fields = differing(was, is);
        if (change.fields.empty()) {
            return;
        }
        const T& named = after == nullptr ? *before : *after;
        change.id = id(named);
        change.title = title ? title(named) : std::string();
        change.direction = direction ? direction(before, after) : Direction::none;
        into.push_back(std::move(change));
    }

    void run(const std::vector<T>& before, const std::vector<T>& after) const {
        const auto find = [this](const std::vector<T>& all, const T& wanted) {
            const auto found =
                std::find_if(all.begin(), all.end(), [&](const T& one) { return id(one) == id(wanted); });
            return found == all.end() ? nullptr : &*found;
        };
        for (const T& one : after) {
            add(find(before, one), &one);
        }
        for (const T& one : before) {
            if (find(after, one) == nullptr) {
                add(&one, nullptr);
            }
        }
    }
};

Direction joined(Direction left, Direction right) {
    return left == Direction::none ? right : right == Direction::none ? left : left == right ? left : Direction::either;
}

/// More of `what` (a higher tier asked for) is stricter.
template <class T>
Direction rising(const T& before, const T& after) {
    return before == after ? Direction::none : before < after ? Direction::stricter : Direction::looser;
}

Direction of_amounts(const domain::Money& before, const domain::Money& after) {
    return before.currency != after.currency ? Direction::either : rising(after.minor, before.minor);
}

Direction of_tier(const TierFrom* before, const TierFrom* after) {
    return before == nullptr  ? Direction::stricter
           : after == nullptr ? Direction::looser
                              : of_amounts(before->from, after->from);
}

Direction of_rule(const Rule* before, const Rule* after) {
    if (before == nullptr || after == nullptr) {
        const bool raises = (before == nullptr ? after : before)->tier.has_value();
        return !raises ? Direction::none : before == nullptr ? Direction::stricter : Direction::looser;
    }
    const Direction condition = same_words(before->when) == same_words(after->when) ? Direction::none
                                : before->tier || after->tier                       ? Direction::either
                                                                                    : Direction::none;
    const Direction gathered = rising(!before->gather.empty(), !after->gather.empty()) == Direction::none
                                   ? Direction::none
                                   : Direction::either;
    // Joining leaves every order waiting and listed: it is fewer cases, and lets nothing through.
    return joined(joined(condition, gathered), rising(before->tier, after->tier));
}

Direction of_limit(const Limit* before, const Limit* after) {
    if (before == nullptr || after == nullptr) {
        return before == nullptr ? Direction::stricter : Direction::looser;
    }
    const bool other = before->per != after->per || before->period != after->period || before->key != after->key;
    return joined(other ? Direction::either : of_amounts(before->most, after->most), rising(before->tier, after->tier));
}

/// A reviewer takes orders off people's hands.
Direction of_reviewer(const Reviewer* before, const Reviewer* after) {
    return before == nullptr  ? Direction::looser
           : after == nullptr ? Direction::stricter
                              : rising(before->look_percent, after->look_percent);
}

/// More people, more money or more time let more through. Whom a line speaks about cannot be weighed.
Direction of_line(const domain::AuthorityLine* before, const domain::AuthorityLine* after) {
    if (before == nullptr || after == nullptr) {
        return Direction::either; // the first line limits everybody else, a narrow one may allow less than a wide one
    }
    domain::AuthorityLine same = *before;
    same.up_to = after->up_to;
    return same == *after ? of_amounts(before->up_to, after->up_to) : Direction::either;
}

Direction of_delegation(const domain::Delegation* before, const domain::Delegation* after) {
    if (before == nullptr || after == nullptr) {
        return before == nullptr ? Direction::looser : Direction::stricter;
    }
    domain::Delegation same = *before;
    same.reason = after->reason;
    return same == *after ? Direction::none : Direction::either;
}

using Mode = std::pair<std::string, domain::Mode>;
using Answer = std::pair<domain::Tier, std::chrono::minutes>;
using Silence = std::pair<domain::Tier, domain::Unanswered>; // none of its ways lets an order through

Members document_members(const Document& document) {
    Members all = {{"title", document.title},
                   {"unknown", std::string(domain::name_of(document.unknown))},
                   {"probation", std::string(domain::name_of(document.probation))},
                   {"own_view_percent", std::to_string(document.own_view_percent)},
                   {"rates.name", document.rates.name},
                   {"rates.date", document.rates.date}};
    std::erase_if(all, [](const auto& member) { return member.second.empty(); });
    return all;
}

void compare_document(const Document& before, const Document& after, std::vector<Change>& into) {
    Change change;
    change.fields = differing(document_members(before), document_members(after));
    if (!change.fields.empty()) {
        change.direction =
            joined(joined(rising(before.unknown, after.unknown), rising(before.probation, after.probation)),
                   rising(before.own_view_percent, after.own_view_percent));
        into.push_back(std::move(change));
    }
}

void compare_calendar(const Document& before, const Document& after, std::vector<Change>& into) {
    Change change;
    change.part = Part::calendar;
    change.kind = !before.calendar ? ChangeKind::added : !after.calendar ? ChangeKind::removed : ChangeKind::changed;
    change.fields = differing(before.calendar ? members_of(*before.calendar) : Members(),
                              after.calendar ? members_of(*after.calendar) : Members());
    if (!change.fields.empty()) {
        change.direction = Direction::either;
        into.push_back(std::move(change));
    }
}

std::string no_title(const auto&) {
    return {};
}

} // namespace

Difference compare(const Document& before, const Document& after) {
    Difference made{before.version, after.version, {}};
    auto& into = made.changes;
    compare_document(before, after, into);
    Compared<TierFrom>{into,
                       Part::tier,
                       [](const TierFrom& one) { return std::string(domain::name_of(one.tier)); },
                       no_title<TierFrom>,
                       members_of,
                       of_tier}
        .run(before.tiers, after.tiers);
    Compared<Rule>{
        into,       Part::rule, [](const Rule& one) { return one.id; }, [](const Rule& one) { return one.title; },
        members_of, of_rule}
        .run(before.rules, after.rules);
    Compared<Limit>{
        into,       Part::limit, [](const Limit& one) { return one.id; }, [](const Limit& one) { return one.title; },
        members_of, of_limit}
        .run(before.limits, after.limits);
    Compared<cel::Rate>{
        into,
        Part::rate,
        [](const cel::Rate& one) { return std::string(one.from.code()) + " " + std::string(one.to.code()); },
        no_title<cel::Rate>,
        members_of,
        [](auto*, auto*) { return Direction::either; }}
        .run(before.rates.rates, after.rates.rates);
    compare_calendar(before, after, into);
    Compared<Mode>{
        into,
        Part::mode,
        [](const Mode& one) { return one.first; },
        no_title<Mode>,
        members_of,
        [](const Mode* was, const Mode* is) { return was && is ? rising(was->second, is->second) : Direction::either; }}
        .run({before.modes.begin(), before.modes.end()}, {after.modes.begin(), after.modes.end()});
    Compared<Answer>{into,
                     Part::answer,
                     [](const Answer& one) { return std::string(domain::name_of(one.first)); },
                     no_title<Answer>,
                     members_of,
                     {}}
        .run({before.answer_within.begin(), before.answer_within.end()},
             {after.answer_within.begin(), after.answer_within.end()});
    Compared<Silence>{into,
                      Part::unanswered,
                      [](const Silence& one) { return std::string(domain::name_of(one.first)); },
                      no_title<Silence>,
                      members_of,
                      {}}
        .run({before.when_unanswered.begin(), before.when_unanswered.end()},
             {after.when_unanswered.begin(), after.when_unanswered.end()});
    Compared<domain::Contract>{into,
                               Part::price_list,
                               [](const domain::Contract& one) { return one.id.bytes(); },
                               [](const domain::Contract& one) { return one.title.bytes(); },
                               members_of,
                               [](auto*, auto*) { return Direction::either; }}
        .run(before.price_lists, after.price_lists);
    Compared<Reviewer>{into,
                       Part::reviewer,
                       [](const Reviewer& one) { return base::to_base64(one.key); },
                       [](const Reviewer& one) { return one.name; },
                       members_of,
                       of_reviewer}
        .run(before.reviewers, after.reviewers);
    Compared<domain::AuthorityLine>{into,
                                    Part::authority,
                                    [](const domain::AuthorityLine& one) { return one.id; },
                                    no_title<domain::AuthorityLine>,
                                    members_of,
                                    of_line}
        .run(before.authority.lines, after.authority.lines);
    Compared<domain::Delegation>{into,
                                 Part::delegation,
                                 [](const domain::Delegation& one) { return one.id; },
                                 no_title<domain::Delegation>,
                                 members_of,
                                 of_delegation}
        .run(before.authority.delegations, after.authority.delegations);
    Compared<TestCase>{into,       Part::test, [](const TestCase& one) { return one.title; }, no_title<TestCase>,
                       members_of, {}}
        .run(before.tests, after.tests);
    return made;
}

std::string same_words(std::string_view condition) {
    const cel::Tokens tokens = cel::tokens_of(condition);
    if (tokens.problem) {
        return std::string(condition);
    }
    std::string words;
    for (const cel::Token& token : tokens.all) {
        words += (words.empty() ? "" : " ") + std::string(cel::text_of(condition, token.place));
    }
    return words;
}

std::string_view name_of(Part part) {
    switch (part) {
    case Part::document: return "document";
    case Part::tier: return "tier";
    case Part::rule: return "rule";
    case Part::limit: return "limit";
    case Part::rate: return "rate";
    case Part::calendar: return "calendar";
    case Part::mode: return "mode";
    case Part::answer: return "answer_within";
    case Part::unanswered: return "when_unanswered";
    case Part::price_list: return "price_list";
    case Part::reviewer: return "reviewer";
    case Part::authority: return "authority";
    case Part::delegation: return "delegation";
    case Part::test: return "test";
    }
    return {};
}

std::string_view name_of(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::added: return "added";
    case ChangeKind::removed: return "removed";
    case ChangeKind::changed: return "changed";
    }
    return {};
}

std::string_view name_of(Direction direction) {
    switch (direction) {
    case Direction::none: return "none";
    case Direction::stricter: return "stricter";
    case Direction::looser: return "looser";
    case Direction::either: return "either";
    }
    return {};
}

} // namespace policy
