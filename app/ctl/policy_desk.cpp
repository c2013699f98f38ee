// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/policy_desk.h"

#include "app/base/encoding.h"
#include "app/crypto/key_file.h"
#include "app/ctl/passphrase.h"
#include "app/ctl/waiting.h"
#include "app/handover/local_access.h"
#include "app/link/gateway_client.h"

namespace ctl {

namespace {

constexpr std::chrono::seconds patience{30};
constexpr std::size_t fewest_digits = 8;

base::Fault wrong(std::string detail) {
    return {base::FaultCode::invalid_argument, std::move(detail), {}};
}

} // namespace

base::Done PolicyDesk::find_gateway() {
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

std::filesystem::path PolicyDesk::key_file() const {
    return context_.arguments.has("key") ? std::filesystem::path(context_.arguments.value("key"))
                                         : context_.folders.person_key();
}

base::Done PolicyDesk::sit_down() {
    REEVE_TRY(find_gateway());
    const auto reader = store::Reader::open(context_.folders.store());
    auto line =
        reader ? verdicts::read_line(*reader, seat_.source) : base::Result<verdicts::PolicyLine>(reader.fault());
    if (!line) {
        return line.fault();
    }
    line_ = *std::move(line);
    const auto key = crypto::KeyFile::public_key(key_file());
    if (!key) {
        return key.fault();
    }
    const domain::Roster* roster = line_->roster(seat_.source);
    if (roster == nullptr) {
        return base::Fault{base::FaultCode::refused, "no roster of this gateway is recorded yet", seat_.source.bytes()};
    }
    const domain::Member* member = authority::owner_of(*key, *roster);
    if (member == nullptr) {
        return base::Fault{base::FaultCode::refused, "the roster does not name this key", "unknown_member"};
    }
    seat_.member = *member;
    return {};
}

base::Result<domain::Digest> PolicyDesk::digest_of(const std::string& digits, const char* option) const {
    if (digits.size() < fewest_digits) {
        return wrong(std::string(option) + " needs at least eight digits of the digest; policy versions shows it");
    }
    std::optional<domain::Digest> found;
    for (const verdicts::Edition& one : line_->editions()) {
        if (base::to_hex(one.policy.digest).starts_with(digits)) {
            if (found && *found != one.policy.digest) {
                return wrong("the digest is not unique; give more of it");
            }
            found = one.policy.digest;
        }
    }
    return found ? base::Result<domain::Digest>(*found)
                 : base::Fault{base::FaultCode::not_found, "no edition with this digest is recorded", digits};
}

base::Done PolicyDesk::confirm(const std::string& word) const {
    if (context_.arguments.has("yes")) {
        return {};
    }
    static_cast<void>(context_.terminal.flush());
    const auto answer = answer_on_terminal("Type " + word + " to sign this: ", true);
    if (!answer) {
        return wrong("there is no terminal to confirm on; look at the review and repeat with --yes");
    }
    return *answer == word ? base::Done() : base::Done(base::Fault{base::FaultCode::cancelled, "not signed", {}});
}

base::Result<domain::PolicySignature> PolicyDesk::sign(const std::string& bytes) const {
    const auto secret = passphrase(context_.arguments, "Passphrase: ");
    if (!secret) {
        return secret.fault();
    }
    const auto key = crypto::KeyFile::open(key_file(), *secret);
    if (!key) {
        return key.fault();
    }
    const auto signature = key->sign(bytes);
    return signature ? base::Result<domain::PolicySignature>(domain::PolicySignature{key->public_key(), *signature})
                     : signature.fault();
}

base::Done PolicyDesk::write(const verdicts::SignedStep& step) {
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

bool PolicyDesk::deliver(const Ask& ask) {
    if (!connection_) {
        if (!keeper_) {
            context_.terminal.remark("recorded; the gateway gets it from the next keeper that connects");
        }
        return true;
    }
    uplink::SystemScheduler scheduler;
    uplink::GatewayClient client(connection_->endpoint, scheduler);
    const auto said = wait_for<wire::PolicyStatus>(
        [&](const ports::Reply<wire::PolicyStatus>& reply) { ask(client, reply); }, patience, context_.interrupt);
    if (!said) {
        context_.terminal.complain(said.fault());
        context_.terminal.remark("recorded all the same; a keeper offers it to the gateway again");
        return false;
    }
    context_.terminal.remark("the gateway has it");
    return true;
}

} // namespace ctl
