// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/reader.h"

#include "app/json/scan.h"
#include "app/json/tape_builder.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace json {

namespace {

/// Whatever a caller asks for: the reader recurses, and offsets are 32 bits.
constexpr std::size_t deepest = 1000;
constexpr std::size_t longest = std::size_t{1} << 30U;

} // namespace

class Reader::State {
public:
    explicit State(Limits limits)
        : limits_{std::min(limits.depth, deepest), std::min(limits.bytes, longest)} {}

    base::Result<View> read(std::string_view text) {
        if (text.size() > limits_.bytes) {
            return base::Fault{base::FaultCode::too_large, "longer than " + std::to_string(limits_.bytes) + " bytes",
                               "byte " + std::to_string(limits_.bytes)};
        }
        reserve(text.size());
        std::copy(text.begin(), text.end(), buffer_.get());
        std::memset(buffer_.get() + text.size(), 0, Scanner::padding);
        REEVE_TRY(scanner_.scan({buffer_.get(), text.size()}));
        const auto length = static_cast<std::uint32_t>(text.size());
        const auto room = static_cast<std::uint32_t>(text.size() + Scanner::padding);
        REEVE_TRY(builder_.build({buffer_.get(), length, room, scanner_.tokens()}, limits_.depth, tape_));
        return View(tape_, 0);
    }

private:
    void reserve(std::size_t length) {
        const std::size_t needed = length * 2 + Scanner::padding;
        if (needed > capacity_) {
            capacity_ = std::max<std::size_t>(needed * 2, 4096);
            buffer_ = std::make_unique_for_overwrite<char[]>(capacity_);
        }
    }

    Limits limits_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
    Scanner scanner_;
    TapeBuilder builder_;
    Tape tape_;
};

Reader::Reader(Limits limits)
    : state_(std::make_unique<State>(limits)) {}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

base::Result<View> Reader::read(std::string_view text) {
    try {
        return state_->read(text);
    } catch (const std::bad_alloc&) {
        return base::Fault{base::FaultCode::exhausted, "not enough memory for the document", {}};
    }
}

base::Result<Document> Document::parse(std::string_view text, Limits limits) {
    Reader reader(limits);
    const auto root = reader.read(text);
    if (!root) {
        return root.fault();
    }
    return Document(std::move(reader), *root);
}

} // namespace json
