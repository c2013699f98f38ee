// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/token.h"

#include "app/cel/utf8.h"

#include <array>

namespace cel {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

class Lexer {
public:
    explicit Lexer(std::string_view source)
        : source_(source) {}

    Tokens run() {
        while (skip_blank(), at_ < source_.size() && !tokens_.problem) {
            begin_ = at_;
            one();
        }
        begin_ = at_;
        add(TokenKind::end);
        return std::move(tokens_);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
    }
    void add(TokenKind kind) { tokens_.all.push_back({kind, {offset(begin_), offset(at_)}}); }
    static std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }
    void fail(ProblemCode code, std::size_t end, std::string asked = {}) {
        tokens_.problem = Problem{code,
                                  {offset(begin_), offset(end)},
                                  std::move(asked),
                                  std::string(source_.substr(begin_, std::min<std::size_t>(end - begin_, 40))),
                                  true,
                                  {}};
    }

    void skip_blank() {
        while (at_ < source_.size()) {
            const char c = source_[at_];
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                ++at_;
            } else if (c == '/' && peek(1) == '/') {
                while (at_ < source_.size() && source_[at_] != '\n') {
                    ++at_;
                }
            } else {
                return;
            }
        }
    }

    void one() {
        const char c = peek();
        if (const std::size_t prefix = text_prefix(); prefix != std::string_view::npos) {
            text(prefix);
        } else if (is_letter(c)) {
            while (is_letter(peek()) || is_digit(peek())) {
                ++at_;
            }
            add(TokenKind::name);
        } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
            number();
        } else if (c == '`') {
            quoted_name();
        } else {
            sign();
        }
    }

    /// The letters in front of a quote (r, b, rb, br), or npos when no text begins here.
    [[nodiscard]] std::size_t text_prefix() const {
        const auto any = [](char c, char one, char other) { return c == one || c == other; };
        std::size_t letters = 0;
        const bool raw = any(peek(), 'r', 'R');
        const bool bytes = any(peek(), 'b', 'B');
        if (raw || bytes) {
            letters = 1;
            if (raw ? any(peek(1), 'b', 'B') : any(peek(1), 'r', 'R')) {
                letters = 2;
            }
        }
        return any(peek(letters), '"', '\'') ? letters : std::string_view::npos;
    }

    void text(std::size_t prefix) {
        const std::string_view letters = source_.substr(at_, prefix);
        const bool raw = letters.find_first_of("rR") != std::string_view::npos;
        const bool bytes = letters.find_first_of("bB") != std::string_view::npos;
        at_ += prefix;
        const std::string three(3, peek());
        const bool long_form = source_.substr(at_, 3) == three;
        const std::string close = long_form ? three : three.substr(0, 1);
        at_ += close.size();
        while (at_ < source_.size() && source_.substr(at_, close.size()) != close) {
            if (!long_form && (peek() == '\n' || peek() == '\r')) {
                break;
            }
            at_ += peek() == '\\' && !raw ? 2 : 1;
        }
        if (at_ >= source_.size() || source_.substr(at_, close.size()) != close) {
            at_ = std::min(at_, source_.size());
            fail(ProblemCode::unterminated_text, at_, close);
            return;
        }
        at_ += close.size();
        add(bytes ? TokenKind::bytes : TokenKind::string);
    }

    void digits() {
        while (is_digit(peek())) {
            ++at_;
        }
    }

    void number() {
        bool real = false;
        if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            at_ += 2;
            while (is_hex(peek())) {
                ++at_;
            }
        } else {
            digits();
            if (peek() == '.' && is_digit(peek(1))) {
                real = true;
                ++at_;
                digits();
            }
            const std::size_t signs = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            if ((peek() == 'e' || peek() == 'E') && is_digit(peek(signs))) {
                real = true;
                at_ += signs;
                digits();
            }
        }
        const bool is_unsigned = !real && (peek() == 'u' || peek() == 'U');
        at_ += is_unsigned ? 1 : 0;
        if (is_letter(peek()) || is_digit(peek())) {
            while (is_letter(peek()) || is_digit(peek())) {
                ++at_;
            }
            fail(ProblemCode::bad_number, at_);
            return;
        }
        add(real ? TokenKind::real : is_unsigned ? TokenKind::unsigned_integer : TokenKind::integer);
    }

    void quoted_name() {
        do {
            ++at_;
        } while (at_ < source_.size() && peek() != '`' && peek() != '\n');
        if (peek() != '`') {
            fail(ProblemCode::unterminated_text, at_, "`");
            return;
        }
        ++at_;
        add(TokenKind::quoted_name);
    }

    void sign() {
        struct Sign {
            std::string_view text;
            TokenKind kind;
        };
        using enum TokenKind;
        static constexpr std::array signs = {Sign{"&&", and_and},
                                             Sign{"||", or_or},
                                             Sign{"==", equal},
                                             Sign{"!=", not_equal},
                                             Sign{"<=", less_equal},
                                             Sign{">=", greater_equal},
                                             Sign{"<", less},
                                             Sign{">", greater},
                                             Sign{"!", bang},
                                             Sign{"[", left_bracket},
                                             Sign{"]", right_bracket},
                                             Sign{"{", left_brace},
                                             Sign{"}", right_brace},
                                             Sign{"(", left_parenthesis},
                                             Sign{")", right_parenthesis},
                                             Sign{".", dot},
                                             Sign{",", comma},
                                             Sign{":", colon},
                                             Sign{"?", question},
                                             Sign{"-", minus},
                                             Sign{"+", plus},
                                             Sign{"*", star},
                                             Sign{"/", slash},
                                             Sign{"%", percent}};
        for (const Sign& one : signs) {
            if (source_.substr(at_).starts_with(one.text)) {
                at_ += one.text.size();
                add(one.kind);
                return;
            }
        }
        static_cast<void>(next_code_point(source_, at_));
        fail(ProblemCode::unexpected_character, at_);
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    Tokens tokens_;
};

} // namespace

Tokens tokens_of(std::string_view source) {
    return Lexer(source).run();
}

} // namespace cel
