// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/record/recorder.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace record {

struct WriterLimits {
    std::size_t most_events = 5'000;               ///< of one commit, as far as frames say how many they carry
    std::chrono::milliseconds most_wait{50};       ///< a frame waits no longer for company
    std::size_t queue_bytes = 32ULL * 1024 * 1024; ///< frames waiting; above it submit() says so
    std::chrono::milliseconds retry_wait{1'000};   ///< between attempts while the disk is full
    /// What a commit should take while more waits than fits into one. Above zero, commits shrink and grow towards it,
    /// and as little waits in the queue as one commit takes: for a feed that somebody looks at, where what is held here
    /// is late on the screen. Zero: as many events as the limits allow, for the highest rate.
    std::chrono::milliseconds aim{0};
    std::size_t least_events = 500; ///< of a commit that shrinks; prompt commits begin with it and grow

    /// For a live feed with a screen.
    [[nodiscard]] static WriterLimits prompt() {
        WriterLimits limits;
        limits.most_wait = std::chrono::milliseconds(10);
        limits.aim = std::chrono::milliseconds(6);
        return limits;
    }
};

/// What the writer tells about itself; a full disk is loud.
struct WriterHealth {
    bool stalled = false;             ///< frames are kept in memory, nothing is acknowledged
    std::optional<base::Fault> fault; ///< why
    std::size_t queued_bytes = 0;
};

/// The writing thread: owns a Recorder, gathers frames into group commits of at most 50 ms or 5,000 events, lets jobs
/// (decisions, receipts) go before frames, and takes entries of our own (verdicts) along with the frames that wait.
/// Callbacks run on the writing thread; hand over and return.
class Writer {
public:
    struct Callbacks {
        std::function<void(PublishedPtr)> published;
        std::function<void(const WriterHealth&)> health; ///< on change only
        std::function<void()> drained;                   ///< the queue fell below half: reading may go on
    };
    using Job = std::function<void(Recorder&)>;
    using Answer = std::function<void(const base::Done&)>;

    Writer(std::unique_ptr<Recorder> recorder, Callbacks callbacks, WriterLimits limits = {});
    /// Stops: what was accepted is written first, unless the disk is full.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Takes frames. False: the queue is above its bound now, stop reading until `drained` (the frames are taken all
    /// the same, nothing is dropped).
    [[nodiscard]] bool submit(std::vector<Frame> frames);
    /// Runs on the writing thread before any frames that wait. A job that writes through the recorder gets its
    /// PublishedPtr itself; the writer also gives it to `published` when the job passes it to publish().
    void post(Job job);
    /// Entries of our own: part of the next commit of frames, behind their events, and of one of their own when no
    /// frame waits; so no frame waits for them. `answer` comes on the writing thread behind `published`; after a fault
    /// of the commit nothing is kept, and they may be given again.
    void add(std::vector<Draft> drafts, Answer answer);
    /// From inside a job only: gives what a writing call returned to the `published` callback.
    void publish(const PublishedPtr& published);
    /// Waits until everything submitted before is durable (or the disk is full: then the fault).
    [[nodiscard]] base::Done flush();
    /// Writes what waits and ends the thread. Later submits are refused (false).
    void stop();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace record
