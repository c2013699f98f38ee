// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/columns.h"
#include "app/mapping/csv_reader.h"
#include "app/mapping/emitter.h"

#include <optional>
#include <unordered_set>

namespace mapping {

/// Makes events of the records of one file: the card (once), what was bought or given back, and that it is done.
class RowMapper {
public:
    RowMapper(Columns columns, CsvMapping mapping, Emitter& emitter);

    void take(const CsvRow& row);
    /// The file has been read.
    void finish();

private:
    /// What a good row says.
    struct Reading {
        base::Instant time{};
        domain::Subject subject;
        std::string agent_name;
        std::string reference;
    };

    [[nodiscard]] base::Result<Reading> read(const CsvRow& row) const;
    [[nodiscard]] base::Result<base::Instant> read_time(const CsvRow& row) const;
    [[nodiscard]] base::Result<domain::Currency> read_currency(const CsvRow& row) const;
    [[nodiscard]] base::Result<domain::Money> read_money(const CsvRow& row, FieldRule CsvMapping::*field) const;
    [[nodiscard]] base::Done read_amounts(const CsvRow& row, domain::Subject& subject) const;
    [[nodiscard]] std::optional<domain::Money> amount_at_least(const CsvRow& row) const;
    void emit(const CsvRow& row, const RowIds::Id& id, Reading reading);
    void register_agent(const Place& place, const Reading& reading);
    void set_aside(const CsvRow& row, const RowIds::Id& id, base::Fault reason);

    Columns columns_;
    CsvMapping mapping_;
    Emitter& emitter_;
    RowIds ids_;
    std::unordered_set<domain::AgentId> agents_;
};

} // namespace mapping
