// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/case_fields.h"

#include "app/ports/case_level.h"

#include "ui/sieve/choices.h"

namespace ui::inbox {

namespace {

using filter::What;
using models::sieve::Field;
using models::sieve::Scratch;
using ports::CaseRow;
namespace rows = models::sieve;

std::string_view name_of(ports::CaseState state) {
    using enum ports::CaseState;
    switch (state) {
    case open: return "open";
    case decided: return "decided";
    case awaiting_second: return "awaiting_second";
    case in_doubt: return "in_doubt";
    case executed: return "executed";
    case rejected: return "rejected";
    case expired: return "expired";
    case failed: return "failed";
    case rolled_back: return "rolled_back";
    case partly_rolled_back: return "partly_rolled_back";
    case withdrawn: return "withdrawn";
    case acknowledged: return "acknowledged";
    }
    return {};
}

std::string_view name_of(ports::CaseOrigin origin) {
    return origin == ports::CaseOrigin::requested ? "requested" : "raised";
}

cel::Value codes_of(const CaseRow& row, Scratch& scratch) {
    std::string all;
    for (const std::string& code : row.codes) {
        all += (all.empty() ? "" : " ") + code;
    }
    return scratch.text(std::move(all));
}

cel::Value rank(const std::optional<domain::Tier>& tier) {
    return tier ? cel::Value::integer(static_cast<std::int64_t>(*tier)) : cel::Value();
}

cel::Value span(base::Microseconds span) {
    return cel::Value::duration(span);
}

} // namespace

std::vector<Field<CaseRow>> CaseFields::all(const base::Clock& clock, const ports::Seat& seat) {
    const auto named = [](const QString& shown) { return shown.toStdString(); };
    const auto word = [](auto value) { return look::Words::of(value); };
    const auto name = [](auto value) { return name_of(value); };
    return {
        {{"order", What::text, named(tr("Order")), {}},
         [](const CaseRow& row, Scratch&) { return rows::text(row.key.id.bytes()); }},
        {{"agent", What::text, named(tr("Agent")), {}},
         [](const CaseRow& row, Scratch&) { return rows::text(row.agent.bytes()); }},
        {{"supplier", What::text, named(tr("Counterpart")), {}},
         [](const CaseRow& row, Scratch&) { return rows::text(row.counterpart.bytes()); }},
        {{"purpose", What::text, named(tr("Purpose")), {}},
         [](const CaseRow& row, Scratch&) { return rows::text(row.purpose.bytes()); }},
        {{"finding", What::text, named(tr("Why it waits")), {}}, &codes_of},
        {{"tier", What::rank, named(tr("Tier")), sieve::choices(domain::Tier::blocked)},
         [](const CaseRow& row, Scratch&) {
             return cel::Value::integer(static_cast<std::int64_t>(ports::level_of(row)));
         }},
        {{"our_tier", What::rank, named(tr("Tier by our policy")), sieve::choices(domain::Tier::blocked)},
         [](const CaseRow& row, Scratch&) { return rank(row.our_tier); }},
        {{"platform_tier", What::rank, named(tr("Tier by the platform")), sieve::choices(domain::Tier::blocked)},
         [](const CaseRow& row, Scratch&) { return rank(row.tier); }},
        {{"category", What::text, named(tr("Category")), {}},
         [](const CaseRow& row, Scratch&) { return rows::text(row.category); }},
        {{"amount", What::money, named(tr("Amount")), {}},
         [](const CaseRow& row, Scratch&) { return cel::Value::money(row.gross); }},
        {{"state", What::choice, named(tr("State")), sieve::choices(ports::CaseState::acknowledged, name, word)},
         [](const CaseRow& row, Scratch&) { return rows::text(name_of(row.state)); }},
        {{"origin", What::choice, named(tr("How it came")), sieve::choices(ports::CaseOrigin::raised, name, word)},
         [](const CaseRow& row, Scratch&) { return rows::text(name_of(row.origin)); }},
        {{"moment", What::choice, named(tr("Before or after execution")),
          sieve::choices(
              domain::Moment::observed_only, [](domain::Moment moment) { return domain::name_of(moment); }, word)},
         [](const CaseRow& row, Scratch&) { return rows::text(domain::name_of(row.moment)); }},
        {{"opened", What::time, named(tr("Opened")), {}},
         [](const CaseRow& row, Scratch&) { return rows::time(row.opened); }},
        {{"waiting", What::span, named(tr("Waiting since")), {}},
         [&clock](const CaseRow& row, Scratch&) { return span(clock.now() - row.opened); }},
        {{"expires", What::time, named(tr("Ends")), {}},
         [](const CaseRow& row, Scratch&) { return rows::time(row.expires); }},
        {{"left", What::span, named(tr("Time left")), {}},
         [&clock](const CaseRow& row, Scratch&) {
             return row.expires ? span(*row.expires - clock.now()) : cel::Value();
         }},
        {{"answer_by", What::time, named(tr("Answer due by the policy")), {}},
         [](const CaseRow& row, Scratch&) { return rows::time(row.answer_by); }},
        {{"answer_left", What::span, named(tr("Time left to answer")), {}},
         [&clock](const CaseRow& row, Scratch&) {
             return row.answer_by ? span(*row.answer_by - clock.now()) : cel::Value();
         }},
        {{"escalated", What::flag, named(tr("Escalated because nobody answered")), {}},
         [](const CaseRow& row, Scratch&) { return cel::Value::boolean(row.escalated); }},
        {{"escalated_to", What::text, named(tr("To whom it is escalated")), {}},
         [](const CaseRow& row, Scratch& scratch) {
             const auto& rule = row.unanswered;
             return !row.escalated || !rule ? rows::text({})
                                            : scratch.text(rule->role.empty() ? rule->person.bytes() : rule->role);
         }},
        {{"mine", What::flag, named(tr("Escalated to you")), {}},
         [&seat](const CaseRow& row, Scratch&) { return cel::Value::boolean(ports::is_escalated_to(row, seat)); }},
        {{"claimed_by", What::text, named(tr("Who is looking")), {}},
         [](const CaseRow& row, Scratch&) { return rows::text(row.claimed_by.bytes()); }},
        {{"conflict", What::flag, named(tr("Contradictory versions")), {}},
         [](const CaseRow& row, Scratch&) { return cel::Value::boolean(row.conflict); }},
        {{"source", What::text, named(tr("Source")), {}},
         [](const CaseRow& row, Scratch&) { return rows::text(row.key.source.bytes()); }},
    };
}

} // namespace ui::inbox
