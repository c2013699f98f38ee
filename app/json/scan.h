// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace json {

/// The first pass over a document, in simdjson: checks UTF-8, quotes and control characters with the widest vectors of
/// this processor, and lists where brackets, colons, commas, strings and other scalars begin. Everything after that is
/// decided in TapeBuilder, where the strict rules are. Only scan.cpp sees simdjson.
class Scanner {
public:
    /// Bytes that must be readable (and are ignored) behind the text.
    static constexpr std::size_t padding = 64;

    Scanner();
    ~Scanner();
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;

    /// Scans `text`, behind which `padding` bytes follow. Faults: malformed with "byte n", exhausted (no memory).
    [[nodiscard]] base::Done scan(std::string_view text);

    /// Offsets of the tokens of the last text; one more element behind the end is the length of the text.
    [[nodiscard]] std::span<const std::uint32_t> tokens() const;

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace json
