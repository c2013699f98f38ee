// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/base/file.h"
#include "app/crypto/key_file.h"
#include "app/ctl/passphrase.h"
#include "app/ctl/policy_job.h"
#include "app/ctl/waiting.h"
#include "app/handover/local_access.h"
#include "app/handover/remote_access.h"
#include "app/link/gateway_client.h"
#include "app/premises/connection.h"
#include "app/verdicts/publishing.h"

namespace ctl {

namespace {

constexpr std::chrono::seconds patience{30};
constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;
constexpr std::size_t shortest_name = 8; ///< hexadecimal digits of a digest

base::Fault wrong(std::string detail) {
    return {base::FaultCode::invalid_argument, std::move(detail), {}};
}

/// The edition whose digest begins with these hexadecimal digits.
base::Result<domain::Digest> digest_of(const verdicts::PolicyLine& line, const std::string& name) {
    if (name.size() < shortest_name) {
        return wrong("--approve needs at least eight digits of the digest; policy versions shows it");
    }
    std::optional<domain::Digest> found;
    for (const verdicts::Edition& one : line.editions()) {
        if (base::to_hex(one.policy.digest).starts_with(name)) {
            if (found && *found != one.policy.digest) {
                return wrong("the digest is not unique; give more of it");
            }
            found = one.policy.digest;
        }
    }
    return found ? base::Result<domain::Digest>(*found)
                 : base::Fault{base::FaultCode::not_found, "no edition with this digest is recorded", name};
}

/// Publishing from the command line: beside a keeper, which delivers, or with the record's lock.
class PolicyPublication {
public:
    explicit PolicyPublication(Context& context)
        : context_(context) {}

    [[nodiscard]] Outcome run() {
        REEVE_TRY(find_gateway());
        const auto line = read_line();
        if (!line) {
            return line.fault();
        }
        REEVE_TRY(sit_down(*line));
        const auto draft = read_draft(*line);
        if (!draft) {
            return draft.fault();
        }
        const auto review = verdicts::review_policy(*line, *draft, seat_, context_.clock.now());
        if (!review) {
            return review.fault();
        }
        show(*review);
        if (review->standing == ports::Standing::refused) {
            return base::Fault{base::FaultCode::refused, "the rules say no: " + review->code,
                               review->place.empty() ? review->code : review->place};
        }
        REEVE_TRY(confirm());
        const auto step = sign(*line, *review);
        if (!step) {
            return step.fault();
        }
        return keep(*step, *review);
    }

private:
    /// The keeper's gateway, the connection file's, or the one that --source names.
    base::Done find_gateway() {
        if (auto keeper = handover::RemoteAccess::connect(context_.folders.store())) {
            const auto who = (*keeper)->who();
            if (!who) {
                return who.fault();
            }
            seat_.source = who->source;
            seat_.admits_simulated = who->admits_simulated;
            keeper_ = *std::move(keeper);
            return {};
        }
        const std::string file = context_.arguments.value("connection");
        auto connection =
            premises::read_connection(file.empty() ? context_.folders.connection() : std::filesystem::path(file));
        if (connection) {
            seat_.source = connection->endpoint.source;
            seat_.admits_simulated = connection->embedded;
            connection_ = *std::move(connection);
            return {};
        }
        if (context_.arguments.has("source")) {
            seat_.source = domain::SourceId(context_.arguments.value("source"));
            return {};
        }
        return connection.fault();
    }

    base::Result<verdicts::PolicyLine> read_line() const {
        const auto reader = store::Reader::open(context_.folders.store());
        return reader ? verdicts::read_line(*reader, seat_.source) : base::Result<verdicts::PolicyLine>(reader.fault());
    }

    [[nodiscard]] std::filesystem::path key_file() const {
        return context_.arguments.has("key") ? std::filesystem::path(context_.arguments.value("key"))
                                             : context_.folders.person_key();
    }

    /// Whom the roster names by the key.
    base::Done sit_down(const verdicts::PolicyLine& line) {
        const auto key = crypto::KeyFile::public_key(key_file());
        if (!key) {
            return key.fault();
        }
        const domain::Roster* roster = line.roster(seat_.source);
        if (roster == nullptr) {
            return base::Fault{base::FaultCode::refused, "no roster of this gateway is recorded yet",
                               seat_.source.bytes()};
        }
        const domain::Member* member = authority::owner_of(*key, *roster);
        if (member == nullptr) {
            return base::Fault{base::FaultCode::refused, "the roster does not name this key", "unknown_member"};
        }
        seat_.member = *member;
        return {};
    }

    base::Result<ports::PolicyDraft> read_draft(const verdicts::PolicyLine& line) const {
        ports::PolicyDraft draft;
        if (context_.arguments.has("approve")) {
            const auto digest = digest_of(line, context_.arguments.value("approve"));
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

    base::Done confirm() const {
        if (context_.arguments.has("yes")) {
            return {};
        }
        static_cast<void>(context_.terminal.flush());
        const auto answer = answer_on_terminal("Type publish to sign this: ", true);
        if (!answer) {
            return wrong("there is no terminal to confirm on; look at the review and repeat with --yes");
        }
        return *answer == "publish" ? base::Done()
                                    : base::Done(base::Fault{base::FaultCode::cancelled, "not signed", {}});
    }

    base::Result<verdicts::SignedStep> sign(const verdicts::PolicyLine& line, const ports::PolicyReview& review) const {
        const auto secret = passphrase(context_.arguments, "Passphrase: ");
        if (!secret) {
            return secret.fault();
        }
        const auto key = crypto::KeyFile::open(key_file(), *secret);
        if (!key) {
            return key.fault();
        }
        const auto signature = key->sign(review.bytes_to_sign);
        if (!signature) {
            return signature.fault();
        }
        return verdicts::sign_policy(line, review, {key->public_key(), *signature}, seat_, context_.clock.now());
    }

    base::Done write(const verdicts::SignedStep& step) {
        if (keeper_) {
            return keeper_->keep_policy(step.step, step.source, step.id);
        }
        auto setup = RecordSetup::make(context_.folders, "reevectl policy");
        if (!setup) {
            return setup.fault();
        }
        auto access = handover::open_access(setup->options(), context_.clock);
        return access ? (*access)->keep_policy(step.step, step.source, step.id) : base::Done(access.fault());
    }

    /// Without a keeper nobody else does. What the gateway says does not undo what is recorded.
    base::Result<wire::PolicyStatus> deliver(const domain::PolicyEnvelope& envelope) {
        uplink::SystemScheduler scheduler;
        uplink::GatewayClient client(connection_->endpoint, scheduler);
        return wait_for<wire::PolicyStatus>(
            [&](const ports::Reply<wire::PolicyStatus>& reply) {
                client.put_policy(envelope, &context_.interrupt,
                                  [reply](base::Result<wire::PolicyStatus> said) { reply(std::move(said)); });
            },
            patience, context_.interrupt);
    }

    Outcome keep(const verdicts::SignedStep& step, const ports::PolicyReview& review) {
        REEVE_TRY(write(step));
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
                                        base::to_hex(review.digest).substr(0, 2 * shortest_name));
        if (connection_) {
            const auto said = deliver(step.step.envelope);
            if (!said) {
                context_.terminal.complain(said.fault());
                context_.terminal.remark("recorded all the same; a keeper offers it to the gateway again");
                return ExitCode::reservations;
            }
            context_.terminal.remark("the gateway has it");
        } else if (!keeper_) {
            context_.terminal.remark("recorded; the gateway gets it from the next keeper that connects");
        }
        return in_force ? ExitCode::done : ExitCode::reservations;
    }

    Context& context_;
    verdicts::PolicySeat seat_;
    std::unique_ptr<handover::RemoteAccess> keeper_;
    std::optional<premises::Connection> connection_;
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
    terminal.give(value);
    terminal.say(
        std::to_string(one.edition.number) + "  " + base::to_hex(one.digest).substr(0, 2 * shortest_name) + "  " +
        std::string(name_of(one.stage)) + "  " + shown(one.version) + ", " + shown(one.title) +
        (one.since ? ", in force since " + base::to_rfc3339(*one.since) : std::string()) +
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
