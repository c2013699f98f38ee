// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/waiting.h"

namespace ctl {

namespace {

constexpr std::chrono::milliseconds question_interval{50};

} // namespace

base::Done wait_until(const std::function<bool()>& ready, std::chrono::milliseconds patience, Interrupt& interrupt) {
    QEventLoop loop;
    bool over = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, [&] {
        over = true;
        loop.quit();
    });
    limit.start(patience);
    QTimer question;
    QObject::connect(&question, &QTimer::timeout, &loop, [&] {
        if (ready()) {
            loop.quit();
        }
    });
    question.start(question_interval);
    QObject::connect(&interrupt, &Interrupt::came, &loop, &QEventLoop::quit);
    if (!ready() && !Interrupt::asked()) {
        loop.exec();
    }
    if (ready()) {
        return {};
    }
    if (over) {
        return base::Fault{base::FaultCode::timed_out, "no answer in time", {}};
    }
    return base::Fault{base::FaultCode::cancelled, "interrupted", {}};
}

} // namespace ctl
