// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/ports/case_level.h"
#include "app/text/formats.h"
#include "ui/look/theme.h"

#include <QCoreApplication>

namespace ui::case_ {

/// The time to answer a case: the platform's own end and the policy's, and what happens when nobody acts.
class AnswerWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::AnswerWords)
public:
    /// "Ends in 12 min if nobody acts"; by the word of the policy where both end at the same moment.
    [[nodiscard]] static QString ending(const ports::CaseRow& row, base::Instant now);
    /// "Policy: answer due in 3 h 05 min"; empty where the policy sets no time, or the very moment of the platform.
    [[nodiscard]] static QString due(const ports::CaseRow& row, base::Instant now);
    /// What the policy of the order says happens, and which one that is; empty where it says nothing. `seat`: who reads
    /// it.
    [[nodiscard]] static QString if_nobody_acts(const ports::CaseRow& row, const text::Formats& formats,
                                                const ports::Seat& seat = {});
    /// Who has it after nobody answered in time; empty where that did not happen.
    [[nodiscard]] static QString has_it_now(const ports::CaseRow& row, const ports::Seat& seat = {});
    /// Who escalated it, and when: the newest such decision that was carried out, or that the
    /// feed told of another console. Empty where no person did; what the
    /// policy escalates because nobody answered says has_it_now().
    [[nodiscard]] static QString escalated_by(const ports::CaseFile& file, const text::Formats& formats);
    /// Which policy says all that; empty where none does.
    [[nodiscard]] static QString by_which(const ports::CaseRow& row);
    /// Ten minutes are critical, an hour is to be watched.
    [[nodiscard]] static look::Level level(base::Instant end, base::Instant now);

private:
    [[nodiscard]] static QString whom(const domain::Unanswered& rule);
};

} // namespace ui::case_
