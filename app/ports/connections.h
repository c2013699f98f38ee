// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/reply.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ports {

/// A gateway as a person describes it. Everything is text as it is typed or pasted; save() and test() check it.
struct ConnectionForm {
    std::string name; ///< what the person calls it
    std::string host; ///< name or address, without scheme
    std::string port;
    std::string token; ///< a secret
    std::string source;
    std::string
        certificate; ///< SHA-256 fingerprint that was confirmed, hex with or without colons; empty: by authority
    std::string authorities;        ///< who may vouch for the gateway: PEM, or a file of it; empty: the system's
    std::string client_certificate; ///< for gateways that ask for one: PEM, or a file of it
    std::string client_key;         ///< of that certificate, not encrypted: PEM, or a file of it; a secret
    std::string gateway_key;        ///< base64 of the Ed25519 key that signs receipts
    bool in_use = false;            ///< the program is connected with it, or tries to be
};

/// What is tried, in this order.
enum class TestStep { form, address, connection, certificate, login, feed, clock };
enum class TestOutcome { passed, failed, skipped };

struct TestLine {
    TestStep step = TestStep::form;
    TestOutcome outcome = TestOutcome::skipped;
    std::optional<base::Fault> fault; ///< of a failed step
    std::string found;                ///< address, cipher, gateway's name …: from outside
};

struct TestReport {
    bool passed = false;
    std::string certificate; ///< fingerprint of what the gateway showed, for a person to compare; empty: not reached
    std::string gateway_key; ///< the key that it says it signs with, base64; empty: not reached
    std::string source;      ///< the feed that it offers
};

/// The connections that a person keeps. Secrets stay in files that only this user can read.
class Connections {
public:
    virtual ~Connections() = default;

    virtual void list(Reply<std::vector<ConnectionForm>> reply) = 0;
    /// Makes it or replaces the one of the same name. Faults: invalid_argument, malformed (`where` names the field),
    /// unreadable.
    virtual void save(ConnectionForm form, Reply<std::vector<ConnectionForm>> reply) = 0;
    virtual void remove(std::string name, Reply<std::vector<ConnectionForm>> reply) = 0;
    /// At once: the program closes what it has open and opens it again with this one. An empty name is the embedded
    /// sandbox. Faults: not_found, unreadable; malformed, invalid_argument (nothing is changed then).
    virtual void use(std::string name, Reply<std::vector<ConnectionForm>> reply) = 0;
    /// Tries each step; `progress` after each. Sends the token only to a certificate that was confirmed.
    virtual void test(ConnectionForm form, Subscription<TestLine> progress, Reply<TestReport> reply) = 0;
};

} // namespace ports
