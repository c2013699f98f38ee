// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/checkpoint.h"

#include "app/base/encoding.h"

#include <QTest>

using base::FaultCode;
using crypto::SigningKey;
using ledger::Checkpoint;

namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

SigningKey key_of(std::uint8_t fill) {
    crypto::Seed seed{};
    seed.fill(fill);
    return SigningKey::from_seed(seed).value();
}

Checkpoint example() {
    Checkpoint checkpoint{"reeve.dev/record/1", 42, {}, {}};
    checkpoint.root.fill(7);
    return checkpoint;
}

const std::string root_line = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

} // namespace

/// Checkpoints as signed notes of C2SP.
class TestCheckpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void key_hash_agrees_with_the_note_of_another();
    void writes_the_form_that_is_published();
    void reads_what_it_wrote();
    void several_may_sign();
    void sees_every_change();
    void refuses_what_is_no_note_data();
    void refuses_what_is_no_note();
    void refuses_names_that_the_form_does_not_allow_data();
    void refuses_names_that_the_form_does_not_allow();
    void keeps_signatures_that_it_does_not_know();
};

void TestCheckpoint::key_hash_agrees_with_the_note_of_another() {
    // The example of golang.org/x/mod/sumdb/note: verifier key, text and signature.
    const auto key_bytes = base::from_base64("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    QVERIFY(key_bytes.ok());
    QCOMPARE(key_bytes->size(), std::size_t{33});
    crypto::PublicKey key{};
    std::copy(key_bytes->begin() + 1, key_bytes->end(), key.begin());
    QCOMPARE(bytes(base::to_hex(ledger::key_hash("PeterNeumann", key))), QByteArray("c74f20a3"));
    const auto line = base::from_base64(
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
    QVERIFY(line.ok());
    crypto::Signature signature{};
    std::copy(line->begin() + 4, line->end(), signature.begin());
    QVERIFY(crypto::verify(key,
                           "If you think cryptography is the answer to your problem,\n"
                           "then you don't know what your problem is.\n",
                           signature)
                .ok());
}

void TestCheckpoint::writes_the_form_that_is_published() {
    const auto signed_ = ledger::sign(example(), "reeve.dev/record/1", key_of(1));
    QVERIFY(signed_.ok());
    const QByteArrayList lines = bytes(ledger::write(*signed_)).split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QByteArray("reeve.dev/record/1"));
    QCOMPARE(lines[1], QByteArray("42"));
    QCOMPARE(lines[2], bytes(root_line));
    QCOMPARE(lines[3], QByteArray());
    QVERIFY(lines[4].startsWith("\xE2\x80\x94 reeve.dev/record/1 "));
    QCOMPARE(QByteArray::fromBase64(lines[4].mid(lines[4].lastIndexOf(' ') + 1)).size(), 4 + 64);
    QCOMPARE(lines[5], QByteArray());
    auto extended = example();
    extended.extensions = {"store 7", "more"};
    QCOMPARE(bytes(ledger::text_of(extended)), bytes("reeve.dev/record/1\n42\n" + root_line + "\nstore 7\nmore\n"));
}

void TestCheckpoint::reads_what_it_wrote() {
    for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0}}) {
        auto checkpoint = example();
        checkpoint.size = size;
        checkpoint.extensions = {"an extension \xC3\xA9"};
        const auto key = key_of(1);
        const auto signed_ = ledger::sign(checkpoint, "key", key);
        QVERIFY(signed_.ok());
        const std::string note = ledger::write(*signed_);
        const auto read = ledger::read_checkpoint(note);
        QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
        QVERIFY(*read == *signed_);
        QCOMPARE(bytes(ledger::write(*read)), bytes(note));
        QVERIFY(ledger::verify(*read, "key", key.public_key()).ok());
    }
}

void TestCheckpoint::several_may_sign() {
    auto checkpoint = ledger::sign(example(), "record", key_of(1));
    QVERIFY(checkpoint.ok());
    QVERIFY(ledger::add_signature(*checkpoint, "witness", key_of(2)).ok());
    const auto read = ledger::read_checkpoint(ledger::write(*checkpoint));
    QVERIFY(read.ok());
    QVERIFY(ledger::verify(*read, "record", key_of(1).public_key()).ok());
    QVERIFY(ledger::verify(*read, "witness", key_of(2).public_key()).ok());
    QCOMPARE(ledger::verify(*read, "witness", key_of(1).public_key()).fault().code, FaultCode::not_found);
    QCOMPARE(ledger::verify(*read, "nobody", key_of(1).public_key()).fault().code, FaultCode::not_found);
}

void TestCheckpoint::sees_every_change() {
    const auto key = key_of(1);
    const auto signed_ = ledger::sign(example(), "key", key);
    QVERIFY(signed_.ok());
    auto other_size = *signed_;
    other_size.checkpoint.size = 43;
    QCOMPARE(ledger::verify(other_size, "key", key.public_key()).fault().code, FaultCode::bad_signature);
    auto other_root = *signed_;
    other_root.checkpoint.root[31] = 8;
    QCOMPARE(ledger::verify(other_root, "key", key.public_key()).fault().code, FaultCode::bad_signature);
    auto other_origin = *signed_;
    other_origin.checkpoint.origin += "x";
    QCOMPARE(ledger::verify(other_origin, "key", key.public_key()).fault().code, FaultCode::bad_signature);
    auto extended = *signed_;
    extended.checkpoint.extensions = {"more"};
    QCOMPARE(ledger::verify(extended, "key", key.public_key()).fault().code, FaultCode::bad_signature);
    auto cut = *signed_;
    cut.signatures.front().bytes.pop_back();
    QCOMPARE(ledger::verify(cut, "key", key.public_key()).fault().code, FaultCode::bad_signature);
}

void TestCheckpoint::refuses_what_is_no_note_data() {
    QTest::addColumn<QByteArray>("note");
    const QByteArray root = bytes(root_line);
    const QByteArray line = "\xE2\x80\x94 key " + QByteArray(68, 'k').toBase64() + "\n";
    const QByteArray text = "origin\n1\n" + root + "\n";
    QVERIFY(ledger::read_checkpoint(QByteArray(text + "\n" + line).toStdString()).ok());
    const auto row = [](const char* name, const QByteArray& note) { QTest::newRow(name) << note; };
    row("nothing", "");
    row("no signature", text + "\n");
    row("no empty line", text + line);
    row("no last line end", text + "\n" + line.chopped(1));
    row("an empty origin", "\n1\n" + root + "\n\n" + line);
    row("only origin and size", "origin\n1\n\n" + line);
    row("a size with a leading zero", "origin\n01\n" + root + "\n\n" + line);
    row("a size below nothing", "origin\n-1\n" + root + "\n\n" + line);
    row("a size beyond 64 bits", "origin\n18446744073709551616\n" + root + "\n\n" + line);
    row("a root of 31 bytes", "origin\n1\n" + QByteArray(31, 'r').toBase64() + "\n\n" + line);
    row("a root without padding", "origin\n1\n" + root.chopped(1) + "\n\n" + line);
    row("an empty extension", text + "\nx\n\n" + line);
    row("a control character", "ori\tgin\n1\n" + root + "\n\n" + line);
    row("a carriage return", "origin\r\n1\r\n" + root + "\r\n\n" + line);
    row("bytes that are not UTF-8", "origin\xFF\n1\n" + root + "\n\n" + line);
    row("a hyphen for the dash", text + "\n- key " + QByteArray(68, 'k').toBase64() + "\n");
    row("a signature without a name", text + "\n\xE2\x80\x94  " + QByteArray(68, 'k').toBase64() + "\n");
    row("a signature without bytes", text + "\n\xE2\x80\x94 key\n");
    row("a signature of a key hash only", text + "\n\xE2\x80\x94 key " + QByteArray(4, 'k').toBase64() + "\n");
    row("a name with a plus sign", text + "\n\xE2\x80\x94 k+y " + QByteArray(68, 'k').toBase64() + "\n");
    row("a name with a wide space", text + "\n\xE2\x80\x94 k\xE2\x80\x83y " + QByteArray(68, 'k').toBase64() + "\n");
    row("words between signatures", text + "\n" + line + "and\n" + line);
    row("a hundred and one signatures", text + "\n" + line.repeated(101));
}

void TestCheckpoint::refuses_what_is_no_note() {
    QFETCH(QByteArray, note);
    const auto read = ledger::read_checkpoint(note.toStdString());
    QVERIFY(!read.ok());
    QCOMPARE(read.fault().code, FaultCode::malformed);
    QCOMPARE(ledger::read_checkpoint(std::string(64 * 1024 + 1, 'x')).fault().code, FaultCode::too_large);
}

void TestCheckpoint::refuses_names_that_the_form_does_not_allow_data() {
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("extension");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* title, const QByteArray& origin, const QByteArray& extension,
                        const QByteArray& name) { QTest::newRow(title) << origin << extension << name; };
    row("an origin of two lines", "a\n5", "x", "key");
    row("no origin", "", "x", "key");
    row("an empty extension", "a", "", "key");
    row("an extension of two lines", "a", "x\n\ny", "key");
    row("no name", "a", "x", "");
    row("a name with a space", "a", "x", "my key");
    row("a name with a plus sign", "a", "x", "my+key");
    row("a name with a line end", "a", "x", "key\n");
    row("a name that is not UTF-8", "a", "x", "key\xC3");
}

void TestCheckpoint::refuses_names_that_the_form_does_not_allow() {
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, extension);
    QFETCH(QByteArray, name);
    const Checkpoint checkpoint{origin.toStdString(), 1, {}, {extension.toStdString()}};
    QCOMPARE(ledger::sign(checkpoint, name.toStdString(), key_of(1)).fault().code, FaultCode::invalid_argument);
}

void TestCheckpoint::keeps_signatures_that_it_does_not_know() {
    auto checkpoint = ledger::sign(example(), "key", key_of(1));
    QVERIFY(checkpoint.ok());
    checkpoint->signatures.push_back({"witness.example/w1", {1, 2, 3, 4}, std::vector<std::uint8_t>(72, 9)});
    const std::string note = ledger::write(*checkpoint);
    const auto read = ledger::read_checkpoint(note);
    QVERIFY(read.ok());
    QCOMPARE(bytes(ledger::write(*read)), bytes(note));
    QVERIFY(ledger::verify(*read, "key", key_of(1).public_key()).ok());
}

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
