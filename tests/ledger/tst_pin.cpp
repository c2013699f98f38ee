// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/pin.h"

#include "app/base/file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using base::FaultCode;
using ledger::Checkpoint;
using ledger::Pin;

namespace {

ledger::SignedCheckpoint signed_at(std::uint64_t size, std::uint8_t root, const char* origin = "record") {
    Checkpoint checkpoint{origin, size, {}, {}};
    checkpoint.root.fill(root);
    crypto::Seed seed{};
    seed.fill(1);
    return ledger::sign(checkpoint, "key", crypto::SigningKey::from_seed(seed).value()).value();
}

} // namespace

/// The newest checkpoint outside of the database.
class TestPin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void a_new_record_has_none();
    void keeps_the_newest();
    void does_not_go_back();
    void says_why_it_cannot_be_read();
    void says_why_it_cannot_be_written();
    void compares_the_record_with_the_pin_data();
    void compares_the_record_with_the_pin();

private:
    [[nodiscard]] std::filesystem::path path() const {
        return std::filesystem::path(folder_->path().toStdString()) / "record.pin";
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestPin::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestPin::a_new_record_has_none() {
    const auto read = Pin(path()).read();
    QVERIFY(read.ok());
    QVERIFY(!read->has_value());
}

void TestPin::keeps_the_newest() {
    const Pin pin(path());
    for (const std::uint64_t size : {0U, 1U, 5U, 5U, 1000U}) {
        const auto checkpoint = signed_at(size, static_cast<std::uint8_t>(size % 256));
        QVERIFY(pin.write(checkpoint).ok());
        const auto read = Pin(path()).read();
        QVERIFY(read.ok() && read->has_value());
        QVERIFY(**read == checkpoint);
    }
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("record.pin")});
}

void TestPin::does_not_go_back() {
    const Pin pin(path());
    const auto newest = signed_at(10, 1);
    QVERIFY(pin.write(newest).ok());
    QCOMPARE(pin.write(signed_at(9, 1)).fault().code, FaultCode::stale);
    QCOMPARE(pin.write(signed_at(10, 2)).fault().code, FaultCode::conflict);
    QCOMPARE(pin.write(signed_at(11, 2, "another record")).fault().code, FaultCode::conflict);
    QVERIFY(**pin.read() == newest);
}

void TestPin::says_why_it_cannot_be_read() {
    const Pin pin(path());
    const std::string note = ledger::write(signed_at(10, 1));
    QVERIFY(base::write_file_atomically(path(), note.substr(0, note.size() / 2)).ok());
    QCOMPARE(pin.read().fault().code, FaultCode::malformed);
    QCOMPARE(QString::fromStdString(pin.read().fault().where), QString::fromStdString(path().string()));
    QCOMPARE(pin.write(signed_at(11, 1)).fault().code, FaultCode::malformed); // and nothing is written over it
    QVERIFY(base::write_file_atomically(path(), std::string(100000, 'x')).ok());
    QCOMPARE(pin.read().fault().code, FaultCode::too_large);
    QCOMPARE(Pin(folder_->path().toStdString()).read().fault().code, FaultCode::unreadable);
}

void TestPin::says_why_it_cannot_be_written() {
    const Pin pin(std::filesystem::path(folder_->path().toStdString()) / "no folder" / "record.pin");
    QCOMPARE(pin.write(signed_at(1, 1)).fault().code, FaultCode::unreadable);
}

void TestPin::compares_the_record_with_the_pin_data() {
    QTest::addColumn<quint64>("size");
    QTest::addColumn<int>("root");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<int>("code"); // -1: nothing is wrong
    const auto row = [](const char* name, quint64 size, int root, const char* origin, int code) {
        QTest::newRow(name) << size << root << QByteArray(origin) << code;
    };
    row("the record is as it was", 10, 1, "record", -1);
    row("the record grew", 11, 2, "record", -1);
    row("an older backup was put back", 9, 3, "record", static_cast<int>(FaultCode::stale));
    row("the record was emptied", 0, 0, "record", static_cast<int>(FaultCode::stale));
    row("the record was rewritten", 10, 2, "record", static_cast<int>(FaultCode::conflict));
    row("it is another record", 10, 1, "another", static_cast<int>(FaultCode::conflict));
}

void TestPin::compares_the_record_with_the_pin() {
    QFETCH(quint64, size);
    QFETCH(int, root);
    QFETCH(QByteArray, origin);
    QFETCH(int, code);
    const auto now = signed_at(size, static_cast<std::uint8_t>(root), origin.constData());
    const auto compared = ledger::compare_with_pin(signed_at(10, 1).checkpoint, now.checkpoint);
    QCOMPARE(compared.ok() ? -1 : static_cast<int>(compared.fault().code), code);
}

QTEST_APPLESS_MAIN(TestPin)
#include "tst_pin.moc"
