// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/value.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace cel {

/// Memory for text, lists and records that values look at. Nothing is freed before the arena is cleared or dies, and
/// its addresses stay when it is moved.
class Arena {
public:
    /// `most`: bytes that it may hold, its bound.
    explicit Arena(std::size_t most = std::size_t{64} * 1024 * 1024)
        : most_(most) {}

    /// Room for so many values, or nullptr beyond the bound.
    [[nodiscard]] Value* values(std::size_t count);
    /// Room for so many bytes, or nullptr beyond the bound.
    [[nodiscard]] char* bytes(std::size_t count);

    /// Copies that live here; too_much_memory beyond the bound.
    [[nodiscard]] Value string(std::string_view text);
    [[nodiscard]] Value octets(std::string_view bytes);
    [[nodiscard]] Value list(std::span<const Value> items);
    [[nodiscard]] Value map(std::span<const Value> entries);
    /// `fields` as many as `shape` has; the shape must outlive the value.
    [[nodiscard]] Value record(const RecordShape& shape, std::span<const Value> fields);

    /// Forgets everything, keeps the memory for the next use.
    void clear();

private:
    struct Chunk {
        std::unique_ptr<std::byte[]> memory;
        std::size_t size = 0;
    };
    void* take(std::size_t size);
    void* take_from_next(std::size_t size);

    std::size_t most_;
    std::size_t held_ = 0;
    std::vector<Chunk> chunks_;
    std::size_t chunk_ = 0; ///< in use
    std::size_t used_ = 0;  ///< of it
};

} // namespace cel
