// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"
#include "app/domain/money.h"
#include "app/json/value.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace ctl {

/// Text from outside as a terminal may show it: hidden characters and escape sequences as tokens (app/text), one line,
/// without the isolates that terminals do not know.
[[nodiscard]] std::string shown(std::string_view untrusted);
/// The same for several lines.
[[nodiscard]] std::string shown_lines(std::string_view untrusted);
/// "GBP 1,234.50", exact.
[[nodiscard]] std::string shown(const domain::Money& amount);
/// "1,234".
[[nodiscard]] std::string shown_number(std::uint64_t value);
/// "1 row", "1,234 rows".
[[nodiscard]] std::string counted(std::uint64_t count, const std::string& thing);

[[nodiscard]] json::Value value_of(const domain::Money& amount);

/// Standard output and standard error of the program.
class Terminal {
public:
    Terminal(bool json, bool quiet);

    [[nodiscard]] bool json() const { return json_; }
    /// A line of the answer; only without --json.
    void say(std::string_view line);
    /// A line of the answer; only with --json.
    void give(const json::Value& value);
    /// Raw bytes of the answer, in any case.
    void write(std::string_view bytes);
    /// A remark on standard error; not with --quiet or --json.
    void remark(std::string_view line);
    /// A fault on standard error, in one sentence that says what to do, or as JSON.
    void complain(const base::Fault& fault);
    /// Progress on standard error, where that is a terminal, at most ten times a second. `total` 0: not known.
    void progress(std::string_view what, std::uint64_t done, std::uint64_t total);
    void end_progress();
    /// True when standard output cannot be written any more (a closed pipe).
    [[nodiscard]] bool broken() const { return broken_; }
    /// Writes out what is buffered; false when it did not all go out.
    bool flush();

private:
    bool json_;
    bool progress_wanted_;
    bool quiet_;
    bool progress_shown_ = false;
    bool broken_ = false;
    std::chrono::steady_clock::time_point last_progress_{};
};

} // namespace ctl
