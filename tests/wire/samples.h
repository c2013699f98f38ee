// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"

#include <string>

/// Values for the tests of the codec: of every type one with all members and one with only those that must be there.
namespace samples {

[[nodiscard]] domain::Money money(std::int64_t minor, const char* code = "EUR");
[[nodiscard]] base::Instant at(const char* rfc3339);
/// A digest, key or signature of one repeated byte.
template <class Array>
[[nodiscard]] Array bytes(unsigned char of) {
    Array array;
    array.fill(of);
    return array;
}

enum class Extent { full, minimal };
[[nodiscard]] domain::Subject subject(Extent extent);
[[nodiscard]] domain::Decision decision(Extent extent);
[[nodiscard]] domain::SignedDecision signed_decision(Extent extent);
[[nodiscard]] domain::Receipt receipt(Extent extent);
[[nodiscard]] domain::SignedRoster signed_roster(Extent extent);
[[nodiscard]] domain::Plan plan(Extent extent);
/// An event of the type, with `raw` as it is encoded.
[[nodiscard]] domain::Event event(domain::EventType type, Extent extent);

/// The fields of an Event but `raw` compare equal.
[[nodiscard]] bool same(const domain::Event& left, const domain::Event& right);

} // namespace samples
