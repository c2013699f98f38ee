// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include <string>

namespace ui::settings {

/// A certificate or key that comes from a file: its path is typed or chosen; what is kept already is not shown, only
/// that it is there, and can be taken out or replaced.
class PemField final : public QWidget {
    Q_OBJECT
public:
    PemField(const QString& name, const QString& hint, QWidget* parent = nullptr);

    void show_pem(const std::string& pem);
    /// The path, or what was shown and has not been replaced.
    [[nodiscard]] std::string pem_or_file() const;
    [[nodiscard]] QLineEdit& path() const { return *path_; }

private:
    void choose();
    void show_state();

    QString hint_;
    QLineEdit* path_;
    QPushButton* choose_;
    QPushButton* remove_;
    std::string kept_;
};

} // namespace ui::settings
