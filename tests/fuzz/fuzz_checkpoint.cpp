// SPDX-License-Identifier: GPL-3.0-or-later
//
// A checkpoint that is read writes back to the same bytes; nothing else is read. The frontier likewise.
#include "app/ledger/checkpoint.h"
#include "app/ledger/tree.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto checkpoint = ledger::read_checkpoint(text);
    if (checkpoint && ledger::write(*checkpoint) != text) {
        std::abort();
    }
    const auto tree = ledger::Tree::restore(text);
    if (tree && tree->serialise() != text) {
        std::abort();
    }
    return 0;
}
