// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"

#include <QCoreApplication>
#include <QString>

namespace ui::look {

/// What had become of an order when a decision about it came too late, and what can be done now.
class LateWords {
    Q_DECLARE_TR_FUNCTIONS(ui::look::LateWords)
public:
    [[nodiscard]] static QString what(const ports::Instead& instead, const text::Formats& formats);
    [[nodiscard]] static QString next_step(const ports::Instead& instead);

private:
    [[nodiscard]] static QString lapsed(const ports::Instead& instead, const QString& at);
};

} // namespace ui::look
