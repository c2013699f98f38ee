// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/own_view.h"

#include "app/archive/archive.h"
#include "app/ctl/review_text.h"
#include "app/ctl/waiting.h"
#include "app/ports/own_view.h"
#include "app/store/reader.h"
#include "app/verdicts/noted_view.h"

namespace ctl {

namespace {

constexpr std::chrono::seconds patience{60};

bool approves(domain::Verb verb) {
    return verb == domain::Verb::approve || verb == domain::Verb::approve_reduced;
}

} // namespace

base::Done OwnViewGate::pass(const ports::Draft& draft) {
    archive::Archive history(context_.folders.store());
    const auto file = wait_for<ports::CaseFile>(
        [&](const ports::Reply<ports::CaseFile>& reply) { history.case_file(draft.key, reply); }, patience,
        context_.interrupt);
    if (!file) {
        return file.fault();
    }
    const auto identity = wait_for<ports::Identity>(
        [&](const ports::Reply<ports::Identity>& reply) { decisions_.identity(reply); }, patience, context_.interrupt);
    if (!identity) {
        return identity.fault();
    }
    const bool awaited = ports::awaits_own_view(*file, identity->person);
    const auto given = domain::own_view(context_.arguments.value("view"));
    if (awaited && given) {
        return note(draft, identity->person, *given);
    }
    if (given) {
        const ports::NotedView* noted = ports::noted_view(*file, identity->person);
        context_.terminal.remark(noted != nullptr ? "--view changes nothing: you noted " +
                                                        std::string(domain::name_of(noted->view)) + " already"
                                                  : "--view is not kept: the policy asks for none of this order");
    }
    covered_ = awaited;
    if (awaited && approves(draft.verb)) {
        show_facts(*file);
        return base::Fault{base::FaultCode::invalid_argument,
                           "the policy wants your own view of this order before it is approved; look at the facts and "
                           "repeat with --view=fine, --view=odd or --view=wrong",
                           draft.key.id.bytes()};
    }
    return {};
}

void OwnViewGate::show_facts(const ports::CaseFile& file) {
    context_.terminal.give(json::Value::object({{"what", json::Value("own_view")}, {"state", json::Value("awaited")}}));
    if (!file.versions.empty()) {
        for (const std::string& line : fact_lines(file.versions.back().version.subject)) {
            context_.terminal.say(line);
        }
    }
    static_cast<void>(context_.terminal.flush());
}

base::Done OwnViewGate::note(const ports::Draft& draft, const domain::PersonId& person, domain::OwnView view) {
    const ports::OwnViewDraft noted{draft.key, draft.version, view};
    if (keeper_ != nullptr) {
        REEVE_TRY(hand_over(noted, person));
    } else {
        const auto written = wait_for<ports::NotedView>(
            [&](const ports::Reply<ports::NotedView>& reply) { decisions_.note_view(noted, reply); }, patience,
            context_.interrupt);
        if (!written) {
            return written.fault();
        }
    }
    context_.terminal.give(json::Value::object({{"what", json::Value("own_view")},
                                                {"state", json::Value("noted")},
                                                {"view", json::Value(domain::name_of(view))}}));
    context_.terminal.say("Your view is noted: " + std::string(domain::name_of(view)));
    return {};
}

base::Done OwnViewGate::hand_over(const ports::OwnViewDraft& draft, const domain::PersonId& person) {
    const auto reader = store::Reader::open(context_.folders.store());
    const auto entries =
        reader ? reader->transaction(draft.key) : base::Result<std::vector<store::Entry>>(reader.fault());
    if (!entries) {
        return entries.fault();
    }
    const auto view = verdicts::view_to_note(*entries, draft, person, context_.clock.now());
    if (!view) {
        return view.fault();
    }
    return keeper_->note_view(
        {draft.key, draft.version, person, view->time, verdicts::draft_of(*view, draft.key).body});
}

} // namespace ctl
