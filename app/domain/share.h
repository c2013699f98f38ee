// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace domain {

/// A part of a whole in thousandths, rounded to the nearest as readers round; but what is not the whole is never shown
/// as the whole: 99.96 % stays 99.9 %. `whole` above 0, `part` not below 0; at most `most`.
[[nodiscard]] constexpr std::int64_t permille_of(std::int64_t part, std::int64_t whole, std::int64_t most = 1'000'000) {
    __extension__ using wide = __int128;
    const wide rounded = (wide{part} * 2000 + whole) / (wide{whole} * 2);
    const wide held = part < whole ? std::min(rounded, wide{999}) : rounded;
    return held > most ? most : static_cast<std::int64_t>(held);
}

} // namespace domain
