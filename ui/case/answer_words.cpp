// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/answer_words.h"

#include "app/domain/names.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

#include <algorithm>

namespace ui::case_ {

namespace {

/// The platform goes by the same moment as the policy.
bool is_one_moment(const ports::CaseRow& row) {
    return row.expires && row.answer_by && std::chrono::abs(*row.expires - *row.answer_by) < std::chrono::seconds(2);
}

} // namespace

look::Level AnswerWords::level(base::Instant end, base::Instant now) {
    using namespace std::chrono_literals;
    return end - now < 10min ? look::Level::critical : end - now < 60min ? look::Level::caution : look::Level::off;
}

QString AnswerWords::whom(const domain::Unanswered& rule) {
    return rule.role.empty() ? text::safe(rule.person).qstring()
                             : text::fill(tr("the role %1"), {text::safe(std::string_view(rule.role))});
}

QString AnswerWords::ending(const ports::CaseRow& row, base::Instant now) {
    if (!row.expires) {
        return {};
    }
    const QString when = look::TimeWords::until(*row.expires, now);
    if (*row.expires <= now) {
        return text::fill(tr("Deadline passed %1"), {when});
    }
    const bool goes_on = is_one_moment(row) && row.unanswered && row.unanswered->then != domain::WhenUnanswered::expire;
    if (!goes_on) {
        return text::fill(tr("Ends %1 if nobody acts"), {when});
    }
    return row.unanswered->then == domain::WhenUnanswered::hold
               ? text::fill(tr("Answer due %1"), {when})
               : text::fill(tr("Escalated to %1 %2 if nobody acts"), {whom(*row.unanswered), when});
}

QString AnswerWords::due(const ports::CaseRow& row, base::Instant now) {
    if (!row.answer_by || is_one_moment(row)) {
        return {};
    }
    const QString when = look::TimeWords::until(*row.answer_by, now);
    return *row.answer_by > now ? text::fill(tr("Policy: answer due %1"), {when})
                                : text::fill(tr("Policy: answer was due %1"), {when});
}

QString AnswerWords::if_nobody_acts(const ports::CaseRow& row, const text::Formats& formats, const ports::Seat& seat) {
    const QString which = by_which(row);
    const auto with = [&which](const QString& sentence) {
        return which.isEmpty() ? sentence : text::fill(QStringLiteral("%1 %2"), {sentence, which});
    };
    if (row.escalated) {
        const QString now = has_it_now(row, seat);
        return row.expires ? with(text::fill(tr("%1 Answer by %2."), {now, formats.date_time(*row.expires)}))
                           : with(now);
    }
    if (!row.answer_by) {
        return {};
    }
    const QString at = formats.date_time(*row.answer_by);
    if (!row.unanswered) {
        return with(text::fill(tr("By the policy an answer is due %1."), {at}));
    }
    switch (row.unanswered->then) {
    case domain::WhenUnanswered::expire:
        return with(text::fill(tr("If nobody acts: by the policy it lapses at %1, and nothing is bought."), {at}));
    case domain::WhenUnanswered::hold:
        return with(text::fill(
            tr("If nobody acts: an answer is due %1, and by the policy it goes on waiting; nothing is bought."), {at}));
    case domain::WhenUnanswered::escalate:
        return with(text::fill(tr("If nobody acts: by the policy it is escalated to %1 at %2; nothing is bought."),
                               {whom(*row.unanswered), at}));
    }
    return {};
}

QString AnswerWords::escalated_by(const ports::CaseFile& file, const text::Formats& formats) {
    const auto found = std::find_if(file.decisions.rbegin(), file.decisions.rend(), [](const ports::DecisionRow& row) {
        return row.decision.verb == domain::Verb::escalate && row.state == domain::DecisionState::executed;
    });
    if (found == file.decisions.rend()) {
        const auto told = std::find_if(file.timeline.rbegin(), file.timeline.rend(), [](const auto& entry) {
            return entry.decided_by && entry.code == domain::name_of(domain::Verb::escalate);
        });
        return told == file.timeline.rend()
                   ? QString()
                   : text::fill(tr("Escalated by %1, %2."),
                                {text::safe(told->decided_by->bytes()), formats.date_time(told->row.time)});
    }
    const text::SafeText person = text::safe(found->decision.person.bytes());
    return found->simulated ? text::fill(tr("Escalated by %1, a simulated colleague, %2."),
                                         {person, formats.date_time(found->signed_at)})
                            : text::fill(tr("Escalated by %1, %2."), {person, formats.date_time(found->signed_at)});
}

QString AnswerWords::by_which(const ports::CaseRow& row) {
    if (row.answer_policy.empty()) {
        return {};
    }
    const text::SafeText version = text::safe(std::string_view(row.answer_policy));
    //: %1 is what a policy calls itself
    return row.answer_policy_overtaken
               ? text::fill(tr("(Version %1 of the policy, which was in force when the order came.)"), {version})
               : text::fill(tr("(Version %1 of the policy.)"), {version});
}

QString AnswerWords::has_it_now(const ports::CaseRow& row, const ports::Seat& seat) {
    if (!row.escalated) {
        return {};
    }
    if (ports::is_escalated_to(row, seat)) {
        return row.unanswered->role.empty()
                   ? tr("Nobody answered in time: escalated to you.")
                   : text::fill(tr("Nobody answered in time: escalated to you, in %1."), {whom(*row.unanswered)});
    }
    const bool named = row.unanswered && row.unanswered->then == domain::WhenUnanswered::escalate;
    return named ? text::fill(tr("Nobody answered in time: escalated to %1."), {whom(*row.unanswered)})
                 : tr("Nobody answered in time.");
}

} // namespace ui::case_
