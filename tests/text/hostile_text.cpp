// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/hostile_text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace hostile {

namespace {

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void add_lines(QList<QByteArray>& strings, const QByteArray& text) {
    strings.append(text);
    for (const QByteArray& line : text.split('\n')) {
        if (!line.trimmed().isEmpty()) {
            strings.append(line);
            strings.append(line.trimmed());
        }
    }
}

} // namespace

QList<QByteArray> shared_strings() {
    const QString data = QStringLiteral(REEVE_SOURCE_DIR "/../shared/data/");
    QList<QByteArray> strings;
    const QJsonArray list = QJsonDocument::fromJson(content(data + QStringLiteral("naughty/blns/blns.json"))).array();
    for (const QJsonValue& value : list) {
        strings.append(value.toString().toUtf8());
    }
    const QJsonArray encoded =
        QJsonDocument::fromJson(content(data + QStringLiteral("naughty/blns/blns.base64.json"))).array();
    for (const QJsonValue& value : encoded) {
        strings.append(QByteArray::fromBase64(value.toString().toLatin1()));
    }
    if (strings.isEmpty()) {
        return {};
    }
    add_lines(strings, content(data + QStringLiteral("naughty/csv-injection/Intruder/csv-payload.txt")));
    const QDir injections(data + QStringLiteral("injection/agentdojo"));
    for (const QString& name : injections.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
        add_lines(strings, content(injections.filePath(name)));
    }
    strings.removeAll(QByteArray());
    return strings;
}

QList<QByteArray> own_strings() {
    QByteArray every_control;
    for (int byte = 1; byte < 256; ++byte) {
        every_control.append(static_cast<char>(byte));
    }
    return {
        "plain",
        " ",
        "\t\r\n \t",
        "\n\n\n",
        QByteArray("\0", 1),
        QByteArray("before\0after", 12),
        every_control,
        "\xE2\x80\xAE"
        "gnp.exe",
        "\xE2\x80\x8B",
        "\xEF\xBB\xBF",
        QByteArray("\xF3\xA0\x81\xA9").repeated(3000),
        QByteArray("a") + QByteArray("\xCC\x81").repeated(5000),
        QByteArray("x").repeated(1 << 20),
        QByteArray("\n").repeated(100'000),
        QByteArray("line\r\n").repeated(100'000),
        QByteArray("\xE2\x80\x8B\xE2\x80\x8C").repeated(10'000),
        QByteArray("\xF0\x9F\x91\xA9\xE2\x80\x8D").repeated(10'000),
        "\xFF\xFE\xC0\x80\xED\xA0\x80",
        "=1+1",
        "\xEF\xBC\x9D"
        "1+1",
        "<b onmouseover=alert(1)>bold</b>&amp;&lt;",
        QByteArray("<table><tr><td>").repeated(3000),
        "%1 %2 %n %L1 %%",
    };
}

} // namespace hostile
