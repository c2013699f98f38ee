// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/reader.h"
#include "app/wire/shape.h"

#include <string>
#include <string_view>

/// Inner header of this room: a whole document that is one object with a Shape.
namespace wire {

/// Faults: malformed, too_large, unsupported.
template <class Object>
[[nodiscard]] base::Result<Object> read_document(std::string_view json, Reading reading = Reading()) {
    const auto document = json::Document::parse(json);
    if (!document) {
        return document.fault();
    }
    Object object;
    read_value(document->root(), object, reading);
    if (reading.failed()) {
        return reading.fault();
    }
    return object;
}

/// Canonical JSON behind `prefix`.
template <class Object>
[[nodiscard]] std::string write_document(const Object& object, std::string_view prefix = {}) {
    json::Writer writer{std::string(prefix)};
    write_value(writer, object);
    return writer.take();
}

} // namespace wire
