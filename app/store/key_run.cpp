// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/key_run.h"

#include "app/base/file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace store {

namespace {

constexpr std::size_t words_at_once = 8192; // of a file, when it is read or written from its beginning to its end

/// A file without a name in the folder; -1 with errno.
int open_nameless(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) {
        return file;
    }
    std::string name = folder / "keys-XXXXXX"; // a file system that cannot do it
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) {
        ::unlink(name.c_str());
    }
    return named;
}

} // namespace

/// Appends to a run.
class KeyRun::Writing {
public:
    explicit Writing(KeyRun& run)
        : run_(run) {
        words_.reserve(words_at_once);
    }
    base::Done add(KeyWord word) {
        if (run_.size_ % page_words == 0) {
            run_.fences_.push_back(word);
        }
        ++run_.size_;
        if (run_.filter_.bytes() != 0) {
            run_.filter_.add(word >> segment_bits);
        }
        words_.push_back(word);
        return words_.size() == words_at_once ? flush() : base::Done();
    }
    base::Done flush() {
        const char* from = reinterpret_cast<const char*>(words_.data());
        std::size_t left = words_.size() * sizeof(KeyWord);
        while (left > 0) {
            const ssize_t written = ::write(run_.file_, from, left);
            if (written < 0 && errno == EINTR) {
                continue;
            }
            if (written <= 0) {
                return base::fault_from_errno(written < 0 ? errno : ENOSPC, "run of keys");
            }
            from += written;
            left -= static_cast<std::size_t>(written);
        }
        words_.clear();
        return {};
    }

private:
    KeyRun& run_;
    std::vector<KeyWord> words_;
};

/// Reads a run from its beginning.
class KeyRun::Reading {
public:
    explicit Reading(const KeyRun& run)
        : run_(run) {}
    /// The next word, or nothing at the end.
    base::Result<const KeyWord*> look() {
        if (at_ == words_.size()) {
            words_.resize(words_at_once);
            const auto count = run_.read(place_, words_.data(), words_.size());
            if (!count) {
                return count.fault();
            }
            words_.resize(*count);
            place_ += *count;
            at_ = 0;
        }
        return words_.empty() ? nullptr : &words_[at_];
    }
    void pass() { ++at_; }

private:
    const KeyRun& run_;
    std::vector<KeyWord> words_;
    std::uint64_t place_ = 0;
    std::size_t at_ = 0;
};

KeyRun::~KeyRun() {
    if (file_ >= 0) {
        ::close(file_);
    }
}

base::Result<std::size_t> KeyRun::read(std::uint64_t place, KeyWord* into, std::size_t most) const {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(most, size_ - std::min(place, size_)));
    char* to = reinterpret_cast<char*>(into);
    std::size_t left = count * sizeof(KeyWord);
    auto offset = static_cast<off_t>(place * sizeof(KeyWord));
    while (left > 0) {
        const ssize_t got = ::pread(file_, to, left, offset);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return base::fault_from_errno(got < 0 ? errno : EIO, "run of keys");
        }
        to += got;
        offset += got;
        left -= static_cast<std::size_t>(got);
    }
    return count;
}

base::Done KeyRun::find(std::uint64_t key, std::vector<std::uint16_t>& into) const {
    if (!filter_.may_hold(key)) {
        return {};
    }
    const KeyWord first = key_word(key, 0);
    const KeyWord last = key_word(key, 0xffff);
    auto fence = std::upper_bound(fences_.begin(), fences_.end(), first);
    if (fence != fences_.begin()) {
        --fence;
    }
    std::array<KeyWord, page_words> page;
    for (; fence != fences_.end() && *fence <= last; ++fence) {
        const auto place = static_cast<std::uint64_t>(fence - fences_.begin()) * page_words;
        const auto count = read(place, page.data(), page.size());
        if (!count) {
            return count.fault();
        }
        const auto end = page.begin() + static_cast<std::ptrdiff_t>(*count);
        for (auto word = std::lower_bound(page.begin(), end, first); word != end && *word <= last; ++word) {
            into.push_back(static_cast<std::uint16_t>(*word & 0xffffU));
        }
    }
    return {};
}

base::Result<std::shared_ptr<const KeyRun>> KeyRun::merge(const std::filesystem::path& folder,
                                                          const std::vector<KeyWord>& words,
                                                          const std::vector<std::shared_ptr<const KeyRun>>& runs) {
    const int file = open_nameless(folder);
    if (file < 0) {
        return base::fault_from_errno(errno, folder);
    }
    const std::shared_ptr<KeyRun> made(new KeyRun(file));
    std::vector<Reading> readings;
    std::uint64_t keys = words.size();
    for (const auto& run : runs) {
        readings.emplace_back(*run);
        keys += run->size();
    }
    if (keys <= most_filtered) {
        made->filter_ = KeyFilter(keys);
    }
    Writing writing(*made);
    std::size_t own = 0;
    for (;;) {
        const KeyWord* least = own < words.size() ? &words[own] : nullptr;
        Reading* from = nullptr;
        for (Reading& reading : readings) {
            const auto next = reading.look();
            if (!next) {
                return next.fault();
            }
            if (*next != nullptr && (least == nullptr || **next < *least)) {
                least = *next;
                from = &reading;
            }
        }
        if (least == nullptr) {
            break;
        }
        REEVE_TRY(writing.add(*least));
        if (from != nullptr) {
            from->pass();
        } else {
            ++own;
        }
    }
    REEVE_TRY(writing.flush());
    made->fences_.shrink_to_fit();
    return std::shared_ptr<const KeyRun>(made);
}

} // namespace store
