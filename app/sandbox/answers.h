// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <functional>
#include <httplib.h>
#include <string>
#include <string_view>

namespace sandbox {

/// Wraps a handler in what every request has to pass before it: the token.
using Guard = std::function<httplib::Server::Handler(httplib::Server::Handler)>;

/// Answers with a problem document (RFC 9457).
void answer_problem(httplib::Response& response, int status, std::string_view code, std::string_view title,
                    std::string_view detail = {}, std::string_view advice = {});
/// The same for a fault: its status, its code's name, its detail.
void answer_fault(httplib::Response& response, const base::Fault& fault);
void answer_unauthorized(httplib::Response& response);
void answer_json(httplib::Response& response, std::string json, int status = 200);

} // namespace sandbox
