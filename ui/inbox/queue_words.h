// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/feed.h"
#include "app/text/formats.h"

#include <QCoreApplication>
#include <QString>

namespace ui::inbox {

/// A row of the inbox in words: for the eye in parts, for a screen reader as one sentence.
class QueueWords {
    Q_DECLARE_TR_FUNCTIONS(ui::inbox::QueueWords)
public:
    [[nodiscard]] static QString who(const ports::CaseRow& row);
    /// Why it is here: the first reason, and how many more there are.
    [[nodiscard]] static QString why(const ports::CaseRow& row);
    /// How long it waits, and when it ends.
    [[nodiscard]] static QString when(const ports::CaseRow& row, base::Instant now);
    [[nodiscard]] static QString label(const ports::CaseRow& row);
    [[nodiscard]] static QString sentence(const ports::CaseRow& row, const text::Formats& formats, base::Instant now);
};

} // namespace ui::inbox
