// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/describe.h"
#include "app/record/lookup.h"
#include "app/record/recorder_impl.h"

#include "app/base/encoding.h"
#include "app/wire/content.h"

#include <algorithm>
#include <limits>

namespace record {

namespace {

constexpr std::size_t most_quarantined_bytes = 64 * 1024;
constexpr std::uint64_t most_sequence = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

/// What tells one quarantined thing from another of its source: its bytes; beside them the id that a mapping gave it,
/// and the place of what was too large to be kept at all.
std::string identity_of(const wire::Refusal& refusal, const Frame& frame) {
    if (!frame.unreadable) {
        return refusal.raw;
    }
    if (!frame.unreadable->id.empty()) {
        return "id " + frame.unreadable->id.bytes() + '\n' + refusal.raw;
    }
    return refusal.raw.empty() ? "place " + frame.place : refusal.raw;
}

} // namespace

base::Done Recorder::Impl::take_items(Batch& batch, Prepared& prepared) {
    batch.published->events.reserve(prepared.items.size());
    batch.rows.reserve(prepared.items.size());
    batch.row_sources.reserve(prepared.items.size());
    batch.commitments.reserve(prepared.items.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i < prepared.frames.size(); ++i) {
        const Frame& frame = prepared.frames[i];
        const bool alone = prepared.ends[i] == at + 1;
        for (; at < prepared.ends[i]; ++at) {
            wire::Item& item = prepared.items[at];
            if (auto* event = std::get_if<domain::Event>(&item)) {
                REEVE_TRY(
                    take_event(batch, std::move(*event), frame, Seal{prepared.salts[at], prepared.commitments[at]}));
                continue;
            }
            const auto& refusal = std::get<wire::Refusal>(item);
            // Only what is the whole frame is all that the framing counted.
            const bool whole = alone && !refusal.sequence;
            const std::uint64_t own = refusal.sequence.value_or(0);
            REEVE_TRY(take_refusal(batch, refusal, frame, whole ? frame.carries : SequenceRange{own, own}));
        }
        REEVE_TRY(take_given_up(frame));
    }
    return {};
}

base::Done Recorder::Impl::take_given_up(const Frame& frame) {
    if (frame.given_up.empty()) {
        return {};
    }
    const auto found_source = source(frame.feed);
    if (!found_source) {
        return found_source.fault();
    }
    touch(**found_source);
    for (const SequenceRange& range : frame.given_up) {
        (*found_source)->line.give_up(range.first, range.last);
    }
    return {};
}

base::Done Recorder::Impl::take_event(Batch& batch, domain::Event&& event, const Frame& frame, const Seal& seal) {
    if (event.sequence > most_sequence) {
        return take_refusal(
            batch,
            wire::Refusal{base::Fault{base::FaultCode::too_large, "a sequence above 63 bits", "/sequence"},
                          event.source,
                          event.id,
                          {},
                          event.raw},
            frame, {});
    }
    const auto found_source = source(event.source);
    if (!found_source) {
        return found_source.fault();
    }
    SourceState& state = **found_source;
    touch(state);
    state.row.last_received = std::max(state.row.last_received, frame.received);
    const auto known = find_identity(batch, state, event);
    if (!known) {
        return known.fault();
    }
    if (*known && (*known)->same) {
        batch.duplicates.emplace_back((*known)->index, frame.received);
        ++state.row.duplicates;
        ++batch.published->counts.duplicates;
        ++batch.batch_counts[frame.batch].second;
        return {};
    }
    if (*known) {
        return take_conflict(batch, std::move(event), frame, state, store::ConflictKind::other_body, (*known)->index);
    }
    if (event.sequence != 0) {
        if (state.line.place(event.sequence) == SequenceLine::Place::taken) {
            const auto other = find_sequence(batch, state, event.sequence);
            if (!other) {
                return other.fault();
            }
            if (*other) {
                return take_conflict(batch, std::move(event), frame, state, store::ConflictKind::other_identity,
                                     **other);
            }
            // The number was used up by something that could not be read: this is it, mended.
        } else {
            state.line.take(event.sequence, frame.received);
        }
    }
    ++state.row.events;
    ++batch.published->counts.events;
    if (frame.batch != 0) {
        ++batch.batch_counts[frame.batch].first;
    }
    auto& events = batch.published->events;
    events.emplace_back();
    RecordedEvent& recorded = events.back();
    recorded.index = next_index(batch);
    recorded.event = std::move(event);
    recorded.received = frame.received;
    recorded.batch = frame.batch;
    recorded.suspected = frame.batch != 0 && is_suspected(frame.batch);
    store::NewEntry row = describe(recorded, state.number);
    row.salt = seal.salt;
    add_row(batch, row, &state.row.source, &seal.commitment);
    return {};
}

base::Result<std::optional<Recorder::Impl::Found>>
Recorder::Impl::find_identity(const Batch& batch, const SourceState& state, const domain::Event& event) {
    const std::uint64_t key = store::identity_key(store_->hash(), state.number, event.id.bytes());
    const auto candidates = known_.with_identity(key, *store_);
    if (!candidates) {
        return candidates.fault();
    }
    for (const std::uint64_t index : *candidates) {
        if (index >= tree_.size()) { // of this batch, not yet in the store
            const store::NewEntry& row = batch.rows[static_cast<std::size_t>(index - tree_.size())];
            if (row.source == state.number && row.id == event.id.bytes()) {
                return std::optional(Found{index, wire::same_content(row.body, event.raw)});
            }
            continue;
        }
        const auto entry = store_->entry(index);
        if (!entry) {
            return entry.fault();
        }
        if (entry->source == event.source && entry->id == event.id) {
            return std::optional(Found{index, wire::same_content(entry->body, event.raw)});
        }
    }
    return std::optional<Found>();
}

base::Result<std::optional<std::uint64_t>> Recorder::Impl::find_sequence(const Batch& batch, const SourceState& state,
                                                                         std::uint64_t sequence) {
    const auto candidates = known_.with_sequence(sequence, *store_);
    if (!candidates) {
        return candidates.fault();
    }
    for (const std::uint64_t index : *candidates) {
        if (index >= tree_.size()) {
            if (batch.rows[static_cast<std::size_t>(index - tree_.size())].source == state.number) {
                return std::optional(index);
            }
            continue;
        }
        const auto entry = store_->entry(index);
        if (!entry) {
            return entry.fault();
        }
        if (entry->source == state.row.source) {
            return std::optional(index);
        }
    }
    return std::optional<std::uint64_t>();
}

base::Done Recorder::Impl::take_conflict(Batch& batch, domain::Event&& event, const Frame& frame, SourceState& state,
                                         store::ConflictKind kind, std::uint64_t other) {
    const domain::Digest digest = sha_.of(event.raw);
    ++state.row.conflicts;
    ++batch.published->counts.conflicts;
    const auto copy = batch.conflict_by_copy.find({other, digest});
    if (copy != batch.conflict_by_copy.end()) {
        ++batch.conflicts[copy->second].second.times;
        return {};
    }
    const auto known = store_->count_conflict(other, digest, frame.received);
    if (!known || *known) {
        return known ? base::Done() : base::Done(known.fault());
    }
    store::ConflictRow row;
    row.index = next_index(batch);
    row.other = other;
    row.kind = kind;
    row.source = event.source;
    row.id = event.id;
    row.sequence = event.sequence;
    row.digest = digest;
    row.received = row.last_received = frame.received;
    batch.conflicting.push_back(std::move(event));
    const domain::Event& kept = batch.conflicting.back();
    store::NewEntry entry;
    entry.index = row.index;
    entry.kind = store::EntryKind::conflict;
    entry.source = state.number;
    entry.sequence = kept.sequence;
    entry.id = kept.id.bytes();
    entry.type = kept.type ? static_cast<int>(*kept.type) : 0;
    entry.time = kept.time;
    entry.received = frame.received;
    entry.batch = frame.batch;
    entry.body = kept.raw;
    add_row(batch, entry, &state.row.source);
    batch.conflict_by_copy.emplace(std::pair(other, digest), batch.conflicts.size());
    batch.conflicts.emplace_back(state.number, std::move(row));
    return {};
}

base::Done Recorder::Impl::take_refusal(Batch& batch, const wire::Refusal& refusal, const Frame& frame,
                                        const SequenceRange& carries) {
    const auto found_source = source(refusal.source ? *refusal.source : frame.feed);
    if (!found_source) {
        return found_source.fault();
    }
    SourceState& state = **found_source;
    touch(state);
    state.row.last_received = std::max(state.row.last_received, frame.received);
    for (std::uint64_t at = carries.first; at != 0 && at <= std::min(carries.last, most_sequence); ++at) {
        if (state.line.place(at) != SequenceLine::Place::taken) {
            state.line.take(at, frame.received); // it did arrive: not a gap
        }
    }
    ++state.row.quarantined;
    ++batch.published->counts.quarantined;
    const domain::Digest digest = sha_.of(identity_of(refusal, frame));
    const auto copy = batch.quarantine_by_bytes.find({state.number, digest});
    if (copy != batch.quarantine_by_bytes.end()) {
        ++batch.quarantined[copy->second].second.times;
        return {};
    }
    const auto known = store_->count_quarantine(state.number, digest, frame.received);
    if (!known || *known) {
        return known ? base::Done() : base::Done(known.fault());
    }
    batch.drafts.emplace_back();
    Draft& draft = batch.drafts.back();
    draft.body = refusal.raw.substr(0, most_quarantined_bytes);
    draft.header.kind = store::EntryKind::quarantine;
    draft.header.source = state.row.source;
    draft.header.index = next_index(batch);
    draft.header.id = refusal.id.value_or(domain::EventId());
    draft.header.sequence = std::min(carries.last, most_sequence);
    if (frame.unreadable) {
        draft.header.amount = frame.unreadable->amount;
    }
    draft.header.time = draft.header.received = frame.received;
    draft.header.batch = frame.batch;
    add_row(batch, describe(draft, state.number), &draft.header.source);
    const std::string place =
        frame.place + (frame.place.empty() || refusal.fault.where.empty() ? "" : " ") + refusal.fault.where;
    batch.quarantine_by_bytes.emplace(std::pair(state.number, digest), batch.quarantined.size());
    batch.quarantined.emplace_back(state.number,
                                   store::QuarantineRow{draft.header.index, state.row.source, refusal.fault.code,
                                                        refusal.fault.detail.substr(0, 1000), place.substr(0, 1000),
                                                        refusal.raw.size(), draft.body.size(), digest, 1,
                                                        frame.received, frame.received});
    return {};
}

base::Done Recorder::Impl::run_stages(Batch& batch) {
    Lookup lookup(*this, batch);
    for (const RecordedEvent& event : batch.published->events) {
        REEVE_TRY(cases_.fold(event, lookup));
    }
    for (const auto& [source, version] : cases_.new_policies()) {
        batch.settings.emplace_back(policy_setting(source), version);
    }
    for (Stage* stage : options_.stages) {
        auto output = stage->fold(batch.published->events);
        if (!output) {
            return output.fault();
        }
        for (Draft& draft : output->drafts) {
            REEVE_TRY(add_judged(batch, std::move(draft), lookup));
        }
        for (const DecisionMove& move : output->moves) {
            const auto moved = add_move(batch, move);
            const bool left_out = !moved && (moved.fault().code == base::FaultCode::refused ||
                                             moved.fault().code == base::FaultCode::not_found);
            if (!moved && !left_out) {
                return moved;
            }
        }
    }
    return {};
}

/// A verdict moves the case that it is about, any other entry of ours none.
base::Done Recorder::Impl::add_judged(Batch& batch, Draft draft, Lookup& lookup) {
    const bool verdict = draft.header.kind == store::EntryKind::verdict;
    REEVE_TRY(add_draft(batch, std::move(draft)));
    return verdict ? cases_.fold(judged_in(batch.drafts.back().header), lookup) : base::Done();
}

base::Done Recorder::Impl::add_own(Batch& batch, std::vector<Draft> drafts) {
    Lookup lookup(*this, batch);
    for (Draft& draft : drafts) {
        REEVE_TRY(add_judged(batch, std::move(draft), lookup));
    }
    return {};
}

base::Result<PublishedPtr> Recorder::append(std::span<const Frame> frames) {
    auto prepared = impl_->preparer_.prepare({frames.begin(), frames.end()});
    return prepared ? append(*prepared) : base::Result<PublishedPtr>(prepared.fault());
}

base::Result<PublishedPtr> Recorder::append(Prepared& prepared, std::vector<Draft> own) {
    return impl_->in_one_commit([&](Batch& batch) -> base::Done {
        REEVE_TRY(impl_->take_items(batch, prepared));
        REEVE_TRY(impl_->run_stages(batch));
        REEVE_TRY(impl_->count_batches(batch));
        return impl_->add_own(batch, std::move(own));
    });
}

base::Result<PublishedPtr> Recorder::append_own(std::vector<Draft> drafts) {
    return impl_->in_one_commit([&](Batch& batch) { return impl_->add_own(batch, std::move(drafts)); });
}

} // namespace record
