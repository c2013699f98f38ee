// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/backend.h"

#include <span>

namespace store {

/// The schema of SQLite stores, step by step.
[[nodiscard]] std::span<const Migration> sqlite_migrations();

} // namespace store
