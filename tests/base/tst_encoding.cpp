// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"

#include <QTest>

namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

class TestEncoding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agrees_with_rfc_4648_data();
    void agrees_with_rfc_4648();
    void every_length_and_byte_comes_back();
    void refuses_another_spelling_data();
    void refuses_another_spelling();
    void reads_values_of_fixed_size();
    void writes_and_reads_hexadecimal();
};

void TestEncoding::agrees_with_rfc_4648_data() {
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("base64");
    const auto row = [](const char* plain, const char* base64) {
        QTest::newRow(*plain == '\0' ? "nothing" : plain) << QByteArray(plain) << QByteArray(base64);
    };
    row("", "");
    row("f", "Zg==");
    row("fo", "Zm8=");
    row("foo", "Zm9v");
    row("foob", "Zm9vYg==");
    row("fooba", "Zm9vYmE=");
    row("foobar", "Zm9vYmFy");
}

void TestEncoding::agrees_with_rfc_4648() {
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, base64);
    QCOMPARE(bytes(base::to_base64(plain.toStdString())), base64);
    const auto read = base::from_base64(base64.toStdString());
    QVERIFY(read.ok());
    QCOMPARE(bytes(*read), plain);
}

void TestEncoding::every_length_and_byte_comes_back() {
    std::string plain;
    for (int length = 0; length < 600; ++length) {
        const std::string text = base::to_base64(plain);
        QCOMPARE(bytes(text), bytes(plain).toBase64());
        QCOMPARE(bytes(*base::from_base64(text)), bytes(plain));
        QCOMPARE(bytes(base::to_hex(plain)), bytes(plain).toHex());
        QCOMPARE(bytes(*base::from_hex(base::to_hex(plain))), bytes(plain));
        plain.push_back(static_cast<char>(length * 7 + length / 256));
    }
}

void TestEncoding::refuses_another_spelling_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* name, const char* text, const char* where) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(where);
    };
    row("no padding", "Zg", "byte 2");
    row("too little padding", "Zg=", "byte 3");
    row("too much padding", "Zg======", "byte 2");
    row("only padding", "====", "byte 0");
    row("three signs of padding", "Z===", "byte 1");
    row("padding in the middle", "Zg==Zg==", "byte 2");
    row("a bit set behind the end of one byte", "Zh==", "byte 1");
    row("a bit set behind the end of two bytes", "Zm9=", "byte 2");
    row("the alphabet for addresses", "-_-_", "byte 0");
    row("a space", "Zm9v Zm9", "byte 4");
    row("a line break at the end", "Zm9vYmFy\n", "byte 9");
    row("a letter outside of ASCII", "Zm9\xC3", "byte 3");
}

void TestEncoding::refuses_another_spelling() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, where);
    const auto read = base::from_base64(text.toStdString());
    QVERIFY(!read.ok());
    QCOMPARE(read.fault().code, base::FaultCode::malformed);
    QCOMPARE(bytes(read.fault().where), where);
}

void TestEncoding::reads_values_of_fixed_size() {
    const auto four = base::array_from_base64<4>("AQIDBA==");
    QVERIFY(four.ok());
    QCOMPARE(*four, (std::array<std::uint8_t, 4>{1, 2, 3, 4}));
    QCOMPARE(base::array_from_base64<3>("AQIDBA==").fault().code, base::FaultCode::malformed);
    QCOMPARE(base::array_from_base64<5>("AQIDBA==").fault().code, base::FaultCode::malformed);
    QCOMPARE(base::array_from_base64<4>("AQIDBA=").fault().code, base::FaultCode::malformed);
}

void TestEncoding::writes_and_reads_hexadecimal() {
    QCOMPARE(bytes(*base::from_hex("00fFaB")), QByteArray("\x00\xFF\xAB", 3));
    QCOMPARE(bytes(base::from_hex("0").fault().where), QByteArray("byte 1"));
    QCOMPARE(bytes(base::from_hex("000g").fault().where), QByteArray("byte 3"));
    QCOMPARE(bytes(base::from_hex("x0").fault().where), QByteArray("byte 0"));
}

QTEST_APPLESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
