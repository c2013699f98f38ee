// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/json/view.h"
#include "app/json/writer.h"
#include "app/wire/event_codec.h"
#include "app/wire/values.h"

/// Inner header of this room: the `data` of an event, by its type.
namespace wire {

void read_payload(domain::EventType type, json::View data, domain::Payload& into, Reading& reading);

/// The same, the quick way (values.h).
[[nodiscard]] bool quick_payload(domain::EventType type, Cursor& cursor, domain::Payload& into);

/// Writes `data`, with the upstream message among the members where there is one.
void write_payload(json::Writer& writer, const domain::Payload& payload, const Upstream* upstream);

inline constexpr std::string_view upstream_bytes_name = "upstream_base64";
inline constexpr std::string_view upstream_type_name = "upstream_type";

/// The upstream message in `data`, nothing when there is none.
[[nodiscard]] std::optional<Upstream> read_upstream(json::View data, Reading& reading);

} // namespace wire
