// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/orders.h"

namespace sandbox {

/// Rolls executed orders back: a plan of compensating steps that is shown before anybody decides, then the steps one
/// by one (a saga). A failed step ends it partly undone, loudly.
class Compensation {
public:
    Compensation(Press& press, Book& book, Agenda& agenda, Orders& orders)
        : press_(press)
        , book_(book)
        , agenda_(agenda)
        , orders_(orders) {}

    /// The plan for the order as it stands now; made and announced on the first call for this version, stage and
    /// amount. With an amount that is less than the whole, only money comes back: the order and the goods stay.
    /// Faults: not_found, refused (nothing was executed that could be undone), invalid_argument (no part of the order's
    /// amount).
    [[nodiscard]] base::Result<domain::Plan> plan_for(const domain::TransactionId& id,
                                                      const std::optional<domain::Money>& amount = std::nullopt);
    /// Begins, or goes on after a restart.
    void carry_out(const domain::TransactionId& id);
    void resume();

private:
    void take_step(const domain::TransactionId& id);
    void finish_step(const domain::TransactionId& id, const domain::StepId& step);
    void take_next_or_end(const domain::TransactionId& id, bool failed);
    void end(const domain::TransactionId& id);
    void report(const Order& order, const domain::Step& step, domain::StepState state, std::string_view result);

    Press& press_;
    Book& book_;
    Agenda& agenda_;
    Orders& orders_;
};

} // namespace sandbox
