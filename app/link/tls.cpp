// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/tls.h"

#include "app/base/encoding.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

#include <algorithm>

namespace uplink {

using base::Fault;
using base::FaultCode;

namespace {

QByteArray bytes_of(const std::string& text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool is_answered_by_pin(QSslError::SslError error) {
    // Who signed it and whom it names; never whether it is valid now. (An open enumeration of Qt's: hence default.)
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::HostNameMismatch: return true;
    default: return false;
    }
}

QSslKey private_key_of(const QByteArray& pem) {
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        if (QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull()) {
            return key;
        }
    }
    return {};
}

base::Done set_client_certificate(QSslConfiguration& tls, const Endpoint& endpoint) {
    const auto chain = QSslCertificate::fromData(bytes_of(endpoint.client_certificate), QSsl::Pem);
    if (chain.isEmpty()) {
        return Fault{FaultCode::malformed, "the client certificate is no PEM certificate", "client_certificate"};
    }
    const QSslKey key = private_key_of(bytes_of(endpoint.client_key));
    if (key.isNull()) {
        return Fault{FaultCode::malformed, "the client key is no unencrypted PEM private key", "client_key"};
    }
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    return {};
}

} // namespace

base::Result<QSslConfiguration> tls_configuration(const Endpoint& endpoint) {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    tls.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    if (endpoint.pin) {
        tls.setCaCertificates({});
    } else if (!endpoint.authorities.empty()) {
        const auto authorities = QSslCertificate::fromData(bytes_of(endpoint.authorities), QSsl::Pem);
        if (authorities.isEmpty()) {
            return Fault{FaultCode::malformed, "the file of authorities holds no PEM certificate", "authorities"};
        }
        tls.setCaCertificates(authorities);
    }
    if (!endpoint.client_certificate.empty()) {
        REEVE_TRY(set_client_certificate(tls, endpoint));
    }
    return tls;
}

domain::Digest digest_of(const QSslCertificate& certificate) {
    const QByteArray hash = certificate.digest(QCryptographicHash::Sha256);
    domain::Digest digest{};
    std::copy_n(hash.begin(), std::min<qsizetype>(hash.size(), static_cast<qsizetype>(digest.size())), digest.begin());
    return digest;
}

QList<QSslError> answered_by_pin(const QList<QSslError>& errors, const QSslCertificate& peer,
                                 const domain::Digest& pin) {
    if (peer.isNull() || digest_of(peer) != pin) {
        return {};
    }
    const bool all =
        std::all_of(errors.begin(), errors.end(), [](const QSslError& e) { return is_answered_by_pin(e.error()); });
    return all ? errors : QList<QSslError>{};
}

Fault untrusted(const QList<QSslError>& errors) {
    // An outdated certificate is what a person can act on; that it is self-signed as well is what they expect.
    auto worst = std::find_if(errors.begin(), errors.end(),
                              [](const QSslError& error) { return !is_answered_by_pin(error.error()); });
    if (worst == errors.end()) {
        worst = errors.begin();
    }
    const std::string reason = worst == errors.end() ? "unknown reason" : worst->errorString().toStdString();
    return {FaultCode::untrusted, "the gateway's certificate was not accepted: " + reason, "TLS"};
}

Fault pin_mismatch(const domain::Digest& found) {
    return {FaultCode::untrusted,
            "the gateway shows another certificate than the one that was confirmed, SHA-256 " + base::to_hex(found),
            "TLS"};
}

QNetworkRequest request_to(const Endpoint& endpoint, const QSslConfiguration& tls, const QByteArray& path,
                           const QByteArray& query) {
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QString::fromUtf8(endpoint.host.c_str()));
    url.setPort(endpoint.port);
    url.setPath(QString::fromLatin1(path), QUrl::TolerantMode);
    if (!query.isEmpty()) {
        url.setQuery(QString::fromLatin1(query), QUrl::TolerantMode);
    }
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "reeve/" REEVE_VERSION);
    if (!endpoint.token.empty()) {
        request.setRawHeader("Authorization", "Bearer " + bytes_of(endpoint.token));
    }
    return request;
}

TrustGuard::TrustGuard(QNetworkReply& reply, std::optional<domain::Digest> pin)
    : QObject(&reply)
    , reply_(reply)
    , pin_(pin) {
    // Both signals come while the network thread waits for us: nothing has been sent when the slots run.
    connect(&reply, &QNetworkReply::sslErrors, this, &TrustGuard::judge);
    connect(&reply, &QNetworkReply::encrypted, this, &TrustGuard::compare);
    connect(&reply, &QNetworkReply::requestSent, this, [this] { sent_ = true; });
}

void TrustGuard::judge(const QList<QSslError>& errors) {
    const QSslCertificate peer = reply_.sslConfiguration().peerCertificate();
    if (pin_) {
        if (const auto answered = answered_by_pin(errors, peer, *pin_); !answered.isEmpty()) {
            reply_.ignoreSslErrors(answered);
            return;
        }
        if (digest_of(peer) != *pin_) {
            fault_ = pin_mismatch(digest_of(peer));
            return;
        }
    }
    fault_ = untrusted(errors);
}

void TrustGuard::compare() {
    if (pin_) {
        const domain::Digest found = digest_of(reply_.sslConfiguration().peerCertificate());
        if (found != *pin_) {
            fault_ = pin_mismatch(found);
            reply_.abort();
            return;
        }
    }
    encrypted_ = true;
}

bool failed_to_connect(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError: return true;
    default: return false;
    }
}

Fault network_fault(QNetworkReply::NetworkError error, const QString& text, bool never_sent) {
    const std::string reason = text.toStdString();
    if (never_sent) {
        return {FaultCode::unreachable, std::string(never_came_about) + reason, {}};
    }
    if (error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolFailure) {
        return {FaultCode::malformed, "the answer is not HTTP: " + reason, {}};
    }
    return {FaultCode::timed_out, std::string(broke_off) + reason, {}};
}

} // namespace uplink
