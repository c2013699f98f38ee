// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/diagnostics.h"

#include "ui/frame/main_window.h"
#include "ui/live/live_view.h"

#include <QEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace ui::frame {

namespace {

constexpr int frame_milliseconds = 16;
constexpr int writing_milliseconds = 5000;
constexpr std::int64_t long_gap_milliseconds = 100;
constexpr std::size_t most_samples = 1'000'000;

/// A line of /proc/self/status in bytes; 0 where there is none (another system).
std::uint64_t memory(const char* name) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(name)) {
            return line.simplified().split(' ').value(1).toULongLong() * 1024;
        }
    }
    return 0;
}

/// The nearest-rank percentiles that people compare.
QJsonObject percentiles(std::vector<std::int64_t> samples) {
    QJsonObject made{{QStringLiteral("count"), static_cast<qint64>(samples.size())}};
    if (samples.empty()) {
        return made;
    }
    std::sort(samples.begin(), samples.end());
    const std::pair<const char*, double> ranks[] = {{"p50", 0.5}, {"p95", 0.95}, {"p99", 0.99}, {"max", 1.0}};
    for (const auto& [name, share] : ranks) {
        const auto rank = static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1) + 0.5);
        made.insert(QLatin1String(name), static_cast<qint64>(samples[rank]));
    }
    return made;
}

QJsonValue number(const std::optional<std::int64_t>& value) {
    return value ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue();
}

} // namespace

Diagnostics::Diagnostics(MainWindow& window, ports::Newsroom& newsroom, const base::Clock& clock, QString file,
                         std::chrono::steady_clock::time_point started)
    : window_(window)
    , clock_(clock)
    , file_(std::move(file))
    , started_(started)
    , memory_at_start_(memory("VmRSS:")) {
    newsroom.follow({this, [this](const auto& batch) { received_ += batch->rows.size(); }});
    connect(&window_.live_view().model(), &models::feed::FeedModel::shown, this,
            [this](quint64 rows, base::Instant read) {
                if (live_is_seen()) {
                    pending_.push_back({rows, read});
                }
            });
    const auto* table = window_.live_view().findChild<QTableView*>();
    table->viewport()->installEventFilter(this);
    window_.installEventFilter(this);
    frames_.setTimerType(Qt::PreciseTimer);
    frames_.setInterval(frame_milliseconds);
    connect(&frames_, &QTimer::timeout, this, &Diagnostics::note_frame);
    frames_.start();
    writing_.setInterval(writing_milliseconds);
    connect(&writing_, &QTimer::timeout, this, [this] { static_cast<void>(write()); });
    writing_.start();
}

Diagnostics::~Diagnostics() = default;

bool Diagnostics::live_is_seen() const {
    return window_.live_view().isVisible();
}

/// A paint is going to happen; what the loop does next happens after it.
bool Diagnostics::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint && !std::exchange(note_queued_, true)) {
        QMetaObject::invokeMethod(this, &Diagnostics::note_painted, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void Diagnostics::note_painted() {
    note_queued_ = false;
    const auto since_start =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started_).count();
    if (!first_paint_milliseconds_) {
        first_paint_milliseconds_ = since_start;
    }
    if (!first_row_milliseconds_ && live_is_seen() && window_.live_view().model().rowCount() > 0) {
        first_row_milliseconds_ = since_start;
    }
    const base::Instant now = clock_.now();
    for (const Pending& pending : pending_) {
        painted_ += pending.rows;
        if (pending.read != base::Instant{} && to_painted_.size() < most_samples) {
            to_painted_.push_back((now - pending.read).count());
        }
    }
    pending_.clear();
}

void Diagnostics::note_frame() {
    if (since_frame_.isValid() && gaps_.size() < most_samples) {
        gaps_.push_back(since_frame_.nsecsElapsed() / 1000);
    }
    since_frame_.start();
    if (!stored_at_start_ && window_.health().stored > 0) {
        stored_at_start_ = window_.health().stored;
    }
}

QByteArray Diagnostics::json() const {
    const auto text = [](const char* name) { return QString(QLatin1String(name)); };
    const auto long_gaps =
        std::count_if(gaps_.begin(), gaps_.end(), [](std::int64_t gap) { return gap > long_gap_milliseconds * 1000; });
    QJsonObject frames = percentiles(gaps_);
    frames.insert(text("above_100_ms"), static_cast<qint64>(long_gaps));
    const QJsonObject made{
        {text("version"), QStringLiteral(REEVE_VERSION)},
        {text("events_received"), static_cast<qint64>(received_)},
        {text("events_painted"), static_cast<qint64>(painted_)},
        {text("entries_stored"), static_cast<qint64>(window_.health().stored)},
        {text("entries_stored_at_start"), static_cast<qint64>(stored_at_start_.value_or(0))},
        {text("rows_passed_by"), static_cast<qint64>(window_.live_view().model().passed_by())},
        {text("ingest_to_painted_us"), percentiles(to_painted_)},
        {text("frame_gaps_us"), frames},
        {text("memory_bytes"), QJsonObject{{text("at_start"), static_cast<qint64>(memory_at_start_)},
                                           {text("now"), static_cast<qint64>(memory("VmRSS:"))},
                                           {text("peak"), static_cast<qint64>(memory("VmHWM:"))}}},
        {text("start_up_ms"), QJsonObject{{text("first_paint"), number(first_paint_milliseconds_)},
                                          {text("first_row_painted"), number(first_row_milliseconds_)}}}};
    return QJsonDocument(made).toJson(QJsonDocument::Indented);
}

base::Done Diagnostics::write() const {
    QSaveFile file(file_);
    if (!file.open(QIODevice::WriteOnly) || file.write(json()) < 0 || !file.commit()) {
        return base::Fault{base::FaultCode::unreadable, file.errorString().toStdString(), file_.toStdString()};
    }
    return {};
}

} // namespace ui::frame
