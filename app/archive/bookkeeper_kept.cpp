// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bookkeeper.h"
#include "app/archive/books_file.h"
#include "app/base/log.h"

// Books beside the store: where a bookkeeper begins, and what it leaves.

namespace archive {

/// The books that were kept, when they are of this record. Anything else is no fault: the record has everything.
void Bookkeeper::begin_with_kept() {
    auto kept = read_books(folder_);
    if (!kept) {
        if (kept.fault().code != base::FaultCode::not_found) {
            qCInfo(base::log_archive, "the kept books are not used: %s", base::name_of(kept.fault().code));
        }
        return;
    }
    const std::uint64_t folded = kept->books->folded();
    const auto leaf = last_leaf(folded);
    if (!leaf || *leaf != kept->last_leaf) {
        qCInfo(base::log_archive, "the kept books are not used: they are not of this record");
        return;
    }
    books_ = std::move(kept->books);
    // As they were there; what was resolved later, the record tells behind that place.
    outside_ = projection::SetAside(std::move(kept->outside));
    kept_ = folded;
}

base::Result<domain::Digest> Bookkeeper::last_leaf(std::uint64_t folded) {
    REEVE_TRY(open());
    if (folded == 0) {
        return base::Fault{base::FaultCode::not_found, "nothing is folded", {}};
    }
    const auto entry = reader_->entry(folded - 1);
    if (!entry) {
        return entry.fault();
    }
    return entry->leaf;
}

void Bookkeeper::keep_books(std::uint64_t entries) {
    if (keep_ == Keep::nothing || fault_ || !outside_.known() || books_->folded() < kept_ + entries) {
        return;
    }
    const auto leaf = last_leaf(books_->folded());
    const auto done = leaf ? write_books(folder_, *books_, *leaf, outside_.batches()) : base::Done(leaf.fault());
    if (!done) {
        qCWarning(base::log_archive, "the books are not kept: %s", base::name_of(done.fault().code));
    }
    kept_ = books_->folded(); // where it failed, it is tried again after as many entries
}

} // namespace archive
