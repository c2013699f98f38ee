// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facts/habits.h"

#include <algorithm>

namespace facts {

namespace {

using domain::Subject;
using domain::TransactionVersion;

/// Parts of a key cannot run into each other: each has its length in front.
void append(std::string& key, std::string_view part) {
    key += std::to_string(part.size());
    key += ':';
    key += part;
}

std::string key_of(char kind, std::initializer_list<std::string_view> parts) {
    std::string key(1, kind);
    for (const std::string_view part : parts) {
        append(key, part);
    }
    return key;
}

std::string agent_key(const Subject& subject) {
    return key_of('a', {subject.agent.bytes()});
}

std::string supplier_key(const Subject& subject) {
    return key_of('s', {subject.supplier.id.bytes()});
}

std::string pair_key(const Subject& subject) {
    return key_of('p', {subject.agent.bytes(), subject.supplier.id.bytes()});
}

std::string payee_key(const Subject& subject) {
    return key_of('y', {subject.supplier.id.bytes(), subject.payee.account});
}

std::string_view item_of(const domain::Line& line) {
    return line.item_id.empty() ? std::string_view(line.description.bytes()) : std::string_view(line.item_id);
}

std::string price_key(const Subject& subject, const domain::Line& line) {
    return key_of('i', {subject.supplier.id.bytes(), item_of(line), line.unit});
}

/// Supplier, items and quantities; lines in any order are the same.
std::string items_key(const Subject& subject, bool with_quantities) {
    std::vector<std::string> lines;
    for (const domain::Line& line : subject.lines) {
        lines.push_back(with_quantities ? key_of('l', {item_of(line), line.quantity}) : key_of('l', {item_of(line)}));
    }
    std::sort(lines.begin(), lines.end());
    std::string key = key_of('t', {subject.supplier.id.bytes()});
    for (const std::string& line : lines) {
        key += line;
    }
    return key;
}

std::string twin_key(const Subject& subject) {
    std::string key = items_key(subject, true);
    append(key, subject.gross.currency.code());
    append(key, std::to_string(subject.gross.minor));
    key += subject.side == domain::Side::buying ? 'b' : 's';
    return key;
}

std::string loop_key(const Subject& subject) {
    std::string key = items_key(subject, false);
    append(key, subject.agent.bytes());
    return key;
}

/// Adds to a sum that is known as long as it is of one currency and within 64 bits.
void add_to(std::optional<domain::Money>& sum, const domain::Money& amount) {
    if (sum) {
        const auto added = domain::add(*sum, amount);
        sum = added ? std::optional(*added) : std::nullopt;
    }
}

} // namespace

void Habits::meet(const std::string& what, const TransactionVersion& version, base::Instant at, bool again) {
    const auto [entry, added] = firsts_.try_emplace(what, First{at, version.key, 0});
    entry->second.orders += again ? 0 : 1;
}

void Habits::note_prices(const TransactionVersion& version, base::Instant at) {
    for (const domain::Line& line : version.subject.lines) {
        const PriceSeen now{line.unit_price, at};
        const auto [entry, added] = prices_.try_emplace(price_key(version.subject, line), Prices{now, version.key, {}});
        Prices& prices = entry->second;
        if (added || at < prices.last.at) {
            continue;
        }
        if (prices.by != version.key) {
            prices.before = prices.last;
        }
        prices.last = now;
        prices.by = version.key;
    }
}

void Habits::keep(Pasts& pasts, const std::string& key, Past past, std::chrono::hours span) {
    auto& list = pasts[key];
    const base::Instant newest = list.empty() ? past.at : std::max(past.at, list.back().at);
    const auto place = std::upper_bound(list.begin(), list.end(), past,
                                        [](const Past& left, const Past& right) { return left.at < right.at; });
    list.insert(place, std::move(past));
    while (list.front().at < newest - 2 * span) {
        list.pop_front();
    }
}

/// Keys whose times are over go; done when they have doubled, so that an order pays for its own key only.
void Habits::sweep() {
    if (twins_.size() + asked_.size() + pieces_.size() + batches_.size() < sweep_at_) {
        return;
    }
    const auto over = [this](Pasts& pasts, std::chrono::hours span) {
        std::erase_if(pasts,
                      [&](const auto& one) { return one.second.empty() || one.second.back().at < newest_ - 2 * span; });
    };
    over(pieces_, pieces_span);
    over(twins_, twins_span);
    over(batches_, 4 * twins_span);
    std::erase_if(asked_, [this](const auto& one) { return one.second.back() < newest_ - 2 * loop_span; });
    sweep_at_ = std::max<std::size_t>(4096, 2 * (twins_.size() + asked_.size() + pieces_.size() + batches_.size()));
}

void Habits::order(const TransactionVersion& version, base::Instant at) {
    const Subject& subject = version.subject;
    newest_ = std::max(newest_, at);
    sweep();
    const bool again = kept_.contains(version.key);
    take_out(version.key);
    for (const std::string& what : {agent_key(subject), supplier_key(subject), pair_key(subject)}) {
        meet(what, version, at, again);
    }
    if (!subject.payee.account.empty()) {
        meet(payee_key(subject), version, at, again);
    }
    note_prices(version, at);
    const std::string batch = subject.batch ? subject.batch->bytes() : std::string();
    const Past past{at, version.key, subject.gross, batch};
    const Kept kept{pair_key(subject), batch.empty() ? std::string() : key_of('b', {batch}), twin_key(subject)};
    keep(pieces_, kept.pieces, past, pieces_span);
    keep(twins_, kept.twin, past, twins_span);
    if (!kept.batch.empty()) {
        keep(batches_, kept.batch, past, 4 * twins_span);
    }
    auto& asked = asked_[loop_key(subject)];
    asked.insert(std::upper_bound(asked.begin(), asked.end(), at), at);
    while (asked.front() < asked.back() - 2 * loop_span) {
        asked.pop_front();
    }
    kept_[version.key] = kept;
    kept_order_.emplace_back(at, version.key);
    while (kept_order_.front().first < at - 8 * twins_span) {
        kept_.erase(kept_order_.front().second);
        kept_order_.pop_front();
    }
}

void Habits::take_out(const domain::TransactionKey& key) {
    const auto found = kept_.find(key);
    if (found == kept_.end()) {
        return;
    }
    const auto remove = [&](Pasts& pasts, const std::string& name) {
        const auto list = pasts.find(name);
        if (list != pasts.end()) {
            std::erase_if(list->second, [&](const Past& past) { return past.key == key; });
        }
    };
    remove(pieces_, found->second.pieces);
    remove(batches_, found->second.batch);
    remove(twins_, found->second.twin);
    kept_.erase(found);
}

Seen Habits::seen(const std::string& what, const TransactionVersion& version) const {
    const auto found = firsts_.find(what);
    if (found == firsts_.end()) {
        return {};
    }
    // An order that is looked at again is not its own past.
    const std::int64_t orders = found->second.orders - (kept_.contains(version.key) ? 1 : 0);
    const bool own = found->second.key == version.key;
    return own && orders <= 0 ? Seen{} : Seen{found->second.at, orders};
}

Seen Habits::agent(const TransactionVersion& version) const {
    return seen(agent_key(version.subject), version);
}

Seen Habits::supplier(const TransactionVersion& version) const {
    return seen(supplier_key(version.subject), version);
}

Seen Habits::pair(const TransactionVersion& version) const {
    return seen(pair_key(version.subject), version);
}

Seen Habits::payee(const TransactionVersion& version) const {
    return version.subject.payee.account.empty() ? Seen{} : seen(payee_key(version.subject), version);
}

std::optional<PriceSeen> Habits::price(const TransactionVersion& version, const domain::Line& line) const {
    const auto found = prices_.find(price_key(version.subject, line));
    if (found == prices_.end()) {
        return std::nullopt;
    }
    return found->second.by == version.key ? found->second.before : std::optional(found->second.last);
}

Together Habits::together(const TransactionVersion& version, base::Instant now) const {
    const Subject& subject = version.subject;
    Together all{subject.gross, 1, subject.batch.has_value()};
    const auto found =
        all.batch ? batches_.find(key_of('b', {subject.batch->bytes()})) : pieces_.find(pair_key(subject));
    if (found == (all.batch ? batches_.end() : pieces_.end())) {
        return all;
    }
    for (const Past& past : found->second) {
        const bool in_time = all.batch || (past.at > now - pieces_span && past.at <= now && past.batch.empty());
        if (past.key != version.key && in_time) {
            add_to(all.total, past.amount);
            ++all.count;
        }
    }
    return all;
}

Twins Habits::twins(const TransactionVersion& version, base::Instant now) const {
    Twins all;
    const auto found = twins_.find(twin_key(version.subject));
    if (found == twins_.end()) {
        return all;
    }
    const std::string batch = version.subject.batch ? version.subject.batch->bytes() : std::string();
    for (const Past& past : found->second) {
        const bool same_run = !batch.empty() && past.batch == batch;
        if (past.key != version.key && !same_run && past.at > now - twins_span && past.at <= now) {
            ++all.count;
            all.example = past.key.id;
        }
    }
    return all;
}

std::int64_t Habits::repeats(const TransactionVersion& version, base::Instant now) const {
    const auto found = asked_.find(loop_key(version.subject));
    if (found == asked_.end()) {
        return 0;
    }
    return std::count_if(found->second.begin(), found->second.end(),
                         [now](base::Instant at) { return at > now - loop_span && at <= now; });
}

} // namespace facts
