// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/projection/books.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>

namespace archive {

/// Books beside the store, as they were at one place of its record, so that a start goes on from there. A copy only:
/// whatever is wrong with it, the record is folded from its beginning instead.
struct KeptBooks {
    std::unique_ptr<projection::Books> books; ///< where they stand is books->folded()
    domain::Digest last_leaf{};               ///< of the entry before that place: tells this record from every other
    std::set<std::int64_t> outside;           ///< imports that were suspected or discarded then
};

/// "books" in the folder of a store.
[[nodiscard]] std::filesystem::path books_file(const std::filesystem::path& folder);

/// Replaces what was kept. Mode 0600. Not synchronised with the disk: a part that a crash leaves is found when it is
/// read. Faults: disk_full, unreadable (with the system's words); the old file is then as it was.
[[nodiscard]] base::Done write_books(const std::filesystem::path& folder, const projection::Books& books,
                                     const domain::Digest& last_leaf, const std::set<std::int64_t>& outside);

/// Faults: not_found, unreadable, corrupt (cut, changed), unsupported (by another version of the program, or folded by
/// other rules: projection::BooksCodec::form).
[[nodiscard]] base::Result<KeptBooks> read_books(const std::filesystem::path& folder);

} // namespace archive
