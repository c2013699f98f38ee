// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/interrupt.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>

namespace ctl {

namespace {

std::atomic<bool> was_asked = false;
std::array<int, 2> wake_pipe{-1, -1};

extern "C" void on_signal(int /*number*/) {
    was_asked = true;
    const char byte = 1;
    // Nothing can be done in a signal handler when the pipe is full; then a byte is there already.
    static_cast<void>(!::write(wake_pipe[1], &byte, 1));
}

} // namespace

Interrupt::Interrupt() {
    if (::pipe2(wake_pipe.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        notifier_ = std::make_unique<QSocketNotifier>(wake_pipe[0], QSocketNotifier::Read);
        connect(notifier_.get(), &QSocketNotifier::activated, this, [this] {
            notifier_->setEnabled(false);
            Q_EMIT came();
        });
    }
    struct sigaction action {};
    action.sa_handler = on_signal;
    // The second signal finds the default again and ends the program.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of write(), told as such
}

Interrupt::~Interrupt() {
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    notifier_.reset();
    ::close(wake_pipe[0]);
    ::close(wake_pipe[1]);
}

bool Interrupt::asked() {
    return was_asked;
}

} // namespace ctl
