// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crypto/signing.h"
#include "app/sandbox/traffic.h"

#include <memory>

namespace sandbox {

/// What scenarios play on.
struct Stage {
    Press& press;
    Book& book;
    Agenda& agenda;
    Orders& orders;
    Traffic& traffic;
    Random& random;
    const crypto::SigningKey& gateway_key;

    void after(base::Microseconds pause, Agenda::Action action) const {
        agenda.at(press.clock().now() + pause, std::move(action));
    }
};

/// A scene: what one machine says and does, beat after beat, a few seconds apart. A machine that was stopped or fell
/// silent says and does nothing more.
class Script {
public:
    Script(const Stage& stage, const Machine& machine, domain::Channel channel, std::string_view topic);

    Script& agent(std::string_view text);
    Script& counterpart(std::string_view name, std::string_view text,
                        domain::Speaker speaker = domain::Speaker::machine);
    Script& owner(std::string_view name, std::string_view text);
    /// A turn with everything that a voice line knows; conversation, number and channel are filled in.
    Script& turn(domain::Turn turn);
    /// Asks for the order; its number is in placed() from then on.
    Script& order(const domain::Subject& subject, const Course& course = {});
    Script& act(std::function<void()> action);
    Script& pause(double seconds);

    [[nodiscard]] const domain::ConversationId& conversation() const { return conversation_; }
    [[nodiscard]] const std::shared_ptr<domain::TransactionId>& placed() const { return placed_; }

private:
    void beat(std::function<void()> action);
    void say(domain::Turn turn);

    const Stage& stage_;
    const Machine& machine_;
    domain::Channel channel_;
    domain::ConversationId conversation_;
    std::shared_ptr<domain::TransactionId> placed_ = std::make_shared<domain::TransactionId>();
    base::Microseconds at_{};
};

} // namespace sandbox
