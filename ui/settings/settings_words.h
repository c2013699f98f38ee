// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/connections.h"
#include "app/ports/files.h"

#include <QCoreApplication>

#include <string_view>

namespace ui::settings {

/// The words of the connect test and of the import.
class SettingsWords {
    Q_DECLARE_TR_FUNCTIONS(ui::settings::SettingsWords)
public:
    [[nodiscard]] static QString of(ports::TestStep step);
    /// What is wrong at a step and what to do about it.
    [[nodiscard]] static QString advice(const ports::TestLine& line);
    /// A field of a mapping ("amount") and why a column was taken for it ("header_contains").
    [[nodiscard]] static QString field(std::string_view name);
    /// How sure a guess is, in a word: a percentage would promise too much.
    [[nodiscard]] static QString sureness(std::int32_t permille);
    [[nodiscard]] static QString reason(std::string_view code);
    [[nodiscard]] static QString doubt(std::string_view code);
    [[nodiscard]] static QString of(domain::RowTrouble trouble);
    /// What was dropped instead of a table, and what to do; empty where the fault does not say.
    [[nodiscard]] static QString no_table(const base::Fault& fault);
    /// The field of the form that a fault names.
    [[nodiscard]] static QString form_fault(const base::Fault& fault);
};

} // namespace ui::settings
