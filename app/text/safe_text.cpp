// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/safe_text.h"

#include "app/text/code_point.h"
#include "app/text/piece.h"

#include <algorithm>

namespace text {

namespace {

constexpr QChar isolate{0x2068};     // FSI, first strong isolate (UAX #9)
constexpr QChar end_isolate{0x2069}; // PDI
constexpr char32_t joiner = 0x200D;  // ZWJ

/// Enough input for the output that is wanted, also when runs of it collapse into tokens.
std::size_t window(const Limits& limits) {
    return std::max<std::size_t>(4096, 8 * static_cast<std::size_t>(limits.characters));
}

/// Puts pieces together under the limits. Remembers the last place where the notice of the cut still fitted.
class Assembly {
public:
    Assembly(const Decoded& decoded, const Limits& limits, const Manner& manner)
        : pieces_(decoded.points, manner)
        , total_(decoded.points.size() + decoded.rest)
        , has_rest_(decoded.rest > 0)
        , limits_(limits)
        , room_for_notice_(4 + std::to_string(total_).size()) {}

    std::u32string run() {
        while (!pieces_.at_end()) {
            remember();
            if (!add(pieces_.next())) {
                return cut();
            }
        }
        return has_rest_ ? cut() : shown_;
    }

private:
    [[nodiscard]] bool fits(std::size_t more) const {
        return shown_.size() + more <= static_cast<std::size_t>(limits_.characters);
    }

    void remember() {
        if (fits(room_for_notice_)) {
            kept_ = shown_.size();
            kept_position_ = pieces_.position();
        }
    }

    bool add(const Piece& piece) {
        if (piece.line_break) {
            return break_line(U"\n");
        }
        const auto longest = static_cast<std::size_t>(limits_.line_characters);
        if (limits_.lines > 1 && column_ > 1 && column_ + piece.shown.size() > longest && !break_line(U"\n↪")) {
            return false;
        }
        if (!fits(piece.shown.size())) {
            return false;
        }
        shown_ += piece.shown;
        column_ += piece.shown.size();
        return true;
    }

    bool break_line(std::u32string_view with) {
        if (lines_ >= limits_.lines || !fits(with.size())) {
            return false;
        }
        ++lines_;
        shown_ += with;
        column_ = with.size() - 1;
        return true;
    }

    std::u32string cut() {
        if (has_rest_ && pieces_.at_end()) {
            remember();
        }
        shown_.resize(kept_);
        while (!shown_.empty() && shown_.back() == joiner) { // of a pictograph whose other half is cut
            shown_.pop_back();
            --kept_position_;
        }
        const std::string hidden = std::to_string(total_ - kept_position_);
        return shown_ + U"…⟦+" + std::u32string(hidden.begin(), hidden.end()) + U"⟧";
    }

    Pieces pieces_;
    std::size_t total_;
    bool has_rest_;
    Limits limits_;
    std::size_t room_for_notice_;
    std::u32string shown_;
    std::size_t column_ = 0;
    int lines_ = 1;
    std::size_t kept_ = 0;
    std::size_t kept_position_ = 0;
};

QString isolated(const QString& shown) {
    return isolate + shown + end_isolate;
}

/// Nearly everything that is ever shown: printable ASCII with single blanks between words.
bool is_plain(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > static_cast<std::size_t>(std::min(limits.characters, limits.line_characters)) ||
        bytes.front() == ' ') {
        return false;
    }
    char before = 0;
    for (const char byte : bytes) {
        if (byte < 0x20 || byte > 0x7E || (byte == ' ' && before == ' ')) {
            return false;
        }
        before = byte;
    }
    return true;
}

bool shows_only_blank(const std::u32string& points) {
    return std::all_of(points.begin(), points.end(), [](char32_t point) {
        return is_blank(point) || point == U'\n' || point == U'\r' || point == U'\t';
    });
}

Limits sensible(Limits limits) {
    constexpr int least = 24; // a token and the notice of a cut
    limits.characters = std::max(limits.characters, least);
    limits.line_characters = std::max(limits.line_characters, least);
    limits.lines = std::max(limits.lines, 1);
    limits.marks = std::max(limits.marks, 0);
    return limits;
}

} // namespace

SafeText safe(std::string_view bytes, const Limits& wanted) {
    if (bytes.empty()) {
        return {};
    }
    const Limits limits = sensible(wanted);
    if (is_plain(bytes, limits)) {
        const QString shown = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return SafeText(limits.lines == 1 ? isolated(shown) : shown);
    }
    const Decoded decoded = decode(bytes, window(limits));
    Manner manner;
    manner.one_line = limits.lines == 1 || shows_only_blank(decoded.points);
    manner.spelling = limits.lines > 1;
    manner.marks = limits.marks;
    const std::u32string shown = Assembly(decoded, limits, manner).run();
    const QString made = QString::fromUcs4(shown.data(), static_cast<qsizetype>(shown.size()));
    return SafeText(limits.lines == 1 ? isolated(made) : made);
}

} // namespace text
