// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/scan.h"

#include "app/json/utf8.h"
#include "app/json/writer.h"

#include <simdjson.h>

namespace json {

namespace {

using Implementation = simdjson::internal::dom_parser_implementation;

base::Fault malformed(std::string detail, std::size_t offset) {
    return {base::FaultCode::malformed, std::move(detail), "byte " + std::to_string(offset)};
}

/// The fast scan says that something is wrong; these find out where.
base::Fault place_bad_utf8(std::string_view text) {
    return malformed("this is not UTF-8", valid_utf8_prefix(text));
}

base::Fault place_bad_string(std::string_view text) {
    std::size_t start = 0;
    bool inside = false;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const auto byte = static_cast<std::uint8_t>(text[index]);
        if (byte == '"') {
            inside = !inside;
            start = index;
        } else if (inside && byte == '\\') {
            ++index;
        } else if (inside && byte < 0x20) {
            return malformed("a control character stands unescaped in a string", index);
        }
    }
    return malformed("a string does not end", start);
}

base::Fault fault_of(simdjson::error_code error, std::string_view text) {
    if (valid_utf8_prefix(text) != text.size()) {
        return place_bad_utf8(text);
    }
    if (error == simdjson::EMPTY) {
        return malformed("there is no value", 0);
    }
    if (error == simdjson::UNCLOSED_STRING || error == simdjson::UNESCAPED_CHARS) {
        return place_bad_string(text);
    }
    return {base::FaultCode::exhausted, simdjson::error_message(error), {}};
}

} // namespace

struct Scanner::Engine {
    std::unique_ptr<Implementation> implementation;
};

Scanner::Scanner()
    : engine_(std::make_unique<Engine>()) {}

Scanner::~Scanner() = default;

base::Done Scanner::scan(std::string_view text) {
    auto& implementation = engine_->implementation;
    if (implementation == nullptr || implementation->capacity() < text.size()) {
        // Twice the need, so that growing documents do not allocate each time; depth is TapeBuilder's matter.
        const std::size_t capacity = std::max<std::size_t>(4096, text.size() * 2);
        implementation.reset();
        const auto error =
            simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1, implementation);
        if (error != simdjson::SUCCESS) {
            implementation.reset();
            return fault_of(error, {});
        }
    }
    const auto error = implementation->stage1(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(),
                                              simdjson::stage1_mode::regular);
    return error == simdjson::SUCCESS ? base::Done() : base::Done(fault_of(error, text));
}

std::span<const std::uint32_t> Scanner::tokens() const {
    const auto& implementation = *engine_->implementation;
    return {implementation.structural_indexes.get(), implementation.n_structural_indexes};
}

bool is_utf8(std::string_view bytes) {
    return simdjson::validate_utf8(bytes.data(), bytes.size());
}

} // namespace json
