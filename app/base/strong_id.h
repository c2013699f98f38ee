// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace base {

/// An identifier that cannot be mixed up with another kind of identifier. Holds UTF-8 bytes exactly as received, so it
/// is as untrusted as any other outside text: there is no conversion to QString, show it through app/text.
template <class Tag>
class StrongId {
public:
    StrongId() = default;
    explicit StrongId(std::string bytes)
        : bytes_(std::move(bytes)) {}

    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

    friend auto operator<=>(const StrongId&, const StrongId&) = default;

private:
    std::string bytes_;
};

} // namespace base

template <class Tag>
struct std::hash<base::StrongId<Tag>> {
    std::size_t operator()(const base::StrongId<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.bytes());
    }
};
