// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/publisher.h"

#include "app/base/log.h"
#include "app/decisions/decisions.h"
#include "app/decisions/dispatch.h"
#include "app/link/fault.h"

#include <algorithm>

namespace decisions {

using base::Fault;
using base::FaultCode;
using base::Result;

Result<verdicts::PolicyLine> Publisher::line() {
    const auto store = desk_.reader();
    if (!store && store.fault().code == FaultCode::not_found) {
        return verdicts::PolicyLine(desk_.settings_.source); // nothing is recorded yet
    }
    return store ? verdicts::read_line(**store, desk_.settings_.source) : Result<verdicts::PolicyLine>(store.fault());
}

Result<verdicts::PolicySeat> Publisher::needed_seat() {
    const auto signer = desk_.signer();
    if (!signer) {
        return signer.fault();
    }
    return verdicts::PolicySeat{desk_.settings_.source, signer->member, desk_.settings_.admits_simulated};
}

std::optional<verdicts::PolicySeat> Publisher::seat() {
    auto seat = needed_seat();
    return seat ? std::optional(std::move(seat).value()) : std::nullopt;
}

Result<ports::PolicyStanding> Publisher::standing_now() {
    const auto known = line();
    if (!known) {
        return known.fault();
    }
    auto standing = verdicts::standing_of(*known, seat());
    if (standing) {
        standing->read_only = desk_.writer_ == nullptr;
        const std::scoped_lock guard(mutex_);
        standing->gateway = gateway_;
    }
    return standing;
}

void Publisher::standing(ports::Reply<ports::PolicyStanding> reply) {
    desk_.worker_.post([this, reply = std::move(reply)] { reply(standing_now()); });
}

Result<ports::PolicyReview> Publisher::review_now(const ports::PolicyDraft& draft) {
    const auto person = needed_seat();
    const auto known = line();
    if (!person || !known) {
        return person ? known.fault() : person.fault();
    }
    return verdicts::review_policy(*known, draft, *person, desk_.clock_.now());
}

void Publisher::review(ports::PolicyDraft draft, ports::Reply<ports::PolicyReview> reply) {
    desk_.worker_.post([this, draft = std::move(draft), reply = std::move(reply)] { reply(review_now(draft)); });
}

Result<verdicts::SignedStep> Publisher::signed_step(const ports::PolicyReview& review) {
    if (desk_.writer_ == nullptr) {
        return read_only();
    }
    const auto person = needed_seat();
    const auto known = line();
    if (!person || !known) {
        return person ? known.fault() : person.fault();
    }
    const auto signature = desk_.keyring_.sign(review.bytes_to_sign);
    const auto key = desk_.keyring_.public_key();
    if (!signature || !key) {
        return signature ? Fault{FaultCode::refused, "the signing key is locked", "key_locked"} : signature.fault();
    }
    return verdicts::sign_policy(*known, review, {*key, *signature}, *person, desk_.clock_.now());
}

void Publisher::sign(ports::PolicyReview review, ports::Reply<ports::PolicyStanding> reply) {
    desk_.worker_.post(
        [this, review = std::move(review), reply = std::move(reply)] { write(signed_step(review), reply); });
}

void Publisher::withdraw(domain::Digest digest, ports::Reply<ports::PolicyStanding> reply) {
    desk_.worker_.post([this, digest, reply = std::move(reply)] { write(signed_withdrawal(digest), reply); });
}

Result<verdicts::SignedStep> Publisher::signed_withdrawal(const domain::Digest& digest) {
    if (desk_.writer_ == nullptr) {
        return read_only();
    }
    const auto person = needed_seat();
    const auto known = line();
    if (!person || !known) {
        return person ? known.fault() : person.fault();
    }
    const base::Instant now = desk_.clock_.now();
    const auto withdrawal = verdicts::review_withdrawal(*known, digest, *person, now);
    if (!withdrawal) {
        return withdrawal.fault();
    }
    domain::SignedPolicyWithdrawal made{*withdrawal, wire::withdrawal_bytes(*withdrawal), {}, {}};
    const auto signature = desk_.keyring_.sign(made.signed_bytes);
    const auto key = desk_.keyring_.public_key();
    if (!signature || !key) {
        return signature ? Fault{FaultCode::refused, "the signing key is locked", "key_locked"} : signature.fault();
    }
    made.key = *key;
    made.signature = *signature;
    return verdicts::withdraw_policy(*known, made, *person, now);
}

void Publisher::write(Result<verdicts::SignedStep> step, const Answer& reply) {
    if (!step || desk_.writer_ == nullptr) {
        reply(step ? read_only() : step.fault());
        return;
    }
    desk_.writer_->post([this, step = std::move(step).value(), reply](record::Recorder& recorder) {
        const auto written = recorder.keep_policy(step.step, step.source, step.id);
        if (!written) {
            reply(written.fault());
            return;
        }
        desk_.writer_->publish(*written);
        desk_.worker_.post([this, reply] { reply(standing_now()); });
    });
}

void Publisher::follow(ports::Subscription<ports::PolicyStanding> subscriber) {
    const std::scoped_lock guard(mutex_);
    followers_.push_back(std::move(subscriber));
}

void Publisher::tell() {
    auto standing = standing_now();
    if (!standing) {
        return; // whoever asks is told why
    }
    const auto news = std::make_shared<const ports::PolicyStanding>(std::move(standing).value());
    const std::scoped_lock guard(mutex_);
    for (const auto& follower : followers_) {
        follower(news);
    }
}

void Publisher::published(const record::Published& published) {
    const bool news = std::any_of(published.own.begin(), published.own.end(), [](const store::Entry& entry) {
        return entry.kind == store::EntryKind::policy || entry.kind == store::EntryKind::roster ||
               entry.kind == store::EntryKind::configuration;
    });
    if (news) {
        desk_.worker_.post([this] { tell(); });
        offer();
    }
}

void Publisher::offer() {
    if (desk_.dispatch_ == nullptr) {
        return;
    }
    desk_.worker_.post([this] {
        const auto known = line();
        if (!known) {
            return;
        }
        std::vector<const verdicts::Edition*> editions = known->waiting();
        if (const verdicts::Edition* head = known->in_force()) {
            editions.insert(editions.begin(), head);
        }
        for (const verdicts::Edition* one : editions) {
            const std::int64_t number = one->policy.edition.number;
            desk_.dispatch_->offer_policy(
                one->policy, one == known->in_force(), [this, number](base::Result<wire::PolicyStatus> answer) {
                    desk_.worker_.post([this, number, answer = std::move(answer)] { take_answer(answer, number); });
                });
        }
        for (const verdicts::Edition* one : known->taken_back()) {
            if (told_back_.insert(one->policy.digest).second) {
                desk_.dispatch_->withdraw_policy({one->policy.envelope, wire::envelope_of(*one->withdrawal)});
            }
        }
    });
}

void Publisher::watch() {
    if (desk_.dispatch_ == nullptr) {
        return;
    }
    desk_.dispatch_->watch_policy([this](const base::Result<wire::PolicyStatus>& said) {
        if (!said) {
            return;
        }
        // What was taken back comes first: it may be about an edition that this console let its own person sign.
        desk_.worker_.post([this, told = said->withdrawn] { take_withdrawals(told); });
        if (said->proposal) {
            desk_.worker_.post([this, told = *said->proposal] { take_proposal(told); });
        }
    });
}

/// What a colleague proposed at another console waits here, too.
void Publisher::take_proposal(const domain::PolicyEnvelope& told) {
    const auto known = line();
    auto step = known ? verdicts::recorded_proposal(*known, told, desk_.settings_.source,
                                                    desk_.settings_.admits_simulated, desk_.clock_.now())
                      : std::nullopt;
    if (step) {
        write(*std::move(step), [](const Result<ports::PolicyStanding>& now) {
            if (!now) { // and asked for again
                qCWarning(base::log_courier) << "a proposal is not recorded:" << base::name_of(now.fault().code);
            }
        });
    }
}

/// What a colleague took back at another console can not be signed here any more, either.
void Publisher::take_withdrawals(const std::vector<wire::Envelope>& told) {
    const auto known = told.empty() ? Result<verdicts::PolicyLine>(verdicts::PolicyLine()) : line();
    for (const wire::Envelope& one : told) {
        const auto withdrawal = wire::open_withdrawal(one);
        auto step =
            known && withdrawal ? verdicts::recorded_withdrawal(*known, *withdrawal, desk_.clock_.now()) : std::nullopt;
        if (step) {
            write(*std::move(step), [](const Result<ports::PolicyStanding>& now) {
                if (!now) { // and told again
                    qCWarning(base::log_courier) << "a withdrawal is not recorded:" << base::name_of(now.fault().code);
                }
            });
        }
    }
}

void Publisher::take_answer(const Result<wire::PolicyStatus>& answer, std::int64_t offered) {
    ports::GatewayPolicy said;
    if (answer) {
        said.state =
            answer->number >= offered ? ports::GatewayPolicy::State::holds_by_it : ports::GatewayPolicy::State::unasked;
        said.number = answer->number;
        said.cannot_judge = answer->cannot_judge;
    } else if (const std::string_view code = uplink::problem_code(answer.fault()); !code.empty()) {
        said.state = ports::GatewayPolicy::State::refused;
        said.code = code;
    } else {
        const bool spoke = uplink::http_status(answer.fault()) != 0;
        said.state = spoke ? ports::GatewayPolicy::State::refused : ports::GatewayPolicy::State::away;
    }
    {
        const std::scoped_lock guard(mutex_);
        // A proposal that is not in force says nothing about what the gateway goes by.
        if (answer && answer->number == 0 && gateway_.state == ports::GatewayPolicy::State::holds_by_it) {
            return;
        }
        gateway_ = std::move(said);
    }
    tell();
}

} // namespace decisions
