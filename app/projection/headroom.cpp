// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/headroom.h"

#include <algorithm>
#include <limits>

namespace projection {

namespace {

using domain::Currency;
using ports::HeadroomLine;
using ports::Outlook;
using ports::Spent;
using ports::Whose;
using Sums = std::map<std::pair<std::uint32_t, Currency>, Spent>;

__extension__ using Wide = unsigned __int128;

constexpr std::int64_t most_share = 1'000'000;

SpendCube::By by(Whose whose) {
    switch (whose) {
    case Whose::agent: return SpendCube::By::agent;
    case Whose::supplier: return SpendCube::By::supplier;
    case Whose::category: return SpendCube::By::category;
    }
    return SpendCube::By::agent;
}

/// Part of whole in thousandths; neither is negative.
std::int64_t share_of(std::int64_t part, std::int64_t whole) {
    const auto wide = static_cast<Wide>(part) * 1000U / static_cast<std::uint64_t>(whole);
    return wide > most_share ? most_share : static_cast<std::int64_t>(wide);
}

/// Sums of one kind of name: of this month, and of the days that make the pace.
struct Used {
    Sums month;
    Sums pace;
};

class Forecast {
public:
    Forecast(const Books& books, const ports::HeadroomQuery& query)
        : books_(books)
        , query_(query) {
        const auto reach = books.cube().reach();
        if (reach) {
            const base::Instant first = instant_of(reach->first);
            history_ = std::max(std::chrono::floor<std::chrono::days>(query.today - first), std::chrono::days(0));
            pace_from_ = query.past_days.empty() ? query.today : std::max(query.past_days.front(), first);
        }
        // The day on which the record begins counts as one, however late it began.
        const auto is_before = [this](base::Instant day) { return day + std::chrono::days(1) <= pace_from_; };
        days_ = query.past_days.end() - std::find_if_not(query.past_days.begin(), query.past_days.end(), is_before);
    }

    [[nodiscard]] std::chrono::days history() const { return history_; }

    void add(HeadroomLine line) {
        if (line.most.minor <= 0) {
            return; // nothing may be spent: every order stops by itself
        }
        const Used& used = used_of(line.whose);
        const std::pair key(names(line.whose).find(line.whom), line.most.currency);
        const auto month = used.month.find(key);
        line.used = month == used.month.end() ? Spent{{0, line.most.currency}, false, 0} : month->second;
        const std::int64_t spent = std::max<std::int64_t>(line.used.money.minor, 0);
        line.share = share_of(spent, line.most.minor);
        std::int64_t left = 0;
        if (line.used.beyond || __builtin_sub_overflow(line.most.minor, line.used.money.minor, &left)) {
            line.outlook = Outlook::unknown;
            line.left = {0, line.most.currency};
        } else {
            line.left = {left, line.most.currency};
            const auto pace = used.pace.find(key);
            look_ahead(line, pace == used.pace.end() ? std::nullopt : std::optional(pace->second));
        }
        lines_.push_back(std::move(line));
    }

    /// An allowance of everybody of a kind who spent this month.
    void add_each(const ports::MonthlyLimit& limit) {
        for (const auto& [key, spent] : used_of(limit.whose).month) {
            if (key.second == limit.most.currency && !names(limit.whose).name(key.first).empty()) {
                add(line_of(limit, names(limit.whose).name(key.first)));
            }
        }
    }
    [[nodiscard]] HeadroomLine line_of(const ports::MonthlyLimit& limit, const std::string& whom) const {
        HeadroomLine line;
        line.allowance = ports::Allowance::limit;
        line.whose = limit.whose;
        line.whom = whom;
        line.rule = limit.id;
        line.title = limit.title;
        line.most = limit.most;
        const auto& shown = limit.whose == Whose::agent ? books_.cube().agent_names : books_.cube().supplier_names;
        const auto name = shown.find(names(limit.whose).find(whom));
        if (limit.whose != Whose::category && name != shown.end()) {
            line.name = name->second;
        }
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
    [[nodiscard]] const Interned& names(Whose whose) const {
        return whose == Whose::agent      ? books_.cube().agents
               : whose == Whose::supplier ? books_.cube().suppliers
                                          : books_.cube().categories;
    }
    const Used& used_of(Whose whose) {
        const auto found = used_.find(whose);
        if (found != used_.end()) {
            return found->second;
        }
        constexpr base::Instant end = base::Instant::max() - std::chrono::hours(24);
        return used_
            .emplace(whose, Used{books_.cube().sums(by(whose), query_.month_from, end),
                                 books_.cube().sums(by(whose), pace_from_, query_.today)})
            .first->second;
    }
    void look_ahead(HeadroomLine& line, const std::optional<Spent>& spent) const {
        if (line.left.minor < 0) {
            line.outlook = Outlook::over;
            return;
        }
        if (history_ < ports::least_history || days_ <= 0) {
            line.outlook = Outlook::little_history;
            return;
        }
        if (spent && spent->beyond) {
            line.outlook = Outlook::unknown;
            return;
        }
        const std::int64_t total = spent ? std::max<std::int64_t>(spent->money.minor, 0) : 0;
        line.pace = domain::Money{total / days_, line.most.currency};
        line.outlook = Outlook::lasts;
        if (total == 0) {
            return;
        }
        // On the n-th working day the sum is above: left < n * total / days.
        const auto wide =
            static_cast<Wide>(line.left.minor) * static_cast<std::uint64_t>(days_) / static_cast<std::uint64_t>(total);
        if (wide < query_.later_days.size()) {
            line.outlook = Outlook::used_up;
            line.used_up = query_.later_days[static_cast<std::size_t>(wide)];
        }
    }

    const Books& books_;
    const ports::HeadroomQuery& query_;
    std::chrono::days history_{0};
    base::Instant pace_from_{};
    std::int64_t days_ = 0; ///< working days that make the pace
    std::map<Whose, Used> used_;
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
            if (mandate.per_month && mandate.not_after > query.today && mandate.not_before <= query.today) {
                line.allowance = ports::Allowance::mandate;
                line.rule = mandate.id.bytes();
                line.most = *mandate.per_month;
                forecast.add(line);
            }
        }
    }
    for (const ports::MonthlyLimit& limit : query.limits) {
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
