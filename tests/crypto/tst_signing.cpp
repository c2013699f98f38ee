// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/signing.h"

#include <QTest>

#include <algorithm>

using base::FaultCode;
using crypto::SigningKey;

namespace {

QByteArray hex(base::Bytes bytes) {
    return QByteArray::fromStdString(base::to_hex(bytes));
}

crypto::Seed seed_of(const QByteArray& text) {
    crypto::Seed seed{};
    const std::string bytes = base::from_hex(text.toStdString()).value();
    std::copy(bytes.begin(), bytes.end(), seed.begin());
    return seed;
}

} // namespace

/// Ed25519 as RFC 8032 says.
class TestSigning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agrees_with_rfc_8032_data();
    void agrees_with_rfc_8032();
    void a_signature_shows_every_change();
    void a_signature_has_one_form();
    void a_key_that_is_no_point_is_refused();
    void generated_keys_differ();
    void a_moved_key_still_signs();
    void fingerprints_look_as_openssh_shows_them();
};

void TestSigning::agrees_with_rfc_8032_data() {
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("test 1, nothing")
        << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") << QByteArray()
        << QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                      "d25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("test 2, one byte")
        << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") << QByteArray("72")
        << QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                      "387b2eaeb4302aeeb00d291612bb0c00");
    QTest::newRow("test 3, two bytes")
        << QByteArray("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
        << QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025") << QByteArray("af82")
        << QByteArray("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                      "4a7c15e9716ed28dc027beceea1ec40a");
    QTest::newRow("test SHA(abc)")
        << QByteArray("833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42")
        << QByteArray("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf")
        << QByteArray("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
                      "454d4423643ce80e2a9ac94fa54ca49f")
        << QByteArray("dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e030"
                      "3dca179c138ac17ad9bef1177331a704");
}

void TestSigning::agrees_with_rfc_8032() {
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const auto signing = SigningKey::from_seed(seed_of(seed));
    QVERIFY(signing.ok());
    QCOMPARE(hex(signing->public_key()), key);
    QCOMPARE(hex(signing->seed()), seed);
    const std::string bytes = base::from_hex(message.toStdString()).value();
    const auto signed_ = signing->sign(bytes);
    QVERIFY(signed_.ok());
    QCOMPARE(hex(*signed_), signature);
    QVERIFY(crypto::verify(signing->public_key(), bytes, *signed_).ok());
    QCOMPARE(crypto::verify(signing->public_key(), bytes + "x", *signed_).fault().code, FaultCode::bad_signature);
}

void TestSigning::a_signature_shows_every_change() {
    const auto key = SigningKey::from_seed(seed_of(QByteArray(64, '1'))).value().sign("message");
    const auto signing = SigningKey::from_seed(seed_of(QByteArray(64, '1')));
    for (std::size_t at = 0; at < key->size(); ++at) {
        auto changed = *key;
        changed[at] = static_cast<std::uint8_t>(changed[at] ^ 0x10U);
        QCOMPARE(crypto::verify(signing->public_key(), "message", changed).fault().code, FaultCode::bad_signature);
    }
    const auto other = SigningKey::from_seed(seed_of(QByteArray(64, '2')));
    QCOMPARE(crypto::verify(other->public_key(), "message", *key).fault().code, FaultCode::bad_signature);
}

void TestSigning::a_signature_has_one_form() {
    // Adding the order of the group to the second half gives the same point; RFC 8032, section 5.1.7, refuses it.
    constexpr std::uint8_t order[32] = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                        0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                        0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    const auto signing = SigningKey::from_seed(seed_of(QByteArray(64, '3')));
    auto signature = signing->sign("message").value();
    unsigned carry = 0;
    for (std::size_t at = 0; at < 32; ++at) {
        carry += signature[32 + at] + unsigned{order[at]};
        signature[32 + at] = static_cast<std::uint8_t>(carry & 0xFFU);
        carry >>= 8U;
    }
    QCOMPARE(carry, 0U);
    QCOMPARE(crypto::verify(signing->public_key(), "message", signature).fault().code, FaultCode::bad_signature);
}

void TestSigning::a_key_that_is_no_point_is_refused() {
    const auto signature = SigningKey::from_seed(seed_of(QByteArray(64, '4')))->sign("message");
    crypto::PublicKey no_point{};
    no_point.fill(0xFF);
    QCOMPARE(crypto::verify(no_point, "message", *signature).fault().code, FaultCode::bad_signature);
}

void TestSigning::generated_keys_differ() {
    const auto one = SigningKey::generate();
    const auto other = SigningKey::generate();
    QVERIFY(one.ok() && other.ok());
    QVERIFY(one->public_key() != other->public_key());
    QVERIFY(one->seed() != other->seed());
}

void TestSigning::a_moved_key_still_signs() {
    auto key = SigningKey::generate();
    QVERIFY(key.ok());
    const auto public_key = key->public_key();
    const SigningKey moved = std::move(*key);
    QVERIFY(crypto::verify(public_key, "x", *moved.sign("x")).ok());
}

void TestSigning::fingerprints_look_as_openssh_shows_them() {
    // SHA-256 over the 32 bytes of test 1 in RFC 8032; base64 without its sign of padding.
    const auto key = SigningKey::from_seed(seed_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    const std::string text = crypto::fingerprint(key->public_key());
    QCOMPARE(QByteArray::fromStdString(text), QByteArray("SHA256:If4x36FUomFia/hUBG/SJxt77UtqvkWqWId+9H+XIbk"));
}

QTEST_APPLESS_MAIN(TestSigning)
#include "tst_signing.moc"
