// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/schema_set.h"

#include <QFile>
#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <map>

namespace {

using Adapter = valijson::adapters::QtJsonAdapter;

std::string told(valijson::ValidationResults& results) {
    std::string text;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const std::string& step : error.context) {
            text += step;
        }
        text += ": " + error.description + "\n";
    }
    return text;
}

} // namespace

struct SchemaSet::State {
    std::map<std::string, QJsonValue> files;
    std::map<std::string, std::unique_ptr<valijson::Schema>> schemas;

    const QJsonValue& file(const std::string& name) {
        auto [found, fresh] = files.try_emplace(name);
        if (fresh) {
            QFile file(SchemaSet::path(QStringLiteral("schemas/") + QString::fromStdString(name)));
            if (file.open(QIODevice::ReadOnly)) {
                found->second = QJsonDocument::fromJson(file.readAll()).object();
            }
        }
        return found->second;
    }

    /// The parsed schema; of a part of a file, by a schema that does nothing but refer to it.
    const valijson::Schema& schema(const std::string& name) {
        auto [found, fresh] = schemas.try_emplace(name);
        if (fresh) {
            found->second = std::make_unique<valijson::Schema>();
            const QJsonObject referring{
                {QStringLiteral("allOf"),
                 QJsonArray{QJsonObject{{QStringLiteral("$ref"), QString::fromStdString(name)}}}}};
            const QJsonValue root = referring;
            valijson::SchemaParser parser;
            parser.populateSchema(
                Adapter(root), *found->second, [this](const std::string& uri) { return &file(uri); },
                [](const QJsonValue*) {});
        }
        return *found->second;
    }
};

SchemaSet::SchemaSet()
    : state_(std::make_unique<State>()) {}
SchemaSet::~SchemaSet() = default;

QString SchemaSet::path(const QString& below) {
    return QStringLiteral(REEVE_PROTOCOL_DIR "/") + below;
}

QJsonObject SchemaSet::file(const std::string& name) {
    return state_->file(name).toObject();
}

std::optional<std::string> SchemaSet::event_complaint(std::string_view json) {
    const QJsonObject event =
        QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size()))).object();
    const std::string name = event[QLatin1String("type")].toString().toStdString() + ".json";
    if (file(name).isEmpty()) {
        return "there is no schema " + name;
    }
    return complaint(name, json);
}

std::optional<std::string> SchemaSet::complaint(const std::string& schema, std::string_view json) {
    try {
        const QByteArray bytes(json.data(), static_cast<qsizetype>(json.size()));
        const QJsonDocument document = QJsonDocument::fromJson(bytes);
        const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::ValidationResults results;
        if (validator.validate(state_->schema(schema), Adapter(value), &results)) {
            return std::nullopt;
        }
        return told(results);
    } catch (const std::exception& error) {
        return std::string("the schema cannot be used: ") + error.what();
    }
}
