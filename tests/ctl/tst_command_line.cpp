// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/frames.h"
#include "app/premises/import_frame.h"
#include "app/wire/event_codec.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

const ctl::CommandSpec spec{
    "fetch",
    "FILE...",
    "Fetches",
    "",
    {{"format", "FORM", "how", false}, {"tag", "TAG", "which", true}, {"dry", "", "not", false}},
    1,
    2};

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takes_words_apart();
    void refuses_wrong_words_data();
    void refuses_wrong_words();
    void has_an_exit_code_and_advice_for_every_fault();
    void shows_no_control_characters();
    void gives_bad_rows_as_they_are_with_their_reason();
    void is_described_whole_in_the_manual_page();
};

void TestCommandLine::takes_words_apart() {
    const auto words = ctl::parse(spec, {"a", "--format", "csv", "--tag=x", "--tag", "y=z", "--", "--dry"});
    QVERIFY(words.ok());
    QCOMPARE(words->operands(), (std::vector<std::string>{"a", "--dry"}));
    QCOMPARE(words->value("format"), std::string("csv"));
    QCOMPARE(words->values("tag"), (std::vector<std::string>{"x", "y=z"}));
    QVERIFY(!words->has("dry"));
    QVERIFY(words->value("dry").empty());
    QVERIFY(ctl::parse(spec, {"--help"}).ok());
    const auto number = ctl::parse(spec, {"a", "--tag", "12"});
    QCOMPARE(ctl::number_of(*number, "tag").value(), std::optional<std::uint64_t>(12));
    QCOMPARE(ctl::number_of(*number, "format").value(), std::optional<std::uint64_t>());
    QVERIFY(!ctl::number_of(*words, "format").ok());
}

void TestCommandLine::refuses_wrong_words_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("detail");
    QTest::newRow("an unknown option") << QStringList{QStringLiteral("a"), QStringLiteral("--frmat")}
                                       << QStringLiteral("there is no option --frmat");
    QTest::newRow("a value that is missing") << QStringList{QStringLiteral("a"), QStringLiteral("--format")}
                                             << QStringLiteral("--format needs a value: FORM");
    QTest::newRow("a value too many") << QStringList{QStringLiteral("a"), QStringLiteral("--dry=yes")}
                                      << QStringLiteral("--dry takes no value");
    QTest::newRow("an option twice") << QStringList{QStringLiteral("a"), QStringLiteral("--format=x"),
                                                    QStringLiteral("--format=y")}
                                     << QStringLiteral("--format is given twice");
    QTest::newRow("no operand") << QStringList{} << QStringLiteral("fetch needs FILE...");
    QTest::newRow("an operand too many") << QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}
                                         << QStringLiteral("\"c\" is too much here");
}

void TestCommandLine::refuses_wrong_words() {
    QFETCH(QStringList, words);
    QFETCH(QString, detail);
    std::vector<std::string> list;
    for (const QString& word : words) {
        list.push_back(word.toStdString());
    }
    const auto parsed = ctl::parse(spec, list);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.fault().code, base::FaultCode::invalid_argument);
    QCOMPARE(QString::fromStdString(parsed.fault().detail), detail);
}

void TestCommandLine::has_an_exit_code_and_advice_for_every_fault() {
    for (int code = 0; code <= static_cast<int>(base::FaultCode::internal); ++code) {
        const auto fault = static_cast<base::FaultCode>(code);
        QVERIFY(ctl::exit_code(fault) != ctl::ExitCode::done);
        const QByteArray advice(ctl::advice(fault));
        QVERIFY2(advice.size() > 5 && !advice.endsWith('.'), base::name_of(fault));
    }
}

void TestCommandLine::shows_no_control_characters() {
    const std::string hostile = "a\x1b[2Jb\xE2\x80\xAE"
                                "c\nd\x07";
    const std::string shown = ctl::shown(hostile);
    for (const char byte : shown) {
        QVERIFY(static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f);
    }
    QVERIFY(shown.find("\xE2\x80\xAE") == std::string::npos);
    QVERIFY(shown.find("\xE2\x81\xA8") == std::string::npos);
}

void TestCommandLine::gives_bad_rows_as_they_are_with_their_reason() {
    domain::Event event;
    event.source = domain::SourceId("s");
    event.id = domain::EventId("e");
    event.type = domain::EventType::heartbeat_sent;
    event.sequence = 1;
    event.payload = domain::HeartbeatSent{domain::AgentId("a")};
    mapping::Quarantined aside;
    aside.source = domain::SourceId("file:d/p");
    aside.id = domain::EventId("row-id");
    aside.reason = {base::FaultCode::malformed, "a quote inside a field", "row 2, line 2"};
    aside.raw = wire::encode_event(event); // would be taken for an event, were it decoded
    aside.amount = domain::Money{1250, domain::Currency::from_code("EUR").value()};
    mapping::Item item;
    item.place.row = 2;
    item.place.line = 2;
    item.what = aside;
    const auto frame = premises::frame_of(item, "/x/y.csv", 7, base::Instant{});
    QCOMPARE(frame.bytes, aside.raw);
    QCOMPARE(frame.batch, std::int64_t{7});
    QCOMPARE(frame.place, std::string("y.csv:"));
    QVERIFY(frame.unreadable.has_value());
    QCOMPARE(*frame.unreadable, (record::Unreadable{aside.reason, aside.id, aside.amount}));
}

void TestCommandLine::is_described_whole_in_the_manual_page() {
    QFile file(QStringLiteral(REEVE_SOURCE_DIR "/packaging/man/reevectl.1"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString page = QString::fromUtf8(file.readAll());
    page.replace(QLatin1String("\\-"), QLatin1String("-"));
    for (const ctl::Command& command :
         {ctl::import_command(), ctl::batches_command(), ctl::record_command(), ctl::events_command(),
          ctl::quarantine_command(), ctl::status_command(), ctl::decide_command(), ctl::key_command(),
          ctl::roster_command(), ctl::policy_command()}) {
        const QString name = QString::fromStdString(command.spec.name);
        QVERIFY2(page.contains(QStringLiteral(".SS ") + name), qPrintable(name));
        for (const ctl::OptionSpec& option : command.spec.options) {
            const QString word = QStringLiteral("--") + QString::fromStdString(option.name);
            QVERIFY2(page.contains(word), qPrintable(name + QLatin1Char(' ') + word));
        }
    }
    for (const ctl::OptionSpec& option : ctl::common_options()) {
        QVERIFY(page.contains(QStringLiteral("--") + QString::fromStdString(option.name)));
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
