// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/crypto/digest.h"
#include "app/record/published.h"
#include "app/store/entry.h"
#include "app/wire/event_codec.h"

#include <cstddef>
#include <span>
#include <vector>

namespace record {

/// Frames on their way into the record, as far as they can be taken without knowing the record: decoded, and every
/// body's salted commitment made. Made on any thread while another one writes; then given to Recorder::append().
struct Prepared {
    std::vector<Frame> frames; ///< as they came: what is given again when a commit fails
    std::vector<wire::Item> items;
    std::vector<std::size_t> ends;           ///< item where each frame's items end
    std::vector<store::Salt> salts;          ///< beside items
    std::vector<domain::Digest> commitments; ///< SHA-256(salt || raw bytes), beside items
};

/// Prepares. One per thread.
class Preparer {
public:
    /// Faults: internal (no random bytes).
    [[nodiscard]] base::Result<Prepared> prepare(std::vector<Frame> frames);

private:
    wire::Decoder decoder_;
    crypto::Sha256 sha_;
};

} // namespace record
