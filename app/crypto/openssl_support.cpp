// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/openssl_support.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include <openssl/err.h>

namespace crypto {

base::Fault openssl_fault(const char* what, base::FaultCode code) {
    const unsigned long error = ERR_get_error();
    ERR_clear_error();
    std::string detail = what;
    if (error != 0) {
        std::array<char, 256> text{};
        ERR_error_string_n(error, text.data(), text.size());
        detail += ": ";
        detail += text.data();
    }
    return {code, std::move(detail), {}};
}

void forget_openssl_errors() {
    ERR_clear_error();
}

const EVP_MD* sha256_algorithm() {
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
    if (algorithm == nullptr) {
        std::fputs("OpenSSL has no SHA-256; its installation is broken\n", stderr);
        std::abort();
    }
    return algorithm;
}

const unsigned char* data_of(base::Bytes bytes) {
    static const unsigned char nothing = 0;
    return bytes.empty() ? &nothing : bytes.data();
}

} // namespace crypto
