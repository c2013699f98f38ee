// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/newsroom.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace ui::frame {

class MainWindow;

/// What `reeve --diagnostics FILE` measures while the window is used, and writes as one JSON object at the end and
/// every few seconds: events received and painted, entries stored, the time from the socket to the paint, gaps between
/// frames, memory, start-up. Times are microseconds unless the name says milliseconds.
///
/// Ingest to painted: from reading a batch's newest event from the socket to the end of the first paint of the live
/// table that includes it, as seen by the event loop after that paint (so rather too long than too short). Only while
/// the live table is seen and follows; what arrives otherwise counts as received, not as painted.
class Diagnostics final : public QObject {
    Q_OBJECT
public:
    /// `started`: when the program began. All must outlive this.
    Diagnostics(MainWindow& window, ports::Newsroom& newsroom, const base::Clock& clock, QString file,
                std::chrono::steady_clock::time_point started);
    ~Diagnostics() override;

    /// Faults: unreadable, with the system's reason.
    [[nodiscard]] base::Done write() const;
    [[nodiscard]] QByteArray json() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Pending {
        quint64 rows;
        base::Instant read;
    };
    void note_frame();
    void note_painted();
    [[nodiscard]] bool live_is_seen() const;

    MainWindow& window_;
    const base::Clock& clock_;
    QString file_;
    std::chrono::steady_clock::time_point started_;
    QTimer frames_;
    QTimer writing_;
    QElapsedTimer since_frame_;
    std::vector<Pending> pending_; ///< in the model, not painted yet
    std::vector<std::int64_t> to_painted_;
    std::vector<std::int64_t> gaps_;
    std::uint64_t received_ = 0;
    std::uint64_t painted_ = 0;
    std::optional<std::uint64_t> stored_at_start_;
    std::optional<std::int64_t> first_paint_milliseconds_;
    std::optional<std::int64_t> first_row_milliseconds_;
    std::uint64_t memory_at_start_ = 0;
    bool note_queued_ = false;
};

} // namespace ui::frame
