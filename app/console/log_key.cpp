// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/log_key.h"

#include "app/base/encoding.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace console {

namespace {

base::Fault file_fault(const QFileDevice& file) {
    return base::Fault{base::FaultCode::unreadable, file.errorString().toStdString(), file.fileName().toStdString()};
}

base::Result<crypto::SigningKey> make_key(const QString& path) {
    auto key = crypto::SigningKey::generate();
    if (!key) {
        return key.fault();
    }
    QSaveFile file(path);
    const std::string text = base::to_base64(key->seed()) + "\n";
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size()) ||
        !file.commit()) {
        return file_fault(file);
    }
    return key;
}

base::Result<crypto::SigningKey> read_key(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return file_fault(file);
    }
    const auto bytes = base::from_base64(file.read(128).trimmed().toStdString());
    crypto::Seed seed{};
    if (!bytes || bytes->size() != seed.size()) {
        return base::Fault{base::FaultCode::malformed, "the log key is not 32 bytes of base64", path.toStdString()};
    }
    std::copy(bytes->begin(), bytes->end(), seed.begin());
    return crypto::SigningKey::from_seed(seed);
}

} // namespace

base::Result<crypto::SigningKey> log_key(const std::filesystem::path& file) {
    const QString path = QString::fromStdString(file.string());
    return QFile::exists(path) ? read_key(path) : make_key(path);
}

} // namespace console
