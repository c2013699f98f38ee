// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_case.h"

#include "app/domain/names.h"

#include <cstdlib>
#include <functional>
#include <map>
#include <sstream>
#include <vector>

using namespace std::chrono_literals;

namespace {

domain::Money euro(std::int64_t minor, const char* currency = "EUR") {
    return {minor, domain::Currency::from_code(currency).value()};
}

domain::Digest digest_named(char letter) {
    domain::Digest digest{};
    digest.fill(static_cast<std::uint8_t>(letter));
    return digest;
}

domain::Member member(const char* id, char key, domain::Tier highest, std::int64_t limit) {
    domain::Member made;
    made.id = domain::PersonId(id);
    made.role = "manager";
    made.key = key_named(key);
    made.permissions = {domain::Permission::view, domain::Permission::decide, domain::Permission::stop};
    made.limits = {euro(limit)};
    made.highest_tier = highest;
    made.not_after = at_clock("18:00");
    return made;
}

domain::Roster plain_roster() {
    using enum domain::Tier;
    domain::Roster roster;
    roster.version = 7;
    roster.members = {member("mara", 'm', dual_sign_off, 2'000'000),  member("noor", 'n', dual_sign_off, 2'000'000),
                      member("olga", 'o', confirm, 50'000),           member("rita", 'r', dual_sign_off, 2'000'000),
                      member("sim-1", 's', dual_sign_off, 2'000'000), member("sim-2", 't', dual_sign_off, 2'000'000),
                      member("nico", 'c', dual_sign_off, 2'000'000),  member("paul", 'p', sign_off, 2'000'000)};
    roster.members[3].permissions = {domain::Permission::view};
    roster.members[4].simulated = roster.members[5].simulated = true;
    roster.members[6].limits.clear();
    roster.members[7].not_after = at_clock("09:00");
    return roster;
}

std::vector<std::string> parts_of(const std::string& text, char between) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, between);) {
        parts.push_back(part);
    }
    return parts;
}

template <class Enum>
Enum named(const std::string& name) {
    const auto value = domain::from_name<Enum>(name);
    return value ? *value : (std::abort(), Enum{});
}

using Change = std::function<void(DrawnCase&, const std::string&)>;

std::optional<domain::Money> amount_of(const std::string& text) {
    return text == "none" ? std::nullopt : std::optional(euro(std::stoll(text)));
}

void draw_claim(DrawnCase& drawn, const std::string& text) {
    const auto parts = parts_of(text, '/');
    drawn.about.claim = authority::Claim{drawn.about.current.key.id, domain::PersonId(parts.at(0)),
                                         std::stoll(parts.at(1)), at_clock(parts.at(2))};
}

void draw_first(DrawnCase& drawn, const std::string& text) {
    const auto parts = parts_of(text, '/');
    const domain::PersonId person(parts.at(0));
    const domain::Member* member = authority::member_of(drawn.roster, person);
    const domain::PersonId holder(parts.size() > 3 ? parts.at(3) : std::string());
    drawn.spent.sign_first(drawn.about.current.key.id, drawn.about.current.version,
                           {domain::DecisionId("d-first"), person, member->key, named<domain::Verb>(parts.at(1)),
                            amount_of(parts.at(2)), member->simulated, holder});
}

void draw_line(DrawnCase& drawn, const std::string& text) {
    const auto parts = parts_of(text, '/');
    domain::AuthorityLine line;
    line.id = "L-" + std::to_string(drawn.approvals.matrix.lines.size() + 1);
    const bool is_role = parts.at(0).front() == '*';
    (is_role ? line.role : line.id) = is_role ? parts.at(0).substr(1) : line.id;
    line.person = domain::PersonId(is_role ? std::string() : parts.at(0));
    line.up_to = euro(std::stoll(parts.at(1)));
    if (parts.size() > 2) {
        line.categories = {parts.at(2)};
    }
    drawn.approvals.matrix.lines.push_back(line);
}

void draw_delegation(DrawnCase& drawn, const std::string& text) {
    const auto parts = parts_of(text, '/');
    domain::Delegation lent;
    lent.id = "D-" + std::to_string(drawn.approvals.matrix.delegations.size() + 1);
    lent.from = domain::PersonId(parts.at(0));
    lent.to = domain::PersonId(parts.at(1));
    const auto times = parts_of(parts.at(2), '-');
    lent.since = at_clock(times.at(0));
    lent.until = at_clock(times.at(1));
    if (parts.size() > 3) {
        lent.up_to = euro(std::stoll(parts.at(3)));
    }
    drawn.approvals.matrix.delegations.push_back(lent);
}

const std::map<std::string, Change>& order_changes() {
    static const std::map<std::string, Change> all = {
        {"state", [](auto& d, auto& v) { d.about.state = named<domain::TransactionState>(v); }},
        {"tier", [](auto& d, auto& v) { d.about.tier = named<domain::Tier>(v); }},
        {"gross", [](auto& d, auto& v) { d.about.current.subject.gross = euro(std::stoll(v)); }},
        {"commitment", [](auto& d, auto& v) { d.about.current.subject.total_commitment = euro(std::stoll(v)); }},
        {"current", [](auto& d, auto& v) { d.about.current.version = std::stoi(v); }},
        {"owner", [](auto& d, auto& v) { d.about.current.subject.owner = domain::OwnerId(v); }},
        {"held", [](auto& d, auto& v) { d.about.held_since = at_clock(v); }},
        {"plan", [](auto& d, auto& v) { d.about.plan_digest = digest_named(v.at(0)); }},
        {"stop", [](auto& d, auto& v) { d.about.stopped = v == "yes"; }},
        {"planned", [](auto& d, auto& v) { d.about.plan_amount = amount_of(v); }},
        {"target",
         [](auto& d, auto& v) {
             d.target = {v != "unknown", v != "running"};
         }},
        {"rolling", [](auto& d, auto&) { d.about.rolling_back = true; }},
        {"claim", draw_claim},
        {"first", draw_first},
        {"used", [](auto& d, auto& v) { d.spent.use(domain::DecisionId(v)); }},
        {"settled", [](auto& d, auto& v) { d.spent.settle(d.about.current.key.id, std::stoi(v)); }},
        {"now", [](auto& d, auto& v) { d.now = at_clock(v); }},
        {"solo",
         [](auto& d, auto& v) {
             d.roster.solo = true;
             d.roster.solo_delay_seconds = std::stoll(v);
         }},
        {"simulated", [](auto& d, auto& v) { d.site.admits_simulated = v == "yes"; }},
        {"signature", [](auto& d, auto&) { d.signature_holds = false; }},
        {"line", draw_line},
        {"lend", draw_delegation},
        {"category", [](auto& d, auto& v) { d.about.current.subject.category = v; }},
        {"group", [](auto& d, auto& v) { d.about.group = v; }},
    };
    return all;
}

const std::map<std::string, Change>& decision_changes() {
    static const std::map<std::string, Change> all = {
        {"verb", [](auto& d, auto& v) { d.decision.decision.verb = named<domain::Verb>(v); }},
        {"amount", [](auto& d, auto& v) { d.decision.decision.amount = amount_of(v); }},
        {"currency",
         [](auto& d, auto& v) { d.decision.decision.amount = euro(d.decision.decision.amount->minor, v.c_str()); }},
        {"payee",
         [](auto& d, auto& v) {
             d.decision.decision.payee =
                 v == "none" ? std::nullopt : std::optional(domain::Payee{domain::UntrustedText("Shop"), v});
         }},
        {"version", [](auto& d, auto& v) { d.decision.decision.version = std::stoi(v); }},
        {"digest", [](auto& d, auto& v) { d.decision.decision.subject_digest = digest_named(v.at(0)); }},
        {"source", [](auto& d, auto& v) { d.decision.decision.source = domain::SourceId(v); }},
        {"about",
         [](auto& d, auto& v) { d.decision.decision.transaction = domain::TransactionId(v == "none" ? "" : v); }},
        {"agent", [](auto& d, auto& v) { d.decision.decision.agent = domain::AgentId(v); }},
        {"person",
         [](auto& d, auto& v) {
             d.decision.decision.person = domain::PersonId(v);
             const auto* found = authority::member_of(d.roster, d.decision.decision.person);
             d.decision.key = found != nullptr ? found->key : key_named('?');
         }},
        {"key", [](auto& d, auto& v) { d.decision.key = key_named(v.at(0)); }},
        {"role", [](auto& d, auto& v) { d.decision.decision.role = v; }},
        {"roster", [](auto& d, auto& v) { d.decision.decision.roster_version = std::stoll(v); }},
        {"epoch", [](auto& d, auto& v) { d.decision.decision.claim_epoch = std::stoll(v); }},
        {"from", [](auto& d, auto& v) { d.decision.decision.not_before = at_clock(v); }},
        {"until", [](auto& d, auto& v) { d.decision.decision.not_after = at_clock(v); }},
        {"id", [](auto& d, auto& v) { d.decision.decision.id = domain::DecisionId(v == "none" ? "" : v); }},
        {"reason", [](auto& d, auto& v) { d.decision.decision.reason_code = v; }},
        {"under", [](auto& d, auto& v) { d.decision.decision.delegation = v; }},
        {"shown", [](auto& d, auto& v) { d.decision.decision.plan_digest = digest_named(v.at(0)); }},
    };
    return all;
}

std::string written(const authority::Ruling& ruling) {
    if (ruling.outcome == authority::Outcome::allowed) {
        return ruling.code == authority::Code::none ? "allowed" : "contradiction";
    }
    const std::string code(authority::name_of(ruling.code));
    return ruling.earliest ? code + " until " + base::to_rfc3339(*ruling.earliest).substr(11, 5) : code;
}

} // namespace

base::Instant at_clock(const std::string& hours_and_minutes) {
    return base::from_rfc3339("2026-03-02T" + hours_and_minutes + ":00Z").value();
}

domain::PublicKey key_named(char letter) {
    domain::PublicKey key{};
    key.fill(static_cast<std::uint8_t>(letter));
    return key;
}

DrawnCase::DrawnCase(const std::string& drawing)
    : roster(plain_roster())
    , site{domain::SourceId("urn:gate"), false}
    , now(at_clock("10:00")) {
    about.current.key = {site.source, domain::TransactionId("T-1")};
    about.current.digest = digest_named('a');
    about.current.subject.owner = domain::OwnerId("kitchen");
    about.current.subject.gross = euro(11'900);
    about.current.subject.payee = {domain::UntrustedText("Shop"), "DE-1"};
    about.state = domain::TransactionState::held;
    about.tier = domain::Tier::sign_off;
    about.held_since = at_clock("09:30");
    domain::Decision& plain = decision.decision;
    plain.id = domain::DecisionId("d-1");
    plain.source = site.source;
    plain.transaction = about.current.key.id;
    plain.version = 1;
    plain.subject_digest = about.current.digest;
    plain.verb = domain::Verb::approve;
    plain.amount = euro(11'900);
    plain.payee = about.current.subject.payee;
    plain.person = domain::PersonId("mara");
    plain.role = "manager";
    plain.roster_version = roster.version;
    plain.not_before = at_clock("09:55");
    plain.not_after = at_clock("10:30");
    decision.key = key_named('m');
    for (const std::string& word : parts_of(drawing, ' ')) {
        const std::size_t colon = word.find(':');
        const std::string name = word.substr(0, colon);
        const std::string value = word.substr(colon + 1);
        const auto& changes = order_changes().contains(name) ? order_changes() : decision_changes();
        changes.at(name)(*this, value);
    }
}

std::string DrawnCase::ruling() const {
    authority::Site here = site;
    here.approvals = &approvals;
    return written(authority::rule(
        about, decision, roster, spent, here, [this](auto&, auto, auto&) { return signature_holds; }, now));
}

std::string DrawnCase::ruling_on_agent() const {
    return written(authority::rule_on_agent(
        decision, roster, spent, site, [this](auto&, auto, auto&) { return signature_holds; }, now, target));
}
