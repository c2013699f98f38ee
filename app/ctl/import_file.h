// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "app/handover/access.h"
#include "app/mapping/reader.h"

class QSaveFile;

namespace ctl {

/// What the import of one file did.
struct Tally {
    mapping::Summary summary;
    record::Counts counts;
    std::optional<store::BatchRow> batch; ///< nothing: only read (--dry-run)

    [[nodiscard]] bool is_suspected() const { return batch && batch->state == store::BatchState::suspected; }
};

/// The mapping that --mapping names, or the one that comes with Reeve and fits the file. Faults: unsupported (none
/// fits), those of reading.
[[nodiscard]] base::Result<mapping::Mapping> mapping_for(const std::string& file, const Arguments& arguments);

/// Reads a file twice: once to know its content digest, and again into the record. Without access it is only read.
/// Labels of agent runs go to `outcomes`, if there is one.
[[nodiscard]] base::Result<Tally> import_file(Context& context, const std::string& file, handover::Access* access,
                                              QSaveFile* outcomes);

/// Says what was done, in words or with --json.
void report(Context& context, const std::string& file, const Tally& tally);

} // namespace ctl
