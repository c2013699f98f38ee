// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/drawn_feed.h"

#include "app/base/encoding.h"
#include "app/crypto/digest.h"
#include "app/domain/names.h"
#include "app/wire/event_codec.h"
#include "app/wire/signed_bytes.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>

namespace drawn {

namespace {

using domain::EventType;

[[noreturn]] void not_understood(const std::string& line) {
    std::fprintf(stderr, "drawn feed: not understood: %s\n", line.c_str());
    std::abort();
}

/// The words of one line, taken from the left; "quoted text" is one word.
class Words {
public:
    explicit Words(std::string line)
        : line_(std::move(line))
        , stream_(line_) {}

    std::string next() {
        std::string word = next_or({});
        if (word.empty()) {
            not_understood(line_);
        }
        return word;
    }
    std::string next_or(std::string otherwise) {
        std::string word;
        if (!(stream_ >> word)) {
            return otherwise;
        }
        if (word.front() == '"') {
            while (word.size() < 2 || word.back() != '"') {
                std::string more;
                if (!(stream_ >> more)) {
                    not_understood(line_);
                }
                word += " " + more;
            }
            return word.substr(1, word.size() - 2);
        }
        return word;
    }
    std::int32_t version() {
        const std::string word = next();
        if (word.size() < 2 || word.front() != 'v') {
            not_understood(line_);
        }
        return std::stoi(word.substr(1));
    }
    template <class Enum>
    Enum name() {
        const std::string word = next();
        const auto value = domain::from_name<Enum>(word);
        if (!value) {
            not_understood(line_);
        }
        return *value;
    }
    [[nodiscard]] const std::string& line() const { return line_; }

private:
    std::string line_;
    std::istringstream stream_;
};

domain::Payload version_of(Words& words) {
    domain::TransactionVersion version;
    version.key = key(words.next());
    version.version = words.version();
    const std::string agent = words.next();
    const std::string amount = words.next();
    version.subject = subject(agent, money(amount, words.next()));
    version.digest = digest_of(version);
    return version;
}

domain::Payload assessment_of(Words& words, base::Instant now) {
    domain::Assessment assessment;
    assessment.transaction = domain::TransactionId(words.next());
    assessment.version = words.version();
    assessment.tier = words.name<domain::Tier>();
    for (std::string code = words.next_or({}); !code.empty(); code = words.next_or({})) {
        assessment.findings.push_back({code, domain::UntrustedText("because of " + code)});
    }
    if (assessment.tier != domain::Tier::automatic) {
        assessment.escalation = "requires_escalation";
        assessment.expires = now + std::chrono::hours(1);
        assessment.if_nobody_acts = domain::UntrustedText("the order is dropped");
    }
    return assessment;
}

domain::Payload step_of(Words& words, base::Instant now, bool held) {
    domain::TransactionStep step;
    step.transaction = domain::TransactionId(words.next());
    step.version = words.version();
    if (held) {
        step.expires = now + std::chrono::hours(1);
    }
    for (std::string more = words.next_or({}); !more.empty(); more = words.next_or({})) {
        if (more == "by") {
            step.decision = domain::DecisionId(words.next());
        } else if (more == "because") {
            step.code = words.next();
        } else if (more == "of") {
            const std::string amount = words.next();
            step.amount = money(amount, words.next());
        } else {
            not_understood(words.line());
        }
    }
    return step;
}

/// `by "name"`, `sure 612`, `heard "23,80" 2380.00 EUR`, `back "two thousand"`, `or "2380" 588`.
void add_to_turn(const std::string& what, Words& words, domain::Turn& turn) {
    if (what == "by") {
        turn.speaker_name = domain::UntrustedText(words.next());
    } else if (what == "sure") {
        turn.confidence_permille = std::stoi(words.next());
    } else if (what == "heard") {
        const std::string said = words.next();
        const std::string amount = words.next();
        turn.amounts.push_back({domain::UntrustedText(said), money(amount, words.next()), {}});
    } else if (what == "back" && !turn.amounts.empty()) {
        turn.amounts.back().read_back = domain::UntrustedText(words.next());
    } else if (what == "or") {
        const std::string text = words.next();
        turn.alternatives.push_back({domain::UntrustedText(text), std::stoi(words.next())});
    } else {
        not_understood(words.line());
    }
}

domain::Payload turn_of(Words& words) {
    static std::map<std::string, std::int32_t> numbers;
    domain::Turn turn;
    turn.transaction = domain::TransactionId(words.next());
    turn.conversation = domain::ConversationId("talk-" + turn.transaction->bytes());
    turn.party = words.name<domain::Party>();
    turn.speaker = turn.party == domain::Party::agent ? domain::Speaker::machine : domain::Speaker::human;
    turn.text = domain::UntrustedText(words.next());
    turn.number = ++numbers[turn.transaction->bytes()];
    for (std::string more = words.next_or({}); !more.empty(); more = words.next_or({})) {
        add_to_turn(more, words, turn);
    }
    return turn;
}

domain::Payload plan_of(Words& words) {
    domain::Plan plan;
    plan.id = domain::PlanId(words.next());
    plan.transaction = domain::TransactionId(words.next());
    plan.version = words.version();
    for (std::string id = words.next_or({}); !id.empty(); id = words.next_or({})) {
        domain::Step step;
        step.id = domain::StepId(id);
        step.description = domain::UntrustedText("undo " + id);
        step.party = domain::UntrustedText("supplier");
        plan.steps.push_back(step);
    }
    plan.digest = crypto::sha256(wire::plan_bytes(plan));
    return plan;
}

domain::Payload plan_step_of(Words& words) {
    domain::StepTaken taken;
    taken.plan = domain::PlanId(words.next());
    taken.transaction = domain::TransactionId(words.next());
    taken.step = domain::StepId(words.next());
    taken.state = words.name<domain::StepState>();
    return taken;
}

domain::Payload agent_of(Words& words) {
    domain::Agent agent;
    agent.id = domain::AgentId(words.next());
    agent.name = domain::UntrustedText("Agent " + agent.id.bytes());
    agent.kind = domain::AgentKind::procurement_agent;
    agent.owner = domain::OwnerId("owner-1");
    return agent;
}

domain::Payload claim_of(Words& words, base::Instant now) {
    domain::ClaimChanged claim;
    claim.transaction = domain::TransactionId(words.next());
    claim.person = domain::PersonId(words.next());
    claim.epoch = std::stoll(words.next());
    claim.expires = now + std::chrono::minutes(2);
    return claim;
}

domain::Payload stop_of(Words& words) {
    domain::StopChanged stop;
    stop.stop = domain::StopId("stop-1");
    stop.agent = domain::AgentId(words.next());
    if (words.next_or({}) == "by") {
        stop.decision = domain::DecisionId(words.next());
    }
    return stop;
}

const std::map<std::string, EventType>& types() {
    static const std::map<std::string, EventType> all = {
        {"requested", EventType::transaction_requested},
        {"amended", EventType::transaction_amended},
        {"assessed", EventType::assessment_made},
        {"held", EventType::transaction_held},
        {"started", EventType::transaction_started},
        {"completed", EventType::transaction_completed},
        {"failed", EventType::transaction_failed},
        {"doubted", EventType::transaction_doubted},
        {"cancelled", EventType::transaction_cancelled},
        {"returned", EventType::transaction_returned},
        {"expired", EventType::transaction_expired},
        {"shipped", EventType::transaction_shipped},
        {"delayed", EventType::transaction_delayed},
        {"delivered", EventType::transaction_delivered},
        {"shorted", EventType::transaction_shorted},
        {"invoiced", EventType::transaction_invoiced},
        {"said", EventType::turn_taken},
        {"planned", EventType::plan_made},
        {"step", EventType::step_taken},
        {"registered", EventType::agent_registered},
        {"claimed", EventType::claim_changed},
        {"stopped", EventType::stop_acknowledged},
    };
    return all;
}

domain::Payload payload_of(EventType type, Words& words, base::Instant now) {
    switch (type) {
    case EventType::transaction_requested:
    case EventType::transaction_amended: return version_of(words);
    case EventType::assessment_made: return assessment_of(words, now);
    case EventType::turn_taken: return turn_of(words);
    case EventType::plan_made: return plan_of(words);
    case EventType::step_taken: return plan_step_of(words);
    case EventType::agent_registered: return agent_of(words);
    case EventType::claim_changed: return claim_of(words, now);
    case EventType::stop_acknowledged: return stop_of(words);
    default: return step_of(words, now, type == EventType::transaction_held);
    }
}

base::Instant at_second(std::uint64_t second) {
    return base::from_rfc3339("2026-03-02T09:00:00Z").value() + std::chrono::seconds(second);
}

} // namespace

std::vector<domain::Event> feed(std::string_view text, std::uint64_t first_sequence) {
    std::vector<domain::Event> events;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        Words words(line);
        const std::string kind = words.next_or({});
        if (kind.empty()) {
            continue;
        }
        const auto type = types().find(kind);
        if (type == types().end()) {
            not_understood(line);
        }
        domain::Event event;
        event.source = domain::SourceId(source);
        event.sequence = first_sequence + events.size();
        event.id = domain::EventId("e-" + std::to_string(event.sequence));
        event.type = type->second;
        event.time = at_second(event.sequence);
        event.payload = payload_of(type->second, words, event.time);
        event.raw = wire::encode_event(event);
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<std::string> frames(std::string_view text, std::uint64_t first_sequence) {
    std::vector<std::string> all;
    for (domain::Event& event : feed(text, first_sequence)) {
        all.push_back(std::move(event.raw));
    }
    return all;
}

domain::Money money(std::string_view amount, std::string_view currency) {
    return domain::from_decimal(amount, domain::Currency::from_code(currency).value()).value();
}

domain::Subject subject(std::string_view agent, const domain::Money& gross) {
    domain::Subject subject;
    subject.agent = domain::AgentId(std::string(agent));
    subject.owner = domain::OwnerId("owner-1");
    subject.supplier = {domain::SupplierId("supplier-1"), domain::UntrustedText("Office Supplies Ltd")};
    subject.payee = {domain::UntrustedText("Office Supplies Ltd"), "DE00 **** 1234"};
    subject.purpose = domain::UntrustedText("toner for the second floor");
    subject.net = gross;
    subject.tax = domain::Money{0, gross.currency};
    subject.gross = gross;
    domain::Line line;
    line.line_id = "1";
    line.description = domain::UntrustedText("Toner");
    line.quantity = "1";
    line.unit = "C62";
    line.unit_price = gross;
    line.net = gross;
    subject.lines.push_back(line);
    return subject;
}

domain::Digest digest_of(const domain::TransactionVersion& version) {
    return crypto::sha256(wire::subject_bytes(version));
}

domain::TransactionKey key(std::string_view transaction) {
    return {domain::SourceId(source), domain::TransactionId(std::string(transaction))};
}

} // namespace drawn
