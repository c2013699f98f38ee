// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "ui/case/verdict_words.h"

#include <QCoreApplication>

namespace ui::case_ {

/// Who may approve a case by the policy's delegation of authority, in words.
class AuthorityWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::AuthorityWords)
public:
    /// Why this person cannot approve (or approve for less, with `reduced`); empty where the policy lets them, or where
    /// it does not speak about them: then the review says what there is to say.
    [[nodiscard]] static QString why_not(const ports::CaseFile& file, const domain::PersonId& person, bool reduced,
                                         const text::Formats& formats);
    /// What the page Why says: how far this person's authority reaches, by which line or delegation, and who else may.
    /// Nothing where the policy limits nobody.
    [[nodiscard]] static std::vector<Check> points(const ports::CaseFile& file, const domain::PersonId& person,
                                                   const text::Formats& formats);

private:
    [[nodiscard]] static QString who_may(const ports::CaseAuthority& authority, const domain::PersonId& but,
                                         const text::Formats& formats);
    [[nodiscard]] static QString falls_short(const ports::ApprovalSeat& seat, const text::Formats& formats);
};

} // namespace ui::case_
