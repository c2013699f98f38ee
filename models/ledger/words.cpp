// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/words.h"

#include <algorithm>
#include <numeric>

namespace models::ledger {

namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

bool before(std::string_view left, std::string_view right) {
    const auto folded = [](char a, char b) {
        return static_cast<unsigned char>(lower(a)) < static_cast<unsigned char>(lower(b));
    };
    if (std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(), folded)) {
        return true;
    }
    if (std::lexicographical_compare(right.begin(), right.end(), left.begin(), left.end(), folded)) {
        return false;
    }
    return left < right;
}

bool contains(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return lower(a) == lower(b); }) != text.end() ||
           part.empty();
}

Words::Words(std::uint32_t block_rows)
    : block_rows_(block_rows)
    , codes_(block_rows) {
    held_.emplace_back();
}

std::size_t Words::intern(std::string_view word) {
    if (const auto known = codes_of_.find(word); known != codes_of_.end()) {
        return known->second;
    }
    std::size_t code = words_.size();
    if (free_.empty()) {
        words_.emplace_back();
    } else {
        code = free_.back();
        free_.pop_back();
    }
    words_[code] = Word{std::string(word)};
    codes_of_.emplace(words_[code].text, code);
    ranks_.clear();
    return code;
}

void Words::append(std::string_view word) {
    const std::size_t code = intern(word);
    if (words_[code].newest != block_) {
        words_[code].newest = block_;
        ++words_[code].blocks;
        held_.back().push_back(static_cast<std::uint32_t>(code));
    }
    codes_.append(static_cast<std::int64_t>(code));
    if (++in_block_ == block_rows_) {
        in_block_ = 0;
        ++block_;
        held_.back().shrink_to_fit();
        held_.emplace_back();
    }
}

void Words::drop_block() {
    if (held_.size() < 2) {
        return;
    }
    for (const std::uint32_t code : held_.front()) {
        Word& word = words_[code];
        if (--word.blocks == 0) {
            codes_of_.erase(word.text);
            word = Word{};
            free_.push_back(code);
            ranks_.clear();
        }
    }
    held_.pop_front();
    codes_.drop_block();
}

void Words::keep(const std::function<bool(std::string_view)>& passes, Row from, std::vector<std::uint8_t>& keep) const {
    std::vector<std::uint8_t> good(words_.size(), 0);
    for (const auto& [text, code] : codes_of_) {
        good[code] = passes(text) ? 1 : 0;
    }
    std::vector<std::uint8_t> answers(keep.size(), 0);
    codes_.look_up(good.data(), 0, from, answers.data());
    for (std::size_t i = 0; i < keep.size(); ++i) {
        keep[i] = static_cast<std::uint8_t>(keep[i] & answers[i]);
    }
}

void Words::answer(const std::function<std::uint8_t(std::string_view)>& says, Row from, std::uint8_t* answers) const {
    std::vector<std::uint8_t> said(words_.size(), 0);
    for (const auto& [text, code] : codes_of_) {
        said[code] = says(text);
    }
    codes_.look_up(said.data(), 0, from, answers);
}

const std::vector<std::uint32_t>& Words::ranks() const {
    if (ranks_.empty() && !words_.empty()) {
        std::vector<std::uint32_t> order(words_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [this](std::uint32_t a, std::uint32_t b) { return before(words_[a].text, words_[b].text); });
        ranks_.resize(words_.size());
        for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
            ranks_[order[rank]] = rank;
        }
    }
    return ranks_;
}

void Words::write_keys(std::uint64_t* keys) const {
    const std::vector<std::uint32_t>& all = ranks();
    codes_.visit(0, [&](Row row, std::int64_t code) { keys[row] = all[static_cast<std::size_t>(code)]; });
}

std::size_t Words::bytes() const {
    std::size_t sum = codes_.bytes() + ranks_.capacity() * sizeof(std::uint32_t);
    for (const Word& word : words_) {
        sum += sizeof(Word) + (word.text.capacity() > 15 ? word.text.capacity() : 0) + 48; // 48: its entry in the map
    }
    for (const auto& held : held_) {
        sum += held.capacity() * sizeof(std::uint32_t);
    }
    return sum;
}

} // namespace models::ledger
