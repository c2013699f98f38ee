// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/base/file.h"
#include "app/ctl/policy_desk.h"
#include "app/ctl/policy_job.h"
#include "app/link/gateway_client.h"

namespace ctl {

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;

base::Fault wrong(std::string detail) {
    return {base::FaultCode::invalid_argument, std::move(detail), {}};
}

/// Publishing from the command line: beside a keeper, which delivers, or with the record's lock.
class PolicyPublication {
public:
    explicit PolicyPublication(Context& context)
        : context_(context)
        , desk_(context) {}

    [[nodiscard]] Outcome run() {
        REEVE_TRY(desk_.sit_down());
        const auto draft = read_draft();
        if (!draft) {
            return draft.fault();
        }
        const auto review = verdicts::review_policy(desk_.line(), *draft, desk_.seat(), context_.clock.now());
        if (!review) {
            return review.fault();
        }
        show(*review);
        if (review->standing == ports::Standing::refused) {
            return base::Fault{base::FaultCode::refused, "the rules say no: " + review->code,
                               review->place.empty() ? review->code : review->place};
        }
        REEVE_TRY(desk_.confirm("publish"));
        const auto signature = desk_.sign(review->bytes_to_sign);
        const auto step =
            signature ? verdicts::sign_policy(desk_.line(), *review, *signature, desk_.seat(), context_.clock.now())
                      : base::Result<verdicts::SignedStep>(signature.fault());
        if (!step) {
            return step.fault();
        }
        return keep(*step, *review);
    }

private:
    base::Result<ports::PolicyDraft> read_draft() const {
        ports::PolicyDraft draft;
        if (context_.arguments.has("approve")) {
            const auto digest = desk_.digest_of(context_.arguments.value("approve"), "--approve");
            if (!digest) {
                return digest.fault();
            }
            draft.approve = *digest;
            return draft;
        }
        auto text = base::read_small_file(context_.arguments.operands()[1], most_bytes);
        if (!text) {
            return text.fault();
        }
        draft.text = *std::move(text);
        draft.note = domain::UntrustedText(context_.arguments.value("note"));
        return draft;
    }

    void show(const ports::PolicyReview& review) const {
        Terminal& terminal = context_.terminal;
        terminal.give(
            json::Value::object({{"what", json::Value("review")},
                                 {"edition", json::Value::decimal(review.edition.number)},
                                 {"version", json::Value(review.version)},
                                 {"digest", json::Value(base::to_hex(review.digest))},
                                 {"code", json::Value(review.code)},
                                 {"place", json::Value(review.place)},
                                 {"detail", json::Value(review.detail)},
                                 {"changes", json::Value::decimal(std::uint64_t{review.difference.changes.size()})},
                                 {"may_loosen", json::Value(review.difference.may_loosen())}}));
        terminal.say("To be signed:");
        terminal.say("  edition       " + std::to_string(review.edition.number) + ", version " + shown(review.version) +
                     ": " + shown(review.title));
        terminal.say("  digest        " + base::to_hex(review.digest));
        terminal.say("  proposed by   " + shown(review.proposer.name.bytes()) +
                     (review.proposer.simulated ? " (simulated)" : "") + ", " +
                     base::to_rfc3339(review.edition.proposed));
        if (!review.edition.note.empty()) {
            terminal.say("  note          " + shown(review.edition.note.bytes()));
        }
        if (review.edition.solo) {
            terminal.say("  solo mode     nobody else signs; in force from " +
                         base::to_rfc3339(review.edition.not_before));
        }
        say_difference(terminal, review.difference);
        if (review.standing == ports::Standing::refused) {
            std::string why = shown(review.code);
            for (const std::string& part : {shown(review.place), shown(review.detail)}) {
                why += part.empty() ? part : ", " + part;
            }
            terminal.say("Refused: " + why);
        } else {
            terminal.say(counted(review.tests, "test case") + " passed");
        }
    }

    Outcome keep(const verdicts::SignedStep& step, const ports::PolicyReview& review) {
        REEVE_TRY(desk_.write(step));
        const bool in_force = step.step.act == record::PolicyAct::published;
        const std::string waits = review.code == "solo_delay" ? "solo_delay" : "needs_second";
        context_.terminal.give(json::Value::object({{"what", json::Value("policy")},
                                                    {"state", json::Value(in_force ? "in_force" : "waiting")},
                                                    {"waits_for", json::Value(in_force ? std::string() : waits)},
                                                    {"edition", json::Value::decimal(review.edition.number)},
                                                    {"digest", json::Value(base::to_hex(review.digest))}}));
        context_.terminal.say(in_force ? review.edition.solo
                                             ? "Signed in solo mode and in force from the next order on"
                                             : "Signed by two people and in force from the next order on"
                              : waits == "solo_delay"
                                  ? "Signed; in force when the delay is over, while a keeper runs: " +
                                        base::to_rfc3339(review.edition.not_before)
                                  : "Signed; a second person has to sign the same: reevectl policy publish --approve " +
                                        base::to_hex(review.digest).substr(0, PolicyDesk::shown_digits));
        const bool given =
            desk_.deliver([this, &step](uplink::GatewayClient& gateway, const ports::Reply<wire::PolicyStatus>& reply) {
                gateway.put_policy(step.step.envelope, &context_.interrupt,
                                   [reply](base::Result<wire::PolicyStatus> said) { reply(std::move(said)); });
            });
        return in_force && given ? ExitCode::done : ExitCode::reservations;
    }

    Context& context_;
    PolicyDesk desk_;
};

std::string_view name_of(ports::PolicyStage stage) {
    switch (stage) {
    case ports::PolicyStage::waiting: return "waiting";
    case ports::PolicyStage::in_force: return "in_force";
    case ports::PolicyStage::overtaken: return "overtaken";
    case ports::PolicyStage::withdrawn: return "withdrawn";
    case ports::PolicyStage::refused: return "refused";
    }
    return "refused";
}

void show_version(Terminal& terminal, const ports::PolicyVersion& one) {
    json::Value signers = json::Value::array();
    std::string names;
    for (const ports::PolicySigner& signer : one.signers) {
        signers.append(json::Value(signer.person.bytes()));
        names += (names.empty() ? "" : " and ") + shown(signer.name.bytes()) + (signer.simulated ? " (simulated)" : "");
    }
    json::Value value = json::Value::object({{"what", json::Value("edition")},
                                             {"edition", json::Value::decimal(one.edition.number)},
                                             {"version", json::Value(one.version)},
                                             {"digest", json::Value(base::to_hex(one.digest))},
                                             {"state", json::Value(name_of(one.stage))},
                                             {"proposed", json::Value(base::to_rfc3339(one.edition.proposed))},
                                             {"signers", std::move(signers)}});
    value.set_text("note", one.edition.note.bytes());
    value.set_text("code", one.code);
    value.set_text("place", one.place);
    if (one.since) {
        value.set("in_force_since", base::to_rfc3339(*one.since));
    }
    if (one.withdrawn) {
        value.set("withdrawn", base::to_rfc3339(*one.withdrawn));
    }
    terminal.give(value);
    terminal.say(
        std::to_string(one.edition.number) + "  " + base::to_hex(one.digest).substr(0, PolicyDesk::shown_digits) +
        "  " + std::string(name_of(one.stage)) + "  " + shown(one.version) + ", " + shown(one.title) +
        (one.since ? ", in force since " + base::to_rfc3339(*one.since) : std::string()) +
        (one.withdrawn ? ", taken back at " + base::to_rfc3339(*one.withdrawn) : std::string()) +
        (names.empty() ? "" : ", signed by " + names) + (one.edition.solo ? " in solo mode" : "") +
        (one.code.empty() ? "" : ", refused: " + one.code + (one.place.empty() ? "" : " at " + shown(one.place))));
}

} // namespace

Outcome publish_policy(Context& context) {
    const bool approves = context.arguments.has("approve");
    if (approves != (context.arguments.operands().size() == 1)) {
        return wrong("policy publish needs FILE, or --approve DIGEST");
    }
    return PolicyPublication(context).run();
}

Outcome list_policies(Context& context) {
    const auto reader = store::Reader::open(context.folders.store());
    if (!reader) {
        return reader.fault();
    }
    const auto line = verdicts::read_line(*reader, domain::SourceId(context.arguments.value("source")));
    if (!line) {
        return line.fault();
    }
    const auto standing = verdicts::standing_of(*line, {});
    if (!standing) {
        return standing.fault();
    }
    for (const ports::PolicyVersion& one : standing->versions) {
        show_version(context.terminal, one);
    }
    if (!standing->current) {
        context.terminal.give(json::Value::object({{"what", json::Value("unsigned")},
                                                   {"version", json::Value(standing->in_force.version)},
                                                   {"shipped", json::Value(standing->in_force.shipped)}}));
        context.terminal.say("In force: version " + shown(standing->in_force.version) + ", which nobody signed" +
                             (standing->in_force.shipped ? " (it comes with the program)" : ""));
    }
    return ExitCode::done;
}

} // namespace ctl
