// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/words.h"

#include "app/ports/case_level.h"

namespace ui::look {

Level level_of(domain::Tier tier) {
    switch (tier) {
    case domain::Tier::automatic: return Level::normal;
    case domain::Tier::confirm: return Level::standby;
    case domain::Tier::sign_off: return Level::caution;
    case domain::Tier::dual_sign_off: return Level::serious;
    case domain::Tier::blocked: return Level::critical;
    }
    return Level::off;
}

Level level_of(domain::DecisionState state) {
    using enum domain::DecisionState;
    switch (state) {
    case drafted:
    case withdrawn: return Level::off;
    case signed_:
    case held:
    case sent:
    case accepted: return Level::standby;
    case executed: return Level::normal;
    case awaiting_second: return Level::caution;
    case refused:
    case refused_by_gateway:
    case void_:
    case not_applied: return Level::serious;
    case in_doubt:
    case failed: return Level::critical;
    }
    return Level::off;
}

Level level_of(domain::TransactionState state) {
    using enum domain::TransactionState;
    switch (state) {
    case requested:
    case executing: return Level::standby;
    case completed: return Level::normal;
    case held: return Level::caution;
    case failed:
    case in_doubt: return Level::critical;
    case returned:
    case cancelled:
    case expired: return Level::off;
    }
    return Level::off;
}

Level level_of(domain::StepState state) {
    switch (state) {
    case domain::StepState::planned: return Level::off;
    case domain::StepState::running: return Level::standby;
    case domain::StepState::done: return Level::normal;
    case domain::StepState::failed: return Level::critical;
    case domain::StepState::skipped: return Level::caution;
    }
    return Level::off;
}

Level level_of(domain::PlanState state) {
    switch (state) {
    case domain::PlanState::planned: return Level::off;
    case domain::PlanState::running: return Level::standby;
    case domain::PlanState::undone: return Level::normal;
    case domain::PlanState::partly_undone:
    case domain::PlanState::failed: return Level::critical;
    }
    return Level::off;
}

Level level_of(ports::CaseState state) {
    using enum ports::CaseState;
    switch (state) {
    case open: return Level::caution;
    case decided: return Level::standby;
    case awaiting_second: return Level::caution;
    case executed: return Level::normal;
    case rejected:
    case rolled_back:
    case withdrawn:
    case acknowledged: return Level::off;
    case expired: return Level::serious;
    case in_doubt:
    case failed:
    case partly_rolled_back: return Level::critical;
    }
    return Level::off;
}

Level level_of(ports::LinkState state) {
    switch (state) {
    case ports::LinkState::idle: return Level::off;
    case ports::LinkState::connecting: return Level::standby;
    case ports::LinkState::live: return Level::normal;
    case ports::LinkState::stale:
    case ports::LinkState::waiting: return Level::serious;
    case ports::LinkState::refused: return Level::critical;
    }
    return Level::off;
}

Level level_of(const ports::CaseRow& row) {
    if (row.conflict) {
        return Level::critical;
    }
    const bool tier_counts = row.state == ports::CaseState::open || row.state == ports::CaseState::awaiting_second;
    return tier_counts ? level_of(ports::level_of(row)) : level_of(row.state);
}

} // namespace ui::look
