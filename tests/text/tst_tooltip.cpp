// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/forms.h"
#include "tests/text/hostile_text.h"

#include <QTest>
#include <QTextDocument>

namespace {

QString without_last_breaks(QString text) {
    while (text.endsWith(QLatin1Char('\n'))) {
        text.chop(1);
    }
    return text;
}

} // namespace

/// Rendered by Qt itself: what comes out of for_tooltip must be the characters that went in, never markup.
class TestTooltip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void renders_exactly_what_is_safe_to_show();
    void leaves_nothing_to_guess();
    void nothing_gives_no_tooltip();

private:
    static void check(const QByteArray& hostile);
};

void TestTooltip::check(const QByteArray& hostile) {
    for (const text::Limits& limits : {text::label, text::passage}) {
        const text::SafeText safe = text::safe(hostile.toStdString(), limits);
        const QString tooltip = text::for_tooltip(safe);
        QVERIFY(Qt::mightBeRichText(tooltip) || safe.empty());
        QTextDocument document;
        document.setHtml(tooltip);
        // A line break at the very end of a paragraph has nothing to separate; Qt leaves it out.
        QCOMPARE(without_last_breaks(document.toPlainText()), without_last_breaks(safe.qstring()));
    }
}

void TestTooltip::renders_exactly_what_is_safe_to_show() {
    QList<QByteArray> strings = hostile::own_strings();
    strings.append(
        {"<b>bold</b>", "a<br>b", "<img src=file:///etc/passwd>", "&lt;b&gt;", "<a href=x>y</a>", "</p><h1>"});
    strings.append(hostile::shared_strings());
    for (const QByteArray& hostile : strings) {
        check(hostile);
        if (QTest::currentTestFailed()) {
            qWarning("%s", hostile.left(200).toPercentEncoding().constData());
            return;
        }
    }
}

void TestTooltip::leaves_nothing_to_guess() {
    QVERIFY(text::for_tooltip(QStringLiteral("<b>x</b>")).contains(QStringLiteral("&lt;b&gt;x&lt;/b&gt;")));
    QVERIFY(Qt::mightBeRichText(text::for_tooltip(QStringLiteral("plain"))));
}

void TestTooltip::nothing_gives_no_tooltip() {
    QVERIFY(text::for_tooltip(text::SafeText()).isEmpty());
    QVERIFY(text::for_tooltip(QString()).isEmpty());
}

QTEST_MAIN(TestTooltip)
#include "tst_tooltip.moc"
