// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/decisions.h"

#include "app/verdicts/noted_view.h"

#include <algorithm>

namespace decisions {

using base::Fault;
using base::FaultCode;
using base::Result;

/// Nobody notes twice: what was seen in between has changed the view.
Result<ports::NotedView> Decisions::view_to_note(const ports::OwnViewDraft& draft) {
    const auto store = reader();
    const auto entries = store ? (*store)->transaction(draft.key) : Result<std::vector<store::Entry>>(store.fault());
    if (!entries) {
        return entries.fault();
    }
    ports::NotedView noted{draft.view, {}, draft.version, clock_.now(), 0};
    std::int32_t newest = 0;
    for (const store::Entry& entry : *entries) {
        newest = entry.kind == store::EntryKind::event ? std::max(newest, entry.version) : newest;
    }
    if (newest == 0) {
        return Fault{FaultCode::not_found, "the record does not hold this order", draft.key.id.bytes()};
    }
    if (newest != draft.version) {
        return Fault{FaultCode::stale, "the order was amended", {}};
    }
    const auto person = signer();
    if (person) {
        noted.person = person->member.id;
    } else if (person.fault().code != FaultCode::not_found && person.fault().code != FaultCode::refused) {
        return person.fault();
    }
    const auto views = verdicts::views_in(*entries);
    const bool twice = std::any_of(views.begin(), views.end(), [&](const ports::NotedView& view) {
        return view.version == noted.version && (view.person.empty() || view.person == noted.person);
    });
    if (twice) {
        return Fault{FaultCode::conflict, "a view of this version was noted already", {}};
    }
    return noted;
}

void Decisions::note_view(ports::OwnViewDraft draft, ports::Reply<ports::NotedView> reply) {
    worker_.post([this, draft = std::move(draft), reply = std::move(reply)] {
        if (writer_ == nullptr) {
            reply(read_only());
            return;
        }
        const auto noted = view_to_note(draft);
        if (!noted) {
            reply(noted.fault());
            return;
        }
        if (!noting_.insert(draft.key).second) {
            reply(Fault{FaultCode::conflict, "a view of this order is being noted", {}});
            return;
        }
        writer_->post([this, key = draft.key, view = *noted, reply](record::Recorder& recorder) mutable {
            const auto written = recorder.append_own({verdicts::draft_of(view, key)});
            if (written) {
                writer_->publish(*written);
                view.index = (*written)->own.back().index;
            }
            worker_.post([this, key, view, reply, done = written ? base::Done() : base::Done(written.fault())] {
                noting_.erase(key);
                done ? reply(view) : reply(done.fault());
            });
        });
    });
}

} // namespace decisions
