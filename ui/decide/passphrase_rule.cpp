// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/passphrase_rule.h"

#include <QSet>

namespace ui::decide {

namespace {
constexpr qsizetype fewest_different = 5;
}

PassphraseFlaw flaw_of(const QString& passphrase, const QString& repeated) {
    if (passphrase.toUcs4().size() < shortest_passphrase) {
        return PassphraseFlaw::too_short;
    }
    const QList<uint> letters = passphrase.toUcs4();
    if (QSet<uint>(letters.begin(), letters.end()).size() < fewest_different) {
        return PassphraseFlaw::too_uniform;
    }
    return passphrase == repeated ? PassphraseFlaw::none : PassphraseFlaw::differs;
}

} // namespace ui::decide
