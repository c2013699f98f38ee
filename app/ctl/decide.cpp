// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/key_file.h"
#include "app/ctl/command.h"
#include "app/ctl/decision_outcome.h"
#include "app/ctl/desk.h"
#include "app/ctl/own_view.h"
#include "app/ctl/passphrase.h"
#include "app/ctl/review_text.h"
#include "app/ctl/waiting.h"
#include "app/domain/names.h"
#include "app/domain/stop_target.h"
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
        return {};
    }
    const auto amount = domain::from_decimal(arguments.value("amount"), currency);
    if (!amount) {
        return wrong("--amount needs a plain amount in " + std::string(currency.code()) + ", e.g. 1200.50");
    }
    draft.amount = *amount;
    return {};
}

/// What the verb needs beside the transaction, asked for before anything is opened.
base::Done check_words(const Arguments& arguments, domain::Verb verb) {
    using domain::Verb;
    const std::string& target = arguments.operands()[1];
    if (verb == Verb::approve_reduced && !arguments.has("amount")) {
        return wrong("approve_reduced needs --amount");
    }
    if (verb == Verb::ask && arguments.value("note").find_first_not_of(" \t\r\n") == std::string::npos) {
        return wrong("ask needs the question: --note=TEXT");
    }
    const std::string reason = arguments.value("reason");
    if (verb == Verb::resolve && reason != authority::money_moved && reason != authority::money_did_not_move) {
        return wrong("resolve needs --reason=moved or --reason=not_moved");
    }
    if (verb == Verb::acknowledge && reason.empty()) {
        return wrong("acknowledge needs --reason, e.g. --reason=as_agreed");
    }
    if (arguments.has("view") && (is_about_agent(verb) || !domain::own_view(arguments.value("view")))) {
        return wrong("--view is fine, odd or wrong, and about an order");
    }
    if (arguments.has("amount") && verb != Verb::approve_reduced && verb != Verb::roll_back) {
        return wrong("only approve_reduced and roll_back take --amount");
    }
    if (is_about_agent(verb) && domain::is_broken_target(domain::AgentId(target))) {
        return wrong("\"" + target +
                     "\" is no tier; there are tier:automatic, tier:confirm, tier:sign_off, "
                     "tier:dual_sign_off, tier:blocked");
    }
    return {};
}

/// One decision from the command line to its outcome, either at a desk of our own or through the keeper.
class Deciding {
public:
    /// Without a connection only beside a keeper, which has one.
    Deciding(Context& context, std::optional<premises::Connection> connection, domain::Verb verb)
        : context_(context)
        , connection_(std::move(connection)) {
        draft_.verb = verb;
    }

    [[nodiscard]] Outcome run() {
        const auto patience = wait_seconds();
        if (!patience) {
            return patience.fault();
        }
        REEVE_TRY(sit_down());
        REEVE_TRY(find_subject());
        if (!is_about_agent(draft_.verb)) {
            OwnViewGate gate(context_, decisions(), keeper_.get());
            REEVE_TRY(gate.pass(draft_));
            covered_ = gate.is_covered();
        }
        auto secret = passphrase(context_.arguments, "Passphrase: ");
        if (!secret) {
            return std::move(secret).fault();
        }
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
        return follow_decision(context_, review->decision.id,
                               context_.arguments.has("outcome") ? Awaited::outcome : Awaited::answer, *patience);
    }

private:
    base::Result<std::chrono::seconds> wait_seconds() {
        const auto seconds = number_of(context_.arguments, "wait");
        return seconds ? std::chrono::seconds(seconds->value_or(default_wait_seconds))
                       : base::Result<std::chrono::seconds>(seconds.fault());
    }

    decisions::Decisions& decisions() { return desk_ ? desk_->decisions() : *reading_; }

    /// Finds the keeper's door, or takes the record's lock.
    base::Done sit_down() {
        if (auto keeper = handover::RemoteAccess::connect(context_.folders.store())) {
            return sit_beside(*std::move(keeper));
        }
        if (!connection_) {
            return base::Fault{base::FaultCode::not_found,
                               "there is no connection file and nobody keeps the record; name one with --connection",
                               context_.folders.connection().string()};
        }
        draft_.key.source = connection_->endpoint.source;
        auto setup = RecordSetup::make(context_.folders, "reevectl decide");
        if (!setup) {
            return std::move(setup).fault();
        }
        setup_ = *std::move(setup);
        auto desk = Desk::open(context_.folders, *setup_, *connection_, context_.clock);
        if (!desk) {
            return desk.fault(); // a locked one says who holds it
        }
        desk_ = *std::move(desk);
        return desk_->start();
    }

    /// Its gateway is the one that is decided at.
    base::Done sit_beside(std::unique_ptr<handover::RemoteAccess> keeper) {
        const auto who = keeper->who();
        if (!who) {
            return who.fault();
        }
        if (connection_ && connection_->endpoint.source != who->source) {
            return base::Fault{base::FaultCode::conflict,
                               "the keeper of the record is connected to another gateway than the connection file says",
                               who->source.bytes()};
        }
        keeper_ = std::move(keeper);
        draft_.key.source = who->source;
        decisions::Settings settings;
        settings.store = context_.folders.store();
        settings.key_file = context_.folders.person_key();
        settings.source = who->source;
        settings.admits_simulated = who->admits_simulated;
        settings.make_plan = [this](const auto& id, const auto& amount, const auto& answer) {
            answer(keeper_->make_plan(id, amount));
        };
        reading_ = std::make_unique<decisions::Decisions>(std::move(settings), nullptr, nullptr, context_.clock);
        return {};
    }

    /// Pins the draft to the version that is known now; the feed may have to come first.
    base::Done find_subject() {
        const std::string& name = context_.arguments.operands()[1];
        draft_.reason_code = context_.arguments.value("reason");
        draft_.reason_text = domain::UntrustedText(context_.arguments.value("note"));
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
        for (const std::string& line : review_lines(review, covered_)) {
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

    Context& context_;
    std::optional<premises::Connection> connection_;
    ports::Draft draft_;
    bool covered_ = false; ///< the agent's words, until its order has been looked at
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
                     "resolve, acknowledge, stop, resume");
    }
    REEVE_TRY(check_words(context.arguments, *verb));
    const std::string file = context.arguments.value("connection");
    auto connection =
        premises::read_connection(file.empty() ? context.folders.connection() : std::filesystem::path(file));
    const bool may_be_missing = file.empty() && !connection && connection.fault().code == base::FaultCode::not_found;
    if (!connection && !may_be_missing) {
        return std::move(connection).fault();
    }
    return Deciding(context, connection ? std::optional(*std::move(connection)) : std::nullopt, *verb).run();
}

} // namespace

Command decide_command() {
    return {
        {"decide",
         "VERB TRANSACTION|TARGET",
         "Decides about a transaction (or stops and resumes agents), signed with the person's key",
         "VERB is approve, approve_reduced (--amount), ask (--note: the question), hold, reject, escalate, "
         "roll_back (--amount\nfor a part) or resolve (--reason=moved or not_moved) with a transaction; "
         "acknowledge\n(--reason) settles a case that Reeve raised itself and that nobody waits for: it is recorded "
         "and never sent; stop or\nresume with an agent, a tier\n(tier:confirm) or the fleet (\"*\"). The review is "
         "made from the very "
         "bytes that are signed. Where the policy wants a person's own view first (own_view_percent), nothing is "
         "approved "
         "before it is noted\nwith --view; until then the facts are shown without the agent's own words. Beside a "
         "keeper (the\nconsole, reevectl record) the keeper delivers the decision "
         "and no connection file is needed. Ends with 0 when the\ngateway accepted (with --outcome: "
         "when it was executed), 3 when it is under way, in doubt or waits for a second\nperson, 7 when somebody "
         "said no or nothing came of it.",
         {{"connection", "FILE", "the gateway (default: connection.json in the state folder)", false},
          {"amount", "AMOUNT", "approve_reduced: to how much; roll_back: how much of it", false},
          {"reason", "CODE", "machine-readable reason; resolve: moved or not_moved", false},
          {"note", "TEXT", "the reason in words; ask: the question", false},
          {"view", "VIEW", "your own view of the facts, where the policy wants it first: fine, odd or wrong", false},
          {"passphrase-file", "FILE", "first line is the passphrase; only its owner may read it", false},
          {"yes", "", "sign without asking; the rules still apply", false},
          {"outcome", "", "wait for what came of it, not only for the gateway's answer", false},
          {"wait", "SECONDS", "how long (default: 60)", false}},
         2,
         2},
        run_decide};
}

} // namespace ctl
