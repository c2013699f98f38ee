// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/pattern_parser.h"

#include "app/cel/utf8.h"

#include <optional>

namespace cel {

namespace {

using Form = PatternTree::Form;
using Part = PatternTree::Part;
using Ranges = std::vector<std::pair<char32_t, char32_t>>;

constexpr int most_depth = 50;
constexpr int most_repeats = 1000;
constexpr std::size_t most_parts = 4000;
constexpr char32_t last_point = 0x10FFFF;

const Ranges digits = {{'0', '9'}};
const Ranges words = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
const Ranges blanks = {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};

/// Everything that sorted ranges leave out.
Ranges others(const Ranges& ranges) {
    Ranges rest;
    char32_t next = 0;
    for (const auto& [first, last] : ranges) {
        if (first > next) {
            rest.emplace_back(next, first - 1);
        }
        next = last + 1;
    }
    rest.emplace_back(next, last_point);
    return rest;
}

class PatternParser {
public:
    explicit PatternParser(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto point = next_code_point(text, at);
            failed_ = failed_ || !point;
            text_.push_back(point.value_or(0));
        }
    }

    PatternTree run() {
        if (!failed_) {
            tree_.root = choice(0);
        }
        tree_.good = !failed_ && at_ == text_.size();
        return std::move(tree_);
    }

private:
    [[nodiscard]] bool ended() const { return at_ >= text_.size(); }
    [[nodiscard]] char32_t peek() const { return ended() ? 0 : text_[at_]; }
    bool take(char32_t wanted) {
        if (ended() || text_[at_] != wanted) {
            return false;
        }
        ++at_;
        return true;
    }
    std::uint32_t fail() {
        failed_ = true;
        return 0;
    }
    std::uint32_t add(Part part) {
        if (tree_.all.size() >= most_parts) {
            return fail();
        }
        tree_.all.push_back(std::move(part));
        return static_cast<std::uint32_t>(tree_.all.size() - 1);
    }
    std::uint32_t add_form(Form form, std::vector<std::uint32_t> parts = {}) {
        Part part;
        part.form = form;
        part.parts = std::move(parts);
        return add(std::move(part));
    }
    std::uint32_t add_set(Ranges ranges, bool inverted = false) {
        Part part;
        part.form = Form::set;
        if (fold_case_) {
            fold(ranges);
        }
        part.ranges = std::move(ranges);
        part.inverted = inverted;
        return add(std::move(part));
    }
    /// Adds the other case of ASCII letters.
    static void fold(Ranges& ranges) {
        const std::size_t count = ranges.size();
        for (std::size_t index = 0; index < count; ++index) {
            const char32_t first = ranges[index].first;
            const char32_t last = ranges[index].second;
            const auto overlap = [&](char32_t from, char32_t to, char32_t by) {
                const char32_t low = std::max(first, from);
                const char32_t high = std::min(last, to);
                if (low <= high) {
                    ranges.emplace_back(low ^ by, high ^ by);
                }
            };
            overlap('a', 'z', 0x20);
            overlap('A', 'Z', 0x20);
        }
    }

    std::uint32_t choice(int depth) {
        if (depth > most_depth) {
            return fail();
        }
        std::vector<std::uint32_t> parts{sequence(depth)};
        while (!failed_ && take('|')) {
            parts.push_back(sequence(depth));
        }
        return parts.size() == 1 ? parts.front() : add_form(Form::choice, std::move(parts));
    }

    std::uint32_t sequence(int depth) {
        std::vector<std::uint32_t> parts;
        while (!failed_ && !ended() && peek() != '|' && peek() != ')') {
            parts.push_back(repeated(atom(depth)));
        }
        return add_form(Form::sequence, std::move(parts));
    }

    /// "{2}", "{2,}" or "{2,5}" behind an atom; anything else there is a literal brace, as RE2 has it.
    bool counts(int& least, int& most) {
        const std::size_t start = at_;
        const auto number = [this]() -> std::optional<int> {
            int value = 0;
            const std::size_t first = at_;
            while (!ended() && peek() >= '0' && peek() <= '9' && value <= most_repeats) {
                value = value * 10 + static_cast<int>(text_[at_++] - '0');
            }
            return at_ == first ? std::nullopt : std::optional(value);
        };
        ++at_;
        const auto low = number();
        const bool comma = low && take(',');
        const auto high = comma ? number() : low;
        if (!low || !take('}')) {
            at_ = start;
            return false;
        }
        least = *low;
        most = high.value_or(-1);
        if (least > most_repeats || most > most_repeats || (most >= 0 && most < least)) {
            fail();
        }
        return true;
    }

    std::uint32_t repeated(std::uint32_t atom) {
        if (failed_ || ended()) {
            return atom;
        }
        int least = 0;
        int most = -1;
        const char32_t sign = peek();
        if (sign == '{') {
            if (!counts(least, most)) {
                return atom;
            }
        } else if (sign == '*' || sign == '+' || sign == '?') {
            ++at_;
            least = sign == '+' ? 1 : 0;
            most = sign == '?' ? 1 : -1;
        } else {
            return atom;
        }
        take('?'); // lazy or not, the same texts fit
        if (peek() == '*' || peek() == '+' || peek() == '?') {
            return fail();
        }
        Part part;
        part.form = Form::repeat;
        part.parts = {atom};
        part.least = least;
        part.most = most;
        return add(std::move(part));
    }

    std::uint32_t atom(int depth) {
        const char32_t point = text_[at_++];
        switch (point) {
        case '.': return add_form(Form::any);
        case '^': return add_form(Form::begin);
        case '$': return add_form(Form::end);
        case '(': return group(depth);
        case '[': return set();
        case '\\': return escape();
        case '*':
        case '+':
        case '?': return fail();
        default: return add_set({{point, point}});
        }
    }

    std::uint32_t group(int depth) {
        const bool outer = fold_case_;
        if (take('?')) {
            if (take('P') || peek() == '<') {
                if (!take('<') || peek() == '=' || peek() == '!') {
                    return fail();
                }
                while (!ended() && peek() != '>') {
                    ++at_;
                }
                ++at_;
            } else {
                if (take('i')) {
                    fold_case_ = true;
                }
                if (take(')')) {
                    return add_form(Form::sequence); // the flag holds to the end of the group around it
                }
                if (!take(':')) {
                    return fail();
                }
            }
        }
        const std::uint32_t inside = choice(depth + 1);
        fold_case_ = outer;
        return take(')') ? inside : fail();
    }

    /// The class that a letter behind a backslash means; nothing for other letters.
    static std::optional<Ranges> class_of(char32_t letter) {
        switch (letter) {
        case 'd': return digits;
        case 'D': return others(digits);
        case 'w': return words;
        case 'W': return others(words);
        case 's': return blanks;
        case 'S': return others(blanks);
        default: return std::nullopt;
        }
    }

    /// The single code point of an escape whose letter was taken.
    std::optional<char32_t> escaped(char32_t letter) {
        switch (letter) {
        case 't': return U'\t';
        case 'n': return U'\n';
        case 'r': return U'\r';
        case 'f': return U'\f';
        case 'v': return U'\v';
        case 'a': return U'\a';
        case 'x': return hex();
        default: break;
        }
        const bool letter_or_digit = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                                     (letter >= 'A' && letter <= 'Z') || letter >= 0x80;
        return letter_or_digit ? std::nullopt : std::optional(letter);
    }

    std::optional<char32_t> hex() {
        const bool braces = take('{');
        char32_t value = 0;
        int count = 0;
        for (; !ended() && count < (braces ? 6 : 2); ++count, ++at_) {
            const char32_t c = peek();
            const char32_t low = c | 0x20U;
            if (c >= '0' && c <= '9') {
                value = value * 16 + (c - '0');
            } else if (low >= 'a' && low <= 'f') {
                value = value * 16 + (low - 'a' + 10);
            } else {
                break;
            }
        }
        const bool closed = braces ? take('}') && count > 0 : count == 2;
        return closed && value <= last_point ? std::optional(value) : std::nullopt;
    }

    std::uint32_t escape() {
        if (ended()) {
            return fail();
        }
        const char32_t letter = text_[at_++];
        if (letter == 'b' || letter == 'B') {
            return add_form(letter == 'b' ? Form::word : Form::no_word);
        }
        if (letter == 'A' || letter == 'z') {
            return add_form(letter == 'A' ? Form::begin : Form::end);
        }
        if (auto ranges = class_of(letter)) {
            return add_set(std::move(*ranges));
        }
        const auto point = escaped(letter);
        return point ? add_set({{*point, *point}}) : fail();
    }

    /// One end of a range inside of [], or a class that it adds whole.
    std::optional<char32_t> set_item(Ranges& ranges) {
        const char32_t point = text_[at_++];
        if (point == '[' && peek() == ':') {
            failed_ = true; // [[:alpha:]] is outside of the subset
            return std::nullopt;
        }
        if (point != '\\') {
            return point;
        }
        if (ended()) {
            failed_ = true;
            return std::nullopt;
        }
        const char32_t letter = text_[at_++];
        if (const auto known = class_of(letter)) {
            ranges.insert(ranges.end(), known->begin(), known->end());
            return std::nullopt;
        }
        const auto meant = escaped(letter);
        failed_ = failed_ || !meant;
        return meant;
    }

    std::uint32_t set() {
        const bool inverted = take('^');
        Ranges ranges;
        bool first = true;
        while (!failed_ && !ended() && (peek() != ']' || first)) {
            first = false;
            const auto low = set_item(ranges);
            if (!low || failed_) {
                continue;
            }
            char32_t high = *low;
            if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
                ++at_;
                const auto end = set_item(ranges);
                if (!end || *end < *low) {
                    return fail();
                }
                high = *end;
            }
            ranges.emplace_back(*low, high);
        }
        return take(']') && !failed_ ? add_set(std::move(ranges), inverted) : fail();
    }

    std::u32string text_;
    std::size_t at_ = 0;
    bool failed_ = false;
    bool fold_case_ = false;
    PatternTree tree_;
};

} // namespace

PatternTree parse_pattern(std::string_view expression) {
    return PatternParser(expression).run();
}

} // namespace cel
