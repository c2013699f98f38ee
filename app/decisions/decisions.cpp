// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/decisions.h"

#include "app/base/encoding.h"
#include "app/crypto/signing.h"
#include "app/decisions/dispatch.h"
#include "app/projection/case_file.h"
#include "app/projection/case_row.h"
#include "app/projection/decision_row.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>

namespace decisions {

namespace {

using base::Fault;
using base::FaultCode;
using base::Result;

constexpr std::uint32_t earlier_decisions = 200;

Fault read_only() {
    return Fault{FaultCode::locked, "another process keeps the store; decide there", {}};
}

bool verified(const domain::PublicKey& key, std::string_view bytes, const domain::Signature& signature) {
    return crypto::verify(key, bytes, signature).ok();
}

ports::Standing standing_of(authority::Outcome outcome) {
    switch (outcome) {
    case authority::Outcome::allowed: return ports::Standing::allowed;
    case authority::Outcome::needs_second: return ports::Standing::needs_second;
    case authority::Outcome::refused: return ports::Standing::refused;
    }
    return ports::Standing::refused;
}

} // namespace

Decisions::Decisions(Settings settings, record::Writer* writer, Dispatch* dispatch, const base::Clock& clock)
    : settings_(std::move(settings))
    , writer_(writer)
    , dispatch_(dispatch)
    , clock_(clock)
    , keyring_(settings_.key_file) {}

Decisions::~Decisions() = default;

Result<store::Reader*> Decisions::reader() {
    if (!reader_) {
        auto opened = store::Reader::open(settings_.store);
        if (!opened) {
            return opened.fault();
        }
        reader_ = std::move(opened).value();
    }
    return &*reader_;
}

Result<std::optional<domain::SignedRoster>> Decisions::roster_now() {
    const auto store = reader();
    if (!store) {
        return store.fault();
    }
    auto stored = (*store)->roster(settings_.source);
    if (!stored) {
        return stored.fault();
    }
    if (!stored->has_value()) {
        return std::optional<domain::SignedRoster>();
    }
    // The store keeps the signed bytes; what they say is read from them and from nothing else.
    domain::SignedRoster roster = std::move((*stored)->roster);
    auto read = wire::decode_roster(roster.signed_bytes);
    if (!read) {
        return Fault{FaultCode::corrupt, "the stored roster cannot be read: " + read.fault().detail, {}};
    }
    roster.roster = std::move(read).value();
    return std::optional(std::move(roster));
}

Result<Signer> Decisions::signer() {
    const auto roster = roster_now();
    if (!roster) {
        return roster.fault();
    }
    const auto key = keyring_.public_key();
    if (!roster->has_value() || !key) {
        return Fault{FaultCode::not_found, "no roster names this key yet", "unknown_member"};
    }
    const auto& members = (*roster)->roster.members;
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const domain::Member& member) { return member.key == *key; });
    if (found == members.end()) {
        return Fault{FaultCode::refused, "the roster does not name this key", "unknown_member"};
    }
    return Signer{*found, (*roster)->roster.version};
}

Result<ports::Identity> Decisions::identity_now() {
    ports::Identity identity;
    identity.key = keyring_.state();
    if (const auto key = keyring_.public_key()) {
        identity.fingerprint = crypto::fingerprint(*key);
    }
    const auto person = signer();
    if (person) {
        identity.on_roster = true;
        identity.person = person->member.id;
        identity.name = person->member.name;
        identity.role = person->member.role;
        identity.permissions = person->member.permissions;
        identity.roster_version = person->roster_version;
    } else if (person.fault().code != FaultCode::not_found && person.fault().code != FaultCode::refused) {
        return person.fault();
    }
    return identity;
}

void Decisions::identity(ports::Reply<ports::Identity> reply) {
    worker_.post([this, reply = std::move(reply)] { reply(identity_now()); });
}

void Decisions::create_key(ports::Passphrase passphrase, ports::Reply<ports::Identity> reply) {
    const auto held = std::make_shared<ports::Passphrase>(std::move(passphrase));
    worker_.post([this, held, reply = std::move(reply)] {
        if (const auto made = keyring_.create(held->bytes()); !made) {
            reply(made.fault());
            return;
        }
        found_roster_now(held->bytes(), [this, reply](base::Done done) {
            worker_.post([this, reply, done = std::move(done)] { done ? reply(identity_now()) : reply(done.fault()); });
        });
    });
}

void Decisions::found_roster_now(std::string_view passphrase, std::function<void(base::Done)> then) {
    const auto existing = roster_now();
    const auto key = keyring_.public_key();
    if (!settings_.found_roster || !key || (existing && existing->has_value())) {
        then({});
        return;
    }
    if (writer_ == nullptr) {
        then(read_only());
        return;
    }
    auto roster = settings_.found_roster(*key, passphrase);
    if (!roster) {
        then(roster.fault());
        return;
    }
    writer_->post([this, roster = std::move(roster).value(), then = std::move(then)](record::Recorder& recorder) {
        const auto kept = recorder.keep_roster(settings_.source, roster);
        if (!kept) {
            then(kept.fault());
            return;
        }
        writer_->publish(*kept);
        if (dispatch_ != nullptr) {
            dispatch_->offer_roster(roster);
        }
        then({});
    });
}

void Decisions::offer_roster() {
    worker_.post([this] {
        const auto roster = roster_now();
        if (dispatch_ != nullptr && roster && roster->has_value()) {
            dispatch_->offer_roster(**roster);
        }
    });
}

void Decisions::unlock(ports::Passphrase passphrase, ports::Reply<ports::Identity> reply) {
    const auto held = std::make_shared<ports::Passphrase>(std::move(passphrase));
    worker_.post([this, held, reply = std::move(reply)] {
        const auto opened = keyring_.unlock(held->bytes());
        opened ? reply(identity_now()) : reply(opened.fault());
    });
}

void Decisions::lock(ports::Reply<ports::Identity> reply) {
    worker_.post([this, reply = std::move(reply)] {
        keyring_.lock();
        reply(identity_now());
    });
}

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
    if (dispatch_ == nullptr) {
        reply(read_only());
        return;
    }
    const domain::TransactionId id = draft.key.id;
    dispatch_->make_plan(id, [this, draft = std::move(draft), reply = std::move(reply)](Result<domain::Plan> plan) {
        if (!plan) {
            reply(plan.fault());
            return;
        }
        worker_.post([this, draft, reply, plan = std::move(plan).value()] { reply(review_now(draft, plan)); });
    });
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
    const auto ruling = ask_the_law(decision, *facts, settings_.admits_simulated, verified, clock_.now());
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

void Decisions::withdraw(domain::DecisionId id, ports::Reply<ports::DecisionRow> reply) {
    record::DecisionMove move;
    move.decision = id;
    move.to = domain::DecisionState::withdrawn;
    move.cause = "withdrawn_by_person";
    answer_when_written(
        id, reply, [move](record::Recorder& recorder) { return recorder.move_decision(move); },
        [this] {
            if (dispatch_ != nullptr) {
                dispatch_->wake();
            }
        });
}

void Decisions::ask_status(domain::DecisionId id, ports::Reply<ports::DecisionRow> reply) {
    if (dispatch_ != nullptr) {
        dispatch_->ask_status(id);
    }
    worker_.post([this, id = std::move(id), reply = std::move(reply)] { reply(row_now(id)); });
}

Result<ports::DecisionRow> Decisions::row_now(const domain::DecisionId& id) {
    const auto store = reader();
    if (!store) {
        return store.fault();
    }
    const auto stored = (*store)->decision(id);
    return stored ? row_now(*stored) : Result<ports::DecisionRow>(stored.fault());
}

Result<ports::DecisionRow> Decisions::row_now(const store::DecisionRow& stored) {
    const auto store = reader();
    if (!store) {
        return store.fault();
    }
    const auto receipts = (*store)->receipts(stored.id);
    if (!receipts) {
        return receipts.fault();
    }
    return projection::decision_row(stored,
                                    receipts->empty() ? std::optional<domain::Receipt>() : receipts->back().receipt);
}

void Decisions::recent(std::uint32_t limit, ports::Reply<std::vector<ports::DecisionRow>> reply) {
    worker_.post([this, limit, reply = std::move(reply)] {
        const auto store = reader();
        store::DecisionFilter filter;
        filter.limit = limit;
        const auto stored =
            store ? (*store)->decisions(filter) : Result<std::vector<store::DecisionRow>>(store.fault());
        if (!stored) {
            reply(stored.fault());
            return;
        }
        std::vector<ports::DecisionRow> rows;
        for (const store::DecisionRow& one : *stored) {
            auto row = row_now(one);
            if (!row) {
                reply(row.fault());
                return;
            }
            rows.push_back(std::move(row).value());
        }
        reply(std::move(rows));
    });
}

void Decisions::follow(ports::Subscription<ports::DecisionRow> subscriber) {
    const std::scoped_lock guard(followers_mutex_);
    followers_.push_back(std::move(subscriber));
}

void Decisions::published(const record::PublishedPtr& published) {
    if (dispatch_ != nullptr) {
        for (const record::RecordedEvent& recorded : published->events) {
            if (const auto* receipt = std::get_if<domain::Receipt>(&recorded.event.payload)) {
                dispatch_->settle(*receipt);
            }
        }
    }
    if (published->decisions.empty()) {
        return;
    }
    worker_.post([this, published] {
        const std::scoped_lock guard(followers_mutex_);
        for (const store::DecisionRow& stored : published->decisions) {
            auto row = row_now(stored);
            if (!row) {
                continue; // unreadable now; whoever opens the case is told why
            }
            const auto news = std::make_shared<const ports::DecisionRow>(std::move(row).value());
            for (const auto& follower : followers_) {
                follower(news);
            }
        }
    });
}

} // namespace decisions
