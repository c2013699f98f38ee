// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/health_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/fault_text.h"

namespace ui::health {

using models::case_::Align;

QString HealthWords::of(const ports::GapRow& row) {
    if (row.filled) {
        return tr("Arrived late");
    }
    return row.given_up ? tr("The gateway does not give them: ask its operator") : tr("Asked for again");
}

QString HealthWords::of(ports::ConflictKind kind) {
    switch (kind) {
    case ports::ConflictKind::other_body: return tr("The same event with another content");
    case ports::ConflictKind::other_identity: return tr("Another event at the same place in the sequence");
    case ports::ConflictKind::other_version: return tr("Versions of an order that do not follow each other");
    }
    return {};
}

QString HealthWords::size(std::uint64_t bytes, const text::Formats& formats) {
    const auto tenths = [&](std::uint64_t unit) {
        const std::uint64_t value = bytes * 10 / unit;
        return formats.decimal(std::to_string(value / 10) + "." + std::to_string(value % 10));
    };
    if (bytes < 1000) {
        return text::fill(tr("%1 B"), {formats.number(static_cast<std::int64_t>(bytes))});
    }
    if (bytes < 1'000'000) {
        return text::fill(tr("%1 kB"), {tenths(1000)});
    }
    return bytes < 1'000'000'000 ? text::fill(tr("%1 MB"), {tenths(1'000'000)})
                                 : text::fill(tr("%1 GB"), {tenths(1'000'000'000)});
}

HealthWords::Columns<ports::GapRow> HealthWords::gaps(const text::Formats& formats) {
    using ports::GapRow;
    const auto number = [&formats](std::uint64_t value) { return formats.number(static_cast<std::int64_t>(value)); };
    return {{tr("State"), [](const GapRow& row) { return of(row); }},
            {tr("From"), [number](const GapRow& row) { return number(row.from); }, Align::number},
            {tr("To"), [number](const GapRow& row) { return number(row.to); }, Align::number},
            {tr("Events"), [number](const GapRow& row) { return number(row.to - row.from + 1); }, Align::number},
            {tr("Noticed"), [&formats](const GapRow& row) { return formats.date_time(row.noticed); }},
            {tr("Source"), [](const GapRow& row) { return text::safe(row.source).qstring(); }}};
}

HealthWords::Columns<ports::QuarantineRow> HealthWords::quarantine(const text::Formats& formats) {
    using ports::QuarantineRow;
    return {{tr("Received"), [&formats](const QuarantineRow& row) { return formats.date_time(row.received); }},
            {tr("What to do"), [](const QuarantineRow& row) { return look::fault_text(row.reason.code); }},
            {tr("Reason"), [](const QuarantineRow& row) { return text::safe(row.reason.detail).qstring(); }},
            {tr("Place"), [](const QuarantineRow& row) { return text::safe(row.reason.where).qstring(); }},
            {tr("Size"), [&formats](const QuarantineRow& row) { return size(row.size, formats); }, Align::number},
            {tr("Times"), [&formats](const QuarantineRow& row) { return formats.number(row.times); }, Align::number},
            {tr("Source"), [](const QuarantineRow& row) { return text::safe(row.source).qstring(); }}};
}

HealthWords::Columns<ports::ConflictRow> HealthWords::conflicts(const text::Formats& formats) {
    using ports::ConflictRow;
    const auto number = [&formats](std::uint64_t value) { return formats.number(static_cast<std::int64_t>(value)); };
    return {{tr("Received"), [&formats](const ConflictRow& row) { return formats.date_time(row.received); }},
            {tr("What contradicts"), [](const ConflictRow& row) { return of(row.kind); }},
            {tr("Order"), [](const ConflictRow& row) { return text::safe(row.transaction).qstring(); }},
            {tr("Event"), [](const ConflictRow& row) { return text::safe(row.id).qstring(); }},
            {tr("Entry"), [number](const ConflictRow& row) { return number(row.index); }, Align::number},
            {tr("Against entry"), [number](const ConflictRow& row) { return number(row.other); }, Align::number},
            {tr("Times"), [&formats](const ConflictRow& row) { return formats.number(row.times); }, Align::number}};
}

} // namespace ui::health
