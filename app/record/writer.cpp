// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/writer.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <future>
#include <iterator>
#include <mutex>
#include <numeric>
#include <thread>
#include <utility>

namespace record {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::size_t most_commit_bytes = 16U * 1024 * 1024;

std::size_t events_in(const Frame& frame) {
    const SequenceRange& range = frame.carries;
    return range.first == 0 || range.last < range.first ? 1 : static_cast<std::size_t>(range.last - range.first + 1);
}

std::size_t events_in(const std::vector<Frame>& frames) {
    return std::accumulate(frames.begin(), frames.end(), std::size_t{0},
                           [](std::size_t sum, const Frame& frame) { return sum + events_in(frame); });
}

/// How many events go into a commit.
class Budget {
public:
    explicit Budget(const WriterLimits& limits)
        : limits_(limits)
        , events_(is_kept() ? std::min(limits.least_events, limits.most_events) : limits.most_events) {}

    [[nodiscard]] std::size_t events() const { return events_; }
    [[nodiscard]] bool is_kept() const { return limits_.aim.count() > 0; }
    /// A commit of so many events took so long. What is no full one says nothing about how large one may be.
    void learn(std::size_t events, SteadyClock::duration took) {
        if (!is_kept() || events < events_) {
            return;
        }
        const std::size_t wanted = took > limits_.aim ? events_ - events_ / 5 : events_ + events_ / 5;
        events_ = std::clamp(wanted, std::min(limits_.least_events, limits_.most_events), limits_.most_events);
    }

private:
    const WriterLimits& limits_;
    std::size_t events_;
};

} // namespace

class Writer::Impl {
public:
    Impl(std::unique_ptr<Recorder> recorder, Callbacks callbacks, WriterLimits limits)
        : recorder_(std::move(recorder))
        , callbacks_(std::move(callbacks))
        , limits_(limits)
        , budget_(limits_)
        , last_begun_(SteadyClock::now() - limits.most_wait)
        , thread_([this] { run(); }) {}

    ~Impl() { stop(); }

    bool submit(std::vector<Frame> frames) {
        const std::scoped_lock lock(mutex_);
        if (stopping_) {
            return false;
        }
        for (Frame& frame : frames) {
            queued_bytes_ += frame.bytes.size();
            queued_events_ += events_in(frame);
            frames_.push_back(std::move(frame));
        }
        submitted_ += frames.size();
        full_ = queued_bytes_ > limits_.queue_bytes || (budget_.is_kept() && 2 * queued_events_ > 3 * budget_.events());
        wake_.notify_one();
        return !full_;
    }

    void post(Job job) {
        const std::scoped_lock lock(mutex_);
        if (!stopping_) {
            jobs_.push_back(std::move(job));
            wake_.notify_one();
        }
    }

    void add(std::vector<Draft> drafts, Answer answer) {
        const std::scoped_lock lock(mutex_);
        if (!stopping_) {
            own_.push_back({std::move(drafts), std::move(answer)});
            wake_.notify_one();
        }
    }

    base::Done flush() {
        std::unique_lock lock(mutex_);
        const std::uint64_t ticket = submitted_;
        ++flushing_;
        wake_.notify_one();
        settled_.wait(lock, [&] { return written_ >= ticket || fault_ || ended_; });
        --flushing_;
        if (written_ >= ticket) {
            return {};
        }
        return fault_ ? *fault_ : base::Fault{base::FaultCode::cancelled, "the writer has ended", {}};
    }

    void stop() {
        {
            const std::scoped_lock lock(mutex_);
            stopping_ = true;
            wake_.notify_one();
        }
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    void publish(const PublishedPtr& published) {
        if (callbacks_.published && published != nullptr) {
            callbacks_.published(published);
        }
    }

private:
    /// Entries of our own that wait, and who waits for them.
    struct Own {
        std::vector<Draft> drafts;
        Answer answer;
    };

    void run() {
        std::unique_lock lock(mutex_);
        for (;;) {
            wake_.wait(lock, [&] {
                return stopping_ || !jobs_.empty() || !frames_.empty() || ahead_.valid() || !own_.empty();
            });
            const bool frames = !frames_.empty() || ahead_.valid();
            if (!jobs_.empty()) {
                run_job(lock);
            } else if (!frames && own_.empty()) {
                break; // stopping, and nothing is left
            } else if (!frames) {
                write_own(lock);
            } else if (gathered(lock) && !write(lock)) {
                if (stopping_) {
                    break; // the disk is full and we end: what waits was never acknowledged and comes again
                }
                wake_.wait_for(lock, limits_.retry_wait, [&] { return stopping_ || !jobs_.empty(); });
            }
        }
        ended_ = true;
        settled_.notify_all();
        lock.unlock();
        recorder_.reset(); // the last checkpoint, and the lock, belong to this thread
    }

    void run_job(std::unique_lock<std::mutex>& lock) {
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job(*recorder_);
        recorder_->tidy();
        lock.lock();
    }

    /// What waits of our own goes into one commit.
    std::vector<Draft> take_own(std::vector<Answer>& answers) {
        std::vector<Draft> drafts;
        while (!own_.empty() && (drafts.empty() || drafts.size() + own_.front().drafts.size() <= budget_.events())) {
            std::move(own_.front().drafts.begin(), own_.front().drafts.end(), std::back_inserter(drafts));
            answers.push_back(std::move(own_.front().answer));
            own_.pop_front();
        }
        return drafts;
    }

    void write_own(std::unique_lock<std::mutex>& lock) {
        std::vector<Answer> answers;
        std::vector<Draft> drafts = take_own(answers);
        lock.unlock();
        answer_all(answers, recorder_->append_own(std::move(drafts)));
        recorder_->tidy();
        lock.lock();
    }

    /// What was written is published first.
    void answer_all(const std::vector<Answer>& answers, const base::Result<PublishedPtr>& written) {
        if (written) {
            publish(*written);
        }
        for (const Answer& answer : answers) {
            answer(written ? base::Done() : base::Done(written.fault()));
        }
    }

    /// After a pause the first frame is written at once; while they keep coming a commit begins every 50 ms, or at once
    /// when the last one took longer. False: a job came first.
    bool gathered(std::unique_lock<std::mutex>& lock) {
        const auto enough = [&] {
            return stopping_ || flushing_ > 0 || !jobs_.empty() || ahead_.valid() ||
                   queued_events_ >= budget_.events() || queued_bytes_ >= most_commit_bytes;
        };
        wake_.wait_until(lock, last_begun_ + limits_.most_wait, enough);
        return jobs_.empty();
    }

    /// Frames of one commit from the front of the queue. A small rest goes along with a prompt one: the newest of what
    /// came together would wait for one commit more.
    std::vector<Frame> take() {
        std::vector<Frame> batch;
        std::size_t bytes = 0;
        std::size_t events = 0;
        std::size_t most = budget_.events();
        while (!frames_.empty() && bytes < most_commit_bytes) {
            const std::size_t next = events_in(frames_.front());
            if (events >= budget_.events() && events + next > most) {
                break;
            }
            if (events < budget_.events() && budget_.is_kept()) {
                most = events + next + (events + next) / 4;
            }
            events += next;
            bytes += frames_.front().bytes.size();
            batch.push_back(std::move(frames_.front()));
            frames_.pop_front();
        }
        return batch;
    }

    /// While this thread writes, another one decodes what is next, when that is worth a thread.
    void look_ahead() {
        std::size_t waiting = 0;
        for (auto frame = frames_.begin(); frame != frames_.end() && waiting < budget_.events() / 4; ++frame) {
            waiting += events_in(*frame);
        }
        if (waiting >= budget_.events() / 4 && waiting > 0) {
            ahead_ = std::async(std::launch::async,
                                [this, batch = take()]() mutable { return ahead_preparer_.prepare(std::move(batch)); });
        }
    }

    void put_back(std::vector<Frame>& batch) {
        frames_.insert(frames_.begin(), std::make_move_iterator(batch.begin()), std::make_move_iterator(batch.end()));
    }

    /// One commit. False: it failed, the frames are back in front.
    bool write(std::unique_lock<std::mutex>& lock) {
        std::future<base::Result<Prepared>> ahead = std::move(ahead_);
        const bool was_ahead = ahead.valid();
        lock.unlock();
        last_begun_ = SteadyClock::now();
        auto prepared = was_ahead ? ahead.get() : prepare_next(lock);
        lock.lock();
        look_ahead();
        std::vector<Answer> answers;
        std::vector<Draft> own = take_own(answers);
        lock.unlock();
        const std::size_t of_ours = own.size();
        auto published =
            prepared ? recorder_->append(*prepared, std::move(own)) : base::Result<PublishedPtr>(prepared.fault());
        const auto took = SteadyClock::now() - last_begun_;
        answer_all(answers, published);
        if (published) {
            recorder_->tidy();
        }
        lock.lock();
        if (published) {
            budget_.learn(events_in(prepared->frames) + of_ours, took);
        }
        return published ? settle(lock, prepared->frames) : give_back(lock, prepared, published.fault());
    }

    base::Result<Prepared> prepare_next(std::unique_lock<std::mutex>& lock) {
        lock.lock();
        std::vector<Frame> batch = take();
        lock.unlock();
        return preparer_.prepare(std::move(batch));
    }

    /// Both batches go back into the queue, in their order, to be prepared again.
    bool give_back(std::unique_lock<std::mutex>& lock, base::Result<Prepared>& prepared, const base::Fault& fault) {
        if (ahead_.valid()) {
            if (auto next = ahead_.get()) {
                put_back(next->frames);
            }
        }
        if (prepared) {
            put_back(prepared->frames);
        }
        tell(lock, fault);
        return false;
    }

    bool settle(std::unique_lock<std::mutex>& lock, const std::vector<Frame>& frames) {
        written_ += frames.size();
        for (const Frame& frame : frames) {
            queued_bytes_ -= frame.bytes.size();
            queued_events_ -= events_in(frame);
        }
        tell(lock, std::nullopt);
        const bool few = !budget_.is_kept() || queued_events_ <= budget_.events();
        if (full_ && few && queued_bytes_ * 2 <= limits_.queue_bytes) {
            full_ = false;
            unlocked(lock, callbacks_.drained);
        }
        return true;
    }

    /// The callback first, then those who wait in flush(): who sees the fault finds that it was told.
    void tell(std::unique_lock<std::mutex>& lock, std::optional<base::Fault> fault) {
        if (fault_ != fault && callbacks_.health) {
            unlocked(lock, [&, health = WriterHealth{fault.has_value(), fault, queued_bytes_}] {
                callbacks_.health(health);
            });
        }
        fault_ = std::move(fault);
        settled_.notify_all();
    }

    static void unlocked(std::unique_lock<std::mutex>& lock, const std::function<void()>& call) {
        if (call) {
            lock.unlock();
            call();
            lock.lock();
        }
    }

    std::unique_ptr<Recorder> recorder_;
    const Callbacks callbacks_;
    const WriterLimits limits_;
    Budget budget_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::condition_variable settled_;
    std::deque<Frame> frames_;
    std::future<base::Result<Prepared>> ahead_; ///< what another thread decodes; its frames are out of the queue
    Preparer preparer_;
    Preparer ahead_preparer_; ///< for one look ahead at a time
    std::deque<Job> jobs_;
    std::deque<Own> own_;
    std::size_t queued_bytes_ = 0;
    std::size_t queued_events_ = 0; ///< of frames that wait or are being written
    std::uint64_t submitted_ = 0;
    std::uint64_t written_ = 0;
    int flushing_ = 0;
    bool full_ = false;
    bool stopping_ = false;
    bool ended_ = false;
    std::optional<base::Fault> fault_;
    SteadyClock::time_point last_begun_; ///< commit of frames
    std::thread thread_;                 ///< last: everything above is there when it starts
};

Writer::Writer(std::unique_ptr<Recorder> recorder, Callbacks callbacks, WriterLimits limits)
    : impl_(std::make_unique<Impl>(std::move(recorder), std::move(callbacks), limits)) {}

Writer::~Writer() = default;

bool Writer::submit(std::vector<Frame> frames) {
    return impl_->submit(std::move(frames));
}

void Writer::post(Job job) {
    impl_->post(std::move(job));
}

void Writer::add(std::vector<Draft> drafts, Answer answer) {
    impl_->add(std::move(drafts), std::move(answer));
}

void Writer::publish(const PublishedPtr& published) {
    impl_->publish(published);
}

base::Done Writer::flush() {
    return impl_->flush();
}

void Writer::stop() {
    impl_->stop();
}

} // namespace record
