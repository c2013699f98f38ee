// SPDX-License-Identifier: GPL-3.0-or-later
//
// The canonical form is JSON that the reader takes, it does not change when it is made again, and the tree gives the
// same bytes as the view. Where the input is no JSON it is written as a string, which must come back unchanged when
// it is UTF-8.
#include "app/json/value.h"
#include "app/json/writer.h"

#include <cstdlib>

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void try_as_string(std::string_view text) {
    std::string out;
    json::append_string(out, text);
    const auto read = json::Document::parse(out, {1, out.size()});
    require(read.ok());
    require(!json::is_utf8(text) || read->root().string() == text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto once = json::canonicalize(text);
    if (!once) {
        try_as_string(text);
        return 0;
    }
    // Numbers may become longer (1e20 is refused, 1e-6 becomes 0.000001), so the second reading has room.
    const auto twice = json::canonicalize(*once, {32, once->size()});
    require(twice.ok() && *twice == *once);
    const auto document = json::Document::parse(text);
    require(json::canonical(json::Value::from(document->root())) == *once);
    return 0;
}
