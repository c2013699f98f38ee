// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

/// A disk below SQLite that fails: a VFS that hands everything to the system's own, but lets the n-th changing call
/// (write, sync, truncate) fail once, or, when it is full, every write. One at a time.
class FailingDisk {
public:
    static constexpr const char* name = "reeve-failing";

    /// `n` from 1 counts changing calls; 0 lets none fail.
    explicit FailingDisk(int n) {
        state() = State{n, 0, false, false};
        static const bool made = install();
        static_cast<void>(made);
    }
    [[nodiscard]] bool failed() const { return state().failed; }
    [[nodiscard]] int calls() const { return state().calls; }
    void fill() { state().full = true; }
    void mend() { state() = State{}; }

private:
    struct State {
        int fail_at = 0;
        int calls = 0;
        bool full = false;
        bool failed = false;
    };
    static State& state() {
        static State held;
        return held;
    }
    /// True when this call has to fail.
    static bool falls() {
        State& now = state();
        const bool fails = ++now.calls == now.fail_at;
        now.failed = now.failed || fails;
        return fails;
    }

    /// The system's file lies directly behind.
    struct File {
        sqlite3_file base;
        [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }

    static int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
        if (state().full) {
            return SQLITE_FULL;
        }
        if (falls()) { // half of it reaches the disk
            real(file)->pMethods->xWrite(real(file), data, size / 2, at);
            return SQLITE_IOERR_WRITE;
        }
        return real(file)->pMethods->xWrite(real(file), data, size, at);
    }
    static int sync(sqlite3_file* file, int flags) {
        return falls() ? SQLITE_IOERR_FSYNC : real(file)->pMethods->xSync(real(file), flags);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        return falls() ? SQLITE_IOERR_TRUNCATE : real(file)->pMethods->xTruncate(real(file), size);
    }

    static const sqlite3_io_methods* methods() {
        static const sqlite3_io_methods all = {
            3,
            [](sqlite3_file* f) {
                return real(f)->pMethods != nullptr ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK;
            },
            [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
                return real(f)->pMethods->xRead(real(f), to, size, at);
            },
            write,
            truncate,
            sync,
            [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
            [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
            [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
            [](sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); },
            [](sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); },
            [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
            [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
            [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
                return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
            },
            [](sqlite3_file* f, int offset, int n, int flags) {
                return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
            },
            [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
            [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
            nullptr,
            nullptr,
        };
        return &all;
    }

    static bool install() {
        static sqlite3_vfs vfs;
        sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
        vfs = *system;
        vfs.zName = name;
        vfs.pNext = nullptr;
        vfs.iVersion = 2;
        vfs.szOsFile = static_cast<int>(sizeof(File)) + system->szOsFile;
        vfs.xOpen = [](sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out) {
            sqlite3_vfs* below = sqlite3_vfs_find(nullptr);
            file->pMethods = nullptr;
            real(file)->pMethods = nullptr;
            const int result = below->xOpen(below, path, real(file), flags, out);
            if (result == SQLITE_OK) {
                file->pMethods = methods();
            }
            return result;
        };
        return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    }
};
