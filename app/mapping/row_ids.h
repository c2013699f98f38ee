// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mapping {

/// Gives each row its identity, which does not depend on where it stands: the SHA-256 of its fields, and the ordinal
/// among equal rows, so that real duplicates survive and a second import finds every row again. Remembers one digest
/// for each distinct row.
class RowIds {
public:
    struct Id {
        std::string text;          ///< "<64 hexadecimal digits>-<ordinal>"
        std::string short_text;    ///< the same with 32 digits, for names that people see
        std::uint64_t ordinal = 1; ///< 1 for the first row of its content
    };

    [[nodiscard]] Id of_fields(const std::vector<std::string>& fields);
    [[nodiscard]] Id of_bytes(std::string_view bytes);
    [[nodiscard]] std::uint64_t repeated() const { return repeated_; }

    /// SHA-256 over "reeve-content/v1\n" and the sorted digests with their counts.
    [[nodiscard]] domain::Digest content() const;

private:
    struct Spread {
        std::size_t operator()(const domain::Digest& digest) const noexcept;
    };
    [[nodiscard]] Id next(const domain::Digest& digest);

    std::unordered_map<domain::Digest, std::uint64_t, Spread> seen_;
    std::uint64_t repeated_ = 0;
};

} // namespace mapping
