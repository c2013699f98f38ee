// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/reader.h"

#include "app/mapping/source.h"
#include "app/mapping/text_tools.h"

#include <QFile>
#include <QRegularExpression>
#include <QString>

#include <utility>

namespace mapping {

namespace {

constexpr qint64 block_bytes = 64 * 1024;

/// Characters that a dataset or period may have in a source, which is a URI reference.
std::string uri_part(std::string_view text) {
    std::string out;
    for (const char byte : trimmed(text)) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
        out += plain ? byte : '_';
    }
    return out;
}

base::Result<std::string> period_of(const std::string& name, const Mapping& mapping, const ReadOptions& options) {
    if (!options.period.empty()) {
        return options.period;
    }
    if (!mapping.period.empty()) {
        return mapping.period;
    }
    if (!mapping.period_pattern.empty()) {
        const QRegularExpression pattern(QString::fromStdString(mapping.period_pattern));
        const std::string file_name = std::filesystem::path(name).filename().string();
        const QRegularExpressionMatch match = pattern.match(QString::fromStdString(file_name));
        if (match.hasMatch() && !match.captured(1).isEmpty()) {
            return match.captured(1).toStdString();
        }
    }
    return base::Fault{base::FaultCode::invalid_argument,
                       "the file name does not say which period this is; name the period (e.g. 2014-05)", name};
}

} // namespace

DeviceReader::DeviceReader(std::unique_ptr<QIODevice> device, Emitter emitter)
    : device_(std::move(device))
    , emitter_(std::move(emitter)) {
    bytes_total_ = device_->isSequential() ? 0 : static_cast<std::uint64_t>(device_->size());
}

DeviceReader::~DeviceReader() = default;

base::Done DeviceReader::read_block() {
    if (cancelled_) {
        ended_ = true;
        return base::Fault{base::FaultCode::cancelled, "the reading was ended before the end of the input", {}};
    }
    char block[block_bytes];
    const qint64 count = device_->read(block, block_bytes);
    if (count < 0) {
        ended_ = true;
        return base::Fault{base::FaultCode::unreadable,
                           "the input cannot be read on: " + device_->errorString().toStdString(),
                           "byte " + std::to_string(bytes_read_)};
    }
    if (count == 0) {
        // A pipe may be slow; a file is at its end.
        if (device_->isSequential() && device_->waitForReadyRead(-1)) {
            return {};
        }
        ended_ = true;
        end();
        return {};
    }
    bytes_read_ += static_cast<std::uint64_t>(count);
    take({block, static_cast<std::size_t>(count)});
    return {};
}

base::Result<std::vector<Item>> DeviceReader::next(std::size_t most) {
    while (!ended_ && emitter_.waiting() < most) {
        REEVE_TRY(read_block());
    }
    if (cancelled_) {
        return base::Fault{base::FaultCode::cancelled, "the reading was ended before the end of the input", {}};
    }
    return emitter_.take(most);
}

Progress DeviceReader::progress() const {
    const Summary& summary = emitter_.summary();
    return {bytes_read_, bytes_total_, summary.rows, summary.events, summary.quarantined};
}

base::Result<std::unique_ptr<Reader>> Reader::over(std::unique_ptr<QIODevice> device, const std::string& name,
                                                   const Mapping& mapping, const ReadOptions& options) {
    auto period = period_of(name, mapping, options);
    if (!period) {
        return std::move(period).fault();
    }
    const std::string dataset = options.dataset.empty() ? mapping.dataset : options.dataset;
    Emitter emitter(domain::SourceId("file:" + uri_part(dataset) + "/" + uri_part(*period)), dataset, *period);
    if (mapping.csv) {
        return open_csv(std::move(device), name, *mapping.csv, std::move(emitter));
    }
    if (mapping.chat) {
        return open_chat(std::move(device), *mapping.chat, std::move(emitter));
    }
    return base::Fault{base::FaultCode::invalid_argument, "a mapping has either \"csv\" or \"chat\"", mapping.name};
}

base::Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& file, const Mapping& mapping,
                                                   const ReadOptions& options) {
    auto device = std::make_unique<QFile>(QString::fromStdString(file.string()));
    if (!device->open(QIODevice::ReadOnly)) {
        return base::Fault{device->exists() ? base::FaultCode::unreadable : base::FaultCode::not_found,
                           "the file cannot be opened: " + device->errorString().toStdString(), file.string()};
    }
    return over(std::move(device), file.string(), mapping, options);
}

base::Result<Summary> survey(const std::filesystem::path& file, const Mapping& mapping, const ReadOptions& options) {
    auto reader = Reader::open(file, mapping, options);
    if (!reader) {
        return std::move(reader).fault();
    }
    while (true) {
        auto batch = (*reader)->next();
        if (!batch) {
            return std::move(batch).fault();
        }
        if (batch->empty()) {
            return (*reader)->summary();
        }
    }
}

} // namespace mapping
