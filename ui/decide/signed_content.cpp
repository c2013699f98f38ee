// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decide/signed_content.h"

#include "app/domain/stop_target.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/words.h"

#include <QByteArray>
#include <QGridLayout>
#include <QPainter>

namespace ui::decide {

namespace {

using look::Fact;

/// What the verb does, in one sentence; the same length of wording for yes and no.
class VerbWords {
    Q_DECLARE_TR_FUNCTIONS(ui::decide::VerbWords)
public:
    static QString sentence(domain::Verb verb) {
        switch (verb) {
        case domain::Verb::approve: return tr("Approve this order");
        case domain::Verb::approve_reduced: return tr("Approve this order with a reduced amount");
        case domain::Verb::ask: return tr("Ask about this order");
        case domain::Verb::hold: return tr("Hold this order");
        case domain::Verb::reject: return tr("Reject this order");
        case domain::Verb::escalate: return tr("Escalate this order");
        case domain::Verb::roll_back: return tr("Roll back this order");
        case domain::Verb::resolve: return tr("Resolve this order in doubt");
        case domain::Verb::stop: return tr("Stop this agent");
        case domain::Verb::resume: return tr("Let this agent go on");
        case domain::Verb::acknowledge: return tr("Take note of what Reeve found about this order");
        }
        return {};
    }
};

constexpr int digest_bytes_shown = 8;

bool about_agent(domain::Verb verb) {
    return verb == domain::Verb::stop || verb == domain::Verb::resume;
}

} // namespace

SignedContent::SignedContent(const text::Formats& formats, QWidget* parent)
    : QFrame(parent)
    , formats_(formats)
    , verb_(new look::Label(look::Type::title, {}, this))
    , amount_(new look::Label(this))
    , payee_title_(new look::Label(look::Type::small, tr("Payee"), this))
    , payee_(new look::Passage(tr("Payee and account"), 3, this))
    , order_(new look::Facts(formats, this))
    , binding_(new look::Facts(formats, this))
    , note_title_(new look::Label(look::Type::small, {}, this))
    , note_(new look::Passage(tr("Note, as it will be signed"), 4, this))
    , plan_(new look::PlanTable(formats, this))
    , plan_missing_(new look::Label(look::Type::body, {}, this)) {
    setObjectName(QStringLiteral("signed_content"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    amount_->set_type(look::Type::amount);
    payee_title_->set_muted(true);
    note_title_->set_muted(true);
    plan_->set_most_rows(6);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(look::gap::large, look::gap::medium, look::gap::large, look::gap::medium);
    grid->setHorizontalSpacing(look::gap::huge);
    grid->setVerticalSpacing(look::gap::tight);
    grid->addWidget(verb_, 0, 0, 1, 2);
    grid->addWidget(amount_, 1, 0, 1, 2);
    grid->addWidget(payee_title_, 2, 0, 1, 2);
    grid->addWidget(payee_, 3, 0, 1, 2);
    grid->setRowMinimumHeight(4, look::gap::small);
    grid->addWidget(plan_, 5, 0, 1, 2);
    grid->addWidget(plan_missing_, 6, 0, 1, 2);
    grid->addWidget(order_, 7, 0, Qt::AlignTop);
    grid->addWidget(binding_, 7, 1, Qt::AlignTop);
    grid->addWidget(note_title_, 8, 0, 1, 2);
    grid->addWidget(note_, 9, 0, 1, 2);
    grid->setRowStretch(10, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void SignedContent::show(const ports::Review& review) {
    show_head(review);
    show_note(review.decision);
    order_->show(order_facts(review));
    binding_->show(binding_facts(review.decision));
    const bool undo = review.decision.verb == domain::Verb::roll_back;
    plan_->setVisible(undo && review.plan);
    plan_missing_->setVisible(undo && !review.plan);
    if (review.plan) {
        plan_->show(*review.plan);
    }
    plan_missing_->say(tr("The gateway's plan is not known yet, so it is not known what can be undone."));
}

QString SignedContent::deed(domain::Verb verb, const domain::AgentId& target) {
    const bool stops = verb == domain::Verb::stop;
    if (about_agent(verb) && domain::is_fleet(target)) {
        return stops ? tr("Stop the whole fleet") : tr("Let the whole fleet go on");
    }
    if (const auto tier = about_agent(verb) ? domain::tier_in(target) : std::nullopt) {
        return text::fill(stops ? tr("Stop the tier %1") : tr("Let the tier %1 go on"), {look::Words::of(*tier)});
    }
    return look::Words::of(verb);
}

void SignedContent::show_head(const ports::Review& review) {
    const domain::Decision& decision = review.decision;
    const bool fleet = about_agent(decision.verb) && decision.agent.bytes() == "*";
    const bool stops = decision.verb == domain::Verb::stop;
    verb_->say(!fleet ? VerbWords::sentence(decision.verb)
                      : (stops ? tr("Stop the whole fleet: every agent of this gateway")
                               : tr("Let the whole fleet go on: every agent of this gateway")));
    if (const auto tier = about_agent(decision.verb) ? domain::tier_in(decision.agent) : std::nullopt) {
        verb_->say(
            text::fill(stops ? tr("Stop the tier %1: nothing in it is carried out") : tr("Let the tier %1 go on"),
                       {look::Words::of(*tier)}));
    }
    const auto amount = amount_of(review);
    amount_->setVisible(amount.has_value());
    if (amount) {
        amount_->say(formats_.money(*amount));
        amount_->setAccessibleName(text::fill(tr("Amount: %1"), {formats_.money(*amount)}));
    }
    const auto payee = decision.payee || !review.subject ? decision.payee : std::optional(review.subject->payee);
    payee_title_->setVisible(payee.has_value());
    payee_->setVisible(payee.has_value());
    if (payee) {
        const std::string account = payee->account.empty() ? std::string() : "\n" + payee->account;
        payee_->show(text::safe(payee->name.bytes() + account, {400, 2, 200, 4}));
    }
}

/// In full: what is signed is not cut.
void SignedContent::show_note(const domain::Decision& decision) {
    const bool asks = decision.verb == domain::Verb::ask;
    note_title_->say(asks ? tr("Question") : tr("Note"));
    note_title_->setVisible(!decision.reason_text.empty());
    note_->setVisible(!decision.reason_text.empty());
    note_->show(text::safe(decision.reason_text, text::passage));
}

std::optional<domain::Money> SignedContent::amount_of(const ports::Review& review) {
    const bool typed = review.decision.verb == domain::Verb::approve_reduced;
    return review.decision.amount || !review.subject || typed ? review.decision.amount
                                                              : std::optional(review.subject->gross);
}

std::vector<Fact> SignedContent::order_facts(const ports::Review& review) const {
    const domain::Decision& decision = review.decision;
    std::vector<Fact> facts;
    if (!about_agent(decision.verb)) {
        if (review.subject) {
            facts.push_back(Fact::outside(tr("Supplier"), text::safe(review.subject->supplier.name)));
            facts.push_back(Fact::outside(tr("Supplier number"), text::safe(review.subject->supplier.id)));
            if (decision.verb == domain::Verb::approve_reduced) {
                facts.push_back(Fact::own(tr("Amount asked for"), formats_.money(review.subject->gross)));
            }
            if (decision.verb == domain::Verb::roll_back && decision.amount &&
                decision.amount != review.subject->gross) {
                facts.push_back(Fact::own(tr("Only a part of"), formats_.money(review.subject->gross)));
            }
            if (review.subject->total_commitment) {
                facts.push_back(
                    Fact::own(tr("Total over the term"), formats_.money(*review.subject->total_commitment)));
            }
        } else {
            facts.push_back(Fact::own(tr("Content"), tr("Not known here. Do not sign.")));
        }
        facts.push_back(Fact::outside(tr("Order"), text::safe(decision.transaction)));
        facts.push_back(Fact::own(tr("Version"), formats_.number(decision.version)));
    }
    facts.push_back(decision.agent.bytes() == "*" ? Fact::own(tr("Agent"), tr("All agents"))
                                                  : Fact::outside(tr("Agent"), text::safe(decision.agent)));
    facts.push_back(Fact::outside(tr("Gateway's feed"), text::safe(decision.source)));
    return facts;
}

std::vector<Fact> SignedContent::binding_facts(const domain::Decision& decision) const {
    std::vector<Fact> facts;
    if (!about_agent(decision.verb)) {
        facts.push_back(Fact::own(tr("Content digest"), short_form(decision.subject_digest)));
    }
    if (decision.plan_digest) {
        facts.push_back(Fact::own(tr("Plan digest"), short_form(*decision.plan_digest)));
    }
    facts.push_back(Fact::own(tr("Reason"), decision.reason_code.empty()
                                                ? tr("Not chosen yet")
                                                : look::CodeWords::of_reason(decision.reason_code)));
    facts.push_back(Fact::outside(tr("Signed by"), text::safe(decision.person)));
    facts.push_back(Fact::outside(tr("Role"), text::safe(decision.role)));
    if (!decision.delegation.empty()) {
        facts.push_back(Fact::outside(tr("Under delegation"), text::safe(decision.delegation)));
    }
    facts.push_back(Fact::own(tr("Valid until"), formats_.date_time(decision.not_after)));
    facts.push_back(Fact::own(tr("Roster"), formats_.number(decision.roster_version)));
    return facts;
}

QString SignedContent::short_form(const domain::Digest& digest) {
    const QByteArray hex = QByteArray(reinterpret_cast<const char*>(digest.data()), digest_bytes_shown).toHex();
    QString grouped;
    for (qsizetype at = 0; at < hex.size(); at += 4) {
        grouped += (at == 0 ? QString() : QStringLiteral(" ")) + QString::fromLatin1(hex.mid(at, 4));
    }
    return grouped + QStringLiteral(" …");
}

} // namespace ui::decide
