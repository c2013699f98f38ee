// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/request_page.h"

#include "app/base/encoding.h"
#include "app/ports/case_level.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/case/card_words.h"
#include "ui/case/own_view_bar.h"
#include "ui/look/row_delegate.h"
#include "ui/look/words.h"

#include <QGridLayout>
#include <QHeaderView>

#include <algorithm>

namespace ui::case_ {

namespace {

using look::Fact;
using models::case_::Align;

constexpr std::size_t most_reasons = 12;
constexpr qsizetype longest_reason = 60;
constexpr int most_lines = 8;
constexpr int money_columns[] = {4, 5};

class LineWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::LineWords)
public:
    static std::vector<models::case_::Column<domain::Line>> columns(const text::Formats& formats) {
        return {
            {tr("Item"), [](const domain::Line& line) { return text::safe(line.item_id).qstring(); }},
            {tr("Description, in their words"),
             [](const domain::Line& line) { return text::safe(line.description).qstring(); }},
            {tr("Quantity"), [&formats](const domain::Line& line) { return formats.decimal(line.quantity); },
             Align::number},
            {tr("Unit"), [](const domain::Line& line) { return text::safe(line.unit).qstring(); }},
            {tr("Unit price"), [&formats](const domain::Line& line) { return formats.money(line.unit_price); },
             Align::number},
            {tr("Net"), [&formats](const domain::Line& line) { return formats.money(line.net); }, Align::number},
            {tr("Contract"),
             [](const domain::Line& line) { return line.contract ? text::safe(*line.contract).qstring() : QString(); }},
        };
    }
};

QString joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : ", ") + word;
    }
    return text::safe(all).qstring();
}

} // namespace

RequestPage::RequestPage(const text::Formats& formats, QWidget* parent)
    : QScrollArea(parent)
    , formats_(formats)
    , lines_(
          LineWords::columns(formats),
          [](const domain::Line& one, const domain::Line& other) { return one.line_id == other.line_id; }, this) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Request"));
    build();
}

void RequestPage::build() {
    auto* page = new QWidget(this);
    reasons_title_ = new look::Label(look::Type::strong, tr("Why it was escalated"), page);
    reasons_ = new QVBoxLayout;
    reasons_->setSpacing(look::gap::tight);
    platform_ = new look::SpeechFrame(4, page);
    purpose_ = new look::SpeechFrame(6, page);
    money_ = new look::Facts(formats_, page);
    facts_ = new look::Facts(formats_, page);
    mandate_title_ = new look::Label(look::Type::strong, tr("Mandate"), page);
    mandate_ = new look::Facts(formats_, page);
    checks_ = new CheckList(page);
    lines_title_ = new look::Label(look::Type::strong, tr("Lines"), page);
    table_ = new look::Table(tr("Lines of the order"), page);
    table_->setModel(&lines_);
    table_->set_widths({12, 30, 10, 7, 0, 0, 14});
    auto* delegate = new look::RowDelegate(table_);
    delegate->set_money_of(
        [this](const QModelIndex& index) -> const domain::Money* {
            const domain::Line& line = lines_.row_at(index.row());
            return index.column() == money_columns[0]   ? &line.unit_price
                   : index.column() == money_columns[1] ? &line.net
                                                        : nullptr;
        },
        formats_);
    table_->setItemDelegate(delegate);

    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(look::gap::medium, look::gap::medium, look::gap::medium, look::gap::medium);
    grid->setHorizontalSpacing(look::gap::huge);
    grid->setVerticalSpacing(look::gap::small);
    grid->addWidget(reasons_title_, 0, 0, 1, 2);
    grid->addLayout(reasons_, 1, 0, 1, 2);
    grid->addWidget(platform_, 2, 0, 1, 2);
    grid->addWidget(new look::Label(look::Type::strong, tr("Money"), page), 3, 0);
    grid->addWidget(mandate_title_, 3, 1);
    grid->addWidget(money_, 4, 0, Qt::AlignTop);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(look::gap::tight);
    beside->addWidget(checks_);
    beside->addWidget(mandate_);
    grid->addLayout(beside, 4, 1, 3, 1, Qt::AlignTop);
    grid->addWidget(new look::Label(look::Type::strong, tr("Request"), page), 5, 0);
    grid->addWidget(facts_, 6, 0, Qt::AlignTop);
    grid->addWidget(lines_title_, 7, 0, 1, 2);
    grid->addWidget(table_, 8, 0, 1, 2);
    attachments_ = new AttachmentList(formats_, page);
    grid->addWidget(attachments_, 9, 0, 1, 2);
    grid->addWidget(purpose_, 10, 0, 1, 2);
    grid->setRowStretch(6, 1); // a long mandate beside it leaves its room below the request
    grid->setRowStretch(11, 100);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    setWidget(page);
}

void RequestPage::show(const ports::CaseFile& file, bool covered) {
    show_reasons(file);
    show_mandate(file);
    if (!file.versions.empty()) {
        const domain::Subject& subject = file.versions.back().version.subject;
        show_money(subject);
        show_facts(file.versions.back().version);
        show_lines(subject);
        attachments_->show(subject.attachments);
        covered ? purpose_->say_instead(OwnView::cover())
                : purpose_->show(tr("The agent says why it wants this:"), text::safe(subject.purpose, text::passage));
        purpose_->setVisible(!subject.purpose.empty());
    }
}

void RequestPage::show_reasons(const ports::CaseFile& file) {
    while (QLayoutItem* item = reasons_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::vector<std::string>& codes = file.row.codes;
    for (std::size_t i = 0; i < std::min(codes.size(), most_reasons); ++i) {
        auto* reason = new look::Badge(this);
        const QString words = look::CodeWords::of_finding(codes[i]); // a code that nobody knows is outside text
        reason->show_level(look::level_of(ports::level_of(file.row)),
                           words.size() > longest_reason ? words.left(longest_reason) + QChar(0x2026) : words);
        reasons_->addWidget(reason);
    }
    reasons_title_->setVisible(file.is_case);
    if (codes.empty() && file.is_case) {
        auto* none = new look::Label(look::Type::body, tr("The platform gave no reason."), this);
        none->set_muted(true);
        reasons_->addWidget(none);
    }
    std::string words;
    if (!file.assessments.empty()) {
        const domain::Assessment& last = file.assessments.back();
        for (const domain::Finding& finding : last.findings) {
            words += finding.text.bytes() + (finding.text.empty() ? "" : "\n");
        }
        words += last.if_nobody_acts.bytes();
    }
    platform_->show(tr("The platform says, also about what happens if nobody acts:"), text::safe(words, text::passage));
    platform_->setVisible(!words.empty());
}

void RequestPage::show_money(const domain::Subject& subject) {
    std::vector<Fact> facts = {Fact::amount(tr("Net"), subject.net), Fact::amount(tr("Tax"), subject.tax),
                               Fact::amount(tr("Gross"), subject.gross)};
    if (subject.total_commitment) {
        facts.push_back(Fact::amount(tr("Total over the term"), *subject.total_commitment));
    }
    money_->show(facts);
}

void RequestPage::show_facts(const domain::TransactionVersion& version) {
    const domain::Subject& subject = version.subject;
    std::vector<Fact> facts = {
        Fact::own(tr("Kind"), look::Words::of(subject.kind)),
        Fact::outside(subject.side == domain::Side::buying ? tr("Supplier") : tr("Customer"),
                      text::safe(subject.supplier.name)),
        Fact::outside(tr("Supplier number"), text::safe(subject.supplier.id)),
        Fact::outside(tr("Payee"), text::safe(subject.payee.name)),
        Fact::outside(tr("Account"), text::safe(subject.payee.account)),
        Fact::outside(tr("Purchase order"), text::safe(subject.po_number)),
        Fact::outside(tr("Cost centre"), text::safe(subject.cost_centre)),
        Fact::outside(tr("Category"), text::safe(subject.category)),
    };
    if (subject.term_months > 0) {
        facts.push_back(Fact::own(tr("Term"), tr("%n month(s)", nullptr, subject.term_months)));
    }
    if (subject.contract) {
        facts.push_back(Fact::outside(tr("Contract"), text::safe(*subject.contract)));
    }
    if (subject.batch) {
        facts.push_back(Fact::outside(tr("Part of a bulk run"), text::safe(*subject.batch)));
    }
    if (subject.needed_by) {
        facts.push_back(Fact::own(tr("Needed by"), formats_.date_time(*subject.needed_by)));
    }
    facts.push_back(Fact::own(tr("Version"), formats_.number(version.version)));
    facts.push_back(Fact::outside(tr("SHA-256 of the content"), text::safe(base::to_hex(version.digest))));
    facts_->show(facts);
}

void RequestPage::show_mandate(const ports::CaseFile& file) {
    std::vector<Check> checks;
    for (const ports::MandateCheck& check : file.cards.mandate) {
        checks.push_back(CardWords::mandate(check, formats_));
    }
    if (!file.mandate) {
        checks = {{look::Level::serious, tr("None on file"), tr("Nobody allowed this agent to buy this")}};
    }
    checks_->show(checks);
    mandate_->setVisible(file.mandate.has_value());
    if (!file.mandate) {
        return;
    }
    const domain::Mandate& mandate = *file.mandate;
    std::vector<Fact> facts;
    if (mandate.per_transaction) {
        facts.push_back(Fact::amount(tr("At most per order"), *mandate.per_transaction));
    }
    if (mandate.per_month) {
        facts.push_back(Fact::amount(tr("At most per month"), *mandate.per_month));
    }
    facts.push_back(Fact::outside(tr("Mandate"), text::safe(mandate.id)));
    facts.push_back(Fact::outside(tr("Given by"), text::safe(mandate.owner)));
    facts.push_back(Fact::sentence(tr("Purpose"), text::safe(mandate.purpose)));
    facts.push_back(Fact::own(tr("Categories"), mandate.categories.empty() ? tr("All") : joined(mandate.categories)));
    std::vector<std::string> suppliers;
    for (const domain::SupplierId& id : mandate.suppliers) {
        suppliers.push_back(id.bytes());
    }
    facts.push_back(Fact::own(tr("Suppliers"), suppliers.empty() ? tr("All") : joined(suppliers)));
    facts.push_back(Fact::own(tr("Valid"), text::fill(tr("%1 to %2"), {formats_.date(mandate.not_before),
                                                                       formats_.date(mandate.not_after)})));
    mandate_->show(facts);
}

void RequestPage::show_lines(const domain::Subject& subject) {
    lines_.set_rows(subject.lines);
    lines_title_->setVisible(!subject.lines.empty());
    table_->setVisible(!subject.lines.empty());
    table_->fit_height(most_lines);
}

} // namespace ui::case_
