// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/type.h"

#include <algorithm>

namespace cel {

Type Type::list(Type item) {
    Type type(Kind::list);
    type.parts_ = std::make_shared<const std::vector<Type>>(1, std::move(item));
    return type;
}

Type Type::map(Type key, Type value) {
    Type type(Kind::map);
    type.parts_ = std::make_shared<const std::vector<Type>>(std::vector<Type>{std::move(key), std::move(value)});
    return type;
}

Type Type::record(std::shared_ptr<const RecordShape> shape) {
    Type type(Kind::record);
    type.shape_ = std::move(shape);
    return type;
}

Type Type::item() const {
    return kind_ == Kind::list && parts_ ? parts_->front() : Type();
}

Type Type::key() const {
    return kind_ == Kind::map && parts_ ? parts_->front() : Type();
}

Type Type::value() const {
    return kind_ == Kind::map && parts_ ? parts_->back() : Type();
}

std::string Type::to_text() const {
    if (kind_ == Kind::list) {
        return "list(" + item().to_text() + ")";
    }
    if (kind_ == Kind::map) {
        return "map(" + key().to_text() + ", " + value().to_text() + ")";
    }
    if (kind_ == Kind::record && shape_) {
        return shape_->name;
    }
    if (kind_ == Kind::timestamp) {
        return "timestamp";
    }
    return kind_ == Kind::duration ? "duration" : std::string(name_of(kind_));
}

bool operator==(const Type& left, const Type& right) {
    return left.kind_ == right.kind_ && left.shape_ == right.shape_ && left.item().kind_ == right.item().kind_ &&
           (left.parts_ == right.parts_ || (left.kind_ == Kind::list && left.item() == right.item()) ||
            (left.kind_ == Kind::map && left.key() == right.key() && left.value() == right.value()));
}

std::optional<std::uint32_t> RecordShape::find(std::string_view field) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& candidate) { return candidate.name == field; });
    if (found == fields.end()) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(found - fields.begin());
}

bool fits(const Type& given, const Type& asked) {
    if (given.is(Kind::dyn) || asked.is(Kind::dyn)) {
        return true;
    }
    if (given.kind() != asked.kind()) {
        return false;
    }
    switch (given.kind()) {
    case Kind::list: return fits(given.item(), asked.item());
    case Kind::map: return fits(given.key(), asked.key()) && fits(given.value(), asked.value());
    case Kind::record: return given.shape() == asked.shape();
    case Kind::absent:
    case Kind::error:
    case Kind::dyn:
    case Kind::null:
    case Kind::boolean:
    case Kind::integer:
    case Kind::unsigned_integer:
    case Kind::real:
    case Kind::string:
    case Kind::bytes:
    case Kind::timestamp:
    case Kind::duration:
    case Kind::money:
    case Kind::type: break;
    }
    return true;
}

Type joined(const Type& left, const Type& right) {
    if (left.kind() != right.kind()) {
        return {};
    }
    if (left.is(Kind::list)) {
        return Type::list(joined(left.item(), right.item()));
    }
    if (left.is(Kind::map)) {
        return Type::map(joined(left.key(), right.key()), joined(left.value(), right.value()));
    }
    return left == right ? left : Type();
}

} // namespace cel
