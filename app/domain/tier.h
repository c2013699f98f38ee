// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace domain {

/// The spending tiers, in rising order of friction.
enum class Tier { automatic, confirm, sign_off, dual_sign_off, blocked };

/// What Reeve can still do about a transaction.
enum class Moment { before_execution, after_execution, observed_only };

} // namespace domain
