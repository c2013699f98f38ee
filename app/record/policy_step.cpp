// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/policy_step.h"

#include "app/wire/policy_bytes.h"

#include <algorithm>
#include <array>

namespace record {

namespace {

constexpr std::string_view first_line = "reeve-policy-step/v1";
constexpr std::array<std::string_view, 3> acts = {"proposed", "published", "withdrawn"};

std::string_view next_line(std::string_view& text) {
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return line;
}

} // namespace

std::string write(const PolicyStep& step) {
    std::string by = step.by.bytes();
    std::replace(by.begin(), by.end(), '\n', ' ');
    std::string text(first_line);
    text += '\n';
    text += acts.at(static_cast<std::size_t>(step.act));
    text += '\n' + by + '\n';
    text += wire::encode_policy_envelope(step.envelope);
    if (step.withdrawal) {
        text += '\n' + wire::encode_envelope(wire::envelope_of(*step.withdrawal));
    }
    return text;
}

base::Result<PolicyStep> read_policy_step(std::string_view body) {
    if (next_line(body) != first_line) {
        return base::Fault{base::FaultCode::unsupported, "not a step of a policy that this build knows", {}};
    }
    const auto act = std::find(acts.begin(), acts.end(), next_line(body));
    if (act == acts.end()) {
        return base::Fault{base::FaultCode::malformed, "no such step of a policy", {}};
    }
    PolicyStep step;
    step.act = static_cast<PolicyAct>(act - acts.begin());
    step.by = domain::PersonId(std::string(next_line(body)));
    auto envelope = wire::decode_policy_envelope(next_line(body));
    if (!envelope) {
        return envelope.fault();
    }
    step.envelope = std::move(envelope).value();
    if (!body.empty()) {
        const auto signed_off = wire::decode_envelope(body);
        auto withdrawal = signed_off ? wire::open_withdrawal(*signed_off)
                                     : base::Result<domain::SignedPolicyWithdrawal>(signed_off.fault());
        if (!withdrawal) {
            return withdrawal.fault();
        }
        step.withdrawal = std::move(withdrawal).value();
    }
    return step;
}

} // namespace record
