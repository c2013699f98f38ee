// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace base {

/// The log has one category per concern, named as in `QT_LOGGING_RULES="reeve.link.debug=true"`. Text of agents,
/// secrets and personal data are never logged; ids and fault codes are.
Q_DECLARE_LOGGING_CATEGORY(log_link)
Q_DECLARE_LOGGING_CATEGORY(log_store)
Q_DECLARE_LOGGING_CATEGORY(log_record)
Q_DECLARE_LOGGING_CATEGORY(log_archive)
Q_DECLARE_LOGGING_CATEGORY(log_courier)
Q_DECLARE_LOGGING_CATEGORY(log_sandbox)
Q_DECLARE_LOGGING_CATEGORY(log_console)

} // namespace base
