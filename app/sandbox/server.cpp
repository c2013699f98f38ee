// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/server.h"

#include "app/base/encoding.h"
#include "app/crypto/digest.h"
#include "app/sandbox/feed.h"
#include "app/sandbox/server_parts.h"
#include "app/sandbox/test_doors.h"

#include <charconv>
#include <chrono>
#include <thread>

namespace sandbox {

using httplib::Request;
using httplib::Response;

namespace {

constexpr std::size_t most_body_bytes = 2 * 1024 * 1024;
constexpr std::size_t threads = 48; ///< every open feed takes one

} // namespace

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool Server::Parts::allowed(const Request& request) const {
    const std::string given = request.get_header_value("Authorization");
    return crypto::equal_in_constant_time(base::as_bytes(given), base::as_bytes(bearer));
}

void Server::Parts::set_up() {
    http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    http.set_payload_max_length(most_body_bytes);
    http.set_keep_alive_max_count(100'000);
    http.set_keep_alive_timeout(30);
    http.set_tcp_nodelay(true);
    // A reader that pauses (back-pressure) must not be taken for dead.
    http.set_write_timeout(std::chrono::minutes(10));
    SSL_CTX_set_min_proto_version(http.ssl_context(), TLS1_2_VERSION);
    // Before routing only where no body waits to be read: an unread one would be taken for the next request.
    http.set_pre_routing_handler([this](const Request& request, Response& response) {
        if (request.has_header("Content-Length") || request.has_header("Transfer-Encoding") || allowed(request)) {
            return httplib::Server::HandlerResponse::Unhandled;
        }
        answer_unauthorized(response);
        return httplib::Server::HandlerResponse::Handled;
    });
    http.set_error_handler([](const Request&, Response& response) {
        if (response.body.empty()) {
            const bool large = response.status == 413;
            answer_problem(response, response.status,
                           large                    ? "too_large"
                           : response.status == 404 ? "not_found"
                                                    : "malformed",
                           large ? "The body is too large" : "There is nothing here");
        }
    });
    http.set_exception_handler([](const Request&, Response& response, std::exception_ptr) {
        answer_problem(response, 500, "internal", "The gateway failed");
    });
    add_feed();
    add_decisions();
    add_cases();
    add_rosters();
    add_policies();
    add_test_doors(http, platform, faults, [this](Act act) { return guarded(std::move(act)); });
}

void Server::Parts::serve_feed(const Request& request, Response& response) {
    std::string from = request.get_header_value("Last-Event-ID");
    if (from.empty()) {
        from = request.has_param("after") ? request.get_param_value("after") : "0";
    }
    const auto after = whole_number(from);
    if (!after) {
        answer_problem(response, 400, "malformed", "The place to go on from is not a number");
        return;
    }
    if (*after > log.last_sequence()) {
        answer_problem(response, 409, "unknown_sequence", "This feed has not come so far", {},
                       "The gateway lost its events or is another one: compare its source and key before going on.");
        return;
    }
    response.set_header("Cache-Control", "no-store");
    const auto feed = std::make_shared<Feed>(log, faults, platform.clock(), *after);
    const auto bytes = std::make_shared<std::string>(); // keeps its memory
    response.set_chunked_content_provider("text/event-stream", [=, this](std::size_t, httplib::DataSink& sink) {
        bytes->clear();
        const Feed::Next next = feed->next(*bytes);
        if (stopping || next == Feed::Next::drop) {
            return false;
        }
        return bytes->empty() ? sink.is_writable() : sink.write(bytes->data(), bytes->size());
    });
}

void Server::Parts::add_feed() {
    http.Get("/v1/events",
             guarded([this](const Request& request, Response& response) { serve_feed(request, response); }));
    http.Post("/v1/ack", guarded([this](const Request& request, Response& response) {
                  const auto ack = wire::decode_ack(request.body);
                  if (!ack) {
                      answer_fault(response, ack.fault());
                  } else if (ack->source != platform.info().source || ack->sequence > log.last_sequence()) {
                      answer_problem(response, 409, "unknown_sequence", "This feed has no such event");
                  } else {
                      response.status = 204;
                  }
              }));
    http.Get("/v1/gateway", guarded([this](const Request&, Response& response) {
                 answer_json(response, wire::encode(platform.info()));
             }));
}

base::Result<std::unique_ptr<Server>> Server::bind(Platform& platform, const EventLog& log, Faults& faults,
                                                   const Identity& identity, int port) {
    auto parts = std::make_unique<Parts>(platform, log, faults, identity);
    if (!parts->http.is_valid()) {
        return base::Fault{base::FaultCode::unreadable, "the certificate cannot be used",
                           identity.certificate_file.string()};
    }
    parts->set_up();
    const bool any = port == 0;
    if (any) {
        parts->port = parts->http.bind_to_any_port("127.0.0.1");
    } else if (parts->http.bind_to_port("127.0.0.1", port)) {
        parts->port = port;
    }
    if (parts->port <= 0) {
        return base::Fault{base::FaultCode::unreadable, "the port cannot be used", std::to_string(port)};
    }
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}

Server::~Server() = default;

int Server::port() const {
    return parts_->port;
}

void Server::serve() {
    parts_->serving = true;
    if (!parts_->stopping) {
        parts_->http.listen_after_bind();
    }
    parts_->serving = false;
}

void Server::stop() {
    parts_->stopping = true;
    parts_->log.wake();
    // httplib's stop() does nothing before its loop has begun, so an end that comes right behind the start would be
    // lost: wait until the loop runs, or until serve() has seen that it need not begin.
    while (parts_->serving && !parts_->http.is_running()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (parts_->http.is_running()) {
        parts_->http.stop();
    }
}

} // namespace sandbox
