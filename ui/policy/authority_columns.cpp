// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/authority_columns.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"

namespace ui::policy {

namespace {

QString safe(const std::string& text) {
    return text::safe(std::string_view(text)).qstring();
}

} // namespace

QString AuthorityColumns::who(const domain::AuthorityLine& line) {
    return line.person.empty() ? text::fill(tr("Role %1"), {text::safe(std::string_view(line.role))})
                               : text::safe(line.person).qstring();
}

QString AuthorityColumns::about(const domain::AuthorityLine& line) {
    QStringList parts;
    const auto add = [&parts](const QString& name, const std::vector<std::string>& values) {
        QStringList all;
        for (const std::string& value : values) {
            all.append(safe(value));
        }
        if (!all.isEmpty()) {
            parts.append(text::fill(QStringLiteral("%1: %2"), {name, all.join(QStringLiteral(", "))}));
        }
    };
    add(tr("Categories"), line.categories);
    add(tr("Cost centres"), line.cost_centres);
    add(tr("Groups of agents"), line.groups);
    return parts.isEmpty() ? tr("Everything") : parts.join(QStringLiteral("; "));
}

std::vector<models::case_::Column<domain::AuthorityLine>> AuthorityColumns::lines(const text::Formats& formats) {
    using domain::AuthorityLine;
    return {{tr("Who"), [](const AuthorityLine& line) { return who(line); }},
            {tr("May approve"), [](const AuthorityLine& line) { return about(line); }},
            {tr("Up to a commitment of"), [&formats](const AuthorityLine& line) { return formats.money(line.up_to); }},
            {tr("Line"), [](const AuthorityLine& line) { return safe(line.id); }}};
}

std::vector<models::case_::Column<domain::Delegation>> AuthorityColumns::delegations(const text::Formats& formats) {
    using domain::Delegation;
    return {{tr("Lends"), [](const Delegation& one) { return text::safe(one.from).qstring(); }},
            {tr("To whom"), [](const Delegation& one) { return text::safe(one.to).qstring(); }},
            {tr("Since"), [&formats](const Delegation& one) { return formats.date_time(one.since); }},
            {tr("Until"), [&formats](const Delegation& one) { return formats.date_time(one.until); }},
            {tr("Up to"),
             [&formats](const Delegation& one) { return one.up_to ? formats.money(*one.up_to) : tr("All of it"); }},
            {tr("Why"), [](const Delegation& one) { return safe(one.reason); }}};
}

} // namespace ui::policy
