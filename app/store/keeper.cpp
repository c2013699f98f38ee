// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/keeper.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

namespace store {

namespace {

constexpr const char* lock_name = "keeper.lock";

base::Fault cannot(const char* what, const std::filesystem::path& path) {
    const int error = errno;
    return base::Fault{error == ENOSPC ? base::FaultCode::disk_full : base::FaultCode::unreadable,
                       std::string(what) + ": " + std::strerror(error), path.string()};
}

struct flock whole_file() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

/// Three lines: process, program, time. Anything else reads as an unknown holder.
Holder parse(std::string_view text) {
    Holder holder;
    const auto line = [&text] {
        const auto end = text.find('\n');
        const std::string_view found = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        return found;
    };
    const std::string_view pid = line();
    std::from_chars(pid.data(), pid.data() + pid.size(), holder.pid);
    holder.program = std::string(line());
    if (const auto since = base::from_rfc3339(line())) {
        holder.since = *since;
    }
    return holder;
}

Holder read_holder(int descriptor) {
    std::array<char, 512> text{};
    const auto length = ::pread(descriptor, text.data(), text.size(), 0);
    return parse(std::string_view(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0));
}

base::Fault held_by(const Holder& holder, const std::filesystem::path& path) {
    return base::Fault{base::FaultCode::locked,
                       "the store is kept by " + (holder.program.empty() ? "another program" : holder.program) +
                           " (process " + std::to_string(holder.pid) + ", since " + base::to_rfc3339(holder.since) +
                           ")",
                       path.string()};
}

} // namespace

base::Result<Keeper> Keeper::take(const std::filesystem::path& folder, const std::string& program, base::Instant now) {
    std::error_code error;
    if (!std::filesystem::exists(folder, error)) {
        std::filesystem::create_directories(folder, error);
        if (error) {
            return base::Fault{base::FaultCode::unreadable, "cannot make the store's folder: " + error.message(),
                               folder.string()};
        }
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    }
    const auto path = folder / lock_name;
    Keeper keeper(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (keeper.descriptor_ < 0) {
        return cannot("cannot open the lock", path);
    }
    struct flock lock = whole_file();
    if (::fcntl(keeper.descriptor_, F_OFD_SETLK, &lock) != 0) {
        if (errno == EAGAIN || errno == EACCES) {
            return held_by(read_holder(keeper.descriptor_), path);
        }
        return cannot("cannot lock", path);
    }
    const std::string text =
        std::to_string(::getpid()) + "\n" + program.substr(0, 200) + "\n" + base::to_rfc3339(now) + "\n";
    if (::ftruncate(keeper.descriptor_, 0) != 0 ||
        ::pwrite(keeper.descriptor_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
        return cannot("cannot write the lock", path);
    }
    return keeper;
}

base::Result<std::optional<Holder>> Keeper::holder(const std::filesystem::path& folder) {
    const auto path = folder / lock_name;
    Keeper asked(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (asked.descriptor_ < 0) {
        if (errno == ENOENT) {
            return std::optional<Holder>();
        }
        return cannot("cannot open the lock", path);
    }
    struct flock lock = whole_file();
    if (::fcntl(asked.descriptor_, F_OFD_GETLK, &lock) != 0) {
        return cannot("cannot ask for the lock", path);
    }
    return lock.l_type == F_UNLCK ? std::optional<Holder>() : std::optional<Holder>(read_holder(asked.descriptor_));
}

Keeper::Keeper(Keeper&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

Keeper& Keeper::operator=(Keeper&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

Keeper::~Keeper() {
    if (descriptor_ >= 0) {
        ::close(descriptor_); // lets go of the lock
    }
}

} // namespace store
