// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/scroll_accessibility.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace ui::look {

namespace {

/// Asked with the name of each class from the widget's own up to QObject's; views, editors and others that Qt describes
/// by a more special class never come as far as these two.
QAccessibleInterface* make_scroll_area(const QString& class_name, QObject* object) {
    if (class_name != QLatin1String("QScrollArea") && class_name != QLatin1String("QAbstractScrollArea")) {
        return nullptr;
    }
    auto* widget = qobject_cast<QWidget*>(object);
    return widget == nullptr ? nullptr : new QAccessibleWidget(widget, QAccessible::Client);
}

} // namespace

void install_scroll_accessibility() {
    QAccessible::installFactory(&make_scroll_area); // Qt keeps each factory once and asks the newest first
}

} // namespace ui::look
