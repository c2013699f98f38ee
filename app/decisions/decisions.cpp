// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/decisions.h"

#include "app/base/log.h"
#include "app/crypto/signing.h"
#include "app/decisions/dispatch.h"
#include "app/projection/decision_row.h"
#include "app/verdicts/instead.h"
#include "app/wire/signed_bytes.h"

#include <algorithm>
#include <map>

namespace decisions {

namespace {

using base::Fault;
using base::FaultCode;
using base::Result;

constexpr std::size_t most_late = 100;

} // namespace

base::Fault read_only() {
    return Fault{FaultCode::locked, "another process keeps the store; decide there", {}};
}

Decisions::Decisions(Settings settings, record::Writer* writer, Dispatch* dispatch, const base::Clock& clock)
    : settings_(std::move(settings))
    , writer_(writer)
    , dispatch_(dispatch)
    , clock_(clock)
    , keyring_(settings_.key_file)
    , publisher_(*this) {}

Decisions::Decisions(Settings settings, const base::Clock& clock)
    : settings_(std::move(settings))
    , writer_(nullptr)
    , dispatch_(nullptr)
    , clock_(clock)
    , keyring_(settings_.key_file)
    , publisher_(*this)
    , worker_(Worker::Start::later) {}

Decisions::~Decisions() = default;

void Decisions::begin(record::Writer* writer, Dispatch* dispatch) {
    writer_ = writer;
    dispatch_ = dispatch;
    worker_.begin();
}

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
    publisher_.offer();
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

void Decisions::claim(domain::TransactionKey key, ports::Reply<domain::ClaimChanged> reply) {
    if (dispatch_ == nullptr) {
        reply(read_only());
        return;
    }
    worker_.post([this, key = std::move(key), reply = std::move(reply)] {
        const auto person = signer();
        if (!person) {
            reply(person.fault());
            return;
        }
        dispatch_->claim(key.id, person->member.id, reply);
    });
}

void Decisions::release(domain::TransactionKey key, std::int64_t epoch) {
    if (dispatch_ != nullptr) {
        dispatch_->release(key.id, epoch);
    }
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
    auto row = projection::decision_row(stored, receipts->empty() ? std::optional<domain::Receipt>()
                                                                  : receipts->back().receipt);
    if (row) {
        row->instead = verdicts::instead_of(**store, *row);
    }
    return row;
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

/// A decision that was signed but not sent is void when its order was amended: nobody decided on what it is now. What
/// was sent already is the gateway's to answer.
void Decisions::void_amended(const record::Published& published) {
    std::map<domain::TransactionKey, std::int32_t> amended;
    for (const record::RecordedEvent& recorded : published.events) {
        const auto* version = std::get_if<domain::TransactionVersion>(&recorded.event.payload);
        if (version != nullptr && recorded.event.type == domain::EventType::transaction_amended) {
            amended[version->key] = version->version;
        }
    }
    if (amended.empty()) {
        return;
    }
    writer_->post([this, amended = std::move(amended)](record::Recorder& recorder) {
        const auto unsettled = recorder.unsettled();
        if (!unsettled) {
            qCWarning(base::log_courier) << "the outbox cannot be read:" << base::name_of(unsettled.fault().code);
            return;
        }
        for (const store::DecisionRow& row : *unsettled) {
            const auto found = amended.find({row.source, row.transaction});
            const bool unsent = row.state == domain::DecisionState::held || row.state == domain::DecisionState::signed_;
            if (!unsent || found == amended.end() || row.version >= found->second) {
                continue;
            }
            record::DecisionMove move;
            move.decision = row.id;
            move.to = domain::DecisionState::void_;
            move.cause = "amended";
            if (const auto moved = recorder.move_decision(move)) {
                writer_->publish(*moved);
                dispatch_->wake();
            } else {
                qCWarning(base::log_courier) << "an amended decision stays:" << base::name_of(moved.fault().code);
            }
        }
    });
}

void Decisions::published(const record::PublishedPtr& published) {
    publisher_.published(*published);
    if (dispatch_ != nullptr) {
        for (const record::RecordedEvent& recorded : published->events) {
            if (const auto* receipt = std::get_if<domain::Receipt>(&recorded.event.payload)) {
                dispatch_->settle(*receipt);
            }
        }
        void_amended(*published);
    }
    look_for_late(*published);
    if (published->decisions.empty()) {
        return;
    }
    worker_.post([this, published] {
        for (const store::DecisionRow& stored : published->decisions) {
            if (const auto row = row_now(stored)) { // else whoever opens the case is told why
                tell(*row);
            }
        }
    });
}

void Decisions::tell(const ports::DecisionRow& row) {
    const auto news = std::make_shared<const ports::DecisionRow>(row);
    const std::scoped_lock guard(followers_mutex_);
    const domain::TransactionKey key{row.decision.source, row.decision.transaction};
    if (verdicts::came_too_late(row) && !row.instead && late_.size() < most_late) {
        late_.insert_or_assign(key, row.decision.id);
    } else {
        late_.erase(key);
    }
    for (const auto& follower : followers_) {
        follower(news);
    }
}

/// The refusal may be recorded before the feed tells what had become of the order; then it is told again.
void Decisions::look_for_late(const record::Published& published) {
    const std::scoped_lock guard(followers_mutex_);
    if (late_.empty()) {
        return;
    }
    for (const record::RecordedEvent& recorded : published.events) {
        const auto* step = std::get_if<domain::TransactionStep>(&recorded.event.payload);
        const auto found = step != nullptr ? late_.find({recorded.event.source, step->transaction}) : late_.end();
        if (found != late_.end()) {
            worker_.post([this, id = found->second] {
                if (const auto row = row_now(id)) {
                    tell(*row);
                }
            });
        }
    }
}

} // namespace decisions
