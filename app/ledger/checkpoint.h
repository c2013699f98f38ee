// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/crypto/signing.h"
#include "app/domain/ids.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ledger {

using domain::Digest;

/// What a tree was at a moment (C2SP tlog-checkpoint): the text that is signed.
struct Checkpoint {
    std::string origin; ///< name of the record, e.g. "reeve.dev/record/3f0c…"; no newline
    std::uint64_t size = 0;
    Digest root{};
    std::vector<std::string> extensions; ///< further lines, none empty
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// One line of signature of a C2SP signed note.
struct NoteSignature {
    std::string name;                       ///< of the key; no white space, no plus sign
    std::array<std::uint8_t, 4> key_hash{}; ///< see key_hash()
    std::vector<std::uint8_t> bytes;        ///< Ed25519: 64 bytes; other kinds are kept and not looked at
    friend bool operator==(const NoteSignature&, const NoteSignature&) = default;
};

/// A checkpoint with signatures, as it stands in a file or a row.
struct SignedCheckpoint {
    Checkpoint checkpoint;
    std::vector<NoteSignature> signatures;
    friend bool operator==(const SignedCheckpoint&, const SignedCheckpoint&) = default;
};

/// First four bytes of SHA-256(name || "\n" || 0x01 || key): C2SP signed-note for Ed25519.
[[nodiscard]] std::array<std::uint8_t, 4> key_hash(std::string_view name, const crypto::PublicKey& key);

/// The bytes under the signature: origin, size, root in base64 and extensions, each line with its newline.
[[nodiscard]] std::string text_of(const Checkpoint& checkpoint);

/// The whole note: text, empty line, one line "— <name> <base64>" for each signature.
[[nodiscard]] std::string write(const SignedCheckpoint& checkpoint);

/// Reads a note strictly; what it gives writes back to the same bytes. Faults: malformed, too_large (above 64 KiB).
[[nodiscard]] base::Result<SignedCheckpoint> read_checkpoint(std::string_view note);

/// Faults: invalid_argument (a name or origin that the form does not allow), internal.
[[nodiscard]] base::Result<SignedCheckpoint> sign(const Checkpoint& checkpoint, std::string_view name,
                                                  const crypto::SigningKey& key);

/// Adds a further signature, e.g. of a witness, over the same text. Faults: as sign.
[[nodiscard]] base::Done add_signature(SignedCheckpoint& checkpoint, std::string_view name,
                                       const crypto::SigningKey& key);

/// Looks for a signature of that name and key and verifies it. Faults: not_found (none of that key), bad_signature.
[[nodiscard]] base::Done verify(const SignedCheckpoint& checkpoint, std::string_view name,
                                const crypto::PublicKey& key);

} // namespace ledger
