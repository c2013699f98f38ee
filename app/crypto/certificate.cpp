// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/certificate.h"

#include "app/crypto/digest.h"
#include "app/crypto/openssl_support.h"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace crypto {

namespace {

using AlternativeName = std::unique_ptr<GENERAL_NAME, Freed<GENERAL_NAME_free>>;
using AlternativeNames = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using BigNumber = std::unique_ptr<BIGNUM, Freed<BN_free>>;

constexpr int version_3 = 2;
constexpr int serial_bits = 159; ///< RFC 5280, section 4.1.2.2: positive and at most 20 octets

/// Only what a host name may hold: nothing that a certificate's reader could take for syntax.
bool is_host_name(std::string_view name) {
    return !name.empty() && name.size() <= 253 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.*") ==
               std::string_view::npos;
}

AlternativeName dns_name(const std::string& name) {
    ASN1_IA5STRING* text = is_host_name(name) ? ASN1_IA5STRING_new() : nullptr;
    if (text == nullptr) {
        return nullptr;
    }
    AlternativeName holder(GENERAL_NAME_new());
    if (holder == nullptr || ASN1_STRING_set(text, name.data(), static_cast<int>(name.size())) != 1) {
        ASN1_IA5STRING_free(text);
        return nullptr;
    }
    GENERAL_NAME_set0_value(holder.get(), GEN_DNS, text);
    return holder;
}

AlternativeName address_name(const std::string& address) {
    ASN1_OCTET_STRING* octets = a2i_IPADDRESS(address.c_str());
    AlternativeName holder(octets == nullptr ? nullptr : GENERAL_NAME_new());
    if (holder == nullptr) {
        ASN1_OCTET_STRING_free(octets);
        return nullptr;
    }
    GENERAL_NAME_set0_value(holder.get(), GEN_IPADD, octets);
    return holder;
}

base::Done add_alternative_names(X509* certificate, const CertificateRequest& request) {
    const AlternativeNames names(sk_GENERAL_NAME_new_null());
    const auto add = [&names](AlternativeName name) {
        if (names == nullptr || name == nullptr || sk_GENERAL_NAME_push(names.get(), name.get()) == 0) {
            return false;
        }
        static_cast<void>(name.release());
        return true;
    };
    for (const std::string& name : request.dns_names) {
        if (!add(dns_name(name))) {
            return openssl_fault("this is not a host name", base::FaultCode::invalid_argument);
        }
    }
    for (const std::string& address : request.addresses) {
        if (!add(address_name(address))) {
            return openssl_fault("this is not an address", base::FaultCode::invalid_argument);
        }
    }
    if (X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) != 1) {
        return openssl_fault("the names do not fit into the certificate");
    }
    return {};
}

bool add_extension(X509* certificate, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool set_serial(X509* certificate) {
    const BigNumber number(BN_new());
    return number != nullptr && BN_rand(number.get(), serial_bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool set_times(X509* certificate, const CertificateRequest& request) {
    const auto seconds = [](base::Instant instant) {
        return static_cast<time_t>(std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count());
    };
    return ASN1_TIME_set(X509_getm_notBefore(certificate), seconds(request.not_before)) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), seconds(request.not_before + request.valid_for)) != nullptr;
}

bool set_names(X509* certificate, const std::string& common_name) {
    X509_NAME* name = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(common_name.data()),
                                      static_cast<int>(common_name.size()), -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool fill(X509* certificate, EVP_PKEY* key, const CertificateRequest& request) {
    return X509_set_version(certificate, version_3) == 1 && set_serial(certificate) &&
           set_times(certificate, request) && set_names(certificate, request.common_name) &&
           X509_set_pubkey(certificate, key) == 1 &&
           add_extension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           add_extension(certificate, NID_key_usage, "critical,digitalSignature") &&
           add_extension(certificate, NID_ext_key_usage, "serverAuth,clientAuth") &&
           add_extension(certificate, NID_subject_key_identifier, "hash");
}

std::string content_of(BIO* stream) {
    char* data = nullptr;
    const long length = BIO_get_mem_data(stream, &data);
    return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string();
}

base::Result<CertificatePair> in_pem(X509* certificate, EVP_PKEY* key) {
    const Stream public_part(BIO_new(BIO_s_mem()));
    const Stream secret_part(BIO_new(BIO_s_secmem()));
    if (public_part == nullptr || secret_part == nullptr || PEM_write_bio_X509(public_part.get(), certificate) != 1 ||
        PEM_write_bio_PKCS8PrivateKey(secret_part.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return openssl_fault("no PEM of the certificate");
    }
    return CertificatePair{content_of(public_part.get()), content_of(secret_part.get())};
}

} // namespace

base::Result<CertificatePair> make_self_signed(const CertificateRequest& request) {
    constexpr std::size_t longest_common_name = 64; // RFC 5280, appendix A: ub-common-name
    if (request.common_name.empty() || request.common_name.size() > longest_common_name) {
        return base::Fault{base::FaultCode::invalid_argument, "a common name has 1 to 64 bytes", {}};
    }
    const KeyHandle key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (key == nullptr || certificate == nullptr || !fill(certificate.get(), key.get(), request)) {
        return openssl_fault("no certificate could be made");
    }
    REEVE_TRY(add_alternative_names(certificate.get(), request));
    if (X509_sign(certificate.get(), key.get(), sha256_algorithm()) == 0) {
        return openssl_fault("the certificate could not be signed");
    }
    return in_pem(certificate.get(), key.get());
}

base::Result<domain::Digest> certificate_digest(std::string_view pem) {
    const Stream stream(BIO_new_mem_buf(data_of(base::as_bytes(pem)), static_cast<int>(pem.size())));
    if (stream == nullptr) {
        return openssl_fault("the text could not be read");
    }
    const Certificate certificate(PEM_read_bio_X509(stream.get(), nullptr, nullptr, nullptr));
    domain::Digest digest{};
    unsigned int length = 0;
    if (certificate == nullptr || X509_digest(certificate.get(), sha256_algorithm(), digest.data(), &length) != 1) {
        return openssl_fault("this is not a certificate in PEM", base::FaultCode::malformed);
    }
    return digest;
}

std::string display_fingerprint(const domain::Digest& digest) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += text.empty() ? "" : ":";
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

} // namespace crypto
