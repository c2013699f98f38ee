// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/answers.h"

#include "app/wire/api.h"

namespace sandbox {

using base::FaultCode;

namespace {

int status_of(FaultCode code) {
    switch (code) {
    case FaultCode::invalid_argument:
    case FaultCode::malformed:
    case FaultCode::unsupported: return 400;
    case FaultCode::too_large: return 413;
    case FaultCode::not_found: return 404;
    case FaultCode::conflict:
    case FaultCode::stale:
    case FaultCode::locked: return 409;
    case FaultCode::expired: return 410;
    case FaultCode::refused:
    case FaultCode::bad_signature:
    case FaultCode::wrong_passphrase:
    case FaultCode::untrusted: return 403;
    case FaultCode::disk_full: return 507;
    case FaultCode::newer_version:
    case FaultCode::unreadable:
    case FaultCode::corrupt:
    case FaultCode::unreachable:
    case FaultCode::timed_out:
    case FaultCode::cancelled:
    case FaultCode::exhausted:
    case FaultCode::internal: return 500;
    }
    return 500;
}

} // namespace

void answer_json(httplib::Response& response, std::string json, int status) {
    response.status = status;
    response.set_content(std::move(json), "application/json");
}

void answer_unauthorized(httplib::Response& response) {
    response.set_header("WWW-Authenticate", "Bearer");
    answer_problem(response, 401, "unauthorised", "The bearer token is missing or wrong", {},
                   "Send the token that the gateway gave you in the Authorization header.");
}

void answer_problem(httplib::Response& response, int status, std::string_view code, std::string_view title,
                    std::string_view detail, std::string_view advice) {
    wire::Problem problem;
    problem.type = "urn:reeve:problem:" + std::string(code);
    problem.title = domain::UntrustedText(std::string(title));
    problem.status = status;
    problem.detail = domain::UntrustedText(std::string(detail));
    problem.code = code;
    problem.advice = domain::UntrustedText(std::string(advice));
    response.status = status;
    response.set_content(wire::encode(problem), "application/problem+json");
}

void answer_fault(httplib::Response& response, const base::Fault& fault) {
    std::string detail = fault.detail;
    if (!fault.where.empty()) {
        detail += " (" + fault.where + ")";
    }
    answer_problem(response, status_of(fault.code), base::name_of(fault.code), "The request was not carried out",
                   detail);
}

} // namespace sandbox
