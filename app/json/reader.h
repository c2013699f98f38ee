// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/view.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace json {

/// What a document may be at most. An array or object inside of nothing has depth 1.
struct Limits {
    std::size_t depth = 32;
    std::size_t bytes = std::size_t{1} << 20U;
};

/// Reads JSON (RFC 8259) strictly, as I-JSON (RFC 7493) asks and a little more: one document in UTF-8 without byte
/// order mark, no name twice in an object (compared after unescaping), no lone surrogate, and no number that would
/// change when a double holds it: integers beyond 2^53, overflow to infinity, underflow to nothing. Decimal fractions
/// round to the nearest double, as everywhere. Money and 64-bit integers are strings in the protocol and pass
/// untouched.
///
/// Buffers are kept from document to document, so one Reader per thread is the fast way. Not for several threads at
/// once. The caller keeps the original bytes; the Reader works on a copy.
///
/// Faults: malformed (grammar, UTF-8, duplicate name, surrogate, number), too_large (bytes or depth). `where` names
/// the place: "/data/amount (byte 123)", where the pointer is known.
class Reader {
public:
    explicit Reader(Limits limits = {});
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    /// The root of the document; valid until the next call.
    [[nodiscard]] base::Result<View> read(std::string_view text);

private:
    class State;
    std::unique_ptr<State> state_;
};

/// A document that owns what its views look at: for everything that is not the fast path.
class Document {
public:
    [[nodiscard]] static base::Result<Document> parse(std::string_view text, Limits limits = {});
    [[nodiscard]] View root() const { return root_; }

private:
    Document(Reader reader, View root)
        : reader_(std::move(reader))
        , root_(root) {}
    Reader reader_;
    View root_;
};

} // namespace json
