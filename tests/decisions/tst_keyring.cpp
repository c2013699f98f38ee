// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/signing.h"
#include "app/decisions/keyring.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TestKeyring : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_new_keyring_has_no_key();
    void a_made_key_is_open_and_signs();
    void a_locked_key_signs_nothing();
    void the_same_key_comes_back_with_its_passphrase();
    void a_wrong_passphrase_is_told_apart_from_a_broken_file();
    void a_short_passphrase_is_refused_data();
    void a_short_passphrase_is_refused();
    void a_key_is_never_overwritten();

private:
    [[nodiscard]] std::filesystem::path file() const { return folder_.filePath(QStringLiteral("key")).toStdString(); }
    QTemporaryDir folder_;

public Q_SLOTS:
    void cleanup() { QFile::remove(QString::fromStdString(file().string())); }
};

void TestKeyring::a_new_keyring_has_no_key() {
    const decisions::Keyring keyring(file());
    QCOMPARE(keyring.state(), ports::KeyState::none);
    QVERIFY(!keyring.public_key());
}

void TestKeyring::a_made_key_is_open_and_signs() {
    decisions::Keyring keyring(file());
    QVERIFY(keyring.create("correct horse").ok());
    QCOMPARE(keyring.state(), ports::KeyState::open);
    const auto signature = keyring.sign("bytes");
    QVERIFY(signature.ok());
    QVERIFY(crypto::verify(*keyring.public_key(), std::string_view("bytes"), *signature).ok());
    QVERIFY(!crypto::verify(*keyring.public_key(), std::string_view("other"), *signature).ok());
}

void TestKeyring::a_locked_key_signs_nothing() {
    decisions::Keyring keyring(file());
    QVERIFY(keyring.create("correct horse").ok());
    keyring.lock();
    QCOMPARE(keyring.state(), ports::KeyState::locked);
    const auto signature = keyring.sign("bytes");
    QVERIFY(!signature.ok());
    QCOMPARE(signature.fault().code, base::FaultCode::refused);
}

void TestKeyring::the_same_key_comes_back_with_its_passphrase() {
    decisions::Keyring first(file());
    QVERIFY(first.create("correct horse").ok());
    decisions::Keyring second(file());
    QCOMPARE(second.state(), ports::KeyState::locked);
    QVERIFY(second.unlock("correct horse").ok());
    QCOMPARE(second.public_key(), first.public_key());
}

void TestKeyring::a_wrong_passphrase_is_told_apart_from_a_broken_file() {
    decisions::Keyring keyring(file());
    QVERIFY(keyring.create("correct horse").ok());
    keyring.lock();
    QCOMPARE(keyring.unlock("wrong horse").fault().code, base::FaultCode::wrong_passphrase);
    QFile broken(QString::fromStdString(file().string()));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("not a key");
    broken.close();
    const auto opened = keyring.unlock("correct horse");
    QVERIFY(!opened.ok());
    QVERIFY(opened.fault().code != base::FaultCode::wrong_passphrase);
}

void TestKeyring::a_short_passphrase_is_refused_data() {
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<bool>("taken");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("seven letters") << QByteArray("sevenle") << false;
    QTest::newRow("eight letters") << QByteArray("eightlet") << true;
    QTest::newRow("four letters of two bytes each") << QByteArray("äöüß") << false;
    QTest::newRow("eight letters of two bytes each") << QByteArray("äöüßäöüß") << true;
}

void TestKeyring::a_short_passphrase_is_refused() {
    QFETCH(QByteArray, passphrase);
    QFETCH(bool, taken);
    decisions::Keyring keyring(file());
    const auto made = keyring.create(passphrase.toStdString());
    QCOMPARE(made.ok(), taken);
    QCOMPARE(keyring.state(), taken ? ports::KeyState::open : ports::KeyState::none);
}

void TestKeyring::a_key_is_never_overwritten() {
    decisions::Keyring first(file());
    QVERIFY(first.create("correct horse").ok());
    decisions::Keyring second(file());
    const auto made = second.create("another one");
    QVERIFY(!made.ok());
    QCOMPARE(made.fault().code, base::FaultCode::conflict);
    QVERIFY(second.unlock("correct horse").ok());
}

QTEST_APPLESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
