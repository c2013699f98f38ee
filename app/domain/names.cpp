// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/names.h"

#include <algorithm>
#include <array>

namespace domain {

namespace {

/// The enumerators' names in the order of their values, which all start at 0 without gaps.
template <class Enum>
struct Names;

template <>
struct Names<TransactionKind> {
    static constexpr std::array<std::string_view, 6> all = {"purchase", "renewal",     "contract_change",
                                                            "service",  "appointment", "return_of_goods"};
};

template <>
struct Names<Side> {
    static constexpr std::array<std::string_view, 2> all = {"buying", "selling"};
};

template <>
struct Names<TransactionState> {
    static constexpr std::array<std::string_view, 9> all = {"requested", "held",     "executing", "completed", "failed",
                                                            "in_doubt",  "returned", "cancelled", "expired"};
};

template <>
struct Names<Tier> {
    static constexpr std::array<std::string_view, 5> all = {"automatic", "confirm", "sign_off", "dual_sign_off",
                                                            "blocked"};
};

template <>
struct Names<Moment> {
    static constexpr std::array<std::string_view, 3> all = {"before_execution", "after_execution", "observed_only"};
};

template <>
struct Names<AgentKind> {
    static constexpr std::array<std::string_view, 8> all = {"procurement_agent",    "device", "chat_bot", "voice_bot",
                                                            "subscription_renewer", "seller", "card",     "other"};
};

template <>
struct Names<AgentStatus> {
    static constexpr std::array<std::string_view, 5> all = {"active", "idle", "degraded", "stopped", "retired"};
};

template <>
struct Names<Channel> {
    static constexpr std::array<std::string_view, 4> all = {"chat", "voice", "email", "api"};
};

template <>
struct Names<Speaker> {
    static constexpr std::array<std::string_view, 3> all = {"machine", "human", "unknown"};
};

template <>
struct Names<Party> {
    static constexpr std::array<std::string_view, 4> all = {"agent", "counterpart", "owner", "supervisor"};
};

template <>
struct Names<Verb> {
    static constexpr std::array<std::string_view, 11> all = {"approve", "approve_reduced", "ask",        "hold",
                                                             "reject",  "escalate",        "roll_back",  "resolve",
                                                             "stop",    "resume",          "acknowledge"};
};

template <>
struct Names<DecisionState> {
    static constexpr std::array<std::string_view, 14> all = {
        "drafted", "refused",    "awaiting_second",    "signed",   "held",     "withdrawn",
        "sent",    "accepted",   "refused_by_gateway", "in_doubt", "executed", "failed",
        "void",    "not_applied"};
};

template <>
struct Names<ReceiptOutcome> {
    static constexpr std::array<std::string_view, 6> all = {"accepted", "awaiting_second", "refused",
                                                            "executed", "failed",          "not_applied"};
};

template <>
struct Names<StepAction> {
    static constexpr std::array<std::string_view, 6> all = {"cancel_order",    "refund",          "restock",
                                                            "withdraw_change", "notify_supplier", "other"};
};

template <>
struct Names<StepState> {
    static constexpr std::array<std::string_view, 5> all = {"planned", "running", "done", "failed", "skipped"};
};

template <>
struct Names<PlanState> {
    static constexpr std::array<std::string_view, 5> all = {"planned", "running", "undone", "partly_undone", "failed"};
};

template <>
struct Names<Reversibility> {
    static constexpr std::array<std::string_view, 4> all = {"yes", "partly", "no", "unknown"};
};

template <>
struct Names<Permission> {
    static constexpr std::array<std::string_view, 6> all = {"view", "decide", "configure", "export", "verify", "stop"};
};

template <class Enum>
std::string_view lookup(Enum value) {
    return Names<Enum>::all.at(static_cast<std::size_t>(value));
}

} // namespace

std::string_view name_of(TransactionKind value) {
    return lookup(value);
}
std::string_view name_of(Side value) {
    return lookup(value);
}
std::string_view name_of(TransactionState value) {
    return lookup(value);
}
std::string_view name_of(Tier value) {
    return lookup(value);
}
std::string_view name_of(Moment value) {
    return lookup(value);
}
std::string_view name_of(AgentKind value) {
    return lookup(value);
}
std::string_view name_of(AgentStatus value) {
    return lookup(value);
}
std::string_view name_of(Channel value) {
    return lookup(value);
}
std::string_view name_of(Speaker value) {
    return lookup(value);
}
std::string_view name_of(Party value) {
    return lookup(value);
}
std::string_view name_of(Verb value) {
    return lookup(value);
}
std::string_view name_of(DecisionState value) {
    return lookup(value);
}
std::string_view name_of(ReceiptOutcome value) {
    return lookup(value);
}
std::string_view name_of(StepAction value) {
    return lookup(value);
}
std::string_view name_of(StepState value) {
    return lookup(value);
}
std::string_view name_of(PlanState value) {
    return lookup(value);
}
std::string_view name_of(Reversibility value) {
    return lookup(value);
}
std::string_view name_of(Permission value) {
    return lookup(value);
}

template <class Enum>
std::optional<Enum> from_name(std::string_view name) {
    const auto& all = Names<Enum>::all;
    const auto found = std::find(all.begin(), all.end(), name);
    if (found == all.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - all.begin());
}

template std::optional<TransactionKind> from_name<TransactionKind>(std::string_view);
template std::optional<Side> from_name<Side>(std::string_view);
template std::optional<TransactionState> from_name<TransactionState>(std::string_view);
template std::optional<Tier> from_name<Tier>(std::string_view);
template std::optional<Moment> from_name<Moment>(std::string_view);
template std::optional<AgentKind> from_name<AgentKind>(std::string_view);
template std::optional<AgentStatus> from_name<AgentStatus>(std::string_view);
template std::optional<Channel> from_name<Channel>(std::string_view);
template std::optional<Speaker> from_name<Speaker>(std::string_view);
template std::optional<Party> from_name<Party>(std::string_view);
template std::optional<Verb> from_name<Verb>(std::string_view);
template std::optional<DecisionState> from_name<DecisionState>(std::string_view);
template std::optional<ReceiptOutcome> from_name<ReceiptOutcome>(std::string_view);
template std::optional<StepAction> from_name<StepAction>(std::string_view);
template std::optional<StepState> from_name<StepState>(std::string_view);
template std::optional<PlanState> from_name<PlanState>(std::string_view);
template std::optional<Reversibility> from_name<Reversibility>(std::string_view);
template std::optional<Permission> from_name<Permission>(std::string_view);

} // namespace domain
