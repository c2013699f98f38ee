// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace ctl {

/// SIGINT and SIGTERM as a question (for loops) and as a signal (for event loops). A second one ends the program at
/// once, as without us. One object for each program.
class Interrupt final : public QObject {
    Q_OBJECT
public:
    Interrupt();
    ~Interrupt() override;

    [[nodiscard]] static bool asked();

Q_SIGNALS:
    void came();

private:
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace ctl
