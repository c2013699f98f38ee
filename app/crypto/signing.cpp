// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/signing.h"

#include "app/crypto/digest.h"
#include "app/crypto/openssl_support.h"

#include <algorithm>

namespace crypto {

struct SigningKey::Held {
    Seed seed{};
    PublicKey public_key{};
    KeyHandle handle;

    Held() = default;
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() { cleanse(seed); }
};

SigningKey::SigningKey(std::unique_ptr<Held> held)
    : held_(std::move(held)) {}

SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;

base::Result<SigningKey> SigningKey::generate() {
    auto bytes = random_bytes(std::tuple_size_v<Seed>);
    if (!bytes) {
        return std::move(bytes).fault();
    }
    Seed seed{};
    std::copy(bytes->begin(), bytes->end(), seed.begin());
    cleanse(*bytes);
    auto key = from_seed(seed);
    cleanse(seed);
    return key;
}

base::Result<SigningKey> SigningKey::from_seed(const Seed& seed) {
    auto held = std::make_unique<Held>();
    held->seed = seed;
    held->handle.reset(EVP_PKEY_new_raw_private_key_ex(nullptr, "ED25519", nullptr, seed.data(), seed.size()));
    std::size_t length = held->public_key.size();
    if (held->handle == nullptr ||
        EVP_PKEY_get_raw_public_key(held->handle.get(), held->public_key.data(), &length) != 1 ||
        length != held->public_key.size()) {
        return openssl_fault("no Ed25519 key from this seed");
    }
    return SigningKey(std::move(held));
}

const PublicKey& SigningKey::public_key() const {
    return held_->public_key;
}

const Seed& SigningKey::seed() const {
    return held_->seed;
}

base::Result<Signature> SigningKey::sign(base::Bytes message) const {
    const DigestContext context(EVP_MD_CTX_new());
    Signature signature{};
    std::size_t length = signature.size();
    if (context == nullptr ||
        EVP_DigestSignInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, held_->handle.get(), nullptr) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &length, data_of(message), message.size()) != 1 ||
        length != signature.size()) {
        return openssl_fault("signing failed");
    }
    return signature;
}

base::Done verify(const PublicKey& key, base::Bytes message, const Signature& signature) {
    const KeyHandle handle(EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr, key.data(), key.size()));
    const DigestContext context(EVP_MD_CTX_new());
    if (handle == nullptr || context == nullptr ||
        EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, handle.get(), nullptr) != 1) {
        return openssl_fault("the signature could not be looked at");
    }
    if (EVP_DigestVerify(context.get(), signature.data(), signature.size(), data_of(message), message.size()) != 1) {
        forget_openssl_errors();
        return base::Fault{base::FaultCode::bad_signature, "the signature does not fit the message and the key", {}};
    }
    return {};
}

std::string fingerprint(const PublicKey& key) {
    std::string text = "SHA256:" + base::to_base64(sha256(base::Bytes(key)));
    text.erase(text.find_last_not_of('=') + 1);
    return text;
}

} // namespace crypto
