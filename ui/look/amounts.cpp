// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/amounts.h"

#include "app/domain/currency.h"
#include "app/domain/money.h"

#include <QRegularExpression>

namespace ui::look {

QString with_amounts(const QString& text, const text::Formats& formats) {
    static const QRegularExpression amount(QStringLiteral(
        R"(money\(['"](-?[0-9]+(?:\.[0-9]+)?) ([A-Z]{3})['"]\)|\b(-?[0-9]+(?:\.[0-9]+)?) ([A-Z]{3})\b)"));
    QString made;
    qsizetype at = 0;
    auto found = amount.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        const bool written = match.hasCaptured(1) && !match.captured(1).isEmpty();
        const std::string number = match.captured(written ? 1 : 3).toStdString();
        const auto currency = domain::Currency::from_code(match.captured(written ? 2 : 4).toStdString());
        const auto money =
            currency ? domain::from_decimal(number, *currency) : base::Result<domain::Money>(base::Fault{});
        made += text.mid(at, match.capturedStart() - at);
        made += money ? formats.money(*money) : match.captured(0);
        at = match.capturedEnd();
    }
    return made + text.mid(at);
}

} // namespace ui::look
