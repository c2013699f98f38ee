// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/fill.h"

#include <vector>

namespace text {

namespace {

bool is_digit(QChar character) {
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

struct Marker {
    qsizetype length = 0; ///< 0: no marker here
    std::size_t number = 0;
};

/// Reads %1, %12, %L1 at a percent sign, as QString::arg does.
Marker marker_at(const QString& pattern, qsizetype percent) {
    qsizetype at = percent + 1;
    if (at < pattern.size() && pattern[at] == QLatin1Char('L')) {
        ++at;
    }
    const qsizetype first_digit = at;
    std::size_t number = 0;
    while (at < pattern.size() && at < first_digit + 2 && is_digit(pattern[at])) {
        number = number * 10 + static_cast<std::size_t>(pattern[at].unicode() - u'0');
        ++at;
    }
    return number == 0 ? Marker{} : Marker{at - percent, number};
}

} // namespace

QString fill(const QString& pattern, std::initializer_list<Filling> fillings) {
    const std::vector<Filling> given(fillings);
    QString filled;
    for (qsizetype at = 0; at < pattern.size();) {
        const Marker marker = pattern[at] == QLatin1Char('%') ? marker_at(pattern, at) : Marker{};
        if (marker.length > 0 && marker.number <= given.size()) {
            filled += given[marker.number - 1].shown();
            at += marker.length;
        } else {
            filled += pattern[at++];
        }
    }
    return filled;
}

} // namespace text
