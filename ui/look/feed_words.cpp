// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/feed_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

namespace ui::look {

using models::feed::Column;

QString FeedColumnWords::of(Column column) {
    switch (column) {
    case Column::time: return tr("Time");
    case Column::event: return tr("What happened");
    case Column::agent: return tr("Agent");
    case Column::counterpart: return tr("Counterpart");
    case Column::transaction: return tr("Order");
    case Column::amount: return tr("Amount");
    case Column::tier: return tr("Tier");
    case Column::ours: return tr("Our tier");
    case Column::category: return tr("Category");
    case Column::summary: return tr("In their words");
    case Column::received: return tr("Received");
    case Column::index: return tr("Entry");
    case Column::sequence: return tr("Sequence");
    case Column::source: return tr("Source");
    case Column::version: return tr("Version");
    }
    return {};
}

QStringList FeedFilterWords::help() {
    return {tr("pump\tthe word stands in agent, counterpart, order or words"),
            tr("-pump\tthe word does not stand there"),
            tr("agent:bot-7\tpart of a name; also supplier: order: source:"),
            tr("event:held\tpart of the event's name in the protocol"),
            tr("currency:EUR\tonly amounts in this currency"),
            tr("tier>=sign_off\talso automatic, confirm, dual_sign_off, blocked, or 0 to 4"),
            tr("amount>=99.50\talso > < <= =, in each row's own currency")};
}

QStringList FeedFilterWords::search_help() {
    return {tr("pump seal\twords that all occur in one event, in any language"),
            tr("TX-4711\tthe id of an order, an event, an agent or a supplier"),
            tr("agent:bot-7\texactly this agent; also order: supplier: id:"),
            tr("event:held\tpart of the event's name in the protocol"),
            tr("tier>=sign_off\tfrom this tier on"),
            tr("amount>=99.50 currency:EUR\talso <= and =; an amount needs its currency"),
            tr("from:2026-11-01 to:2026-11-30\tdays, both included")};
}

QString FeedFilterWords::of(const base::Fault& fault) {
    const text::SafeText term = text::safe(fault.where);
    if (fault.detail == "field") {
        return text::fill(tr("%1: there is no such field. The help lists them."), {term});
    }
    if (fault.detail == "tier") {
        return text::fill(tr("%1: not a tier. For example tier>=sign_off"), {term});
    }
    if (fault.detail == "event") {
        return text::fill(tr("%1: no event is called so. For example event:held"), {term});
    }
    if (fault.detail == "amount") {
        return text::fill(tr("%1: not an amount. For example amount>=99.50"), {term});
    }
    if (fault.detail == "currency") {
        return text::fill(tr("%1: say the currency as well, for example currency:EUR"), {term});
    }
    if (fault.detail == "date") {
        return text::fill(tr("%1: not a day. For example from:2026-11-01"), {term});
    }
    if (fault.detail == "negated") {
        return text::fill(tr("%1: a search cannot leave out. Filter what it finds in Live"), {term});
    }
    if (fault.detail == "quote") {
        return text::fill(tr("%1: the closing quote is missing"), {term});
    }
    return text::fill(tr("%1: something is missing behind it"), {term});
}

models::feed::Words feed_words() {
    return {&FeedColumnWords::of, [](std::optional<domain::EventType> type) { return EventWords::of(type); },
            [](domain::Tier tier) { return Words::of(tier); }};
}

} // namespace ui::look
