// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/leaf.h"

#include "app/base/encoding.h"

namespace record {

namespace {

template <class Number>
void append_big_endian(std::string& out, Number number) {
    const auto bits = static_cast<std::uint64_t>(number);
    for (std::size_t i = sizeof(Number); i > 0; --i) {
        out.push_back(static_cast<char>(bits >> (8U * (i - 1)) & 0xffU));
    }
}

void append_text(std::string& out, std::string_view text) {
    append_big_endian(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

} // namespace

domain::Digest LeafMaker::leaf(const store::NewEntry& entry, std::string_view source,
                               const domain::Digest* made_before) {
    const domain::Digest commitment =
        made_before != nullptr ? *made_before : sha_.of({base::Bytes(entry.salt), base::as_bytes(entry.body)});
    body_.assign("reeve-leaf/v1\n");
    append_big_endian(body_, entry.index);
    append_big_endian(body_, static_cast<std::uint8_t>(entry.kind));
    append_text(body_, source);
    append_big_endian(body_, entry.sequence);
    append_text(body_, entry.id);
    append_big_endian(body_, static_cast<std::uint16_t>(entry.type));
    append_big_endian(body_, entry.time.time_since_epoch().count());
    append_big_endian(body_, entry.received.time_since_epoch().count());
    append_big_endian(body_, static_cast<std::uint8_t>(entry.tier < 0 ? 255 : entry.tier));
    const std::string_view currency = entry.amount ? entry.amount->currency.code() : std::string_view();
    append_big_endian(body_, static_cast<std::uint8_t>(currency.size()));
    body_ += currency;
    append_big_endian(body_, entry.amount ? entry.amount->minor : std::int64_t{0});
    append_text(body_, entry.body_key_id);
    body_.append(reinterpret_cast<const char*>(commitment.data()), commitment.size());
    return hasher_.leaf(body_);
}

domain::Digest LeafMaker::leaf(const store::Entry& entry) {
    store::NewEntry row;
    row.index = entry.index;
    row.kind = entry.kind;
    row.sequence = entry.sequence;
    row.id = entry.id.bytes();
    row.type = entry.type ? static_cast<int>(*entry.type) : 0;
    row.time = entry.time;
    row.received = entry.received;
    row.tier = entry.tier ? static_cast<int>(*entry.tier) : -1;
    row.amount = entry.amount;
    row.body_key_id = entry.body_key_id;
    row.salt = entry.salt;
    row.body = entry.body;
    return leaf(row, entry.source.bytes());
}

} // namespace record
