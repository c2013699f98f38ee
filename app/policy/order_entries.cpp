// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/names.h"
#include "app/domain/verdict.h"
#include "app/policy/entries.h"

namespace policy {

namespace {

using cel::Kind;
using cel::Type;
using cel::Value;

const std::shared_ptr<const cel::RecordShape>& line_shape() {
    static const auto shape = std::make_shared<const cel::RecordShape>(
        cel::RecordShape{"line",
                         {{"item", Kind::string, "Catalogue number or service code"},
                          {"description", Kind::string, "In the words of agent or supplier"},
                          {"quantity", Kind::string, "Exact decimal as text"},
                          {"unit", Kind::string, "UN/ECE code"},
                          {"unit_price", Kind::money, "Net price of one unit"},
                          {"net", Kind::money, "Net amount of the line"},
                          {"last_price", Kind::money, "What the item cost last, in another order"},
                          {"contract_price", Kind::money, "What the named contract or a price list says"},
                          {"coverage", Kind::string,
                           "covered, over_price, over_quantity, expired, not_begun, other_supplier, not_in_contract, "
                           "not_on_file or not_checked"}}});
    return shape;
}

Value lines(const Source& source) {
    std::vector<Value> all;
    for (std::size_t index = 0; index < source.order().lines.size(); ++index) {
        const domain::Line& line = source.order().lines[index];
        const facts::LineFacts known =
            index < source.facts().lines.size() ? source.facts().lines[index] : facts::LineFacts{};
        const bool covered = index < source.cover.size();
        const Value fields[] = {Value::string(line.item_id),
                                Value::string(line.description.bytes()),
                                Value::string(line.quantity),
                                Value::string(line.unit),
                                Value::money(line.unit_price),
                                Value::money(line.net),
                                known.last_price ? Value::money(known.last_price->price) : Value(),
                                covered ? money_value(source.cover[index].price) : Value(),
                                covered ? Value::string(domain::name_of(source.cover[index].state)) : Value()};
        all.push_back(source.arena.record(*line_shape(), fields));
    }
    return source.arena.list(all);
}

} // namespace

void add_order_entries(std::vector<Entry>& all) {
    all.push_back({"gross", Kind::money, "Net and tax; below zero for money that comes back",
                   [](const Source& s) { return Value::money(s.order().gross); }});
    all.push_back({"net", Kind::money, "Without tax", [](const Source& s) { return Value::money(s.order().net); }});
    all.push_back({"tax", Kind::money, "The tax", [](const Source& s) { return Value::money(s.order().tax); }});
    all.push_back({"commitment", Kind::money, "Gross over the whole term; gross where there is no term",
                   [](const Source& s) { return Value::money(s.order().total_commitment.value_or(s.order().gross)); }});
    all.push_back({"amount", Kind::money, "What decides the tier: the largest of gross, commitment and together.total",
                   [](const Source&) { return Value(); }}); // see complete_row()
    all.push_back({"term_months", Kind::integer, "Months of the term; 0 without one",
                   [](const Source& s) { return Value::integer(s.order().term_months); }});
    all.push_back({"kind", Kind::string, "purchase, renewal, contract_change, service, appointment, return_of_goods",
                   [](const Source& s) { return Value::string(domain::name_of(s.order().kind)); }});
    all.push_back({"side", Kind::string, "buying or selling",
                   [](const Source& s) { return Value::string(domain::name_of(s.order().side)); }});
    all.push_back({"category", Kind::string, "UNSPSC code or the platform's own",
                   [](const Source& s) { return Value::string(s.order().category); }});
    all.push_back({"cost_centre", Kind::string, "Cost centre",
                   [](const Source& s) { return Value::string(s.order().cost_centre); }});
    all.push_back({"po_number", Kind::string, "Purchase order number",
                   [](const Source& s) { return Value::string(s.order().po_number); }});
    all.push_back({"purpose", Kind::string, "Why the agent says that it wants this; the agent's own words",
                   [](const Source& s) { return Value::string(s.order().purpose.bytes()); }});
    all.push_back({"lines", Type::list(Type::record(line_shape())), "The positions", lines});
    all.push_back({"version", Kind::integer, "1 for the first request, more when it was amended",
                   [](const Source& s) { return Value::integer(s.one.version.version); }});
    all.push_back({"needed_by", Kind::timestamp, "When it is needed, if it says so",
                   [](const Source& s) { return moment_value(s.order().needed_by); }});
    all.push_back({"now", Kind::timestamp, "When it is judged: the time of the event",
                   [](const Source& s) { return Value::timestamp(s.one.now); }});
    all.push_back({"working_time", Kind::boolean,
                   "Whether people are at work, by the policy's calendar; of a file without hours: on that day",
                   [](const Source& s) {
                       const auto at_work = has_day_only(s.one) ? working_day(s.document.calendar, s.one.now)
                                                                : working(s.document.calendar, s.one.now);
                       return at_work ? Value::boolean(*at_work) : Value();
                   }});
}

} // namespace policy
