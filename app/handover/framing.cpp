// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/message.h"

#include <QtEndian>

namespace handover {

namespace {

constexpr int length_bytes = 4;

} // namespace

QByteArray framed(const QByteArray& message) {
    QByteArray bytes(length_bytes, '\0');
    qToBigEndian(static_cast<quint32>(message.size()), bytes.data());
    return bytes + message;
}

base::Result<QByteArray> take_message(QByteArray& read) {
    if (read.size() < length_bytes) {
        return QByteArray();
    }
    const auto length = qFromBigEndian<quint32>(read.constData());
    if (length > largest_message) {
        return base::Fault{base::FaultCode::too_large, "a message between two Reeve processes is too large", {}};
    }
    if (read.size() - length_bytes < static_cast<qsizetype>(length)) {
        return QByteArray();
    }
    QByteArray message = read.mid(length_bytes, static_cast<qsizetype>(length));
    read.remove(0, length_bytes + static_cast<qsizetype>(length));
    return message;
}

std::filesystem::path socket_of(const std::filesystem::path& store) {
    return store / "keeper.sock";
}

} // namespace handover
