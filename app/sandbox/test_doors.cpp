// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/test_doors.h"

#include "app/json/fields.h"
#include "app/json/reader.h"
#include "app/sandbox/answers.h"
#include "app/sandbox/faults.h"
#include "app/sandbox/platform.h"

namespace sandbox {

using httplib::Request;
using httplib::Response;

namespace {

/// Runs `work` on the body's fields and answers 204, or with what went wrong.
template <class Work>
void on_fields(const Request& request, Response& response, const Work& work) {
    const auto document = json::Document::parse(request.body);
    if (!document) {
        answer_fault(response, document.fault());
        return;
    }
    json::Trouble trouble;
    json::Fields fields(document->root(), trouble);
    const base::Done done = trouble.any() ? trouble.done() : work(fields, trouble);
    if (done) {
        response.status = 204;
    } else {
        answer_fault(response, done.fault());
    }
}

} // namespace

void add_test_doors(httplib::Server& http, Platform& platform, Faults& faults, const Guard& guard) {
    http.Post("/sandbox/v1/faults", guard([&faults](const Request& request, Response& response) {
                  on_fields(request, response, [&](json::Fields& fields, json::Trouble&) -> base::Done {
                      for (const json::View member : fields.view()) {
                          const std::string_view value = member.is_string() ? member.string() : member.literal();
                          REEVE_TRY(faults.set(member.key(), value));
                      }
                      return {};
                  });
              }));
    http.Post("/sandbox/v1/scenario", guard([&platform](const Request& request, Response& response) {
                  on_fields(request, response, [&](json::Fields& fields, json::Trouble& trouble) -> base::Done {
                      const std::string name(fields.string("name"));
                      return trouble.any() ? trouble.done() : platform.play(name);
                  });
              }));
    http.Post("/sandbox/v1/advance", guard([&platform](const Request& request, Response& response) {
                  on_fields(request, response, [&](json::Fields& fields, json::Trouble& trouble) -> base::Done {
                      const std::int32_t seconds = fields.int32("seconds");
                      if (!trouble.any() && seconds < 0) {
                          fields.blame("seconds", base::FaultCode::invalid_argument, "time does not go back");
                      }
                      return trouble.any() ? trouble.done() : platform.advance(std::chrono::seconds(seconds));
                  });
              }));
}

} // namespace sandbox
