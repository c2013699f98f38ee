// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/confusable.h"

#include <QTest>

using domain::UntrustedText;

namespace {

UntrustedText name(const QString& said) {
    return UntrustedText(said.toStdString());
}

const std::vector<UntrustedText> known = {
    UntrustedText("Paypal Services"),    UntrustedText("Microsoft Ireland"),   UntrustedText("Acme Tools Ltd"),
    UntrustedText("M\xC3\xBCller GmbH"), UntrustedText("Northwind Paper Co."),
};

} // namespace

class TestConfusable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_who_is_imitated_data();
    void finds_who_is_imitated();
    void lets_honest_names_alone_data();
    void lets_honest_names_alone();
    void a_known_name_imitates_nobody();
    void is_not_moved_by_bad_bytes();
};

void TestConfusable::finds_who_is_imitated_data() {
    QTest::addColumn<QString>("imitation");
    QTest::addColumn<QString>("imitated");
    const auto row = [](const char* sentence, const char16_t* imitation, const char16_t* imitated) {
        QTest::newRow(sentence) << QString::fromUtf16(imitation) << QString::fromUtf16(imitated);
    };
    row("a Cyrillic letter", u"P\u0430ypal Services", u"Paypal Services");
    row("Cyrillic in capitals", u"ACM\u0415 TOOLS LTD", u"Acme Tools Ltd");
    row("a capital i for a small l", u"PaypaI Services", u"Paypal Services");
    row("a zero for an o", u"Micr0soft Ireland", u"Microsoft Ireland");
    row("r and n for an m", u"Acrne Tools Ltd", u"Acme Tools Ltd");
    row("a zero-width space", u"Acme\u200B Tools Ltd", u"Acme Tools Ltd");
    row("a soft hyphen", u"Ac\u00ADme Tools Ltd", u"Acme Tools Ltd");
    row("an accent that nobody sees", u"Acm\u0117 Tools Ltd", u"Acme Tools Ltd");
    row("a missing umlaut", u"Muller GmbH", u"Müller GmbH");
    row("full-width letters", u"Ａcme Tools Ltd", u"Acme Tools Ltd");
    row("an override in the name", u"Acme \u202ETools Ltd", u"Acme Tools Ltd");
    row("mathematical letters", u"𝐀cme Tools Ltd", u"Acme Tools Ltd");
}

void TestConfusable::finds_who_is_imitated() {
    QFETCH(QString, imitation);
    QFETCH(QString, imitated);
    const auto found = text::imitates(name(imitation), known);
    QVERIFY(found.has_value());
    QCOMPARE(QString::fromStdString(found->bytes()), imitated);
}

void TestConfusable::lets_honest_names_alone_data() {
    QTest::addColumn<QString>("honest");
    for (const char16_t* honest :
         {u"Acme Tools Ltd", u"ACME TOOLS LTD", u"  acme   tools\u00A0ltd ", u"Mu\u0308ller GmbH", u"Apex Tools Ltd",
          u"Acme Paper Co.", u"上海贸易公司", u"Pay Pal Services"}) {
        QTest::newRow(qPrintable(QString::fromUtf16(honest))) << QString::fromUtf16(honest);
    }
    QTest::newRow("nothing") << QString();
    QTest::newRow("only hidden characters") << QString(3, QChar(0x200B));
}

void TestConfusable::lets_honest_names_alone() {
    QFETCH(QString, honest);
    QVERIFY(!text::imitates(name(honest), known).has_value());
}

void TestConfusable::a_known_name_imitates_nobody() {
    text::KnownNames names(known);
    QCOMPARE(names.size(), known.size());
    const UntrustedText twin = name(QString::fromUtf16(u"\u0410cme Tools Ltd"));
    QVERIFY(names.imitated_by(twin).has_value());
    names.add(twin);
    QVERIFY(!names.imitated_by(twin).has_value());
    QVERIFY(!names.imitated_by(known[2]).has_value());
    QVERIFY(!text::KnownNames().imitated_by(twin).has_value());
}

void TestConfusable::is_not_moved_by_bad_bytes() {
    QCOMPARE(text::skeleton(UntrustedText("\xFF\xC0")), std::string());
    QCOMPARE(text::skeleton(UntrustedText("Ac\xFFme")), text::skeleton(UntrustedText("acme")));
    QVERIFY(text::skeleton(UntrustedText(std::string(1'000'000, 'a'))).size() < 1000);
}

QTEST_GUILESS_MAIN(TestConfusable)
#include "tst_confusable.moc"
