// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// The feed's events on disk: one text file, one line per group of events that belong together (a decision with its
/// receipt and its effect is one group), "checksum first last json". A line is durable (fsync) before anybody sees it;
/// what a crash tore is cut off when the file is opened again, whole groups at a time.
/// Appending: one thread. Reading and waiting: any.
class EventLog {
public:
    struct Group {
        std::uint64_t first = 0; ///< sequences
        std::uint64_t last = 0;
        std::uint64_t offset = 0; ///< of the JSON in the file
        std::size_t length = 0;
    };
    /// Gets the JSON of every group that is in the file: one event, or an array of them.
    using Visitor = std::function<base::Done(std::string_view json)>;

    /// Faults: unreadable, corrupt (a damaged line that is not the last), and what the visitor says.
    [[nodiscard]] static base::Result<std::unique_ptr<EventLog>> open(const std::filesystem::path& file,
                                                                      const Visitor& visit);
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    /// Writes one group with the sequences from `first` on, makes it durable, wakes the waiting.
    /// Faults: disk_full, unreadable. After one nothing more can be appended.
    [[nodiscard]] base::Done append(std::uint64_t first, const std::vector<std::string>& events);

    [[nodiscard]] std::uint64_t last_sequence() const;
    /// The number of the group that holds the event behind `after`, or nothing when that is still to come.
    [[nodiscard]] std::optional<std::size_t> group_behind(std::uint64_t after) const;
    /// The group of that number, or nothing when it is still to come.
    [[nodiscard]] std::optional<Group> group(std::size_t number) const;
    /// Faults: unreadable.
    [[nodiscard]] base::Result<std::string> read(const Group& group) const;
    /// Waits until there is an event behind `after`, the time is over or wake() is called.
    void wait_behind(std::uint64_t after, std::chrono::milliseconds most) const;
    void wake() const;

private:
    explicit EventLog(int descriptor)
        : descriptor_(descriptor) {}
    [[nodiscard]] base::Done recover(const Visitor& visit);
    [[nodiscard]] base::Done write_whole(std::string_view bytes);

    int descriptor_;
    std::uint64_t size_ = 0;
    bool broken_ = false;
    mutable std::mutex mutex_;
    mutable std::condition_variable grown_;
    std::vector<Group> groups_;
};

} // namespace sandbox
