// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sieve/function_words.h"
#include "app/text/fill.h"
#include "ui/sieve/own_text.h"

#include <array>
#include <utility>

namespace ui::sieve {

namespace {

QString found(const QString& word, std::initializer_list<std::pair<const char*, QString>> all) {
    for (const auto& [name, meaning] : all) {
        if (word == QLatin1String(name)) {
            return meaning;
        }
    }
    return {};
}

} // namespace

QString FunctionWords::of_sign(const QString& sign) {
    return found(sign, {{"==", tr("is")},
                        {"!=", tr("is not")},
                        {"<", tr("less than, before")},
                        {"<=", tr("at most")},
                        {">", tr("more than, after")},
                        {">=", tr("at least, from")},
                        {"in [", tr("one of several")},
                        {"&&", tr("and")},
                        {"||", tr("or")},
                        {"true", tr("yes")},
                        {"false", tr("no")},
                        {"null", tr("nothing")}});
}

QString FunctionWords::of_function(const QString& name) {
    const QString text =
        found(name, {{"contains", tr("has this part somewhere")},
                     {"startsWith", tr("begins with this")},
                     {"endsWith", tr("ends with this")},
                     {"matches", tr("fits a regular expression (RE2)")},
                     {"lowerAscii", tr("A to Z as small letters")},
                     {"upperAscii", tr("a to z as capitals")},
                     {"trim", tr("without blanks at both ends")},
                     {"size", tr("how many")},
                     {"has", tr("there is a value")},
                     {"money", text::fill(tr("an amount: %1"), {QStringLiteral("\"10000.00 EUR\"")})},
                     {"timestamp", text::fill(tr("a moment: %1"), {QStringLiteral("\"2026-03-01T17:55:00Z\"")})},
                     {"duration", text::fill(tr("a span of time: %1"), {QStringLiteral("\"36h\"")})},
                     {"currency", tr("the ISO 4217 code")},
                     {"minorUnits", tr("cents, pence or yen")},
                     {"abs", tr("without its sign")},
                     {"to", tr("in a currency, at the policy's rates")},
                     {"all", tr("holds for every item")},
                     {"exists", tr("holds for some item")},
                     {"exists_one", tr("holds for exactly one item")},
                     {"filter", tr("the items for which it holds")},
                     {"map", tr("the value of every item")}});
    if (!text.isEmpty()) {
        return text;
    }
    return found(name, {{"bool", tr("as yes or no")},
                        {"int", tr("as a whole number")},
                        {"uint", tr("as a number not below zero")},
                        {"double", tr("as a number with a fraction")},
                        {"string", tr("as text")},
                        {"bytes", tr("the bytes of the text")},
                        {"dyn", tr("without its type")},
                        {"type", tr("the type of it")},
                        {"getFullYear", tr("the year")},
                        {"getMonth", tr("the month from 0")},
                        {"getDayOfMonth", tr("the day of the month from 0")},
                        {"getDate", tr("the day of the month from 1")},
                        {"getDayOfWeek", tr("the day of the week, Sunday is 0")},
                        {"getDayOfYear", tr("the day of the year from 0")},
                        {"getHours", tr("hours")},
                        {"getMinutes", tr("minutes")},
                        {"getSeconds", tr("seconds")},
                        {"getMilliseconds", tr("milliseconds")}});
}

QString FunctionWords::of(const cel::Completion& completion) {
    const QString name = own_text(completion.text);
    switch (completion.what) {
    case cel::Completion::What::name:
    case cel::Completion::What::field:
        return completion.text == "now" ? tr("this moment") : own_text(completion.description);
    case cel::Completion::What::function:
    case cel::Completion::What::macro: return of_function(name.section(u'(', 0, 0));
    case cel::Completion::What::keyword: return of_sign(name);
    }
    return {};
}

} // namespace ui::sieve
