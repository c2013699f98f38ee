// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/times.h"
#include "app/json/value.h"
#include "app/policy/vocabulary.h"

#include <algorithm>

namespace policy {

namespace {

using cel::Kind;
using cel::Type;
using cel::Value;

Value value_from(const json::View& json, const Type& type, cel::Arena& arena);

Value money_from(std::string_view text) {
    const std::size_t blank = text.find(' ');
    const auto currency =
        domain::Currency::from_code(blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1));
    const auto amount = currency ? domain::from_decimal(text.substr(0, blank), *currency)
                                 : base::Result<domain::Money>(currency.fault());
    return amount ? Value::money(*amount) : Value::error(cel::ErrorCode::bad_conversion);
}

Value record_from(const json::View& json, const cel::RecordShape& shape, cel::Arena& arena) {
    std::vector<Value> fields(shape.fields.size());
    for (const json::View one : json) {
        const auto field = shape.find(one.key());
        if (!field) {
            return Value::error(cel::ErrorCode::no_such_field);
        }
        fields[*field] = value_from(one, shape.fields[*field].type, arena);
        if (fields[*field].is_error()) {
            return fields[*field];
        }
    }
    return arena.record(shape, fields);
}

Value list_from(const json::View& json, const Type& item, cel::Arena& arena) {
    std::vector<Value> items;
    for (const json::View one : json) {
        items.push_back(value_from(one, item, arena));
        if (items.back().is_error()) {
            return items.back();
        }
    }
    return arena.list(items);
}

Value value_from(const json::View& json, const Type& type, cel::Arena& arena) {
    if (json.is_null()) {
        return {};
    }
    if (type.is(Kind::string) && json.is_string()) {
        return arena.string(json.string());
    }
    if (type.is(Kind::money) && json.is_string()) {
        return money_from(json.string());
    }
    if (type.is(Kind::boolean) && json.kind() == json::Kind::boolean) {
        return Value::boolean(json.boolean());
    }
    if (const auto number = type.is(Kind::integer) ? json.int32() : std::nullopt) {
        return Value::integer(*number);
    }
    if (const auto moment =
            type.is(Kind::timestamp) && json.is_string() ? cel::read_timestamp(json.string()) : std::nullopt) {
        return Value::timestamp(*moment);
    }
    if (type.is(Kind::list) && json.is_array()) {
        return list_from(json, type.item(), arena);
    }
    if (type.shape() != nullptr && json.is_object()) {
        return record_from(json, *type.shape(), arena);
    }
    return Value::error(cel::ErrorCode::bad_conversion);
}

} // namespace

base::Done give(const std::map<std::string, std::string>& given, std::vector<Value>& row, cel::Arena& arena) {
    for (const auto& [name, text] : given) {
        const auto slot = vocabulary().find(name);
        if (!slot) {
            return base::Fault{base::FaultCode::not_found, "no name of the vocabulary: " + name, name};
        }
        const cel::Type& type = vocabulary().names()[*slot].type;
        const auto json = json::Document::parse(text);
        const Value value = json ? value_from(json->root(), type, arena) : Value::error(cel::ErrorCode::bad_conversion);
        if (value.is_error()) {
            return base::Fault{base::FaultCode::malformed, "not a value of the type " + type.to_text() + ": " + text,
                               name};
        }
        row[*slot] = value;
    }
    for (const char* same : {"net", "commitment", "together.total"}) {
        if (given.contains("gross") && !given.contains(same)) {
            row[slot_of(same)] = row[slot_of("gross")];
        }
    }
    return {};
}

} // namespace policy
