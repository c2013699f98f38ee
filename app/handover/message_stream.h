// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/record/published.h"

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace handover {

/// Writes the values of a message.
class Writer {
public:
    Writer()
        : stream_(&bytes_, QIODevice::WriteOnly) {
        stream_.setVersion(QDataStream::Qt_6_4);
        put(std::string(REEVE_VERSION));
    }
    void put(const std::string& text) { stream_ << QByteArray::fromStdString(text); }
    void put(std::int64_t number) { stream_ << static_cast<qint64>(number); }
    void put(std::uint64_t number) { stream_ << static_cast<quint64>(number); }
    void put(const record::SequenceRange& range) {
        put(range.first);
        put(range.last);
    }
    void put(base::Instant instant) { put(std::int64_t{instant.time_since_epoch().count()}); }
    template <std::size_t Size>
    void put(const std::array<std::uint8_t, Size>& bytes) {
        put(std::string(bytes.begin(), bytes.end()));
    }
    [[nodiscard]] QByteArray bytes() const { return bytes_; }

private:
    QByteArray bytes_;
    QDataStream stream_;
};

/// Reads them back; after anything broken every further value is empty and whole() is false.
class Reader {
public:
    explicit Reader(const QByteArray& bytes)
        : stream_(bytes) {
        stream_.setVersion(QDataStream::Qt_6_4);
    }

    std::string text() {
        QByteArray bytes;
        stream_ >> bytes;
        return bytes.toStdString();
    }
    std::int64_t signed_number() {
        qint64 number = 0;
        stream_ >> number;
        return number;
    }
    std::uint64_t number() {
        quint64 number = 0;
        stream_ >> number;
        return number;
    }
    base::Instant instant() { return base::Instant(base::Microseconds(signed_number())); }
    template <std::size_t Size>
    std::array<std::uint8_t, Size> array() {
        const std::string bytes = text();
        std::array<std::uint8_t, Size> value{};
        if (bytes.size() != Size) {
            stream_.setStatus(QDataStream::ReadCorruptData);
            return value;
        }
        std::copy(bytes.begin(), bytes.end(), value.begin());
        return value;
    }
    [[nodiscard]] bool whole() { return stream_.status() == QDataStream::Ok && stream_.atEnd(); }
    [[nodiscard]] bool good() const { return stream_.status() == QDataStream::Ok; }

private:
    QDataStream stream_;
};

} // namespace handover
