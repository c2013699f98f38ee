// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// The published JSON Schemas of resources/protocol, for tests: whatever speaks the protocol can be held against them.
class SchemaSet {
public:
    /// Schemas are read when they are first needed.
    SchemaSet();
    ~SchemaSet();
    SchemaSet(const SchemaSet&) = delete;
    SchemaSet& operator=(const SchemaSet&) = delete;

    /// What is wrong with one event in JSON by the schema of its type; nothing when all is well. An event of a type
    /// without a schema is wrong.
    [[nodiscard]] std::optional<std::string> event_complaint(std::string_view json);
    /// The same for any document: `schema` is a file of the folder, with a JSON pointer behind '#' where it is a part
    /// of one, e.g. "api.json#/definitions/claim".
    [[nodiscard]] std::optional<std::string> complaint(const std::string& schema, std::string_view json);

    /// One schema file; empty when there is none.
    [[nodiscard]] QJsonObject file(const std::string& name);
    /// A path inside of resources/protocol.
    [[nodiscard]] static QString path(const QString& below);

private:
    struct State;
    std::unique_ptr<State> state_;
};
