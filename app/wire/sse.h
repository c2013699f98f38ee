// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wire {

/// One block of a server-sent event stream, at the blank line that ends it; or a comment, which proves that the
/// connection lives.
struct SseFrame {
    enum class Kind { event, comment };
    Kind kind = Kind::event;
    std::string id;   ///< last id seen, which stays in force until another is sent (the gateway's sequence, decimal)
    std::string name; ///< `event:` field; empty for plain messages
    std::string data; ///< `data:` lines joined by newlines; of a comment, its text without the first blank
    friend bool operator==(const SseFrame&, const SseFrame&) = default;
};

struct SseLimits {
    std::size_t line_bytes = 24 * 1024 * 1024; ///< one line, which may carry a whole batch
    std::size_t data_bytes = 24 * 1024 * 1024; ///< all data lines of one block
    std::size_t id_bytes = 64;
};

/// Takes a byte stream apart as the WHATWG HTML standard says (section 9.2.6, "Interpreting an event stream"): BOM,
/// LF, CR or CRLF, fields split at any byte, an unfinished last block is never dispatched. Knows nothing of JSON.
/// `retry:` is read and offered, fields with unknown names are skipped.
class SseParser {
public:
    explicit SseParser(SseLimits limits = {})
        : limits_(limits) {}

    /// Appends the frames that these bytes complete. Faults: too_large (a limit was passed; the connection is of no
    /// more use, reset() before the next). Frames that were complete before the fault have been appended.
    [[nodiscard]] base::Done feed(std::string_view bytes, std::vector<SseFrame>& into);

    /// Forgets everything, the last id as well: before a new connection.
    void reset();

    /// Bytes held of a block that is not complete yet.
    [[nodiscard]] std::size_t held_bytes() const { return line_.size() + data_.size(); }
    /// The server's wish for the pause before a reconnection, in milliseconds; -1: none.
    [[nodiscard]] long long retry_milliseconds() const { return retry_milliseconds_; }

private:
    [[nodiscard]] base::Done take_line(std::string_view line, std::vector<SseFrame>& into);
    [[nodiscard]] base::Done take_field(std::string_view name, std::string_view value);
    void dispatch(std::vector<SseFrame>& into);

    SseLimits limits_;
    std::string line_;
    std::string data_;
    std::string id_;
    std::string name_;
    long long retry_milliseconds_ = -1;
    std::size_t bom_bytes_ = 0; ///< how many bytes of the byte order mark were seen; settled once bom_settled_
    bool bom_settled_ = false;
    bool after_cr_ = false;
    bool has_data_ = false;
};

/// Writes a server-sent event stream.
class SseWriter {
public:
    /// One block: `id:` and `data:` (more than one data line where the data holds newlines). Appends to `out`.
    static void append_event(std::string_view id, std::string_view data, std::string& out);
    /// A comment line, e.g. ": heartbeat 2026-03-01T17:55:00.000000Z". Newlines in the text become blanks.
    static void append_comment(std::string_view text, std::string& out);
};

} // namespace wire
