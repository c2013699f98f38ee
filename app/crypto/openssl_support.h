// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/encoding.h"
#include "app/base/result.h"

#include <cstdint>
#include <memory>
#include <string>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

/// Inside of app/crypto only: ownership and faults of OpenSSL.
namespace crypto {

template <auto Free>
struct Freed {
    template <class Object>
    void operator()(Object* object) const {
        Free(object);
    }
};

using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Stream = std::unique_ptr<BIO, Freed<BIO_free>>;

/// The fault of a failed call: takes the oldest error out of the thread's queue, once, and empties the queue.
[[nodiscard]] base::Fault openssl_fault(const char* what, base::FaultCode code = base::FaultCode::internal);

/// Empties the thread's queue where a failure is an answer and not an error (a signature that does not fit).
void forget_openssl_errors();

/// SHA-256, fetched once. Ends the program when the library has none.
[[nodiscard]] const EVP_MD* sha256_algorithm();

/// A pointer that is never null, for functions that refuse null even for no bytes.
[[nodiscard]] const unsigned char* data_of(base::Bytes bytes);

} // namespace crypto
