// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/ids.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

/// A certificate and its private key in PEM (RFC 7468).
struct CertificatePair {
    std::string certificate;
    std::string private_key; ///< secret: PKCS #8, not encrypted; keep it in memory or in a file of mode 0600
};

/// What a self-signed certificate says.
struct CertificateRequest {
    std::string common_name = "reeve-sandbox";
    std::vector<std::string> dns_names = {"localhost"};
    std::vector<std::string> addresses = {"127.0.0.1"};
    base::Instant not_before{};
    std::chrono::days valid_for{397};
};

/// Makes an ECDSA P-256 key and a certificate signed by it (RFC 5280), for TLS on loopback: the peer pins its
/// fingerprint, no authority stands behind it. Faults: invalid_argument (an address or name that is none), internal.
[[nodiscard]] base::Result<CertificatePair> make_self_signed(const CertificateRequest& request);

/// SHA-256 over the DER form of the first certificate in a PEM text: what is pinned. Faults: malformed.
[[nodiscard]] base::Result<domain::Digest> certificate_digest(std::string_view pem);

/// The same for people: upper-case hexadecimal with colons, as browsers show it.
[[nodiscard]] std::string display_fingerprint(const domain::Digest& digest);

} // namespace crypto
