// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/about_box.h"

#include "app/text/fill.h"
#include "ui/look/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::frame {

AboutBox::AboutBox(QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("About Reeve"));
    auto* name = new look::Label(look::Type::title, text::fill(tr("Reeve %1"), {QStringLiteral(REEVE_VERSION)}), this);
    auto* what =
        new look::Label(look::Type::body,
                        tr("Supervision of machine customers: what buying agents do, why it looks wrong, and a "
                           "signed decision about it."),
                        this);
    auto* licence = new look::Label(
        look::Type::body,
        tr("Reeve is free software under the GNU General Public License, version 3 or (at your option) any later "
           "version. It comes WITHOUT ANY WARRANTY, to the extent permitted by law. The protocol documents are under "
           "the Apache License 2.0. The whole texts are in the files LICENSE of the source."),
        this);
    auto* qt = new look::Label(look::Type::small,
                               text::fill(tr("Built with Qt %1."), {QString::fromLatin1(qVersion())}), this);
    qt->set_muted(true);
    auto* close_button = new QPushButton(tr("&Close"), this);
    connect(close_button, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::large);
    column->setSpacing(look::gap::medium);
    for (QWidget* part : {static_cast<QWidget*>(name), static_cast<QWidget*>(what), static_cast<QWidget*>(licence),
                          static_cast<QWidget*>(qt)}) {
        part->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
        column->addWidget(part);
    }
    column->addStretch(1);
    column->addLayout(buttons);
}

} // namespace ui::frame
