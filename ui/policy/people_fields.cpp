// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/people_fields.h"

#include "app/text/forms.h"
#include "ui/look/label.h"
#include "ui/look/theme.h"

#include <QPushButton>

#include <string_view>

namespace ui::policy {

std::string typed_text(const QLineEdit& field) {
    return field.text().trimmed().toStdString();
}

std::string kept_text(const QLineEdit& field, const std::string& was) {
    return field.text() == text::for_editor(was) ? was : typed_text(field);
}

namespace {

/// Of blanks alone: other spaces belong to a value.
QString without_blanks(const QString& text) {
    qsizetype from = 0;
    qsizetype to = text.size();
    const auto is_blank = [&text](qsizetype at) { return text.at(at) == u' ' || text.at(at) == u'\t'; };
    while (from < to && is_blank(from)) {
        ++from;
    }
    while (to > from && is_blank(to - 1)) {
        --to;
    }
    return text.mid(from, to - from);
}

bool stands_bare(const std::string& value) {
    constexpr std::string_view blanks = " \t";
    return !value.empty() && value.find_first_of(",\"") == std::string::npos &&
           blanks.find(value.front()) == std::string_view::npos && blanks.find(value.back()) == std::string_view::npos;
}

} // namespace

std::string list_text(const std::vector<std::string>& values) {
    std::string all;
    for (const std::string& value : values) {
        all += all.empty() ? "" : ", ";
        if (stands_bare(value)) {
            all += value;
            continue;
        }
        all += '"';
        for (const char letter : value) {
            all += letter == '"' ? std::string("\"\"") : std::string(1, letter);
        }
        all += '"';
    }
    return all;
}

std::vector<std::string> list_in(const QString& typed) {
    std::vector<std::string> all;
    QString value;
    bool quoted = false;
    bool was_quoted = false;
    const auto end_value = [&] {
        const QString text = was_quoted ? value : without_blanks(value);
        if (was_quoted || !text.isEmpty()) {
            all.push_back(text.toStdString());
        }
        value.clear();
        was_quoted = false;
    };
    for (qsizetype at = 0; at < typed.size(); ++at) {
        const QChar letter = typed.at(at);
        if (quoted && letter == u'"' && at + 1 < typed.size() && typed.at(at + 1) == u'"') {
            value += letter;
            ++at;
        } else if (quoted && letter == u'"') {
            quoted = false;
        } else if (!quoted && letter == u'"' && without_blanks(value).isEmpty() && !was_quoted) {
            quoted = true;
            was_quoted = true;
            value.clear();
        } else if (!quoted && letter == u',') {
            end_value();
        } else if (quoted || !was_quoted || !letter.isSpace()) {
            value += letter;
        }
    }
    end_value();
    return all;
}

QHBoxLayout* row_of(std::initializer_list<std::pair<QString, QWidget*>> parts, QWidget* parent) {
    auto* row = new QHBoxLayout;
    row->setSpacing(look::gap::small);
    for (const auto& [name, widget] : parts) {
        if (!name.isEmpty()) {
            auto* label = new look::Label(look::Type::body, name, parent);
            label->setWordWrap(false);
            label->setBuddy(widget);
            row->addWidget(label);
            QString spoken = name;
            widget->setAccessibleName(spoken.remove(u'&'));
        }
        row->addWidget(widget, qobject_cast<QLineEdit*>(widget) != nullptr ? 1 : 0);
    }
    return row;
}

} // namespace ui::policy
