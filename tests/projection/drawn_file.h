// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/projection/case_cards.h"
#include "app/projection/case_file.h"
#include "tests/support/drawn_feed.h"

namespace drawn {

/// The case file that a store with exactly these events would give, as an ordinary transaction.
inline ports::CaseFile file(std::string_view text) {
    std::vector<store::Entry> entries;
    for (const domain::Event& event : feed(text)) {
        store::Entry entry;
        entry.index = entries.size();
        entry.source = event.source;
        entry.received = event.time;
        entry.body = event.raw;
        entries.push_back(std::move(entry));
    }
    ports::CaseFile made = projection::case_file(entries).value();
    made.row = projection::ordinary_row(key("tx-1"), made);
    return made;
}

} // namespace drawn
