// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/complete.h"

#include <QCoreApplication>
#include <QString>

namespace ui::sieve {

/// What a thing that may be typed means, in the language of the person. Names of columns bring their own words.
class FunctionWords {
    Q_DECLARE_TR_FUNCTIONS(ui::sieve::FunctionWords)
public:
    [[nodiscard]] static QString of(const cel::Completion& completion);

private:
    [[nodiscard]] static QString of_sign(const QString& sign);
    [[nodiscard]] static QString of_function(const QString& name);
};

} // namespace ui::sieve
