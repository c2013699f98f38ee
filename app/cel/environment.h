// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/type.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cel {

/// The place of a declared name in every row.
using Slot = std::uint32_t;

/// A name that expressions may use. Dots are allowed ("supplier.id"): the longest declared prefix wins, as CEL says.
struct Name {
    std::string name;
    Type type;
    std::string description; ///< one line for completion, English
};

/// The names of one kind of row (a transaction with its facts, a row of a table). Declared once, used by every
/// expression over it; a row is then a span of values in the order of declaration.
class Environment {
public:
    /// The slot of the name. Declaring a name again gives its first slot and changes nothing.
    Slot declare(std::string name, Type type, std::string description = {});

    [[nodiscard]] std::optional<Slot> find(std::string_view name) const;
    [[nodiscard]] const std::vector<Name>& names() const { return names_; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

private:
    std::vector<Name> names_;
    std::map<std::string, Slot, std::less<>> slots_;
};

} // namespace cel
