// SPDX-License-Identifier: GPL-3.0-or-later
//
// The framing of server-sent events against anything: however the bytes are cut into pieces, the frames are the same;
// limits hold; what the writer writes is read as it was.
#include "app/wire/sse.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

constexpr wire::SseLimits limits{64, 128, 16};

struct Read {
    std::vector<wire::SseFrame> frames;
    bool well = true;
};

/// Feeds the stream in pieces of `size` bytes.
Read read(std::string_view stream, std::size_t size) {
    Read result;
    wire::SseParser parser(limits);
    for (std::size_t at = 0; at < stream.size() && result.well; at += size) {
        result.well = parser.feed(stream.substr(at, size), result.frames).ok();
        require(parser.held_bytes() <= limits.line_bytes + limits.data_bytes);
    }
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t piece = size == 0 ? 1 : 1 + data[0] % 17U;
    const Read whole = read(text, std::max<std::size_t>(size, 1));
    const Read bytes = read(text, 1);
    const Read pieces = read(text, piece);
    // A line that is too long is noticed at different bytes, but never after another frame.
    require(whole.well == bytes.well && whole.well == pieces.well);
    require(whole.frames == bytes.frames && whole.frames == pieces.frames);

    std::string stream;
    wire::SseWriter::append_event("7", text, stream);
    wire::SseParser parser;
    std::vector<wire::SseFrame> frames;
    require(parser.feed(stream, frames).ok() && frames.size() == 1 && frames[0].id == "7");
    if (text.find('\r') == std::string_view::npos) {
        require(frames[0].data == text);
    }
    return 0;
}
