// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/decisions.h"

#include "app/verdicts/noted_view.h"

namespace decisions {

using base::Fault;
using base::FaultCode;
using base::Result;

Result<ports::NotedView> Decisions::view_to_note(const ports::OwnViewDraft& draft) {
    const auto store = reader();
    const auto entries = store ? (*store)->transaction(draft.key) : Result<std::vector<store::Entry>>(store.fault());
    if (!entries) {
        return entries.fault();
    }
    const auto person = signer();
    if (!person && person.fault().code != FaultCode::not_found && person.fault().code != FaultCode::refused) {
        return person.fault();
    }
    return verdicts::view_to_note(*entries, draft, person ? person->member.id : domain::PersonId(), clock_.now());
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
