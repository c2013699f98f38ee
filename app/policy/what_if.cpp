// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/policy/what_if.h"

#include "app/policy/cover.h"
#include "app/policy/workload.h"

#include <algorithm>

namespace policy {

namespace {

constexpr std::size_t batch = 4096;
constexpr std::size_t least_to_share = 256; ///< below it a thread costs more than it brings

/// Facts point to these, so that judging has to come before they change.
bool is_pointed_to(const domain::Event& event) {
    return std::holds_alternative<domain::Agent>(event.payload) ||
           std::holds_alternative<domain::Mandate>(event.payload) ||
           std::holds_alternative<domain::Contract>(event.payload);
}

} // namespace

std::optional<WhatIf> WhatIf::make(const Document& before, const Document& after, const WhatIfOptions& options,
                                   std::vector<Finding>& findings) {
    std::vector<std::unique_ptr<Judge>> judges;
    for (std::size_t thread = 0; thread < std::max<std::size_t>(1, options.threads); ++thread) {
        std::vector<Finding> found;
        auto one = RuleBook::compile(before, found);
        auto other = RuleBook::compile(after, found);
        if (thread == 0) {
            findings.insert(findings.end(), found.begin(), found.end());
        }
        if (!one || !other) {
            return std::nullopt;
        }
        other->liken(*one);
        judges.push_back(
            std::make_unique<Judge>(Judge{std::move(*one), std::move(*other), Tally(options.listed), cel::Arena()}));
    }
    Needs needs = needs_of(judges.front()->before, judges.front()->after);
    return WhatIf(std::move(judges), std::move(needs), options);
}

WhatIf::WhatIf(std::vector<std::unique_ptr<Judge>> judges, Needs needs, const WhatIfOptions& options)
    : judges_(std::move(judges))
    , needs_(std::move(needs))
    , options_(options) {
    const Document& before = judges_.front()->before.document();
    const Document& after = judges_.front()->after.document();
    same_rows_ =
        before.rates == after.rates && before.calendar == after.calendar && before.price_lists == after.price_lists;
    wanted_ = judges_.front()->before.wanted();
    for (std::size_t slot = 0; slot < wanted_.size(); ++slot) {
        wanted_[slot] = wanted_[slot] || judges_.front()->after.wanted()[slot];
    }
    waiting_.reserve(batch);
    under_way_.reserve(batch);
}

void WhatIf::expect(const domain::TransactionKey& key, std::int32_t newest) {
    std::int32_t& known = newest_[key];
    known = std::max(known, newest);
}

void WhatIf::take(domain::Event event) {
    beginning_ = beginning_ ? std::min(*beginning_, event.time) : event.time;
    const auto* version = std::get_if<domain::TransactionVersion>(&event.payload);
    if (version == nullptr) {
        if (is_pointed_to(event)) {
            flush();
            settle();
        }
        facts_.apply(event);
        return;
    }
    const auto newest = newest_.find(version->key);
    const bool superseded = newest != newest_.end() && version->version < newest->second;
    if (superseded || (options_.only && event.source != *options_.only)) {
        facts_.apply(event);
        return;
    }
    Prepared& one = waiting_.emplace_back();
    one.facts = facts_.meet(*version, event.time);
    facts_.apply(event, &one.facts.keys);
    one.told = facts_.told();
    one.number = orders_++;
    one.event = std::move(event);
    if (waiting_.size() == batch) {
        flush();
    }
}

void WhatIf::judge(Judge& judge, const Prepared& one, base::Instant beginning) const {
    const auto& version = std::get<domain::TransactionVersion>(one.event.payload);
    const Case about{version, one.facts, one.event.time};
    judge.arena.clear();
    const std::vector<cel::Value> row =
        row_of(about, judge.before.document(), cover_lines(about, judge.before.document()), judge.arena, wanted_);
    const std::vector<cel::Value> other =
        same_rows_
            ? std::vector<cel::Value>()
            : row_of(about, judge.after.document(), cover_lines(about, judge.after.document()), judge.arena, wanted_);
    const cel::Row row_after = same_rows_ ? cel::Row(row) : cel::Row(other);
    const domain::Verdict before = judge.before.judge(about, row, Detail::decision);
    const domain::Verdict after =
        judge.after.judge(about, row_after, Detail::decision, same_rows_ ? &judge.before : nullptr);
    judge.tally.count(version, about.now, one.number, before, after,
                      lacking(needs_, {judge.before, row}, {judge.after, row_after}, about, one.told, beginning));
}

/// What was handed over before is judged by now, and nobody reads it or the facts that it points to.
void WhatIf::settle() {
    threads_.clear(); // waits for them
    under_way_.clear();
}

void WhatIf::flush() {
    settle();
    if (waiting_.size() < least_to_share || judges_.size() == 1) {
        for (const Prepared& one : waiting_) {
            judge(*judges_.front(), one, *beginning_);
        }
        waiting_.clear();
        return;
    }
    waiting_.swap(under_way_);
    const std::size_t parts = judges_.size();
    for (std::size_t part = 0; part < parts; ++part) {
        threads_.emplace_back([this, part, parts, beginning = *beginning_] {
            const std::size_t end = under_way_.size() * (part + 1) / parts;
            for (std::size_t index = under_way_.size() * part / parts; index < end; ++index) {
                judge(*judges_[part], under_way_[index], beginning);
            }
        });
    }
}

domain::WhatIf WhatIf::finish() {
    flush();
    settle();
    Tally& all = judges_.front()->tally;
    for (std::size_t part = 1; part < judges_.size(); ++part) {
        all.join(std::move(judges_[part]->tally));
    }
    domain::WhatIf made;
    all.tell(made);
    const Document& before = judges_.front()->before.document();
    const Document& after = judges_.front()->after.document();
    made.before = before.version;
    made.after = after.version;
    made.unreadable = unreadable_;
    const auto span = made.busy_from ? *made.busy_to - *made.busy_from : std::chrono::microseconds(0);
    made.work_before = workload(made.burden_before, span, working_minutes_a_week(before.calendar), options_.effort);
    made.work_after = workload(made.burden_after, span, working_minutes_a_week(after.calendar), options_.effort);
    return made;
}

} // namespace policy
