// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/certificate.h"

#include "app/base/encoding.h"
#include "tests/support/patience.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using base::FaultCode;

namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

crypto::CertificateRequest request_for_now() {
    crypto::CertificateRequest request;
    request.not_before = base::SystemClock().now() - std::chrono::hours(1);
    return request;
}

} // namespace

/// Certificates for loopback, looked at with the eyes of Qt's TLS.
class TestCertificate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void says_what_was_asked_for();
    void carries_a_tls_connection();
    void is_refused_where_another_is_pinned();
    void refuses_names_that_are_none_data();
    void refuses_names_that_are_none();
    void digests_the_der_form();
    void refuses_what_is_no_certificate();
};

void TestCertificate::says_what_was_asked_for() {
    crypto::CertificateRequest request;
    request.common_name = "gateway \xC3\xA9";
    request.dns_names = {"localhost", "gateway.example"};
    request.addresses = {"127.0.0.1", "::1"};
    request.not_before = base::from_rfc3339("2026-03-01T17:55:00Z").value();
    request.valid_for = std::chrono::days(10);
    const auto made = crypto::make_self_signed(request);
    QVERIFY2(made.ok(), made.ok() ? "" : base::describe(made.fault()).c_str());
    const QSslCertificate certificate(bytes(made->certificate), QSsl::Pem);
    QVERIFY(!certificate.isNull());
    QCOMPARE(certificate.issuerInfo(QSslCertificate::CommonName), certificate.subjectInfo(QSslCertificate::CommonName));
    QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{QStringLiteral("gateway é")});
    QCOMPARE(certificate.effectiveDate(), QDateTime(QDate(2026, 3, 1), QTime(17, 55), Qt::UTC));
    QCOMPARE(certificate.expiryDate(), QDateTime(QDate(2026, 3, 11), QTime(17, 55), Qt::UTC));
    const auto names = certificate.subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry).size(), 2);
    QVERIFY(names.values(QSsl::DnsEntry).contains(QStringLiteral("gateway.example")));
    QVERIFY(names.values(QSsl::IpAddressEntry).contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(certificate.publicKey().length(), 256);
    const auto again = crypto::make_self_signed(request);
    QVERIFY(certificate.serialNumber() != QSslCertificate(bytes(again->certificate), QSsl::Pem).serialNumber());
    QVERIFY(again->private_key != made->private_key);
}

namespace {

/// Runs one handshake; the client trusts exactly `trusted` and expects `name`. Gives the errors of the client.
QList<QSslError> handshake(const crypto::CertificatePair& served, const std::string& trusted, const QString& name) {
    QSslServer server;
    QSslConfiguration own;
    own.setLocalCertificate(QSslCertificate(bytes(served.certificate), QSsl::Pem));
    own.setPrivateKey(QSslKey(bytes(served.private_key), QSsl::Ec));
    own.setProtocol(QSsl::TlsV1_2OrLater);
    server.setSslConfiguration(own);
    if (!server.listen(QHostAddress::LocalHost)) {
        return {QSslError(QSslError::UnspecifiedError)};
    }
    QSslSocket client;
    QSslConfiguration peer = QSslConfiguration::defaultConfiguration();
    peer.setCaCertificates({QSslCertificate(bytes(trusted), QSsl::Pem)});
    peer.setPeerVerifyMode(QSslSocket::VerifyPeer);
    client.setSslConfiguration(peer);
    const QSignalSpy encrypted(&client, &QSslSocket::encrypted);
    const QSignalSpy failed(&client, &QSslSocket::errorOccurred);
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort(), name);
    const bool settled = support::wait_until([&] { return encrypted.count() + failed.count() > 0; });
    if (settled && encrypted.count() == 1) {
        return {};
    }
    return client.sslHandshakeErrors().isEmpty() ? QList{QSslError(QSslError::UnspecifiedError)}
                                                 : client.sslHandshakeErrors();
}

} // namespace

void TestCertificate::carries_a_tls_connection() {
    const auto made = crypto::make_self_signed(request_for_now());
    QVERIFY(made.ok());
    QVERIFY(handshake(*made, made->certificate, QStringLiteral("localhost")).isEmpty());
    QVERIFY(handshake(*made, made->certificate, QStringLiteral("127.0.0.1")).isEmpty());
    const auto elsewhere = handshake(*made, made->certificate, QStringLiteral("elsewhere.example"));
    QCOMPARE(elsewhere.size(), 1);
    QCOMPARE(elsewhere.front().error(), QSslError::HostNameMismatch);
}

void TestCertificate::is_refused_where_another_is_pinned() {
    const auto served = crypto::make_self_signed(request_for_now());
    const auto pinned = crypto::make_self_signed(request_for_now());
    QVERIFY(!handshake(*served, pinned->certificate, QStringLiteral("localhost")).isEmpty());
}

void TestCertificate::refuses_names_that_are_none_data() {
    QTest::addColumn<QByteArray>("common_name");
    QTest::addColumn<QByteArray>("dns_name");
    QTest::addColumn<QByteArray>("address");
    const QByteArray common("reeve");
    const QByteArray dns("localhost");
    const QByteArray address("127.0.0.1");
    QTest::newRow("no common name") << QByteArray() << dns << address;
    QTest::newRow("a common name of 65 letters") << QByteArray(65, 'x') << dns << address;
    QTest::newRow("an empty host name") << common << QByteArray() << address;
    QTest::newRow("a host name with a NUL") << common << QByteArray("good\0.evil", 10) << address;
    QTest::newRow("a host name with a comma") << common << QByteArray("a,IP:1.2.3.4") << address;
    QTest::newRow("an address that is a name") << common << dns << QByteArray("localhost");
    QTest::newRow("an address out of range") << common << dns << QByteArray("256.0.0.1");
}

void TestCertificate::refuses_names_that_are_none() {
    QFETCH(QByteArray, common_name);
    QFETCH(QByteArray, dns_name);
    QFETCH(QByteArray, address);
    crypto::CertificateRequest request;
    request.common_name = common_name.toStdString();
    request.dns_names = {dns_name.toStdString()};
    request.addresses = {address.toStdString()};
    const auto made = crypto::make_self_signed(request);
    QVERIFY(!made.ok());
    QCOMPARE(made.fault().code, FaultCode::invalid_argument);
}

void TestCertificate::digests_the_der_form() {
    const auto made = crypto::make_self_signed(request_for_now());
    const auto digest = crypto::certificate_digest(made->certificate);
    QVERIFY(digest.ok());
    const QByteArray expected = QSslCertificate(bytes(made->certificate), QSsl::Pem).digest(QCryptographicHash::Sha256);
    QCOMPARE(bytes(base::to_hex(*digest)), expected.toHex());
    QCOMPARE(bytes(crypto::display_fingerprint(*digest)), expected.toHex(':').toUpper());
}

void TestCertificate::refuses_what_is_no_certificate() {
    const auto made = crypto::make_self_signed(request_for_now());
    QCOMPARE(crypto::certificate_digest("").fault().code, FaultCode::malformed);
    QCOMPARE(crypto::certificate_digest("hello").fault().code, FaultCode::malformed);
    QCOMPARE(crypto::certificate_digest(made->private_key).fault().code, FaultCode::malformed);
    QCOMPARE(crypto::certificate_digest(made->certificate.substr(0, 300)).fault().code, FaultCode::malformed);
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
