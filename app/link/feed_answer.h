// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/fault.h"

#include <QByteArray>

namespace uplink {

/// What the head of an answer to GET /v1/events means.
struct FeedAnswer {
    enum class Kind {
        feed,    ///< an event stream follows
        not_now, ///< try again, with growing pauses
        refused, ///< a person has to do something first
    };
    Kind kind = Kind::feed;
    base::Fault fault; ///< why, unless it is a feed
};

[[nodiscard]] FeedAnswer judge_feed_answer(int status, const QByteArray& content_type);

} // namespace uplink
