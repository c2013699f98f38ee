// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/keyed_hash.h"

#include <bit>
#include <cstring>
#include <random>

namespace base {

namespace {

struct State {
    std::uint64_t v0, v1, v2, v3;

    void round() {
        v0 += v1;
        v1 = std::rotl(v1, 13) ^ v0;
        v0 = std::rotl(v0, 32);
        v2 += v3;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    }
    void take(std::uint64_t word) {
        v3 ^= word;
        round();
        v0 ^= word;
    }
};

} // namespace

std::uint64_t KeyedHash::of(std::uint64_t domain, std::string_view text) const {
    State state{first_ ^ 0x736f6d6570736575U, second_ ^ 0x646f72616e646f6dU, first_ ^ 0x6c7967656e657261U,
                second_ ^ 0x7465646279746573U};
    state.take(domain);
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        state.take(word);
    }
    std::uint64_t last = static_cast<std::uint64_t>(text.size()) << 56U;
    for (std::size_t i = 0; i < left; ++i) {
        last |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8U * i);
    }
    state.take(last);
    state.v2 ^= 0xffU;
    state.round();
    state.round();
    state.round();
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

const KeyedHash& KeyedHash::of_this_process() {
    static const KeyedHash made = [] {
        std::random_device device;
        const auto word = [&device] { return std::uint64_t{device()} << 32U | device(); };
        const std::uint64_t first = word();
        return KeyedHash(first, word());
    }();
    return made;
}

} // namespace base
