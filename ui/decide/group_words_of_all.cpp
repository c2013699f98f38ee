// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/group_words.h"

#include "app/text/fill.h"
#include "ui/look/fault_text.h"
#include "ui/look/words.h"

// What is said of all orders together.

namespace ui::decide {

QString GroupWords::left_out(const GroupReview& review) {
    const int count = review.count(OrderStage::left_out);
    if (count == 0) {
        return {};
    }
    return count == static_cast<int>(review.orders().size())
               ? tr("None of them can be decided now; the list says why.")
               : tr("%Ln order(s) cannot be decided now and are left out; the list says why.", nullptr, count);
}

QString GroupWords::not_included(const GroupReview& review) {
    QStringList all;
    if (const int late = review.late_count(); late > 0) {
        all += tr("%Ln more came since; not included.", nullptr, late);
    }
    if (const int beyond = review.beyond(); beyond > 0) {
        all += tr("At most a hundred go at once: %Ln more are not included.", nullptr, beyond);
    }
    return all.join(QLatin1Char(' '));
}

QString GroupWords::progress(const GroupReview& review) {
    const int left = review.count(OrderStage::waiting) + review.count(OrderStage::signing);
    const int signed_now = review.count(OrderStage::signed_);
    //: %1 are signed, %2 are left
    return text::fill(tr("Being signed one by one: %1 on record, %2 to go."),
                      {QString::number(signed_now), QString::number(left)});
}

QString GroupWords::result(const GroupReview& review) {
    QStringList all;
    const auto say = [&all](int count, const QString& words) {
        if (count > 0) {
            all += words;
        }
    };
    const int done = review.count(GroupOutcome::done);
    const int held = review.count(domain::DecisionState::held);
    const int second = review.count(domain::DecisionState::awaiting_second);
    const int on_the_way = review.count(GroupOutcome::under_way) - held - second;
    const int taken_back = review.count(GroupOutcome::taken_back);
    const int refused = review.count(GroupOutcome::refused);
    const int doubt = review.count(GroupOutcome::in_doubt);
    const int not_begun = review.count(GroupOutcome::not_begun);
    const int left_out = review.count(GroupOutcome::left_out);
    all += tr("%Ln done.", nullptr, done);
    say(refused, tr("%Ln refused: the list says why, and what to do.", nullptr, refused));
    say(doubt, tr("%Ln in doubt.", nullptr, doubt));
    say(held, tr("%Ln can still be taken back.", nullptr, held));
    say(on_the_way, tr("%Ln on the way.", nullptr, on_the_way));
    say(second, tr("%Ln wait for a second person.", nullptr, second));
    say(taken_back, tr("%Ln taken back.", nullptr, taken_back));
    say(not_begun, tr("%Ln not signed and still open.", nullptr, not_begun));
    say(left_out, tr("%Ln left out.", nullptr, left_out));
    if (review.stopped_by()) {
        all += review.stopped_by()->code == base::FaultCode::refused
                   ? look::CodeWords::of_ruling(review.stopped_by()->where)
                   : look::fault_text(review.stopped_by()->code);
    }
    return all.join(QLatin1Char(' '));
}

look::Level GroupWords::level_of_result(const GroupReview& review) {
    if (review.count(GroupOutcome::in_doubt) > 0 || review.stopped_by()) {
        return look::Level::critical;
    }
    if (review.count(GroupOutcome::refused) > 0) {
        return look::Level::serious;
    }
    if (review.count(GroupOutcome::not_begun) > 0) {
        return look::Level::caution;
    }
    return review.count(GroupOutcome::under_way) > 0 ? look::Level::standby : look::Level::normal;
}

} // namespace ui::decide
