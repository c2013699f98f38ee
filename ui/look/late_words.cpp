// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/late_words.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

namespace ui::look {

namespace {

bool is_bought(const ports::Instead& instead) {
    using enum domain::TransactionState;
    return instead.state == executing || instead.state == completed;
}

} // namespace

QString LateWords::lapsed(const ports::Instead& instead, const QString& at) {
    const QString nobody =
        instead.escalated ? tr("Nobody had answered, nor whom it was escalated to") : tr("Nobody had answered");
    return instead.rule
               ? text::fill(tr("Too late: %1, so the order lapsed at %2 by the rule of policy version %3, before "
                               "your decision. Nothing was bought."),
                            {nobody, at, text::safe(std::string_view(instead.policy))})
               : text::fill(tr("Too late: %1, so the gateway let the order lapse at %2, before your decision. "
                               "Nothing was bought."),
                            {nobody, at});
}

QString LateWords::what(const ports::Instead& instead, const text::Formats& formats) {
    const QString at = formats.date_time(instead.at);
    if (instead.state == domain::TransactionState::expired) {
        return lapsed(instead, at);
    }
    const text::SafeText person = text::safe(instead.person);
    if (instead.state == domain::TransactionState::cancelled) {
        return person.empty()
                   ? text::fill(tr("Too late: the order was cancelled or rejected at %1, before your decision."), {at})
                   : text::fill(tr("Too late: %1 rejected the order, by %2, before your decision."), {person, at});
    }
    if (is_bought(instead)) {
        return person.empty()
                   ? text::fill(tr("Too late: the order was carried out at %1, before your decision."), {at})
                   : text::fill(tr("Too late: %1 had approved the order, and it was carried out at %2."), {person, at});
    }
    return text::fill(tr("Too late: the order had become “%1” at %2, before your decision."),
                      {Words::of(instead.state), at});
}

QString LateWords::next_step(const ports::Instead& instead) {
    if (is_bought(instead)) {
        return tr("Open the case and roll it back if it was not wanted");
    }
    using enum domain::TransactionState;
    return instead.state == expired || instead.state == cancelled
               ? tr("Have the agent order again if it is still needed")
               : tr("Open the case and look what became of it");
}

} // namespace ui::look
