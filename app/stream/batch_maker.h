// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/batch.h"

#include <memory>
#include <utility>

namespace stream {

/// A batch under construction; `finish` makes it immutable.
class BatchMaker {
public:
    explicit BatchMaker(base::Instant received)
        : batch_(std::make_shared<uplink::Batch>()) {
        batch_->received = received;
    }

    void add(uplink::Frame frame) {
        batch_->bytes += frame.bytes.size();
        batch_->frames.push_back(std::move(frame));
    }
    [[nodiscard]] bool empty() const { return batch_->frames.empty(); }
    [[nodiscard]] std::size_t size() const { return batch_->frames.size(); }
    [[nodiscard]] uplink::BatchPtr finish() { return std::exchange(batch_, nullptr); }

private:
    std::shared_ptr<uplink::Batch> batch_;
};

} // namespace stream
