// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/connections.h"

#include "app/base/encoding.h"
#include "app/base/file.h"
#include "app/json/fields.h"
#include "app/json/reader.h"
#include "app/json/value.h"
#include "app/link/probe.h"
#include "app/premises/connection.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace console {

namespace {

namespace fs = std::filesystem;
using Forms = std::vector<ports::ConnectionForm>;

constexpr std::size_t longest_name = 60;
constexpr std::size_t largest_file = 1U << 20U;

base::Fault wrong(const char* field, const char* why) {
    return {base::FaultCode::invalid_argument, why, field};
}

base::Result<std::int32_t> port_of(const ports::ConnectionForm& form) {
    std::int32_t port = 0;
    const auto read = std::from_chars(form.port.data(), form.port.data() + form.port.size(), port);
    if (read.ec != std::errc() || read.ptr != form.port.data() + form.port.size() || port < 1 || port > 65'535) {
        return wrong("port", "a port is a number between 1 and 65535");
    }
    return port;
}

std::string document(const ports::ConnectionForm& form, std::int32_t port) {
    auto value = json::Value::object({{"name", json::Value(form.name)},
                                      {"host", json::Value(form.host)},
                                      {"port", json::Value(port)},
                                      {"token", json::Value(form.token)},
                                      {"source", json::Value(form.source)},
                                      {"gateway_key", json::Value(form.gateway_key)},
                                      {"certificate_sha256", json::Value(form.certificate)}});
    value.set_text("authorities", form.authorities);
    value.set_text("client_certificate", form.client_certificate);
    value.set_text("client_key", form.client_key);
    return json::canonical(value);
}

/// The parts that may be given as files, by the name that faults have.
constexpr std::pair<const char*, std::string ports::ConnectionForm::*> pem_parts[] = {
    {"authorities", &ports::ConnectionForm::authorities},
    {"client_certificate", &ports::ConnectionForm::client_certificate},
    {"client_key", &ports::ConnectionForm::client_key}};

/// Puts what the named files hold in their place.
base::Result<ports::ConnectionForm> with_files_read(ports::ConnectionForm form) {
    for (const auto& [name, part] : pem_parts) {
        std::string& text = form.*part;
        if (text.empty() || text.starts_with("-----BEGIN")) {
            continue;
        }
        const auto held = base::read_small_file(fs::path(text), largest_file);
        if (!held) {
            return base::Fault{held.fault().code, held.fault().detail, name};
        }
        if (held->find("-----BEGIN") == std::string::npos) {
            return base::Fault{base::FaultCode::malformed, "this is no file of PEM", name};
        }
        text = held->substr(held->find("-----BEGIN"));
    }
    if (form.client_certificate.empty() != form.client_key.empty()) {
        return base::Fault{base::FaultCode::invalid_argument, "certificate and key belong together",
                           form.client_key.empty() ? "client_key" : "client_certificate"};
    }
    return form;
}

base::Result<ports::ConnectionForm> read_form(const fs::path& file) {
    const auto text = base::read_small_file(file, largest_file);
    if (!text) {
        return text.fault();
    }
    const auto parsed = json::Document::parse(*text);
    if (!parsed) {
        return parsed.fault();
    }
    json::Trouble trouble;
    json::Fields fields(parsed->root(), trouble);
    ports::ConnectionForm form;
    form.name = fields.optional_string("name");
    form.host = fields.string("host");
    form.port = std::to_string(fields.int32("port"));
    form.token = fields.string("token");
    form.source = fields.string("source");
    form.gateway_key = fields.string("gateway_key");
    form.certificate = fields.optional_string("certificate_sha256");
    form.authorities = fields.optional_string("authorities");
    form.client_certificate = fields.optional_string("client_certificate");
    form.client_key = fields.optional_string("client_key");
    REEVE_TRY(trouble.done());
    return form;
}

bool same(const ports::ConnectionForm& one, const ports::ConnectionForm& other) {
    return one.host == other.host && one.port == other.port && one.source == other.source && one.token == other.token;
}

fs::path file_of(const fs::path& folder, const std::string& name) {
    return folder / (base::to_hex(name) + ".json");
}

/// What a probe needs; the parts that a test is to find out may be missing.
base::Result<uplink::Endpoint> endpoint_of(const ports::ConnectionForm& form) {
    const auto port = port_of(form);
    if (!port) {
        return port.fault();
    }
    uplink::Endpoint endpoint;
    endpoint.host = form.host;
    endpoint.port = static_cast<std::uint16_t>(*port);
    endpoint.token = form.token;
    endpoint.source = domain::SourceId(form.source);
    endpoint.authorities = form.authorities;
    endpoint.client_certificate = form.client_certificate;
    endpoint.client_key = form.client_key;
    std::string pin = form.certificate;
    pin.erase(std::remove(pin.begin(), pin.end(), ':'), pin.end());
    if (!pin.empty()) {
        const auto bytes = base::from_hex(pin);
        domain::Digest digest{};
        if (!bytes || bytes->size() != digest.size()) {
            return wrong("certificate", "a SHA-256 fingerprint has 64 hexadecimal digits");
        }
        std::copy(bytes->begin(), bytes->end(), digest.begin());
        endpoint.pin = digest;
    }
    REEVE_TRY(uplink::check(endpoint));
    return endpoint;
}

ports::TestStep step_of(uplink::ProbeStep step) {
    switch (step) {
    case uplink::ProbeStep::endpoint: return ports::TestStep::form;
    case uplink::ProbeStep::address: return ports::TestStep::address;
    case uplink::ProbeStep::connection: return ports::TestStep::connection;
    case uplink::ProbeStep::certificate: return ports::TestStep::certificate;
    case uplink::ProbeStep::login: return ports::TestStep::login;
    case uplink::ProbeStep::feed: return ports::TestStep::feed;
    case uplink::ProbeStep::clock: return ports::TestStep::clock;
    }
    return ports::TestStep::form;
}

ports::TestOutcome outcome_of(uplink::ProbeOutcome outcome) {
    switch (outcome) {
    case uplink::ProbeOutcome::passed: return ports::TestOutcome::passed;
    case uplink::ProbeOutcome::failed: return ports::TestOutcome::failed;
    case uplink::ProbeOutcome::skipped: return ports::TestOutcome::skipped;
    }
    return ports::TestOutcome::skipped;
}

ports::TestReport report_of(const uplink::ProbeReport& probed) {
    ports::TestReport report;
    report.passed = probed.passed();
    if (probed.certificate) {
        report.certificate = base::to_hex(*probed.certificate);
    }
    if (probed.gateway) {
        report.gateway_key = base::to_base64(probed.gateway->gateway_key);
        report.source = probed.gateway->source.bytes();
    }
    return report;
}

} // namespace

Connections::Connections(premises::Folders folders, const base::Clock& clock)
    : folders_(std::move(folders))
    , clock_(clock) {}

base::Result<Forms> Connections::all() const {
    Forms forms;
    std::optional<ports::ConnectionForm> used;
    if (const auto form = read_form(folders_.connection())) {
        used = *form;
    }
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder(), error)) {
        if (const auto form = read_form(entry.path())) {
            forms.push_back(*form);
            forms.back().in_use = used && same(*form, *used);
        }
    }
    std::sort(forms.begin(), forms.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
    const bool listed = std::any_of(forms.begin(), forms.end(), [](const auto& form) { return form.in_use; });
    if (used && !listed) { // written by hand, or by another program
        used->in_use = true;
        forms.insert(forms.begin(), *used);
    }
    return forms;
}

void Connections::list(ports::Reply<Forms> reply) {
    reply(all());
}

void Connections::save(ports::ConnectionForm form, ports::Reply<Forms> reply) {
    if (form.name.empty() || form.name.size() > longest_name) {
        reply(wrong("name", "a name has 1 to 60 letters"));
        return;
    }
    auto whole = with_files_read(std::move(form));
    if (!whole) {
        reply(whole.fault());
        return;
    }
    form = std::move(whole).value();
    const auto port = port_of(form);
    const auto endpoint = port ? endpoint_of(form) : port.fault();
    if (!endpoint) {
        reply(endpoint.fault());
        return;
    }
    if (!base::array_from_base64<32>(form.gateway_key)) {
        reply(wrong("gateway_key", "the gateway's key is not confirmed yet"));
        return;
    }
    std::error_code error;
    fs::create_directories(folder(), error);
    fs::permissions(folder(), fs::perms::owner_all, fs::perm_options::replace, error);
    if (const auto written = base::write_file_atomically(file_of(folder(), form.name), document(form, *port));
        !written) {
        reply(written.fault());
        return;
    }
    reply(all());
}

void Connections::remove(std::string name, ports::Reply<Forms> reply) {
    std::error_code error;
    if (!fs::remove(file_of(folder(), name), error)) {
        reply(base::Fault{base::FaultCode::not_found, "no connection of this name is saved", std::move(name)});
        return;
    }
    reply(all());
}

void Connections::use(std::string name, ports::Reply<Forms> reply) {
    const auto done = put_in_use(name);
    if (!done) {
        reply(done.fault());
        return;
    }
    reply(all());
    if (switch_) {
        switch_();
    }
}

/// The embedded sandbox needs no file; anything else is read as the program will read it before it takes its place.
base::Done Connections::put_in_use(const std::string& name) const {
    std::error_code error;
    if (name.empty()) {
        fs::remove(folders_.connection(), error);
        return error ? base::Done(base::Fault{base::FaultCode::unreadable, error.message(), "connection.json"})
                     : base::Done();
    }
    const auto text = base::read_small_file(file_of(folder(), name), largest_file);
    if (!text) {
        return text.fault();
    }
    if (const auto read = premises::connection_of(*text); !read) {
        return read.fault();
    }
    return base::write_file_atomically(folders_.connection(), *text);
}

void Connections::test(ports::ConnectionForm form, ports::Subscription<ports::TestLine> progress,
                       ports::Reply<ports::TestReport> reply) {
    const auto whole = with_files_read(std::move(form));
    const auto endpoint = whole ? endpoint_of(*whole) : whole.fault();
    if (!endpoint) {
        progress(std::make_shared<ports::TestLine>(
            ports::TestLine{ports::TestStep::form, ports::TestOutcome::failed, endpoint.fault(), {}}));
        reply(ports::TestReport{});
        return;
    }
    uplink::probe(
        *endpoint, clock_, scheduler_, this, [reply](const uplink::ProbeReport& report) { reply(report_of(report)); },
        [progress](const uplink::ProbeLine& line) {
            progress(std::make_shared<ports::TestLine>(
                ports::TestLine{step_of(line.step), outcome_of(line.outcome), line.fault, line.found}));
        });
}

} // namespace console
