// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/event.h"
#include "app/ports/archive.h"
#include "app/ports/reply.h"

#include <string>
#include <utility>
#include <vector>

namespace ports {

/// A passphrase on its way from a line edit to the key file; wiped when it goes.
class Passphrase {
public:
    explicit Passphrase(std::string bytes)
        : bytes_(std::move(bytes)) {}
    Passphrase(Passphrase&& other) noexcept
        : bytes_(std::move(other.bytes_)) {
        other.wipe();
    }
    Passphrase& operator=(Passphrase&& other) noexcept {
        if (this != &other) {
            wipe();
            bytes_ = std::move(other.bytes_);
            other.wipe();
        }
        return *this;
    }
    Passphrase(const Passphrase&) = delete;
    Passphrase& operator=(const Passphrase&) = delete;
    ~Passphrase() { wipe(); }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    void wipe() noexcept;

    std::string bytes_;
};

/// The signing key of the person at the console.
enum class KeyState { none, locked, open };

struct Identity {
    KeyState key = KeyState::none;
    domain::PersonId person;
    domain::UntrustedText name;
    std::string role;
    std::string fingerprint; ///< of the public key, empty without one
    std::vector<domain::Permission> permissions;
    std::int64_t roster_version = 0;
    bool on_roster = false;
};

/// What a person wants to do, before anything is signed. Pinned to exactly what they see.
///
/// | verb | when | needs beside key, version and digest | what comes of it |
/// | --- | --- | --- | --- |
/// | approve | held | | executed with the order; above the confirm tier perhaps a second signature first |
/// | approve_reduced | held | amount, nearer to zero than the gross one and not zero | a new version, then as approve |
/// | ask | held | reason_text: the question (not blank) | executed when it was put to the agent; its answer is a turn |
/// | hold | held | | the hold runs longer: `expires` of hold.placed; the case stays open |
/// | reject | held | reason_code (one key), reason_text as one likes | cancelled; the agent reads both |
/// | escalate | held | | one tier up, with a fresh hold; the case stays open |
/// | roll_back | completed | amount for a part of it, nothing for all | the steps of Review::plan, one after the other;
///   failed means partly undone |
/// | resolve | in doubt | reason_code "moved" or "not_moved" (authority::money_moved …) | completed or failed |
/// | acknowledge | CaseRow::raised | reason_code | the case is settled; nothing is sent to the gateway |
/// | stop | always | agent: the target, domain/stop_target.h (an agent, a tier, the fleet); no key, no version |
///   executed when the platform acknowledged |
/// | resume | stopped | agent: exactly the target that was stopped | executed at once |
///
/// In doubt permits resolve and stop, and nothing else. What is missing or too much is `invalid_argument` with the
/// part's name ("amount", "reason_text", "agent") as its place.
struct Draft {
    domain::Verb verb = domain::Verb::ask;
    domain::TransactionKey key; ///< empty id for stop and resume
    std::int32_t version = 0;
    domain::Digest digest{};
    domain::AgentId agent;               ///< stop, resume: the target
    std::optional<domain::Money> amount; ///< approve_reduced: to what; roll_back: how much of it, nothing for all
    std::string reason_code;             ///< from the policy's list; resolve: which way
    domain::UntrustedText reason_text;   ///< ask: the question
};

/// A person's own view of a version of an order, noted before its agent's persuasion is read.
struct OwnViewDraft {
    domain::TransactionKey key;
    std::int32_t version = 0;
    domain::OwnView view = domain::OwnView::odd;
};

enum class Standing { allowed, needs_second, refused };

/// What will be signed, and what the law says about it. The dialog renders `decision`, which was decoded from
/// `bytes_to_sign`: there is no second source for what a person reads.
struct Review {
    domain::Decision decision;
    std::string bytes_to_sign;
    Standing standing = Standing::refused;
    std::string code;                       ///< machine-readable reason of a refusal, or of the second
    std::optional<domain::Subject> subject; ///< the version that the digest is of
    std::optional<domain::Plan> plan;       ///< roll_back: what will be undone, and what cannot
};

/// Decisions out. Nothing is shown as signed before it is durable.
class Decisions {
public:
    virtual ~Decisions() = default;

    virtual void identity(Reply<Identity> reply) = 0;
    /// Makes the encrypted key file on first use. Faults: conflict (there is one), unreadable, invalid_argument (empty
    /// or short passphrase).
    virtual void create_key(Passphrase passphrase, Reply<Identity> reply) = 0;
    /// Faults: wrong_passphrase, corrupt, not_found.
    virtual void unlock(Passphrase passphrase, Reply<Identity> reply) = 0;
    virtual void lock(Reply<Identity> reply) = 0;

    /// Makes the bytes. Faults: stale (the case moved on), not_found, invalid_argument (see Draft), unreachable (a plan
    /// was needed and is not known), refused (the gateway has nothing to roll back).
    virtual void review(Draft draft, Reply<Review> reply) = 0;
    /// Signs exactly review.bytes_to_sign and commits ledger leaf and outbox row together; answers when that is
    /// durable. Faults: locked key (refused), stale, refused, disk_full.
    virtual void sign(Review review, Reply<DecisionRow> reply) = 0;
    /// Only while held for undo. Faults: stale (already sent).
    virtual void withdraw(domain::DecisionId id, Reply<DecisionRow> reply) = 0;
    /// Asks the gateway for the status of a decision in doubt now.
    virtual void ask_status(domain::DecisionId id, Reply<DecisionRow> reply) = 0;

    /// Takes the lease on a case for the person who sits here ("A is looking"), or renews it; the answer is the lease.
    /// It ends by itself. Faults: conflict (somebody else looks at it), refused (nobody on the roster sits here),
    /// unreachable.
    virtual void claim(domain::TransactionKey key, Reply<domain::ClaimChanged> reply) = 0;
    /// Gives the lease back. Not after signing: the decision names its epoch. A fault is of no consequence.
    virtual void release(domain::TransactionKey key, std::int64_t epoch) = 0;

    /// Keeps it in the record, with who sits here (nobody's name before the first key). Faults: conflict (noted
    /// already: nobody notes twice), stale (amended in the meantime), not_found, locked (another process keeps the
    /// store).
    virtual void note_view(OwnViewDraft draft, Reply<NotedView> reply) = 0;

    virtual void recent(std::uint32_t limit, Reply<std::vector<DecisionRow>> reply) = 0;
    /// Every change of a decision's state from now on.
    virtual void follow(Subscription<DecisionRow> subscriber) = 0;
};

} // namespace ports
