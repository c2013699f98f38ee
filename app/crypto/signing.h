// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/encoding.h"
#include "app/base/result.h"
#include "app/domain/ids.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace crypto {

using domain::PublicKey;
using domain::Signature;
/// The secret from which an Ed25519 key pair follows (RFC 8032, section 5.1.5).
using Seed = std::array<std::uint8_t, 32>;

/// An Ed25519 private key (RFC 8032). Its memory is overwritten when it goes. Signing from several threads is safe.
class SigningKey {
public:
    /// Faults: internal (no random bytes).
    [[nodiscard]] static base::Result<SigningKey> generate();
    [[nodiscard]] static base::Result<SigningKey> from_seed(const Seed& seed);

    ~SigningKey();
    SigningKey(SigningKey&&) noexcept;
    SigningKey& operator=(SigningKey&&) noexcept;

    [[nodiscard]] const PublicKey& public_key() const;
    /// The secret itself, for KeyFile. The caller overwrites its copy.
    [[nodiscard]] const Seed& seed() const;
    /// Signs the message as it is (Ed25519, not Ed25519ph). Faults: internal.
    [[nodiscard]] base::Result<Signature> sign(base::Bytes message) const;
    [[nodiscard]] base::Result<Signature> sign(std::string_view message) const { return sign(base::as_bytes(message)); }

private:
    struct Held;
    explicit SigningKey(std::unique_ptr<Held> held);
    std::unique_ptr<Held> held_;
};

/// Checks an Ed25519 signature. Faults: bad_signature (it does not fit, or the key is no point of the curve).
[[nodiscard]] base::Done verify(const PublicKey& key, base::Bytes message, const Signature& signature);
[[nodiscard]] inline base::Done verify(const PublicKey& key, std::string_view message, const Signature& signature) {
    return verify(key, base::as_bytes(message), signature);
}

/// The same as a plain answer, for rules that take a verifier (authority::Verifier).
[[nodiscard]] inline bool holds(const PublicKey& key, std::string_view message, const Signature& signature) {
    return verify(key, message, signature).ok();
}

/// What people compare, as OpenSSH writes it: "SHA256:" and the unpadded base64 of SHA-256 over the 32 bytes.
[[nodiscard]] std::string fingerprint(const PublicKey& key);

} // namespace crypto
