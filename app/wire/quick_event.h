// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"

#include <string_view>

/// Inner header of this room: the quick way to read an event.
namespace wire {

/// Reads an event of a known type that is written plainly, straight from its bytes: no escapes, no member that the
/// protocol does not name, its type before its data or at the very end; in any order and with any white space, quickest
/// in canonical form. That is what Reeve's own programs and most gateways send. False for everything else, wrong or
/// only written otherwise, and then `event` holds rubbish: json::Reader has the last word. Whatever this accepts, that
/// accepts, with the same result (the tests and fuzz_event_codec compare them).
[[nodiscard]] bool read_quickly(std::string_view json, domain::Event& event, domain::Currency& last_currency);

} // namespace wire
