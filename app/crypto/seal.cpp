// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/seal.h"

#include "app/crypto/digest.h"
#include "app/crypto/openssl_support.h"

#include <bit>
#include <limits>

namespace crypto {

namespace {

constexpr std::size_t nonce_size = 12;
constexpr std::size_t tag_size = 16;
constexpr std::uint64_t most_memory = std::uint64_t{1} << 30U;

const EVP_CIPHER* algorithm() {
    static EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    return cipher;
}

unsigned char* raw(std::string& text, std::size_t at) {
    return reinterpret_cast<unsigned char*>(text.data()) + at;
}

bool too_long(base::Bytes bytes) {
    return bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) - 64;
}

/// Authenticates the context and runs the text through the cipher, in the direction that the context was made for.
bool run(EVP_CIPHER_CTX* cipher, base::Bytes context, base::Bytes text, unsigned char* out) {
    int length = 0;
    const bool named =
        EVP_CipherUpdate(cipher, nullptr, &length, data_of(context), static_cast<int>(context.size())) == 1;
    return named && EVP_CipherUpdate(cipher, out, &length, data_of(text), static_cast<int>(text.size())) == 1 &&
           length == static_cast<int>(text.size());
}

} // namespace

base::Result<std::string> seal(const SealKey& key, base::Bytes plain, base::Bytes context) {
    if (too_long(plain) || too_long(context)) {
        return base::Fault{base::FaultCode::invalid_argument, "too long to seal in one piece", {}};
    }
    auto sealed = random_bytes(nonce_size);
    if (!sealed) {
        return sealed;
    }
    sealed->resize(nonce_size + plain.size() + tag_size);
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    if (cipher == nullptr || algorithm() == nullptr ||
        EVP_EncryptInit_ex2(cipher.get(), algorithm(), key.data(), raw(*sealed, 0), nullptr) != 1 ||
        !run(cipher.get(), context, plain, raw(*sealed, nonce_size)) ||
        EVP_EncryptFinal_ex(cipher.get(), raw(*sealed, nonce_size + plain.size()), &length) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, tag_size, raw(*sealed, nonce_size + plain.size())) !=
            1) {
        return openssl_fault("sealing failed");
    }
    return sealed;
}

base::Result<std::string> open(const SealKey& key, base::Bytes sealed, base::Bytes context) {
    if (sealed.size() < nonce_size + tag_size || too_long(sealed) || too_long(context)) {
        return base::Fault{base::FaultCode::malformed, "this is too short or too long for something sealed", {}};
    }
    const std::size_t size = sealed.size() - nonce_size - tag_size;
    std::string plain(size, '\0');
    std::string tag(base::as_text(sealed.last(tag_size)));
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    if (cipher == nullptr || algorithm() == nullptr ||
        EVP_DecryptInit_ex2(cipher.get(), algorithm(), key.data(), sealed.data(), nullptr) != 1 ||
        !run(cipher.get(), context, sealed.subspan(nonce_size, size), raw(plain, 0)) ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, tag_size, tag.data()) != 1) {
        cleanse(plain);
        return openssl_fault("opening failed");
    }
    int length = 0;
    unsigned char nothing = 0;
    if (EVP_DecryptFinal_ex(cipher.get(), &nothing, &length) != 1) {
        cleanse(plain);
        forget_openssl_errors();
        return base::Fault{base::FaultCode::bad_signature, "another key or context, or the content was changed", {}};
    }
    return plain;
}

base::Result<SealKey> key_from_passphrase(std::string_view passphrase, base::Bytes salt, ScryptCost cost) {
    const bool sane = cost.n > 1 && std::has_single_bit(cost.n) && cost.r > 0 && cost.p > 0 && cost.r <= 1024 &&
                      cost.p <= 1024 && cost.n <= most_memory / (std::uint64_t{128} * cost.r);
    if (!sane) {
        return base::Fault{base::FaultCode::invalid_argument, "these costs of scrypt are out of range", {}};
    }
    SealKey key{};
    // The library counts a little more than 128 n r; twice the limit lets everything through that was checked above.
    if (EVP_PBE_scrypt(reinterpret_cast<const char*>(data_of(base::as_bytes(passphrase))), passphrase.size(),
                       data_of(salt), salt.size(), cost.n, cost.r, cost.p, most_memory * 2, key.data(),
                       key.size()) != 1) {
        return openssl_fault("no key from this passphrase");
    }
    return key;
}

} // namespace crypto
