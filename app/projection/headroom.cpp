// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/headroom.h"
#include "app/domain/share.h"

#include <algorithm>
#include <limits>

namespace projection {

namespace {

using domain::Currency;
using ports::HeadroomLine;
using ports::Outlook;
using ports::Span;
using ports::Spent;
using ports::Whose;
using Sums = std::map<std::pair<std::uint32_t, Currency>, Spent>;

__extension__ using Wide = unsigned __int128;

constexpr std::int64_t most_share = 1'000'000;

SpendCube::By by(Whose whose) {
    switch (whose) {
    case Whose::agent: return SpendCube::By::agent;
    case Whose::owner: return SpendCube::By::owner;
    case Whose::supplier: return SpendCube::By::supplier;
    case Whose::category: return SpendCube::By::category;
    }
    return SpendCube::By::agent;
}

/// UTC days of a moving period, today among them.
int days_of(Span span) {
    switch (span) {
    case Span::day: return 1;
    case Span::week: return 7;
    case Span::days_30: return 30;
    case Span::month: break;
    }
    return 0;
}

constexpr base::Instant for_ever = base::Instant::max() - std::chrono::hours(24);

/// Part of whole in thousandths; neither is negative.
std::int64_t share_of(std::int64_t part, std::int64_t whole) {
    return domain::permille_of(part, whole, most_share);
}

class Forecast {
public:
    Forecast(const Books& books, const ports::HeadroomQuery& query)
        : books_(books)
        , query_(query) {
        const auto reach = books.cube().reach();
        if (reach) {
            const base::Instant first = instant_of(reach->first);
            history_ = std::max(std::chrono::floor<std::chrono::days>(query.days.today - first), std::chrono::days(0));
            pace_from_ = query.days.past.empty() ? query.days.today : std::max(query.days.past.front(), first);
        }
    }

    [[nodiscard]] std::chrono::days history() const { return history_; }

    void add(HeadroomLine line) {
        if (line.most.minor <= 0) {
            return; // nothing may be spent: every order stops by itself
        }
        const std::pair key(names(line.whose).find(line.whom), line.most.currency);
        line.used = spent_in(used_of(line.whose, line.span), key);
        const std::int64_t spent = std::max<std::int64_t>(line.used.money.minor, 0);
        line.share = share_of(spent, line.most.minor);
        std::int64_t left = 0;
        if (line.used.beyond || __builtin_sub_overflow(line.most.minor, line.used.money.minor, &left)) {
            line.outlook = Outlook::unknown;
            line.left = {0, line.most.currency};
        } else {
            line.left = {left, line.most.currency};
            look_ahead(line, key);
        }
        lines_.push_back(std::move(line));
    }

    /// An allowance of everybody of a kind who spent within its period.
    void add_each(const ports::SpendLimit& limit) {
        const Sums used = used_of(limit.whose, limit.span);
        for (const auto& [key, spent] : used) {
            if (key.second == limit.most.currency && !names(limit.whose).name(key.first).empty()) {
                add(line_of(limit, names(limit.whose).name(key.first)));
            }
        }
    }
    [[nodiscard]] HeadroomLine line_of(const ports::SpendLimit& limit, const std::string& whom) const {
        HeadroomLine line;
        line.allowance = ports::Allowance::limit;
        line.whose = limit.whose;
        line.whom = whom;
        line.rule = limit.id;
        line.title = limit.title;
        line.most = limit.most;
        line.span = limit.span;
        line.name = shown_name(limit.whose, whom);
        return line;
    }

    [[nodiscard]] std::vector<HeadroomLine> take() {
        std::stable_sort(lines_.begin(), lines_.end(), [](const HeadroomLine& one, const HeadroomLine& other) {
            const auto rank = [](const HeadroomLine& line) {
                return line.outlook == Outlook::over ? 0 : line.outlook == Outlook::used_up ? 1 : 2;
            };
            if (rank(one) != rank(other)) {
                return rank(one) < rank(other);
            }
            return one.used_up != other.used_up ? one.used_up < other.used_up : one.share > other.share;
        });
        return std::move(lines_);
    }

private:
    using Key = Sums::key_type;

    [[nodiscard]] const Interned& names(Whose whose) const {
        switch (whose) {
        case Whose::agent: return books_.cube().agents;
        case Whose::owner: return books_.cube().owners;
        case Whose::supplier: return books_.cube().suppliers;
        case Whose::category: break;
        }
        return books_.cube().categories;
    }
    [[nodiscard]] domain::UntrustedText shown_name(Whose whose, const std::string& whom) const {
        const auto in = [&](const auto& shown) {
            const auto name = shown.find(names(whose).find(whom));
            return name == shown.end() ? domain::UntrustedText() : name->second;
        };
        switch (whose) {
        case Whose::agent: return in(books_.cube().agent_names);
        case Whose::supplier: return in(books_.cube().supplier_names);
        case Whose::owner:
            for (const auto& [id, known] : books_.agents().agents()) {
                if (known.agent.owner.bytes() == whom) {
                    return known.agent.owner_name;
                }
            }
            break;
        case Whose::category: break;
        }
        return {};
    }
    [[nodiscard]] static Spent spent_in(const Sums& sums, const Key& key) {
        const auto found = sums.find(key);
        return found == sums.end() ? Spent{{0, key.second}, false, 0} : found->second;
    }
    [[nodiscard]] base::Instant begin_of(Span span) const {
        const auto today = std::chrono::floor<std::chrono::days>(query_.now);
        switch (span) {
        case Span::day: return std::chrono::floor<std::chrono::hours>(query_.now) - std::chrono::hours(23);
        case Span::week:
        case Span::days_30: return base::Instant(today - std::chrono::days(days_of(span) - 1));
        case Span::month: break;
        }
        return query_.days.month_from;
    }
    const Sums& used_of(Whose whose, Span span) {
        const auto found = used_.find({whose, span});
        return found != used_.end()
                   ? found->second
                   : used_.emplace(std::pair(whose, span), books_.cube().sums(by(whose), begin_of(span), for_ever))
                         .first->second;
    }
    const Sums& pace_of(Whose whose) {
        const auto found = pace_.find(whose);
        return found != pace_.end()
                   ? found->second
                   : pace_.emplace(whose, books_.cube().sums(by(whose), pace_from_, query_.days.today)).first->second;
    }
    /// Of one UTC day, so many days ago.
    const Sums& day_of(Whose whose, int ago) {
        const auto found = by_day_.find({whose, ago});
        if (found != by_day_.end()) {
            return found->second;
        }
        const base::Instant from(std::chrono::floor<std::chrono::days>(query_.now) - std::chrono::days(ago));
        const base::Instant to = ago == 0 ? for_ever : from + std::chrono::days(1);
        return by_day_.emplace(std::pair(whose, ago), books_.cube().sums(by(whose), from, to)).first->second;
    }

    /// When money first moved for whoever it is. Who never spent is known for as long as the record is.
    base::Instant begin_of(Whose whose, const Key& key) {
        auto found = firsts_.find(whose);
        if (found == firsts_.end()) {
            found = firsts_.emplace(whose, books_.cube().firsts(by(whose))).first;
        }
        const bool spent = key.first < found->second.size() && found->second[key.first] != SpendCube::never;
        return spent ? instant_of(found->second[key.first]) : pace_from_;
    }
    /// Working days that make the pace of somebody who began then. The day of the beginning counts as one, however
    /// late.
    [[nodiscard]] std::int64_t days_since(base::Instant begin) const {
        const base::Instant from = std::max(pace_from_, begin);
        const auto is_before = [from](base::Instant day) { return day + std::chrono::days(1) <= from; };
        const std::vector<base::Instant>& past = query_.days.past;
        return past.end() - std::find_if_not(past.begin(), past.end(), is_before);
    }

    void look_ahead(HeadroomLine& line, const Key& key) {
        if (line.left.minor < 0) {
            line.outlook = Outlook::over;
            return;
        }
        // An old record, or an import of last year, says nothing about an agent that began this week.
        const base::Instant begin = begin_of(line.whose, key);
        const bool is_new = begin > query_.days.today - ports::least_history;
        days_ = days_since(begin);
        if (history_ < ports::least_history || is_new || days_ <= 0) {
            line.outlook = Outlook::little_history;
            return;
        }
        const Spent spent = spent_in(pace_of(line.whose), key);
        if (spent.beyond) {
            line.outlook = Outlook::unknown;
            return;
        }
        const std::int64_t total = std::max<std::int64_t>(spent.money.minor, 0);
        line.pace = domain::Money{total / days_, line.most.currency};
        line.outlook = Outlook::lasts;
        if (total > 0) {
            line.span == Span::month ? look_to_the_end(line, total) : look_at_each_day(line, total, key);
        }
    }
    /// Whether so many working days at the pace come to more than `left`: left < n * total / days.
    [[nodiscard]] bool is_too_much(std::int64_t left, std::uint64_t n, std::int64_t total) const {
        return left < 0 || static_cast<Wide>(left) * static_cast<std::uint64_t>(days_) <
                               static_cast<Wide>(n) * static_cast<std::uint64_t>(total);
    }
    /// The sum of a month only grows.
    void look_to_the_end(HeadroomLine& line, std::int64_t total) const {
        std::uint64_t n = 0;
        for (const base::Instant day : query_.days.later) {
            if (day < query_.days.month_to && is_too_much(line.left.minor, ++n, total)) {
                line.outlook = Outlook::used_up;
                line.used_up = day;
                return;
            }
        }
    }
    /// A moving period loses its oldest day with each one that comes.
    void look_at_each_day(HeadroomLine& line, std::int64_t total, const Key& key) {
        const int length = days_of(line.span);
        const auto today = std::chrono::floor<std::chrono::days>(query_.now);
        std::uint64_t n = 0;
        for (const base::Instant day : query_.days.later) {
            const auto ahead =
                static_cast<int>((std::chrono::floor<std::chrono::days>(day + std::chrono::hours(12)) - today).count());
            if (ahead > length && n > 0) {
                return; // nothing of what is on record is in the period any more
            }
            ++n;
            Spent past{{0, line.most.currency}, false, 0};
            for (int ago = 0; ago < length - ahead; ++ago) {
                const Spent one = spent_in(day_of(line.whose, ago), key);
                past.beyond = past.beyond || one.beyond ||
                              __builtin_add_overflow(past.money.minor, one.money.minor, &past.money.minor);
            }
            std::int64_t left = 0;
            if (past.beyond || __builtin_sub_overflow(line.most.minor, past.money.minor, &left)) {
                return; // cannot be said
            }
            if (is_too_much(left, n, total)) {
                line.outlook = Outlook::used_up;
                line.used_up = day;
                return;
            }
        }
    }

    const Books& books_;
    const ports::HeadroomQuery& query_;
    std::chrono::days history_{0};
    base::Instant pace_from_{};
    std::int64_t days_ = 0; ///< working days that make the pace of the line that is looked at
    std::map<Whose, std::vector<Quarter>> firsts_;
    std::map<std::pair<Whose, Span>, Sums> used_;
    std::map<Whose, Sums> pace_;
    std::map<std::pair<Whose, int>, Sums> by_day_;
    std::vector<HeadroomLine> lines_;
};

} // namespace

ports::Headroom headroom(const Books& books, const ports::HeadroomQuery& query) {
    Forecast forecast(books, query);
    for (const auto& [id, known] : books.agents().agents()) {
        HeadroomLine line;
        line.whom = id.bytes();
        line.name = known.agent.name;
        if (known.agent.budget) {
            line.most = *known.agent.budget;
            forecast.add(line);
        }
        for (const domain::Mandate& mandate : known.mandates) {
            if (mandate.per_month && mandate.not_after > query.days.today && mandate.not_before <= query.days.today) {
                line.allowance = ports::Allowance::mandate;
                line.rule = mandate.id.bytes();
                line.most = *mandate.per_month;
                forecast.add(line);
            }
        }
    }
    for (const ports::SpendLimit& limit : query.limits) {
        if (limit.key.empty()) {
            forecast.add_each(limit);
        } else {
            forecast.add(forecast.line_of(limit, limit.key));
        }
    }
    ports::Headroom answer;
    answer.history_days = forecast.history().count();
    answer.lines = forecast.take();
    return answer;
}

} // namespace projection
