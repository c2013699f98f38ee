// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Pictures of every screen and every page of each: without rows, with one, with 50,000, with attacks in every field,
/// with the gateway away, with a full disk, and with a core that answers nothing but faults.
void show_variants(const QString& folder);
