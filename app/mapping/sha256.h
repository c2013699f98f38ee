// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QCryptographicHash>

#include <algorithm>
#include <string_view>

namespace mapping {

/// SHA-256 by Qt: this room may not know app/crypto, and hashing a file's rows is no matter of keys.
class Sha256 {
public:
    void add(std::string_view bytes) {
        hash_.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    }
    [[nodiscard]] domain::Digest result() const {
        const QByteArray bytes = hash_.result();
        domain::Digest digest{};
        std::copy(bytes.begin(), bytes.end(), digest.begin());
        return digest;
    }

private:
    QCryptographicHash hash_{QCryptographicHash::Sha256};
};

} // namespace mapping
