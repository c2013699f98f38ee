// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/row_ids.h"

#include "app/base/encoding.h"
#include "app/mapping/sha256.h"

#include <algorithm>
#include <cstring>

namespace mapping {

namespace {

std::string big_endian(std::uint64_t value) {
    std::string bytes(8, '\0');
    for (std::size_t index = 8; index-- > 0; value >>= 8U) {
        bytes[index] = static_cast<char>(value & 0xFFU);
    }
    return bytes;
}

} // namespace

std::size_t RowIds::Spread::operator()(const domain::Digest& digest) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, digest.data(), sizeof value);
    return value;
}

RowIds::Id RowIds::of_fields(const std::vector<std::string>& fields) {
    Sha256 hash;
    hash.add("reeve-row/v1\n");
    for (const std::string& field : fields) {
        hash.add(big_endian(field.size()));
        hash.add(field);
    }
    return next(hash.result());
}

RowIds::Id RowIds::of_bytes(std::string_view bytes) {
    Sha256 hash;
    hash.add("reeve-raw/v1\n");
    hash.add(bytes);
    return next(hash.result());
}

RowIds::Id RowIds::next(const domain::Digest& digest) {
    const std::uint64_t ordinal = ++seen_[digest];
    repeated_ += ordinal > 1 ? 1 : 0;
    const std::string hex = base::to_hex(digest);
    const std::string tail = "-" + std::to_string(ordinal);
    return {hex + tail, hex.substr(0, 32) + tail, ordinal};
}

domain::Digest RowIds::content() const {
    std::vector<std::pair<domain::Digest, std::uint64_t>> rows(seen_.begin(), seen_.end());
    std::sort(rows.begin(), rows.end());
    Sha256 hash;
    hash.add("reeve-content/v1\n");
    for (const auto& [digest, count] : rows) {
        hash.add(base::as_text(digest));
        hash.add(big_endian(count));
    }
    return hash.result();
}

} // namespace mapping
