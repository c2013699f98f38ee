// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/form_page.h"

#include "app/text/amount_entry.h"
#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/theme.h"
#include "ui/look/words.h"
#include "ui/policy/policy_words.h"

#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::policy {

namespace {

constexpr domain::Tier tiers[] = {domain::Tier::automatic, domain::Tier::confirm, domain::Tier::sign_off,
                                  domain::Tier::dual_sign_off, domain::Tier::blocked};

QString safe(const std::string& text) {
    return text::safe(std::string_view(text)).qstring();
}

QString editable(const std::string& text) {
    return text::for_editor(text);
}

/// An ISO 4217 code, which only holds capital letters.
QString code_of(const domain::Currency& currency) {
    return QLatin1String(currency.code().data(), static_cast<qsizetype>(currency.code().size()));
}

} // namespace

GuidanceEdit::GuidanceEdit(QWidget* parent)
    : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setFixedHeight(4 * fontMetrics().lineSpacing() + look::gap::medium);
}

void GuidanceEdit::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (document()->isModified()) { // what nobody touched is never written anew
        Q_EMIT finished();
    }
}

FormPage::FormPage(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , model_({{tr("Rule"), [](const Row& row) { return safe(row.rule.title); }},
              {tr("At least"), [](const Row& row) { return PolicyWords::of_rule(row.rule.tier); }},
              {tr("In use"), [](const Row& row) { return row.in_use ? tr("Yes") : tr("No"); }},
              {tr("Owner"), [](const Row& row) { return safe(row.rule.owner); }}},
             [](const Row& left, const Row& right) { return left.rule.id == right.rule.id; })
    , table_(new look::Table(tr("Rules"), this))
    , tier_bar_(new QHBoxLayout)
    , in_use_(new QCheckBox(tr("In &use"), this))
    , title_(new QLineEdit(this))
    , tier_(new QComboBox(this))
    , guidance_(new GuidanceEdit(this))
    , condition_(new look::Label(look::Type::body, {}, this))
    , owner_(new look::Label(look::Type::small, {}, this))
    , complaint_(new look::Label(look::Type::strong, {}, this))
    , form_(new QFormLayout)
    , editor_(new QWidget(this)) {
    table_->setModel(&model_);
    table_->set_widths({54, 19, 12, 16});
    build_editor();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(editor_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("The chosen rule"));
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(table_);
    split->addWidget(scroll);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap::small, 0, 0);
    tier_bar_->setContentsMargins(look::gap::medium, 0, look::gap::medium, 0);
    complaint_->setContentsMargins(look::gap::medium, 0, look::gap::medium, 0);
    column->addLayout(tier_bar_);
    column->addWidget(complaint_);
    column->addWidget(split, 1);
    complaint_->hide();
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { show_rule(); });
}

void FormPage::build_editor() {
    tier_->addItem(PolicyWords::of_rule(std::nullopt), -1);
    for (const domain::Tier tier : tiers) {
        tier_->addItem(look::Words::of(tier), static_cast<int>(tier));
    }
    title_->setAccessibleName(tr("Title of the rule"));
    tier_->setAccessibleName(tr("Tier that the rule asks for at least"));
    guidance_->setAccessibleName(tr("What the person who looks should do"));
    condition_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    condition_->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    owner_->set_muted(true);
    owner_->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    owner_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding); // the room that is left stays below it
    form_->setContentsMargins(look::gap::medium, 0, look::gap::small, look::gap::small);
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form_->addRow(in_use_);
    form_->addRow(tr("T&itle"), title_);
    form_->addRow(tr("At &least"), tier_);
    form_->addRow(tr("Guida&nce"), guidance_);
    form_->addRow(tr("Condition"), condition_);
    form_->addRow(QString(), owner_);
    editor_->setLayout(form_);
    editor_->setEnabled(false);
    connect(in_use_, &QCheckBox::toggled, this, &FormPage::edit_use);
    connect(title_, &QLineEdit::editingFinished, this, [this] {
        if (const Row* row = chosen()) {
            edit_text(ports::PolicyEdit::Kind::title, title_->text(), row->rule.title);
        }
    });
    connect(guidance_, &GuidanceEdit::finished, this, [this] {
        if (const Row* row = chosen()) {
            edit_text(ports::PolicyEdit::Kind::guidance, guidance_->toPlainText().simplified(), row->rule.guidance);
        }
    });
    connect(tier_, &QComboBox::currentIndexChanged, this, [this] { edit_rule_tier(); });
}

void FormPage::show_policy(const ports::PolicyCheck& check) {
    show_tiers(check.tiers);
    std::vector<Row> rows;
    for (const ports::RuleOutline& rule : check.rules) {
        rows.push_back({rule, true});
        std::erase_if(taken_out_, [&](const Row& row) { return row.rule.id == rule.id; });
    }
    for (const Row& row : taken_out_) {
        const auto place = std::min(row.rule.number, rows.size());
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(place), row);
    }
    const std::string wanted = current_;
    showing_ = true;
    model_.set_rows(std::move(rows));
    showing_ = false;
    choose(wanted);
    show_rule();
}

void FormPage::choose(const std::string& rule) {
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (model_.row_at(row).rule.id == rule || (rule.empty() && row == 0)) {
            table_->setCurrentIndex(model_.index(row, 0));
            return;
        }
    }
}

const FormPage::Row* FormPage::chosen() const {
    const QModelIndex index = table_->currentIndex();
    return index.isValid() && index.row() < model_.rowCount() ? &model_.row_at(index.row()) : nullptr;
}

void FormPage::show_tiers(const std::vector<ports::TierOutline>& all) {
    if (all.size() != tier_fields_.size()) {
        for (QWidget* part : tier_parts_) {
            part->deleteLater();
        }
        tier_parts_.clear();
        tier_fields_.clear();
        for (std::size_t number = 0; number < all.size(); ++number) {
            auto* label = new look::Label(look::Type::body, {}, this);
            label->setWordWrap(false);
            auto* field = new QLineEdit(this);
            field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            tier_bar_->addWidget(label);
            tier_bar_->addWidget(field, 1);
            connect(field, &QLineEdit::editingFinished, this, [this, number] { edit_tier(number); });
            tier_parts_.insert(tier_parts_.end(), {label, field});
            tier_fields_.push_back(field);
        }
    }
    tiers_ = all;
    for (std::size_t number = 0; number < all.size(); ++number) {
        //: a tier, a currency
        const QString name =
            text::fill(tr("%1 from %2"), {look::Words::of(all[number].tier), code_of(all[number].from.currency)});
        static_cast<look::Label*>(tier_parts_[2 * number])->say(name);
        tier_fields_[number]->setAccessibleName(name);
        tier_fields_[number]->setText(formats_.amount(all[number].from));
    }
}

void FormPage::show_rule() {
    const Row* row = chosen();
    if (showing_) {
        return;
    }
    showing_ = true;
    editor_->setEnabled(row != nullptr);
    if (row != nullptr) {
        current_ = row->rule.id;
        in_use_->setChecked(row->in_use);
        title_->setText(editable(row->rule.title));
        guidance_->setPlainText(editable(row->rule.guidance));
        tier_->setCurrentIndex(tier_->findData(row->rule.tier ? static_cast<int>(*row->rule.tier) : -1));
        condition_->say(safe(row->rule.when));
        owner_->say(text::fill(
            tr("Owner: %1. Look again by %2."),
            {safe(row->rule.owner), row->rule.review_by.empty() ? tr("no day") : safe(row->rule.review_by)}));
        show_thresholds(*row);
        for (QWidget* field : std::initializer_list<QWidget*>{title_, guidance_, tier_}) {
            field->setEnabled(row->in_use);
        }
    }
    showing_ = false;
}

void FormPage::show_thresholds(const Row& row) {
    while (thresholds_.size() > row.rule.thresholds.size()) {
        form_->removeRow(thresholds_.back());
        thresholds_.pop_back();
    }
    while (thresholds_.size() < row.rule.thresholds.size()) {
        const std::size_t number = thresholds_.size();
        auto* field = new QLineEdit(editor_);
        form_->insertRow(3 + static_cast<int>(number), tr("Threshold"), field);
        connect(field, &QLineEdit::editingFinished, this, [this, number] { edit_threshold(number); });
        thresholds_.push_back(field);
    }
    for (std::size_t number = 0; number < thresholds_.size(); ++number) {
        const ports::Threshold& one = row.rule.thresholds[number];
        thresholds_[number]->setText(one.amount ? formats_.amount(*one.amount) : editable(one.text));
        thresholds_[number]->setAccessibleName(
            one.amount ? text::fill(tr("Threshold in %1"), {code_of(one.amount->currency)}) : tr("Threshold"));
        thresholds_[number]->setEnabled(row.in_use);
    }
}

void FormPage::edit_tier(std::size_t number) {
    const domain::Money& was = tiers_[number].from;
    if (tier_fields_[number]->text() == formats_.amount(was)) {
        return;
    }
    const auto typed = text::read_amount(tier_fields_[number]->text(), formats_.locale(), was.currency);
    if (!typed.amount) {
        complain(tr("This is not an amount as your language writes it. The tier begins where it did."));
        tier_fields_[number]->setText(formats_.amount(was));
        return;
    }
    complain({});
    ports::PolicyEdit edit;
    edit.kind = ports::PolicyEdit::Kind::tier_from;
    edit.number = number;
    edit.amount = typed.amount;
    Q_EMIT edited(edit);
}

void FormPage::edit_threshold(std::size_t number) {
    const Row* row = chosen();
    if (row == nullptr || number >= row->rule.thresholds.size()) {
        return;
    }
    const ports::Threshold& was = row->rule.thresholds[number];
    const QString before = was.amount ? formats_.amount(*was.amount) : editable(was.text);
    const QString typed = thresholds_[number]->text();
    if (typed == before) {
        return;
    }
    ports::PolicyEdit edit;
    edit.kind = ports::PolicyEdit::Kind::threshold;
    edit.number = row->rule.number;
    edit.threshold = number;
    edit.text = typed.trimmed().toStdString();
    if (was.amount) {
        edit.amount = text::read_amount(typed, formats_.locale(), was.amount->currency).amount;
        if (!edit.amount) {
            complain(tr("This is not an amount as your language writes it. The threshold stays."));
            thresholds_[number]->setText(before);
            return;
        }
    }
    complain({});
    Q_EMIT edited(edit);
}

void FormPage::edit_use(bool in_use) {
    const Row* row = chosen();
    if (showing_ || row == nullptr || row->in_use == in_use) {
        return;
    }
    ports::PolicyEdit edit;
    if (in_use) {
        edit.kind = ports::PolicyEdit::Kind::put_back;
        edit.text = row->rule.raw;
    } else {
        edit.kind = ports::PolicyEdit::Kind::take_out;
        edit.number = row->rule.number;
        taken_out_.push_back({row->rule, false});
    }
    Q_EMIT edited(edit);
}

void FormPage::edit_text(ports::PolicyEdit::Kind kind, const QString& typed, const std::string& was) {
    const Row* row = chosen();
    if (showing_ || row == nullptr || !row->in_use || typed.toStdString() == was) {
        return;
    }
    ports::PolicyEdit edit;
    edit.kind = kind;
    edit.number = row->rule.number;
    edit.text = typed.toStdString();
    Q_EMIT edited(edit);
}

void FormPage::edit_rule_tier() {
    const Row* row = chosen();
    if (showing_ || row == nullptr || !row->in_use) {
        return;
    }
    const int chosen_tier = tier_->currentData().toInt();
    ports::PolicyEdit edit;
    edit.kind = ports::PolicyEdit::Kind::tier;
    edit.number = row->rule.number;
    edit.tier = chosen_tier < 0 ? std::nullopt : std::optional(static_cast<domain::Tier>(chosen_tier));
    if (edit.tier != row->rule.tier) {
        Q_EMIT edited(edit);
    }
}

void FormPage::complain(const QString& sentence) {
    complaint_->say(sentence);
    complaint_->setVisible(!sentence.isEmpty());
}

} // namespace ui::policy
