// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/digest.h"

#include "app/crypto/openssl_support.h"

#include <cstdio>
#include <cstdlib>

#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace crypto {

namespace {

/// Hashing in memory with a fetched algorithm fails only when memory is exhausted or the library is broken; a digest
/// that was not computed must never be used, so that is the end.
void require(bool good) {
    if (!good) {
        std::fputs("OpenSSL could not compute a digest\n", stderr);
        std::abort();
    }
}

Sha256& of_this_thread() {
    thread_local Sha256 sha;
    return sha;
}

} // namespace

struct Sha256::Context {
    DigestContext handle{EVP_MD_CTX_new()};
};

Sha256::Sha256()
    : context_(std::make_unique<Context>()) {
    require(context_->handle != nullptr);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

Digest Sha256::of(base::Bytes message) {
    begin();
    add(message);
    return finish();
}

Digest Sha256::of(std::initializer_list<base::Bytes> pieces) {
    begin();
    for (const base::Bytes piece : pieces) {
        add(piece);
    }
    return finish();
}

void Sha256::begin() {
    require(EVP_DigestInit_ex2(context_->handle.get(), sha256_algorithm(), nullptr) == 1);
}

void Sha256::add(base::Bytes piece) {
    require(EVP_DigestUpdate(context_->handle.get(), data_of(piece), piece.size()) == 1);
}

Digest Sha256::finish() {
    Digest digest{};
    unsigned int length = 0;
    require(EVP_DigestFinal_ex(context_->handle.get(), digest.data(), &length) == 1 && length == digest.size());
    return digest;
}

Digest sha256(base::Bytes message) {
    return of_this_thread().of(message);
}

Digest hmac_sha256(base::Bytes key, base::Bytes message) {
    Digest tag{};
    std::size_t length = 0;
    require(EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA2-256", nullptr, data_of(key), key.size(), data_of(message),
                      message.size(), tag.data(), tag.size(), &length) != nullptr &&
            length == tag.size());
    return tag;
}

bool equal_in_constant_time(base::Bytes left, base::Bytes right) {
    return left.size() == right.size() && CRYPTO_memcmp(data_of(left), data_of(right), left.size()) == 0;
}

base::Result<std::string> random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (RAND_bytes_ex(nullptr, reinterpret_cast<unsigned char*>(bytes.data()), count, 0) != 1) {
        return openssl_fault("no random bytes");
    }
    return bytes;
}

void cleanse(std::string& secret) {
    OPENSSL_cleanse(secret.data(), secret.size());
    secret.clear();
}

void cleanse(std::span<std::uint8_t> secret) {
    OPENSSL_cleanse(secret.data(), secret.size());
}

} // namespace crypto
