// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/policy_rule.h"
#include "app/sandbox/book.h"
#include "app/sandbox/press.h"
#include "app/wire/policy_bytes.h"

#include <functional>
#include <map>

namespace sandbox {

/// Where signed policies arrive: verified by the authority's law, compiled, tested, and told on the feed when they are
/// in force. An edition with one signature waits; it is forgotten by a restart and offered again. What its proposer
/// took back is never taken any more.
class PolicyDesk {
public:
    PolicyDesk(Press& press, Book& book)
        : press_(press)
        , book_(book) {}

    /// What the gateway goes by then. Faults: `where` is a code of the authority, or "malformed" or "no_roster";
    /// `detail` names the place in the document.
    [[nodiscard]] base::Result<wire::PolicyStatus> take(const domain::PolicyEnvelope& envelope);
    /// Takes a proposal back for good: an edition with that digest is never taken any more. Faults as take's.
    [[nodiscard]] base::Result<wire::PolicyStatus> withdraw(const wire::PolicyWithdrawalRequest& request);
    [[nodiscard]] wire::PolicyStatus status() const;
    /// What was taken back before a restart, as it was told.
    void remember(const std::vector<wire::Envelope>& withdrawn);
    /// Called for a proposal that waits for a second person.
    void set_on_proposal(std::function<void(const domain::SignedPolicy&)> on_proposal) {
        on_proposal_ = std::move(on_proposal);
    }

private:
    [[nodiscard]] base::Done check_document(const domain::SignedPolicy& policy) const;
    [[nodiscard]] authority::PolicyBench bench() const;
    void wait(const domain::SignedPolicy& policy, authority::Code code);

    Press& press_;
    Book& book_;
    std::optional<domain::SignedPolicy> proposal_;
    std::string waits_for_;
    std::map<domain::Digest, base::Instant> offered_; ///< when first
    std::map<domain::Digest, domain::SignedPolicyWithdrawal> withdrawn_;
    std::function<void(const domain::SignedPolicy&)> on_proposal_;
};

} // namespace sandbox
