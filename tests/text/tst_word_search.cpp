// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/word_search.h"

#include <QTest>

class TestWordSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_search_finds_data();
    void a_search_finds();
};

void TestWordSearch::a_search_finds_data() {
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("found");
    QTest::newRow("a part of a word") << QByteArray("ton") << QByteArray("black toner") << QByteArray() << true;
    QTest::newRow("upper and lower case alike") << QByteArray("TONER") << QByteArray("Toner") << QByteArray() << true;
    QTest::newRow("words in any order") << QByteArray("toner black") << QByteArray("black toner") << QByteArray()
                                        << true;
    QTest::newRow("words in two texts") << QByteArray("toner acme") << QByteArray("toner") << QByteArray("ACME Ltd")
                                        << true;
    QTest::newRow("not one of two words")
        << QByteArray("toner paper") << QByteArray("black toner") << QByteArray() << false;
    QTest::newRow("a German umlaut") << QByteArray("M\xc3\xbcller") << QByteArray("M\xc3\x9cLLER GmbH") << QByteArray()
                                     << true;
    QTest::newRow("sharp s as two letters") << QByteArray("strasse")
                                            << QByteArray("Stra\xc3\x9f"
                                                          "e 5")
                                            << QByteArray() << true;
    QTest::newRow("Greek final sigma") << QByteArray("\xce\xbf\xce\xb4\xce\xbf\xcf\x83")
                                       << QByteArray("\xce\x9f\xce\x94\xce\x9f\xcf\x82") << QByteArray() << true;
    QTest::newRow("nothing but blanks finds everything")
        << QByteArray(" \t ") << QByteArray("x") << QByteArray() << true;
    QTest::newRow("nothing in an empty text") << QByteArray("x") << QByteArray() << QByteArray() << false;
    QTest::newRow("bytes that are no UTF-8 do no harm")
        << QByteArray("a\xff") << QByteArray("A\xfe") << QByteArray() << true;
    QTest::newRow("a pattern is no pattern") << QByteArray(".*") << QByteArray("toner") << QByteArray() << false;
}

void TestWordSearch::a_search_finds() {
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    const text::WordSearch search(typed.toStdString());
    const std::string one = first.toStdString();
    const std::string two = second.toStdString();
    QTEST(search.matches({one, two}), "found");
}

QTEST_APPLESS_MAIN(TestWordSearch)
#include "tst_word_search.moc"
