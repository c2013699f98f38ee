// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feed/feed_language.h"

#include "app/domain/names.h"
#include "models/feed/feed_rows.h"

namespace models::feed {

namespace {

using filter::What;

std::vector<filter::Choice> events(const Words& words) {
    std::vector<filter::Choice> all;
    for (int number = 1; number <= domain::event_type_count; ++number) {
        const auto type = static_cast<domain::EventType>(number);
        all.push_back({std::string(short_name(type)), number, words.event(type).toStdString()});
    }
    return all;
}

std::vector<filter::Choice> tiers(const Words& words) {
    std::vector<filter::Choice> all;
    for (int number = 0; number <= static_cast<int>(domain::Tier::blocked); ++number) {
        const auto tier = static_cast<domain::Tier>(number);
        all.push_back({std::string(domain::name_of(tier)), number, words.tier(tier).toStdString()});
    }
    return all;
}

} // namespace

std::string_view short_name(domain::EventType type) {
    constexpr std::string_view before = "dev.reeve.";
    constexpr std::string_view behind = ".v1";
    std::string_view name = domain::type_name(type);
    name.remove_prefix(before.size());
    name.remove_suffix(behind.size());
    return name;
}

ledger::Columns feed_language(const Words& words, const QString& currency) {
    std::vector<filter::Column> columns;
    ledger::Columns made;
    const auto add = [&](const char* name, What what, const QString& shown, ledger::Place place,
                         std::vector<filter::Choice> choices = {}) {
        columns.push_back({name, what, shown.toStdString(), std::move(choices)});
        made.places.push_back(place);
    };
    add("agent", What::text, words.header(Column::agent), {kept::agent});
    add("supplier", What::text, words.header(Column::counterpart), {kept::counterpart});
    add("order", What::text, words.header(Column::transaction), {kept::transaction});
    add("event", What::choice, words.header(Column::event), {kept::type}, events(words));
    add("tier", What::rank, words.header(Column::tier), {kept::tier}, tiers(words));
    add("ours", What::rank, words.header(Column::ours), {kept::ours}, tiers(words));
    add("category", What::text, words.header(Column::category), {kept::category});
    add("amount", What::money, words.header(Column::amount), {kept::minor, kept::currency});
    add("currency", What::text, currency, {kept::currency});
    add("time", What::time, words.header(Column::time), {kept::time});
    add("received", What::time, words.header(Column::received), {kept::received});
    add("words", What::text, words.header(Column::summary), {kept::summary});
    add("source", What::text, words.header(Column::source), {kept::source});
    add("entry", What::number, words.header(Column::index), {kept::index});
    add("sequence", What::number, words.header(Column::sequence), {kept::sequence});
    add("version", What::number, words.header(Column::version), {kept::version});
    made.language = std::make_shared<const filter::Language>(std::move(columns));
    return made;
}

} // namespace models::feed
