// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/digest.h"
#include "app/crypto/seal.h"

#include <QTest>

#include <thread>

using base::FaultCode;

namespace {

QByteArray hex(base::Bytes bytes) {
    return QByteArray::fromStdString(base::to_hex(bytes));
}

std::string from_hex(const char* text) {
    return base::from_hex(text).value();
}

crypto::SealKey key_of(char fill) {
    crypto::SealKey key{};
    key.fill(static_cast<std::uint8_t>(fill));
    return key;
}

} // namespace

/// Digests, tags, seals and random bytes against published vectors.
class TestDigest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sha256_agrees_with_fips_180_data();
    void sha256_agrees_with_fips_180();
    void pieces_make_the_same_digest();
    void every_thread_has_its_own();
    void hmac_agrees_with_rfc_4231_data();
    void hmac_agrees_with_rfc_4231();
    void compares_without_haste();
    void random_bytes_differ();
    void cleansed_is_empty();
    void opens_what_it_sealed();
    void a_seal_shows_every_change();
    void scrypt_agrees_with_rfc_7914_data();
    void scrypt_agrees_with_rfc_7914();
    void the_default_costs_are_within_range();
    void scrypt_refuses_costs_out_of_range_data();
    void scrypt_refuses_costs_out_of_range();
};

void TestDigest::sha256_agrees_with_fips_180_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("nothing") << QByteArray()
                             << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("three letters") << QByteArray("abc")
                                   << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million times a") << QByteArray(1000000, 'a')
                                       << QByteArray(
                                              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestDigest::sha256_agrees_with_fips_180() {
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, digest);
    QCOMPARE(hex(crypto::sha256(message.toStdString())), digest);
    crypto::Sha256 sha;
    QCOMPARE(hex(sha.of(message.toStdString())), digest);
    QCOMPARE(hex(sha.of(message.toStdString())), digest); // the context is as new
}

void TestDigest::pieces_make_the_same_digest() {
    crypto::Sha256 sha;
    const auto whole = sha.of("one two three");
    QCOMPARE(sha.of({base::as_bytes("one "), base::as_bytes(""), base::as_bytes("two three")}), whole);
    sha.begin();
    sha.add(base::as_bytes("forgotten"));
    sha.begin();
    for (const char letter : std::string("one two three")) {
        sha.add(base::as_bytes(std::string_view(&letter, 1)));
    }
    QCOMPARE(sha.finish(), whole);
    crypto::Sha256 moved = std::move(sha);
    QCOMPARE(moved.of("one two three"), whole);
}

void TestDigest::every_thread_has_its_own() {
    const auto expected = crypto::sha256("the same");
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int number = 0; number < 4; ++number) {
        threads.emplace_back([&good, &expected] {
            for (int round = 0; round < 2000; ++round) {
                good += crypto::sha256("the same") == expected ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    QCOMPARE(good.load(), 8000);
}

void TestDigest::hmac_agrees_with_rfc_4231_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("case 1") << QByteArray(20, 0x0b) << QByteArray("Hi There")
                            << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("case 2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                            << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("case 3") << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                            << QByteArray("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    QTest::newRow("case 6, a key longer than a block")
        << QByteArray(131, '\xaa') << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
        << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

void TestDigest::hmac_agrees_with_rfc_4231() {
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, tag);
    QCOMPARE(hex(crypto::hmac_sha256(base::as_bytes(key.toStdString()), base::as_bytes(message.toStdString()))), tag);
}

void TestDigest::compares_without_haste() {
    QVERIFY(crypto::equal_in_constant_time(base::as_bytes("token"), base::as_bytes("token")));
    QVERIFY(!crypto::equal_in_constant_time(base::as_bytes("token"), base::as_bytes("tokex")));
    QVERIFY(!crypto::equal_in_constant_time(base::as_bytes("token"), base::as_bytes("toke")));
    QVERIFY(crypto::equal_in_constant_time({}, {}));
}

void TestDigest::random_bytes_differ() {
    const auto one = crypto::random_bytes(32);
    const auto other = crypto::random_bytes(32);
    QVERIFY(one.ok() && other.ok());
    QCOMPARE(one->size(), std::size_t{32});
    QVERIFY(*one != *other);
    QVERIFY(crypto::random_bytes(0)->empty());
}

void TestDigest::cleansed_is_empty() {
    std::string secret = "a secret that is longer than the small-string buffer";
    const char* memory = secret.data();
    crypto::cleanse(secret);
    QVERIFY(secret.empty());
    QVERIFY(std::all_of(memory, memory + 40, [](char c) { return c == '\0'; }));
    std::array<std::uint8_t, 4> bytes{1, 2, 3, 4};
    crypto::cleanse(bytes);
    QCOMPARE(bytes, (std::array<std::uint8_t, 4>{}));
}

void TestDigest::opens_what_it_sealed() {
    for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 100000U}) {
        const std::string plain(size, 'p');
        const auto sealed = crypto::seal(key_of(1), base::as_bytes(plain), base::as_bytes("context"));
        QVERIFY(sealed.ok());
        QCOMPARE(sealed->size(), size + 28);
        const auto opened = crypto::open(key_of(1), base::as_bytes(*sealed), base::as_bytes("context"));
        QVERIFY(opened.ok());
        QVERIFY(*opened == plain);
        // A fresh nonce each time: the same text never looks the same.
        QVERIFY(*crypto::seal(key_of(1), base::as_bytes(plain), base::as_bytes("context")) != *sealed);
    }
    // A vector from outside: test case 14 of the GCM specification, with the nonce in front and the tag behind.
    const std::string sealed = from_hex("000000000000000000000000"
                                        "cea7403d4d606b6e074ec5d3baf39d18"
                                        "d0d1c8a799996bf0265b98b5d48ab919");
    QCOMPARE(*crypto::open(key_of(0), base::as_bytes(sealed), {}), std::string(16, '\0'));
}

void TestDigest::a_seal_shows_every_change() {
    const auto sealed = crypto::seal(key_of(1), base::as_bytes("plain"), base::as_bytes("context"));
    QVERIFY(sealed.ok());
    for (std::size_t at = 0; at < sealed->size(); ++at) {
        std::string changed = *sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto opened = crypto::open(key_of(1), base::as_bytes(changed), base::as_bytes("context"));
        QCOMPARE(opened.fault().code, FaultCode::bad_signature);
    }
    const auto bytes = base::as_bytes(*sealed);
    QCOMPARE(crypto::open(key_of(2), bytes, base::as_bytes("context")).fault().code, FaultCode::bad_signature);
    QCOMPARE(crypto::open(key_of(1), bytes, base::as_bytes("another")).fault().code, FaultCode::bad_signature);
    QCOMPARE(crypto::open(key_of(1), bytes.first(28), base::as_bytes("context")).fault().code,
             FaultCode::bad_signature);
    QCOMPARE(crypto::open(key_of(1), bytes.first(27), base::as_bytes("context")).fault().code, FaultCode::malformed);
}

void TestDigest::scrypt_agrees_with_rfc_7914_data() {
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<quint64>("n");
    QTest::addColumn<uint>("r");
    QTest::addColumn<uint>("p");
    QTest::addColumn<QByteArray>("key"); // the first 32 of the 64 bytes in section 12: PBKDF2 fills them first
    QTest::newRow("nothing") << QByteArray() << QByteArray() << quint64{16} << 1U << 1U
                             << QByteArray("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442");
    QTest::newRow("password") << QByteArray("password") << QByteArray("NaCl") << quint64{1024} << 8U << 16U
                              << QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162");
    QTest::newRow("please") << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << quint64{16384} << 8U << 1U
                            << QByteArray("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2");
}

void TestDigest::scrypt_agrees_with_rfc_7914() {
    QFETCH(QByteArray, passphrase);
    QFETCH(QByteArray, salt);
    QFETCH(quint64, n);
    QFETCH(uint, r);
    QFETCH(uint, p);
    QFETCH(QByteArray, key);
    const auto derived =
        crypto::key_from_passphrase(passphrase.toStdString(), base::as_bytes(salt.toStdString()), {n, r, p});
    QVERIFY(derived.ok());
    QCOMPARE(hex(*derived), key);
}

void TestDigest::the_default_costs_are_within_range() {
    const auto one = crypto::key_from_passphrase("passphrase", base::as_bytes("salt"), {});
    const auto other = crypto::key_from_passphrase("passphrase", base::as_bytes("pepper"), {});
    QVERIFY2(one.ok(), one.ok() ? "" : base::describe(one.fault()).c_str());
    QVERIFY(other.ok() && *one != *other);
}

void TestDigest::scrypt_refuses_costs_out_of_range_data() {
    QTest::addColumn<quint64>("n");
    QTest::addColumn<uint>("r");
    QTest::addColumn<uint>("p");
    QTest::newRow("no work") << quint64{1} << 8U << 1U;
    QTest::newRow("nothing") << quint64{0} << 8U << 1U;
    QTest::newRow("not a power of two") << quint64{1000} << 8U << 1U;
    QTest::newRow("no blocks") << quint64{1024} << 0U << 1U;
    QTest::newRow("no lanes") << quint64{1024} << 8U << 0U;
    QTest::newRow("two GiB") << (quint64{1} << 21U) << 8U << 1U;
    QTest::newRow("more than there is") << (quint64{1} << 63U) << 1024U << 1U;
    QTest::newRow("very many lanes") << quint64{1024} << 8U << 100000U;
}

void TestDigest::scrypt_refuses_costs_out_of_range() {
    QFETCH(quint64, n);
    QFETCH(uint, r);
    QFETCH(uint, p);
    const auto derived = crypto::key_from_passphrase("x", base::as_bytes("salt"), {n, r, p});
    QCOMPARE(derived.fault().code, FaultCode::invalid_argument);
}

QTEST_APPLESS_MAIN(TestDigest)
#include "tst_digest.moc"
