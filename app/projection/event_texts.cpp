// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projection/event_texts.h"

namespace projection {

namespace {

using Texts = std::vector<std::string_view>;

void add(Texts& texts, std::string_view text) {
    if (!text.empty()) {
        texts.push_back(text);
    }
}

void add_subject(Texts& texts, const domain::Subject& subject) {
    for (const std::string_view text :
         {std::string_view(subject.supplier.id.bytes()), std::string_view(subject.payee.name.bytes()),
          std::string_view(subject.payee.account), std::string_view(subject.owner.bytes()),
          std::string_view(subject.po_number), std::string_view(subject.cost_centre),
          std::string_view(subject.category)}) {
        add(texts, text);
    }
    for (const domain::Line& line : subject.lines) {
        add(texts, line.item_id);
        add(texts, line.description.bytes());
    }
    for (const domain::Attachment& attachment : subject.attachments) {
        add(texts, attachment.name.bytes());
    }
}

void add_turn(Texts& texts, const domain::Turn& turn) {
    for (const domain::HeardAlternative& heard : turn.alternatives) {
        add(texts, heard.text.bytes());
    }
    for (const domain::HeardAmount& heard : turn.amounts) {
        add(texts, heard.said.bytes());
    }
}

void add_assessment(Texts& texts, const domain::Assessment& assessment) {
    add(texts, assessment.escalation);
    add(texts, assessment.if_nobody_acts.bytes());
    for (const domain::Finding& finding : assessment.findings) {
        add(texts, finding.code);
        add(texts, finding.text.bytes());
    }
}

} // namespace

Texts event_texts(const domain::Event& event, const ports::FeedRow& row) {
    Texts texts;
    add(texts, event.id.bytes());
    add(texts, row.agent.bytes());
    add(texts, row.transaction.bytes());
    add(texts, row.counterpart.bytes());
    add(texts, row.summary.bytes());
    if (const auto* version = std::get_if<domain::TransactionVersion>(&event.payload)) {
        add_subject(texts, version->subject);
    } else if (const auto* turn = std::get_if<domain::Turn>(&event.payload)) {
        add_turn(texts, *turn);
    } else if (const auto* assessment = std::get_if<domain::Assessment>(&event.payload)) {
        add_assessment(texts, *assessment);
    } else if (const auto* step = std::get_if<domain::TransactionStep>(&event.payload)) {
        add(texts, step->code);
        add(texts, step->reference);
    }
    return texts;
}

} // namespace projection
