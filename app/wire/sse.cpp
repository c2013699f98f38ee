// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/sse.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace wire {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

base::Fault passed(const char* limit) {
    return base::Fault{base::FaultCode::too_large, std::string("a server-sent event passes the limit of ") + limit, {}};
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

base::Done SseParser::feed(std::string_view bytes, std::vector<SseFrame>& into) {
    while (!bom_settled_ && !bytes.empty()) {
        if (bytes.front() != byte_order_mark[bom_bytes_]) {
            // No byte order mark after all: what was held of it is text.
            line_.assign(byte_order_mark.substr(0, bom_bytes_));
            bom_settled_ = true;
            break;
        }
        bytes.remove_prefix(1);
        bom_settled_ = ++bom_bytes_ == byte_order_mark.size();
    }
    while (!bytes.empty()) {
        if (std::exchange(after_cr_, false) && bytes.front() == '\n') {
            bytes.remove_prefix(1);
            continue;
        }
        const std::size_t end = std::min(bytes.find('\n'), bytes.substr(0, bytes.find('\n')).find('\r'));
        const std::string_view part = bytes.substr(0, end);
        if (line_.size() + part.size() > limits_.line_bytes) {
            return passed("one line");
        }
        if (end == std::string_view::npos) {
            line_.append(part);
            return {};
        }
        after_cr_ = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        if (line_.empty()) {
            REEVE_TRY(take_line(part, into));
            continue;
        }
        line_.append(part);
        REEVE_TRY(take_line(line_, into));
        line_.clear();
    }
    return {};
}

void SseParser::reset() {
    *this = SseParser(limits_);
}

base::Done SseParser::take_line(std::string_view line, std::vector<SseFrame>& into) {
    if (line.empty()) {
        dispatch(into);
        return {};
    }
    const std::size_t colon = line.find(':');
    std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (value.starts_with(' ')) {
        value.remove_prefix(1);
    }
    if (colon == 0) {
        into.push_back(SseFrame{SseFrame::Kind::comment, id_, {}, std::string(value)});
        return {};
    }
    return take_field(line.substr(0, colon), value);
}

base::Done SseParser::take_field(std::string_view name, std::string_view value) {
    if (name == "data") {
        if (data_.size() + value.size() + 1 > limits_.data_bytes) {
            return passed("its data");
        }
        if (std::exchange(has_data_, true)) {
            data_.push_back('\n');
        }
        data_.append(value);
    } else if (name == "id") {
        if (value.size() > limits_.id_bytes) {
            return passed("its id");
        }
        if (value.find('\0') == std::string_view::npos) {
            id_ = value;
        }
    } else if (name == "event") {
        if (value.size() > limits_.id_bytes) {
            return passed("its name");
        }
        name_ = value;
    } else if (name == "retry" && all_digits(value)) {
        std::from_chars(value.data(), value.data() + value.size(), retry_milliseconds_);
    }
    return {};
}

void SseParser::dispatch(std::vector<SseFrame>& into) {
    if (std::exchange(has_data_, false)) {
        into.push_back(SseFrame{SseFrame::Kind::event, id_, std::move(name_), std::move(data_)});
    }
    data_.clear();
    name_.clear();
}

void SseWriter::append_event(std::string_view id, std::string_view data, std::string& out) {
    out.append("id: ").append(id).push_back('\n');
    // The next of each, looked for anew only when it is passed: data without lines is looked through twice, whole.
    std::size_t feed = data.find('\n');
    std::size_t carriage = data.find('\r');
    for (std::size_t at = 0;;) {
        const std::size_t end = std::min(feed, carriage);
        out.append("data: ").append(data.substr(at, end - at)).push_back('\n');
        if (end == std::string_view::npos) {
            break;
        }
        at = end + (end == carriage && feed == end + 1 ? 2 : 1);
        feed = feed < at ? data.find('\n', at) : feed;
        carriage = carriage < at ? data.find('\r', at) : carriage;
    }
    out.push_back('\n');
}

void SseWriter::append_comment(std::string_view text, std::string& out) {
    out.append(": ");
    std::transform(text.begin(), text.end(), std::back_inserter(out),
                   [](char c) { return c == '\n' || c == '\r' ? ' ' : c; });
    out.push_back('\n');
}

} // namespace wire
