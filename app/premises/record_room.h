// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/crypto/signing.h"
#include "app/newsroom/newsroom.h"
#include "app/premises/folders.h"
#include "app/record/recorder.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace premises {

/// How a record in these folders is opened for writing; owns the machine's key for checkpoints, which is made on first
/// use. It stands for the machine and not for a person, so it is kept without a passphrase in a file of mode 0600: who
/// can read it could also have written the record. Keep this as long as the recorder.
class RecordSetup {
public:
    /// `program` is what others are told about who keeps the store. Faults: unreadable, malformed (the key file is
    /// none), disk_full.
    [[nodiscard]] static base::Result<RecordSetup> make(const Folders& folders, const std::string& program);
    [[nodiscard]] record::Options options() const;

private:
    RecordSetup() = default;
    Folders folders_;
    std::string program_;
    std::shared_ptr<const crypto::SigningKey> key_;
};

/// An opened record, and how it stood then.
struct RecordRoom {
    std::unique_ptr<record::Recorder> recorder;
    newsroom::Beginning beginning;
    std::uint64_t resume_after = 0; ///< the last settled sequence of the gateway's feed
};

/// `readable`: record::Options::readable. Faults: those of record::Recorder::open.
[[nodiscard]] base::Result<RecordRoom> open_record(const RecordSetup& setup, const domain::SourceId& source,
                                                   std::vector<record::Stage*> stages, const base::Clock& clock,
                                                   std::function<void()> readable = {});

} // namespace premises
