// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/answer.h"

#include "app/wire/api.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>
#include <string>

namespace uplink {

using base::Fault;
using base::FaultCode;

namespace {

/// Codes are looked up, compared and logged: anything that is none is left out.
std::string clean_code(const std::string& code) {
    const bool clean = code.size() <= 64 && std::all_of(code.begin(), code.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
                       });
    return clean ? code : std::string{};
}

FaultCode code_for(int status) {
    switch (status) {
    case 404: return FaultCode::not_found;
    case 409: return FaultCode::conflict;
    case 408:
    case 504: return FaultCode::timed_out;
    default: return FaultCode::refused;
    }
}

/// " retry-after:20" where the gateway named a time in seconds; the other form (a date) needs a clock that agrees.
std::string pause_of(const Heard& heard) {
    const QByteArray asked = heard.retry_after.trimmed();
    const bool seconds = !asked.isEmpty() && asked.size() <= 9 &&
                         std::all_of(asked.begin(), asked.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool busy = heard.status == 429 || heard.status == 503;
    return busy && seconds ? " retry-after:" + asked.toStdString() : std::string{};
}

/// With what the problem document says, where there is one.
Fault explained(Fault fault, const Heard& heard) {
    if (!heard.content_type.trimmed().toLower().startsWith("application/problem+json")) {
        return fault;
    }
    if (const auto problem = wire::decode_problem(heard.body)) {
        const std::string& text = problem->detail.empty() ? problem->title.bytes() : problem->detail.bytes();
        if (!text.empty()) {
            fault.detail = text;
        }
        if (const std::string code = clean_code(problem->code); !code.empty()) {
            fault.where += " " + code;
        }
    }
    return fault;
}

Fault problem_of(const Heard& heard) {
    Fault fault = explained(
        {code_for(heard.status), "the gateway refused the request", "HTTP " + std::to_string(heard.status)}, heard);
    fault.where += pause_of(heard);
    return fault;
}

} // namespace

base::Done judge(const Heard& heard) {
    if (heard.status >= 200 && heard.status < 300) {
        return {};
    }
    if (heard.status >= 400) {
        return problem_of(heard);
    }
    return Fault{FaultCode::unsupported, "the answer is not one of a gateway", "HTTP " + std::to_string(heard.status)};
}

base::Result<domain::Receipt> read_receipt(const Heard& heard) {
    auto answer = read_body(heard, wire::decode_receipt_answer);
    return answer ? wire::open_receipt(answer->receipt) : base::Result<domain::Receipt>(std::move(answer).fault());
}

base::Result<std::optional<domain::Receipt>> read_status(const Heard& heard) {
    if (heard.status == 404) {
        return std::optional<domain::Receipt>{};
    }
    auto receipt = read_receipt(heard);
    if (!receipt) {
        return std::move(receipt).fault();
    }
    return std::optional<domain::Receipt>(std::move(*receipt));
}

base::Result<domain::SignedRoster> read_roster(const Heard& heard) {
    auto envelope = read_body(heard, wire::decode_envelope);
    return envelope ? wire::open_roster(*envelope) : base::Result<domain::SignedRoster>(std::move(envelope).fault());
}

base::Done read_done(const Heard& heard) {
    return judge(heard);
}

base::Result<QByteArray> below(const char* folder, base::Result<QByteArray> segment, const char* rest) {
    if (!segment) {
        return segment;
    }
    return QByteArray(QByteArray(folder) + *segment + rest);
}

} // namespace uplink
