// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>
#include <QLineEdit>
#include <QString>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace ui::policy {

/// What stands in a line, without blanks around it.
[[nodiscard]] std::string typed_text(const QLineEdit& field);
/// `was`, to the byte, unless somebody typed something else over what the line shows of it.
[[nodiscard]] std::string kept_text(const QLineEdit& field, const std::string& was);

/// Values as one types them: it, travel, "paper, coloured". What holds a comma, a quotation mark or blanks at an end
/// stands in quotation marks, in which two of them are one; so every list comes back exactly.
[[nodiscard]] std::string list_text(const std::vector<std::string>& values);
[[nodiscard]] std::vector<std::string> list_in(const QString& typed);

/// Widgets beside each other, each behind its name, which is also what it is called; buttons have none. Alt and a
/// letter reach the first field of a row and its buttons, Tab goes on from there: there are more fields on a page than
/// letters that nothing else answers to.
[[nodiscard]] QHBoxLayout* row_of(std::initializer_list<std::pair<QString, QWidget*>> parts, QWidget* parent);

} // namespace ui::policy
