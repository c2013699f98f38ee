// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/host.h"

#include <QTest>

using base::FaultCode;

class TestHost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shows_where_a_link_leads_data();
    void shows_where_a_link_leads();
    void refuses_what_readers_take_differently_data();
    void refuses_what_readers_take_differently();
};

void TestHost::shows_where_a_link_leads_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    const auto row = [](const char* name, const char16_t* url, const char* host) {
        QTest::newRow(name) << QString::fromUtf16(url) << QString::fromLatin1(host);
    };
    row("a plain address", u"https://shop.example/cart?id=1", "shop.example");
    row("capitals", u"HTTPS://Shop.EXAMPLE", "shop.example");
    row("a bank as user name", u"https://bank.example@evil.example/", "evil.example");
    row("a bank as user name and password", u"https://bank.example:443@evil.example:8443/", "evil.example");
    row("a Cyrillic letter", u"https://p\u0430ypal.com/", "xn--pypal-4ve.com");
    row("an honest umlaut", u"https://m\u00FCller.de", "xn--mller-kva.de");
    row("an IPv4 address", u"http://192.0.2.7:8080/x", "192.0.2.7");
    row("an IPv6 address", u"http://[2001:db8::1]/x", "2001:db8::1");
}

void TestHost::shows_where_a_link_leads() {
    QFETCH(QString, url);
    QFETCH(QString, host);
    const auto shown = text::ace_host(url.toStdString());
    QVERIFY2(shown.ok(), shown.ok() ? "" : base::describe(shown.fault()).c_str());
    QCOMPARE(shown->qstring(), text::safe(host.toStdString()).qstring());
}

void TestHost::refuses_what_readers_take_differently_data() {
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& url, FaultCode code) {
        QTest::newRow(name) << url << static_cast<int>(code);
    };
    row("nothing", "", FaultCode::malformed);
    row("a script", "javascript:alert(1)", FaultCode::unsupported);
    row("a file", "file:///etc/passwd", FaultCode::unsupported);
    row("data", "data:text/html,x", FaultCode::unsupported);
    row("no scheme", "shop.example/cart", FaultCode::unsupported);
    row("no host", "https:///cart", FaultCode::malformed);
    row("a backslash that a browser reads as a slash", "https://bank.example\\@evil.example/", FaultCode::malformed);
    row("a tab that a browser leaves out", "https://ev\til.example/", FaultCode::malformed);
    row("a line break", "https://a.example/\nhttps://b.example", FaultCode::malformed);
    row("a blank", "https://a b.example/", FaultCode::malformed);
    row("a zero-width space", "https://bank\xE2\x80\x8B.example/", FaultCode::malformed);
    row("an override",
        "https://\xE2\x80\xAE"
        "elpmaxe.knab/",
        FaultCode::malformed);
    row("a port that is none", "https://a.example:99999/", FaultCode::malformed);
    row("bytes that are not UTF-8", "https://a\xFF.example/", FaultCode::malformed);
    row("a very long address", "https://a.example/" + QByteArray(9000, 'x'), FaultCode::too_large);
}

void TestHost::refuses_what_readers_take_differently() {
    QFETCH(QByteArray, url);
    QFETCH(int, code);
    const auto shown = text::ace_host(url.toStdString());
    QVERIFY2(!shown.ok(), shown.ok() ? qPrintable(shown->qstring()) : "");
    QCOMPARE(static_cast<int>(shown.fault().code), code);
}

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"
