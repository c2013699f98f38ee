// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/server_parts.h"

#include <thread>

namespace sandbox {

using httplib::Request;
using httplib::Response;

namespace {

/// Headers, and then the connection breaks: the sender knows nothing.
void lose(Response& response) {
    response.body.clear();
    response.set_content_provider(64, "application/json",
                                  [](std::size_t, std::size_t, httplib::DataSink&) { return false; });
}

/// As openapi.json says for PUT /v1/policy and PUT /v1/policy/withdrawal.
int status_of_refusal(std::string_view code) {
    if (code == "broken_policy" || code == "failing_test") {
        return 422;
    }
    const bool conflict = code == "withdrawn" || code == "already_in_force" || code == "wrong_digest" ||
                          code == "replayed" || code == "wrong_predecessor" || code == "wrong_source" ||
                          code == "no_roster" || code == "stale_roster";
    return conflict ? 409 : 403;
}

bool is_in_force(const wire::PolicyStatus& status, const domain::PolicyEnvelope& offered) {
    return status.policy && status.policy->signed_bytes == offered.signed_bytes;
}

} // namespace

httplib::Server::Handler Server::Parts::guarded(Act act) {
    return [this, act = std::move(act)](const Request& request, Response& response) {
        if (allowed(request)) {
            act(request, response);
        } else {
            answer_unauthorized(response);
        }
    };
}

httplib::Server::Handler Server::Parts::acting(Act act) {
    return guarded([this, act = std::move(act)](const Request& request, Response& response) {
        std::this_thread::sleep_for(faults.delay());
        if (faults.strikes(Faults::Kind::lose_requests)) {
            lose(response);
            return;
        }
        act(request, response);
        if (faults.strikes(Faults::Kind::lose_answers)) {
            lose(response);
        } else if (faults.strikes(Faults::Kind::garbage)) {
            response.set_content("{\"receipt\": nonsense", "application/json");
        }
    });
}

void Server::Parts::add_decisions() {
    http.Post("/v1/decisions", acting([this](const Request& request, Response& response) {
                  const auto envelope = wire::decode_envelope(request.body);
                  if (!envelope) {
                      answer_fault(response, envelope.fault());
                      return;
                  }
                  const auto receipt = platform.decide(*envelope);
                  if (receipt) {
                      answer_json(response, wire::encode(wire::ReceiptAnswer{wire::envelope_of(*receipt)}));
                  } else if (receipt.fault().code == base::FaultCode::conflict) {
                      answer_problem(response, 409, "already_used", "This decision_id was used with other content",
                                     receipt.fault().where, authority::advice_for(authority::Code::already_used));
                  } else if (receipt.fault().code == base::FaultCode::not_found) {
                      answer_problem(response, 409, "no_roster", "The gateway has no roster yet", {},
                                     "Have an administrator send a signed roster first.");
                  } else {
                      answer_fault(response, receipt.fault());
                  }
              }));
    http.Get(R"(/v1/decisions/(.+))", acting([this](const Request& request, Response& response) {
                 const auto receipt = platform.receipt_of(domain::DecisionId(request.matches[1].str()));
                 if (receipt) {
                     answer_json(response, wire::encode(wire::ReceiptAnswer{wire::envelope_of(*receipt)}));
                 } else {
                     answer_fault(response, receipt.fault());
                 }
             }));
}

void Server::Parts::add_cases() {
    http.Post("/v1/claims", acting([this](const Request& request, Response& response) {
                  const auto asked = wire::decode_claim_request(request.body);
                  const auto given = asked ? platform.claim(*asked) : base::Result<wire::Claim>(asked.fault());
                  if (given) {
                      answer_json(response, wire::encode(*given));
                  } else if (given.fault().code == base::FaultCode::refused) {
                      answer_problem(response, 409, "claimed_by_other", "Somebody else holds the case",
                                     given.fault().where, "Wait until it is released or the lease ends.");
                  } else {
                      answer_fault(response, given.fault());
                  }
              }));
    http.Delete(R"(/v1/claims/(.+))", acting([this](const Request& request, Response& response) {
                    const auto epoch = whole_number(request.get_param_value("epoch"));
                    if (!epoch) {
                        answer_problem(response, 400, "malformed", "Releasing a claim needs its epoch");
                        return;
                    }
                    const auto done = platform.release(domain::TransactionId(request.matches[1].str()),
                                                       static_cast<std::int64_t>(*epoch));
                    if (done) {
                        response.status = 204;
                    } else {
                        answer_fault(response, done.fault());
                    }
                }));
    http.Get(R"(/v1/transactions/([^/]+))", guarded([this](const Request& request, Response& response) {
                 const auto status = platform.transaction(domain::TransactionId(request.matches[1].str()));
                 if (status) {
                     answer_json(response, wire::encode(*status));
                 } else {
                     answer_fault(response, status.fault());
                 }
             }));
    http.Post(R"(/v1/transactions/([^/]+)/plan)", acting([this](const Request& request, Response& response) {
                  const auto asked = wire::decode_plan_request(request.body);
                  if (!asked) {
                      answer_fault(response, asked.fault());
                      return;
                  }
                  const auto plan = platform.plan(domain::TransactionId(request.matches[1].str()), asked->amount);
                  if (plan) {
                      answer_json(response, wire::encode(*plan));
                  } else {
                      answer_fault(response, plan.fault());
                  }
              }));
}

void Server::Parts::add_rosters() {
    http.Put("/v1/roster", acting([this](const Request& request, Response& response) {
                 const auto envelope = wire::decode_envelope(request.body);
                 const auto done = envelope ? platform.put_roster(*envelope) : base::Done(envelope.fault());
                 if (done) {
                     response.status = 204;
                 } else {
                     answer_fault(response, done.fault());
                 }
             }));
    http.Get("/v1/roster", guarded([this](const Request&, Response& response) {
                 const auto roster = platform.roster();
                 if (roster) {
                     answer_json(response, wire::encode_envelope(wire::envelope_of(*roster)));
                 } else {
                     answer_problem(response, 404, "no_roster", "The gateway has no roster yet");
                 }
             }));
}

void Server::Parts::add_policies() {
    http.Put("/v1/policy", acting([this](const Request& request, Response& response) {
                 const auto envelope = wire::decode_policy_envelope(request.body);
                 const auto status =
                     envelope ? platform.put_policy(*envelope) : base::Result<wire::PolicyStatus>(envelope.fault());
                 if (status) {
                     answer_json(response, wire::encode(*status));
                     response.status = status->digest && is_in_force(*status, *envelope) ? 200 : 202;
                 } else if (status.fault().code == base::FaultCode::refused) {
                     const base::Fault& fault = status.fault();
                     answer_problem(response, status_of_refusal(fault.where), fault.where,
                                    "The gateway does not go by this policy", fault.detail);
                 } else {
                     answer_fault(response, status.fault());
                 }
             }));
    http.Put("/v1/policy/withdrawal", acting([this](const Request& request, Response& response) {
                 const auto asked = wire::decode_policy_withdrawal(request.body);
                 const auto status =
                     asked ? platform.withdraw_policy(*asked) : base::Result<wire::PolicyStatus>(asked.fault());
                 if (status) {
                     answer_json(response, wire::encode(*status));
                 } else if (status.fault().code == base::FaultCode::refused) {
                     const base::Fault& fault = status.fault();
                     answer_problem(response, status_of_refusal(fault.where), fault.where,
                                    "The gateway does not take this proposal back", fault.detail);
                 } else {
                     answer_fault(response, status.fault());
                 }
             }));
    http.Get("/v1/policy", guarded([this](const Request&, Response& response) {
                 answer_json(response, wire::encode(platform.policy()));
             }));
}

} // namespace sandbox
