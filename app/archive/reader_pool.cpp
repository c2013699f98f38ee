// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/reader_pool.h"

#include <optional>

namespace archive {

/// One thread and its reader. The reader is set and interrupted under the pool's mutex, used without it.
struct ReaderPool::Lane {
    std::optional<store::Reader> reader;
    std::thread thread;
};

ReaderPool::ReaderPool(std::filesystem::path folder, bool open, unsigned threads)
    : folder_(std::move(folder))
    , open_(open) {
    for (unsigned i = 0; i < threads; ++i) {
        lanes_.push_back(std::make_unique<Lane>());
    }
    for (const auto& lane : lanes_) {
        lane->thread = std::thread([this, held = lane.get()] { serve(*held); });
    }
}

ReaderPool::~ReaderPool() {
    std::deque<Question> unanswered;
    {
        const std::scoped_lock guard(mutex_);
        ending_ = true;
        unanswered.swap(waiting_);
        for (const auto& lane : lanes_) {
            if (lane->reader) {
                lane->reader->interrupt();
            }
        }
    }
    wake_.notify_all();
    for (const auto& lane : lanes_) {
        lane->thread.join();
    }
    for (const Question& question : unanswered) {
        question(base::Fault{base::FaultCode::cancelled, "the program ends", {}});
    }
}

void ReaderPool::ask(Question question) {
    {
        const std::scoped_lock guard(mutex_);
        waiting_.push_back(std::move(question));
    }
    wake_.notify_one();
}

void ReaderPool::open() {
    {
        const std::scoped_lock guard(mutex_);
        open_ = true;
    }
    wake_.notify_all();
}

void ReaderPool::refuse(base::Fault fault) {
    {
        const std::scoped_lock guard(mutex_);
        refusal_ = std::move(fault);
        open_ = true;
    }
    wake_.notify_all();
}

void ReaderPool::serve(Lane& lane) {
    for (;;) {
        Question question;
        std::optional<base::Fault> refusal;
        {
            std::unique_lock guard(mutex_);
            wake_.wait(guard, [this] { return ending_ || (open_ && !waiting_.empty()); });
            if (ending_) {
                return;
            }
            question = std::move(waiting_.front());
            waiting_.pop_front();
            refusal = refusal_;
        }
        if (refusal) {
            question(*refusal);
            continue;
        }
        if (!lane.reader) {
            auto opened = store::Reader::open(folder_);
            if (!opened) {
                question(opened.fault());
                continue;
            }
            const std::scoped_lock guard(mutex_);
            lane.reader = std::move(opened).value();
        }
        question(&*lane.reader);
    }
}

} // namespace archive
