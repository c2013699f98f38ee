// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/file_look.h"
#include "app/domain/ids.h"
#include "app/ports/reply.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ports {

/// A field of an event and the column of the file that it is read from.
struct FieldColumn {
    std::string field;  ///< "time", "amount", "agent", … as in a mapping file
    std::string column; ///< as the header writes it (outside text); empty: none
    bool required = false;
    int confidence_permille = 0;
    std::vector<std::string> reasons; ///< codes: header_is_known, header_contains, values_are_dates, …
    std::string constant;             ///< stands for every row where there is no column, and in empty cells
};

/// How a file would be read: an offer, which a person looks at and may change before anything is imported.
struct FileOffer {
    std::string file;                ///< path
    bool table = true;               ///< false: agent runs, nothing to choose
    std::string shipped;             ///< a mapping that comes with Reeve and fits whole; empty: guessed
    std::vector<std::string> header; ///< outside text
    std::vector<FieldColumn> fields;
    std::vector<std::string> doubts; ///< day_and_month_ambiguous, decimal_point_ambiguous, amounts_mostly_negative, …
    bool month_first = false;        ///< dates
    bool decimal_comma = false;      ///< amounts
    bool spent_is_negative = false;  ///< amounts
    std::string dataset;
    std::string period;  ///< of what time the file is; part of where its events come from
    std::string mapping; ///< document of the offer
};

/// The offer once more, and what an import of it would make of the file.
struct OfferLook {
    FileOffer offer;
    domain::FileLook look;
};

struct ImportProgress {
    std::uint64_t bytes_read = 0;
    std::uint64_t bytes_total = 0;
    bool storing = false; ///< false: the first reading, which only looks
};

struct ImportSummary {
    domain::SourceId source; ///< that its events have
    std::uint64_t rows = 0;
    std::uint64_t events = 0; ///< new in the record
    std::uint64_t duplicates = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t set_aside = 0;
    bool suspected = false; ///< the same rows were imported before as another period: outside of spend until resolved
};

/// Files that a person opens or drops on the window. Everything goes through the recorder, as the feed does.
class Files {
public:
    virtual ~Files() = default;

    /// Faults: not_found, unreadable, malformed (no header), unsupported (no text; `where` says what it is).
    virtual void offer(std::string path, Reply<FileOffer> reply) = 0;
    /// Reads the whole file, stores nothing. `refit`: the form of dates and amounts is chosen anew by the columns that
    /// the offer names now. Asked again before it has answered, the first question is answered with `cancelled`.
    /// Faults: those of reading.
    virtual void look(FileOffer offer, bool refit, Reply<OfferLook> reply) = 0;
    /// Reads the whole file once to know it, then stores it. One at a time. Faults: those of reading and storing;
    /// cancelled (what was stored until then stays, and a second import adds nothing to it), exhausted (one is
    /// running).
    virtual void import(FileOffer offer, Subscription<ImportProgress> progress, Reply<ImportSummary> reply) = 0;
    virtual void cancel() = 0;
};

} // namespace ports
