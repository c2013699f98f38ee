// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/policy_rule.h"
#include "app/record/policy_step.h"
#include "app/store/reader.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verdicts {

/// How far an edition came.
enum class EditionState {
    proposed, ///< waits for the second person, or for the delay of solo mode
    in_force,
    overtaken, ///< was in force, or was proposed behind an edition that is not in force any more
    withdrawn, ///< its proposer took it back; nobody can sign it any more
    refused,   ///< brought here, but it does not count
};

/// One edition of the policy as the record knows it.
struct Edition {
    domain::SignedPolicy policy;
    std::string version; ///< what the document calls itself; empty where it cannot be read
    std::string title;
    EditionState state = EditionState::proposed;
    std::optional<base::Instant> in_force_since;              ///< as recorded; also of one that was overtaken
    base::Instant proposed_here{};                            ///< when the record first heard of it
    std::uint64_t index = 0;                                  ///< the entry of its state
    authority::Code code = authority::Code::none;             ///< why it was refused, or its publication was
    std::string place;                                        ///< in the document, where the code is about that
    std::optional<domain::SignedPolicyWithdrawal> withdrawal; ///< of `withdrawn`, since these are signed
    std::optional<base::Instant> withdrawn;                   ///< when it was taken back
    std::vector<domain::PersonId> signers; ///< in the order of the signatures; empty for keys nobody knows
};

/// Opens the signed bytes. Faults: those of wire::decode_policy; malformed when the document is not the one that its
/// digest names ("/document_digest").
[[nodiscard]] base::Result<domain::SignedPolicy> open_policy(const domain::PolicyEnvelope& envelope);

/// Whether a document may be published: it reads, compiles, and all of its test cases pass.
struct Fitness {
    authority::Code code = authority::Code::none; ///< broken_policy or failing_test
    base::Fault fault;                            ///< the place and the sentence
    std::string version, title;
};
[[nodiscard]] Fitness fitness_of(std::string_view document);

/// The policies of one record, as a fold over its entries in their order: rosters, editions, and the settings that held
/// an unsigned policy before there were editions. An edition counts from the entry that published it on, if the law
/// says so by the roster that was recorded then and the document was fit; anything else leaves in force what was.
/// What was taken back by a signed withdrawal stays so, whoever signs it later. The gateway is the authority on which
/// of the two came first: what it tells to be in force counts in spite of a withdrawal here, and a withdrawal that it
/// tells puts the edition before in force again where this console had let its own second person publish. A simulated
/// signer counts where a roster names one: the keeper asks the law of its site before it writes.
class PolicyLine {
public:
    /// `source`: whose editions count; empty: those of any gateway.
    explicit PolicyLine(domain::SourceId source = {})
        : source_(std::move(source)) {}

    /// Other kinds than roster, policy and configuration are passed over. True when another policy is in force now.
    bool take(const store::Entry& entry);

    [[nodiscard]] const std::vector<Edition>& editions() const { return editions_; } ///< as they came
    [[nodiscard]] const Edition* in_force() const;
    [[nodiscard]] const Edition* find(const domain::Digest& digest) const;
    /// Proposals behind the edition in force, the newest last.
    [[nodiscard]] std::vector<const Edition*> waiting() const;
    /// Signed withdrawals that a gateway may still have to hear of: of editions behind the one in force.
    [[nodiscard]] std::vector<const Edition*> taken_back() const;
    /// The document in force: of the edition, else the unsigned one of a setting; empty: none of both.
    [[nodiscard]] std::string_view text() const;
    /// What was brought last and does not count.
    [[nodiscard]] const std::optional<base::Fault>& refused() const { return refused_; }
    [[nodiscard]] const domain::Roster* roster(const domain::SourceId& source) const;
    /// The roster of the only source that has one; null where there are none or several.
    [[nodiscard]] const domain::Roster* only_roster() const {
        return rosters_.size() == 1 ? &rosters_.begin()->second : nullptr;
    }

    /// What a publication now would be ruled by. `source` names the roster.
    [[nodiscard]] authority::PolicyBench bench(const domain::SignedPolicy& policy, bool admits_simulated) const;
    /// Who says that an edition is in force.
    enum class Origin { here, gateway };
    /// The law, and behind it the document. Nothing of it changes the line.
    struct Answer {
        authority::Ruling ruling;
        Fitness fitness;
    };
    [[nodiscard]] Answer ask(const domain::SignedPolicy& policy, bool admits_simulated,
                             const authority::Verifier& verify, base::Instant now, Origin origin = Origin::here) const;
    /// Whether a signed withdrawal of a known edition counts, by the roster of the line: none, or the first No. `late`
    /// asks as the gateway would, which takes nothing back that is in force.
    [[nodiscard]] authority::Code ask(const domain::SignedPolicyWithdrawal& withdrawal, const Edition& edition,
                                      base::Instant now, bool late = true) const;

private:
    bool take_step(const store::Entry& entry);
    bool publish(const record::PolicyStep& step, domain::SignedPolicy policy, const store::Entry& entry);
    void propose(domain::SignedPolicy policy, const store::Entry& entry);
    bool take_back(const record::PolicyStep& step, const domain::SignedPolicy& policy, const store::Entry& entry);
    void go_back_behind(std::size_t place);
    Edition& edition(domain::SignedPolicy policy, const store::Entry& entry);
    void refuse(const store::Entry& entry, Edition* edition, authority::Code code, const base::Fault& fault);
    [[nodiscard]] std::vector<domain::PersonId> signers_of(const domain::SignedPolicy& policy) const;
    [[nodiscard]] std::optional<std::size_t> place_of(const domain::Digest& digest) const;

    domain::SourceId source_;
    std::map<domain::SourceId, domain::Roster> rosters_;
    std::vector<Edition> editions_;
    std::optional<std::size_t> head_; ///< of editions_
    std::optional<std::string> unsigned_text_;
    std::optional<base::Fault> refused_;
};

/// Folds what the record holds below `below`. `changed` is called behind every entry that put another policy in force.
/// Faults: the reader's.
using PolicyChanged = std::function<void(const PolicyLine& line, const store::Entry& entry)>;
[[nodiscard]] base::Result<PolicyLine> read_line(const store::Reader& reader, domain::SourceId source = {},
                                                 std::uint64_t below = std::numeric_limits<std::uint64_t>::max(),
                                                 const PolicyChanged& changed = {});

/// The name of an edition: 64 hexadecimal digits.
[[nodiscard]] domain::EventId edition_id(const domain::Digest& digest);

} // namespace verdicts
