// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/event.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wire {

/// A message of another protocol (AP2, ACP, UCP, A2A, MCP, OpenTelemetry GenAI, …) that an event was made from. It
/// rides along byte for byte, because re-serialising breaks signatures. In JSON: `upstream_type`, `upstream_base64` in
/// `data`.
struct Upstream {
    std::string type;  ///< media type or the protocol's own name for it; never empty
    std::string bytes; ///< exactly as received
    friend bool operator==(const Upstream&, const Upstream&) = default;
};

/// What could be read of an event that was refused, for the quarantine: identity and sequence where they are readable,
/// so that a bad event is not taken for a gap.
struct Refusal {
    base::Fault fault; ///< `where` is an RFC 6901 JSON pointer, or a byte offset when the text is not JSON
    std::optional<domain::SourceId> source;
    std::optional<domain::EventId> id;
    std::optional<std::uint64_t> sequence;
    std::string raw; ///< the bytes of this one event
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// One element of what arrived: an event, or why it is none.
using Item = std::variant<domain::Event, Refusal>;

/// Limits of one event and of one batch (DESIGN, protocol).
inline constexpr std::size_t max_event_bytes = 1024 * 1024;
inline constexpr std::size_t max_batch_bytes = 16 * 1024 * 1024;
inline constexpr std::size_t max_batch_events = 10'000;

/// Reads events in the JSON format of CloudEvents 1.0, strictly: known members of a wrong type or range are refused
/// with their place, unknown members are kept in `raw`, unknown types become UnknownPayload. Signed payloads (decision,
/// receipt, roster) must be canonical; whether signatures and digests are true, the caller verifies (app/crypto).
/// Keeps its buffers from event to event: one Decoder per thread.
class Decoder {
public:
    Decoder();
    ~Decoder();
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

    /// One event. Faults: malformed (with the place), too_large, unsupported (specversion, currency).
    [[nodiscard]] base::Result<domain::Event> decode(std::string_view json);

    /// One event, or a batch (a JSON array of events). Appends an Item for each; a bad event never hurts its
    /// neighbours. Faults: malformed or too_large when the frame cannot be taken apart; then nothing is appended.
    [[nodiscard]] base::Done decode_frame(std::string_view json, std::vector<Item>& into);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// As Decoder::decode, for one event now and then.
[[nodiscard]] base::Result<domain::Event> decode_event(std::string_view json);

/// As Decoder::decode_frame, refusing the whole batch for the first bad event: for files and tests.
[[nodiscard]] base::Result<std::vector<domain::Event>> decode_batch(std::string_view json);

/// Writes the event as canonical JSON (RFC 8785): equal events have equal bytes. An UnknownPayload is written as the
/// `raw` that it came with. Times are written in UTC with six decimals.
[[nodiscard]] std::string encode_event(const domain::Event& event);
[[nodiscard]] std::string encode_event(const domain::Event& event, const Upstream& upstream);
/// The same, appended to a buffer that the caller keeps: for 100,000 events a second.
void append_event(const domain::Event& event, std::string& out);
/// A batch: a JSON array.
[[nodiscard]] std::string encode_batch(const std::vector<domain::Event>& events);

/// The upstream message inside the event's raw bytes, nothing when there is none. Faults: malformed.
[[nodiscard]] base::Result<std::optional<Upstream>> upstream_of(const domain::Event& event);

} // namespace wire
