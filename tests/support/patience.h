// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long tests wait for what has to come. Qt's five seconds are too few on a machine that does much else, and a
// minute costs nothing where it comes: a wait ends with its condition.
#pragma once

#include <QTest>

#include <utility>

namespace support {

constexpr int patience_ms = 60'000;

/// Turns the event loop until the condition holds; false when it does not within the patience.
template <class Condition>
[[nodiscard]] bool wait_until(Condition&& condition) {
    return QTest::qWaitFor(std::forward<Condition>(condition), patience_ms);
}

} // namespace support

#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, support::patience_ms)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, support::patience_ms)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT(expression, expected, support::patience_ms)
