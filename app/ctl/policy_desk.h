// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/handover/remote_access.h"
#include "app/premises/connection.h"
#include "app/verdicts/publishing.h"
#include "app/wire/policy_bytes.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace uplink {
class GatewayClient;
}

namespace ctl {

/// Where one person signs about the policy from the command line: beside a keeper, which writes and delivers, or with
/// the record's lock and a connection of one's own.
class PolicyDesk {
public:
    static constexpr std::size_t shown_digits = 16; ///< hexadecimal, of a digest

    explicit PolicyDesk(Context& context)
        : context_(context) {}

    /// Finds the gateway (the keeper's, the connection file's, or the one that --source names), reads its editions and
    /// whom its roster names by the key. Faults: those of connection, record and key; refused (no roster, or not on
    /// it).
    [[nodiscard]] base::Done sit_down();
    [[nodiscard]] const verdicts::PolicyLine& line() const { return *line_; }
    [[nodiscard]] const verdicts::PolicySeat& seat() const { return seat_; }

    /// The edition whose digest begins with these hexadecimal digits, eight at least. Faults: invalid_argument (too
    /// few, or not unique; named with `option`), not_found.
    [[nodiscard]] base::Result<domain::Digest> digest_of(const std::string& digits, const char* option) const;

    /// Asks for `word` on the terminal unless --yes says it. Faults: invalid_argument (no terminal), cancelled.
    [[nodiscard]] base::Done confirm(const std::string& word) const;
    /// With the person's key, opened by its passphrase. Faults: those of passphrase and key file.
    [[nodiscard]] base::Result<domain::PolicySignature> sign(const std::string& bytes) const;
    /// Into the record, by the keeper or with the lock.
    [[nodiscard]] base::Done write(const verdicts::SignedStep& step);

    using Ask = std::function<void(uplink::GatewayClient&, const ports::Reply<wire::PolicyStatus>&)>;
    /// What is recorded goes to the gateway: by us where nobody keeps the record, else by the keeper. What the gateway
    /// says undoes nothing; it is said. False when it was asked and has not taken it.
    [[nodiscard]] bool deliver(const Ask& ask);

private:
    [[nodiscard]] base::Done find_gateway();
    [[nodiscard]] std::filesystem::path key_file() const;

    Context& context_;
    verdicts::PolicySeat seat_;
    std::optional<verdicts::PolicyLine> line_;
    std::unique_ptr<handover::RemoteAccess> keeper_;
    std::optional<premises::Connection> connection_;
};

} // namespace ctl
