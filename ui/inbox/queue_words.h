// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/case_level.h"
#include "app/text/formats.h"
#include "models/queue/grouping.h"
#include "models/queue/urgency.h"

#include <QCoreApplication>
#include <QString>

namespace ui::inbox {

/// A row of the inbox in words: for the eye in parts, for a screen reader as one sentence.
class QueueWords {
    Q_DECLARE_TR_FUNCTIONS(ui::inbox::QueueWords)
public:
    /// Who with whom, and who is looking at it already, as long as that claim lasts; `seat`: who sits here.
    [[nodiscard]] static QString who(const ports::CaseRow& row, const ports::Seat& seat, base::Instant now);
    /// Why it is here: the first reason, and how many more there are ("+2" in the list, in words when it is read out).
    enum class Length { brief, spoken };
    [[nodiscard]] static QString why(const ports::CaseRow& row, const ports::Seat& seat, Length length);
    /// How long it waits, and when it ends.
    [[nodiscard]] static QString when(const ports::CaseRow& row, base::Instant now, const ports::Seat& seat);
    [[nodiscard]] static QString label(const ports::CaseRow& row, const ports::Seat& seat);
    [[nodiscard]] static QString sentence(const ports::CaseRow& row, const ports::Seat& seat,
                                          const text::Formats& formats, base::Instant now);

    // The same for the head of a group.
    [[nodiscard]] static QString label(const models::queue::Group& group);
    [[nodiscard]] static QString who(const models::queue::Group& group);
    [[nodiscard]] static QString why(const models::queue::Group& group);
    [[nodiscard]] static QString when(const models::queue::Group& group, base::Instant now);
    /// "EUR 147.00", or all of them where there are several currencies.
    [[nodiscard]] static QString sum(const models::queue::Group& group, const text::Formats& formats);
    [[nodiscard]] static QString sentence(const models::queue::Group& group, const text::Formats& formats,
                                          base::Instant now);

    [[nodiscard]] static QString of(models::queue::Order order);

private:
    [[nodiscard]] static QString other_tier(const ports::CaseRow& row);
};

} // namespace ui::inbox
