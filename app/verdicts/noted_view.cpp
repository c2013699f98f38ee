// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdicts/noted_view.h"

#include "app/crypto/digest.h"
#include "app/json/fields.h"
#include "app/json/value.h"
#include "app/json/view.h"

#include <algorithm>

namespace verdicts {

namespace {

constexpr std::string_view format = "reeve-own-view/1";
constexpr std::uint64_t hundred = 100;

} // namespace

bool wants_own_view(const domain::TransactionKey& key, domain::Tier tier, std::int32_t percent) {
    if (tier != domain::Tier::sign_off && tier != domain::Tier::dual_sign_off) {
        return false;
    }
    const domain::Digest digest = crypto::sha256(key.source.bytes() + '\0' + key.id.bytes());
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof(number); ++i) {
        number = number << 8U | digest[i];
    }
    return number % hundred < static_cast<std::uint64_t>(std::max(percent, 0));
}

record::Draft draft_of(const ports::NotedView& view, const domain::TransactionKey& key) {
    record::Draft draft;
    draft.header.kind = store::EntryKind::view;
    draft.header.source = key.source;
    draft.header.id = domain::EventId(view.person.bytes());
    draft.header.transaction = key.id;
    draft.header.version = view.version;
    draft.header.time = view.time;
    draft.body = json::canonical(json::Value::object({{"format", json::Value(format)},
                                                      {"view", json::Value(domain::name_of(view.view))},
                                                      {"person", json::Value(view.person.bytes())}}));
    return draft;
}

base::Result<ports::NotedView> read_view(const store::Entry& entry) {
    const auto parsed = json::Document::parse(entry.body);
    if (!parsed) {
        return parsed.fault();
    }
    json::Trouble trouble;
    json::Fields fields(parsed->root(), trouble);
    const std::string_view found = fields.string("format");
    if (!trouble.any() && found != format) {
        return base::Fault{base::FaultCode::unsupported, "not a view of this build's format", "/format"};
    }
    const auto view = domain::own_view(fields.string("view"));
    const std::string person(fields.string("person"));
    if (!trouble.any() && !view) {
        fields.blame("view", base::FaultCode::malformed, "not fine, odd or wrong");
    }
    if (const auto done = trouble.done(); !done) {
        return done.fault();
    }
    return ports::NotedView{*view, domain::PersonId(person), entry.version, entry.time, entry.index};
}

base::Result<ports::NotedView> view_to_note(const std::vector<store::Entry>& entries, const ports::OwnViewDraft& draft,
                                            const domain::PersonId& person, base::Instant now) {
    using base::Fault;
    using base::FaultCode;
    std::int32_t newest = 0;
    for (const store::Entry& entry : entries) {
        newest = entry.kind == store::EntryKind::event ? std::max(newest, entry.version) : newest;
    }
    if (newest == 0) {
        return Fault{FaultCode::not_found, "the record does not hold this order", draft.key.id.bytes()};
    }
    if (newest != draft.version) {
        return Fault{FaultCode::stale, "the order was amended", {}};
    }
    const auto views = views_in(entries);
    const bool twice = std::any_of(views.begin(), views.end(), [&](const ports::NotedView& view) {
        return view.version == draft.version && (view.person.empty() || view.person == person);
    });
    if (twice) {
        return Fault{FaultCode::conflict, "a view of this version was noted already", {}};
    }
    return ports::NotedView{draft.view, person, draft.version, now, 0};
}

std::vector<ports::NotedView> views_in(const std::vector<store::Entry>& entries) {
    std::vector<ports::NotedView> views;
    for (const store::Entry& entry : entries) {
        if (entry.kind != store::EntryKind::view) {
            continue;
        }
        if (auto view = read_view(entry)) {
            views.push_back(std::move(view).value());
        }
    }
    return views;
}

} // namespace verdicts
