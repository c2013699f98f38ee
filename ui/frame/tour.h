// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace ui::frame {

class MainWindow;

struct TourOptions {
    QString folder;                             ///< for the numbered PNG files; is made when missing
    std::string passphrase;                     ///< for the key: made on first use, else opened with it
    std::chrono::milliseconds patience{60'000}; ///< for one step; then the tour fails and says at which
    std::function<void(const QString&)> say;    ///< one line for each step: what it saw
};

/// Plays a fixed shift against the real window and takes pictures: live rows, the inbox, the worst case, a rejection
/// with reason and note up to the receipt, an approval, one stopped agent. Each step waits for what must be on the
/// screen, never for time.
class Tour final : public QObject {
    Q_OBJECT
public:
    Tour(MainWindow& window, TourOptions options, QObject* parent = nullptr);
    ~Tour() override;

    void start();

Q_SIGNALS:
    /// `seen`: every step saw what it waited for.
    void finished(bool seen);

private:
    void look();
    void pass();
    void end(bool seen);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace ui::frame
