// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/host.h"

#include "app/text/code_point.h"

#include <QUrl>

#include <algorithm>

namespace text {

namespace {

constexpr std::size_t longest_url = 8192;

base::Fault fault(base::FaultCode code, const char* detail) {
    return base::Fault{code, detail, "url"};
}

/// Characters that browsers skip or turn into others, so that two readers see two addresses.
bool reads_ambiguously(const std::u32string& points) {
    return std::any_of(points.begin(), points.end(), [](char32_t point) {
        return point == U'\\' || point <= U' ' || is_hidden(point) || is_blank(point);
    });
}

} // namespace

base::Result<SafeText> ace_host(std::string_view url) {
    if (url.size() > longest_url) {
        return fault(base::FaultCode::too_large, "the address is longer than 8 KiB");
    }
    if (reads_ambiguously(decode(url, longest_url).points)) {
        return fault(base::FaultCode::malformed, "the address has a character that readers take differently");
    }
    const QUrl parsed(QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size())), QUrl::StrictMode);
    if (!parsed.isValid()) {
        return fault(base::FaultCode::malformed, "this is not an address");
    }
    if (parsed.scheme() != QLatin1String("https") && parsed.scheme() != QLatin1String("http")) {
        return fault(base::FaultCode::unsupported, "only http and https addresses have a host to show");
    }
    const QString host = parsed.host(QUrl::FullyEncoded);
    if (host.isEmpty()) {
        return fault(base::FaultCode::malformed, "the address has no host");
    }
    return safe(std::string_view(host.toStdString()), Limits{260, 1, 260, 4});
}

} // namespace text
