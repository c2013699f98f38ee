// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"
#include "app/link/feed_session.h"

#include <algorithm>
#include <utility>

// How a session is supervised, and what follows when its connection is lost.

namespace uplink {

using base::Fault;
using base::FaultCode;

void FeedLink::Session::lose(Fault fault) {
    const bool lived = answered_ && scheduler_.elapsed() - opened_ >= settings_.stale_after;
    if (lived) {
        backoff_.reset();
    }
    const long long asked = std::max(asked_pause_ms_, reader_.retry_milliseconds());
    const Milliseconds wish = std::min(Milliseconds(std::max(asked, 0LL)), settings_.last_retry);
    wait(LinkState::waiting, std::move(fault), std::max(backoff_.next(scheduler_.chance()), wish));
}

void FeedLink::Session::refuse(Fault fault) {
    // A person has to do something first; still tried now and then, because it may be done at the other end.
    wait(LinkState::refused, std::move(fault), settings_.last_retry);
}

void FeedLink::Session::wait(LinkState state, Fault fault, Milliseconds pause) {
    qCDebug(base::log_link, "feed lost (%s), next attempt in %lld ms", base::name_of(fault.code),
            static_cast<long long>(pause.count()));
    health_.reconnects += answered_ ? 1 : 0;
    answered_ = false;
    drop_reply();
    health_.fault = std::move(fault);
    health_.retry_at = clock_.now() + pause;
    retry_ = scheduler_.after(pause, [this] { open(); });
    become(state);
}

void FeedLink::Session::note_bytes(std::size_t count) {
    last_byte_ = scheduler_.elapsed();
    health_.last_byte = clock_.now();
    health_.bytes += count;
    if (health_.state != LinkState::live) {
        health_.fault.reset();
        become(LinkState::live);
        if (reply_ != nullptr) { // nobody stopped us for it
            supervise();
        }
    }
}

void FeedLink::Session::supervise() {
    const auto silence = scheduler_.elapsed() - last_byte_;
    Milliseconds next = settings_.stale_after;
    if (!answered_) {
        if (silence >= settings_.connect_within && status() != 0) {
            judge_answer(status());
            return;
        }
        if (silence >= settings_.connect_within) {
            lose(Fault{
                guard_->encrypted() ? FaultCode::timed_out : FaultCode::unreachable, "the gateway did not answer", {}});
            return;
        }
        next = settings_.connect_within;
    } else if (!health_.paused) {
        if (silence >= settings_.abandon_after) {
            lose(Fault{FaultCode::timed_out, "the feed fell silent, not even a heartbeat came", {}});
            return;
        }
        if (silence >= settings_.stale_after) {
            next = settings_.abandon_after;
            if (health_.state == LinkState::live) {
                become(LinkState::stale);
            }
        }
        next -= std::chrono::duration_cast<Milliseconds>(silence);
    }
    supervision_ = scheduler_.after(std::max(next, Milliseconds(1)), [this] { supervise(); });
}

void FeedLink::Session::become(LinkState state) {
    health_.state = state;
    if (state != LinkState::waiting && state != LinkState::refused) {
        health_.retry_at.reset();
        retry_.reset();
    }
    tell();
}

void FeedLink::Session::tell() {
    Q_EMIT owner_.health_changed(health());
}

} // namespace uplink
