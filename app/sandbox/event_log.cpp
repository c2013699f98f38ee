// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/event_log.h"

#include "app/base/encoding.h"
#include "app/crypto/digest.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace sandbox {

using base::Fault;
using base::FaultCode;

namespace {

constexpr std::size_t checksum_digits = 16;

std::string checksum(std::string_view text) {
    return base::to_hex(base::Bytes(crypto::sha256(text)).first(checksum_digits / 2));
}

Fault system_fault(const char* what, const std::string& where) {
    const FaultCode code =
        errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? FaultCode::disk_full : FaultCode::unreadable;
    return {code, std::string(what) + ": " + std::strerror(errno), where};
}

/// The parts of "checksum first last json"; nothing when the line is not whole.
struct Line {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::size_t json_at = 0;
};

std::optional<std::uint64_t> number_in(std::string_view text, std::size_t& at) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
    const auto behind = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || behind >= text.size() || text[behind] != ' ') {
        return std::nullopt;
    }
    at = behind + 1;
    return number;
}

std::optional<Line> whole_line(std::string_view text) {
    if (text.size() < checksum_digits + 2 || text[checksum_digits] != ' ' ||
        text.substr(0, checksum_digits) != checksum(text.substr(checksum_digits + 1))) {
        return std::nullopt;
    }
    std::size_t at = checksum_digits + 1;
    const auto first = number_in(text, at);
    const auto last = first ? number_in(text, at) : std::nullopt;
    if (!last || *last < *first) {
        return std::nullopt;
    }
    return Line{*first, *last, at};
}

} // namespace

base::Result<std::unique_ptr<EventLog>> EventLog::open(const std::filesystem::path& file, const Visitor& visit) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return system_fault("cannot open the event log", file.string());
    }
    std::unique_ptr<EventLog> log(new EventLog(descriptor));
    if (base::Done recovered = log->recover(visit); !recovered) {
        return recovered.fault();
    }
    // The entry of a new file in its folder has to be durable as well.
    const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        (void)::fsync(folder);
        ::close(folder);
    }
    return log;
}

EventLog::~EventLog() {
    ::close(descriptor_);
}

base::Done EventLog::recover(const Visitor& visit) {
    std::ifstream in("/proc/self/fd/" + std::to_string(descriptor_), std::ios::binary);
    std::string text;
    std::uint64_t torn_at = 0;
    bool torn = false;
    while (std::getline(in, text)) {
        const bool ended = !in.eof();
        const auto line = torn ? std::nullopt : whole_line(text);
        const std::uint64_t expected = groups_.empty() ? 1 : groups_.back().last + 1;
        if (torn || (ended && (!line || line->first != expected))) {
            // Only the last line can be torn by a crash; anything else is damage, and cutting would lose events.
            if (torn || in.peek() != std::ifstream::traits_type::eof()) {
                return Fault{FaultCode::corrupt, "a line of the event log is damaged", std::to_string(torn_at)};
            }
        }
        if (!ended || !line || line->first != expected) {
            torn = true;
            torn_at = size_;
            continue;
        }
        groups_.push_back({line->first, line->last, size_ + line->json_at, text.size() - line->json_at});
        REEVE_TRY(visit(std::string_view(text).substr(line->json_at)));
        size_ += text.size() + 1;
    }
    if (::ftruncate(descriptor_, static_cast<off_t>(size_)) != 0 || ::fsync(descriptor_) != 0) {
        return system_fault("cannot cut the event log behind its last whole line", "events.log");
    }
    return {};
}

base::Done EventLog::write_whole(std::string_view bytes) {
    std::uint64_t at = size_;
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return system_fault("cannot write the event log", "events.log");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        at += static_cast<std::uint64_t>(written);
    }
    return ::fdatasync(descriptor_) == 0 ? base::Done{}
                                         : base::Done{system_fault("cannot sync the event log", "events.log")};
}

base::Done EventLog::append(std::uint64_t first, const std::vector<std::string>& events) {
    if (events.empty()) {
        return {};
    }
    if (broken_) {
        return Fault{FaultCode::unreadable, "the event log could not be written before", "events.log"};
    }
    const std::uint64_t last = first + events.size() - 1;
    std::string line = std::to_string(first) + ' ' + std::to_string(last) + ' ';
    const std::size_t json_at = line.size() + checksum_digits + 1;
    for (std::size_t index = 0; index < events.size(); ++index) {
        line += events.size() == 1 ? "" : index == 0 ? "[" : ",";
        line += events[index];
    }
    line += events.size() == 1 ? "" : "]";
    line.insert(0, checksum(line) + ' ');
    line += '\n';
    if (base::Done written = write_whole(line); !written) {
        broken_ = true;
        return written;
    }
    {
        const std::lock_guard lock(mutex_);
        groups_.push_back({first, last, size_ + json_at, line.size() - 1 - json_at});
        size_ += line.size();
    }
    grown_.notify_all();
    return {};
}

std::uint64_t EventLog::last_sequence() const {
    const std::lock_guard lock(mutex_);
    return groups_.empty() ? 0 : groups_.back().last;
}

std::optional<std::size_t> EventLog::group_behind(std::uint64_t after) const {
    const std::lock_guard lock(mutex_);
    const auto found = std::upper_bound(groups_.begin(), groups_.end(), after,
                                        [](std::uint64_t value, const Group& group) { return value < group.last; });
    if (found == groups_.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - groups_.begin());
}

std::optional<EventLog::Group> EventLog::group(std::size_t number) const {
    const std::lock_guard lock(mutex_);
    return number < groups_.size() ? std::optional(groups_[number]) : std::nullopt;
}

base::Result<std::string> EventLog::read(const Group& group) const {
    std::string json(group.length, '\0');
    std::size_t at = 0;
    while (at < json.size()) {
        const ssize_t got =
            ::pread(descriptor_, json.data() + at, json.size() - at, static_cast<off_t>(group.offset + at));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return system_fault("cannot read the event log", std::to_string(group.first));
        }
        at += static_cast<std::size_t>(got);
    }
    return json;
}

void EventLog::wait_behind(std::uint64_t after, std::chrono::milliseconds most) const {
    std::unique_lock lock(mutex_);
    if (groups_.empty() || groups_.back().last <= after) {
        grown_.wait_for(lock, most);
    }
}

void EventLog::wake() const {
    grown_.notify_all();
}

} // namespace sandbox
