// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/event_log.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using sandbox::EventLog;

namespace {

using Seen = std::vector<std::string>;

base::Result<std::unique_ptr<EventLog>> open(const QString& file, Seen* seen = nullptr) {
    return EventLog::open(file.toStdString(), [seen](std::string_view json) {
        if (seen != nullptr) {
            seen->emplace_back(json);
        }
        return base::Done();
    });
}

QByteArray content(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& name, const QByteArray& bytes) {
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestEventLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keeps_groups_and_finds_them_by_sequence();
    void reads_everything_again_after_a_restart();
    void cuts_off_what_a_crash_tore_wherever_it_tore();
    void refuses_damage_that_is_not_a_torn_end();
    void says_what_the_visitor_said();
    void a_full_disk_is_said_and_nothing_half_stays();
    void a_folder_that_is_not_there_is_named();

private:
    QTemporaryDir folder_;
};

void TestEventLog::keeps_groups_and_finds_them_by_sequence() {
    auto log = open(folder_.filePath(QStringLiteral("a")));
    QVERIFY(log.ok());
    QVERIFY(!(*log)->group_behind(0));
    QVERIFY((*log)->append(1, {"{\"a\":1}"}).ok());
    QVERIFY((*log)->append(2, {"{\"b\":1}", "{\"b\":2}", "{\"b\":3}"}).ok());
    QVERIFY((*log)->append(5, {}).ok()); // nothing is nothing
    QCOMPARE((*log)->last_sequence(), std::uint64_t{4});
    QCOMPARE(*(*log)->group_behind(0), std::size_t{0});
    QCOMPARE(*(*log)->group_behind(1), std::size_t{1});
    QCOMPARE(*(*log)->group_behind(3), std::size_t{1}); // in the middle of a group
    QVERIFY(!(*log)->group_behind(4));
    QCOMPARE((*log)->read(*(*log)->group(0)).value(), std::string("{\"a\":1}"));
    QCOMPARE((*log)->read(*(*log)->group(1)).value(), std::string("[{\"b\":1},{\"b\":2},{\"b\":3}]"));
    QVERIFY(!(*log)->group(2));
}

void TestEventLog::reads_everything_again_after_a_restart() {
    const QString file = folder_.filePath(QStringLiteral("b"));
    {
        auto log = open(file);
        QVERIFY((*log)->append(1, {"\"one\""}).ok() && (*log)->append(2, {"\"two\"", "\"three\""}).ok());
    }
    Seen seen;
    auto log = open(file, &seen);
    QVERIFY(log.ok());
    QVERIFY((seen == Seen{"\"one\"", "[\"two\",\"three\"]"}));
    QVERIFY((*log)->append(4, {"\"four\""}).ok());
    QCOMPARE((*log)->read(*(*log)->group(2)).value(), std::string("\"four\""));
}

void TestEventLog::cuts_off_what_a_crash_tore_wherever_it_tore() {
    const QString file = folder_.filePath(QStringLiteral("c"));
    std::size_t whole = 0;
    {
        auto log = open(file);
        QVERIFY((*log)->append(1, {"\"one\""}).ok());
        whole = static_cast<std::size_t>(content(file).size());
        QVERIFY((*log)->append(2, {"\"two\"", "\"three\""}).ok());
    }
    const QByteArray bytes = content(file);
    for (qsizetype length = static_cast<qsizetype>(whole); length < bytes.size(); ++length) {
        overwrite(file, bytes.left(length));
        auto log = open(file);
        QVERIFY(log.ok());
        QCOMPARE((*log)->last_sequence(), std::uint64_t{1}); // the whole group or nothing of it
        QCOMPARE(content(file).size(), static_cast<qsizetype>(whole));
        QVERIFY((*log)->append(2, {"\"other\""}).ok());
    }
    // A block that never reached the disk leaves zeros in a line that has its end.
    QByteArray holed = bytes;
    holed[holed.size() - 4] = '\0';
    overwrite(file, holed);
    QCOMPARE(open(file).value()->last_sequence(), std::uint64_t{1});
}

void TestEventLog::refuses_damage_that_is_not_a_torn_end() {
    const QString file = folder_.filePath(QStringLiteral("d"));
    {
        auto log = open(file);
        QVERIFY((*log)->append(1, {"\"one\""}).ok() && (*log)->append(2, {"\"two\""}).ok() &&
                (*log)->append(3, {"\"three\""}).ok());
    }
    const QByteArray bytes = content(file);
    QByteArray changed = bytes;
    changed.replace("two", "owt");
    overwrite(file, changed);
    const auto refused = open(file);
    QVERIFY(!refused.ok());
    QVERIFY(refused.fault().code == base::FaultCode::corrupt);
    QCOMPARE(content(file), changed); // and nothing was cut

    const qsizetype second = bytes.indexOf('\n') + 1;
    overwrite(file, bytes.left(second) + bytes.mid(bytes.indexOf('\n', second) + 1)); // a line taken out
    QVERIFY(!open(file).ok() || open(file).value()->last_sequence() == 1);
}

void TestEventLog::says_what_the_visitor_said() {
    const QString file = folder_.filePath(QStringLiteral("e"));
    QVERIFY(open(file).value()->append(1, {"\"one\""}).ok());
    const auto refused = EventLog::open(file.toStdString(), [](std::string_view) {
        return base::Done(base::Fault{base::FaultCode::malformed, "not an event", {}});
    });
    QVERIFY(!refused.ok());
    QVERIFY(refused.fault().code == base::FaultCode::malformed);
}

void TestEventLog::a_full_disk_is_said_and_nothing_half_stays() {
    const QString file = folder_.filePath(QStringLiteral("f"));
    auto log = open(file);
    QVERIFY((*log)->append(1, {"\"one\""}).ok());
    const qint64 whole = content(file).size();
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = static_cast<rlim_t>(whole) + 20;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto full = (*log)->append(2, {"\"" + std::string(100, 'x') + "\""});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!full.ok());
    QVERIFY(full.fault().code == base::FaultCode::disk_full);
    QVERIFY(content(file).size() > whole); // a part of the line is there
    QCOMPARE((*log)->last_sequence(), std::uint64_t{1});
    QVERIFY(!(*log)->append(2, {"\"two\""}).ok()); // there is room again, but this log has lost its footing
    log = open(file);
    QCOMPARE((*log)->last_sequence(), std::uint64_t{1});
    QCOMPARE(content(file).size(), whole);
    QVERIFY((*log)->append(2, {"\"two\""}).ok());
}

void TestEventLog::a_folder_that_is_not_there_is_named() {
    const auto refused = open(folder_.filePath(QStringLiteral("not/there")));
    QVERIFY(!refused.ok());
    QVERIFY(refused.fault().code == base::FaultCode::unreadable);
    QVERIFY(refused.fault().where.find("not/there") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
