// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/premises/link_side.h"

namespace premises {

LinkSide::LinkSide(const Folders& folders, const Connection& connection, record::Writer& writer,
                   newsroom::Newsroom& newsroom, const base::Clock& clock)
    : folders_(folders)
    , feed_(connection.endpoint, clock, scheduler_)
    , client_(connection.endpoint, scheduler_)
    , intake_(feed_, client_, writer, newsroom, connection.endpoint.source)
    , dispatch_(writer, folders.store(), client_, connection.gateway_key, clock, scheduler_)
    , door_(std::make_unique<handover::Server>(writer, keeper(connection))) {
    QObject::connect(&dispatch_, &decisions::Dispatch::delivery_changed, &dispatch_,
                     [&newsroom](const courier::Health& health) { newsroom.delivery_health(health); });
}

handover::Keeper LinkSide::keeper(const Connection& connection) {
    return {
        [this] { dispatch_.wake(); },
        [this](const auto& id, const auto& amount, auto answer) { dispatch_.make_plan(id, amount, std::move(answer)); },
        {connection.endpoint.source, connection.embedded}};
}

base::Done LinkSide::open_door() {
    return door_->listen(folders_.store());
}

} // namespace premises
