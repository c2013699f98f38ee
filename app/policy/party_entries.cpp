// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/names.h"
#include "app/policy/entries.h"

namespace policy {

namespace {

using cel::Kind;
using cel::Type;
using cel::Value;

Value days_since(const std::optional<base::Instant>& first, base::Instant now) {
    return first ? Value::integer(std::chrono::floor<std::chrono::days>(now - *first).count()) : Value();
}

void add_agent(std::vector<Entry>& all) {
    all.push_back({"agent.id", Kind::string, "Who orders",
                   [](const Source& s) { return Value::string(s.order().agent.bytes()); }});
    all.push_back({"agent.registered", Kind::boolean, "Its platform has registered it",
                   [](const Source& s) { return Value::boolean(s.facts().agent != nullptr); }});
    all.push_back(
        {"agent.kind", Kind::string, "procurement_agent, device, chat_bot, voice_bot, …", [](const Source& s) {
             return s.facts().agent == nullptr ? Value() : Value::string(domain::name_of(s.facts().agent->kind));
         }});
    all.push_back(
        {"agent.group", Kind::string, "The group for which a mode is set; empty for none", [](const Source& s) {
             return s.facts().agent == nullptr ? Value::string("") : Value::string(s.facts().agent->group);
         }});
    all.push_back({"agent.on_probation", Kind::boolean, "New, or back after trouble",
                   [](const Source& s) { return Value::boolean(s.facts().on_probation); }});
    all.push_back({"agent.budget", Kind::money, "For a calendar month, if it has one", [](const Source& s) {
                       return s.facts().agent == nullptr ? Value() : money_value(s.facts().agent->budget);
                   }});
    all.push_back({"agent.orders", Kind::integer, "Orders before this one",
                   [](const Source& s) { return Value::integer(s.facts().agent_seen.orders); }});
    all.push_back({"agent.days_known", Kind::integer, "Days since its first order; absent before it",
                   [](const Source& s) { return days_since(s.facts().agent_seen.first, s.one.now); }});
    all.push_back({"owner.id", Kind::string, "For whom the agent acts",
                   [](const Source& s) { return Value::string(s.order().owner.bytes()); }});
}

void add_supplier(std::vector<Entry>& all) {
    all.push_back({"supplier.id", Kind::string, "From whom (or to whom, when selling)",
                   [](const Source& s) { return Value::string(s.order().supplier.id.bytes()); }});
    all.push_back({"supplier.name", Kind::string, "Its name, in its own words",
                   [](const Source& s) { return Value::string(s.order().supplier.name.bytes()); }});
    all.push_back({"supplier.is_new", Kind::boolean, "No order went there before",
                   [](const Source& s) { return Value::boolean(!s.facts().supplier_seen.first); }});
    all.push_back({"supplier.orders", Kind::integer, "Orders before this one",
                   [](const Source& s) { return Value::integer(s.facts().supplier_seen.orders); }});
    all.push_back({"supplier.days_known", Kind::integer, "Days since the first order; absent before it",
                   [](const Source& s) { return days_since(s.facts().supplier_seen.first, s.one.now); }});
    all.push_back({"supplier.orders_of_agent", Kind::integer, "Orders of this agent before this one",
                   [](const Source& s) { return Value::integer(s.facts().pair_seen.orders); }});
    all.push_back({"payee.account", Kind::string, "Where the money goes; absent when not told",
                   [](const Source& s) { return text_value(s.order().payee.account); }});
    all.push_back({"payee.is_new", Kind::boolean, "A known supplier wants its money somewhere else than before",
                   [](const Source& s) {
                       return Value::boolean(s.facts().supplier_seen.first.has_value() &&
                                             !s.order().payee.account.empty() && !s.facts().payee_seen.first);
                   }});
}

Value texts(const std::vector<std::string>& all, cel::Arena& arena) {
    std::vector<Value> values;
    for (const std::string& one : all) {
        values.push_back(Value::string(one));
    }
    return arena.list(values);
}

void add_mandate(std::vector<Entry>& all) {
    all.push_back({"mandate.id", Kind::string, "The mandate that it names, if it names one", [](const Source& s) {
                       return s.order().mandate ? Value::string(s.order().mandate->bytes()) : Value();
                   }});
    all.push_back({"mandate.on_file", Kind::boolean, "That mandate is known",
                   [](const Source& s) { return Value::boolean(s.facts().mandate != nullptr); }});
    all.push_back({"mandate.revoked", Kind::boolean, "It was taken back",
                   [](const Source& s) { return Value::boolean(s.facts().mandate_revoked); }});
    all.push_back({"mandate.agent", Kind::string, "Whom it was given to", [](const Source& s) {
                       return s.facts().mandate == nullptr ? Value() : Value::string(s.facts().mandate->agent.bytes());
                   }});
    all.push_back(
        {"mandate.per_transaction", Kind::money, "Its ceiling for one order, if it has one", [](const Source& s) {
             return s.facts().mandate == nullptr ? Value() : money_value(s.facts().mandate->per_transaction);
         }});
    all.push_back({"mandate.per_month", Kind::money, "Its ceiling for a month, if it has one", [](const Source& s) {
                       return s.facts().mandate == nullptr ? Value() : money_value(s.facts().mandate->per_month);
                   }});
    all.push_back({"mandate.in_force", Kind::boolean, "On file, not taken back, and begun and not ended now",
                   [](const Source& s) {
                       const domain::Mandate* mandate = s.facts().mandate;
                       return Value::boolean(mandate != nullptr && !s.facts().mandate_revoked &&
                                             s.one.now >= mandate->not_before && s.one.now < mandate->not_after);
                   }});
    all.push_back({"mandate.categories", Type::list(Kind::string), "What it allows; empty: all", [](const Source& s) {
                       return s.facts().mandate == nullptr ? Value() : texts(s.facts().mandate->categories, s.arena);
                   }});
    all.push_back(
        {"mandate.suppliers", Type::list(Kind::string), "From whom it allows to buy; empty: all", [](const Source& s) {
             std::vector<std::string> ids;
             for (const auto& id :
                  s.facts().mandate == nullptr ? std::vector<domain::SupplierId>{} : s.facts().mandate->suppliers) {
                 ids.push_back(id.bytes());
             }
             std::vector<Value> values;
             for (const std::string& id : ids) {
                 values.push_back(s.arena.string(id));
             }
             return s.facts().mandate == nullptr ? Value() : s.arena.list(values);
         }});
}

void add_contract(std::vector<Entry>& all) {
    all.push_back({"contract.id", Kind::string, "The contract that it names, if it names one", [](const Source& s) {
                       return s.order().contract ? Value::string(s.order().contract->bytes()) : Value();
                   }});
    all.push_back({"contract.on_file", Kind::boolean, "That contract is known",
                   [](const Source& s) { return Value::boolean(s.facts().contract != nullptr); }});
    all.push_back({"contract.in_force", Kind::boolean, "Known, and begun and not ended now", [](const Source& s) {
                       const domain::Contract* contract = s.facts().contract;
                       return Value::boolean(contract != nullptr && s.one.now >= contract->not_before &&
                                             s.one.now < contract->not_after);
                   }});
    all.push_back({"contract.supplier", Kind::string, "Whose contract it is", [](const Source& s) {
                       return s.facts().contract == nullptr ? Value()
                                                            : Value::string(s.facts().contract->supplier.id.bytes());
                   }});
}

} // namespace

void add_party_entries(std::vector<Entry>& all) {
    add_agent(all);
    add_supplier(all);
    add_mandate(all);
    add_contract(all);
}

} // namespace policy
