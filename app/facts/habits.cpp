// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/habits.h"

#include <algorithm>

namespace facts {

namespace {

constexpr std::size_t ids_kept = 4;
constexpr std::int64_t run_span_minutes = std::int64_t{60} * 24 * 56;

std::int64_t minute_of(base::Instant at) {
    return std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count();
}

constexpr std::int64_t minutes(std::chrono::hours span) {
    return std::chrono::minutes(span).count();
}

/// The one of a minute, with more said of it by `same`, in a list that rises with time; made where there is none.
/// nullptr: it would be older than twice the span before the newest, which nobody asks for.
template <class T, class Same>
T* bucket_of(std::vector<T>& list, T fresh, std::int64_t span, const Same& same) {
    if (!list.empty() && fresh.minute < list.back().minute - 2 * span) {
        return nullptr;
    }
    auto place = list.end();
    while (place != list.begin() && std::prev(place)->minute >= fresh.minute) {
        --place;
        if (place->minute == fresh.minute && same(*place)) {
            return &*place;
        }
    }
    const auto at = std::upper_bound(list.begin(), list.end(), fresh.minute,
                                     [](std::int64_t minute, const T& one) { return minute < one.minute; });
    const auto made = list.insert(at, std::move(fresh));
    const auto index = made - list.begin();
    const auto kept = std::find_if(list.begin(), list.end(),
                                   [&](const T& one) { return one.minute >= list.back().minute - 2 * span; });
    const auto gone = std::min(kept - list.begin(), index);
    list.erase(list.begin(), list.begin() + gone);
    return &list[static_cast<std::size_t>(index - gone)];
}

/// The one that is there already.
template <class T, class Same>
T* find_bucket(std::vector<T>& list, std::int64_t minute, const Same& same) {
    const auto from = std::lower_bound(list.begin(), list.end(), minute,
                                       [](const T& one, std::int64_t asked) { return one.minute < asked; });
    const auto found = std::find_if(from, list.end(), [&](const T& one) { return one.minute != minute || same(one); });
    return found == list.end() || found->minute != minute ? nullptr : &*found;
}

/// Calls `visit` for those of the last `span` minutes up to now.
template <class T, class Visit>
void within(const std::vector<T>& list, std::int64_t now, std::int64_t span, const Visit& visit) {
    for (auto one = list.rbegin(); one != list.rend() && one->minute > now - span; ++one) {
        if (one->minute <= now) {
            visit(*one);
        }
    }
}

} // namespace

void Habits::meet(Name what, Print order, base::Instant at, bool again) {
    const auto [entry, added] = firsts_.try_emplace(what, First{at, order, 0});
    entry->second.orders += again ? 0 : 1;
}

void Habits::note_prices(const domain::TransactionVersion& version, const OrderKeys& keys, base::Instant at) {
    const Print order = keys.order;
    for (std::size_t line = 0; line < keys.prices.size(); ++line) {
        const PriceSeen now{version.subject.lines[line].unit_price, at};
        const auto [entry, added] = prices_.try_emplace(keys.prices[line], Prices{now, order, {}});
        Prices& prices = entry->second;
        if (added || at < prices.last.at) {
            continue;
        }
        if (prices.by != order) {
            prices.before = prices.last;
        }
        prices.last = now;
        prices.by = order;
    }
}

void Habits::note_piece(const Mark& mark) {
    if (mark.batch != 0) {
        Run& run = runs_[mark.batch];
        run.totals.add(mark.gross, 1);
        run.newest = std::max(run.newest, minute_of(mark.at));
        return;
    }
    Pieces* of =
        bucket_of(pieces_[mark.pair], Pieces{minute_of(mark.at), mark.gross.currency, {}}, minutes(pieces_span),
                  [&](const Pieces& one) { return one.currency == mark.gross.currency; });
    if (of != nullptr) {
        of->total.add(mark.gross.minor, 1);
    }
}

void Habits::note_alike(const domain::TransactionKey& key, const Mark& mark) {
    Alike* of = bucket_of(alike_[mark.twin], Alike{minute_of(mark.at), mark.batch, 0, {}}, minutes(twins_span),
                          [&](const Alike& one) { return one.batch == mark.batch; });
    if (of != nullptr) {
        ++of->count;
        if (of->ids.size() == ids_kept) {
            of->ids.erase(of->ids.begin());
        }
        of->ids.push_back(key.id);
    }
}

void Habits::note_asked(Print loop, Minute minute) {
    Asked* of = bucket_of(asked_[loop], Asked{minute, 0}, minutes(loop_span), [](const Asked&) { return true; });
    if (of != nullptr) {
        ++of->count;
    }
}

/// Keys whose times are over go; done when they have doubled, so that an order pays for its own key only.
void Habits::sweep() {
    const auto keys = [this] { return alike_.size() + asked_.size() + pieces_.size() + runs_.size(); };
    if (keys() < sweep_at_) {
        return;
    }
    const auto over = [this](auto& lists, std::int64_t span) {
        std::erase_if(lists, [&](const auto& one) {
            return one.second.empty() || one.second.back().minute < newest_ - 2 * span;
        });
    };
    over(pieces_, minutes(pieces_span));
    over(alike_, minutes(twins_span));
    over(asked_, minutes(loop_span));
    std::erase_if(runs_, [this](const auto& one) { return one.second.newest < newest_ - run_span_minutes; });
    sweep_at_ = std::max<std::size_t>(4096, 2 * keys());
}

void Habits::order(const domain::TransactionVersion& version, const OrderKeys& keys, const Mark& mark, bool again) {
    newest_ = std::max(newest_, minute_of(mark.at));
    sweep();
    for (const Name what : {keys.agent(), keys.supplier(), keys.pair}) {
        meet(what, keys.order, mark.at, again);
    }
    if (keys.payee != no_name) {
        meet(keys.payee, keys.order, mark.at, again);
    }
    note_prices(version, keys, mark.at);
    note_piece(mark);
    note_alike(version.key, mark);
    note_asked(keys.loop, minute_of(mark.at));
}

void Habits::take_out(const domain::TransactionKey& key, const Mark& mark) {
    const Minute minute = minute_of(mark.at);
    if (mark.batch != 0) {
        if (const auto run = runs_.find(mark.batch); run != runs_.end()) {
            run->second.totals.add(mark.gross, -1);
        }
    } else if (const auto list = pieces_.find(mark.pair); list != pieces_.end()) {
        Pieces* of =
            find_bucket(list->second, minute, [&](const Pieces& one) { return one.currency == mark.gross.currency; });
        if (of != nullptr) {
            of->total.add(mark.gross.minor, -1);
        }
    }
    if (const auto list = alike_.find(mark.twin); list != alike_.end()) {
        Alike* of = find_bucket(list->second, minute, [&](const Alike& one) { return one.batch == mark.batch; });
        if (of != nullptr) {
            --of->count;
            std::erase(of->ids, key.id);
        }
    }
}

Seen Habits::seen(Name what, Print order, const Mark* own) const {
    const auto found = firsts_.find(what);
    if (found == firsts_.end()) {
        return {};
    }
    // An order that is looked at again is not its own past.
    const std::int64_t orders = found->second.orders - (own != nullptr ? 1 : 0);
    return found->second.order == order && orders <= 0 ? Seen{} : Seen{found->second.at, orders};
}

std::optional<PriceSeen> Habits::price(Name item, Print order) const {
    const auto found = prices_.find(item);
    if (found == prices_.end()) {
        return std::nullopt;
    }
    return found->second.by == order ? found->second.before : std::optional(found->second.last);
}

Together Habits::together(const domain::Money& gross, const OrderKeys& keys, const Mark* own, base::Instant now) const {
    const Minute minute = minute_of(now);
    const bool is_run = keys.batch != 0;
    Totals others;
    if (is_run) {
        if (const auto run = runs_.find(keys.batch); run != runs_.end()) {
            others = run->second.totals;
        }
    } else if (const auto list = pieces_.find(keys.pair); list != pieces_.end()) {
        within(list->second, minute, minutes(pieces_span),
               [&](const Pieces& one) { others.add(one.currency, one.total); });
    }
    const bool own_is_in =
        own != nullptr && own->batch == keys.batch && (is_run || own->pair == keys.pair) &&
        (is_run || (minute_of(own->at) > minute - minutes(pieces_span) && minute_of(own->at) <= minute));
    if (own_is_in) {
        others.add(own->gross, -1);
    }
    Together all{gross, 1, is_run};
    for (const auto& [currency, total] : others.all()) {
        if (total.count <= 0) {
            continue;
        }
        all.count += total.count;
        const auto sum = all.total && !total.beyond ? domain::add(*all.total, {total.minor, currency})
                                                    : base::Result<domain::Money>(base::Fault{});
        all.total = sum ? std::optional(*sum) : std::nullopt;
    }
    return all;
}

Twins Habits::twins(const domain::TransactionKey& key, const OrderKeys& keys, const Mark* own,
                    base::Instant now) const {
    Twins all;
    const auto list = alike_.find(keys.twin);
    if (list == alike_.end()) {
        return all;
    }
    within(list->second, minute_of(now), minutes(twins_span), [&](const Alike& one) {
        if (keys.batch != 0 && one.batch == keys.batch) {
            return; // of the same run
        }
        const bool own_is_in =
            own != nullptr && own->twin == keys.twin && own->batch == one.batch && minute_of(own->at) == one.minute;
        all.count += one.count - (own_is_in ? 1 : 0);
        for (auto id = one.ids.rbegin(); id != one.ids.rend() && all.example.empty(); ++id) {
            all.example = *id == key.id ? domain::TransactionId() : *id;
        }
    });
    return all;
}

std::int64_t Habits::repeats(const OrderKeys& keys, base::Instant now) const {
    std::int64_t count = 0;
    if (const auto list = asked_.find(keys.loop); list != asked_.end()) {
        within(list->second, minute_of(now), minutes(loop_span), [&](const Asked& one) { count += one.count; });
    }
    return count;
}

} // namespace facts
