// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/mapping/encoding.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mapping {

/// What the separator, the letters and the bounds of a CSV file are.
struct CsvRules {
    char delimiter = ',';
    Encoding encoding = Encoding::utf_8;                  ///< of the file; fields come out in UTF-8
    std::size_t max_field_bytes = std::size_t{1} << 20U;  ///< 1 MiB
    std::size_t max_record_bytes = std::size_t{4} << 20U; ///< 4 MiB
    std::size_t max_fields = 4096;
};

/// One record. `row` counts records from 1, the header included, as a spreadsheet shows them; `line` counts physical
/// lines from 1 (a quoted field may span several); `offset` is the byte of the file where the record begins.
struct CsvRow {
    std::uint64_t row = 0;
    std::uint64_t line = 0;
    std::uint64_t offset = 0;
    std::vector<std::string> fields; ///< unquoted, in UTF-8; of a bad record, as far as it was read
    std::string raw;                 ///< the bytes of the record without its line end, cut at max_record_bytes
    /// Why the record must not be used: malformed (stray quote, text behind a closing quote, bytes that are no letters,
    /// NUL byte, file ends inside quotes) or too_large. `where` names row, line and field.
    std::optional<base::Fault> fault;
};

/// A strict, incremental reader of RFC 4180 with its usual widenings: LF and CR as well as CRLF, a UTF-8 byte order
/// mark, any one-byte delimiter. Push form: bytes go in as they come, whole records come out, so memory is bounded by
/// one record. A bad record never stops the reading: it comes out with its first fault and the next one starts behind
/// its line end. Only a quote that never closes takes the rest of the file with it, and says in which line it opened.
class CsvReader {
public:
    explicit CsvReader(CsvRules rules = {});

    /// Takes the next bytes and appends the records that are complete now.
    void feed(std::string_view bytes, std::vector<CsvRow>& out);
    /// The file has ended: appends the last record, if one is open.
    void finish(std::vector<CsvRow>& out);

private:
    enum class State { start_of_field, unquoted, quoted, quote_in_quoted };

    std::size_t skip_mark(std::string_view bytes, std::vector<CsvRow>& out);
    void consume(std::string_view bytes, std::vector<CsvRow>& out);
    std::size_t take_plain_run(std::string_view bytes);
    void take(char byte, std::vector<CsvRow>& out);
    void take_outside_quotes(char byte, std::vector<CsvRow>& out);
    void take_behind_quote(char byte, std::vector<CsvRow>& out);
    void count_line_inside_quotes(char byte);
    void begin_record();
    void append(std::string_view bytes);
    void keep_raw(std::string_view bytes);
    void end_field();
    void read_letters();
    void end_record(std::vector<CsvRow>& out);
    void fail(base::FaultCode code, const std::string& detail);

    CsvRules rules_;
    std::array<bool, 256> special_{};
    State state_ = State::start_of_field;
    CsvRow open_;
    std::string field_;
    bool in_record_ = false;
    bool after_cr_ = false;         ///< an LF now belongs to the line end before it
    bool cr_inside_quotes_ = false; ///< the same for counting lines
    std::uint64_t consumed_ = 0;    ///< bytes of the file before the current one
    std::uint64_t next_row_ = 1;
    std::uint64_t line_ = 1;
    std::uint64_t quote_line_ = 0; ///< where the open quote stands
    std::size_t mark_bytes_ = 0;   ///< of a leading byte order mark, matched so far
    bool mark_settled_ = false;
};

} // namespace mapping
