// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/store/reader.h"

namespace archive {

// What was set aside or is missing, page by page. Faults: those of store::Reader.
[[nodiscard]] base::Result<ports::QuarantinePage> read_quarantine(const store::Reader& reader,
                                                                  const ports::AsideQuery& query);
[[nodiscard]] base::Result<ports::ConflictPage> read_conflicts(const store::Reader& reader,
                                                               const ports::AsideQuery& query);
[[nodiscard]] base::Result<ports::GapPage> read_gaps(const store::Reader& reader, const ports::GapQuery& query);

} // namespace archive
