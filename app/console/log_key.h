// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/crypto/signing.h"

#include <filesystem>

namespace console {

/// The key that signs checkpoints of this console's record, made on first use. It stands for the machine, not for a
/// person, so it is kept without a passphrase in a file of mode 0600: who can read it could also have written the
/// record. Faults: unreadable, malformed (the file is not a key), disk_full.
[[nodiscard]] base::Result<crypto::SigningKey> log_key(const std::filesystem::path& file);

} // namespace console
