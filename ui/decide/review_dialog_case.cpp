// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/review_dialog.h"

#include "app/text/fill.h"
#include "ui/decide/amount_field.h"
#include "ui/decide/reason_picker.h"
#include "ui/decide/sign_button.h"
#include "ui/look/words.h"

// What the review knows of the case that it is pinned to.

namespace ui::decide {

namespace {

using namespace std::chrono_literals;

constexpr base::Microseconds dead_for_an_amended_case = 2s;

} // namespace

/// The amount's bound and currency, from the version that the draft is pinned to.
void ReviewDialog::read_order() {
    core_.archive.case_file(draft_.key, {this, [this](base::Result<ports::CaseFile> file) {
                                             if (!file.ok()) {
                                                 notice_->say(file.fault(), tr("&Try again"));
                                             } else if (file->row.digest != draft_.digest) {
                                                 pin(file->row);
                                             } else {
                                                 amount_->set_order(file->row.gross);
                                             }
                                         }});
}

bool ReviewDialog::takes_amount() const {
    return draft_.verb == domain::Verb::approve_reduced || draft_.verb == domain::Verb::roll_back;
}

bool ReviewDialog::lacks_amount() const {
    return takes_amount() && !amount_->is_complete();
}

/// The case moved on: what is true now is read from the record, and the person has to look at it first.
void ReviewDialog::pin_again() {
    if (draft_.key.id.empty()) {
        notice_->say({base::FaultCode::stale, {}, {}}, tr("&Try again"));
        return;
    }
    core_.archive.case_file(draft_.key,
                            {this, [this](base::Result<ports::CaseFile> file) {
                                 if (row_) {
                                     return;
                                 }
                                 if (!file.ok()) {
                                     notice_->say(file.fault(), tr("&Try again"));
                                 } else if (file->row.digest != draft_.digest || file->row.version != draft_.version) {
                                     pin(file->row);
                                 } else {
                                     notice_->say({base::FaultCode::stale, {}, {}}, tr("&Try again"));
                                 }
                             }});
}

void ReviewDialog::pin(const ports::CaseRow& row) {
    changed_->say(look::Level::critical,
                  text::fill(tr("The order changed while you looked: version %1 is shown now, you opened version %2. "
                                "Read it and choose the reason again."),
                             {core_.formats.number(row.version), core_.formats.number(draft_.version)}));
    draft_.version = row.version;
    draft_.digest = row.digest;
    reasons_->clear_choice();
    amount_->clear();
    amount_->set_order(row.gross);
    sign_->start_dead_time(dead_for_an_amended_case);
    ask_again();
}

void ReviewDialog::note_case(const ports::CaseRow& row) {
    const bool pinned = !draft_.key.id.empty() && row.key == draft_.key;
    if (pinned && stage_ != ReviewStage::signing && !row_ &&
        (row.version != draft_.version || row.digest != draft_.digest)) {
        pin(row);
        return;
    }
    // Bytes that name an older lease of one's own would be refused.
    const bool mine = pinned && stage_ == ReviewStage::ready && review_ && row.claimed_by == review_->decision.person;
    if (mine && review_->decision.claim_epoch != 0 && review_->decision.claim_epoch != row.claim_epoch) {
        ask_again();
    }
}

void ReviewDialog::warn_of_colleague() {
    if (!row_) {
        changed_->say(look::Level::caution, look::CodeWords::of_ruling("claimed_by_other"));
    }
}

} // namespace ui::decide
