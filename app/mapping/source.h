// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/emitter.h"
#include "app/mapping/reader.h"

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

namespace mapping {

/// What both kinds of readers share: the device, read in blocks, the items that wait, the wish to end.
class DeviceReader : public Reader {
public:
    DeviceReader(std::unique_ptr<QIODevice> device, Emitter emitter);
    ~DeviceReader() override;

    [[nodiscard]] base::Result<std::vector<Item>> next(std::size_t most) override;
    [[nodiscard]] Progress progress() const override;
    [[nodiscard]] Summary summary() const override { return emitter_.summary(); }
    [[nodiscard]] const domain::SourceId& source() const override { return emitter_.source(); }
    void cancel() override { cancelled_ = true; }

protected:
    /// Takes bytes of the input; items go to the emitter.
    virtual void take(std::string_view bytes) = 0;
    /// The input has ended.
    virtual void end() = 0;

    /// Reads the next block and gives it to take(), or calls end(). Faults: unreadable, cancelled.
    [[nodiscard]] base::Done read_block();
    [[nodiscard]] bool ended() const { return ended_; }
    Emitter& emitter() { return emitter_; }

private:
    std::unique_ptr<QIODevice> device_;
    Emitter emitter_;
    std::uint64_t bytes_read_ = 0;
    std::uint64_t bytes_total_ = 0;
    bool ended_ = false;
    std::atomic<bool> cancelled_ = false;
};

using Opened = base::Result<std::unique_ptr<Reader>>;
[[nodiscard]] Opened open_csv(std::unique_ptr<QIODevice> device, const std::string& name, const CsvMapping& mapping,
                              Emitter emitter);
[[nodiscard]] Opened open_chat(std::unique_ptr<QIODevice> device, const ChatMapping& mapping, Emitter emitter);

} // namespace mapping
