// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/fill.h"
#include "app/text/forms.h"
#include "ui/look/tip.h"
#include "ui/sieve/bar.h"

#include <QStyle>

// What another screen narrows the table to: a condition beside what is typed, with a button that takes it away.

namespace ui::sieve {

namespace {

constexpr int chip_letters = 30;

std::string with_column(const std::string& test, const std::string& column) {
    std::string made;
    for (const char letter : test) {
        made += letter == '$' ? column : std::string(1, letter);
    }
    return made;
}

} // namespace

void Bar::build_chip() {
    chip_->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    chip_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(chip_, &QToolButton::clicked, this, &Bar::narrowing_removed);
    add_in_front(chip_);
}

void Bar::narrow(const Narrowing& narrowing) {
    QStringList applied;
    QStringList left_out;
    std::string source;
    for (const Condition& condition : narrowing.conditions) {
        std::string part;
        for (const std::string& column : condition.columns) {
            if (part.empty() && subject_.language->find(column)) {
                part = with_column(condition.test, column);
            }
        }
        const bool reads = !part.empty() && subject_.language->read(part, clock_.now()).ok();
        (reads ? applied : left_out).append(condition.shown);
        if (reads) {
            source += (source.empty() ? "(" : " && (") + part + ")";
        }
    }
    narrowing_ = source.empty() ? nullptr : subject_.language->read(source, clock_.now()).expression;
    show_chip(applied, left_out);
    filter::Wanted wanted = wanted_;
    wanted.narrowing = narrowing_;
    if (wanted.narrowing == wanted_.narrowing) {
        return;
    }
    if (is_understood()) {
        want(std::move(wanted));
    } else { // what is typed stays wrong, and said to be
        wanted_ = std::move(wanted);
        Q_EMIT wanted_changed(wanted_);
    }
}

/// Says what is at work here, and what is not because this table cannot tell it.
void Bar::show_chip(const QStringList& applied, const QStringList& left_out) {
    show_in_front(!applied.isEmpty() || !left_out.isEmpty());
    if (chip_->isHidden()) {
        return;
    }
    const QString all =
        applied.isEmpty() ? tr("not narrowed here") : text::fill(tr("only %1"), {applied.join(tr(", "))});
    QString whole = all;
    if (!left_out.isEmpty()) {
        whole = text::fill(tr("%1; this table cannot tell: %2"), {all, left_out.join(tr(", "))});
    }
    QString shown = fontMetrics().elidedText(all, Qt::ElideRight, chip_letters * fontMetrics().averageCharWidth());
    chip_->setText(shown.replace(u'&', QStringLiteral("&&"))); // no letter of a name is a mnemonic
    chip_->setAccessibleName(text::fill(tr("Chosen in Spend: %1. Show everything again"), {whole}));
    look::set_tip(*chip_, text::fill(tr("Chosen in Spend: %1. Press to show everything again."), {whole}));
}

} // namespace ui::sieve
