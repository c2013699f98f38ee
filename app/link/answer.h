// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/receipt.h"
#include "app/domain/roster.h"
#include "app/link/exchange.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace uplink {

// From an HTTP answer to a value or a fault of fault.h. Pure.

/// Nothing wrong with a 2xx; else the problem as a fault. 3xx and other oddities are unsupported.
[[nodiscard]] base::Done judge(const Heard& heard);

template <class T>
[[nodiscard]] base::Result<T> read_body(const Heard& heard, base::Result<T> (*decode)(std::string_view)) {
    REEVE_TRY(judge(heard));
    return decode(heard.body);
}

[[nodiscard]] base::Result<domain::Receipt> read_receipt(const Heard& heard);
/// 404 is an answer: the gateway has never seen the decision.
[[nodiscard]] base::Result<std::optional<domain::Receipt>> read_status(const Heard& heard);
[[nodiscard]] base::Result<domain::SignedRoster> read_roster(const Heard& heard);
[[nodiscard]] base::Done read_done(const Heard& heard);

/// `folder` + segment + `rest`, where the segment could be made.
[[nodiscard]] base::Result<QByteArray> below(const char* folder, base::Result<QByteArray> segment,
                                             const char* rest = "");

} // namespace uplink
