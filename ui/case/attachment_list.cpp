// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case/attachment_list.h"

#include "app/base/encoding.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/look/row_delegate.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace ui::case_ {

namespace {

constexpr int most_rows = 5;

class AttachmentWords {
    Q_DECLARE_TR_FUNCTIONS(ui::case_::AttachmentWords)
public:
    static std::vector<models::case_::Column<domain::Attachment>> columns(const text::Formats& formats) {
        using domain::Attachment;
        return {
            {tr("Name, in their words"),
             [](const Attachment& each) {
                 return each.name.empty() ? tr("No name") : text::safe(each.name).qstring();
             }},
            {tr("Said to be"),
             [](const Attachment& each) {
                 return each.media_type.empty() ? tr("Not said") : text::safe(each.media_type).qstring();
             }},
            {tr("Size"),
             [&formats](const Attachment& each) { return text::fill(tr("%1 bytes"), {formats.number(each.size)}); },
             models::case_::Align::number},
            {tr("State"), [](const Attachment&) { return tr("Not fetched"); }},
            {tr("SHA-256"), [](const Attachment& each) { return text::safe(base::to_hex(each.digest)).qstring(); }},
        };
    }
};

} // namespace

AttachmentList::AttachmentList(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , model_(
          AttachmentWords::columns(formats),
          [](const domain::Attachment& one, const domain::Attachment& other) { return one == other; }, this)
    , table_(new look::Table(tr("Documents that came with the order"), this)) {
    table_->setModel(&model_);
    table_->set_widths({26, 18, 16, 12, 60});
    table_->setItemDelegate(new look::RowDelegate(table_));
    auto* advice = new look::Label(look::Type::small,
                                   tr("Reeve never fetches or opens them. Whoever holds a copy compares its SHA-256 "
                                      "with the one here; the decision is bound to it."),
                                   this);
    advice->set_muted(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap::tight);
    column->addWidget(new look::Label(look::Type::strong, tr("Attachments"), this));
    column->addWidget(advice);
    column->addWidget(table_);
    hide();
}

void AttachmentList::show(const std::vector<domain::Attachment>& attachments) {
    model_.set_rows(attachments);
    table_->fit_height(most_rows);
    setVisible(!attachments.empty());
}

} // namespace ui::case_
