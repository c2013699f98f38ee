// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/projection/books.h"

#include <functional>
#include <memory>
#include <string_view>

namespace projection {

/// Books to bytes and back, so that a start does not have to fold the whole record. The bytes of two books are the
/// same exactly when the same was folded: what is unordered in memory is written in an order. They are no record:
/// whoever keeps them keeps beside them what tells which part of which record they are made of, and folds that part
/// again when anything does not fit.
class BooksCodec {
public:
    /// Has to rise with every change of what folding comes to, and of the form of these bytes: books of another number
    /// are made anew. tests/projection/tst_books_codec compares the bytes of a fixed feed with what they were.
    static constexpr std::uint32_t form = 4;

    /// In pieces of about 64 KiB.
    static void write(const Books& books, const std::function<void(std::string_view)>& sink);
    /// Nothing when the bytes are not what write() makes.
    [[nodiscard]] static std::unique_ptr<Books> read(std::string_view bytes, std::size_t most_open = Books::usual_open);

private:
    template <class Io>
    static void cube(Io& io, SpendCube& cube);
    template <class Io>
    static void agents(Io& io, AgentBook& book);
    template <class Io>
    static void state(Io& io, Books& books);
    static void write_orders(class Packer& packer, const Books& books);
    static void read_orders(class Unpacker& unpacker, Books& books);
};

} // namespace projection
