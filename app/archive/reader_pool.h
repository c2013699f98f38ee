// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/reader.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace archive {

/// A few threads, each with a read-only connection of its own, so that a slow question delays neither the writer nor a
/// quick question. Questions begin in the order in which they were asked.
class ReaderPool {
public:
    /// A question gets the thread's reader, or why there is none (a new attempt is made for every question until the
    /// store can be opened).
    using Question = std::function<void(base::Result<store::Reader*>)>;

    explicit ReaderPool(std::filesystem::path folder, bool open = true, unsigned threads = 2);
    /// Interrupts what runs; questions that wait are answered with `cancelled`.
    ~ReaderPool();
    ReaderPool(const ReaderPool&) = delete;
    ReaderPool& operator=(const ReaderPool&) = delete;

    void ask(Question question);
    /// A pool that was made `closed` answers from here on.
    void open();
    /// Every question, those that wait too, gets this fault: there is no store to read.
    void refuse(base::Fault fault);

private:
    struct Lane;
    void serve(Lane& lane);

    std::filesystem::path folder_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Question> waiting_;
    bool open_;
    std::optional<base::Fault> refusal_;
    bool ending_ = false;
    std::vector<std::unique_ptr<Lane>> lanes_;
};

} // namespace archive
