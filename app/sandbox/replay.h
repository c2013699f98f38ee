// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/reader.h"
#include "app/sandbox/stage.h"

#include <deque>
#include <filesystem>
#include <memory>
#include <vector>

namespace sandbox {

/// Real input as live activity: the events of files, read through a mapping, told now, in the feed of the sandbox.
/// Rows that the mapping cannot read are left out and counted.
class Replay {
public:
    /// `speed` 1: pauses as in the files, but at most two seconds; 10: ten times quicker. Rows of one time are told at
    /// ten a second times speed. Faults: those of mapping::find and mapping::Reader::open.
    [[nodiscard]] static base::Result<std::unique_ptr<Replay>> open(const std::vector<std::filesystem::path>& files,
                                                                    const std::string& mapping, double speed);

    /// Puts the first event onto the agenda. The replay has to outlive the stage.
    void begin(const Stage& stage);
    [[nodiscard]] std::uint64_t left_out() const { return left_out_; }
    /// What ended the replay before its files ended.
    [[nodiscard]] const std::optional<base::Fault>& fault() const { return fault_; }

private:
    explicit Replay(double speed)
        : speed_(speed) {}
    [[nodiscard]] std::optional<domain::Event> next();
    [[nodiscard]] bool fill();
    void tell(const Stage& stage, domain::Event event);
    void plan(const Stage& stage);
    [[nodiscard]] base::Microseconds pause_before(base::Instant when);

    double speed_;
    std::deque<std::unique_ptr<mapping::Reader>> readers_;
    std::deque<mapping::Item> items_;
    std::optional<base::Instant> latest_;
    std::uint64_t left_out_ = 0;
    std::optional<base::Fault> fault_;
};

} // namespace sandbox
