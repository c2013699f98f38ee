// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/decisions.h"
#include "app/text/formats.h"
#include "ui/look/facts.h"
#include "ui/look/passage.h"
#include "ui/look/plan_table.h"

#include <QFrame>

namespace ui::decide {

/// What will be signed, as it will be signed: everything here is read from Review.decision (which was decoded from the
/// bytes to sign) and from the subject that its digest names. Nothing comes from the screen behind.
class SignedContent final : public QFrame {
    Q_OBJECT
public:
    /// `formats` must outlive the widget.
    explicit SignedContent(const text::Formats& formats, QWidget* parent = nullptr);

    void show(const ports::Review& review);
    using QWidget::show;
    /// The amount that is signed; where a verb signs none (reject), that of the order which the digest names. Nothing
    /// for a reduced approval whose amount is not typed yet.
    [[nodiscard]] static std::optional<domain::Money> amount_of(const ports::Review& review);
    /// The deed in two or three words, for a button: "Approve", "Stop agent", "Stop the whole fleet".
    [[nodiscard]] static QString deed(domain::Verb verb, const domain::AgentId& target);
    /// "SHA-256 1f3a 9b2c …": the first eight bytes of a digest.
    [[nodiscard]] static QString short_form(const domain::Digest& digest);

private:
    void show_head(const ports::Review& review);
    void show_note(const domain::Decision& decision);
    [[nodiscard]] std::vector<look::Fact> order_facts(const ports::Review& review) const;
    [[nodiscard]] std::vector<look::Fact> binding_facts(const domain::Decision& decision) const;

    const text::Formats& formats_;
    look::Label* verb_;
    look::Label* amount_;
    look::Label* payee_title_;
    look::Passage* payee_;
    look::Facts* order_;
    look::Facts* binding_;
    look::Label* note_title_;
    look::Passage* note_;
    look::PlanTable* plan_;
    look::Label* plan_missing_;
};

} // namespace ui::decide
