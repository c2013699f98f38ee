// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/archive.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/symbol.h"

#include <QCoreApplication>
#include <QFrame>
#include <QPushButton>

#include <array>

namespace ui::case_ {

/// A person's own view of an order comes before its agent's persuasion: until it is noted, what the agent says for
/// itself is covered and nothing can be approved. The facts, the rules and the contract are always there.
class OwnView {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::OwnView)
public:
    static constexpr std::array all = {domain::OwnView::fine, domain::OwnView::odd, domain::OwnView::wrong};

    [[nodiscard]] static QString of(domain::OwnView view);
    /// What this person noted of the present version. Without a name every note counts as one's own.
    [[nodiscard]] static const ports::NotedView* noted(const ports::CaseFile& file, const domain::PersonId& person);
    /// The case waits for it.
    [[nodiscard]] static bool is_awaited(const ports::CaseFile& file, const domain::PersonId& person);
    /// In the place of the agent's words.
    [[nodiscard]] static QString cover();
    /// Why nothing can be approved yet.
    [[nodiscard]] static QString why_not_yet();
    /// What a step of the timeline is: an event, or a note like this.
    [[nodiscard]] static QString what_happened(const ports::TimelineEntry& entry);
    /// This step of the timeline quotes the agent.
    [[nodiscard]] static bool quotes_the_agent(const ports::TimelineEntry& entry);
};

/// Asks for that view with three buttons of one size, none of them a default; afterwards says what was noted. Hidden
/// where the policy does not ask.
class OwnViewBar final : public QFrame {
    Q_OBJECT
public:
    explicit OwnViewBar(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const ports::CaseFile& file, const domain::PersonId& person);
    using QWidget::show;
    [[nodiscard]] QPushButton* button_for(domain::OwnView view) const;

Q_SIGNALS:
    void pressed(domain::OwnView view);

private:
    const text::Formats& formats_;
    look::Label* sentence_;
    std::array<QPushButton*, OwnView::all.size()> buttons_{};
};

} // namespace ui::case_
