// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/functions.h"

#include <array>

namespace cel {

namespace {

using enum Kind;
using enum Function;

void add_text(std::vector<Signature>& all) {
    for (const Kind kind : {string, bytes, list, map}) {
        all.push_back({"size", size, false, {kind}, integer, "How many characters, bytes, items or entries"});
        all.push_back({"size", size, true, {kind}, integer, "How many characters, bytes, items or entries"});
    }
    all.push_back({"contains", contains, true, {string, string}, boolean, "The text has this part somewhere"});
    all.push_back({"startsWith", starts_with, true, {string, string}, boolean, "The text begins with this"});
    all.push_back({"endsWith", ends_with, true, {string, string}, boolean, "The text ends with this"});
    for (const bool method : {true, false}) {
        all.push_back(
            {"matches", matches, method, {string, string}, boolean, "A regular expression (RE2) fits a part"});
    }
    all.push_back({"lowerAscii", lower_ascii, true, {string}, string, "A to Z as small letters"});
    all.push_back({"upperAscii", upper_ascii, true, {string}, string, "a to z as capitals"});
    all.push_back({"trim", trim, true, {string}, string, "Without blanks at both ends"});
}

void add_conversions(std::vector<Signature>& all) {
    const auto add = [&](std::string_view name, Function function, Kind result, std::initializer_list<Kind> from,
                         std::string_view description) {
        for (const Kind kind : from) {
            all.push_back({name, function, false, {kind}, result, description});
        }
    };
    add("bool", to_bool, boolean, {boolean, string}, "The text true or false as a value");
    add("int", to_int, integer, {integer, unsigned_integer, real, string, timestamp}, "As a whole number");
    add("uint", to_uint, unsigned_integer, {unsigned_integer, integer, real, string}, "As a number not below zero");
    add("double", to_double, real, {real, integer, unsigned_integer, string}, "As a number with a fraction");
    add("string", to_string, string,
        {string, boolean, integer, unsigned_integer, real, bytes, timestamp, duration, money}, "As text");
    add("bytes", to_bytes, bytes, {bytes, string}, "The UTF-8 of the text");
    add("timestamp", to_timestamp, timestamp, {timestamp, string, integer}, "A moment: '2026-03-01T17:55:00Z'");
    add("duration", to_duration, duration, {duration, string}, "A span of time: '36h', '90s'");
    add("dyn", to_dyn, dyn, {dyn}, "The value without its type");
    add("type", type_of, type, {dyn}, "The type of the value");
}

void add_money(std::vector<Signature>& all) {
    all.push_back({"money", to_money, false, {string}, money, "An amount: '10000.00 EUR'"});
    all.push_back({"money", to_money, false, {string, string}, money, "An amount: '10000.00', 'EUR'"});
    all.push_back({"currency", currency, true, {money}, string, "The ISO 4217 code"});
    all.push_back({"minorUnits", minor_units, true, {money}, integer, "Cents, pence or yen"});
    all.push_back({"abs", absolute, true, {money}, money, "The amount without its sign"});
    all.push_back({"to", exchanged, true, {money, string}, money, "In a currency, at the policy's rates"});
}

void add_times(std::vector<Signature>& all) {
    struct Getter {
        std::string_view name;
        Function function;
        bool of_duration;
        std::string_view description;
    };
    static constexpr std::array getters = {
        Getter{"getFullYear", full_year, false, "The year"},
        Getter{"getMonth", month, false, "The month from 0"},
        Getter{"getDayOfMonth", day_of_month, false, "The day of the month from 0"},
        Getter{"getDate", date, false, "The day of the month from 1"},
        Getter{"getDayOfWeek", day_of_week, false, "The day of the week, Sunday is 0"},
        Getter{"getDayOfYear", day_of_year, false, "The day of the year from 0"},
        Getter{"getHours", hours, true, "The hour of a day, or whole hours of a span"},
        Getter{"getMinutes", minutes, true, "The minute of an hour, or whole minutes of a span"},
        Getter{"getSeconds", seconds, true, "The second of a minute, or whole seconds of a span"},
        Getter{"getMilliseconds", milliseconds, true, "The milliseconds of the second"}};
    for (const Getter& getter : getters) {
        all.push_back({getter.name, getter.function, true, {timestamp}, integer, getter.description});
        all.push_back({getter.name, getter.function, true, {timestamp, string}, integer, getter.description});
        if (getter.of_duration) {
            all.push_back({getter.name, getter.function, true, {duration}, integer, getter.description});
        }
    }
}

} // namespace

const std::vector<Signature>& signatures() {
    static const std::vector<Signature> table = [] {
        std::vector<Signature> all;
        add_text(all);
        add_conversions(all);
        add_money(all);
        add_times(all);
        return all;
    }();
    return table;
}

std::string to_text(const Signature& signature) {
    std::string text = std::string(signature.name) + "(";
    for (std::size_t index = signature.method ? 1 : 0; index < signature.parameters.size(); ++index) {
        text += (index > (signature.method ? 1U : 0U) ? ", " : "") + signature.parameters[index].to_text();
    }
    return text + ") -> " + signature.result.to_text();
}

Kind type_named(std::string_view name) {
    for (const Kind kind :
         {null, boolean, integer, unsigned_integer, real, string, bytes, timestamp, duration, money, list, map, type}) {
        if (name == name_of(kind)) {
            return kind;
        }
    }
    return absent;
}

} // namespace cel
