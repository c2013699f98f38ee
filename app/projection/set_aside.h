// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/reader.h"

#include <cstdint>
#include <set>

namespace projection {

/// Imports that are no part of sums and facts: suspected of being a duplicate, or discarded.
class SetAside {
public:
    SetAside() = default;
    /// As they were when something was kept.
    explicit SetAside(std::set<std::int64_t> batches)
        : batches_(std::move(batches))
        , known_(true) {}

    /// Reads them. True when one that was set aside counts now: what was folded has to be made anew.
    /// Faults: those of the store.
    [[nodiscard]] base::Result<bool> read(const store::Reader& reader);
    [[nodiscard]] bool known() const { return known_; }
    [[nodiscard]] bool contains(std::int64_t batch) const { return batches_.contains(batch); }
    [[nodiscard]] const std::set<std::int64_t>& batches() const { return batches_; }

private:
    std::set<std::int64_t> batches_;
    bool known_ = false;
};

} // namespace projection
