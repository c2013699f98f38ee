// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/order_marks.h"

namespace facts {

Mark mark_of(const domain::TransactionVersion& version, const OrderKeys& keys, base::Instant at) {
    return {at,
            version.subject.gross,
            keys.spend,
            keys.pair,
            keys.twin,
            keys.batch,
            contract_pieces(version.subject, keys)};
}

const Mark* OrderMarks::find(Print order) const {
    const auto found = open_.find(order);
    return found == open_.end() ? nullptr : &found->second.mark;
}

bool OrderMarks::is_open(const Place& place) const {
    const auto found = open_.find(place.order);
    return found != open_.end() && found->second.number == place.number;
}

void OrderMarks::put(Print order, Mark mark) {
    open_.insert_or_assign(order, Open{std::move(mark), numbers_});
    if (most_open_ != keeps_all) {
        order_.push_back({order, numbers_});
        put_away_oldest();
    }
    ++numbers_;
}

void OrderMarks::put_away_oldest() {
    while (!order_.empty() && (open_.size() > most_open_ || !is_open(order_.front()))) {
        if (is_open(order_.front())) {
            away_.insert(order_.front().order);
            open_.erase(order_.front().order);
        }
        order_.pop_front();
    }
    if (order_.size() > 2 * most_open_ + 1) { // behind one that stays, many ended
        std::erase_if(order_, [this](const Place& place) { return !is_open(place); });
    }
}

std::optional<Mark> OrderMarks::take(Print order) {
    const auto found = open_.find(order);
    if (found == open_.end()) {
        return std::nullopt;
    }
    Mark mark = std::move(found->second.mark);
    open_.erase(found);
    return mark;
}

bool OrderMarks::may_be_away(Print order) const {
    return !open_.contains(order) && away_.size() > 0 && away_.may_contain(order);
}

} // namespace facts
