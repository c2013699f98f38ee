// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the inbox does with a whole group.
#include "ui/inbox/group_page.h"
#include "ui/inbox/inbox_view.h"
#include "ui/inbox/queue_list.h"

namespace ui::inbox {

void InboxView::connect_group() {
    connect(group_, &GroupPage::unfold_wanted, this, [this] {
        model_.toggle_group(list_->currentIndex().row());
        show_group(list_->currentIndex().row());
    });
    connect(group_, &GroupPage::pause_wanted, this, [this] { case_->want(domain::Verb::stop); });
    connect(group_, &GroupPage::verb_wanted, this, &InboxView::want_at_once);
}

/// What is chosen is the group, so no case is open for deciding: it is dealt with at once, or its agent is stopped.
void InboxView::show_group(int row) {
    if (const models::queue::Group* group = model_.group_at(row)) {
        case_->clear();
        case_->offer_agent(group->agent, model_.row_at(row).key.source);
        group_->show(*group);
        beside_->setCurrentWidget(group_);
    }
}

void InboxView::unfold(bool open) {
    const int row = list_->currentIndex().row();
    const models::queue::Group* group = model_.group_at(row);
    if (group != nullptr && group->open != open) {
        model_.toggle_group(row);
        show_group(list_->currentIndex().row());
    }
}

bool InboxView::select_group() {
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (model_.group_at(row) != nullptr) {
            list_->setCurrentIndex(model_.index(row));
            return true;
        }
    }
    return false;
}

bool InboxView::is_group_chosen() const {
    return beside_->currentWidget() == group_ && model_.group_at(list_->currentIndex().row()) != nullptr;
}

QString InboxView::why_not_at_once(domain::Verb verb) const {
    const models::queue::Group* group = model_.group_around(list_->currentIndex().row());
    return group == nullptr ? tr("Choose a group of alike cases first, or one of its cases.")
                            : GroupPage::why_not(verb, *group);
}

void InboxView::want_at_once(domain::Verb verb) {
    if (!why_not_at_once(verb).isEmpty()) {
        return;
    }
    if (const auto chosen = model_.group_of(list_->currentIndex().row())) {
        Q_EMIT decision_at_once_wanted(verb, *chosen);
    }
}

} // namespace ui::inbox
