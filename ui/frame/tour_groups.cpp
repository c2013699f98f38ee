// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/desk.h"
#include "ui/frame/main_window.h"
#include "ui/frame/tour_steps.h"
#include "ui/inbox/inbox_view.h"

#include <iterator>

// A group of alike cases, where the shift has one: its page, and the review of all of it. Nothing of it is signed.

namespace ui::frame {

void TourPlan::look_for_group() {
    steps_.push_back({QStringLiteral("look for alike cases"),
                      [this] {
                          window_.show_page(Page::inbox);
                          window_.inbox_view().show_new();
                      },
                      [] { return true; },
                      [this] {
                          const bool found = window_.inbox_view().select_group();
                          if (found) {
                              look_at_group();
                          }
                          return found ? QStringLiteral("a group") : QStringLiteral("no group today");
                      },
                      {}});
}

/// Behind the step that is under way.
void TourPlan::look_at_group() {
    inbox::InboxView& inbox = window_.inbox_view();
    const auto dialog = [this] { return window_.desk().group_dialog(); };
    const std::deque<TourStep> looks = {
        {QStringLiteral("look at the group"), [] {}, [&inbox] { return inbox.is_group_chosen(); },
         [] { return QStringLiteral("what can be done about all of it"); }, QStringLiteral("group")},
        {QStringLiteral("look at rejecting all of it"), [&inbox] { inbox.want_at_once(domain::Verb::reject); },
         [&inbox, dialog] {
             return !inbox.why_not_at_once(domain::Verb::reject).isEmpty() ||
                    (dialog() != nullptr && !dialog()->review().is_looking());
         },
         [dialog] {
             return dialog() != nullptr ? QStringLiteral("what would be signed") : QStringLiteral("nobody holds it");
         },
         QStringLiteral("group-review")},
        {QStringLiteral("close the review of the group"),
         [dialog] {
             if (dialog() != nullptr) {
                 dialog()->reject();
             }
         },
         [dialog] { return dialog() == nullptr; },
         [] { return QStringLiteral("closed"); },
         {}}};
    steps_.insert(std::next(steps_.begin()), looks.begin(), looks.end());
}

} // namespace ui::frame
