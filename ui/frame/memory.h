// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/screen.h"
#include "ui/look/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <memory>

namespace ui::frame {

/// What the console remembers of how somebody arranged it, in a file of the state folder. Nothing of the record and
/// nothing from outside is in it; without a file it remembers nothing. A value that does not fit is ignored.
class Memory {
public:
    explicit Memory(const QString& file);

    [[nodiscard]] Profile profile() const;
    void keep(Profile profile);
    [[nodiscard]] QByteArray bytes(const QString& name) const;
    void keep(const QString& name, const QByteArray& bytes);
    [[nodiscard]] QString word(const QString& name) const;
    void keep_word(const QString& name, const QString& word);
    void forget_arrangement();

    /// Name of a word: a language's code, empty for the desktop's.
    static constexpr QLatin1String language{"language"};
    [[nodiscard]] look::ThemeChoice theme() const;
    void keep(look::ThemeChoice theme);

private:
    std::unique_ptr<QSettings> settings_;
};

} // namespace ui::frame
