// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/desk.h"

#include <QWidget>

#include <utility>

namespace ui::decide {

namespace {
constexpr int renew_milliseconds = 60'000; ///< half of the lease that gateways give
}

Desk::Desk(ReviewDialog::Core core, QWidget& window)
    : QObject(&window)
    , core_(core)
    , window_(window) {
    renew_.setInterval(renew_milliseconds);
    connect(&renew_, &QTimer::timeout, this, &Desk::claim);
    core_.decisions.follow({this, [this](const auto& row) {
                                if (review_) {
                                    review_->note_decision(*row);
                                }
                                if (group_) {
                                    group_->note_decision(*row);
                                }
                            }});
}

void Desk::begin(ports::Draft draft) {
    ask_who_sits_here(
        [this, draft = std::move(draft)](const ports::Identity& identity) { open_review(draft, identity); });
}

void Desk::begin_group(domain::Verb verb, const models::queue::Selection& chosen) {
    if (!chosen.rows.empty() && GroupReview::may_go_at_once(verb)) {
        ask_who_sits_here(
            [this, verb, chosen](const ports::Identity& identity) { open_group(verb, chosen, identity); });
    }
}

void Desk::ask_who_sits_here(Opening opening) {
    QDialog* open = review_ ? static_cast<QDialog*>(review_) : group_ ? static_cast<QDialog*>(group_) : key_;
    if (open != nullptr) {
        open->raise();
        open->activateWindow();
        return;
    }
    if (std::exchange(asking_, true)) {
        return;
    }
    core_.decisions.identity({this, [this, opening = std::move(opening)](base::Result<ports::Identity> identity) {
                                  asking_ = false;
                                  if (!identity.ok()) {
                                      Q_EMIT failed(identity.fault());
                                  } else if (identity->key == ports::KeyState::none) {
                                      open_key_dialog(opening);
                                  } else {
                                      opening(identity.value());
                                  }
                              }});
}

void Desk::open_key_dialog(Opening opening) {
    key_ = new KeyDialog(core_.decisions, &window_);
    key_->setAttribute(Qt::WA_DeleteOnClose);
    connect(key_, &KeyDialog::made, this, [this, opening = std::move(opening)](const ports::Identity& identity) {
        key_.clear();
        Q_EMIT key_made();
        opening(identity);
    });
    connect(key_, &QDialog::rejected, this, &Desk::closed);
    key_->open();
}

/// Leases and what becomes of the orders are its own business; afterwards every single case is another one.
void Desk::open_group(domain::Verb verb, const models::queue::Selection& chosen, const ports::Identity& identity) {
    last_case_.reset();
    group_ = new GroupDialog(core_, verb, chosen, identity, &window_);
    group_->setAttribute(Qt::WA_DeleteOnClose);
    connect(group_, &QDialog::finished, this, [this] {
        group_.clear();
        Q_EMIT closed();
    });
    group_->open();
}

void Desk::open_review(ports::Draft draft, const ports::Identity& identity) {
    const bool other_case = !draft.key.id.empty() && last_case_ != draft.key;
    if (!draft.key.id.empty()) {
        last_case_ = draft.key;
    }
    review_ = new ReviewDialog(core_, std::move(draft), identity, other_case, &window_);
    review_->setAttribute(Qt::WA_DeleteOnClose);
    connect(review_, &QDialog::finished, this, [this] {
        let_go();
        review_.clear();
        Q_EMIT closed();
    });
    review_->open();
    // What never reaches the gateway needs no lease there.
    if (!review_->draft().key.id.empty() && !domain::stays_here(review_->draft().verb)) {
        looking_at_ = review_->draft().key;
        claim();
        renew_.start();
    }
}

void Desk::claim() {
    if (!looking_at_) {
        return;
    }
    const domain::TransactionKey key = *looking_at_;
    core_.decisions.claim(key, {this, [this, key](base::Result<domain::ClaimChanged> given) {
                                    if (given.ok() && looking_at_ != key) {
                                        core_.decisions.release(key, given->epoch); // closed before the answer came
                                    } else if (given.ok()) {
                                        epoch_ = given->epoch;
                                    } else if (review_ && given.fault().code == base::FaultCode::conflict) {
                                        review_->warn_of_colleague();
                                    }
                                }});
}

/// While a signed decision is on its way the lease runs out by itself, because the decision names its epoch. What came
/// to its end needs none: a case that was asked about or taken back is free for others at once.
void Desk::let_go() {
    renew_.stop();
    if (looking_at_ && epoch_ > 0 && review_ &&
        (!review_->decision() || domain::is_final(review_->decision()->state))) {
        core_.decisions.release(*looking_at_, epoch_);
    }
    looking_at_.reset();
    epoch_ = 0;
}

void Desk::note(const ports::CaseChanges& changes) {
    for (const ports::CaseRow& row : changes.changed) {
        if (review_) {
            review_->note_case(row);
        }
        if (group_) {
            group_->note_case(row);
        }
    }
}

} // namespace ui::decide
