// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/event.h"
#include "app/wire/event_codec.h"

#include <functional>
#include <string>
#include <vector>

namespace sandbox {

class Book;

/// Where events are made: gives them identity, sequence and time, enters them into the book, and collects them until
/// they are committed as one group. Used under the platform's lock.
class Press {
public:
    /// Makes a group durable and visible; the first argument is the sequence of the first event.
    using Sink = std::function<base::Done(std::uint64_t first, const std::vector<std::string>& events)>;

    Press(domain::SourceId source, Book& book, const base::Clock& clock, Sink sink);

    void emit(domain::EventType type, domain::Payload payload);
    /// The same with the message of another protocol that it was made from.
    void emit(domain::EventType type, domain::Payload payload, const std::optional<wire::Upstream>& upstream);
    /// An event made elsewhere (the fast path), as JSON with next_sequence() in it; nothing is entered into the book.
    void emit_ready(std::string event);
    [[nodiscard]] std::uint64_t next_sequence() const { return next_; }
    [[nodiscard]] const domain::SourceId& source() const { return source_; }
    [[nodiscard]] const base::Clock& clock() const { return clock_; }

    /// Faults: those of the sink; the group is kept and nothing more should be emitted.
    [[nodiscard]] base::Done commit();
    [[nodiscard]] std::size_t pending_bytes() const { return pending_bytes_; }
    /// After a restart: continues behind the last sequence of the log.
    void continue_behind(std::uint64_t last) { next_ = first_pending_ = last + 1; }

private:
    domain::SourceId source_;
    Book& book_;
    const base::Clock& clock_;
    Sink sink_;
    std::uint64_t next_ = 1;
    std::uint64_t first_pending_ = 1;
    std::vector<std::string> pending_;
    std::size_t pending_bytes_ = 0;
};

} // namespace sandbox
