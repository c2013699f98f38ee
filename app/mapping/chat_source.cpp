// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/run_mapper.h"
#include "app/mapping/source.h"
#include "app/mapping/text_tools.h"

#include <QIODevice>

#include <utility>

namespace mapping {

namespace {

constexpr std::size_t max_line_bytes = std::size_t{16} << 20U;

/// Takes JSON lines apart: one run a line, LF or CRLF; lines without content are no runs.
class ChatSource final : public DeviceReader {
public:
    ChatSource(std::unique_ptr<QIODevice> device, const ChatMapping& mapping, Emitter emitter)
        : DeviceReader(std::move(device), std::move(emitter))
        , mapper_(mapping, this->emitter()) {}

private:
    void take(std::string_view bytes) override {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            keep(bytes.substr(0, end));
            if (end == std::string_view::npos) {
                return;
            }
            end_line();
            bytes.remove_prefix(end + 1);
        }
    }

    void end() override {
        if (length_ > 0) {
            end_line();
        }
        mapper_.finish();
    }

    void keep(std::string_view bytes) {
        length_ += bytes.size();
        line_ += bytes.substr(0, max_line_bytes - std::min(max_line_bytes, line_.size()));
    }

    void end_line() {
        ++number_;
        const std::uint64_t begin = offset_;
        offset_ += length_ + 1;
        const bool whole = length_ <= max_line_bytes;
        length_ = 0;
        std::string line = std::exchange(line_, {});
        if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) {
            line.erase(0, 3);
        }
        const std::string_view content = trimmed(line);
        if (content.empty()) {
            return;
        }
        const Place place{++run_, number_, begin, {}};
        if (whole) {
            mapper_.take(place, content);
        } else {
            mapper_.refuse(place, {base::FaultCode::too_large, "a run of more than 16 MiB", describe(place)},
                           std::move(line));
        }
    }

    RunMapper mapper_;
    std::string line_;
    std::uint64_t length_ = 0; ///< of the open line, with what was not kept
    std::uint64_t offset_ = 0;
    std::uint64_t number_ = 0;
    std::uint64_t run_ = 0;
};

} // namespace

Opened open_chat(std::unique_ptr<QIODevice> device, const ChatMapping& mapping, Emitter emitter) {
    return std::unique_ptr<Reader>(std::make_unique<ChatSource>(std::move(device), mapping, std::move(emitter)));
}

} // namespace mapping
