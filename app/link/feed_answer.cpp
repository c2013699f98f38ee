// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/feed_answer.h"

#include <string>

namespace uplink {

using base::Fault;
using base::FaultCode;

FeedAnswer judge_feed_answer(int status, const QByteArray& content_type) {
    using enum FeedAnswer::Kind;
    const std::string where = "HTTP " + std::to_string(status);
    if (status == 200) {
        const QByteArray type = content_type.trimmed().toLower();
        if (type.startsWith("text/event-stream")) {
            return {feed, {}};
        }
        // A portal that wants a login, or a proxy with an opinion: it may pass.
        return {not_now,
                Fault{FaultCode::unsupported, "the answer is no event stream but " + type.toStdString(), where}};
    }
    if (status == 401 || status == 403) {
        return {refused, Fault{FaultCode::refused, "the gateway does not accept the token for its feed", where}};
    }
    if (status == 404 || status == 405 || status == 410) {
        return {refused, Fault{FaultCode::not_found, "there is no feed at this address", where}};
    }
    if (status == 204 || (status >= 300 && status < 400)) {
        return {refused, Fault{FaultCode::unsupported, "the answer is no feed", where}};
    }
    return {not_now, Fault{FaultCode::refused, "the gateway cannot serve its feed now", where}};
}

} // namespace uplink
