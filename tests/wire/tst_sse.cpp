// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/sse.h"

#include <QTest>

using wire::SseFrame;
using wire::SseParser;

/// Framing as the WHATWG HTML standard says, section 9.2.6.
class TestSse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_stream_is_taken_apart_data();
    void a_stream_is_taken_apart();
    void what_the_writer_writes_is_read_data();
    void what_the_writer_writes_is_read();
    void a_comment_stays_one_line();
    void limits_hold();
    void a_reset_forgets();
    void the_wish_for_a_pause_is_offered();
};

namespace {

/// Frames drawn as text: "id|name|data" for an event, "# text" for a comment, one a line.
QByteArray drawn(const std::vector<SseFrame>& frames) {
    QByteArray text;
    for (const SseFrame& frame : frames) {
        if (frame.kind == SseFrame::Kind::comment) {
            text += "# " + QByteArray::fromStdString(frame.data);
        } else {
            text += QByteArray::fromStdString(frame.id + "|" + frame.name + "|" + frame.data);
        }
        text += '\n';
    }
    return text;
}

} // namespace

void TestSse::a_stream_is_taken_apart_data() {
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("frames");
    const auto row = [](const char* name, QByteArray stream, const char* frames) {
        QTest::newRow(name) << stream << QByteArray(frames);
    };
    row("an event with an id", "id: 1\ndata: a\n\n", "1||a\n");
    row("carriage returns", "id: 1\rdata: a\r\r", "1||a\n");
    row("both", "id: 1\r\ndata: a\r\n\r\n", "1||a\n");
    row("a mixture", "id: 1\r\ndata: a\n\rid: 2\ndata: b\r\n\r\n", "1||a\n2||b\n");
    row("a byte order mark",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        "||a\n");
    row("half a byte order mark is a field name",
        "\xEF\xBB"
        "data: a\n\n",
        "");
    row("a second byte order mark is a field name",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: a\n\n",
        "");
    row("no blank behind the colon", "data:a\n\n", "||a\n");
    row("one blank is taken, the second stays", "data:  a\n\n", "|| a\n");
    row("two data lines", "data: a\ndata: b\n\n", "||a\nb\n");
    row("an empty data line is an event", "data\n\n", "||\n");
    row("two empty data lines hold a newline", "data\ndata\n\n", "||\n\n");
    row("no data, no event", "id: 1\n\n", "");
    row("the id stays in force", "id: 1\ndata: a\n\ndata: b\n\n", "1||a\n1||b\n");
    row("an id without data is in force for the next", "id: 1\n\ndata: b\n\n", "1||b\n");
    row("an empty id takes it away", "id: 1\ndata: a\n\nid\ndata: b\n\n", "1||a\n||b\n");
    row("an id with a NUL is ignored", QByteArray("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n", 31), "1||a\n1||b\n");
    row("a name is for one event", "event: x\ndata: a\n\ndata: b\n\n", "|x|a\n||b\n");
    row("a comment", ": heartbeat now\n", "# heartbeat now\n");
    row("a comment inside of an event", "data: a\n:\ndata: b\n\n", "# \n||a\nb\n");
    row("an unknown field", "colour: red\ndata: a\n\n", "||a\n");
    row("a name is compared as it is", "Data: a\n data: b\n\n", "");
    row("an unfinished event is not dispatched", "data: a\n", "");
    row("a colon in the data", "data: {\"a\":1}\n\n", "||{\"a\":1}\n");
    row("many blank lines", "\n\n\ndata: a\n\n\n\n", "||a\n");
}

void TestSse::a_stream_is_taken_apart() {
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, frames);
    const std::string bytes = stream.toStdString();
    // Whole, split at every byte, and byte by byte.
    for (std::size_t split = 0; split <= bytes.size(); ++split) {
        SseParser parser;
        std::vector<SseFrame> found;
        QVERIFY(parser.feed(std::string_view(bytes).substr(0, split), found).ok());
        QVERIFY(parser.feed(std::string_view(bytes).substr(split), found).ok());
        QCOMPARE(drawn(found), frames);
    }
    SseParser parser;
    std::vector<SseFrame> found;
    for (const char byte : bytes) {
        QVERIFY(parser.feed({&byte, 1}, found).ok());
    }
    QCOMPARE(drawn(found), frames);
}

void TestSse::what_the_writer_writes_is_read_data() {
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("one line") << QByteArray("{}") << QByteArray("{}");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("a blank in front") << QByteArray(" a") << QByteArray(" a");
    QTest::newRow("a colon") << QByteArray(": a") << QByteArray(": a");
    QTest::newRow("two lines") << QByteArray("a\nb") << QByteArray("a\nb");
    QTest::newRow("lines of every kind") << QByteArray("a\r\nb\rc\n\nd\n") << QByteArray("a\nb\nc\n\nd\n");
    QTest::newRow("breaks of both kinds in turn")
        << QByteArray("\r\r\n\n\ra\r\n\r\nb\r") << QByteArray("\n\n\n\na\n\nb\n");
    QTest::newRow("an attempt at another event")
        << QByteArray("a\n\nid: 9\ndata: b") << QByteArray("a\n\nid: 9\ndata: b");
}

void TestSse::what_the_writer_writes_is_read() {
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, read);
    std::string stream;
    wire::SseWriter::append_event("7", data.toStdString(), stream);
    wire::SseWriter::append_event("8", "next", stream);
    SseParser parser;
    std::vector<SseFrame> frames;
    QVERIFY(parser.feed(stream, frames).ok());
    QCOMPARE(frames.size(), std::size_t{2});
    QCOMPARE(frames[0], (SseFrame{SseFrame::Kind::event, "7", "", read.toStdString()}));
    QCOMPARE(frames[1], (SseFrame{SseFrame::Kind::event, "8", "", "next"}));
}

void TestSse::a_comment_stays_one_line() {
    std::string stream;
    wire::SseWriter::append_comment("heartbeat\ndata: x\r\n", stream);
    QCOMPARE(stream, std::string(": heartbeat data: x  \n"));
}

void TestSse::limits_hold() {
    const wire::SseLimits limits{16, 24, 4};
    std::vector<SseFrame> frames;
    SseParser line(limits);
    QVERIFY(line.feed("data: 0123456789\ndata: 012345678\n\n", frames).ok());
    QCOMPARE(drawn(frames), QByteArray("||0123456789\n012345678\n"));
    QCOMPARE(line.feed("data: 01234567890", frames).fault().code, base::FaultCode::too_large);
    SseParser pieces(limits);
    QVERIFY(pieces.feed("data: 0123", frames).ok());
    QCOMPARE(pieces.held_bytes(), std::size_t{10});
    QCOMPARE(pieces.feed("4567890", frames).fault().code, base::FaultCode::too_large);
    SseParser data(limits);
    QCOMPARE(data.feed("data: a\n\ndata: 0123456789\ndata: 0123456789\ndata: xyz\n", frames).fault().code,
             base::FaultCode::too_large);
    QCOMPARE(drawn(frames), QByteArray("||0123456789\n012345678\n||a\n"));
    SseParser id(limits);
    QCOMPARE(id.feed("id: 12345\n", frames).fault().code, base::FaultCode::too_large);
    SseParser name(limits);
    QCOMPARE(name.feed("event: 12345\n", frames).fault().code, base::FaultCode::too_large);
}

void TestSse::a_reset_forgets() {
    SseParser parser;
    std::vector<SseFrame> frames;
    QVERIFY(parser.feed("id: 1\ndata: a\n\nid: 2\ndata: half", frames).ok());
    QVERIFY(parser.held_bytes() > 0);
    parser.reset();
    QCOMPARE(parser.held_bytes(), std::size_t{0});
    frames.clear();
    QVERIFY(parser
                .feed("\xEF\xBB\xBF"
                      "data: b\n\n",
                      frames)
                .ok());
    QCOMPARE(drawn(frames), QByteArray("||b\n"));
}

void TestSse::the_wish_for_a_pause_is_offered() {
    SseParser parser;
    std::vector<SseFrame> frames;
    QCOMPARE(parser.retry_milliseconds(), -1);
    QVERIFY(parser.feed("retry: 1500\n", frames).ok());
    QCOMPARE(parser.retry_milliseconds(), 1500);
    QVERIFY(parser.feed("retry: -1\nretry: 1.5\nretry:\nretry: 99999999999999999999\n", frames).ok());
    QCOMPARE(parser.retry_milliseconds(), 1500);
}

QTEST_APPLESS_MAIN(TestSse)
#include "tst_sse.moc"
