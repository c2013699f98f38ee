// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/ctl/policy_desk.h"
#include "app/ctl/policy_job.h"
#include "app/link/gateway_client.h"
#include "app/wire/policy_bytes.h"

namespace ctl {

namespace {

void show(Terminal& terminal, const domain::PolicyWithdrawal& withdrawal, const domain::PolicyEdition& edition) {
    terminal.give(json::Value::object({{"what", json::Value("withdrawal")},
                                       {"edition", json::Value::decimal(edition.number)},
                                       {"digest", json::Value(base::to_hex(withdrawal.edition))},
                                       {"proposed", json::Value(base::to_rfc3339(edition.proposed))},
                                       {"withdrawn", json::Value(base::to_rfc3339(withdrawal.withdrawn))}}));
    terminal.say("To be taken back, so that nobody can sign it any more:");
    terminal.say("  edition       " + std::to_string(edition.number));
    terminal.say("  digest        " + base::to_hex(withdrawal.edition));
    terminal.say("  proposed      " + base::to_rfc3339(edition.proposed));
    if (!edition.note.empty()) {
        terminal.say("  note          " + shown(edition.note.bytes()));
    }
}

base::Result<domain::SignedPolicyWithdrawal> sign(const PolicyDesk& desk, const domain::PolicyWithdrawal& withdrawal) {
    domain::SignedPolicyWithdrawal made{withdrawal, wire::withdrawal_bytes(withdrawal), {}, {}};
    const auto signature = desk.sign(made.signed_bytes);
    if (!signature) {
        return signature.fault();
    }
    made.key = signature->key;
    made.signature = signature->signature;
    return made;
}

} // namespace

Outcome withdraw_policy(Context& context) {
    PolicyDesk desk(context);
    REEVE_TRY(desk.sit_down());
    const auto digest = desk.digest_of(context.arguments.operands()[1], "policy withdraw");
    if (!digest) {
        return digest.fault();
    }
    const auto review = verdicts::review_withdrawal(desk.line(), *digest, desk.seat(), context.clock.now());
    if (!review) {
        return review.fault();
    }
    show(context.terminal, *review, desk.line().find(*digest)->policy.edition);
    REEVE_TRY(desk.confirm("withdraw"));
    const auto withdrawal = sign(desk, *review);
    const auto step = withdrawal ? verdicts::withdraw_policy(desk.line(), *withdrawal, desk.seat(), context.clock.now())
                                 : base::Result<verdicts::SignedStep>(withdrawal.fault());
    if (!step) {
        return step.fault();
    }
    REEVE_TRY(desk.write(*step));
    context.terminal.give(json::Value::object({{"what", json::Value("policy")},
                                               {"state", json::Value("withdrawn")},
                                               {"edition", json::Value::decimal(review->number)},
                                               {"digest", json::Value(base::to_hex(*digest))}}));
    context.terminal.say("Taken back; a second signature does not count any more");
    const wire::PolicyWithdrawalRequest request{step->step.envelope, wire::envelope_of(*withdrawal)};
    const bool given = desk.deliver(
        [&context, &request](uplink::GatewayClient& gateway, const ports::Reply<wire::PolicyStatus>& reply) {
            gateway.withdraw_policy(request, &context.interrupt,
                                    [reply](base::Result<wire::PolicyStatus> said) { reply(std::move(said)); });
        });
    return given ? ExitCode::done : ExitCode::reservations;
}

} // namespace ctl
