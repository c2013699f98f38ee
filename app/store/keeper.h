// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace store {

/// Who keeps a store.
struct Holder {
    std::int64_t pid = 0;
    std::string program; ///< "reeve", "reevectl record"
    base::Instant since{};
};

/// The lock of a store: the one process that holds it is its keeper and the only one that writes. It is an open file
/// description lock on `<folder>/keeper.lock` (Linux fcntl(2), F_OFD_SETLK): the kernel lets go of it when the process
/// ends in whatever way, a second opening in the same process does not share it, and closing another descriptor of
/// the same file does not lose it, which POSIX record locks would. The holder's name in the file is for people only.
class Keeper {
public:
    /// Takes the lock at once or not at all. Makes the folder (0700) when it is not there.
    /// Faults: locked (detail names program and process), unreadable.
    [[nodiscard]] static base::Result<Keeper> take(const std::filesystem::path& folder, const std::string& program,
                                                   base::Instant now);
    /// Who holds the lock now; nothing when it is free. Faults: unreadable.
    [[nodiscard]] static base::Result<std::optional<Holder>> holder(const std::filesystem::path& folder);

    Keeper(Keeper&& other) noexcept;
    Keeper& operator=(Keeper&& other) noexcept;
    ~Keeper();

private:
    explicit Keeper(int descriptor)
        : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

} // namespace store
