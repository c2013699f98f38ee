// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ports/decisions.h"

namespace ports {

void Passphrase::wipe() noexcept {
    // Through volatile, so that the stores are not optimised away.
    volatile char* byte = bytes_.data();
    for (std::size_t left = bytes_.size(); left > 0; --left) {
        *byte++ = '\0';
    }
    bytes_.clear();
}

} // namespace ports
