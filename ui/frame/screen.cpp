// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/screen.h"

namespace ui::frame {

namespace {
constexpr char between = '\n'; // no id of the protocol holds a line break
}

std::string place_of(const domain::TransactionKey& key) {
    return key.source.bytes() + between + key.id.bytes();
}

std::optional<domain::TransactionKey> key_at(const std::string& place) {
    const std::size_t cut = place.find(between);
    if (cut == std::string::npos) {
        return std::nullopt;
    }
    return domain::TransactionKey{domain::SourceId(place.substr(0, cut)), domain::TransactionId(place.substr(cut + 1))};
}

} // namespace ui::frame
