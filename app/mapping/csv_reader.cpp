// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/csv_reader.h"

#include "app/json/writer.h"

#include <algorithm>
#include <utility>

namespace mapping {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

CsvReader::CsvReader(CsvRules rules)
    : rules_(rules) {
    for (const char byte : {rules_.delimiter, '"', '\r', '\n', '\0'}) {
        special_[static_cast<unsigned char>(byte)] = true;
    }
}

void CsvReader::feed(std::string_view bytes, std::vector<CsvRow>& out) {
    if (!mark_settled_) {
        bytes.remove_prefix(skip_mark(bytes, out));
    }
    consume(bytes, out);
}

/// Swallows a byte order mark, even one that comes in pieces; what only began like one is given on.
std::size_t CsvReader::skip_mark(std::string_view bytes, std::vector<CsvRow>& out) {
    std::size_t used = 0;
    while (used < bytes.size() && mark_bytes_ < byte_order_mark.size() && bytes[used] == byte_order_mark[mark_bytes_]) {
        ++used;
        ++mark_bytes_;
    }
    if (mark_bytes_ == byte_order_mark.size()) {
        mark_settled_ = true;
        consumed_ = mark_bytes_;
    } else if (used < bytes.size()) {
        mark_settled_ = true;
        consume(byte_order_mark.substr(0, mark_bytes_), out);
    }
    return used;
}

void CsvReader::finish(std::vector<CsvRow>& out) {
    if (!mark_settled_ && mark_bytes_ > 0) {
        mark_settled_ = true;
        consume(byte_order_mark.substr(0, mark_bytes_), out);
    }
    if (!in_record_) {
        return;
    }
    if (state_ == State::quoted) {
        fail(base::FaultCode::malformed, "the quote opened in line " + std::to_string(quote_line_) +
                                             " never closes, so nothing behind it could be read");
    }
    end_field();
    end_record(out);
}

void CsvReader::consume(std::string_view bytes, std::vector<CsvRow>& out) {
    while (!bytes.empty()) {
        std::size_t used = 0;
        if (!after_cr_ || bytes.front() != '\n') {
            after_cr_ = false;
            used = take_plain_run(bytes);
            if (used == 0) {
                take(bytes.front(), out);
                used = 1;
            }
        } else {
            after_cr_ = false;
            used = 1;
        }
        consumed_ += used;
        bytes.remove_prefix(used);
    }
}

/// Bytes that need no decision are appended at once.
std::size_t CsvReader::take_plain_run(std::string_view bytes) {
    if (state_ == State::quote_in_quoted) {
        return 0;
    }
    const auto* end = std::find_if(bytes.begin(), bytes.end(),
                                   [this](char byte) { return special_[static_cast<unsigned char>(byte)]; });
    const auto run = static_cast<std::size_t>(end - bytes.begin());
    if (run == 0) {
        return 0;
    }
    begin_record();
    keep_raw(bytes.substr(0, run));
    append(bytes.substr(0, run));
    cr_inside_quotes_ = false;
    if (state_ == State::start_of_field) {
        state_ = State::unquoted;
    }
    return run;
}

void CsvReader::take(char byte, std::vector<CsvRow>& out) {
    begin_record();
    if (byte == '\0') {
        fail(base::FaultCode::malformed, "a NUL byte");
    }
    switch (state_) {
    case State::quoted:
        keep_raw({&byte, 1});
        count_line_inside_quotes(byte);
        if (byte == '"') {
            state_ = State::quote_in_quoted;
        } else {
            append({&byte, 1});
        }
        return;
    case State::quote_in_quoted: take_behind_quote(byte, out); return;
    case State::start_of_field:
        if (byte == '"') {
            keep_raw({&byte, 1});
            quote_line_ = line_;
            state_ = State::quoted;
            return;
        }
        take_outside_quotes(byte, out);
        return;
    case State::unquoted: take_outside_quotes(byte, out); return;
    }
}

void CsvReader::take_outside_quotes(char byte, std::vector<CsvRow>& out) {
    if (byte == '\r' || byte == '\n') {
        after_cr_ = byte == '\r';
        end_field();
        end_record(out);
        ++line_;
        return;
    }
    keep_raw({&byte, 1});
    if (byte == rules_.delimiter) {
        end_field();
        state_ = State::start_of_field;
        return;
    }
    if (byte == '"') {
        fail(base::FaultCode::malformed, "a quote inside a field that is not quoted");
    }
    append({&byte, 1});
    state_ = State::unquoted;
}

void CsvReader::take_behind_quote(char byte, std::vector<CsvRow>& out) {
    if (byte == '"') {
        keep_raw({&byte, 1});
        append({&byte, 1});
        state_ = State::quoted;
        return;
    }
    if (byte != rules_.delimiter && byte != '\r' && byte != '\n') {
        fail(base::FaultCode::malformed, "text behind a closing quote");
    }
    state_ = State::unquoted;
    take_outside_quotes(byte, out);
}

void CsvReader::count_line_inside_quotes(char byte) {
    if (byte == '\r' || (byte == '\n' && !cr_inside_quotes_)) {
        ++line_;
    }
    cr_inside_quotes_ = byte == '\r';
}

void CsvReader::begin_record() {
    if (in_record_) {
        return;
    }
    in_record_ = true;
    open_ = CsvRow{};
    open_.row = next_row_++;
    open_.line = line_;
    open_.offset = consumed_;
}

void CsvReader::append(std::string_view bytes) {
    if (field_.size() + bytes.size() > rules_.max_field_bytes) {
        fail(base::FaultCode::too_large, "a field of more than " + std::to_string(rules_.max_field_bytes) + " bytes");
    }
    if (field_.size() + bytes.size() <= rules_.max_field_bytes && open_.raw.size() < rules_.max_record_bytes) {
        field_ += bytes;
    }
}

void CsvReader::keep_raw(std::string_view bytes) {
    const std::size_t room = rules_.max_record_bytes - std::min(rules_.max_record_bytes, open_.raw.size());
    if (bytes.size() > room) {
        fail(base::FaultCode::too_large, "a record of more than " + std::to_string(rules_.max_record_bytes) + " bytes");
    }
    open_.raw += bytes.substr(0, room);
}

void CsvReader::end_field() {
    if (open_.fields.size() >= rules_.max_fields) {
        fail(base::FaultCode::too_large, "more than " + std::to_string(rules_.max_fields) + " fields");
        field_.clear();
        return;
    }
    read_letters();
    open_.fields.push_back(std::move(field_));
    field_.clear();
}

void CsvReader::read_letters() {
    if (open_.fault) {
        return;
    }
    switch (rules_.encoding) {
    case Encoding::utf_8:
        if (!json::is_utf8(field_)) {
            fail(base::FaultCode::malformed, "bytes that are not UTF-8");
        }
        return;
    case Encoding::windows_1252:
        if (auto read = from_windows_1252(field_)) {
            field_ = *std::move(read);
        } else {
            fail(base::FaultCode::malformed, "bytes that are no letters in Windows-1252");
        }
        return;
    }
}

void CsvReader::end_record(std::vector<CsvRow>& out) {
    state_ = State::start_of_field;
    in_record_ = false;
    cr_inside_quotes_ = false;
    out.push_back(std::move(open_));
    open_ = CsvRow{};
}

void CsvReader::fail(base::FaultCode code, const std::string& detail) {
    if (!open_.fault) {
        open_.fault = base::Fault{code, detail,
                                  "row " + std::to_string(open_.row) + ", line " + std::to_string(line_) + ", field " +
                                      std::to_string(open_.fields.size() + 1)};
    }
}

} // namespace mapping
