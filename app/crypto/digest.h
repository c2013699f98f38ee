// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/encoding.h"
#include "app/base/result.h"
#include "app/domain/ids.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace crypto {

using domain::Digest;

/// SHA-256 (FIPS 180-4). The algorithm is fetched once per process and the context is reused, which doubles the rate
/// for short messages; keep one per thread where many are hashed. Hashing cannot fail once the algorithm is there; a
/// library without SHA-256 ends the program at the first use.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    /// The digest of one message, or of several pieces one behind the other.
    [[nodiscard]] Digest of(base::Bytes message);
    [[nodiscard]] Digest of(std::string_view message) { return of(base::as_bytes(message)); }
    [[nodiscard]] Digest of(std::initializer_list<base::Bytes> pieces);

    /// Step by step, for what does not lie in memory at once: begin, add …, finish.
    void begin();
    void add(base::Bytes piece);
    [[nodiscard]] Digest finish();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// One-shot, with a context of the calling thread.
[[nodiscard]] Digest sha256(base::Bytes message);
[[nodiscard]] inline Digest sha256(std::string_view message) {
    return sha256(base::as_bytes(message));
}

/// HMAC-SHA256 (RFC 2104).
[[nodiscard]] Digest hmac_sha256(base::Bytes key, base::Bytes message);

/// Compares secrets (tokens, tags) in a time that does not depend on where they differ.
[[nodiscard]] bool equal_in_constant_time(base::Bytes left, base::Bytes right);

/// `count` bytes from the operating system's generator. Faults: internal (the generator failed; never weak bytes).
[[nodiscard]] base::Result<std::string> random_bytes(std::size_t count);

/// Overwrites a secret before its memory is given back; the compiler may not leave it out.
void cleanse(std::string& secret);
void cleanse(std::span<std::uint8_t> secret);

} // namespace crypto
