// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/word_lists.h"

#include "ui/look/words.h"

namespace ui::look {

namespace {
const QString symbol = QStringLiteral("●  "); // as wide as the symbol that stands before them
} // namespace

QStringList tier_words() {
    using enum domain::Tier;
    QStringList all;
    for (const domain::Tier tier : {automatic, confirm, sign_off, dual_sign_off, blocked}) {
        all.append(symbol + Words::of(tier));
    }
    return all;
}

QStringList state_words() {
    using enum domain::TransactionState;
    QStringList all;
    for (int state = 0; state <= static_cast<int>(expired); ++state) {
        all.append(symbol + Words::of(static_cast<domain::TransactionState>(state)));
    }
    return all;
}

} // namespace ui::look
