// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/document.h"
#include "app/store/reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace verdicts {

/// What the policies of one source said about answering, each from the entry on that put it in force: an order is
/// answered by the policy that was in force at its place in the record, whichever came later.
class AnswerLine {
public:
    struct Terms {
        std::uint64_t from = 0;    ///< the entry from which on they hold
        std::string version;       ///< what the policy calls itself
        policy::Document document; ///< only what times need: calendar, times to answer, what happens then
        bool readable = true;
    };

    /// Faults: the reader's.
    [[nodiscard]] static base::Result<AnswerLine> read(const store::Reader& reader, const domain::SourceId& source);

    /// By which an order of this place is answered; nullptr: that policy cannot be read.
    [[nodiscard]] const Terms* at(std::uint64_t place) const;
    [[nodiscard]] const Terms* now() const { return at(~std::uint64_t{0}); }

private:
    std::vector<Terms> all_; ///< rising; the first is the one that ships
};

} // namespace verdicts
