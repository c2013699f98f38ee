// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/ctl/interrupt.h"
#include "app/ports/reply.h"

#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace ctl {

/// Runs the event loop until `ready` answers true (asked every 50 ms and after `wake` ends the loop), the time is over
/// or somebody interrupts. Faults: timed_out, cancelled.
[[nodiscard]] base::Done wait_until(const std::function<bool()>& ready, std::chrono::milliseconds patience,
                                    Interrupt& interrupt);

/// Asks through a port and waits for the answer. Faults: timed_out, cancelled, and those of the answer.
template <class T>
[[nodiscard]] base::Result<T> wait_for(const std::function<void(ports::Reply<T>)>& ask,
                                       std::chrono::milliseconds patience, Interrupt& interrupt) {
    QObject context;
    std::optional<base::Result<T>> answer;
    ask(ports::Reply<T>(&context, [&answer](base::Result<T> given) { answer = std::move(given); }));
    REEVE_TRY(wait_until([&answer] { return answer.has_value(); }, patience, interrupt));
    return *std::move(answer);
}

} // namespace ctl
