// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace base {

Q_LOGGING_CATEGORY(log_link, "reeve.link", QtInfoMsg)
Q_LOGGING_CATEGORY(log_store, "reeve.store", QtInfoMsg)
Q_LOGGING_CATEGORY(log_record, "reeve.record", QtInfoMsg)
Q_LOGGING_CATEGORY(log_archive, "reeve.archive", QtInfoMsg)
Q_LOGGING_CATEGORY(log_courier, "reeve.courier", QtInfoMsg)
Q_LOGGING_CATEGORY(log_sandbox, "reeve.sandbox", QtInfoMsg)
Q_LOGGING_CATEGORY(log_console, "reeve.console", QtInfoMsg)

} // namespace base
