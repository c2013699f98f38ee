// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include "app/domain/untrusted_text.h"

#include <optional>
#include <vector>

namespace domain {

enum class Channel { chat, voice, email, api };
/// Who is speaking, as disclosed by the platform.
enum class Speaker { machine, human, unknown };
/// On whose side: the buying agent's, the counterpart's, or somebody of the house.
enum class Party { agent, counterpart, owner, supervisor };

/// What else a recogniser thought it heard.
struct HeardAlternative {
    UntrustedText text;
    std::int32_t confidence_permille = 0; ///< 0 to 1000
    friend bool operator==(const HeardAlternative&, const HeardAlternative&) = default;
};

/// A spoken or written number that became money in the order: "23,80" heard as 2380.
struct HeardAmount {
    UntrustedText said;                     ///< the words as transcribed
    Money understood;                       ///< what the agent made of them
    std::optional<UntrustedText> read_back; ///< how the agent repeated it, if it did
    friend bool operator==(const HeardAmount&, const HeardAmount&) = default;
};

struct Turn {
    ConversationId conversation;
    std::int32_t number = 1; ///< 1, 2, … in the conversation
    Channel channel = Channel::chat;
    Party party = Party::agent;
    Speaker speaker = Speaker::unknown;
    UntrustedText speaker_name;
    UntrustedText text;
    std::optional<std::int32_t> confidence_permille; ///< of the recognition, voice only
    std::vector<HeardAlternative> alternatives;
    std::vector<HeardAmount> amounts;
    std::optional<TransactionId> transaction;
    friend bool operator==(const Turn&, const Turn&) = default;
};

} // namespace domain
