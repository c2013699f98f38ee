// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/place.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/spend/comparison.h"
#include "ui/spend/spend_charts.h"

#include <algorithm>

namespace ui::spend {

namespace {

std::optional<std::size_t> slot_of(std::string_view digits) {
    if (digits.size() != 1 || digits.front() < '0' || digits.front() >= '0' + static_cast<char>(ports::tier_slots)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(digits.front() - '0');
}

std::optional<ports::Agreement> agreement_of(std::string_view digits) {
    if (digits.size() != 1 || digits.front() < '0' || digits.front() >= '0' + static_cast<char>(ports::agreements)) {
        return std::nullopt;
    }
    return static_cast<ports::Agreement>(digits.front() - '0');
}

/// One line of a token: a letter and a value, or the digit of a period.
void read_piece(std::string_view piece, Place& place) {
    if (piece.empty()) {
        return;
    }
    const std::string value(piece.substr(1));
    switch (piece.front()) {
    case 'a': place.only.agent = domain::AgentId(value); break;
    case 's': place.only.supplier = domain::SupplierId(value); break;
    case 'c': place.only.category = value; break;
    case 't': place.only.slot = slot_of(value); break;
    case 'h': place.only.handling = value == "1" ? ports::Handling::human : ports::Handling::machine; break;
    case 'r': place.headroom = true; break;
    case 'b': place.by = value == "1" ? ports::TierBy::platform : ports::TierBy::policy; break;
    case 'd': place.only.agreement = agreement_of(value); break;
    case '0':
    case '1':
    case '2':
    case '3':
    case '4': place.period = static_cast<Period>(piece.front() - '0'); break;
    }
}

} // namespace

std::string token_of(const Place& place) {
    std::string token = std::to_string(static_cast<int>(place.period));
    const auto add = [&token](char kind, const std::string& value) { token += std::string("\n") + kind + value; };
    const ports::SpendSelection& only = place.only;
    if (only.agent) {
        add('a', only.agent->bytes());
    }
    if (only.supplier) {
        add('s', only.supplier->bytes());
    }
    if (only.category) {
        add('c', *only.category);
    }
    if (only.slot) {
        add('t', std::to_string(*only.slot));
    }
    if (only.agreement) {
        add('d', std::to_string(static_cast<int>(*only.agreement)));
    }
    if (place.by == ports::TierBy::platform) {
        add('b', "1");
    }
    if (place.headroom) {
        add('r', {});
    }
    if (only.handling) {
        add('h', *only.handling == ports::Handling::human ? "1" : "0");
    }
    return token;
}

Place place_at(std::string_view token, Period otherwise) {
    Place place;
    place.period = otherwise;
    while (!token.empty()) {
        const std::size_t end = std::min(token.find('\n'), token.size());
        read_piece(token.substr(0, end), place);
        token.remove_prefix(std::min(end + 1, token.size()));
    }
    return place;
}

QString PlaceWords::of(const ports::SpendSelection& only, ports::TierBy by) {
    QStringList parts;
    if (only.agent) {
        parts.append(text::fill(tr("agent %1"), {text::safe(*only.agent)}));
    }
    if (only.supplier) {
        parts.append(text::fill(tr("supplier %1"), {text::safe(*only.supplier)}));
    }
    if (only.category) {
        parts.append(text::fill(tr("category %1"), {text::safe(std::string_view(*only.category))}));
    }
    if (only.slot) {
        parts.append(
            text::fill(by == ports::TierBy::policy ? tr("tier %1 by our policy") : tr("tier %1 by the platform"),
                       {SpendCharts::tier(*only.slot, by)}));
    }
    if (only.handling) {
        parts.append(SpendCharts::handling(*only.handling));
    }
    if (only.agreement) {
        parts.append(Comparison::words(*only.agreement));
    }
    return parts.isEmpty() ? QString() : text::fill(tr("Only %1"), {parts.join(tr(", "))});
}

} // namespace ui::spend
