// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crypto/digest.h"
#include "app/ledger/tree.h"
#include "app/store/entry.h"
#include "app/store/new_entry.h"

#include <string>
#include <string_view>

namespace record {

/// What an entry's Merkle leaf commits to. The leaf's body is, all numbers big-endian:
///
///     "reeve-leaf/v1\n"  index u64  kind u8  source u32+bytes  sequence u64  id u32+bytes  type u16 (0: none)
///     time i64  received i64 (microseconds since 1970)  tier u8 (255: none)  currency u8+bytes  amount i64
///     body key u32+bytes  SHA-256(salt || body) 32 bytes
///
/// and the leaf is SHA-256(0x00 || leaf body) (RFC 9162, 2.1.1). Without salt and body the rest still proves the entry,
/// so a body can be erased. The form never changes; another one gets another first line.
class LeafMaker {
public:
    /// `commitment` is SHA-256(salt || body) where it was made before.
    [[nodiscard]] domain::Digest leaf(const store::NewEntry& entry, std::string_view source,
                                      const domain::Digest* commitment = nullptr);
    /// The same of an entry that was read back, with its body.
    [[nodiscard]] domain::Digest leaf(const store::Entry& entry);
    [[nodiscard]] ledger::Hasher& hasher() { return hasher_; }

private:
    crypto::Sha256 sha_;
    ledger::Hasher hasher_;
    std::string body_;
};

} // namespace record
