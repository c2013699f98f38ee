// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/store/reader.h"

namespace archive {

/// A page of feed rows by keyset, filtered and searched as the query says. Faults: those of store::Reader.
[[nodiscard]] base::Result<ports::FeedPage> read_feed(const store::Reader& reader, const ports::FeedQuery& query);

} // namespace archive
