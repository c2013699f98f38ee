// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/fill.h"

#include <QTest>

using text::fill;
using text::safe;

class TestFill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fills_in_one_pass();
    void keeps_what_it_cannot_fill();
};

void TestFill::fills_in_one_pass() {
    const auto agent = safe("%2");
    const QString isolated = agent.qstring();
    QCOMPARE(fill(QStringLiteral("%1 wants %2"), {agent, QStringLiteral("5 EUR")}),
             isolated + QStringLiteral(" wants 5 EUR"));
    QCOMPARE(fill(QStringLiteral("%2, %1, %2"), {QStringLiteral("a"), QStringLiteral("b")}), QStringLiteral("b, a, b"));
    QCOMPARE(fill(QStringLiteral("%L1"), {QStringLiteral("a")}), QStringLiteral("a"));
    QCOMPARE(fill(QStringLiteral("%1%2"), {QStringLiteral("%"), QStringLiteral("1")}), QStringLiteral("%1"));
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QCOMPARE(fill(QStringLiteral("%10"), {a, a, a, a, a, a, a, a, a, b}), b);
}

void TestFill::keeps_what_it_cannot_fill() {
    QCOMPARE(fill(QStringLiteral("100 % %2 %0 %n %"), {QStringLiteral("a")}), QStringLiteral("100 % %2 %0 %n %"));
    QCOMPARE(fill(QString(), {QStringLiteral("a")}), QString());
    QCOMPARE(fill(QStringLiteral("%1"), {}), QStringLiteral("%1"));
}

QTEST_GUILESS_MAIN(TestFill)
#include "tst_fill.moc"
