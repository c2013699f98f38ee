// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/key_file.h"

#include "app/base/file.h"
#include "app/crypto/digest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using base::FaultCode;
using crypto::KeyFile;
using crypto::SigningKey;

namespace {

constexpr crypto::ScryptCost quick{16, 8, 1};

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

using Edit = std::function<std::string(std::string)>;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    return at == std::string::npos ? std::string() : text.replace(at, what.size(), by);
}

/// Flips one base64 digit in the line that begins with `name`.
std::string flipped(std::string text, const std::string& name) {
    const std::size_t at = text.find("\n" + name + " ") + name.size() + 12;
    text[at] = text[at] == 'A' ? 'B' : 'A';
    return text;
}

/// What a person who edits the file on purpose would do: make the last line fit again.
std::string with_digest(const std::string& text) {
    const std::string body = text.substr(0, text.find("sha256 "));
    return body + "sha256 " + base::to_base64(base::Bytes(crypto::sha256(body))) + "\n";
}

} // namespace

Q_DECLARE_METATYPE(Edit)

/// A key on disk: opens with its passphrase only, and shows what was done to it.
class TestKeyFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opens_with_its_passphrase_only();
    void is_for_its_owner_only();
    void never_replaces_a_key();
    void shows_what_was_done_to_it_data();
    void shows_what_was_done_to_it();
    void says_why_it_cannot_be_read();
    void changes_its_passphrase();
    void holds_no_secret_in_the_clear();
    void refuses_costs_out_of_range();

private:
    [[nodiscard]] std::filesystem::path path() const {
        return std::filesystem::path(folder_->path().toStdString()) / "person.key";
    }
    [[nodiscard]] FaultCode fault_of(std::string_view passphrase) const {
        return KeyFile::open(path(), passphrase).fault().code;
    }
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<SigningKey> key_;
};

void TestKeyFile::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
    auto key = SigningKey::generate();
    QVERIFY(key.ok());
    key_ = std::make_unique<SigningKey>(std::move(*key));
    QVERIFY(KeyFile::create(path(), *key_, "correct horse", quick).ok());
}

void TestKeyFile::opens_with_its_passphrase_only() {
    const auto opened = KeyFile::open(path(), "correct horse");
    QVERIFY2(opened.ok(), opened.ok() ? "" : base::describe(opened.fault()).c_str());
    QCOMPARE(opened->public_key(), key_->public_key());
    QVERIFY(crypto::verify(key_->public_key(), "x", *opened->sign("x")).ok());
    for (const char* wrong : {"", "correct", "Correct horse", "correct horse "}) {
        QCOMPARE(fault_of(wrong), FaultCode::wrong_passphrase);
    }
    QCOMPARE(*KeyFile::public_key(path()), key_->public_key());
}

void TestKeyFile::is_for_its_owner_only() {
    using std::filesystem::perms;
    QCOMPARE(std::filesystem::status(path()).permissions(), perms::owner_read | perms::owner_write);
    for (const perms open : {perms::group_read, perms::others_read, perms::others_write}) {
        std::filesystem::permissions(path(), perms::owner_read | perms::owner_write | open);
        QCOMPARE(fault_of("correct horse"), FaultCode::refused);
    }
}

void TestKeyFile::never_replaces_a_key() {
    const auto other = SigningKey::generate();
    QCOMPARE(KeyFile::create(path(), *other, "x", quick).fault().code, FaultCode::conflict);
    QVERIFY(KeyFile::open(path(), "correct horse").ok());
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestKeyFile::shows_what_was_done_to_it_data() {
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, Edit edit, FaultCode code) {
        QTest::newRow(name) << std::move(edit) << static_cast<int>(code);
    };
    row(
        "a damaged seal", [](std::string t) { return flipped(std::move(t), "sealed"); }, FaultCode::corrupt);
    row(
        "a damaged digest", [](std::string t) { return flipped(std::move(t), "sha256"); }, FaultCode::corrupt);
    row(
        "a lost last line", [](const std::string& t) { return t.substr(0, t.find("sha256")); }, FaultCode::corrupt);
    row(
        "half a file", [](const std::string& t) { return t.substr(0, t.size() / 2); }, FaultCode::corrupt);
    row(
        "a line too many", [](const std::string& t) { return t + "\n"; }, FaultCode::corrupt);
    row(
        "other line ends", [](const std::string& t) { return replaced(t, "\n", "\r\n"); }, FaultCode::malformed);
    row(
        "an empty file", [](const std::string&) { return std::string(); }, FaultCode::malformed);
    row(
        "another kind of file", [](const std::string&) { return std::string("-----BEGIN KEY-----\n"); },
        FaultCode::malformed);
    row(
        "a very long file", [](const std::string& t) { return t + std::string(5000, 'x'); }, FaultCode::malformed);
    row(
        "a later version", [](const std::string& t) { return replaced(t, "reeve-key/v1", "reeve-key/v2"); },
        FaultCode::unsupported);
    row(
        "a seal changed on purpose", [](std::string t) { return with_digest(flipped(std::move(t), "sealed")); },
        FaultCode::corrupt);
    row(
        "a public key exchanged on purpose",
        [](std::string t) {
            const std::size_t at = t.find("public ") + 7;
            return with_digest(t.replace(at, 44, base::to_base64(base::Bytes(SigningKey::generate()->public_key()))));
        },
        FaultCode::corrupt);
    row(
        "costs that nobody can pay",
        [](const std::string& t) { return with_digest(replaced(t, "scrypt 16 ", "scrypt 1073741824 ")); },
        FaultCode::unsupported);
    row(
        "a cost that is no number",
        [](const std::string& t) { return with_digest(replaced(t, "scrypt 16 ", "scrypt x ")); }, FaultCode::corrupt);
    row(
        "another spelling of a cost",
        [](const std::string& t) { return with_digest(replaced(t, "scrypt 16 ", "scrypt 016 ")); }, FaultCode::corrupt);
    // A changed salt or check cannot be told from a wrong passphrase: the file alone does not know which it is.
    row(
        "a check changed on purpose", [](std::string t) { return with_digest(flipped(std::move(t), "check")); },
        FaultCode::wrong_passphrase);
}

void TestKeyFile::shows_what_was_done_to_it() {
    QFETCH(Edit, edit);
    QFETCH(int, code);
    const auto text = base::read_small_file(path(), 4096);
    QVERIFY(text.ok());
    const std::string edited = edit(*text);
    QVERIFY(edited != *text);
    QVERIFY(base::write_file_atomically(path(), edited).ok());
    const auto opened = KeyFile::open(path(), "correct horse");
    QVERIFY(!opened.ok());
    QVERIFY2(static_cast<int>(opened.fault().code) == code, base::describe(opened.fault()).c_str());
    QCOMPARE(bytes(opened.fault().where), bytes(path().string()));
}

void TestKeyFile::says_why_it_cannot_be_read() {
    QCOMPARE(KeyFile::open(path() / "no", "x").fault().code, FaultCode::unreadable);
    std::filesystem::remove(path());
    QCOMPARE(fault_of("correct horse"), FaultCode::not_found);
    QCOMPARE(KeyFile::public_key(path()).fault().code, FaultCode::not_found);
    const auto nowhere = std::filesystem::path(folder_->path().toStdString()) / "no folder" / "key";
    QCOMPARE(KeyFile::create(nowhere, *key_, "x", quick).fault().code, FaultCode::unreadable);
}

void TestKeyFile::changes_its_passphrase() {
    QCOMPARE(KeyFile::change_passphrase(path(), "wrong", "new", quick).fault().code, FaultCode::wrong_passphrase);
    QVERIFY(KeyFile::change_passphrase(path(), "correct horse", "new", {32, 8, 2}).ok());
    QCOMPARE(fault_of("correct horse"), FaultCode::wrong_passphrase);
    const auto opened = KeyFile::open(path(), "new");
    QVERIFY(opened.ok());
    QCOMPARE(opened->public_key(), key_->public_key());
}

void TestKeyFile::holds_no_secret_in_the_clear() {
    const auto text = base::read_small_file(path(), 4096);
    QVERIFY(text.ok());
    const std::string seed(base::as_text(key_->seed()));
    QVERIFY(text->find(seed) == std::string::npos);
    QVERIFY(text->find(base::to_base64(seed)) == std::string::npos);
    QVERIFY(text->find(base::to_hex(seed)) == std::string::npos);
    QVERIFY(text->find("horse") == std::string::npos);
}

void TestKeyFile::refuses_costs_out_of_range() {
    const auto other = std::filesystem::path(folder_->path().toStdString()) / "other.key";
    QCOMPARE(KeyFile::create(other, *key_, "x", {1000, 8, 1}).fault().code, FaultCode::invalid_argument);
    QVERIFY(!std::filesystem::exists(other));
}

QTEST_APPLESS_MAIN(TestKeyFile)
#include "tst_key_file.moc"
