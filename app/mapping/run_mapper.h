// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/reader.h"
#include "app/mapping/emitter.h"
#include "app/mapping/mapping.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace mapping {

/// Makes events of agent runs. Each run is a conversation; its messages, tool calls and tool results are turns (calls
/// and results on the channel `api`, under the tool's name); a call of a state-changing tool requests a transaction and
/// its result completes it, makes it fail, or (no result) leaves it in doubt. A hand-over to a person is a transaction
/// of kind `service` with the platform's assessment. Amounts that are not known when the tool is called are zero in the
/// request; what moved is in the completion.
///
/// Times, where the input has none: run n (from 0) starts at base_time + n * run_gap, its message m (from 0) stands at
/// start + m * step.
class RunMapper {
public:
    RunMapper(ChatMapping mapping, Emitter& emitter);

    /// One line of the file: one run.
    void take(const Place& place, std::string_view line);
    /// A line that could not be taken at all.
    void refuse(const Place& place, base::Fault reason, std::string raw);
    void finish();

private:
    /// A state-changing call whose result is awaited.
    struct Pending {
        std::string call_id;
        domain::TransactionId transaction;
        const ToolRule* rule = nullptr;
    };
    /// The run that is being taken apart.
    struct Run {
        Place place;
        domain::ConversationId conversation;
        base::Instant now{};
        std::int32_t turns = 0;
        std::int32_t transactions = 0;
        std::string counterpart;
        std::deque<Pending> pending;
        std::map<std::string, domain::Money> balances;
    };
    /// A tool call as it stands in a message.
    struct Call {
        std::string id;
        std::string tool;
        std::string arguments;
    };

    void begin_run(const Place& place, json::View root);
    void take_message(json::View message, std::size_t index);
    void take_call(const Call& call);
    void take_result(json::View message);
    void request(const Call& call, const ToolRule& rule, const std::optional<json::Document>& arguments);
    void assess(const domain::TransactionVersion& version, const ToolRule& rule);
    void settle(const Pending& pending, std::string_view content, const std::optional<json::Document>& result);
    [[nodiscard]] std::optional<domain::Money> moved_amount(const ToolRule& rule,
                                                            const std::optional<json::Document>& result);
    void note_balance(const std::optional<json::Document>& result);
    void leave_in_doubt();
    void emit_outcome(json::View root);
    domain::Turn next_turn(domain::Party party, domain::Channel channel, domain::Speaker speaker, std::string name,
                           std::string text);
    void emit_turn(domain::Turn turn);
    void register_agent(const Place& place, base::Instant time);
    [[nodiscard]] std::string event_id(std::string_view what, std::int32_t number) const;
    [[nodiscard]] bool has_failed(std::string_view content) const;

    ChatMapping mapping_;
    Emitter& emitter_;
    RowIds ids_;
    json::Reader reader_;
    domain::Currency currency_;
    Run run_;
    std::uint64_t runs_ = 0;
    std::map<std::string, std::uint64_t> names_; ///< of runs, with how many bear them
    bool registered_ = false;
};

} // namespace mapping
