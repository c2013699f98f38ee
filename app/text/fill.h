// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/safe_text.h"

#include <QString>

#include <initializer_list>

namespace text {

/// What may stand for a place marker: outside text that was made safe, or text of our own (a translation, a number
/// made by text::Formats).
class Filling {
public:
    Filling(
        const SafeText& safe) // NOLINT(google-explicit-constructor): so that fill(tr("…"), {name, amount}) reads well
        : shown_(safe.qstring()) {}
    Filling(QString own) // NOLINT(google-explicit-constructor)
        : shown_(std::move(own)) {}

    [[nodiscard]] const QString& shown() const { return shown_; }

private:
    QString shown_;
};

/// Replaces %1 to %99 of a translated pattern in one pass, so that a "%2" inside an argument stays what it is (an agent
/// named "%2" must not rewrite the sentence). A marker without argument stays visible; %L1 counts as %1.
[[nodiscard]] QString fill(const QString& pattern, std::initializer_list<Filling> fillings);

} // namespace text
