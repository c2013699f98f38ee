// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QObject>

#include <functional>
#include <memory>
#include <utility>

namespace ports {

/// Runs calls on the thread of a context object for as long as that object lives. May be posted to from any thread;
/// a call that arrives after the context's death is dropped, never run.
class Mailbox {
public:
    /// To be made on the thread of `context`.
    explicit Mailbox(QObject* context);

    /// Queues the call. Calls of one posting thread keep their order.
    void post(std::function<void()> call) const;

private:
    struct Slot;
    std::shared_ptr<Slot> slot_;
};

/// Where an answer goes: a function that runs once, on the thread of the context object, and dies with it. Every
/// question through a port takes one, so that nothing ever blocks the thread that asked.
template <class T>
class Reply {
public:
    Reply(QObject* context, std::function<void(base::Result<T>)> then)
        : mailbox_(context)
        , then_(std::make_shared<std::function<void(base::Result<T>)>>(std::move(then))) {}

    void operator()(base::Result<T> answer) const {
        auto shared = std::make_shared<base::Result<T>>(std::move(answer));
        mailbox_.post([then = then_, shared] { (*then)(std::move(*shared)); });
    }

private:
    Mailbox mailbox_;
    std::shared_ptr<std::function<void(base::Result<T>)>> then_;
};

/// Where repeated news goes; the same rules as Reply. Values are immutable and shared, not copied.
template <class T>
class Subscription {
public:
    Subscription(QObject* context, std::function<void(const std::shared_ptr<const T>&)> then)
        : mailbox_(context)
        , then_(std::make_shared<std::function<void(const std::shared_ptr<const T>&)>>(std::move(then))) {}

    void operator()(std::shared_ptr<const T> news) const {
        mailbox_.post([then = then_, news = std::move(news)] { (*then)(news); });
    }

private:
    Mailbox mailbox_;
    std::shared_ptr<std::function<void(const std::shared_ptr<const T>&)>> then_;
};

} // namespace ports
