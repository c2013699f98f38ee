// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/faults.h"
#include "app/sandbox/options.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using sandbox::Faults;

class TestSandboxOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_what_is_asked_for();
    void refuses_with_the_option_s_name_data();
    void refuses_with_the_option_s_name();
    void help_names_every_option();
    void the_manual_page_has_every_option_of_the_help();
    void faults_are_set_by_name_data();
    void faults_are_set_by_name();
    void faults_strike_as_often_as_told();
};

void TestSandboxOptions::reads_what_is_asked_for() {
    const auto read = sandbox::parse_options(
        {"--state", "/tmp/x", "--seed=9", "--rate", "0.5", "--scenario", "a", "--scenario=b", "--no-stdin", "--fault",
         "delay=5", "--no-colleague", "--admin-key", std::string(43, 'A') + "=", "--start", "2026-03-02T08:00:00Z"});
    QVERIFY(read.ok());
    QCOMPARE(read->state.string(), std::string("/tmp/x"));
    QCOMPARE(read->seed, std::uint64_t{9});
    QCOMPARE(read->rate, 0.5);
    QVERIFY((read->scenarios == std::vector<std::string>{"a", "b"}));
    QVERIFY(read->keep_on && !read->colleague && read->fleet);
    QVERIFY(read->administrator == domain::PublicKey{});
    QVERIFY(read->faults.at(0).first == "delay" && read->faults.at(0).second == "5");
    QVERIFY(read->start.has_value());
}

void TestSandboxOptions::refuses_with_the_option_s_name_data() {
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char* sentence, const char* arguments, const char* named) {
        QTest::newRow(sentence) << QByteArray(arguments) << QByteArray(named);
    };
    row("an option that does not exist", "--wish", "--wish");
    row("a word that is no option", "please", "please");
    row("a number that is none", "--seed many", "--seed");
    row("a number with something behind it", "--seed 5x", "--seed");
    row("a negative rate", "--rate -1", "--rate");
    row("a rate that is no number", "--rate nan", "--rate");
    row("a value that is missing", "--state", "--state");
    row("a key that is none", "--admin-key abc", "--admin-key");
    row("a time that is none", "--start yesterday", "--start");
    row("a fault without a value", "--fault delay", "--fault");
    row("a replay without a mapping", "--replay x.csv", "--mapping");
    row("too many seconds", "--hold 99999999999", "--hold");
}

void TestSandboxOptions::refuses_with_the_option_s_name() {
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, named);
    std::vector<std::string> words;
    for (const QByteArray& word : arguments.split(' ')) {
        words.push_back(word.toStdString());
    }
    const auto read = sandbox::parse_options(words);
    QVERIFY(!read.ok());
    QVERIFY(read.fault().code == base::FaultCode::invalid_argument);
    QCOMPARE(read.fault().where, named.toStdString());
}

void TestSandboxOptions::help_names_every_option() {
    const std::string help = sandbox::help_text();
    for (const char* option :
         {"--state",           "--seed",         "--rate",     "--burst", "--count", "--scenario", "--scenario-every",
          "--list-scenarios",  "--replay",       "--mapping",  "--speed", "--hold",  "--pace",     "--admin-key",
          "--colleague-delay", "--no-colleague", "--no-fleet", "--fault", "--print", "--start",    "--port",
          "--no-stdin",        "--help",         "--version",  "--after", "--labels"}) {
        QVERIFY2(help.find(option) != std::string::npos, option);
    }
}

void TestSandboxOptions::the_manual_page_has_every_option_of_the_help() {
    QFile file(QStringLiteral(REEVE_SOURCE_DIR "/packaging/man/reeve-sandbox.1"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString page = QString::fromUtf8(file.readAll());
    page.replace(QLatin1String("\\-"), QLatin1String("-"));
    const QString help = QString::fromStdString(sandbox::help_text());
    auto options = QRegularExpression(QStringLiteral("--[a-z-]+")).globalMatch(help);
    QVERIFY(options.hasNext());
    while (options.hasNext()) {
        const QString option = options.next().captured();
        QVERIFY2(page.contains(option), qPrintable(option));
    }
}

void TestSandboxOptions::faults_are_set_by_name_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("taken");
    const auto row = [](const char* name, const char* value, bool taken) {
        QTest::addRow("%s=%s", name, value) << QByteArray(name) << QByteArray(value) << taken;
    };
    for (const char* name : {"lose-requests", "lose-answers", "duplicate", "reorder", "garbage", "drop-connection"}) {
        row(name, "0.5", true);
        row(name, "0", true);
        row(name, "1", true);
        row(name, "1.1", false);
        row(name, "-0.1", false);
        row(name, "nan", false);
        row(name, "often", false);
    }
    row("delay", "20", true);
    row("delay", "60001", false);
    row("delay", "-1", false);
    row("restart-after", "100", true);
    row("restart-after", "soon", false);
    row("unknown", "1", false);
}

void TestSandboxOptions::faults_are_set_by_name() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, taken);
    Faults faults(1);
    QCOMPARE(faults.set(name.toStdString(), value.toStdString()).ok(), taken);
}

void TestSandboxOptions::faults_strike_as_often_as_told() {
    Faults faults(1);
    QVERIFY(!faults.strikes(Faults::Kind::garbage));
    QVERIFY(faults.set("garbage", "1").ok());
    QVERIFY(faults.strikes(Faults::Kind::garbage));
    QVERIFY(!faults.strikes(Faults::Kind::duplicate));
    QVERIFY(faults.set("duplicate", "0.25").ok());
    int struck = 0;
    for (int count = 0; count < 4000; ++count) {
        struck += faults.strikes(Faults::Kind::duplicate) ? 1 : 0;
    }
    QVERIFY(struck > 850 && struck < 1150);
}

QTEST_APPLESS_MAIN(TestSandboxOptions)
#include "tst_sandbox_options.moc"
