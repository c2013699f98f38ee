// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/aside_fields.h"

#include "ui/health/health_words.h"
#include "ui/sieve/choices.h"

namespace ui::health {

namespace {

using filter::What;
using models::sieve::Field;
using models::sieve::Scratch;
using ports::ConflictKind;
using ports::ConflictRow;
using ports::GapRow;
using ports::QuarantineRow;
namespace rows = models::sieve;

cel::Value number(std::uint64_t value) {
    return cel::Value::integer(static_cast<std::int64_t>(value));
}

std::string named(const QString& shown) {
    return shown.toStdString();
}

std::string_view name_of(ConflictKind kind) {
    switch (kind) {
    case ConflictKind::other_body: return "other_body";
    case ConflictKind::other_identity: return "other_identity";
    case ConflictKind::other_version: return "other_version";
    }
    return {};
}

} // namespace

std::vector<Field<GapRow>> AsideFields::of_gaps() {
    return {
        {{"source", What::text, named(tr("Source")), {}},
         [](const GapRow& row, Scratch&) { return rows::text(row.source.bytes()); }},
        {{"first", What::number, named(tr("From")), {}}, [](const GapRow& row, Scratch&) { return number(row.from); }},
        {{"last", What::number, named(tr("To")), {}}, [](const GapRow& row, Scratch&) { return number(row.to); }},
        {{"missing", What::number, named(tr("How many")), {}},
         [](const GapRow& row, Scratch&) { return number(row.to - row.from + 1); }},
        {{"noticed", What::time, named(tr("Noticed")), {}},
         [](const GapRow& row, Scratch&) { return rows::time(row.noticed); }},
        {{"filled", What::flag, named(tr("Arrived late")), {}},
         [](const GapRow& row, Scratch&) { return cel::Value::boolean(row.filled); }},
        {{"given_up", What::flag, named(tr("Given up")), {}},
         [](const GapRow& row, Scratch&) { return cel::Value::boolean(row.given_up); }},
    };
}

std::vector<Field<QuarantineRow>> AsideFields::of_quarantine() {
    return {
        {{"source", What::text, named(tr("Source")), {}},
         [](const QuarantineRow& row, Scratch&) { return rows::text(row.source.bytes()); }},
        {{"reason", What::text, named(tr("Reason")), {}},
         [](const QuarantineRow& row, Scratch&) { return rows::text(row.reason.detail); }},
        {{"place", What::text, named(tr("Place")), {}},
         [](const QuarantineRow& row, Scratch&) { return rows::text(row.reason.where); }},
        {{"beginning", What::text, named(tr("How it begins")), {}},
         [](const QuarantineRow& row, Scratch&) { return rows::text(row.beginning.bytes()); }},
        {{"received", What::time, named(tr("Received")), {}},
         [](const QuarantineRow& row, Scratch&) { return rows::time(row.received); }},
        {{"sequence", What::number, named(tr("Sequence")), {}},
         [](const QuarantineRow& row, Scratch&) { return row.sequence == 0 ? cel::Value() : number(row.sequence); }},
        {{"entry", What::number, named(tr("Entry")), {}},
         [](const QuarantineRow& row, Scratch&) { return number(row.index); }},
        {{"bytes_arrived", What::number, named(tr("Size in bytes")), {}},
         [](const QuarantineRow& row, Scratch&) { return number(row.size); }},
        {{"times", What::number, named(tr("How often")), {}},
         [](const QuarantineRow& row, Scratch&) { return cel::Value::integer(row.times); }},
    };
}

std::vector<Field<ConflictRow>> AsideFields::of_conflicts() {
    return {
        {{"order", What::text, named(tr("Order")), {}},
         [](const ConflictRow& row, Scratch&) { return rows::text(row.transaction.bytes()); }},
        {{"event", What::text, named(tr("Event")), {}},
         [](const ConflictRow& row, Scratch&) { return rows::text(row.id.bytes()); }},
        {{"source", What::text, named(tr("Source")), {}},
         [](const ConflictRow& row, Scratch&) { return rows::text(row.source.bytes()); }},
        {{"kind", What::choice, named(tr("Kind")),
          sieve::choices(
              ConflictKind::other_version, [](ConflictKind kind) { return name_of(kind); },
              [](ConflictKind kind) { return HealthWords::of(kind); })},
         [](const ConflictRow& row, Scratch&) { return rows::text(name_of(row.kind)); }},
        {{"received", What::time, named(tr("Received")), {}},
         [](const ConflictRow& row, Scratch&) { return rows::time(row.received); }},
        {{"sequence", What::number, named(tr("Sequence")), {}},
         [](const ConflictRow& row, Scratch&) { return row.sequence == 0 ? cel::Value() : number(row.sequence); }},
        {{"times", What::number, named(tr("How often")), {}},
         [](const ConflictRow& row, Scratch&) { return cel::Value::integer(row.times); }},
    };
}

} // namespace ui::health
