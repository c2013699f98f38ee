// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stream/reading.h"

#include "app/wire/event_codec.h"

#include <QFile>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace stream {

using base::Fault;
using base::FaultCode;

namespace {

constexpr std::size_t bytes_at_once = 1024 * 1024;
constexpr std::size_t kept_of_long_line = 4096;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A file of JSON Lines, read in pieces.
class LineReading final : public Reading {
public:
    explicit LineReading(std::unique_ptr<QFile> file)
        : file_(std::move(file)) {}

    [[nodiscard]] base::Result<std::vector<Dated>> next(std::size_t most) override;

private:
    [[nodiscard]] base::Done read_piece();
    void take_line(std::string_view line, std::vector<Dated>& into);
    void take_long_line(std::string_view part, std::vector<Dated>& into);
    [[nodiscard]] bool take_lines(std::size_t most, std::vector<Dated>& into, std::size_t& bytes);
    [[nodiscard]] Dated dated(std::string_view line);

    std::unique_ptr<QFile> file_;
    wire::Decoder decoder_;
    std::vector<wire::Item> items_;
    std::string held_;      ///< read, not yet taken
    std::size_t taken_ = 0; ///< of held_
    std::uint64_t line_number_ = 0;
    bool skipping_ = false; ///< inside of a line that is too long
    bool at_end_ = false;
    bool first_ = true;
};

base::Result<std::vector<Dated>> LineReading::next(std::size_t most) {
    std::vector<Dated> found;
    std::size_t bytes = 0;
    while (take_lines(std::max<std::size_t>(most, 1), found, bytes)) {
        if (at_end_) {
            // The last line needs no line feed.
            if (taken_ < held_.size() || skipping_) {
                take_line(std::string_view(held_).substr(taken_), found);
                taken_ = held_.size();
            }
            return found;
        }
        if (const base::Done read = read_piece(); !read) {
            at_end_ = true;
            held_.clear();
            taken_ = 0;
            return read.fault();
        }
    }
    return found;
}

base::Done LineReading::read_piece() {
    held_.erase(0, std::exchange(taken_, 0));
    const std::size_t before = held_.size();
    held_.resize(before + 256 * 1024);
    const qint64 count = file_->read(held_.data() + before, 256 * 1024);
    held_.resize(before + static_cast<std::size_t>(std::max<qint64>(count, 0)));
    if (count < 0) {
        return Fault{FaultCode::unreadable, "the file cannot be read on: " + file_->errorString().toStdString(),
                     "line " + std::to_string(line_number_ + 1)};
    }
    at_end_ = count == 0;
    if (std::exchange(first_, false) && held_.starts_with(byte_order_mark)) {
        taken_ = byte_order_mark.size();
    }
    return {};
}

/// Takes whole lines of what is held. True when more has to be read.
bool LineReading::take_lines(std::size_t most, std::vector<Dated>& into, std::size_t& bytes) {
    while (into.size() < most && bytes < bytes_at_once) {
        const std::size_t end = held_.find('\n', taken_);
        if (end == std::string::npos) {
            if (held_.size() - taken_ > wire::max_batch_bytes) {
                take_long_line(std::string_view(held_).substr(taken_), into);
                taken_ = held_.size();
            }
            return true;
        }
        bytes += end - taken_;
        take_line(std::string_view(held_).substr(taken_, end - taken_), into);
        taken_ = end + 1;
    }
    return false;
}

void LineReading::take_line(std::string_view line, std::vector<Dated>& into) {
    ++line_number_;
    if (std::exchange(skipping_, false)) {
        return; // the end of a line that was given out as too long
    }
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    if (line.find_first_not_of(" \t") != std::string_view::npos) {
        into.push_back(dated(line));
    }
}

void LineReading::take_long_line(std::string_view part, std::vector<Dated>& into) {
    if (!std::exchange(skipping_, true)) {
        uplink::Frame frame;
        frame.bytes = part.substr(0, kept_of_long_line);
        frame.fault = Fault{FaultCode::too_large, "a line is longer than 16 MiB; its beginning is kept",
                            "line " + std::to_string(line_number_ + 1)};
        into.push_back({std::move(frame), std::nullopt});
    }
}

Dated LineReading::dated(std::string_view line) {
    Dated made;
    made.frame.bytes = line;
    items_.clear();
    if (!decoder_.decode_frame(line, items_)) {
        return made; // the recorder finds out why, and keeps it
    }
    for (const wire::Item& item : items_) {
        if (const auto* event = std::get_if<domain::Event>(&item)) {
            made.frame.sequence = event->sequence;
            made.time = made.time ? made.time : std::optional(event->time);
        } else if (const auto& refusal = std::get<wire::Refusal>(item); refusal.sequence) {
            made.frame.sequence = *refusal.sequence;
        }
    }
    return made;
}

} // namespace

base::Result<std::unique_ptr<Reading>> read_lines(const std::filesystem::path& file) {
    auto device = std::make_unique<QFile>(QString::fromStdString(file.string()));
    if (!device->exists()) {
        return Fault{FaultCode::not_found, "there is no such file", file.string()};
    }
    if (!device->open(QIODevice::ReadOnly)) {
        return Fault{FaultCode::unreadable, "the file cannot be opened: " + device->errorString().toStdString(),
                     file.string()};
    }
    return std::unique_ptr<Reading>(std::make_unique<LineReading>(std::move(device)));
}

} // namespace stream
