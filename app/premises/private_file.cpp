// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/premises/private_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace premises {

namespace {

constexpr qint64 most_bytes = qint64{1} << 20;

} // namespace

base::Result<std::string> read_private_file(const std::filesystem::path& file, const std::string& what) {
    QFile device(QString::fromStdString(file.string()));
    if (!device.exists()) {
        return base::Fault{base::FaultCode::not_found, "there is no such file", file.string()};
    }
    if (!QFileInfo(device).isFile() || !device.open(QIODevice::ReadOnly)) {
        return base::Fault{base::FaultCode::unreadable, "the file cannot be read", file.string()};
    }
    if ((device.permissions() & (QFile::ReadGroup | QFile::ReadOther)) != 0) {
        return base::Fault{base::FaultCode::refused, "others may read " + what + "; run chmod 600 on it",
                           file.string()};
    }
    const QByteArray bytes = device.read(most_bytes + 1);
    if (bytes.size() > most_bytes) {
        return base::Fault{base::FaultCode::too_large, "the file has more than 1 MiB", file.string()};
    }
    return bytes.toStdString();
}

base::Done write_open_file(const std::filesystem::path& file, std::string_view content) {
    QSaveFile device(QString::fromStdString(file.string()));
    const auto size = static_cast<qint64>(content.size());
    if (!device.open(QIODevice::WriteOnly) || device.write(content.data(), size) != size || !device.commit()) {
        return base::Fault{base::FaultCode::unreadable,
                           "the file cannot be written: " + device.errorString().toStdString(), file.string()};
    }
    return {};
}

} // namespace premises
