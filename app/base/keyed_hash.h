// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace base {

/// SipHash-1-3 (Aumasson and Bernstein, 2012) with a key, mostly of the store: ids come from outside, and without a
/// secret key somebody could choose ids that collide and so slow the recorder down. Stored in index segments: never
/// changes.
class KeyedHash {
public:
    KeyedHash() = default;
    KeyedHash(std::uint64_t first, std::uint64_t second)
        : first_(first)
        , second_(second) {}
    /// One with a random key that this process made once, for what is never stored.
    [[nodiscard]] static const KeyedHash& of_this_process();

    /// The hash of a text within a domain (a number that keeps equal texts of different meaning apart).
    [[nodiscard]] std::uint64_t of(std::uint64_t domain, std::string_view text) const;

private:
    std::uint64_t first_ = 0;
    std::uint64_t second_ = 0;
};

} // namespace base
