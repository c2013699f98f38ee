// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/place.h"

#include "app/domain/names.h"
#include "app/filter/language.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/spend/comparison.h"
#include "ui/spend/spend_charts.h"

#include <algorithm>
#include <sstream>

namespace ui::spend {

namespace {

std::optional<std::size_t> slot_of(std::string_view digits) {
    if (digits.size() != 1 || digits.front() < '0' || digits.front() >= '0' + static_cast<char>(ports::tier_slots)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(digits.front() - '0');
}

/// "<from> <to>" in microseconds since 1970.
std::optional<ports::Stretch> stretch_of(const std::string& value) {
    std::istringstream words(value);
    std::int64_t from = 0;
    std::int64_t to = 0;
    if (!(words >> from >> to) || from >= to) {
        return std::nullopt;
    }
    return ports::Stretch{base::Instant{base::Microseconds{from}}, base::Instant{base::Microseconds{to}}};
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
    case 'o': place.only.owner = domain::OwnerId(value); break;
    case 's': place.only.supplier = domain::SupplierId(value); break;
    case 'c': place.only.category = value; break;
    case 't': place.only.slot = slot_of(value); break;
    case 'h': place.only.handling = value == "1" ? ports::Handling::human : ports::Handling::machine; break;
    case 'r': place.part = Part::headroom; break;
    case 'l': place.part = Part::orders; break;
    case 'b': place.by = value == "1" ? ports::TierBy::platform : ports::TierBy::policy; break;
    case 'w': place.only.within = stretch_of(value); break;
    case 'd': place.only.agreement = agreement_of(value); break;
    case 'z':
        place.stretch = stretch_of(value);
        place.period = place.stretch ? Period::chosen : place.period;
        break;
    case '0':
    case '1':
    case '2':
    case '3':
    case '4': place.period = static_cast<Period>(piece.front() - '0'); break;
    }
}

} // namespace

std::string token_of(const Place& place) {
    std::string token = place.stretch ? "" : std::to_string(static_cast<int>(place.period));
    const auto add = [&token](char kind, const std::string& value) { token += std::string("\n") + kind + value; };
    const auto micros = [](base::Instant instant) { return std::to_string(instant.time_since_epoch().count()); };
    if (place.stretch) {
        add('z', micros(place.stretch->from) + ' ' + micros(place.stretch->to));
    }
    const ports::SpendSelection& only = place.only;
    if (only.agent) {
        add('a', only.agent->bytes());
    }
    if (only.owner) {
        add('o', only.owner->bytes());
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
    if (only.within) {
        add('w', micros(only.within->from) + ' ' + micros(only.within->to));
    }
    if (place.by == ports::TierBy::platform) {
        add('b', "1");
    }
    if (place.part != Part::time) {
        add(place.part == Part::headroom ? 'r' : 'l', {});
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

QString PlaceWords::of(const ports::SpendSelection& only, ports::TierBy by, const text::Formats& formats) {
    QStringList words;
    for (const SelectionPart& part : parts(only, by, formats)) {
        words.append(part.shown);
    }
    return words.isEmpty() ? QString() : text::fill(tr("Only %1"), {words.join(tr(", "))});
}

/// Whole days by their dates, anything else by its moments.
QString PlaceWords::stretch(const ports::Stretch& stretch, const text::Formats& formats) {
    const base::Instant last = stretch.to - base::Microseconds{1};
    const bool days =
        day_of(stretch.from, formats.zone()) == stretch.from && day_of(stretch.to, formats.zone()) == stretch.to;
    if (days && day_of(last, formats.zone()) == stretch.from) {
        return formats.date(stretch.from);
    }
    //: a stretch of time: from and to
    return days ? text::fill(tr("%1 to %2"), {formats.date(stretch.from), formats.date(last)})
                : text::fill(tr("%1 to %2"), {formats.date_time(stretch.from), formats.date_time(stretch.to)});
}

std::vector<SelectionPart> PlaceWords::parts(const ports::SpendSelection& only, ports::TierBy by,
                                             const text::Formats& formats) {
    std::vector<SelectionPart> parts;
    const auto add = [&](const QString& shown, auto member) {
        parts.push_back({shown, only});
        (parts.back().without.*member).reset();
    };
    using Selection = ports::SpendSelection;
    if (only.agent) {
        add(text::fill(tr("agent %1"), {text::safe(*only.agent)}), &Selection::agent);
    }
    if (only.owner) {
        add(text::fill(tr("owner %1"), {text::safe(*only.owner)}), &Selection::owner);
    }
    if (only.supplier) {
        add(text::fill(tr("supplier %1"), {text::safe(*only.supplier)}), &Selection::supplier);
    }
    if (only.category) {
        add(text::fill(tr("category %1"), {text::safe(std::string_view(*only.category))}), &Selection::category);
    }
    if (only.slot) {
        add(text::fill(by == ports::TierBy::policy ? tr("tier %1 by our policy") : tr("tier %1 by the platform"),
                       {SpendCharts::tier(*only.slot, by)}),
            &Selection::slot);
    }
    if (only.handling) {
        add(SpendCharts::handling(*only.handling), &Selection::handling);
    }
    if (only.agreement) {
        add(Comparison::words(*only.agreement), &Selection::agreement);
    }
    if (only.within) {
        add(stretch(*only.within, formats), &Selection::within);
    }
    return parts;
}

namespace {

std::string equals(std::string_view value) {
    return "$ == " + filter::quoted(value);
}

std::string test_of(ports::Agreement agreement) {
    switch (agreement) {
    case ports::Agreement::same: return "$ == platform_tier";
    case ports::Agreement::policy_stricter: return "$ > platform_tier";
    case ports::Agreement::platform_stricter: return "$ < platform_tier";
    case ports::Agreement::not_compared: break;
    }
    return {};
}

std::string test_of(const ports::Stretch& stretch) {
    const auto moment = [](base::Instant instant) { return "timestamp(\"" + base::to_rfc3339(instant) + "\")"; };
    return "$ >= " + moment(stretch.from) + " && $ < " + moment(stretch.to);
}

} // namespace

sieve::Narrowing PlaceWords::narrowing(const ports::SpendSelection& only, ports::TierBy by,
                                       const domain::UntrustedText& supplier, const text::Formats& formats) {
    const std::vector<SelectionPart> words = parts(only, by, formats);
    sieve::Narrowing narrowing;
    const auto add = [&](std::vector<std::string> columns, std::string test) {
        const QString& shown = words.at(narrowing.conditions.size()).shown; // in the same order
        narrowing.conditions.push_back({shown, std::move(columns), std::move(test)});
    };
    if (only.agent) {
        add({"agent"}, equals(only.agent->bytes()));
    }
    if (only.owner) {
        add({"owner"}, "$.contains(" + filter::quoted(only.owner->bytes()) + ")"); // beside the name there
    }
    if (only.supplier) {
        add({"supplier"}, equals(supplier.empty() ? only.supplier->bytes() : supplier.bytes()));
    }
    if (only.category) {
        add({"category"}, equals(*only.category));
    }
    if (only.slot) {
        const auto tier = ports::tier_of(*only.slot);
        const std::string column = by == ports::TierBy::policy ? "our_tier" : "platform_tier";
        add(tier ? std::vector<std::string>{column} : std::vector<std::string>(),
            tier ? "$ == " + std::string(domain::name_of(*tier)) : std::string());
    }
    if (only.handling) {
        add({}, {}); // no other table says who let an order pass
    }
    if (only.agreement) {
        const std::string test = test_of(*only.agreement);
        add(test.empty() ? std::vector<std::string>() : std::vector<std::string>{"our_tier"}, test);
    }
    if (only.within) {
        add({"time", "opened", "decided"}, test_of(*only.within));
    }
    return narrowing;
}

} // namespace ui::spend
