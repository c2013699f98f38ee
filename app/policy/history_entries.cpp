// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cel/times.h"
#include "app/policy/entries.h"

namespace policy {

namespace {

using cel::Kind;
using cel::Value;
using facts::Spend;
using facts::Sums;

/// Which spend, and over which window.
template <Spend facts::Facts::*whose, std::optional<domain::Money> Sums::*window>
Value spent(const Source& source) {
    const Spend& spend = source.facts().*whose;
    std::optional<domain::Money> sum = spend.own.*window;
    for (const Sums& other : spend.others) {
        const std::optional<domain::Money>& part = other.*window;
        if (!sum || !part) {
            return {};
        }
        if (part->minor == 0) {
            continue;
        }
        const cel::Rate* rate = source.document.rates.find(part->currency, sum->currency);
        if (rate == nullptr) {
            return {};
        }
        const auto converted = cel::convert(*part, *rate);
        const auto added = converted ? domain::add(*sum, *converted) : converted;
        sum = added ? std::optional(*added) : std::nullopt;
    }
    return money_value(sum);
}

template <Spend facts::Facts::*whose, std::int64_t Spend::*window>
Value counted(const Source& source) {
    return Value::integer(source.facts().*whose.*window);
}

/// The day where the policy's calendar is, or in UTC without one.
std::string local_day(const Source& source) {
    const cel::Timestamp moment = Value::timestamp(source.one.now).timestamp();
    const auto& calendar = source.document.calendar;
    const bool zoned = calendar && !has_day_only(source.one);
    const auto offset = zoned ? cel::offset_at(moment, calendar->zone) : std::optional<int>();
    return cel::to_text(cel::Timestamp{moment.seconds + offset.value_or(0), 0}).substr(0, 10);
}

/// Nothing for an order that stands alone: it has nothing to be joined with.
Value name_of_matter(const Source& source) {
    const domain::Subject& order = source.order();
    const bool alone = source.facts().together.count <= 1 && (source.facts().repeats == 0 || has_day_only(source.one));
    if (alone || order.batch || order.agent.empty() || order.supplier.id.empty()) {
        return {};
    }
    return source.arena.string(order.agent.bytes() + ", " + order.supplier.id.bytes() + ", " + local_day(source));
}

template <Spend facts::Facts::*whose>
void add_spend(std::vector<Entry>& all, const std::string& name, const std::string& whom) {
    const auto add = [&](const char* window, const char* span, auto money, auto count) {
        all.push_back({"spend." + name + "." + window, Kind::money, "Ordered before " + whom + " " + span, money});
        all.push_back(
            {"orders." + name + "." + window, Kind::integer, "How many orders before " + whom + " " + span, count});
    };
    add("day", "in the last 24 hours", spent<whose, &Sums::day>, counted<whose, &Spend::day_count>);
    add("week", "in the last 7 days", spent<whose, &Sums::week>, counted<whose, &Spend::week_count>);
    add("days_30", "in the last 30 days", spent<whose, &Sums::days_30>, counted<whose, &Spend::days_30_count>);
    add("month", "in this calendar month", spent<whose, &Sums::month>, counted<whose, &Spend::month_count>);
}

} // namespace

void add_history_entries(std::vector<Entry>& all) {
    add_spend<&facts::Facts::agent_spend>(all, "agent", "by this agent");
    add_spend<&facts::Facts::owner_spend>(all, "owner", "for this owner");
    add_spend<&facts::Facts::supplier_spend>(all, "supplier", "from this supplier");
    add_spend<&facts::Facts::category_spend>(all, "category", "in this category");
    all.push_back({"together.total", Kind::money,
                   "With what belongs to it: the same agent and supplier within 24 hours, or the declared batch",
                   [](const Source& s) { return money_value(s.facts().together.total); }});
    all.push_back({"together.count", Kind::integer, "How many orders that is, with this one",
                   [](const Source& s) { return Value::integer(s.facts().together.count); }});
    all.push_back({"together.batch", Kind::boolean, "It declares itself part of a bulk run",
                   [](const Source& s) { return Value::boolean(s.facts().together.batch); }});
    all.push_back({"together.run", Kind::string, "The bulk run that it declares itself part of",
                   [](const Source& s) { return s.order().batch ? text_value(s.order().batch->bytes()) : Value(); }});
    all.push_back(
        {"together.name", Kind::string,
         "Agent, supplier and day (of the calendar's zone) as one name, where others belong to it or it repeats",
         name_of_matter});
    all.push_back({"twins", Kind::integer, "Other orders of 7 days with the same supplier, amount and lines",
                   [](const Source& s) { return Value::integer(s.facts().twins.count); }});
    all.push_back({"repeats", Kind::integer,
                   "How often the agent asked for the same within the last hour; 0 for a file without hours",
                   [](const Source& s) { return Value::integer(has_day_only(s.one) ? 0 : s.facts().repeats); }});
    all.push_back({"human.looked", Kind::timestamp, "When a person last decided about this agent; absent: never",
                   [](const Source& s) { return moment_value(s.facts().human_looked); }});
}

} // namespace policy
