// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/kind.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cel {

struct RecordShape;

/// The static type of an expression or of a declared name.
class Type {
public:
    /// A type without parts; for list and map: of anything.
    Type(Kind kind = Kind::dyn)
        : kind_(kind) {}
    [[nodiscard]] static Type list(Type item);
    [[nodiscard]] static Type map(Type key, Type value);
    [[nodiscard]] static Type record(std::shared_ptr<const RecordShape> shape);

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] bool is(Kind kind) const { return kind_ == kind; }
    [[nodiscard]] Type item() const;  ///< of a list
    [[nodiscard]] Type key() const;   ///< of a map
    [[nodiscard]] Type value() const; ///< of a map
    [[nodiscard]] const RecordShape* shape() const { return shape_.get(); }

    /// "list(string)", "map(int, dyn)", "line"
    [[nodiscard]] std::string to_text() const;

    friend bool operator==(const Type& left, const Type& right);

private:
    Kind kind_;
    std::shared_ptr<const std::vector<Type>> parts_;
    std::shared_ptr<const RecordShape> shape_;
};

struct Field {
    std::string name;
    Type type;
    std::string description; ///< one line for completion, English
};

/// The fields of a record, in the order of its values.
struct RecordShape {
    std::string name;
    std::vector<Field> fields;

    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view field) const;
};

/// Whether a value of the one type may stand where the other is asked for; dyn fits everything.
[[nodiscard]] bool fits(const Type& given, const Type& asked);

/// The narrowest type that both fit: the same type, or dyn (inside lists and maps as well).
[[nodiscard]] Type joined(const Type& left, const Type& right);

} // namespace cel
