// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/arena.h"
#include "app/cel/environment.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

/// One line of the public conformance cases of the Common Expression Language.
struct ConformanceCase {
    QString name; ///< "file/section/name"
    std::string expression;
    bool check_types = true;
    bool needs_messages = false; ///< protobuf messages or wrapper types, which this language has not
    bool expects_error = false;
    QJsonObject expected; ///< a cel.expr.Value in its JSON form; empty: true
    QJsonObject bindings;
    QJsonArray declared;
};

/// All cases of the folder's files.
std::vector<ConformanceCase> conformance_cases(const QString& folder);

/// The names of a case and their values as a row.
void declare(const ConformanceCase& one, cel::Environment& environment, std::vector<cel::Value>& row,
             cel::Arena& arena);

/// The value that a cel.expr.Value says.
cel::Value value_from(const QJsonObject& json, cel::Arena& arena);

/// Whether two values are of the same kind and the same all the way down; the order of a map's entries does not count.
bool identical(const cel::Value& left, const cel::Value& right);
