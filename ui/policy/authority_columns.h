// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/approval.h"
#include "app/text/formats.h"
#include "models/case/rows_model.h"

#include <QCoreApplication>

#include <vector>

namespace ui::policy {

/// The tables of the page about authority.
class AuthorityColumns {
    Q_DECLARE_TR_FUNCTIONS(ui::policy::AuthorityColumns)
public:
    [[nodiscard]] static std::vector<models::case_::Column<domain::AuthorityLine>> lines(const text::Formats& formats);
    [[nodiscard]] static std::vector<models::case_::Column<domain::Delegation>>
    delegations(const text::Formats& formats);

private:
    [[nodiscard]] static QString who(const domain::AuthorityLine& line);
    [[nodiscard]] static QString about(const domain::AuthorityLine& line);
};

} // namespace ui::policy
