// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/ts_file.h"

#include <QXmlStreamReader>

namespace lint {

namespace {

Message read_message(QXmlStreamReader& xml, const QString& context) {
    Message message;
    message.context = context;
    message.line = static_cast<int>(xml.lineNumber());
    message.numerus = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            message.type = xml.attributes().value(QStringLiteral("type")).toString();
            if (!message.numerus) {
                message.forms.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement()) {
                message.forms.append(xml.readElementText());
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

void read_context(QXmlStreamReader& xml, TsFile& file) {
    QString name;
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("name")) {
            name = xml.readElementText();
        } else if (xml.name() == QStringLiteral("message")) {
            file.messages.append(read_message(xml, name));
        } else {
            xml.skipCurrentElement();
        }
    }
}

} // namespace

TsFile read_ts(const QByteArray& content) {
    TsFile file;
    QXmlStreamReader xml(content);
    if (!xml.readNextStartElement() || xml.name() != QStringLiteral("TS")) {
        file.error = QStringLiteral("this is no TS file");
        return file;
    }
    file.language = xml.attributes().value(QStringLiteral("language")).toString().section(u'_', 0, 0);
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("context")) {
            read_context(xml, file);
        } else {
            xml.skipCurrentElement();
        }
    }
    if (xml.hasError()) {
        file.error = QStringLiteral("line %1: %2").arg(QString::number(xml.lineNumber()), xml.errorString());
    }
    return file;
}

int plural_forms(const QString& language) {
    struct Row {
        const char* language;
        int forms;
    };
    constexpr Row rows[] = {{"de", 2}, {"en", 2}, {"fr", 2}, {"es", 2}, {"it", 2}, {"nl", 2},
                            {"pl", 3}, {"cs", 3}, {"ru", 3}, {"ar", 6}, {"ja", 1}, {"zh", 1}};
    for (const Row& row : rows) {
        if (language == QLatin1String(row.language)) {
            return row.forms;
        }
    }
    return 0;
}

} // namespace lint
