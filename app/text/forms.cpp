// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/forms.h"

#include "app/text/code_point.h"
#include "app/text/piece.h"

#include <algorithm>

namespace text {

namespace {

constexpr std::size_t most_in_cell = 32'000;
constexpr std::size_t most_in_clipboard = 1'000'000;
constexpr int any_number_of_marks = 1'000'000;

/// Everything that is there, with tokens for what is hidden; cut at `most` with a notice.
std::u32string exported(std::string_view bytes, bool one_line, std::size_t most) {
    const Decoded decoded = decode(bytes, most);
    Manner manner;
    manner.one_line = one_line;
    manner.spelling = true;
    manner.exact_blanks = true;
    manner.marks = any_number_of_marks;
    Pieces pieces(decoded.points, manner);
    std::u32string shown;
    std::size_t position = 0;
    while (!pieces.at_end()) {
        position = pieces.position();
        const Piece piece = pieces.next();
        if (shown.size() + piece.shown.size() + 1 > most) {
            break;
        }
        shown += piece.line_break ? U"\n" : piece.shown;
        position = pieces.position();
    }
    const std::size_t hidden = decoded.points.size() + decoded.rest - position;
    if (hidden > 0) {
        const std::string count = std::to_string(hidden);
        shown += U"…⟦+" + std::u32string(count.begin(), count.end()) + U"⟧";
    }
    return shown;
}

bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

/// Digits, with points and commas between them, and perhaps a minus sign before.
bool is_number(std::u32string_view field) {
    if (!field.empty() && field.front() == U'-') {
        field.remove_prefix(1);
    }
    return !field.empty() && is_digit(field.front()) && is_digit(field.back()) &&
           std::all_of(field.begin(), field.end(),
                       [](char32_t point) { return is_digit(point) || point == U'.' || point == U','; });
}

bool starts_formula(char32_t point) {
    constexpr std::u32string_view starters = U"=+-@\t\r\n＝＋－＠−";
    return starters.find(point) != std::u32string_view::npos;
}

/// An apostrophe before what a spreadsheet would compute.
std::u32string neutralised(std::u32string field) {
    std::size_t first = 0;
    while (first < field.size() && (is_blank(field[first]) || field[first] == U'"' || field[first] == U'\'')) {
        ++first;
    }
    if (first < field.size() && starts_formula(field[first]) && !is_number(field)) {
        field.insert(field.begin(), U'\'');
    }
    return field;
}

std::string utf8(const std::u32string& points) {
    return QString::fromUcs4(points.data(), static_cast<qsizetype>(points.size())).toStdString();
}

} // namespace

QString for_tooltip(const QString& plain) {
    if (plain.isEmpty()) {
        return {};
    }
    return QStringLiteral("<p style=\"white-space:pre-wrap\">") + plain.toHtmlEscaped() + QStringLiteral("</p>");
}

QString for_tooltip(const SafeText& shown) {
    return for_tooltip(shown.qstring());
}

QString for_button(const SafeText& shown) {
    QString doubled = shown.qstring();
    return doubled.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QString for_clipboard(const domain::UntrustedText& untrusted) {
    const std::u32string shown = exported(untrusted.bytes(), false, most_in_clipboard);
    return QString::fromUcs4(shown.data(), static_cast<qsizetype>(shown.size()));
}

std::string for_csv_field(std::string_view bytes) {
    const std::u32string field = neutralised(exported(bytes, false, most_in_cell));
    if (field.find_first_of(U",;\"\t\r\n ") == std::u32string::npos) {
        return utf8(field);
    }
    std::u32string quoted(1, U'"');
    for (const char32_t point : field) {
        quoted.append(point == U'"' ? 2 : 1, point);
    }
    return utf8(quoted + U'"');
}

std::string for_csv_field(const domain::UntrustedText& untrusted) {
    return for_csv_field(std::string_view(untrusted.bytes()));
}

std::string for_csv_field(const domain::Money& amount) {
    return domain::to_decimal(amount);
}

std::string for_tsv_field(std::string_view bytes) {
    std::u32string field = neutralised(exported(bytes, true, most_in_cell));
    if (!field.empty() && field.front() == U'"') {
        field.insert(field.begin(), U'\''); // an opening quote would swallow the cells after it
    }
    return utf8(field);
}

std::string for_tsv_field(const domain::UntrustedText& untrusted) {
    return for_tsv_field(std::string_view(untrusted.bytes()));
}

std::string for_tsv_field(const domain::Money& amount) {
    return domain::to_decimal(amount);
}

QString for_editor(std::string_view bytes) {
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace text
