// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/key_file.h"
#include "app/ctl/command.h"
#include "app/ctl/desk.h"
#include "app/ctl/private_file.h"
#include "app/ctl/review_text.h"
#include "app/ctl/stored.h"
#include "app/ctl/waiting.h"
#include "app/domain/names.h"
#include "app/handover/remote_access.h"
#include "app/projection/case_file.h"
#include "app/store/reader.h"

namespace ctl {

namespace {

constexpr std::chrono::seconds port_patience{60};
constexpr std::chrono::seconds feed_patience{20};
constexpr std::uint64_t default_wait_seconds = 60;

base::Fault wrong(std::string detail) {
    return {base::FaultCode::invalid_argument, std::move(detail), {}};
}

bool is_about_agent(domain::Verb verb) {
    return verb == domain::Verb::stop || verb == domain::Verb::resume;
}

/// The newest version of a transaction as the record has it.
base::Result<domain::TransactionVersion> newest_version(const store::Reader& reader,
                                                        const domain::TransactionKey& key) {
    const auto entries = reader.transaction(key);
    if (!entries) {
        return entries.fault();
    }
    const auto file = projection::case_file(*entries);
    if (!file) {
        return file.fault();
    }
    if (file->versions.empty()) {
        return base::Fault{base::FaultCode::not_found, "the record has no such transaction", key.id.bytes()};
    }
    return file->versions.back().version;
}

base::Done read_amount(const Arguments& arguments, domain::Currency currency, ports::Draft& draft) {
    if (!arguments.has("amount")) {
        return draft.verb == domain::Verb::approve_reduced ? base::Done(wrong("approve_reduced needs --amount"))
                                                           : base::Done();
    }
    const auto amount = domain::from_decimal(arguments.value("amount"), currency);
    if (!amount) {
        return wrong("--amount needs a plain amount in " + std::string(currency.code()) + ", e.g. 1200.50");
    }
    draft.amount = *amount;
    return {};
}

/// One decision from the command line to its outcome, either at a desk of our own or through the keeper.
class Deciding {
public:
    Deciding(Context& context, Connection connection, domain::Verb verb)
        : context_(context)
        , connection_(std::move(connection)) {
        draft_.verb = verb;
    }

    [[nodiscard]] Outcome run() {
        REEVE_TRY(sit_down());
        auto secret = passphrase(context_.arguments, "Passphrase: ");
        if (!secret) {
            return std::move(secret).fault();
        }
        REEVE_TRY(find_subject());
        if (desk_) {
            const auto identity = wait_for<ports::Identity>(
                [&](const ports::Reply<ports::Identity>& reply) {
                    decisions().unlock(ports::Passphrase(*secret), reply);
                },
                port_patience, context_.interrupt);
            if (!identity) {
                return identity.fault();
            }
        }
        const auto review = wait_for<ports::Review>(
            [&](const ports::Reply<ports::Review>& reply) { decisions().review(draft_, reply); }, port_patience,
            context_.interrupt);
        if (!review) {
            return review.fault();
        }
        REEVE_TRY(show_and_confirm(*review));
        REEVE_TRY(sign(*review, *secret));
        return follow(review->decision.id);
    }

private:
    decisions::Decisions& decisions() { return desk_ ? desk_->decisions() : *reading_; }

    /// Takes the record's lock, or finds the keeper's door.
    base::Done sit_down() {
        auto setup = RecordSetup::make(context_.folders, "reevectl decide");
        if (!setup) {
            return std::move(setup).fault();
        }
        setup_ = *std::move(setup);
        auto desk = Desk::open(context_.folders, *setup_, connection_, context_.clock);
        if (desk) {
            desk_ = *std::move(desk);
            return desk_->start();
        }
        if (desk.fault().code != base::FaultCode::locked) {
            return desk.fault();
        }
        auto keeper = handover::RemoteAccess::connect(context_.folders.store());
        if (!keeper) {
            return desk.fault(); // says who holds it
        }
        keeper_ = *std::move(keeper);
        decisions::Settings settings;
        settings.store = context_.folders.store();
        settings.key_file = context_.folders.person_key();
        settings.source = connection_.endpoint.source;
        settings.admits_simulated = connection_.embedded;
        reading_ = std::make_unique<decisions::Decisions>(std::move(settings), nullptr, nullptr, context_.clock);
        return {};
    }

    /// Pins the draft to the version that is known now; the feed may have to come first.
    base::Done find_subject() {
        const std::string& name = context_.arguments.operands()[1];
        draft_.reason_code = context_.arguments.value("reason");
        draft_.reason_text = domain::UntrustedText(context_.arguments.value("note"));
        draft_.key.source = connection_.endpoint.source;
        if (is_about_agent(draft_.verb)) {
            draft_.agent = domain::AgentId(name);
            return {};
        }
        draft_.key.id = domain::TransactionId(name);
        const auto reader = store::Reader::open(context_.folders.store());
        if (!reader) {
            return reader.fault();
        }
        auto found = newest_version(*reader, draft_.key);
        if (desk_ && !found && found.fault().code == base::FaultCode::not_found) {
            const auto waited = wait_until(
                [&] {
                    found = newest_version(*reader, draft_.key);
                    return found.ok();
                },
                feed_patience, context_.interrupt);
            if (!waited && waited.fault().code == base::FaultCode::cancelled) {
                return waited.fault();
            }
        }
        if (!found) {
            return found.fault();
        }
        draft_.version = found->version;
        draft_.digest = found->digest;
        return read_amount(context_.arguments, found->subject.gross.currency, draft_);
    }

    base::Done show_and_confirm(const ports::Review& review) {
        context_.terminal.give(review_value(review));
        for (const std::string& line : review_lines(review)) {
            context_.terminal.say(line);
        }
        if (review.standing == ports::Standing::refused) {
            return base::Fault{base::FaultCode::refused, "the rules say no: " + review.code, {}};
        }
        if (context_.arguments.has("yes")) {
            return {};
        }
        static_cast<void>(context_.terminal.flush());
        const std::string verb(domain::name_of(review.decision.verb));
        const auto answer = answer_on_terminal("Type " + verb + " to sign this: ", true);
        if (!answer) {
            return wrong("there is no terminal to confirm on; look at the review and repeat with --yes");
        }
        if (*answer != verb) {
            return base::Fault{base::FaultCode::cancelled, "not signed", {}};
        }
        return {};
    }

    base::Done sign(const ports::Review& review, std::string_view secret) {
        if (desk_) {
            const auto row = wait_for<ports::DecisionRow>(
                [&](const ports::Reply<ports::DecisionRow>& reply) { decisions().sign(review, reply); }, port_patience,
                context_.interrupt);
            return row ? base::Done() : base::Done(row.fault());
        }
        const auto key = crypto::KeyFile::open(context_.folders.person_key(), secret);
        if (!key) {
            return key.fault();
        }
        const auto signature = key->sign(review.bytes_to_sign);
        if (!signature) {
            return signature.fault();
        }
        const bool later = review.decision.not_before > context_.clock.now();
        return keeper_->decide({review.decision, review.bytes_to_sign, key->public_key(), *signature},
                               later ? domain::DecisionState::held : domain::DecisionState::signed_);
    }

    /// Waits until the gateway's answer is in the record.
    Outcome follow(const domain::DecisionId& id) {
        const auto seconds = number_of(context_.arguments, "wait");
        if (!seconds) {
            return seconds.fault();
        }
        const auto reader = store::Reader::open(context_.folders.store());
        if (!reader) {
            return reader.fault();
        }
        std::optional<store::DecisionRow> row;
        const auto waited = wait_until(
            [&] {
                if (auto now = reader->decision(id)) {
                    row = *std::move(now);
                }
                return row && is_answered(row->state);
            },
            std::chrono::seconds(seconds->value_or(default_wait_seconds)), context_.interrupt);
        if (!row) {
            return waited ? base::Fault{base::FaultCode::internal, "the decision is not in the record", id.bytes()}
                          : waited.fault();
        }
        context_.terminal.give(value_of(*row));
        context_.terminal.say("Decision " + shown(id.bytes()) + ": " + std::string(domain::name_of(row->state)) +
                              (row->cause.empty() ? "" : " (" + shown(row->cause) + ")"));
        if (!waited) {
            context_.terminal.remark("not answered yet; it stays in the outbox and is delivered by whoever keeps the "
                                     "record");
        }
        return code_of(row->state);
    }

    static bool is_answered(domain::DecisionState state) {
        using enum domain::DecisionState;
        return state == accepted || state == awaiting_second || domain::is_final(state);
    }

    static ExitCode code_of(domain::DecisionState state) {
        using enum domain::DecisionState;
        switch (state) {
        case accepted:
        case executed: return ExitCode::done;
        case drafted:
        case awaiting_second:
        case signed_:
        case held:
        case sent:
        case in_doubt: return ExitCode::reservations;
        case refused:
        case withdrawn:
        case refused_by_gateway:
        case failed:
        case void_:
        case not_applied: return ExitCode::refused;
        }
        return ExitCode::failed;
    }

    Context& context_;
    Connection connection_;
    ports::Draft draft_;
    std::optional<RecordSetup> setup_;
    std::unique_ptr<Desk> desk_;
    std::unique_ptr<handover::RemoteAccess> keeper_;
    std::unique_ptr<decisions::Decisions> reading_;
};

Outcome run_decide(Context& context) {
    const auto verb = domain::from_name<domain::Verb>(context.arguments.operands().front());
    if (!verb) {
        return wrong("\"" + context.arguments.operands().front() +
                     "\" is no decision; there are approve, approve_reduced, ask, hold, reject, escalate, roll_back, "
                     "resolve, stop, resume");
    }
    const std::string file = context.arguments.value("connection");
    auto connection = read_connection(file.empty() ? context.folders.connection() : std::filesystem::path(file));
    if (!connection) {
        return std::move(connection).fault();
    }
    return Deciding(context, *std::move(connection), *verb).run();
}

} // namespace

Command decide_command() {
    return {{"decide",
             "VERB TRANSACTION|AGENT",
             "Decides about a transaction (or stops and resumes an agent), signed with the person's key",
             "VERB is approve, approve_reduced, ask, hold, reject, escalate, roll_back or resolve with a transaction, "
             "stop or\nresume with an agent (\"*\" is the fleet). The review is made from the very bytes that are "
             "signed. Ends with 0 when the\ngateway accepted, 3 when it is under way, in doubt or waits for a second "
             "person, 7 when somebody said no.",
             {{"connection", "FILE", "the gateway (default: connection.json in the state folder)", false},
              {"amount", "AMOUNT", "approve_reduced: to how much", false},
              {"reason", "CODE", "machine-readable reason", false},
              {"note", "TEXT", "the reason in words", false},
              {"passphrase-file", "FILE", "first line is the passphrase; only its owner may read it", false},
              {"yes", "", "sign without asking; the rules still apply", false},
              {"wait", "SECONDS", "for the gateway's answer (default: 60)", false}},
             2,
             2},
            run_decide};
}

} // namespace ctl
