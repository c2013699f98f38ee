// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/encoding.h"
#include "app/base/result.h"

#include <array>
#include <cstdint>
#include <string>

namespace crypto {

/// A key of AES-256.
using SealKey = std::array<std::uint8_t, 32>;

/// AES-256-GCM (NIST SP 800-38D): a fresh random nonce of 12 bytes, the ciphertext, the tag of 16 bytes, in one string.
/// `context` is authenticated and not kept: opening needs the same. One key must not seal more than 2^32 times.
/// Faults: internal.
[[nodiscard]] base::Result<std::string> seal(const SealKey& key, base::Bytes plain, base::Bytes context);

/// Faults: malformed (too short), bad_signature (another key or context, or a changed byte).
[[nodiscard]] base::Result<std::string> open(const SealKey& key, base::Bytes sealed, base::Bytes context);

/// The cost of turning a passphrase into a key (RFC 7914). The default takes 64 MiB and about a quarter of a second.
struct ScryptCost {
    std::uint64_t n = std::uint64_t{1} << 16U; ///< a power of two
    std::uint32_t r = 8;
    std::uint32_t p = 1;
    friend bool operator==(const ScryptCost&, const ScryptCost&) = default;
};

/// Faults: invalid_argument (a cost outside of RFC 7914, or above 1 GiB).
[[nodiscard]] base::Result<SealKey> key_from_passphrase(std::string_view passphrase, base::Bytes salt, ScryptCost cost);

} // namespace crypto
