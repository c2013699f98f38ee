// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/policy/rule_book.h"
#include "app/store/reader.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verdicts {

class PolicyLine;

/// Under this key a policy that nobody signed is kept in the record, as a setting: every version for ever. The newest
/// is in force until the first edition is published (policy_line.h).
inline constexpr char policy_setting[] = "policy";

/// The document in the body of an entry that sets a policy; empty for any other.
[[nodiscard]] std::string_view document_in(std::string_view body);

/// A document and its compiled form.
struct Policy {
    std::string text;
    domain::Digest digest{};
    policy::RuleBook book;
};

/// Faults: those of policy::read_document; malformed when a condition or a reason does not compile (the first place).
[[nodiscard]] base::Result<Policy> compile(std::string text);

/// Reads the file that a person put in place. Faults: not_found, unreadable, too_large (8 MiB), those of compile; the
/// place names the file.
[[nodiscard]] base::Result<Policy> read_file(const std::filesystem::path& file);

/// The document with this digest, from the record. Faults: not_found (never in force here), the reader's.
[[nodiscard]] base::Result<std::string> find_document(const store::Reader& reader, const domain::Digest& digest);

/// The policy in force: the one that the record names, or the one that ships where it names none. Whoever needs it
/// (the judge, the policy's screens, reevectl) asks here and nowhere else.
/// `source`: whose editions count; empty: those of any gateway.
[[nodiscard]] base::Result<Policy> in_force(const store::Reader& reader, const domain::SourceId& source = {});
/// The same for the record in a folder; where there is none yet, the one that ships.
[[nodiscard]] base::Result<Policy> in_force(const std::filesystem::path& store, const domain::SourceId& source = {});
/// The document that a line names, or the one that ships where it names none. Faults: those of compile.
[[nodiscard]] base::Result<Policy> in_force(const PolicyLine& line);

/// Whether it is the one that comes with this program.
[[nodiscard]] bool is_shipped(const Policy& policy);

} // namespace verdicts
