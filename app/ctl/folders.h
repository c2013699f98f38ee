// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/crypto/signing.h"
#include "app/record/recorder.h"

#include <filesystem>
#include <memory>
#include <string>

namespace ctl {

/// Where everything is; the same layout as the console's, so that both work on the same things.
struct Folders {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path store() const { return root / "store"; }
    [[nodiscard]] std::filesystem::path pin() const { return root / "pin"; }
    [[nodiscard]] std::filesystem::path person_key() const { return root / "person.key"; }
    [[nodiscard]] std::filesystem::path administrator_key() const { return root / "administrator.key"; }
    [[nodiscard]] std::filesystem::path log_key() const { return root / "log.key"; }
    [[nodiscard]] std::filesystem::path connection() const { return root / "connection.json"; }
};

/// The folder named on the command line, or the console's.
[[nodiscard]] Folders folders_of(const std::string& option);

/// Makes the folders (0700). Faults: unreadable.
[[nodiscard]] base::Done make(const Folders& folders);

/// How a record in these folders is opened for writing; owns the machine's key for checkpoints, which is made on first
/// use. Keep it as long as the recorder.
class RecordSetup {
public:
    /// Faults: unreadable, malformed (the key file is none), disk_full.
    [[nodiscard]] static base::Result<RecordSetup> make(const Folders& folders, const std::string& program);
    [[nodiscard]] record::Options options() const;

private:
    RecordSetup() = default;
    Folders folders_;
    std::string program_;
    std::shared_ptr<const crypto::SigningKey> key_;
};

} // namespace ctl
