// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <filesystem>
#include <string>

namespace premises {

/// Where console and reevectl keep their things: one layout, so that both work on the same things. Folders have mode
/// 0700.
struct Folders {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path store() const { return root / "store"; }
    [[nodiscard]] std::filesystem::path sandbox() const { return root / "sandbox"; }
    /// The pin lies outside of the store's folder, so that a restored backup of the store is noticed.
    [[nodiscard]] std::filesystem::path pin() const { return root / "pin"; }
    [[nodiscard]] std::filesystem::path person_key() const { return root / "person.key"; }
    [[nodiscard]] std::filesystem::path administrator_key() const { return root / "administrator.key"; }
    [[nodiscard]] std::filesystem::path log_key() const { return root / "log.key"; }
    [[nodiscard]] std::filesystem::path connection() const { return root / "connection.json"; }
    /// The policy that the keeper takes over when somebody puts it there (newsroom::Judge).
    [[nodiscard]] std::filesystem::path policy() const { return root / "policy.json"; }
};

/// The folder that a person named, or the desktop's for data when `option` is empty.
[[nodiscard]] Folders folders_of(const std::string& option);

/// Makes the folders. Faults: unreadable (with the system's reason).
[[nodiscard]] base::Done make(const Folders& folders);

} // namespace premises
