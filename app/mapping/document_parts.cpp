// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/document_parts.h"

#include "app/domain/currency.h"

namespace mapping {

using base::FaultCode;
using json::Fields;
using json::View;

std::vector<std::string> strings(Fields& fields, std::string_view name) {
    std::vector<std::string> out;
    const auto list = fields.optional_array(name);
    if (!list) {
        return out;
    }
    for (const View element : *list) {
        if (!element.is_string()) {
            fields.blame(name, FaultCode::malformed, "every element must be a string");
            return {};
        }
        out.emplace_back(element.string());
    }
    return out;
}

std::vector<std::string> pointers(Fields& fields, std::string_view name) {
    auto out = strings(fields, name);
    for (const std::string& pointer : out) {
        if (pointer.empty() || pointer.front() != '/') {
            fields.blame(name, FaultCode::invalid_argument, "a pointer begins with '/', e.g. \"/arguments/amount\"");
        }
    }
    return out;
}

char one_character(Fields& fields, std::string_view name, char when_absent) {
    const std::string_view text = fields.optional_string(name);
    if (text.empty()) {
        return when_absent;
    }
    if (text.size() != 1 || static_cast<unsigned char>(text[0]) >= 0x80U) {
        fields.blame(name, FaultCode::invalid_argument, "exactly one ASCII character is needed here");
        return when_absent;
    }
    return text[0];
}

void check_currency(Fields& fields, std::string_view name, const std::string& code) {
    if (code.empty()) {
        return;
    }
    if (const auto currency = domain::Currency::from_code(code); !currency) {
        fields.blame(name, currency.fault().code, "an ISO 4217 currency code is needed here, e.g. \"GBP\"");
    }
}

} // namespace mapping
