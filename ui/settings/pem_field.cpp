// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/pem_field.h"

#include "app/text/fill.h"
#include "ui/look/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>

namespace ui::settings {

PemField::PemField(const QString& name, const QString& hint, QWidget* parent)
    : QWidget(parent)
    , hint_(hint)
    , path_(new QLineEdit(this))
    , choose_(new QPushButton(tr("Choose …"), this))
    , remove_(new QPushButton(tr("Take out"), this)) {
    setAccessibleName(name);
    setFocusProxy(path_);
    path_->setAccessibleName(name);
    path_->setMaxLength(4096);
    choose_->setAccessibleName(text::fill(tr("Choose a file: %1"), {name}));
    remove_->setAccessibleName(text::fill(tr("Take out: %1"), {name}));
    choose_->setAutoDefault(false);
    remove_->setAutoDefault(false);
    connect(choose_, &QPushButton::clicked, this, &PemField::choose);
    connect(remove_, &QPushButton::clicked, this, [this] { show_pem({}); });
    connect(path_, &QLineEdit::textChanged, this, &PemField::show_state);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap::small);
    row->addWidget(path_, 1);
    row->addWidget(choose_);
    row->addWidget(remove_);
    show_state();
}

void PemField::show_pem(const std::string& pem) {
    kept_ = pem;
    path_->clear();
    show_state();
}

std::string PemField::pem_or_file() const {
    const std::string typed = path_->text().trimmed().toStdString();
    return typed.empty() ? kept_ : typed;
}

void PemField::show_state() {
    const bool kept = !kept_.empty() && path_->text().isEmpty();
    path_->setPlaceholderText(kept ? tr("Kept in this connection") : hint_);
    remove_->setVisible(kept);
}

/// The dialog of Qt's own, so that it is the same everywhere and named for screen readers.
void PemField::choose() {
    auto* dialog = new QFileDialog(this, accessibleName());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates and keys (*.pem *.crt *.cer *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, path_, &QLineEdit::setText);
    dialog->open();
}

} // namespace ui::settings
