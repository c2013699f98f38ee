// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/authority/roster_rule.h"
#include "app/crypto/key_file.h"
#include "app/crypto/signing.h"
#include "app/ctl/command.h"
#include "app/ctl/passphrase.h"
#include "app/ctl/roster_file.h"
#include "app/ctl/roster_member.h"
#include "app/ctl/waiting.h"
#include "app/handover/local_access.h"
#include "app/link/gateway_client.h"
#include "app/premises/connection.h"
#include "app/store/reader.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>

namespace ctl {

namespace {

constexpr std::chrono::seconds patience{30};

base::Fault wrong(std::string detail) {
    return {base::FaultCode::invalid_argument, std::move(detail), {}};
}

base::Result<premises::Connection> connection_of(const Context& context) {
    const std::string file = context.arguments.value("connection");
    return premises::read_connection(file.empty() ? context.folders.connection() : std::filesystem::path(file));
}

/// The roster in force as the record has it.
base::Result<std::optional<domain::SignedRoster>> recorded_roster(const Context& context,
                                                                  const domain::SourceId& source) {
    const auto reader = store::Reader::open(context.folders.store());
    if (!reader) {
        if (reader.fault().code == base::FaultCode::not_found) {
            return std::optional<domain::SignedRoster>();
        }
        return reader.fault();
    }
    auto row = reader->roster(source);
    if (!row) {
        return std::move(row).fault();
    }
    if (!row->has_value()) {
        return std::optional<domain::SignedRoster>();
    }
    domain::SignedRoster found = std::move((*row)->roster);
    auto members = wire::decode_roster(found.signed_bytes);
    if (!members) {
        return std::move(members).fault();
    }
    found.roster = *std::move(members);
    return std::optional(std::move(found));
}

base::Result<domain::SourceId> source_of(const Context& context) {
    if (context.arguments.has("source")) {
        return domain::SourceId(context.arguments.value("source"));
    }
    auto connection = connection_of(context);
    if (!connection) {
        return std::move(connection).fault();
    }
    return connection->endpoint.source;
}

Outcome show(Context& context) {
    const auto& operands = context.arguments.operands();
    if (operands.size() == 2) {
        if (const auto signed_roster = read_signed(operands[1])) {
            show_roster(context.terminal, signed_roster->roster, signed_roster->key);
            return ExitCode::done;
        } else if (signed_roster.fault().code == base::FaultCode::bad_signature) {
            return signed_roster.fault();
        }
        const auto draft = read_draft(operands[1]);
        if (!draft) {
            return draft.fault();
        }
        show_roster(context.terminal, *draft, std::nullopt);
        return ExitCode::done;
    }
    const auto source = source_of(context);
    if (!source) {
        return source.fault();
    }
    const auto roster = recorded_roster(context, *source);
    if (!roster) {
        return roster.fault();
    }
    if (!roster->has_value()) {
        return base::Fault{base::FaultCode::not_found, "no roster is recorded for this gateway yet", source->bytes()};
    }
    show_roster(context.terminal, (*roster)->roster, (*roster)->key);
    return ExitCode::done;
}

Outcome init(Context& context, const std::filesystem::path& file) {
    if (std::filesystem::exists(file)) {
        return base::Fault{base::FaultCode::conflict, "the file exists already", file.string()};
    }
    domain::Roster roster;
    roster.version = 1;
    if (context.arguments.has("connection") || context.arguments.has("source") ||
        std::filesystem::exists(context.folders.connection())) {
        const auto source = source_of(context);
        if (!source) {
            return source.fault();
        }
        const auto current = recorded_roster(context, *source);
        if (!current) {
            return current.fault();
        }
        if (current->has_value()) {
            roster = (*current)->roster;
            ++roster.version;
        }
    }
    roster.issued = context.clock.now();
    REEVE_TRY(write_draft(file, roster));
    show_roster(context.terminal, roster, std::nullopt);
    return ExitCode::done;
}

Outcome add(Context& context, const std::filesystem::path& file) {
    auto roster = read_draft(file);
    if (!roster) {
        return std::move(roster).fault();
    }
    auto member = member_of(context);
    if (!member) {
        return std::move(member).fault();
    }
    std::erase_if(roster->members, [&member](const domain::Member& one) { return one.id == member->id; });
    roster->members.push_back(*std::move(member));
    roster->issued = context.clock.now();
    REEVE_TRY(write_draft(file, *roster));
    show_roster(context.terminal, *roster, std::nullopt);
    return ExitCode::done;
}

Outcome sign(Context& context, const std::filesystem::path& file) {
    auto roster = read_draft(file);
    if (!roster) {
        return std::move(roster).fault();
    }
    const auto secret = passphrase(context.arguments, "Administrator's passphrase: ");
    if (!secret) {
        return secret.fault();
    }
    const auto key = crypto::KeyFile::open(context.folders.administrator_key(), *secret);
    if (!key) {
        return key.fault();
    }
    domain::SignedRoster out;
    out.signed_bytes = wire::roster_bytes(*roster);
    out.roster = *std::move(roster);
    out.key = key->public_key();
    const auto signature = key->sign(out.signed_bytes);
    if (!signature) {
        return signature.fault();
    }
    out.signature = *signature;
    // What the gateway would refuse is not written.
    REEVE_TRY(authority::accept_roster(out, out, out.key, crypto::holds));
    std::filesystem::path target = file;
    target += ".signed";
    REEVE_TRY(write_signed(target, out));
    show_roster(context.terminal, out.roster, out.key);
    context.terminal.remark("written to " + shown(target.string()));
    return ExitCode::done;
}

Outcome check(Context& context, const std::filesystem::path& file) {
    const auto roster = read_signed(file);
    if (!roster) {
        return roster.fault();
    }
    std::optional<domain::SignedRoster> current;
    if (context.arguments.has("connection") || context.arguments.has("source") ||
        std::filesystem::exists(context.folders.connection())) {
        const auto source = source_of(context);
        if (!source) {
            return source.fault();
        }
        const auto recorded = recorded_roster(context, *source);
        if (!recorded) {
            return recorded.fault();
        }
        current = *recorded;
    }
    REEVE_TRY(authority::accept_roster(*roster, current, std::nullopt, crypto::holds));
    show_roster(context.terminal, roster->roster, roster->key);
    context.terminal.remark(current ? "may follow the roster in force" : "signature and form are right");
    return ExitCode::done;
}

Outcome publish(Context& context, const std::filesystem::path& file) {
    const auto roster = read_signed(file);
    if (!roster) {
        return roster.fault();
    }
    const auto connection = connection_of(context);
    if (!connection) {
        return connection.fault();
    }
    uplink::SystemScheduler scheduler;
    uplink::GatewayClient client(connection->endpoint, scheduler);
    const auto answer = wait_for<bool>(
        [&](ports::Reply<bool> reply) {
            client.put_roster(*roster, &context.interrupt, [reply](base::Result<void> done) {
                done ? reply(true) : reply(base::Result<bool>(done.fault()));
            });
        },
        patience, context.interrupt);
    if (!answer) {
        return answer.fault();
    }
    auto setup = RecordSetup::make(context.folders, "reevectl roster");
    if (!setup) {
        return std::move(setup).fault();
    }
    auto access = handover::open_access(setup->options(), context.clock);
    if (!access) {
        return std::move(access).fault();
    }
    REEVE_TRY((*access)->keep_roster(connection->endpoint.source, *roster));
    show_roster(context.terminal, roster->roster, roster->key);
    context.terminal.remark("in force at the gateway, and recorded");
    return ExitCode::done;
}

Outcome run_roster(Context& context) {
    const auto& operands = context.arguments.operands();
    const std::string& what = operands.front();
    if (what == "show") {
        return show(context);
    }
    const std::pair<const char*, Outcome (*)(Context&, const std::filesystem::path&)> actions[] = {
        {"init", init}, {"add", add}, {"sign", sign}, {"check", check}, {"publish", publish}};
    for (const auto& [name, action] : actions) {
        if (what == name) {
            return operands.size() == 2 ? action(context, operands[1]) : wrong("roster " + what + " needs FILE");
        }
    }
    return wrong("roster knows show, init, add, sign, check and publish, not \"" + what + "\"");
}

} // namespace

Command roster_command() {
    return {
        {"roster",
         "show [FILE] | init|add|sign|check|publish FILE",
         "Who may do what: shows the roster in force, writes, signs, checks and publishes the next one",
         "init writes a draft (the roster in force with the next version, or an empty one), add puts a person "
         "into it, sign\nwrites FILE.signed with the administrator's key, check says whether it may follow, publish "
         "gives it to the gateway.",
         {{"connection", "FILE", "the gateway (default: connection.json in the state folder)", false},
          {"source", "SOURCE", "whose roster, without a connection", false},
          {"person", "ID", "add: who", false},
          {"name", "NAME", "add: name in full", false},
          {"role", "ROLE", "add: manager (default), auditor, analyst, administrator or your own word", false},
          {"key", "BASE64", "add: public key (default: of the key file in the state folder)", false},
          {"permission", "NAME", "add: view, decide, configure, export, verify or stop; repeatable", true},
          {"limit", "CUR:AMOUNT", "add: ceiling of one decision, e.g. GBP:5000; repeatable", true},
          {"tier", "TIER", "add: the highest tier this person may decide (default: confirm)", false},
          {"simulated", "", "add: not a human being", false},
          {"passphrase-file", "FILE", "sign: first line is the administrator's passphrase", false}},
         1,
         2},
        run_roster};
}

} // namespace ctl
