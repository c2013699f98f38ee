// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/decision.h"
#include "app/domain/plan.h"
#include "app/domain/roster.h"
#include "app/record/policy_step.h"
#include "app/record/published.h"
#include "app/store/rows.h"

#include <QByteArray>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace handover {

// What goes over the private socket between two Reeve processes of one user: a length of four bytes, big-endian, then
// one message. Both ends are the same program version, which the first field of every message says.

struct Append {
    std::vector<record::Frame> frames;
};
struct BeginBatch {
    domain::SourceId source;
    domain::Digest content{};
};
struct EndBatch {
    std::int64_t number = 0;
};
struct ResolveBatch {
    std::int64_t number = 0;
    bool keep = false;
    domain::PersonId by;
};
struct Decide {
    domain::SignedDecision decision; ///< travels as its signed bytes, key and signature
    domain::DecisionState state = domain::DecisionState::signed_;
};
struct KeepRoster {
    domain::SourceId source;
    domain::SignedRoster roster;
};
struct KeepPolicy {
    record::PolicyStep step;
    domain::SourceId source;
    domain::EventId id;
};
/// A person's own view of an order. Refused as a conflict when this person has noted one of this version.
struct NoteView {
    domain::TransactionKey key;
    std::int32_t version = 0;
    domain::PersonId person; ///< empty before the first key
    base::Instant time{};
    std::string body; ///< of the entry
};
/// The keeper asks its gateway.
struct MakePlan {
    domain::TransactionId transaction;
    std::optional<domain::Money> amount;
};
struct AskWho {};
using Job = std::variant<Append, BeginBatch, EndBatch, ResolveBatch, Decide, KeepRoster, MakePlan, AskWho, KeepPolicy,
                         NoteView>;

/// Which gateway the keeper is connected to.
struct KeeperInfo {
    domain::SourceId source;
    bool admits_simulated = false; ///< the embedded sandbox
};

struct Nothing {};
using Answer = std::variant<base::Fault, Nothing, record::Counts, store::BatchRow, domain::Plan, KeeperInfo>;

/// Larger messages are refused before they are read: an import sends its frames in parts.
inline constexpr std::uint32_t largest_message = 64U * 1024 * 1024;

[[nodiscard]] QByteArray encode(const Job& job);
[[nodiscard]] QByteArray encode(const Answer& answer);
/// Faults: malformed, unsupported (another version), and those of decoding signed bytes.
[[nodiscard]] base::Result<Job> decode_job(const QByteArray& message);
[[nodiscard]] base::Result<Answer> decode_answer(const QByteArray& message);

/// Length and message, as they are written.
[[nodiscard]] QByteArray framed(const QByteArray& message);
/// Takes one whole message off the front of what was read; an empty one when there is none yet. Faults: too_large.
[[nodiscard]] base::Result<QByteArray> take_message(QByteArray& read);

/// The socket of a store's keeper, in the store's private folder.
[[nodiscard]] std::filesystem::path socket_of(const std::filesystem::path& store);

} // namespace handover
