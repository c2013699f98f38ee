// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>

#include <sys/resource.h>

using base::FaultCode;
using base::Replace;

namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

/// Small files that are whole or not there.
class TestFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void writes_and_replaces();
    void leaves_an_existing_file_alone_when_asked();
    void is_readable_by_its_owner_only();
    void keeps_the_old_content_when_the_write_fails();
    void says_why_it_cannot_write();
    void says_why_it_cannot_read();
    void names_the_fault_of_a_system_call_data();
    void names_the_fault_of_a_system_call();

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return std::filesystem::path(folder_->path().toStdString()) / name;
    }
    [[nodiscard]] QStringList names() const {
        return QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestFile::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void TestFile::writes_and_replaces() {
    QVERIFY(base::write_file_atomically(path("a"), "one").ok());
    QCOMPARE(bytes(*base::read_small_file(path("a"), 3)), QByteArray("one"));
    QVERIFY(base::write_file_atomically(path("a"), "").ok());
    QCOMPARE(bytes(*base::read_small_file(path("a"), 0)), QByteArray());
    const std::string large(300000, 'x');
    QVERIFY(base::write_file_atomically(path("a"), large).ok());
    QCOMPARE(bytes(*base::read_small_file(path("a"), large.size())), bytes(large));
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void TestFile::leaves_an_existing_file_alone_when_asked() {
    QVERIFY(base::write_file_atomically(path("a"), "one", Replace::no).ok());
    QCOMPARE(base::write_file_atomically(path("a"), "two", Replace::no).fault().code, FaultCode::conflict);
    QCOMPARE(bytes(*base::read_small_file(path("a"), 100)), QByteArray("one"));
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void TestFile::is_readable_by_its_owner_only() {
    QVERIFY(base::write_file_atomically(path("a"), "one").ok());
    QCOMPARE(std::filesystem::status(path("a")).permissions(),
             std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

void TestFile::keeps_the_old_content_when_the_write_fails() {
    QVERIFY(base::write_file_atomically(path("a"), "one").ok());
    // A limit on the size of files stands for the full disk: the write begins and cannot end.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 1000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto done = base::write_file_atomically(path("a"), std::string(5000, 'x'));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!done.ok());
    QCOMPARE(done.fault().code, FaultCode::unreadable);
    QCOMPARE(bytes(done.fault().where), bytes(path("a").string()));
    QCOMPARE(bytes(*base::read_small_file(path("a"), 100)), QByteArray("one"));
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void TestFile::says_why_it_cannot_write() {
    const auto missing = base::write_file_atomically(path("no such folder") / "a", "x");
    QCOMPARE(missing.fault().code, FaultCode::unreadable);
    QVERIFY(!missing.fault().detail.empty());
    QVERIFY(std::filesystem::create_directory(path("folder")));
    QCOMPARE(base::write_file_atomically(path("folder"), "x").fault().code, FaultCode::unreadable);
    QCOMPARE(names(), QStringList());
}

void TestFile::says_why_it_cannot_read() {
    QCOMPARE(base::read_small_file(path("a"), 10).fault().code, FaultCode::not_found);
    QCOMPARE(base::read_small_file(folder_->path().toStdString(), 10).fault().code, FaultCode::unreadable);
    QVERIFY(base::write_file_atomically(path("a"), "12345").ok());
    QCOMPARE(base::read_small_file(path("a"), 4).fault().code, FaultCode::too_large);
    QVERIFY(base::read_small_file(path("a"), 5).ok());
}

void TestFile::names_the_fault_of_a_system_call_data() {
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, int error, FaultCode code) {
        QTest::newRow(name) << error << static_cast<int>(code);
    };
    row("the disk is full", ENOSPC, FaultCode::disk_full);
    row("the quota is used up", EDQUOT, FaultCode::disk_full);
    row("there is no such file", ENOENT, FaultCode::not_found);
    row("there is one already", EEXIST, FaultCode::conflict);
    row("it is forbidden", EACCES, FaultCode::unreadable);
    row("the device is broken", EIO, FaultCode::unreadable);
}

void TestFile::names_the_fault_of_a_system_call() {
    QFETCH(int, error);
    QFETCH(int, code);
    const auto fault = base::fault_from_errno(error, "/some/where");
    QCOMPARE(static_cast<int>(fault.code), code);
    QCOMPARE(bytes(fault.where), QByteArray("/some/where"));
    QVERIFY(!fault.detail.empty());
}

QTEST_APPLESS_MAIN(TestFile)
#include "tst_file.moc"
