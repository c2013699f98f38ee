// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/backend.h"
#include "app/store/keeper.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>

using store::Access;
using store::Migration;
using store::SqliteBackend;

/// How SQLite is opened, how a schema grows, and who keeps a store.
class TestSqliteBackend : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void settings_are_safe_data();
    void settings_are_safe();
    void the_schema_cannot_be_written_by_hand();
    void a_failing_step_leaves_the_steps_before_it();
    void steps_run_once();
    void an_older_store_is_not_read_before_it_is_brought_up_to_date();
    void the_lock_goes_with_its_holder();
};

namespace {

/// SQLite with other migrations.
class Steps final : public store::Backend {
public:
    explicit Steps(std::vector<Migration> steps)
        : steps_(std::move(steps)) {}
    base::Result<std::unique_ptr<store::Connection>> open(const std::filesystem::path& folder,
                                                          Access access) const override {
        return sqlite_.open(folder, access);
    }
    std::span<const Migration> migrations() const override { return steps_; }
    base::Result<int> schema(store::Connection& connection) const override { return sqlite_.schema(connection); }
    base::Done set_schema(store::Connection& connection, int number) const override {
        return sqlite_.set_schema(connection, number);
    }
    std::uint64_t file_bytes(const std::filesystem::path& folder) const override { return sqlite_.file_bytes(folder); }
    std::uint64_t log_bytes(const std::filesystem::path& folder) const override { return sqlite_.log_bytes(folder); }

private:
    SqliteBackend sqlite_;
    std::vector<Migration> steps_;
};

std::string value_of(store::Connection& connection, const std::string& sql) {
    const auto statement = connection.prepare(sql);
    return statement && (*statement)->step().ok() ? std::string((*statement)->text(0)) : "nothing";
}

} // namespace

void TestSqliteBackend::settings_are_safe_data() {
    QTest::addColumn<QByteArray>("pragma");
    QTest::addColumn<QByteArray>("value");
    const std::array<std::pair<const char*, const char*>, 8> wanted = {{{"journal_mode", "wal"},
                                                                        {"synchronous", "2"},
                                                                        {"foreign_keys", "1"},
                                                                        {"trusted_schema", "0"},
                                                                        {"cell_size_check", "1"},
                                                                        {"wal_autocheckpoint", "0"},
                                                                        {"mmap_size", "0"},
                                                                        {"temp_store", "2"}}};
    for (const auto& [pragma, value] : wanted) {
        QTest::newRow(pragma) << QByteArray(pragma) << QByteArray(value);
    }
}

void TestSqliteBackend::settings_are_safe() {
    QFETCH(QByteArray, pragma);
    QFETCH(QByteArray, value);
    const QTemporaryDir dir;
    const auto connection = SqliteBackend().open(dir.path().toStdString(), Access::write);
    QVERIFY(connection.ok());
    QCOMPARE(value_of(**connection, "PRAGMA " + pragma.toStdString()), value.toStdString());
}

void TestSqliteBackend::the_schema_cannot_be_written_by_hand() {
    const QTemporaryDir dir;
    const SqliteBackend backend;
    const auto connection = backend.open(dir.path().toStdString(), Access::write);
    QVERIFY(connection.ok());
    QVERIFY(store::migrate(backend, **connection).ok());
    QVERIFY((*connection)->execute("PRAGMA writable_schema = 1").ok()); // defensive mode ignores it
    QVERIFY(!(*connection)->execute("UPDATE sqlite_schema SET sql = '' WHERE name = 'entry'").ok());
    QVERIFY(!(*connection)->execute("ATTACH '/tmp/other' AS other").ok());
    QVERIFY(!(*connection)->execute("SELECT load_extension('x')").ok());
}

void TestSqliteBackend::a_failing_step_leaves_the_steps_before_it() {
    const QTemporaryDir dir;
    const Steps broken(
        {Migration{"first", "CREATE TABLE one(n)"}, Migration{"second", "CREATE TABLE two(n); CREATE TABLE one(n)"}});
    const auto connection = broken.open(dir.path().toStdString(), Access::write);
    QVERIFY(connection.ok());
    const auto migrated = store::migrate(broken, **connection);
    QVERIFY(!migrated.ok());
    QCOMPARE(migrated.fault().where, std::string("migration 2, second"));
    QCOMPARE(*broken.schema(**connection), 1);
    QCOMPARE(value_of(**connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'one'"), std::string("1"));
    QCOMPARE(value_of(**connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'two'"), std::string("0"));
}

void TestSqliteBackend::steps_run_once() {
    const QTemporaryDir dir;
    const Steps first({Migration{"first", "CREATE TABLE one(n)"}});
    const Steps both({Migration{"first", "CREATE TABLE one(n)"}, Migration{"second", "CREATE TABLE two(n)"}});
    const auto connection = first.open(dir.path().toStdString(), Access::write);
    QVERIFY(connection.ok());
    QVERIFY(store::migrate(first, **connection).ok());
    QVERIFY(store::migrate(first, **connection).ok());
    QVERIFY(store::migrate(both, **connection).ok());
    QCOMPARE(*both.schema(**connection), 2);
    const auto older = store::migrate(first, **connection);
    QVERIFY(!older.ok());
    QCOMPARE(older.fault().code, base::FaultCode::newer_version);
}

void TestSqliteBackend::an_older_store_is_not_read_before_it_is_brought_up_to_date() {
    const QTemporaryDir dir;
    const Steps first({Migration{"first", "CREATE TABLE one(n)"}});
    const Steps both({Migration{"first", "CREATE TABLE one(n)"}, Migration{"second", "CREATE TABLE two(n)"}});
    const auto connection = first.open(dir.path().toStdString(), Access::write);
    QVERIFY(connection.ok());
    QVERIFY(store::migrate(first, **connection).ok());
    QCOMPARE(store::check_schema(both, **connection).fault().code, base::FaultCode::stale);
    QVERIFY(store::check_schema(first, **connection).ok());
}

void TestSqliteBackend::the_lock_goes_with_its_holder() {
    const QTemporaryDir dir;
    const std::filesystem::path folder = std::filesystem::path(dir.path().toStdString()) / "store";
    QVERIFY(!store::Keeper::holder(folder)->has_value()); // no folder, no holder
    {
        const auto keeper = store::Keeper::take(folder, "reeve", base::Instant{});
        QVERIFY(keeper.ok());
        const auto second = store::Keeper::take(folder, "reevectl", base::Instant{});
        QVERIFY(!second.ok());
        QCOMPARE(second.fault().code, base::FaultCode::locked);
        QCOMPARE(store::Keeper::holder(folder)->value().program, std::string("reeve"));
    }
    QVERIFY(!store::Keeper::holder(folder)->has_value());
    QVERIFY(store::Keeper::take(folder, "reevectl", base::Instant{}).ok());
    const auto nowhere = store::Keeper::take("/proc/no/such/folder", "reeve", base::Instant{});
    QVERIFY(!nowhere.ok());
    QCOMPARE(nowhere.fault().code, base::FaultCode::unreadable);
}

QTEST_APPLESS_MAIN(TestSqliteBackend)
#include "tst_sqlite_backend.moc"
