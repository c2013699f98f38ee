// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/review_text.h"

#include "app/base/encoding.h"
#include "app/ctl/terminal.h"
#include "app/domain/names.h"
#include "app/domain/stop_target.h"

namespace ctl {

namespace {

std::string_view name_of(ports::Standing standing) {
    switch (standing) {
    case ports::Standing::allowed: return "allowed";
    case ports::Standing::needs_second: return "needs_second";
    case ports::Standing::refused: return "refused";
    }
    return "refused";
}

class Lines {
public:
    void add(const char* label, const std::string& value) {
        if (!value.empty()) {
            std::string line = std::string("  ") + label;
            line.append(line.size() < 16 ? 16 - line.size() : 1, ' ');
            lines_.push_back(line + value);
        }
    }
    void head(std::string text) { lines_.push_back(std::move(text)); }
    [[nodiscard]] std::vector<std::string> take() { return std::move(lines_); }

private:
    std::vector<std::string> lines_;
};

std::string target_words(const domain::Decision& decision, bool about_agents) {
    if (about_agents && domain::is_fleet(decision.agent)) {
        return "the whole fleet: every agent of this gateway";
    }
    if (const auto tier = about_agents ? domain::tier_in(decision.agent) : std::nullopt) {
        return "every order of the tier " + std::string(domain::name_of(*tier));
    }
    return shown(decision.agent.bytes());
}

void add_decision(Lines& lines, const domain::Decision& decision) {
    lines.head("To be signed:");
    lines.add("decision", std::string(domain::name_of(decision.verb)));
    lines.add("transaction", shown(decision.transaction.bytes()) +
                                 (decision.version > 0 ? ", version " + std::to_string(decision.version) : ""));
    const bool about_agents = decision.verb == domain::Verb::stop || decision.verb == domain::Verb::resume;
    lines.add(about_agents ? "target" : "agent", target_words(decision, about_agents));
    lines.add("amount", decision.amount ? shown(*decision.amount) : std::string());
    if (decision.payee) {
        lines.add("payee", shown(decision.payee->name.bytes()) +
                               (decision.payee->account.empty() ? "" : ", " + shown(decision.payee->account)));
    }
    lines.add("reason", shown(decision.reason_code));
    lines.add("note", shown(decision.reason_text.bytes()));
    lines.add("person", shown(decision.person.bytes()) + ", " + shown(decision.role));
    lines.add("delegation", shown(decision.delegation));
    lines.add("takes effect", base::to_rfc3339(decision.not_before) + " to " + base::to_rfc3339(decision.not_after));
    lines.add("gateway", shown(decision.source.bytes()));
    lines.add("subject", base::to_base64(decision.subject_digest));
    lines.add("plan", decision.plan_digest ? base::to_base64(*decision.plan_digest) : std::string());
    lines.add("roster", std::to_string(decision.roster_version));
}

void add_subject(Lines& lines, const domain::Subject& subject, bool covered) {
    lines.head("The order, as the platform gives it:");
    lines.add("kind", std::string(domain::name_of(subject.kind)) + ", " + std::string(domain::name_of(subject.side)));
    lines.add("supplier", shown(subject.supplier.name.bytes()) + " (" + shown(subject.supplier.id.bytes()) + ")");
    lines.add("gross", shown(subject.gross) + " (net " + shown(subject.net) + ", tax " + shown(subject.tax) + ")");
    lines.add("commitment", subject.total_commitment ? shown(*subject.total_commitment) + " over " +
                                                           std::to_string(subject.term_months) + " months"
                                                     : std::string());
    lines.add("PO number", shown(subject.po_number));
    lines.add("category", shown(subject.category));
    for (const domain::Line& line : subject.lines) {
        lines.add("line", shown(line.quantity) + " " + shown(line.unit) + " " + shown(line.description.bytes()) + ", " +
                              shown(line.net));
    }
    for (const domain::Attachment& attachment : subject.attachments) {
        lines.add("attachment", shown(attachment.name.bytes()) + ", " + shown(attachment.media_type) + ", " +
                                    std::to_string(attachment.size) + " bytes, SHA-256 " +
                                    base::to_hex(attachment.digest) + ", not fetched");
    }
    lines.add("agent says", covered && !subject.purpose.empty() ? "covered until your own view is noted (--view)"
                                                                : shown(subject.purpose.bytes()));
}

void add_plan(Lines& lines, const domain::Plan& plan) {
    lines.head(plan.amount ? "Giving back " + shown(*plan.amount) + " would take these steps; the order stays:"
                           : "Rolling back would take these steps:");
    for (const domain::Step& step : plan.steps) {
        lines.add(std::string(domain::name_of(step.action)).c_str(),
                  shown(step.description.bytes()) + "; by " + shown(step.party.bytes()) +
                      "; can be undone: " + std::string(domain::name_of(step.reversible)) +
                      (step.deadline ? "; until " + base::to_rfc3339(*step.deadline) : "") +
                      (step.cost ? "; cost " + shown(*step.cost) : "; cost unknown"));
    }
}

} // namespace

std::vector<std::string> fact_lines(const domain::Subject& subject) {
    Lines lines;
    add_subject(lines, subject, true);
    return lines.take();
}

std::vector<std::string> review_lines(const ports::Review& review, bool covered) {
    Lines lines;
    add_decision(lines, review.decision);
    if (review.subject) {
        add_subject(lines, *review.subject, covered);
    }
    if (review.plan) {
        add_plan(lines, *review.plan);
    }
    lines.head("The rules say: " + std::string(name_of(review.standing)) +
               (review.code.empty() ? "" : " (" + shown(review.code) + ")"));
    return lines.take();
}

json::Value review_value(const ports::Review& review) {
    json::Value out = json::Value::object({{"standing", json::Value(name_of(review.standing))},
                                           {"decision_id", json::Value(review.decision.id.bytes())},
                                           {"verb", json::Value(domain::name_of(review.decision.verb))},
                                           {"to_be_signed", json::Value(review.bytes_to_sign)}});
    out.set_text("code", review.code);
    return out;
}

} // namespace ctl
