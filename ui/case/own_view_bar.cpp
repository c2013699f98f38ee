// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/own_view_bar.h"

#include "app/ports/own_view.h"
#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/tip.h"
#include "ui/look/words.h"

#include <QHBoxLayout>

#include <algorithm>

namespace ui::case_ {

namespace {

/// The same in every language, as the other keys of a case.
QString key_of(domain::OwnView view) {
    switch (view) {
    case domain::OwnView::fine: return QStringLiteral("1");
    case domain::OwnView::odd: return QStringLiteral("2");
    case domain::OwnView::wrong: return QStringLiteral("3");
    }
    return {};
}

} // namespace

QString OwnView::of(domain::OwnView view) {
    switch (view) {
    case domain::OwnView::fine: return tr("Fine");
    case domain::OwnView::odd: return tr("Odd");
    case domain::OwnView::wrong: return tr("Wrong");
    }
    return {};
}

const ports::NotedView* OwnView::noted(const ports::CaseFile& file, const domain::PersonId& person) {
    return ports::noted_view(file, person);
}

bool OwnView::is_awaited(const ports::CaseFile& file, const domain::PersonId& person) {
    return ports::awaits_own_view(file, person);
}

QString OwnView::cover() {
    return tr("The agent's own words are covered until you have noted your view.");
}

QString OwnView::why_not_yet() {
    return tr("First note your own view of the facts: 1 fine, 2 odd, 3 wrong.");
}

QString OwnView::what_happened(const ports::TimelineEntry& entry) {
    if (entry.acknowledged_by) {
        return text::fill(tr("Acknowledged by %1"), {text::safe(*entry.acknowledged_by)});
    }
    if (!entry.view) {
        return look::EventWords::of(entry.row.type);
    }
    const QString view = of(entry.view->view);
    return entry.view->person.empty() ? text::fill(tr("Own view: %1"), {view})
                                      : text::fill(tr("Own view: %1, by %2"), {view, text::safe(entry.view->person)});
}

bool OwnView::quotes_the_agent(const ports::TimelineEntry& entry) {
    const auto& type = entry.row.type;
    return type == domain::EventType::transaction_requested || type == domain::EventType::transaction_amended ||
           type == domain::EventType::turn_taken;
}

OwnViewBar::OwnViewBar(const text::Formats& formats, QWidget* parent)
    : QFrame(parent)
    , formats_(formats)
    , sentence_(new look::Label(look::Type::body, {}, this)) {
    setAccessibleName(tr("Your own view"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::gap::medium, look::gap::small, look::gap::medium, look::gap::small);
    row->setSpacing(look::gap::tight);
    row->addWidget(sentence_, 1);
    int widest = 0;
    for (std::size_t i = 0; i < OwnView::all.size(); ++i) {
        const domain::OwnView view = OwnView::all[i];
        const QString word = OwnView::of(view);
        auto* button = new QPushButton(text::fill(QStringLiteral("%1  %2"), {word, key_of(view)}), this);
        button->setAutoDefault(false);
        button->setAccessibleName(text::fill(tr("Your view: %1"), {word}));
        look::set_tip(*button, text::fill(tr("%1, key %2"), {word, key_of(view)}));
        connect(button, &QPushButton::clicked, this, [this, view] { Q_EMIT pressed(view); });
        row->addWidget(button);
        buttons_[i] = button;
        widest = std::max(widest, button->sizeHint().width());
    }
    for (QPushButton* button : buttons_) {
        button->setMinimumWidth(widest);
    }
    hide();
}

QPushButton* OwnViewBar::button_for(domain::OwnView view) const {
    return buttons_[static_cast<std::size_t>(std::find(OwnView::all.begin(), OwnView::all.end(), view) -
                                             OwnView::all.begin())];
}

void OwnViewBar::show(const ports::CaseFile& file, const domain::PersonId& person) {
    const bool awaited = OwnView::is_awaited(file, person);
    const ports::NotedView* noted = OwnView::noted(file, person);
    setVisible(awaited || noted != nullptr);
    for (QPushButton* button : buttons_) {
        button->setVisible(awaited);
    }
    if (awaited) {
        sentence_->say(tr("What do you make of the facts? The agent's own words are covered until you have said so."));
    } else if (noted != nullptr) {
        sentence_->say(
            text::fill(tr("Your view, noted %1: %2."), {formats_.date_time(noted->time), OwnView::of(noted->view)}));
    }
    sentence_->set_muted(!awaited);
}

} // namespace ui::case_
