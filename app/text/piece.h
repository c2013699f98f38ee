// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

/// What a use of outside text needs of it.
struct Manner {
    bool one_line = true;      ///< line breaks as ⏎, tabs as ⇥
    bool spelling = false;     ///< joiners that a word needs stay (passages; in names they would make look-alikes)
    bool exact_blanks = false; ///< blanks stay as they are (exports); else all look alike and long runs are tokens
    int marks = 4;             ///< combining marks on one base
};

/// One step of the way from hostile to safe: what to show for the next code points.
struct Piece {
    std::u32string shown;
    bool line_break = false; ///< `shown` is empty then
};

/// Cuts decoded text into pieces, each of which is safe to show. Never fails, always moves on.
class Pieces {
public:
    Pieces(std::u32string_view points, const Manner& manner)
        : points_(points)
        , manner_(manner) {}

    [[nodiscard]] bool at_end() const { return at_ >= points_.size(); }
    [[nodiscard]] std::size_t position() const { return at_; }
    [[nodiscard]] Piece next();

private:
    [[nodiscard]] std::size_t run_of(char32_t point) const;
    [[nodiscard]] std::size_t break_at(std::size_t at) const;
    [[nodiscard]] Piece line_break();
    [[nodiscard]] Piece tab();
    [[nodiscard]] Piece blanks();
    [[nodiscard]] Piece hidden();
    [[nodiscard]] Piece tags();
    [[nodiscard]] Piece mark();
    [[nodiscard]] bool does_honest_work() const;

    std::u32string_view points_;
    Manner manner_;
    std::size_t at_ = 0;
    bool has_base_ = false;
    int marks_on_base_ = 0;
};

/// The visible stand-in for `count` times one character, e.g. ⟦U+202E⟧ or ⟦U+200B×37⟧; ⟦0xFF⟧ for a byte.
[[nodiscard]] std::u32string token(char32_t point, std::size_t count = 1, bool and_others = false);

} // namespace text
