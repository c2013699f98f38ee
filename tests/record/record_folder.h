// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/file.h"
#include "app/record/recorder.h"
#include "app/store/reader.h"
#include "app/store/store.h"
#include "tests/record/feed_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>

/// A store in a folder of its own that goes with the test, and a clock that the test moves.
class RecordFolder {
public:
    [[nodiscard]] std::filesystem::path folder() const { return base() / "store"; }
    [[nodiscard]] std::filesystem::path base() const { return dir_.path().toStdString(); }
    [[nodiscard]] base::ManualClock& clock() { return clock_; }

    [[nodiscard]] record::Options options() const {
        record::Options options;
        options.folder = folder();
        options.program = "test";
        options.free_floor = 0;
        return options;
    }
    [[nodiscard]] std::unique_ptr<record::Recorder> open() { return open(options()); }
    [[nodiscard]] std::unique_ptr<record::Recorder> open(record::Options options) {
        auto opened = record::Recorder::open(std::move(options), clock_);
        if (!opened) {
            qWarning("the recorder does not open: %s", describe(opened.fault()).c_str());
            return nullptr;
        }
        return std::move(*opened);
    }
    [[nodiscard]] store::Reader reader() const {
        auto opened = store::Reader::open(folder());
        if (!opened) {
            qFatal("the reader does not open: %s", describe(opened.fault()).c_str());
        }
        return std::move(*opened);
    }
    /// Puts a file there as an editor does: whole or not at all, and later than what was there, however soon it
    /// follows.
    void put_in_place(const std::filesystem::path& file, const std::string& content) {
        const std::filesystem::path written = base() / "to be put in place";
        if (const auto done = ::base::write_file_atomically(written, content); !done) {
            qFatal("the test cannot write its file: %s", describe(done.fault()).c_str());
        }
        std::filesystem::last_write_time(written, std::filesystem::file_time_type(std::chrono::hours(++files_put_)));
        std::filesystem::rename(written, file);
    }

private:
    QTemporaryDir dir_;
    int files_put_ = 0;
    base::ManualClock clock_{FeedMaker::start()};
};

/// Fails the test with the fault's own words.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& verified = (result);                                                                               \
        QVERIFY2(verified.ok(), verified.ok() ? "" : base::describe(verified.fault()).c_str());                        \
    } while (false)
#define VERIFY_FAULT(result, expected)                                                                                 \
    do {                                                                                                               \
        const auto& verified = (result);                                                                               \
        QVERIFY2(!verified.ok(), "expected a fault");                                                                  \
        QVERIFY2(verified.fault().code == (expected), base::describe(verified.fault()).c_str());                       \
    } while (false)
