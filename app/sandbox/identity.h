// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/crypto/signing.h"
#include "app/domain/ids.h"
#include "app/wire/signed_bytes.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sandbox {

/// Who this gateway is: made on the first start in a state folder, the same ever after.
struct Identity {
    domain::SourceId source;
    std::string token; ///< bearer token
    crypto::SigningKey gateway_key;
    crypto::SigningKey colleague_key;               ///< of the simulated colleague
    std::optional<domain::PublicKey> administrator; ///< whose rosters are taken, once configured or trusted
    std::string certificate;                        ///< PEM
    domain::Digest fingerprint{};                   ///< SHA-256 of the certificate's DER form
    std::filesystem::path certificate_file;
    std::filesystem::path private_key_file; ///< mode 0600
};

/// Reads the identity of a state folder, or makes it. Faults: unreadable, corrupt, internal.
[[nodiscard]] base::Result<Identity> identity_in(const std::filesystem::path& folder, base::Instant now);
/// An identity that follows from the seed alone and is never stored, for runs that print. No certificate.
[[nodiscard]] base::Result<Identity> rehearsal_identity(std::uint64_t seed);
/// Keeps the administrator's key. Faults: unreadable, disk_full.
[[nodiscard]] base::Done keep_administrator(const std::filesystem::path& folder, const domain::PublicKey& key);

/// Keeps which proposals of a policy were taken back, in the place of what was kept before. Faults: unreadable,
/// disk_full.
[[nodiscard]] base::Done keep_withdrawn(const std::filesystem::path& folder, const std::vector<wire::Envelope>& all);
/// What was kept; nothing where nothing was. Faults: unreadable, corrupt.
[[nodiscard]] base::Result<std::vector<wire::Envelope>> withdrawn_in(const std::filesystem::path& folder);

/// Holds the folder for this process alone, until it ends however it ends. Faults: locked, unreadable.
class FolderLock {
public:
    [[nodiscard]] static base::Result<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept
        : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor)
        : descriptor_(descriptor) {}
    int descriptor_;
};

} // namespace sandbox
