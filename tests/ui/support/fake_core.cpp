// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_core.h"

#include "app/projection/case_cards.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fake {

void Core::publish(std::vector<ports::FeedRow> rows) {
    auto batch = std::make_shared<ports::FeedBatch>();
    batch->rows = std::move(rows);
    publish_batch(batch);
}

void Core::publish_batch(const std::shared_ptr<const ports::FeedBatch>& batch) {
    feed.insert(feed.end(), batch->rows.begin(), batch->rows.end());
    for (const auto& subscriber : feed_) {
        subscriber(batch);
    }
}

void Core::add_case(ports::CaseFile file) {
    const domain::TransactionKey key = file.row.key;
    files.insert_or_assign(key, std::move(file));
}

void Core::change_case(ports::CaseFile file) {
    auto changes = std::make_shared<ports::CaseChanges>();
    changes->changed.push_back(file.row);
    add_case(std::move(file));
    for (const auto& subscriber : cases_) {
        subscriber(changes);
    }
}

void Core::set_health(ports::Health now) {
    health = std::move(now);
    for (const auto& subscriber : healths_) {
        subscriber(std::make_shared<const ports::Health>(health));
    }
}

void Core::watch_health(ports::Subscription<ports::Health> subscriber) {
    subscriber(std::make_shared<const ports::Health>(health));
    healths_.push_back(std::move(subscriber));
}

void Core::page(ports::FeedQuery query, ports::Reply<ports::FeedPage> reply) {
    ports::FeedPage page;
    for (auto row = feed.rbegin(); row != feed.rend(); ++row) {
        if (query.before && row->index >= *query.before) {
            continue;
        }
        if (page.rows.size() == query.limit) {
            page.more = true;
            break;
        }
        page.rows.push_back(*row);
        page.reached = row->index;
    }
    reply(std::move(page));
}

void Core::open_cases(ports::Reply<ports::CaseChanges> reply) {
    ports::CaseChanges open;
    for (const auto& [key, file] : files) {
        if (file.is_case) {
            open.changed.push_back(file.row);
        }
    }
    reply(std::move(open));
}

void Core::case_file(domain::TransactionKey key, ports::Reply<ports::CaseFile> reply) {
    const auto found = files.find(key);
    if (found == files.end()) {
        reply(base::Fault{base::FaultCode::not_found, "no such transaction", {}});
    } else {
        ports::CaseFile file = found->second; // with cards that say what the rest of it says, as the archive's
        file.cards = projection::case_cards(file);
        reply(std::move(file));
    }
}

void Core::original(std::uint64_t, ports::Reply<domain::UntrustedText> reply) {
    reply(domain::UntrustedText("{}"));
}

namespace {

template <class Page, class Row>
Page aside_page(const std::vector<Row>& all, const ports::AsideQuery& query) {
    Page page;
    for (const Row& row : all) {
        if (query.before && row.index >= *query.before) {
            continue;
        }
        if (page.rows.size() == query.limit) {
            page.more = true;
            break;
        }
        page.rows.push_back(row);
    }
    return page;
}

} // namespace

void Core::quarantine(ports::AsideQuery query, ports::Reply<ports::QuarantinePage> reply) {
    reply(aside_page<ports::QuarantinePage>(quarantined, query));
}

void Core::conflicts(ports::AsideQuery query, ports::Reply<ports::ConflictPage> reply) {
    reply(aside_page<ports::ConflictPage>(contradicting, query));
}

void Core::gaps(ports::GapQuery query, ports::Reply<ports::GapPage> reply) {
    ports::GapPage page;
    for (const ports::GapRow& row : missing) {
        const bool behind =
            !query.after || std::tie(query.after->source, query.after->from) < std::tie(row.source, row.from);
        if (!behind || (query.open_only && row.filled)) {
            continue;
        }
        if (page.rows.size() == query.limit) {
            page.more = true;
            break;
        }
        page.rows.push_back(row);
    }
    reply(std::move(page));
}

void Core::create_key(ports::Passphrase given, ports::Reply<ports::Identity> reply) {
    passphrase = given.bytes();
    who.key = ports::KeyState::open;
    who.fingerprint = "SHA256:fake";
    reply(who);
}

void Core::unlock(ports::Passphrase given, ports::Reply<ports::Identity> reply) {
    if (given.bytes() != passphrase) {
        reply(base::Fault{base::FaultCode::wrong_passphrase, "the passphrase does not open the key", {}});
        return;
    }
    who.key = ports::KeyState::open;
    reply(who);
}

void Core::lock(ports::Reply<ports::Identity> reply) {
    who.key = ports::KeyState::locked;
    reply(who);
}

void Core::note_view(ports::OwnViewDraft draft, ports::Reply<ports::NotedView> reply) {
    const auto found = files.find(draft.key);
    if (next_fault || found == files.end()) {
        reply(next_fault ? *std::exchange(next_fault, std::nullopt)
                         : base::Fault{base::FaultCode::not_found, "no such transaction", {}});
        return;
    }
    ports::NotedView view{draft.view, who.person, draft.version, clock_.now(), 1'000'000 + found->second.views.size()};
    ports::TimelineEntry step;
    step.row.index = view.index;
    step.row.time = view.time;
    step.view = view;
    found->second.timeline.push_back(std::move(step));
    found->second.views.push_back(view);
    reply(view);
}

/// The bytes stand for the decision one to one, so that a test can see which ones were signed.
void Core::review(ports::Draft draft, ports::Reply<ports::Review> reply) {
    ++reviews_asked;
    if (next_fault) {
        reply(*std::exchange(next_fault, std::nullopt));
        return;
    }
    if (const auto fault = review_faults.find(draft.key.id.bytes()); fault != review_faults.end()) {
        reply(fault->second);
        return;
    }
    const bool lacks_amount = draft.verb == domain::Verb::approve_reduced && !draft.amount;
    if (lacks_amount || (draft.verb == domain::Verb::ask && draft.reason_text.empty())) {
        reply(base::Fault{base::FaultCode::invalid_argument, "something is missing",
                          lacks_amount ? "amount" : "reason_text"});
        return;
    }
    ports::Review review;
    domain::Decision& decision = review.decision;
    decision.id = domain::DecisionId("D-" + std::to_string(reviews_asked));
    decision.source = draft.key.source;
    decision.transaction = draft.key.id;
    decision.version = draft.version;
    decision.subject_digest = draft.digest;
    decision.agent = draft.agent;
    decision.verb = draft.verb;
    decision.reason_code = draft.reason_code;
    decision.reason_text = draft.reason_text;
    decision.person = who.person;
    decision.role = who.role;
    decision.roster_version = who.roster_version;
    decision.not_after = clock_.now() + std::chrono::minutes(10);
    if (const auto found = files.find(draft.key); found != files.end()) {
        const ports::CaseFile& file = found->second;
        if (file.row.digest != draft.digest || file.row.version != draft.version) {
            reply(base::Fault{base::FaultCode::stale, "the case moved on", {}});
            return;
        }
        review.subject = file.versions.back().version.subject;
        if (draft.verb == domain::Verb::approve || draft.verb == domain::Verb::roll_back) {
            decision.amount = draft.amount.value_or(review.subject->gross);
        } else if (draft.verb == domain::Verb::approve_reduced) {
            decision.amount = draft.amount;
        }
        if (decision.amount) {
            decision.payee = review.subject->payee;
        }
        if (draft.verb == domain::Verb::roll_back && file.plan) {
            review.plan = file.plan;
            decision.plan_digest = file.plan->digest;
        }
    }
    review.standing = standing;
    review.code = standing_code;
    if (const auto refusal = refusals.find(draft.key.id.bytes()); refusal != refusals.end()) {
        review.standing = ports::Standing::refused;
        review.code = refusal->second;
    }
    review.bytes_to_sign = "reeve-decision/v1\n" + decision.id.bytes() + " " + decision.reason_code + " " +
                           decision.reason_text.bytes() + " " + std::to_string(decision.version);
    reply(std::move(review));
}

void Core::sign(ports::Review review, ports::Reply<ports::DecisionRow> reply) {
    if (next_fault) {
        reply(*std::exchange(next_fault, std::nullopt));
        return;
    }
    const std::string& order = review.decision.transaction.bytes();
    if (const auto fault = sign_faults.find(order); fault != sign_faults.end()) {
        reply(fault->second);
        return;
    }
    ++signatures;
    signed_bytes.push_back(review.bytes_to_sign);
    ports::DecisionRow row;
    row.decision = review.decision;
    row.state = domain::DecisionState::signed_;
    row.signed_at = clock_.now();
    row.changed = clock_.now();
    if (away) {
        row.fault = base::Fault{base::FaultCode::unreachable, "no gateway", {}};
    }
    taken.insert(taken.begin(), row);
    reply(row);
    tell(row);
    if (const auto end = ends.find(order); answers_by_itself && end != ends.end()) {
        advance(row.decision.id, end->second.first, end->second.second);
    } else if (answers_by_itself && !away) {
        advance(row.decision.id, domain::DecisionState::sent);
        advance(row.decision.id, domain::DecisionState::accepted);
        advance(row.decision.id, domain::DecisionState::executed);
    }
}

void Core::withdraw(domain::DecisionId id, ports::Reply<ports::DecisionRow> reply) {
    if (next_withdrawal_fault) {
        reply(*std::exchange(next_withdrawal_fault, std::nullopt));
        return;
    }
    advance(id, domain::DecisionState::withdrawn);
    reply(*find(id));
}

void Core::ask_status(domain::DecisionId id, ports::Reply<ports::DecisionRow> reply) {
    advance(id, domain::DecisionState::accepted);
    reply(*find(id));
}

void Core::claim(domain::TransactionKey key, ports::Reply<domain::ClaimChanged> reply) {
    claimed.push_back(key);
    if (const auto fault = claim_faults.find(key.id.bytes()); away || fault != claim_faults.end()) {
        reply(away ? base::Fault{base::FaultCode::unreachable, "no gateway", {}} : fault->second);
        return;
    }
    if (!holder.empty() && holder != who.person) {
        reply(base::Fault{base::FaultCode::conflict, "somebody else holds the case", "claimed_by_other"});
        return;
    }
    reply(domain::ClaimChanged{key.id, who.person, static_cast<std::int64_t>(claimed.size()),
                               clock_.now() + std::chrono::minutes(2)});
}

void Core::recent(std::uint32_t limit, ports::Reply<std::vector<ports::DecisionRow>> reply) {
    std::vector<ports::DecisionRow> rows = taken;
    rows.resize(std::min<std::size_t>(rows.size(), limit));
    reply(std::move(rows));
}

ports::DecisionRow* Core::find(const domain::DecisionId& id) {
    const auto found = std::find_if(taken.begin(), taken.end(), [&](const auto& row) { return row.decision.id == id; });
    return found == taken.end() ? nullptr : &*found;
}

void Core::tell(const ports::DecisionRow& row) {
    for (const auto& subscriber : decisions_) {
        subscriber(std::make_shared<const ports::DecisionRow>(row));
    }
}

void Core::advance(const domain::DecisionId& id, domain::DecisionState state, std::string code) {
    using enum domain::DecisionState;
    ports::DecisionRow& row = *find(id);
    row.state = state;
    row.changed = clock_.now();
    if (state == held) {
        row.decision.not_before = clock_.now() + std::chrono::seconds(8);
    }
    if (state == accepted || state == executed || state == refused_by_gateway) {
        domain::Receipt receipt;
        receipt.id = domain::ReceiptId("R-" + id.bytes());
        receipt.decision = id;
        receipt.outcome = state == executed   ? domain::ReceiptOutcome::executed
                          : state == accepted ? domain::ReceiptOutcome::accepted
                                              : domain::ReceiptOutcome::refused;
        receipt.code = std::move(code);
        receipt.issued = clock_.now();
        row.receipt = receipt;
    }
    tell(row);
}

} // namespace fake
