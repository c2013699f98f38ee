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
                            }});
}

void Desk::begin(ports::Draft draft) {
    if (QDialog* open = review_ ? static_cast<QDialog*>(review_) : key_) {
        open->raise();
        open->activateWindow();
        return;
    }
    if (std::exchange(asking_, true)) {
        return;
    }
    core_.decisions.identity({this, [this, draft = std::move(draft)](base::Result<ports::Identity> identity) {
                                  asking_ = false;
                                  if (identity.ok()) {
                                      take(draft, identity.value());
                                  } else {
                                      Q_EMIT failed(identity.fault());
                                  }
                              }});
}

void Desk::take(ports::Draft draft, const ports::Identity& identity) {
    if (identity.key == ports::KeyState::none) {
        open_key_dialog(std::move(draft));
    } else {
        open_review(std::move(draft), identity);
    }
}

void Desk::open_key_dialog(ports::Draft draft) {
    key_ = new KeyDialog(core_.decisions, &window_);
    key_->setAttribute(Qt::WA_DeleteOnClose);
    connect(key_, &KeyDialog::made, this, [this, draft = std::move(draft)](const ports::Identity& identity) {
        key_.clear();
        open_review(draft, identity);
    });
    connect(key_, &QDialog::rejected, this, &Desk::closed);
    key_->open();
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

/// After a signature the lease runs out by itself: the decision names its epoch.
void Desk::let_go() {
    renew_.stop();
    if (looking_at_ && epoch_ > 0 && review_ && !review_->decision()) {
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
    }
}

} // namespace ui::decide
