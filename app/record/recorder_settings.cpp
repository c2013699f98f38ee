// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recorder_impl.h"

namespace record {

base::Result<PublishedPtr> Recorder::keep_roster(const domain::SourceId& source, const domain::SignedRoster& roster) {
    return impl_->in_one_commit([&](Batch& batch) -> base::Done {
        const auto held = impl_->store_->roster(source);
        if (!held) {
            return held.fault();
        }
        if (*held && (*held)->version >= roster.roster.version) {
            if ((*held)->version > roster.roster.version) {
                return base::Fault{base::FaultCode::stale, "a newer roster is recorded",
                                   std::to_string((*held)->version)};
            }
            return (*held)->roster.signed_bytes == roster.signed_bytes
                       ? base::Done()
                       : base::Done(base::Fault{base::FaultCode::conflict, "the roster of this version says otherwise",
                                                std::to_string(roster.roster.version)});
        }
        Draft draft;
        draft.body = roster.signed_bytes;
        draft.header.kind = store::EntryKind::roster;
        draft.header.source = source;
        draft.header.id = domain::EventId(std::to_string(roster.roster.version));
        draft.header.time = roster.roster.issued;
        REEVE_TRY(impl_->add_draft(batch, std::move(draft)));
        batch.rosters.push_back(
            store::RosterRow{batch.drafts.back().header.index, roster.roster.version, source, roster});
        return {};
    });
}

base::Result<PublishedPtr> Recorder::keep_policy(const PolicyStep& step, const domain::SourceId& source,
                                                 const domain::EventId& id) {
    return impl_->in_one_commit([&](Batch& batch) -> base::Done {
        Draft draft;
        draft.body = write(step);
        draft.header.kind = store::EntryKind::policy;
        draft.header.source = source;
        draft.header.id = id;
        draft.header.time = impl_->clock_.now();
        return impl_->add_draft(batch, std::move(draft));
    });
}

base::Result<PublishedPtr> Recorder::keep_setting(const std::string& key, const std::string& value,
                                                  const domain::PersonId& by) {
    return impl_->in_one_commit([&](Batch& batch) -> base::Done {
        Draft draft;
        draft.header.kind = store::EntryKind::configuration;
        draft.header.id = domain::EventId(key);
        draft.body = "reeve-setting/v1\n" + by.bytes() + "\n" + key + "\n" + value;
        batch.settings.emplace_back("setting." + key, value);
        return impl_->add_draft(batch, std::move(draft));
    });
}

} // namespace record
