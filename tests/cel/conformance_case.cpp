// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cel/conformance_case.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace {

using cel::Kind;
using cel::Type;
using cel::Value;

QString text(const QJsonObject& object, const char* name) {
    return object[QLatin1String(name)].toString();
}

ConformanceCase case_from(const QJsonObject& json) {
    static const QRegularExpression messages(QStringLiteral("TestAllTypes|google\\.protobuf\\.[A-Za-z0-9]+\\s*\\{"));
    ConformanceCase one;
    one.name = text(json, "file") + u'/' + text(json, "section") + u'/' + text(json, "name");
    one.expression = text(json, "expr").toStdString();
    one.check_types = !json[QLatin1String("disable_check")].toBool();
    one.needs_messages = messages.match(text(json, "expr")).hasMatch();
    one.expects_error = json.contains(QLatin1String("eval_error"));
    one.expected = json[QLatin1String("value")].toObject();
    one.bindings = json[QLatin1String("bindings")].toObject();
    one.declared = json[QLatin1String("type_env")].toArray();
    return one;
}

Type type_from(const QJsonObject& json) {
    const QString primitive = text(json, "primitive");
    static const QHash<QString, Kind> kinds = {{QStringLiteral("BOOL"), Kind::boolean},
                                               {QStringLiteral("INT64"), Kind::integer},
                                               {QStringLiteral("UINT64"), Kind::unsigned_integer},
                                               {QStringLiteral("DOUBLE"), Kind::real},
                                               {QStringLiteral("STRING"), Kind::string},
                                               {QStringLiteral("BYTES"), Kind::bytes}};
    if (kinds.contains(primitive)) {
        return kinds[primitive];
    }
    if (json.contains(QLatin1String("map_type"))) {
        const QJsonObject map = json[QLatin1String("map_type")].toObject();
        return Type::map(type_from(map[QLatin1String("key_type")].toObject()),
                         type_from(map[QLatin1String("value_type")].toObject()));
    }
    if (json.contains(QLatin1String("list_type"))) {
        return Type::list(
            type_from(json[QLatin1String("list_type")].toObject()[QLatin1String("elem_type")].toObject()));
    }
    if (text(json, "message_type") == QStringLiteral("google.protobuf.Duration")) {
        return Kind::duration;
    }
    return json.contains(QLatin1String("null")) ? Kind::null : Kind::dyn;
}

Value list_from(const QJsonObject& json, cel::Arena& arena) {
    std::vector<Value> items;
    for (const QJsonValue& item : json[QLatin1String("values")].toArray()) {
        items.push_back(value_from(item.toObject(), arena));
    }
    return arena.list(items);
}

Value map_from(const QJsonObject& json, cel::Arena& arena) {
    std::vector<Value> entries;
    for (const QJsonValue& entry : json[QLatin1String("entries")].toArray()) {
        entries.push_back(value_from(entry[QLatin1String("key")].toObject(), arena));
        entries.push_back(value_from(entry[QLatin1String("value")].toObject(), arena));
    }
    return arena.map(entries);
}

Value type_value(const QString& name) {
    for (int kind = 0; kind <= static_cast<int>(Kind::type); ++kind) {
        const std::string_view known = cel::name_of(static_cast<Kind>(kind));
        if (name == QLatin1String(known.data(), static_cast<int>(known.size()))) {
            return Value::type(static_cast<Kind>(kind));
        }
    }
    return {};
}

/// "123.321456789s" of a bound google.protobuf.Duration.
Value object_from(const QJsonObject& json) {
    const double seconds = text(json, "value").chopped(1).toDouble();
    return Value::duration(std::chrono::nanoseconds(std::llround(seconds * 1e9)));
}

} // namespace

Value value_from(const QJsonObject& json, cel::Arena& arena) {
    const auto member = [&](const char* name) { return json[QLatin1String(name)]; };
    if (json.isEmpty()) {
        return Value::boolean(true);
    }
    const QString name = json.keys().front();
    const QByteArray raw = json[name].toString().toUtf8();
    if (name == QStringLiteral("bool_value")) {
        return Value::boolean(json[name].toBool());
    }
    if (name == QStringLiteral("int64_value")) {
        return Value::integer(raw.toLongLong());
    }
    if (name == QStringLiteral("uint64_value")) {
        return Value::unsigned_integer(raw.toULongLong());
    }
    if (name == QStringLiteral("double_value")) {
        return Value::real(json[name].toDouble());
    }
    if (name == QStringLiteral("string_value")) {
        return arena.string(raw.toStdString());
    }
    if (name == QStringLiteral("bytes_value")) {
        return arena.octets(QByteArray::fromBase64(raw).toStdString());
    }
    if (name == QStringLiteral("type_value")) {
        return type_value(json[name].toString());
    }
    if (name == QStringLiteral("list_value")) {
        return list_from(member("list_value").toObject(), arena);
    }
    if (name == QStringLiteral("map_value")) {
        return map_from(member("map_value").toObject(), arena);
    }
    return name == QStringLiteral("object_value") ? object_from(member("object_value").toObject()) : Value::null();
}

std::vector<ConformanceCase> conformance_cases(const QString& folder) {
    std::vector<ConformanceCase> all;
    for (const QString& file : QDir(folder).entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name)) {
        QFile lines(folder + u'/' + file);
        if (!lines.open(QIODevice::ReadOnly)) {
            return {};
        }
        while (!lines.atEnd()) {
            all.push_back(case_from(QJsonDocument::fromJson(lines.readLine()).object()));
        }
    }
    return all;
}

void declare(const ConformanceCase& one, cel::Environment& environment, std::vector<Value>& row, cel::Arena& arena) {
    for (const QJsonValue& entry : one.declared) {
        const QString name = text(entry.toObject(), "name");
        const QJsonObject type = entry[QLatin1String("ident")][QLatin1String("type")].toObject();
        environment.declare(name.toStdString(), type_from(type));
    }
    for (const QString& name : one.bindings.keys()) {
        environment.declare(name.toStdString(), Type());
    }
    row.resize(environment.size());
    for (const QString& name : one.bindings.keys()) {
        row[*environment.find(name.toStdString())] =
            value_from(one.bindings[name][QLatin1String("value")].toObject(), arena);
    }
}

bool identical(const Value& left, const Value& right) {
    if (left.kind() != right.kind()) {
        return false;
    }
    const auto one = left.is(Kind::map)    ? left.entries()
                     : left.is(Kind::list) ? left.items()
                                           : std::span<const Value>();
    const auto other = right.is(Kind::map)    ? right.entries()
                       : right.is(Kind::list) ? right.items()
                                              : std::span<const Value>();
    if (left.is(Kind::list)) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(), identical);
    }
    if (left.is(Kind::map)) {
        bool all = one.size() == other.size();
        for (std::size_t index = 0; all && index < one.size(); index += 2) {
            bool found = false;
            for (std::size_t twin = 0; twin < other.size(); twin += 2) {
                found = found || (identical(one[index], other[twin]) && identical(one[index + 1], other[twin + 1]));
            }
            all = found;
        }
        return all;
    }
    if (left.is(Kind::real)) {
        return left.real() == right.real(); // QJsonDocument makes 0 of -0
    }
    return cel::to_text(left, 10'000) == cel::to_text(right, 10'000);
}
