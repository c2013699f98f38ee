// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/file.h"

#include <cerrno>
#include <cstdio>
#include <random>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

namespace fs = std::filesystem;

/// A file descriptor that is closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number)
        : number_(number) {}
    ~Descriptor() { static_cast<void>(close()); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] bool valid() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }
    /// Some file systems report a failed write only here.
    [[nodiscard]] bool close() {
        const int number = std::exchange(number_, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int number_;
};

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// Beside the target, because rename works only inside of one file system.
fs::path temporary_beside(const fs::path& path) {
    std::random_device device;
    return folder_of(path) / ("." + path.filename().string() + "." + std::to_string(::getpid()) + "." +
                              std::to_string(device()) + ".tmp");
}

Done write_all(const Descriptor& file, std::string_view content, const fs::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return fault_from_errno(errno, path);
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Done write_durably(const fs::path& path, std::string_view content) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (!file.valid()) {
        return fault_from_errno(errno, path);
    }
    REEVE_TRY(write_all(file, content, path));
    if (::fsync(file.number()) != 0 || !file.close()) {
        return fault_from_errno(errno, path);
    }
    return {};
}

Done sync_folder(const fs::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.valid() || ::fsync(descriptor.number()) != 0) {
        return fault_from_errno(errno, folder);
    }
    return {};
}

Done move_into_place(const fs::path& temporary, const fs::path& path, Replace replace) {
    // link(2) fails where the target exists; rename(2) replaces it.
    const bool moved = replace == Replace::yes ? std::rename(temporary.c_str(), path.c_str()) == 0
                                               : ::link(temporary.c_str(), path.c_str()) == 0;
    return moved ? Done() : Done(fault_from_errno(errno, path));
}

} // namespace

Fault fault_from_errno(int error, const fs::path& path) {
    const auto code = [error] {
        switch (error) {
        case ENOSPC:
        case EDQUOT: return FaultCode::disk_full;
        case ENOENT: return FaultCode::not_found;
        case EEXIST: return FaultCode::conflict;
        default: return FaultCode::unreadable;
        }
    }();
    return {code, std::generic_category().message(error), path.string()};
}

Done write_file_atomically(const fs::path& path, std::string_view content, Replace replace) {
    const fs::path temporary = temporary_beside(path);
    Done done = write_durably(temporary, content);
    if (done) {
        done = move_into_place(temporary, path, replace);
    }
    if (!done || replace == Replace::no) {
        ::unlink(temporary.c_str());
    }
    if (!done) {
        // A folder that is missing is nothing that a reader could have looked for.
        Fault fault = done.fault();
        fault.code = fault.code == FaultCode::not_found ? FaultCode::unreadable : fault.code;
        fault.where = path.string();
        return fault;
    }
    return sync_folder(folder_of(path));
}

Result<std::string> read_small_file(const fs::path& path, std::size_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid()) {
        return fault_from_errno(errno, path);
    }
    std::string content;
    std::string piece(std::size_t{64} * 1024, '\0');
    while (true) {
        const ssize_t got = ::read(file.number(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fault_from_errno(errno, path);
        }
        if (got == 0) {
            return content;
        }
        content.append(piece, 0, static_cast<std::size_t>(got));
        if (content.size() > limit) {
            return Fault{FaultCode::too_large, "the file is longer than " + std::to_string(limit) + " bytes",
                         path.string()};
        }
    }
}

} // namespace base
