// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/memory.h"

namespace ui::frame {

namespace {

QString name_of(Profile profile) {
    switch (profile) {
    case Profile::manager: return QStringLiteral("manager");
    case Profile::auditor: return QStringLiteral("auditor");
    case Profile::analyst: return QStringLiteral("analyst");
    }
    return {};
}

QString name_of(look::ThemeChoice theme) {
    switch (theme) {
    case look::ThemeChoice::desktop: return QStringLiteral("desktop");
    case look::ThemeChoice::light: return QStringLiteral("light");
    case look::ThemeChoice::dark: return QStringLiteral("dark");
    }
    return {};
}

const QString theme_name = QStringLiteral("theme");
const QString profile_name = QStringLiteral("profile");
const QString arrangement = QStringLiteral("arrangement");

} // namespace

Memory::Memory(const QString& file)
    : settings_(file.isEmpty() ? nullptr : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

Profile Memory::profile() const {
    const QString kept = word(profile_name);
    for (const Profile profile : {Profile::manager, Profile::auditor, Profile::analyst}) {
        if (kept == name_of(profile)) {
            return profile;
        }
    }
    return Profile::manager;
}

void Memory::keep(Profile profile) {
    keep_word(profile_name, name_of(profile));
}

look::ThemeChoice Memory::theme() const {
    return look::theme_choice(word(theme_name).toStdString()).value_or(look::ThemeChoice::desktop);
}

void Memory::keep(look::ThemeChoice theme) {
    keep_word(theme_name, name_of(theme));
}

QByteArray Memory::bytes(const QString& name) const {
    return settings_ ? settings_->value(arrangement + u'/' + name).toByteArray() : QByteArray();
}

void Memory::keep(const QString& name, const QByteArray& bytes) {
    if (settings_) {
        settings_->setValue(arrangement + u'/' + name, bytes);
    }
}

QString Memory::word(const QString& name) const {
    return settings_ ? settings_->value(name).toString() : QString();
}

void Memory::keep_word(const QString& name, const QString& word) {
    if (settings_) {
        settings_->setValue(name, word);
    }
}

void Memory::forget_arrangement() {
    if (settings_) {
        settings_->remove(arrangement);
    }
}

} // namespace ui::frame
