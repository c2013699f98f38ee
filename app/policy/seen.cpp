// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/seen.h"

#include "app/cel/times.h"
#include "app/json/fields.h"

namespace policy {

namespace {

using cel::Kind;
using cel::Value;
using domain::LineCover;

/// What a name is when nothing is written about it; what is absent is written as null.
Value nothing_of(const cel::Type& type, const domain::Currency& currency) {
    if (type.is(Kind::integer)) {
        return Value::integer(0);
    }
    if (type.is(Kind::boolean)) {
        return Value::boolean(false);
    }
    if (type.is(Kind::money)) {
        return Value::money({0, currency});
    }
    return {};
}

bool is_nothing(const Value& value, const cel::Type& type, const domain::Currency& currency) {
    const Value nothing = nothing_of(type, currency);
    if (value.kind() != nothing.kind() || value.is(Kind::absent)) {
        return false;
    }
    return value.is(Kind::boolean) ? value.is_false()
           : value.is(Kind::money) ? value.money() == nothing.money()
                                   : value.integer() == 0;
}

std::string text_of(const domain::Money& amount) {
    return domain::to_decimal(amount) + " " + std::string(amount.currency.code());
}

std::optional<domain::Money> money_in(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) {
        return std::nullopt;
    }
    const auto currency = domain::Currency::from_code(text.substr(blank + 1));
    const auto amount =
        currency ? domain::from_decimal(text.substr(0, blank), *currency) : base::Result<domain::Money>(base::Fault{});
    return amount ? std::optional(*amount) : std::nullopt;
}

json::Value value_of(const Value& value) {
    switch (value.kind()) {
    case Kind::boolean: return {value.is_true()};
    case Kind::integer: return json::Value::decimal(value.integer());
    case Kind::string: return {value.text()};
    case Kind::money: return {text_of(value.money())};
    case Kind::timestamp: return {cel::to_text(value.timestamp())};
    case Kind::list: {
        json::Value all = json::Value::array();
        for (const Value& item : value.items()) {
            all.append(value_of(item));
        }
        return all;
    }
    case Kind::absent:
    case Kind::error:
    case Kind::dyn:
    case Kind::null:
    case Kind::unsigned_integer:
    case Kind::real:
    case Kind::bytes:
    case Kind::duration:
    case Kind::map:
    case Kind::record:
    case Kind::type: break; // the vocabulary has no names of these kinds behind those of the order
    }
    return {};
}

std::optional<Value> value_from(const json::View& json, const cel::Type& type, cel::Arena& arena) {
    if (json.is_null()) {
        return Value();
    }
    if (type.is(Kind::boolean) && json.kind() == json::Kind::boolean) {
        return Value::boolean(json.boolean());
    }
    if (type.is(Kind::list) && json.is_array()) {
        std::vector<Value> items;
        for (const json::View one : json) {
            const auto item = value_from(one, type.item(), arena);
            if (!item) {
                return std::nullopt;
            }
            items.push_back(*item);
        }
        return arena.list(items);
    }
    if (!json.is_string()) {
        return std::nullopt;
    }
    if (type.is(Kind::string)) {
        return arena.string(json.string());
    }
    if (type.is(Kind::integer)) {
        const auto number = json::int64_from_decimal(json.string());
        return number ? std::optional(Value::integer(*number)) : std::nullopt;
    }
    if (type.is(Kind::money)) {
        const auto amount = money_in(json.string());
        return amount ? std::optional(Value::money(*amount)) : std::nullopt;
    }
    const auto moment = type.is(Kind::timestamp) ? cel::read_timestamp(json.string()) : std::nullopt;
    return moment ? std::optional(Value::timestamp(*moment)) : std::nullopt;
}

void set_moment(json::Value& into, const char* name, const std::optional<base::Instant>& at) {
    if (at) {
        into.set(name, base::to_rfc3339(*at));
    }
}

json::Value value_of(const LineCover& cover) {
    json::Value one = json::Value::object({{"state", json::Value(domain::name_of(cover.state))}});
    one.set_text("clause", cover.clause);
    one.set_text("supplier", cover.supplier.bytes());
    one.set_text("most", cover.most);
    one.set_text("ordered", cover.ordered);
    if (cover.of_policy) {
        one.set("of_policy", true);
    }
    if (cover.price) {
        one.set("price", text_of(*cover.price));
    }
    set_moment(one, "begins", cover.begins);
    set_moment(one, "ends", cover.ends);
    return one;
}

/// Reads what stands behind a name; blames what does not read.
std::optional<base::Instant> moment(json::Fields& fields, const char* name) {
    if (!fields.has(name)) {
        return std::nullopt;
    }
    const auto at = base::from_rfc3339(fields.string(name));
    if (!at) {
        fields.blame(name, at.fault());
        return std::nullopt;
    }
    return *at;
}

std::optional<domain::Money> money(json::Fields& fields, const char* name) {
    if (!fields.has(name)) {
        return std::nullopt;
    }
    const auto amount = money_in(fields.string(name));
    if (!amount) {
        fields.blame(name, base::FaultCode::malformed, "not an amount");
    }
    return amount;
}

LineCover cover_from(const json::View& view, json::Trouble& trouble) {
    json::Fields fields(view, trouble);
    LineCover cover;
    const auto state = domain::cover_state(fields.string("state"));
    if (!state) {
        fields.blame("state", base::FaultCode::malformed, "not a word for what an agreement says");
    }
    cover.state = state.value_or(LineCover::State::not_checked);
    cover.clause = fields.optional_string("clause");
    cover.supplier = domain::SupplierId(std::string(fields.optional_string("supplier")));
    cover.most = fields.optional_string("most");
    cover.ordered = fields.optional_string("ordered");
    cover.of_policy = fields.optional_boolean("of_policy", false);
    cover.price = money(fields, "price");
    cover.begins = moment(fields, "begins");
    cover.ends = moment(fields, "ends");
    return cover;
}

json::Value prices_of(const facts::Facts& facts) {
    json::Value all = json::Value::array();
    for (const facts::LineFacts& line : facts.lines) {
        json::Value one = json::Value::object();
        if (line.last_price) {
            one.set("price", text_of(line.last_price->price));
            set_moment(one, "at", line.last_price->at);
        }
        all.append(std::move(one));
    }
    return all;
}

void read_values(json::Fields& fields, const domain::TransactionVersion& version, const RuleBook& book,
                 cel::Arena& arena, std::vector<Value>& row) {
    const auto values = fields.object("values");
    if (!values) {
        return;
    }
    const auto& names = vocabulary().names();
    for (std::size_t slot = names_of_order(); slot < names.size(); ++slot) {
        row[slot] = book.wanted()[slot] ? nothing_of(names[slot].type, version.subject.gross.currency) : Value();
    }
    for (const json::View one : *values) {
        const auto slot = vocabulary().find(one.key());
        const auto value = slot ? value_from(one, names[*slot].type, arena) : std::nullopt;
        if (!value || *slot < names_of_order()) {
            fields.trouble().add(one.fault(base::FaultCode::malformed, "not a value of a known name"));
            return;
        }
        row[*slot] = *value;
    }
}

} // namespace

json::Value write_seen(const Case& one, const Judged& judged, const RuleBook& book) {
    json::Value values = json::Value::object();
    const auto& names = vocabulary().names();
    const domain::Currency currency = one.version.subject.gross.currency;
    for (std::size_t slot = names_of_order(); slot < names.size(); ++slot) {
        if (book.wanted()[slot] && !is_nothing(judged.row[slot], names[slot].type, currency)) {
            values.set(names[slot].name, value_of(judged.row[slot]));
        }
    }
    json::Value cover = json::Value::array();
    for (const LineCover& line : judged.verdict.cover) {
        cover.append(value_of(line));
    }
    json::Value missing = json::Value::array();
    for (const domain::UntrustedText& record : judged.verdict.missing) {
        missing.append(json::Value(record.bytes()));
    }
    json::Value seen = json::Value::object({{"now", json::Value(base::to_rfc3339(one.now))},
                                            {"values", std::move(values)},
                                            {"cover", std::move(cover)},
                                            {"missing", std::move(missing)},
                                            {"last_prices", prices_of(one.facts)}});
    set_moment(seen, "agent_told", one.facts.agent_told);
    set_moment(seen, "mandate_told", one.facts.mandate_told);
    set_moment(seen, "contract_told", one.facts.contract_told);
    return seen;
}

base::Result<Recalled> read_seen(const json::View& seen, const domain::TransactionVersion& version,
                                 const RuleBook& book, cel::Arena& arena) {
    json::Trouble trouble;
    json::Fields fields(seen, trouble);
    Recalled recalled;
    recalled.now = moment(fields, "now").value_or(base::Instant{});
    recalled.agent_told = moment(fields, "agent_told");
    recalled.mandate_told = moment(fields, "mandate_told");
    recalled.contract_told = moment(fields, "contract_told");
    facts::Facts facts;
    if (const auto all = fields.array("last_prices")) {
        for (const json::View one : *all) {
            json::Fields price(one, trouble);
            const auto amount = money(price, "price");
            const auto at = moment(price, "at");
            recalled.last_prices.push_back(amount && at ? std::optional(facts::PriceSeen{*amount, *at}) : std::nullopt);
            facts.lines.push_back({recalled.last_prices.back(), nullptr, std::nullopt});
        }
    }
    if (const auto all = fields.array("cover")) {
        for (const json::View one : *all) {
            recalled.cover.push_back(cover_from(one, trouble));
        }
    }
    if (const auto all = fields.array("missing")) {
        for (const json::View one : *all) {
            recalled.missing.emplace_back(std::string(one.string()));
        }
    }
    if (const auto done = trouble.done(); !done) {
        return done.fault();
    }
    recalled.row = row_of({version, facts, recalled.now}, book.document(), recalled.cover, arena, book.wanted());
    read_values(fields, version, book, arena, recalled.row);
    if (const auto done = trouble.done(); !done) {
        return done.fault();
    }
    recalled.row[slot_of("amount")] = Value(); // follows from what was read
    complete_row(recalled.row, book.document());
    return recalled;
}

} // namespace policy
