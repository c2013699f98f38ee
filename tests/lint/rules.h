// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/code.h"

namespace lint {

/// Ways around UntrustedText and SafeText in one file. A lint reads source, not types: it is made to miss little and to
/// be told about what is in order by a row of the allow list.

/// Outside text turned into QString by hand, chained arg(), links and programs that are started, SQL and filters that
/// are put together from pieces.
[[nodiscard]] QList<Finding> hostile_findings(const Code& code);

/// Widgets that guess whether their text is rich, and text that reaches a widget without having been made safe.
[[nodiscard]] QList<Finding> widget_findings(const Code& code);

/// String literals that a person would read and that do not go through tr().
[[nodiscard]] QList<Finding> literal_findings(const Code& code);

} // namespace lint
