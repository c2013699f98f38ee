// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/crypto/signing.h"
#include "app/domain/ids.h"
#include "app/ports/decisions.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace decisions {

/// The key of the person at the console: an encrypted file, and the open key only while the person left it unlocked.
/// For one thread.
class Keyring {
public:
    /// Shorter passphrases are refused (NIST SP 800-63B, section 5.1.1.1, asks for at least eight characters).
    static constexpr std::size_t shortest_passphrase = 8;

    explicit Keyring(std::filesystem::path file)
        : file_(std::move(file)) {}

    [[nodiscard]] ports::KeyState state() const;
    /// Nothing without a key file. While locked it is what the file says: for finding the person, not for trust.
    [[nodiscard]] std::optional<domain::PublicKey> public_key() const;

    /// Faults: conflict (there is one already), invalid_argument (too short), unreadable, disk_full.
    [[nodiscard]] base::Done create(std::string_view passphrase);
    /// Faults: not_found, wrong_passphrase, corrupt, unreadable, refused (others may read the file).
    [[nodiscard]] base::Done unlock(std::string_view passphrase);
    void lock() { open_.reset(); }

    /// Faults: refused (locked).
    [[nodiscard]] base::Result<domain::Signature> sign(std::string_view bytes) const;

private:
    std::filesystem::path file_;
    std::optional<crypto::SigningKey> open_;
};

} // namespace decisions
