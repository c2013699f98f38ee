// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/stage.h"

namespace sandbox {

using domain::Party;
using domain::Speaker;
using domain::Turn;
using domain::UntrustedText;

namespace {

Turn words(Party party, Speaker speaker, std::string_view name, std::string_view text) {
    Turn turn;
    turn.party = party;
    turn.speaker = speaker;
    turn.speaker_name = UntrustedText(std::string(name));
    turn.text = UntrustedText(std::string(text));
    return turn;
}

} // namespace

Script::Script(const Stage& stage, const Machine& machine, domain::Channel channel, std::string_view topic)
    : stage_(stage)
    , machine_(machine)
    , channel_(channel)
    , conversation_("conv-" + std::string(topic) + "-" + std::to_string(stage.press.next_sequence()) + "-" +
                    std::to_string(stage.random.below(10'000))) {}

void Script::beat(std::function<void()> action) {
    at_ += stage_.orders.soon(2, 5);
    stage_.after(at_, [&stage = stage_, &machine = machine_, action = std::move(action)] {
        if (!stage.book.stopped(domain::AgentId(std::string(machine.id))) && !stage.traffic.silent(machine.id)) {
            action();
        }
    });
}

void Script::say(Turn turn) {
    turn.conversation = conversation_;
    turn.channel = channel_;
    beat([&stage = stage_, placed = placed_, turn = std::move(turn)]() mutable {
        turn.number = static_cast<std::int32_t>(stage.book.turns_in(turn.conversation) + 1);
        if (!placed->empty()) {
            turn.transaction = *placed;
        }
        stage.press.emit(domain::EventType::turn_taken, turn);
    });
}

Script& Script::agent(std::string_view text) {
    say(words(Party::agent, Speaker::machine, machine_.name, text));
    return *this;
}

Script& Script::counterpart(std::string_view name, std::string_view text, Speaker speaker) {
    say(words(Party::counterpart, speaker, name, text));
    return *this;
}

Script& Script::owner(std::string_view name, std::string_view text) {
    say(words(Party::owner, Speaker::human, name, text));
    return *this;
}

Script& Script::turn(Turn turn) {
    say(std::move(turn));
    return *this;
}

Script& Script::order(const domain::Subject& subject, const Course& course) {
    beat([&stage = stage_, placed = placed_, subject, course] {
        if (const auto id = stage.orders.request(subject, course)) {
            *placed = *id;
        }
    });
    return *this;
}

Script& Script::act(std::function<void()> action) {
    beat(std::move(action));
    return *this;
}

Script& Script::pause(double seconds) {
    at_ += stage_.orders.soon(seconds, seconds);
    return *this;
}

} // namespace sandbox
