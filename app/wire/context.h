// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/json/view.h"
#include "app/wire/values.h"

#include <optional>
#include <string_view>

/// Inner header of this room: the context attributes of a CloudEvents 1.0 event in the JSON format. Views into the
/// document that was read.
namespace wire {

struct Context {
    std::string_view source;
    std::string_view id;
    std::string_view type;
    std::uint64_t sequence = 0;
    base::Instant time{};
    std::optional<json::View> data;
};

/// Blames attributes that are missing or not what CloudEvents 1.0 (section 3.1) and the protocol say.
[[nodiscard]] Context read_context(json::View root, Reading& reading);

/// Whether a text of plain ASCII may be an attribute, or a source. False for what is beyond ASCII, without saying more.
[[nodiscard]] bool is_attribute(std::string_view text);
[[nodiscard]] bool is_source(std::string_view text);

/// "00000000000000000042"; nothing for any other spelling and for zero.
[[nodiscard]] std::optional<std::uint64_t> sequence_from_text(std::string_view text);
void append_sequence(json::Writer& writer, std::uint64_t sequence);

} // namespace wire
