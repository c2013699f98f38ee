// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/crypto/seal.h"
#include "app/crypto/signing.h"

#include <filesystem>
#include <string_view>

namespace crypto {

/// The private key of a person or a gateway on disk: a small text file of mode 0600, the seed sealed with
/// AES-256-GCM under scrypt of a passphrase, the costs and the public key beside it. The passphrase is checked by a
/// value of its own, so that a typing error and a changed file are told apart.
class KeyFile {
public:
    /// Writes a new file by temporary file, fsync and rename; never over one that exists.
    /// Faults: conflict (there is one), unreadable (with the system's reason), disk_full, internal, invalid_argument.
    [[nodiscard]] static base::Done create(const std::filesystem::path& path, const SigningKey& key,
                                           std::string_view passphrase, ScryptCost cost = {});

    /// Faults: not_found, unreadable, refused (others may read the file), malformed, unsupported (a version or costs
    /// that this build does not take), wrong_passphrase, corrupt (the passphrase fits, the content was changed).
    [[nodiscard]] static base::Result<SigningKey> open(const std::filesystem::path& path, std::string_view passphrase);

    /// Seals the same key under another passphrase, atomically. Faults: those of open and create.
    [[nodiscard]] static base::Done change_passphrase(const std::filesystem::path& path, std::string_view before,
                                                      std::string_view after, ScryptCost cost = {});

    /// The public key without a passphrase, as the file says; believe it only for showing. Faults: as open.
    [[nodiscard]] static base::Result<PublicKey> public_key(const std::filesystem::path& path);
};

} // namespace crypto
