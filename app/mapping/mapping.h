// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/agent.h"
#include "app/domain/subject.h"
#include "app/domain/tier.h"
#include "app/mapping/encoding.h"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mapping {

/// How two columns of one name are read. `same`: their values must agree, else the row is quarantined.
enum class Occurrence { same, first, last };

/// Where one field of an event comes from: the first of `columns` that the header has, or the constant. Header names
/// are compared without case, outer blanks and repeated inner blanks; the name "" stands for a single column without
/// a name. A constant also fills an empty cell.
struct FieldRule {
    std::vector<std::string> columns;
    std::string constant;
    std::string prefix; ///< put before the value, e.g. "card:"
    bool required = false;
    Occurrence occurrence = Occurrence::same;
    friend bool operator==(const FieldRule&, const FieldRule&) = default;
};

/// How decimals are written. `grouping` 0: no thousands separator is allowed.
struct DecimalRule {
    char point = '.';
    char grouping = 0;
    bool reversed = false;    ///< money spent is written negative, as in bank statements
    bool parentheses = false; ///< (12.50) means -12.50
    friend bool operator==(const DecimalRule&, const DecimalRule&) = default;
};

/// A CSV file: one record, one transaction.
struct CsvMapping {
    char delimiter = ',';
    Encoding encoding = Encoding::utf_8;
    FieldRule time, amount, tax, net, currency, agent, agent_name, owner, supplier, category, description, cost_centre,
        po_number, reference;
    std::vector<std::string> date_formats; ///< tried in turn; of d, dd, M, MM, MMM, yy, yyyy, HH, mm, ss; UTC
    DecimalRule decimal;
    domain::AgentKind agent_kind = domain::AgentKind::card;
    std::string agent_group;
    domain::Side side = domain::Side::buying;
    friend bool operator==(const CsvMapping&, const CsvMapping&) = default;
};

/// What a tool of an agent does. Amounts are found by pointers ("/arguments/payments/*/amount": all array elements
/// are added; "/result/payment_history/-1/amount": -1 is the last element).
struct ToolRule {
    domain::TransactionKind kind = domain::TransactionKind::purchase;
    bool handoff = false;                       ///< gives the run to a person
    std::vector<std::string> asked_amount;      ///< pointers into the call; the first that is there
    std::vector<std::string> moved_amount;      ///< pointers into the result
    bool balance_change = false;                ///< what moved is how the balance (see ChatMapping) changed
    bool reversed = false;                      ///< money of this tool goes back
    std::vector<std::string> reference;         ///< pointers: the counterpart's number
    std::vector<std::string> text;              ///< pointers: purpose; none: the arguments themselves
    std::string escalation;                     ///< handoff: the upstream word, e.g. requires_escalation
    domain::Tier tier = domain::Tier::sign_off; ///< handoff: as assessed by the platform
    friend bool operator==(const ToolRule&, const ToolRule&) = default;
};

/// Agent runs in OpenAI chat form, one JSON object a line.
struct ChatMapping {
    std::vector<std::string> messages;   ///< pointers: the array of messages; the first that is there
    std::vector<std::string> run_id;     ///< pointers: together they name the run; none: its number
    std::vector<std::string> start_time; ///< pointers: RFC 3339
    std::vector<std::string> outcome;    ///< pointers: what is kept aside
    base::Instant base_time{};           ///< first run's start, where the input has no times
    base::Microseconds step{};           ///< between two messages
    base::Microseconds run_gap{};        ///< between the starts of two runs
    std::string agent_id;
    std::string agent_name;
    domain::AgentKind agent_kind = domain::AgentKind::chat_bot;
    std::string agent_group;
    std::string agent_model;
    std::string owner_id; ///< for whom the agent acts
    std::string owner_name;
    std::vector<std::string> counterpart; ///< pointers into any call; what one call says holds for the rest of the run
    std::string unknown_counterpart;      ///< until then
    std::vector<std::string> balance_of;  ///< pointers into any result: the number of an order whose payments it lists
    std::vector<std::string> balance;     ///< pointers into the same result: what was paid for it in all, so far
    std::string currency;
    domain::Side side = domain::Side::buying;
    std::vector<std::string> failure_prefixes; ///< a result that begins so means that the tool failed
    std::map<std::string, ToolRule> tools;     ///< the state-changing ones; all others only read
    friend bool operator==(const ChatMapping&, const ChatMapping&) = default;
};

/// A mapping file: how somebody's own files become events. JSON, described by resources/mappings/mapping.schema.json.
struct Mapping {
    std::string name;
    std::string title;
    std::string dataset;        ///< source = file:<dataset>/<period>
    std::string period;         ///< constant; empty: found in the file name
    std::string period_pattern; ///< regular expression (PCRE), first group is the period
    std::optional<CsvMapping> csv;
    std::optional<ChatMapping> chat; ///< exactly one of the two
    friend bool operator==(const Mapping&, const Mapping&) = default;
};

/// The fields of a CsvMapping under their names in the document, in the document's order.
struct CsvField {
    std::string_view name;
    FieldRule CsvMapping::*rule;
};
[[nodiscard]] std::span<const CsvField> csv_fields();

/// Reads a mapping document. Faults: malformed, unsupported, invalid_argument, each with the JSON pointer and what is
/// allowed there; unknown members are refused, because a typing error must not be a silent default.
[[nodiscard]] base::Result<Mapping> parse(std::string_view json);
/// Faults: unreadable, and as parse().
[[nodiscard]] base::Result<Mapping> load(const std::filesystem::path& file);
/// The document of a mapping, readable and complete; parse() of it gives the same mapping.
[[nodiscard]] std::string to_json(const Mapping& mapping);

/// Names of the mappings that come with the program.
[[nodiscard]] std::vector<std::string> shipped_names();
/// Faults: not_found, naming those that exist.
[[nodiscard]] base::Result<Mapping> shipped(std::string_view name);
/// A shipped name or a path, as people write it on a command line. Faults as shipped() and load().
[[nodiscard]] base::Result<Mapping> find(std::string_view name_or_path);

} // namespace mapping
