// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/decisions.h"

#include "app/base/encoding.h"
#include "app/crypto/signing.h"
#include "app/decisions/dispatch.h"
#include "app/projection/case_file.h"
#include "app/projection/case_row.h"
#include "app/verdicts/approving.h"
#include "app/wire/signed_bytes.h"

namespace decisions {

namespace {

using base::Fault;
using base::FaultCode;
using base::Result;

constexpr std::uint32_t earlier_decisions = 200;

ports::Standing standing_of(authority::Outcome outcome) {
    switch (outcome) {
    case authority::Outcome::allowed: return ports::Standing::allowed;
    case authority::Outcome::needs_second: return ports::Standing::needs_second;
    case authority::Outcome::refused: return ports::Standing::refused;
    }
    return ports::Standing::refused;
}

} // namespace

Result<Facts> Decisions::facts_about(const ports::Draft& draft) {
    const auto store = reader();
    if (!store) {
        return store.fault();
    }
    Facts facts;
    auto roster = roster_now();
    const auto status = (*store)->status();
    if (!roster || !status) {
        return roster ? status.fault() : roster.fault();
    }
    facts.roster = std::move(*roster).value_or(domain::SignedRoster());
    facts.checkpoint = base::to_base64(status->root);
    if (is_about_agent(draft.verb)) {
        return facts;
    }
    const auto entries = (*store)->transaction(draft.key);
    const auto row = (*store)->find_case(draft.key);
    store::DecisionFilter filter;
    filter.transaction = draft.key;
    filter.limit = earlier_decisions;
    auto earlier = (*store)->decisions(filter);
    if (!entries || !row || !earlier) {
        return !entries ? entries.fault() : !row ? row.fault() : earlier.fault();
    }
    auto file = projection::case_file(*entries);
    if (!file) {
        return file.fault();
    }
    facts.file = std::move(file).value();
    facts.row = *row;
    facts.file.row =
        row->has_value() ? projection::case_row(**row, nullptr) : projection::ordinary_row(draft.key, facts.file);
    facts.earlier = std::move(earlier).value();
    auto law = verdicts::approval_law(**store, settings_.source);
    if (!law) {
        return law.fault();
    }
    facts.approvals = std::move(law->approvals);
    if (facts.approvals.matrix.limits() && !facts.file.versions.empty()) {
        auto group = verdicts::group_on_record(**store, facts.file.versions.back().version.subject.agent);
        if (!group) {
            return group.fault();
        }
        facts.group = std::move(group).value();
    }
    return facts;
}

Result<ports::Review> Decisions::review_now(const ports::Draft& draft, std::optional<domain::Plan> plan) {
    const auto person = signer();
    if (!person) {
        return person.fault();
    }
    auto facts = facts_about(draft);
    if (!facts) {
        return facts.fault();
    }
    facts->plan = std::move(plan);
    auto decision = compose(draft, *facts, *person, clock_.now());
    if (!decision) {
        return decision.fault();
    }
    ports::Review review;
    review.bytes_to_sign = wire::decision_bytes(*decision);
    // What the dialog shows is read back from the bytes: they are the only source.
    auto read_back = wire::decode_decision(review.bytes_to_sign);
    if (!read_back) {
        return Fault{FaultCode::internal, read_back.fault().detail, read_back.fault().where};
    }
    review.decision = std::move(read_back).value();
    const domain::SignedDecision unsigned_yet{review.decision, review.bytes_to_sign, person->member.key, {}};
    const auto ruling = ask_the_law(unsigned_yet, *facts, settings_.admits_simulated, {}, clock_.now());
    review.standing = standing_of(ruling.outcome);
    review.code = ruling.code == authority::Code::none ? std::string() : std::string(authority::name_of(ruling.code));
    review.plan = facts->plan;
    if (!facts->file.versions.empty()) {
        review.subject = facts->file.versions.back().version.subject;
    }
    return review;
}

void Decisions::review(ports::Draft draft, ports::Reply<ports::Review> reply) {
    if (!needs_plan(draft.verb)) {
        worker_.post([this, draft = std::move(draft), reply = std::move(reply)] { reply(review_now(draft, {})); });
        return;
    }
    const domain::TransactionId id = draft.key.id;
    const std::optional<domain::Money> amount = draft.amount;
    const auto planned = [this, draft = std::move(draft), reply](Result<domain::Plan> plan) {
        if (!plan) {
            reply(plan.fault());
            return;
        }
        worker_.post([this, draft, reply, plan = std::move(plan).value()] { reply(review_now(draft, plan)); });
    };
    if (dispatch_ != nullptr) {
        dispatch_->make_plan(id, amount, planned);
    } else if (settings_.make_plan) {
        settings_.make_plan(id, amount, planned);
    } else {
        reply(read_only());
    }
}

base::Done Decisions::check_again(const domain::SignedDecision& decision, const ports::Review& review) {
    ports::Draft draft;
    draft.verb = decision.decision.verb;
    draft.key = {decision.decision.source, decision.decision.transaction};
    auto facts = facts_about(draft);
    if (!facts) {
        return facts.fault();
    }
    facts->plan = review.plan;
    const auto ruling = ask_the_law(decision, *facts, settings_.admits_simulated, crypto::holds, clock_.now());
    if (ruling.outcome != authority::Outcome::refused) {
        return {};
    }
    const bool moved = ruling.code == authority::Code::wrong_version || ruling.code == authority::Code::wrong_digest;
    return Fault{moved ? FaultCode::stale : FaultCode::refused, "the rules say no",
                 std::string(authority::name_of(ruling.code))};
}

void Decisions::sign_now(const ports::Review& review, const ports::Reply<ports::DecisionRow>& reply) {
    const auto shown = wire::decode_decision(review.bytes_to_sign);
    if (!shown || !(*shown == review.decision)) {
        reply(Fault{FaultCode::invalid_argument, "what was shown is not what would be signed", {}});
        return;
    }
    const auto signature = keyring_.sign(review.bytes_to_sign);
    const auto key = keyring_.public_key();
    if (!signature || !key) {
        reply(signature ? Fault{FaultCode::refused, "the signing key is locked", "key_locked"} : signature.fault());
        return;
    }
    const domain::SignedDecision decision{review.decision, review.bytes_to_sign, *key, *signature};
    if (const auto lawful = check_again(decision, review); !lawful) {
        reply(lawful.fault());
        return;
    }
    const auto state =
        decision.decision.not_before > clock_.now() ? domain::DecisionState::held : domain::DecisionState::signed_;
    answer_when_written(
        decision.decision.id, reply,
        [decision, state](record::Recorder& recorder) { return recorder.decide(decision, state); },
        [this] {
            if (dispatch_ != nullptr) {
                dispatch_->wake();
            }
        });
}

void Decisions::answer_when_written(const domain::DecisionId& id, const ports::Reply<ports::DecisionRow>& reply,
                                    std::function<Result<record::PublishedPtr>(record::Recorder&)> write,
                                    std::function<void()> afterwards) {
    if (writer_ == nullptr) {
        reply(read_only());
        return;
    }
    writer_->post(
        [this, id, reply, write = std::move(write), afterwards = std::move(afterwards)](record::Recorder& recorder) {
            const auto written = write(recorder);
            if (!written) {
                reply(written.fault());
                return;
            }
            writer_->publish(*written);
            afterwards();
            worker_.post([this, id, reply] { reply(row_now(id)); });
        });
}

void Decisions::sign(ports::Review review, ports::Reply<ports::DecisionRow> reply) {
    worker_.post([this, review = std::move(review), reply = std::move(reply)] { sign_now(review, reply); });
}

} // namespace decisions
