// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/piece.h"

#include "app/text/code_point.h"

#include <algorithm>
#include <cstdio>

namespace text {

namespace {

constexpr char32_t opening = U'⟦';
constexpr char32_t closing = U'⟧';
constexpr char32_t line_sign = U'⏎';
constexpr char32_t tab_sign = U'⇥';
constexpr char32_t continued_sign = U'↪';
constexpr char32_t no_base = U'◌';

constexpr std::size_t longest_run = 8;          // of one line break, tab or blank
constexpr std::size_t longest_indent = 32;      // blanks in a passage, where code and tables are indented
constexpr std::size_t longest_mixed_hidden = 4; // different hidden characters told one by one
constexpr std::size_t longest_tag_text = 80;

std::u32string ascii(const std::string& text) {
    return {text.begin(), text.end()};
}

std::u32string times(std::size_t count) {
    return count > 1 ? U"×" + ascii(std::to_string(count)) : std::u32string();
}

} // namespace

std::u32string token(char32_t point, std::size_t count, bool and_others) {
    char name[16];
    if (point >= not_utf8) {
        std::snprintf(name, sizeof name, "0x%02X", static_cast<unsigned>(point - not_utf8));
    } else {
        std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(point));
    }
    std::u32string made(1, opening);
    made += ascii(name);
    if (and_others) {
        made += U"…";
    }
    return made + times(count) + closing;
}

Piece Pieces::next() {
    const char32_t point = points_[at_];
    if (point == U'\n' || point == U'\r') {
        return line_break();
    }
    if (point == U'\t') {
        return tab();
    }
    if (is_blank(point)) {
        return blanks();
    }
    if (is_hidden(point)) {
        return hidden();
    }
    if (is_mark(point)) {
        return mark();
    }
    ++at_;
    const bool ours = point == opening || point == closing ||
                      (manner_.one_line && (point == line_sign || point == tab_sign)) || point == continued_sign;
    has_base_ = !ours;
    marks_on_base_ = 0;
    return {ours ? token(point) : std::u32string(1, point)};
}

std::size_t Pieces::run_of(char32_t point) const {
    std::size_t end = at_;
    while (end < points_.size() && points_[end] == point) {
        ++end;
    }
    return end - at_;
}

/// The length of the line break at `at` (CR LF is one); 0 when there is none.
std::size_t Pieces::break_at(std::size_t at) const {
    if (at >= points_.size() || (points_[at] != U'\n' && points_[at] != U'\r')) {
        return 0;
    }
    return points_[at] == U'\r' && at + 1 < points_.size() && points_[at + 1] == U'\n' ? 2 : 1;
}

Piece Pieces::line_break() {
    has_base_ = false;
    const std::size_t after_first = at_ + break_at(at_);
    if (!manner_.exact_blanks) {
        std::size_t breaks = 0;
        std::size_t end = at_;
        for (std::size_t length = break_at(end); length > 0; length = break_at(end)) {
            end += length;
            ++breaks;
        }
        if (breaks > longest_run) {
            at_ = end;
            return {token(U'\n', breaks)};
        }
    }
    at_ = after_first;
    if (manner_.one_line) {
        return {std::u32string(1, line_sign)};
    }
    return {{}, true};
}

Piece Pieces::tab() {
    has_base_ = false;
    const std::size_t run = manner_.exact_blanks ? 1 : run_of(U'\t');
    if (run > longest_run) {
        at_ += run;
        return {token(U'\t', run)};
    }
    ++at_;
    if (manner_.one_line) {
        return {std::u32string(1, tab_sign)};
    }
    return {manner_.exact_blanks ? U"\t" : U"    "};
}

Piece Pieces::blanks() {
    has_base_ = false;
    if (manner_.exact_blanks) {
        return {std::u32string(1, points_[at_++])};
    }
    std::size_t end = at_;
    while (end < points_.size() && is_blank(points_[end])) {
        ++end;
    }
    const std::size_t run = end - at_;
    const bool alone = at_ == 0 && end == points_.size();
    at_ = end;
    if (alone || run > (manner_.one_line ? longest_run : longest_indent)) {
        return {token(U' ', run)};
    }
    return {std::u32string(run, U' ')};
}

bool Pieces::does_honest_work() const {
    // Only right after what it serves: not after a token that stands between.
    return has_base_ && (serves_emoji(points_, at_) || (manner_.spelling && serves_spelling(points_, at_)));
}

Piece Pieces::hidden() {
    const char32_t first = points_[at_];
    if (does_honest_work()) {
        ++at_; // belongs to its base, so marks go on being counted
        return {std::u32string(1, first)};
    }
    has_base_ = false;
    if (is_tag(first)) {
        return tags();
    }
    std::size_t end = at_;
    while (end < points_.size() && is_hidden(points_[end]) && !is_tag(points_[end])) {
        ++end;
    }
    const std::size_t same = run_of(first);
    const std::size_t all = end - at_;
    if (all > longest_mixed_hidden && same < all) {
        at_ = end;
        return {token(first, all, true)};
    }
    at_ += same;
    return {token(first, same)};
}

Piece Pieces::tags() {
    std::u32string said;
    std::size_t count = 0;
    for (; at_ < points_.size() && is_tag(points_[at_]); ++at_, ++count) {
        if (said.size() < longest_tag_text) {
            said += points_[at_] - 0xE0000;
        }
    }
    if (count > longest_tag_text) {
        said += U"…" + times(count);
    }
    return {opening + (U"tags: " + said) + closing};
}

Piece Pieces::mark() {
    if (!has_base_) {
        has_base_ = true;
        marks_on_base_ = 1;
        return {std::u32string{no_base, points_[at_++]}};
    }
    if (marks_on_base_ < manner_.marks) {
        ++marks_on_base_;
        return {std::u32string(1, points_[at_++])};
    }
    std::size_t count = 0;
    while (at_ < points_.size() && is_mark(points_[at_]) && !is_hidden(points_[at_])) {
        ++at_;
        ++count;
    }
    has_base_ = false;
    return {opening + (U"◌" + (count > 1 ? times(count) : std::u32string(U"×1"))) + closing};
}

} // namespace text
