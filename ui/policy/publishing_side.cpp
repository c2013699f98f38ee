// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/publishing_side.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/decide/key_dialog.h"
#include "ui/look/tip.h"
#include "ui/policy/publish_words.h"
#include "ui/policy/versions_page.h"

#include <algorithm>

namespace ui::policy {

PublishingSide::PublishingSide(PublishDialog::Core core, ports::Policies& policies, QWidget& view)
    : QObject(&view)
    , core_(core)
    , policies_(policies)
    , view_(view)
    , publish_(new QPushButton(tr("&Publish …"), &view))
    , line_(new look::Label(look::Type::small, {}, &view))
    , waiting_(new look::NoticeBar(&view))
    , versions_(new VersionsPage(core.formats, &view)) {
    publish_->setEnabled(false);
    line_->set_muted(true);
    line_->setContentsMargins(look::gap::medium, 0, look::gap::medium, look::gap::small);
    connect(publish_, &QPushButton::clicked, this, &PublishingSide::publish);
    connect(waiting_, &look::NoticeBar::pressed, this, [this] {
        if (approvable_) {
            begin({{}, {}, approvable_});
        }
    });
    connect(versions_, &VersionsPage::approval_wanted, this, [this](const domain::Digest& digest) {
        begin({{}, {}, digest});
    });
    connect(versions_, &VersionsPage::withdrawal_wanted, this, &PublishingSide::withdraw);
    connect(versions_, &VersionsPage::comparison_wanted, this, &PublishingSide::compare);
    connect(versions_, &VersionsPage::draft_wanted, this, &PublishingSide::draft_wanted);
    core_.publishing.follow({this, [this](const auto& standing) { take(*standing); }});
    refresh();
}

void PublishingSide::refresh() {
    core_.publishing.standing({this, [this](const base::Result<ports::PolicyStanding>& standing) {
                                   standing ? take(*standing) : void(Q_EMIT failed(standing.fault()));
                               }});
}

void PublishingSide::take(const ports::PolicyStanding& standing) {
    read_only_ = standing.read_only;
    own_in_force_ = standing.current && standing.versions.at(*standing.current).digest == offered_digest_;
    const QString gateway = PublishWords::gateway(standing);
    const QString in_force = PublishWords::in_force(standing, core_.formats);
    line_->say(gateway.isEmpty() ? in_force : text::fill(QStringLiteral("%1 %2"), {in_force, gateway}));
    versions_->show_standing(standing);
    approvable_.reset();
    const ports::PolicyVersion* waits = nullptr;
    for (const ports::PolicyVersion& one : standing.versions) { // the newest first
        if (one.stage == ports::PolicyStage::waiting && waits == nullptr) {
            waits = &one;
        }
    }
    versions_shown_ = standing.versions;
    const bool looked_at_is_gone =
        dialog_ && dialog_->review() &&
        std::any_of(standing.versions.begin(), standing.versions.end(), [&](const ports::PolicyVersion& one) {
            return one.digest == dialog_->review()->digest && one.stage == ports::PolicyStage::withdrawn;
        });
    if (looked_at_is_gone) {
        dialog_->look_again();
    }
    const bool newest_taken_back = !standing.versions.empty() && !standing.versions.front().own &&
                                   standing.versions.front().stage == ports::PolicyStage::withdrawn;
    if (waits == nullptr && newest_taken_back) {
        const ports::PolicyVersion& one = standing.versions.front();
        waiting_->say(look::Level::standby, text::fill(tr("Edition %1 does not wait any more. %2"),
                                                       {core_.formats.number(one.edition.number),
                                                        PublishWords::taken_back(one, core_.formats)}));
    } else if (waits == nullptr) {
        waiting_->clear();
    } else {
        const bool mine_to_sign = waits->approvable && !standing.read_only;
        approvable_ = mine_to_sign ? std::optional(waits->digest) : std::nullopt;
        waiting_->say(look::Level::caution, PublishWords::waiting(*waits, core_.formats),
                      mine_to_sign ? tr("L&ook and sign …") : QString());
    }
    publish_->setEnabled(ready_ && !read_only_);
    if (standing.in_force.text != in_force_) {
        in_force_ = standing.in_force.text;
        Q_EMIT in_force_changed(standing.in_force);
    }
}

void PublishingSide::set_draft(const std::string& text, bool ready, const QString& why_not) {
    draft_ = text;
    ready_ = ready;
    publish_->setEnabled(ready && !read_only_);
    publish_->setAccessibleDescription(why_not);
    look::set_tip(*publish_, why_not);
}

void PublishingSide::publish() {
    offered_ = draft_;
    begin({draft_, {}, std::nullopt});
}

void PublishingSide::begin(ports::PolicyDraft draft) {
    if (dialog_) {
        dialog_->raise();
        dialog_->activateWindow();
        return;
    }
    core_.decisions.identity({this, [this, draft = std::move(draft)](const base::Result<ports::Identity>& identity) {
                                  if (!identity) {
                                      Q_EMIT failed(identity.fault());
                                  } else if (identity->key != ports::KeyState::none) {
                                      open(draft, *identity);
                                  } else {
                                      auto* make = new decide::KeyDialog(core_.decisions, &view_);
                                      make->setAttribute(Qt::WA_DeleteOnClose);
                                      connect(make, &decide::KeyDialog::made, this,
                                              [this, draft](const ports::Identity& made) { open(draft, made); });
                                      make->open();
                                  }
                              }});
}

void PublishingSide::open(ports::PolicyDraft draft, const ports::Identity& identity) {
    if (dialog_) {
        return;
    }
    dialog_ = new PublishDialog(core_, std::move(draft), identity, &view_);
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog_, &PublishDialog::was_signed, this, [this](const ports::PolicyStanding& standing) {
        offered_digest_ = dialog_->review()->digest;
        take(standing);
    });
    dialog_->open();
}

void PublishingSide::compare(const std::string& before, const std::string& after) {
    const std::uint64_t question = ++compared_;
    policies_.compare(before, after, {this, [this, question](const base::Result<domain::PolicyDifference>& made) {
                                          if (question == compared_ && made) {
                                              versions_->show_difference(*made);
                                          }
                                      }});
}

void PublishingSide::withdraw(const domain::Digest& digest) {
    core_.decisions.identity({this, [this, digest](const base::Result<ports::Identity>& identity) {
                                  identity ? open_withdrawal(digest, *identity) : void(Q_EMIT failed(identity.fault()));
                              }});
}

void PublishingSide::open_withdrawal(const domain::Digest& digest, const ports::Identity& identity) {
    const auto found = std::find_if(versions_shown_.begin(), versions_shown_.end(),
                                    [&](const ports::PolicyVersion& one) { return one.digest == digest; });
    if (dialog_ || withdrawal_ || found == versions_shown_.end()) {
        return;
    }
    withdrawal_ = new WithdrawDialog(core_, *found, identity, &view_);
    withdrawal_->setAttribute(Qt::WA_DeleteOnClose);
    connect(withdrawal_, &WithdrawDialog::was_signed, this, &PublishingSide::take);
    withdrawal_->open();
}

} // namespace ui::policy
