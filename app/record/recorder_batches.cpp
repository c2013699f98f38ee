// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recorder_impl.h"

#include "app/base/encoding.h"

#include <algorithm>

namespace record {

using store::BatchRow;
using store::BatchState;

namespace {

base::Fault no_batch(std::int64_t number) {
    return base::Fault{base::FaultCode::not_found, "no such import", std::to_string(number)};
}

} // namespace

bool Recorder::Impl::is_suspected(std::int64_t batch) const {
    if (batch < 1 || static_cast<std::size_t>(batch) > batches_.size()) {
        return false;
    }
    const BatchState state = batches_[static_cast<std::size_t>(batch) - 1].state;
    return state == BatchState::suspected || state == BatchState::discarded;
}

bool Recorder::Impl::was_suspected(std::int64_t batch) const {
    return batch >= 1 && static_cast<std::size_t>(batch) <= batches_.size() &&
           batches_[static_cast<std::size_t>(batch) - 1].same_as.has_value();
}

base::Done Recorder::Impl::count_batches(Batch& batch) {
    for (const auto& [number, counts] : batch.batch_counts) {
        if (number < 1 || static_cast<std::size_t>(number) > batches_.size()) {
            if (number == 0) {
                continue;
            }
            return no_batch(number);
        }
        BatchRow row = batches_[static_cast<std::size_t>(number) - 1];
        row.events += counts.first;
        row.duplicates += counts.second;
        batch.batches.push_back(std::move(row));
    }
    return {};
}

/// The life of an import is part of the record: six lines of text.
base::Done Recorder::Impl::add_batch_note(Batch& batch, const BatchRow& row, std::string_view what,
                                          const domain::PersonId& by) {
    std::string person = by.bytes();
    std::replace(person.begin(), person.end(), '\n', ' ');
    Draft draft;
    draft.header.kind = store::EntryKind::batch;
    draft.header.source = row.source;
    draft.header.batch = row.number;
    draft.body = "reeve-batch/v1\n" + std::string(what) + "\n" + std::to_string(row.number) + "\n" +
                 base::to_hex(base::Bytes(row.content)) + "\n" + (row.same_as ? std::to_string(*row.same_as) : "") +
                 "\n" + person + "\n";
    REEVE_TRY(add_draft(batch, std::move(draft)));
    batch.batches.push_back(row);
    return {};
}

/// Imports that were running when the program ended.
base::Done Recorder::Impl::note_interrupted() {
    std::vector<BatchRow> running;
    for (const BatchRow& row : batches_) {
        if (row.state == BatchState::running) {
            running.push_back(row);
            running.back().state = BatchState::interrupted;
        }
    }
    if (running.empty()) {
        return {};
    }
    const auto published = in_one_commit([&](Batch& batch) -> base::Done {
        for (const BatchRow& row : running) {
            REEVE_TRY(add_batch_note(batch, row, "interrupted", {}));
        }
        return {};
    });
    const bool may_wait = !published && published.fault().code == base::FaultCode::disk_full;
    return published || may_wait ? base::Done() : base::Done(published.fault());
}

base::Result<BatchRow> Recorder::begin_batch(const domain::SourceId& source, const domain::Digest& content) {
    BatchRow row;
    row.number = static_cast<std::int64_t>(impl_->batches_.size()) + 1;
    row.source = source;
    row.content = content;
    row.begun = impl_->clock_.now();
    row.state = BatchState::running;
    const auto& batches = impl_->batches_;
    const bool known = std::any_of(batches.begin(), batches.end(), [&](const BatchRow& earlier) {
        return earlier.content == content && earlier.source == source;
    });
    for (const BatchRow& earlier : batches) {
        if (!known && earlier.content == content && earlier.state != BatchState::discarded) {
            row.state = BatchState::suspected;
            row.same_as = earlier.number;
            break;
        }
    }
    const auto published = impl_->in_one_commit(
        [&](Batch& batch) { return impl_->add_batch_note(batch, row, row.same_as ? "suspected" : "begun", {}); });
    if (!published) {
        return published.fault();
    }
    return row;
}

base::Result<BatchRow> Recorder::end_batch(std::int64_t number) {
    if (number < 1 || static_cast<std::size_t>(number) > impl_->batches_.size()) {
        return no_batch(number);
    }
    BatchRow row = impl_->batches_[static_cast<std::size_t>(number) - 1];
    row.ended = impl_->clock_.now();
    if (row.state == BatchState::running || row.state == BatchState::interrupted) {
        row.state = BatchState::complete;
    }
    const auto published =
        impl_->in_one_commit([&](Batch& batch) { return impl_->add_batch_note(batch, row, "ended", {}); });
    if (!published) {
        return published.fault();
    }
    return row;
}

base::Result<BatchRow> Recorder::resolve_batch(std::int64_t number, bool keep, const domain::PersonId& by) {
    if (number < 1 || static_cast<std::size_t>(number) > impl_->batches_.size()) {
        return no_batch(number);
    }
    BatchRow row = impl_->batches_[static_cast<std::size_t>(number) - 1];
    if (row.state != BatchState::suspected) {
        return base::Fault{base::FaultCode::refused, "only a suspected duplicate is kept or discarded",
                           std::string(store::name_of(row.state))};
    }
    row.state = keep ? BatchState::kept : BatchState::discarded;
    const auto published = impl_->in_one_commit(
        [&](Batch& batch) { return impl_->add_batch_note(batch, row, keep ? "kept" : "discarded", by); });
    if (!published) {
        return published.fault();
    }
    return row;
}

} // namespace record
