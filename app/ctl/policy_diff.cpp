// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_job.h"
#include "app/policy/difference.h"

namespace ctl {

namespace {

json::Value value_of(const policy::Change& change) {
    json::Value value = json::Value::object({{"what", json::Value("change")},
                                             {"part", json::Value(policy::name_of(change.part))},
                                             {"kind", json::Value(policy::name_of(change.kind))},
                                             {"direction", json::Value(policy::name_of(change.direction))}});
    value.set_text("id", change.id);
    value.set_text("title", change.title);
    json::Value fields = json::Value::array();
    for (const policy::FieldChange& field : change.fields) {
        json::Value one = json::Value::object({{"field", json::Value(field.field)}});
        one.set_text("before", field.before);
        one.set_text("after", field.after);
        fields.append(std::move(one));
    }
    value.set("fields", std::move(fields));
    return value;
}

std::string in_words(policy::Direction direction) {
    switch (direction) {
    case policy::Direction::none: return {};
    case policy::Direction::stricter: return ", stricter";
    case policy::Direction::looser: return ", lets more through";
    case policy::Direction::either: return ", may let more through";
    }
    return {};
}

void say_change(Terminal& terminal, const policy::Change& change) {
    terminal.say("  " + std::string(policy::name_of(change.part)) + (change.id.empty() ? "" : " " + shown(change.id)) +
                 " " + std::string(policy::name_of(change.kind)) + in_words(change.direction) +
                 (change.title.empty() ? "" : "  " + shown(change.title)));
    for (const policy::FieldChange& field : change.fields) {
        const std::string before = field.before.empty() ? "(none)" : shown(field.before);
        const std::string after = field.after.empty() ? "(none)" : shown(field.after);
        terminal.say("      " + shown(field.field) + ": " +
                     (change.kind == policy::ChangeKind::added     ? after
                      : change.kind == policy::ChangeKind::removed ? before
                                                                   : before + " -> " + after));
    }
}

} // namespace

void say_difference(Terminal& terminal, const domain::PolicyDifference& difference) {
    terminal.give(json::Value::object({{"what", json::Value("difference")},
                                       {"before", json::Value(difference.before)},
                                       {"after", json::Value(difference.after)},
                                       {"changes", json::Value::decimal(std::uint64_t{difference.changes.size()})},
                                       {"may_loosen", json::Value(difference.may_loosen())}}));
    terminal.say("Policy " + shown(difference.before) + " -> " + shown(difference.after) + ": " +
                 (difference.same() ? std::string("the same by meaning")
                                    : counted(difference.changes.size(), "change") +
                                          (difference.may_loosen() ? "; some may let more through" : "")));
    for (const policy::Change& change : difference.changes) {
        terminal.give(value_of(change));
        say_change(terminal, change);
    }
}

Outcome diff_policies(Context& context) {
    const auto& operands = context.arguments.operands();
    const auto before = read_document(context, operands[1]);
    if (!before) {
        return before.fault();
    }
    const auto after = read_document(context, operands[2]);
    if (!after) {
        return after.fault();
    }
    say_difference(context.terminal, policy::compare(*before, *after));
    return ExitCode::done;
}

} // namespace ctl
