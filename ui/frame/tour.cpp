// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/tour.h"

#include "app/text/fill.h"
#include "ui/frame/main_window.h"
#include "ui/frame/tour_steps.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTimer>

#include <utility>

namespace ui::frame {

namespace {
constexpr int look_milliseconds = 40;
}

struct Tour::Parts {
    Parts(MainWindow& shown, TourOptions given)
        : window(shown)
        , options(std::move(given))
        , plan(shown, QString::fromStdString(options.passphrase)) {}

    void say(const QString& line) const {
        if (options.say) {
            options.say(line);
        }
    }
    /// The path of the picture, empty when it could not be written.
    QString take_picture(const QString& name) {
        const QString file = text::fill(QStringLiteral("%1-%2.png"),
                                        {QString::number(++pictures).rightJustified(2, QLatin1Char('0')), name});
        const QString path = QDir(options.folder).filePath(file);
        return picture_of(window).save(path) ? path : QString();
    }

    MainWindow& window;
    TourOptions options;
    TourPlan plan;
    QTimer timer;
    QElapsedTimer waiting;
    int pictures = 0;
    bool begun = false;
    bool seen_before = false;
};

Tour::Tour(MainWindow& window, TourOptions options, QObject* parent)
    : QObject(parent)
    , parts_(std::make_unique<Parts>(window, std::move(options))) {
    parts_->timer.setInterval(look_milliseconds);
    connect(&parts_->timer, &QTimer::timeout, this, &Tour::look);
}

Tour::~Tour() = default;

void Tour::start() {
    if (!QDir().mkpath(parts_->options.folder)) {
        parts_->say(QStringLiteral("The folder for the pictures cannot be made. Name one that you may write to."));
        end(false);
        return;
    }
    parts_->timer.start();
}

void Tour::look() {
    auto& steps = parts_->plan.steps();
    if (steps.empty()) {
        end(true);
        return;
    }
    const TourStep& step = steps.front();
    if (!parts_->begun) {
        parts_->begun = true;
        parts_->waiting.start();
        step.begin();
        return;
    }
    const bool seen = step.seen();
    if (seen && parts_->seen_before) {
        pass();
        return;
    }
    parts_->seen_before = seen; // what came just now is laid out before its picture is taken
    if (!seen && parts_->waiting.hasExpired(parts_->options.patience.count())) {
        parts_->say(text::fill(QStringLiteral("NOT SEEN in time: %1. See %2."),
                               {step.name, parts_->take_picture(QStringLiteral("not-seen"))}));
        end(false);
    }
}

void Tour::pass() {
    const TourStep step = parts_->plan.steps().front();
    QString line = step.name + QStringLiteral(": ") + step.saw();
    if (!step.picture.isEmpty()) {
        const QString path = parts_->take_picture(step.picture);
        if (path.isEmpty()) {
            parts_->say(QStringLiteral("A picture cannot be written. Name a folder that you may write to."));
            end(false);
            return;
        }
        line += QStringLiteral(" -> ") + path;
    }
    parts_->say(line);
    parts_->plan.steps().pop_front();
    parts_->begun = parts_->seen_before = false;
}

void Tour::end(bool seen) {
    parts_->timer.stop();
    Q_EMIT finished(seen);
}

} // namespace ui::frame
