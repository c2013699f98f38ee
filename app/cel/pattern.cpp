// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/pattern.h"

#include "app/cel/pattern_parser.h"
#include "app/cel/utf8.h"

#include <algorithm>

namespace cel {

/// Writes the instructions of a tree.
class PatternCompiler {
public:
    explicit PatternCompiler(const PatternTree& tree)
        : tree_(tree)
        , sets_(tree.all.size(), none) {}

    std::optional<Pattern> run() {
        emit(tree_.root);
        put({Pattern::Act::done, 0, 0});
        return failed_ ? std::nullopt : std::optional(std::move(pattern_));
    }

private:
    using Act = Pattern::Act;
    using Form = PatternTree::Form;

    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(pattern_.code_.size()); }
    std::uint32_t put(Pattern::Instruction instruction) {
        failed_ = failed_ || pattern_.code_.size() >= Pattern::most_instructions;
        if (!failed_) {
            pattern_.code_.push_back(instruction);
        }
        return failed_ ? 0 : here() - 1;
    }

    void emit(std::uint32_t id) {
        // Counted: what is empty writes nothing, however often it is repeated.
        failed_ = failed_ || ++emitted_ > most_emitted;
        if (failed_) {
            return;
        }
        const PatternTree::Part& part = tree_.all[id];
        switch (part.form) {
        case Form::empty: break;
        case Form::set:
            if (sets_[id] == none) {
                sets_[id] = static_cast<std::uint32_t>(pattern_.sets_.size());
                pattern_.sets_.push_back({part.ranges, part.inverted});
            }
            pattern_.weight_ += part.ranges.size();
            put({Act::set, sets_[id], 0});
            break;
        case Form::any: put({Act::any, 0, 0}); break;
        case Form::begin: put({Act::begin, 0, 0}); break;
        case Form::end: put({Act::end, 0, 0}); break;
        case Form::word: put({Act::word, 0, 0}); break;
        case Form::no_word: put({Act::no_word, 0, 0}); break;
        case Form::sequence:
            std::for_each(part.parts.begin(), part.parts.end(), [this](auto one) { emit(one); });
            break;
        case Form::choice: emit_choice(part); break;
        case Form::repeat: emit_repeat(part); break;
        }
    }

    void emit_choice(const PatternTree::Part& part) {
        std::vector<std::uint32_t> ends;
        for (std::size_t index = 0; index < part.parts.size() && !failed_; ++index) {
            const bool last = index + 1 == part.parts.size();
            const std::uint32_t split = last ? 0 : put({Act::split, here() + 1, 0});
            emit(part.parts[index]);
            if (!last && !failed_) {
                ends.push_back(put({Act::jump, 0, 0}));
                pattern_.code_[split].other = here();
            }
        }
        for (const std::uint32_t end : ends) {
            pattern_.code_[end].one = here();
        }
    }

    void emit_repeat(const PatternTree::Part& part) {
        for (int count = 0; count < part.least && !failed_; ++count) {
            emit(part.parts.front());
        }
        if (part.most < 0) {
            const std::uint32_t split = put({Act::split, here() + 1, 0});
            emit(part.parts.front());
            put({Act::jump, split, 0});
            if (!failed_) {
                pattern_.code_[split].other = here();
            }
            return;
        }
        std::vector<std::uint32_t> splits;
        for (int count = part.least; count < part.most && !failed_; ++count) {
            splits.push_back(put({Act::split, here() + 1, 0}));
            emit(part.parts.front());
        }
        for (const std::uint32_t split : failed_ ? std::vector<std::uint32_t>() : splits) {
            pattern_.code_[split].other = here();
        }
    }

    static constexpr std::uint32_t none = ~std::uint32_t{0};
    static constexpr std::size_t most_emitted = 50'000;

    const PatternTree& tree_;
    std::vector<std::uint32_t> sets_; ///< by part: its set, or none yet
    std::size_t emitted_ = 0;
    Pattern pattern_;
    bool failed_ = false;
};

/// All states of the machine side by side, over one text.
class PatternRun {
public:
    explicit PatternRun(const Pattern& pattern)
        : pattern_(pattern)
        , seen_(pattern.code_.size(), 0) {}

    bool run(std::string_view text) {
        std::optional<char32_t> before;
        for (std::size_t at = 0;;) {
            const bool at_end = at == text.size();
            const std::optional<char32_t> point = at_end ? std::nullopt : next_code_point(text, at);
            before_ = before;
            after_ = point;
            ++round_;
            now_.clear();
            for (const std::uint32_t state : next_) {
                follow(state);
            }
            follow(0);
            if (done_ || !point) {
                return done_;
            }
            step(*point);
            before = point;
        }
    }

private:
    using Act = Pattern::Act;

    static bool is_word(const std::optional<char32_t>& point) {
        return point && ((*point >= '0' && *point <= '9') || (*point >= 'a' && *point <= 'z') ||
                         (*point >= 'A' && *point <= 'Z') || *point == '_');
    }

    /// Everything that can be reached from a state without reading.
    void follow(std::uint32_t first) {
        todo_.push_back(first);
        while (!todo_.empty()) {
            const std::uint32_t state = todo_.back();
            todo_.pop_back();
            if (seen_[state] == round_) {
                continue;
            }
            seen_[state] = round_;
            const auto& instruction = pattern_.code_[state];
            switch (instruction.act) {
            case Act::set:
            case Act::any: now_.push_back(state); break;
            case Act::split:
                todo_.push_back(instruction.other);
                todo_.push_back(instruction.one);
                break;
            case Act::jump: todo_.push_back(instruction.one); break;
            case Act::begin: go_on(state, !before_); break;
            case Act::end: go_on(state, !after_); break;
            case Act::word: go_on(state, is_word(before_) != is_word(after_)); break;
            case Act::no_word: go_on(state, is_word(before_) == is_word(after_)); break;
            case Act::done: done_ = true; break;
            }
        }
    }
    void go_on(std::uint32_t state, bool holds) {
        if (holds) {
            todo_.push_back(state + 1);
        }
    }

    void step(char32_t point) {
        next_.clear();
        for (const std::uint32_t state : now_) {
            const auto& instruction = pattern_.code_[state];
            const bool fits = instruction.act == Act::any ? point != '\n' : pattern_.sets_[instruction.one].has(point);
            if (fits) {
                next_.push_back(state + 1);
            }
        }
    }

    const Pattern& pattern_;
    std::vector<std::uint32_t> seen_; ///< by state: the round in which it was reached
    std::vector<std::uint32_t> now_, next_, todo_;
    std::optional<char32_t> before_, after_;
    std::uint32_t round_ = 0;
    bool done_ = false;
};

bool Pattern::Set::has(char32_t point) const {
    const bool listed = std::any_of(ranges.begin(), ranges.end(), [point](const auto& range) {
        return point >= range.first && point <= range.second;
    });
    return listed != inverted;
}

std::optional<Pattern> Pattern::compile(std::string_view expression) {
    if (expression.size() > most_bytes) {
        return std::nullopt;
    }
    const PatternTree tree = parse_pattern(expression);
    return tree.good ? PatternCompiler(tree).run() : std::nullopt;
}

bool Pattern::matches(std::string_view text) const {
    return PatternRun(*this).run(text);
}

} // namespace cel
