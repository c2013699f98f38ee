// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/authority/approval.h"
#include "app/policy/document.h"
#include "app/ports/approving.h"
#include "app/ports/archive.h"
#include "app/store/reader.h"
#include "app/verdicts/policy_line.h"

namespace verdicts {

/// A policy's delegation of authority, ready to be asked with its own rates.
[[nodiscard]] authority::Approvals approvals_of(const policy::Document& document);

/// What counts for approvals at one moment: the roster of a source and the policy in force there.
struct ApprovalLaw {
    domain::Roster roster; ///< without members where the record has none
    authority::Approvals approvals;
};
/// Faults: those of the reader, and of a policy that cannot be read.
[[nodiscard]] base::Result<ApprovalLaw> approval_law(const store::Reader& reader, const domain::SourceId& source);

/// The policy group of an agent, as its platform registered it last; empty: none. Faults: those of the reader.
[[nodiscard]] base::Result<std::string> group_on_record(const store::Reader& reader, const domain::AgentId& agent);

/// What each member of the roster may approve of the newest version of a case.
[[nodiscard]] ports::CaseAuthority authority_over(const ApprovalLaw& law, const ports::CaseFile& file,
                                                  base::Instant now);

} // namespace verdicts
