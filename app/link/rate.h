// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace uplink {

/// How many per second over the last ten seconds, in ten buckets of steady time.
class Rate {
public:
    void add(std::uint64_t count, std::chrono::microseconds now) {
        Bucket& bucket = at(second_of(now));
        bucket.count += count;
    }

    [[nodiscard]] double per_second(std::chrono::microseconds now) const {
        const std::int64_t second = second_of(now);
        std::uint64_t sum = 0;
        for (const Bucket& bucket : buckets_) {
            if (bucket.second > second - size && bucket.second <= second) {
                sum += bucket.count;
            }
        }
        return static_cast<double>(sum) / static_cast<double>(size);
    }

private:
    static constexpr std::int64_t size = 10;
    struct Bucket {
        std::int64_t second = -size;
        std::uint64_t count = 0;
    };

    static std::int64_t second_of(std::chrono::microseconds now) {
        return std::chrono::duration_cast<std::chrono::seconds>(now).count();
    }
    Bucket& at(std::int64_t second) {
        Bucket& bucket = buckets_[static_cast<std::size_t>(second % size)];
        if (bucket.second != second) {
            bucket = {second, 0};
        }
        return bucket;
    }

    std::array<Bucket, size> buckets_{};
};

} // namespace uplink
