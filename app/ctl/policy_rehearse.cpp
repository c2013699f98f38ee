// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_job.h"
#include "app/domain/names.h"
#include "app/premises/rehearse.h"

namespace ctl {

namespace {

std::string_view name_of(domain::ScenarioLabel label) {
    switch (label) {
    case domain::ScenarioLabel::honest: return "honest";
    case domain::ScenarioLabel::stop: return "stop";
    case domain::ScenarioLabel::other: return "other";
    }
    return {};
}

const char* outcome_of(const domain::Rehearsed& one) {
    return one.let_through()                                              ? "LET THROUGH"
           : one.false_alarm()                                            ? "FALSE ALARM"
           : one.label == domain::ScenarioLabel::other || one.orders == 0 ? "nothing to judge"
           : one.label == domain::ScenarioLabel::honest                   ? "let through, as it should"
                                                                          : "stopped";
}

json::Value value_of(const domain::Rehearsed& one) {
    json::Value rules = json::Value::array();
    for (const std::string& rule : one.rules) {
        rules.append(json::Value(rule));
    }
    return json::Value::object({{"what", json::Value("scenario")},
                                {"scenario", json::Value(one.name)},
                                {"label", json::Value(name_of(one.label))},
                                {"orders", json::Value::decimal(one.orders)},
                                {"stopped", json::Value::decimal(one.stopped)},
                                {"cases", json::Value::decimal(one.cases)},
                                {"tier", json::Value(domain::name_of(one.highest))},
                                {"rules", std::move(rules)},
                                {"let_through", json::Value(one.let_through())},
                                {"false_alarm", json::Value(one.false_alarm())}});
}

std::string in_words(const domain::Rehearsed& one) {
    std::string text = "  " + std::string(outcome_of(one)) + "  " + shown(one.name) + ": " + shown(one.shows) + "; " +
                       counted(one.orders, "order") + ", " + shown_number(one.stopped) + " would wait";
    for (std::size_t index = 0; index < one.rules.size(); ++index) {
        text += (index == 0 ? " (" : ", ") + shown(one.rules[index]);
    }
    return text + (one.rules.empty() ? "" : ")");
}

} // namespace

Outcome rehearse_policy(Context& context) {
    const auto book = read_policy(context);
    if (!book) {
        return book.fault();
    }
    premises::RehearseOptions options;
    options.go_on = [&](std::size_t done, std::size_t total) {
        context.terminal.progress("rehearsing", done, total);
        return !Interrupt::asked();
    };
    const auto all = premises::rehearse(book->document(), options);
    context.terminal.end_progress();
    if (!all) {
        return all.fault();
    }
    std::size_t through = 0;
    std::size_t alarms = 0;
    for (const domain::Rehearsed& one : *all) {
        context.terminal.give(value_of(one));
        context.terminal.say(in_words(one));
        through += one.let_through() ? 1 : 0;
        alarms += one.false_alarm() ? 1 : 0;
    }
    context.terminal.say("Policy " + shown(book->document().version) + ": of " + counted(all->size(), "scenario") +
                         ", " + shown_number(through) + " let through and " + counted(alarms, "false alarm"));
    return through + alarms > 0 ? ExitCode::refused : ExitCode::done;
}

} // namespace ctl
