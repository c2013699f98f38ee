// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/versions_page.h"

#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/policy/publish_words.h"
#include "ui/policy/result_pages.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui::policy {

namespace {

using ports::PolicyVersion;

QString or_dash(std::string_view text) {
    return text.empty() ? QStringLiteral("—") : text::safe(text).qstring();
}

} // namespace

VersionsPage::VersionsPage(const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , formats_(formats)
    , said_(new look::Label(look::Type::body, {}, this))
    , model_(
          {{tr("Edition"), [this](const PolicyVersion& one) { return formats_.number(one.edition.number); },
            models::case_::Align::number},
           {tr("Version"), [](const PolicyVersion& one) { return or_dash(one.version); }},
           {tr("State"), [](const PolicyVersion& one) { return PublishWords::of(one.stage); }},
           {tr("In force since"),
            [this](const PolicyVersion& one) {
                return one.since ? formats_.date_time(*one.since) : QStringLiteral("—");
            }},
           {tr("Signed by"), [](const PolicyVersion& one) { return PublishWords::signers(one.signers); }},
           {tr("Note"), [](const PolicyVersion& one) { return or_dash(one.edition.note.bytes()); }},
           {tr("Why it does not count"), [this](const PolicyVersion& one) { return PublishWords::why(one, formats_); }},
           {tr("Digest"), [](const PolicyVersion& one) { return PublishWords::digest(one.digest); }}},
          [](const PolicyVersion& left, const PolicyVersion& right) { return left.digest == right.digest; })
    , table_(new look::Table(tr("Editions of the policy"), this))
    , other_(new QComboBox(this))
    , approve_(new QPushButton(tr("&Sign as the second person …"), this))
    , take_back_(new QPushButton(tr("Take &back …"), this))
    , as_draft_(new QPushButton(tr("&Use as a draft"), this))
    , difference_(new DifferencePage(DifferencePage::Use::versions, formats, this)) {
    table_->setModel(&model_);
    table_->set_widths({8, 14, 12, look::Table::moment, 26, 30, 34, 20});
    other_->setAccessibleName(tr("Compare the chosen edition with"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::gap::small, 0, 0);
    said_->setContentsMargins(look::gap::medium, 0, look::gap::medium, 0);
    column->addWidget(said_);
    column->addWidget(table_, 2);
    column->addWidget(build_bar());
    column->addWidget(difference_, 3);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &VersionsPage::show_choice);
    connect(&model_, &QAbstractItemModel::modelReset, this, &VersionsPage::show_choice);
    connect(other_, &QComboBox::currentIndexChanged, this, &VersionsPage::compare);
    const auto digest = [this] { return chosen() != nullptr ? chosen()->digest : domain::Digest{}; };
    connect(approve_, &QPushButton::clicked, this, [this, digest] { Q_EMIT approval_wanted(digest()); });
    connect(take_back_, &QPushButton::clicked, this, [this, digest] { Q_EMIT withdrawal_wanted(digest()); });
    connect(as_draft_, &QPushButton::clicked, this, [this] {
        if (const PolicyVersion* one = chosen()) {
            Q_EMIT draft_wanted(one->edition.document);
        }
    });
    show_choice();
}

QWidget* VersionsPage::build_bar() {
    auto* widget = new QWidget(this);
    auto* bar = new QHBoxLayout(widget);
    bar->setContentsMargins(look::gap::medium, 0, look::gap::medium, 0);
    auto* label = new look::Label(look::Type::body, tr("Compared with"), this);
    label->setWordWrap(false);
    bar->addWidget(label);
    bar->addWidget(other_);
    bar->addStretch(1);
    for (QPushButton* button : {as_draft_, take_back_, approve_}) {
        bar->addWidget(button);
    }
    return widget;
}

void VersionsPage::show_standing(const ports::PolicyStanding& standing) {
    read_only_ = standing.read_only;
    said_->say(
        standing.versions.empty()
            ? tr("No edition was published yet. Publish a draft, and it stands here for ever, with its signatures.")
            : tr("%n edition(s), the newest first. Editions and their signatures are kept for ever.", nullptr,
                 static_cast<int>(standing.versions.size())));
    const QSignalBlocker quiet(other_);
    const int before = other_->currentIndex();
    other_->clear();
    documents_.clear();
    other_->addItem(tr("the policy in force"));
    documents_.push_back(standing.in_force.text);
    for (const PolicyVersion& one : standing.versions) {
        other_->addItem(text::fill(tr("edition %1, version %2"),
                                   {formats_.number(one.edition.number), text::safe(std::string_view(one.version))}));
        documents_.push_back(one.edition.document);
    }
    other_->setCurrentIndex(before > 0 && before < other_->count() ? before : 0);
    model_.set_rows(standing.versions);
    if (!table_->currentIndex().isValid() && model_.rowCount() > 0) {
        choose(0);
    }
    show_choice();
}

void VersionsPage::choose(int row) {
    table_->setCurrentIndex(model_.index(row, 0));
}

QString VersionsPage::cell(int row, int column) const {
    return model_.index(row, column).data().toString();
}

const PolicyVersion* VersionsPage::chosen() const {
    const QModelIndex current = table_->currentIndex();
    return current.isValid() && current.row() < model_.rowCount() ? &model_.row_at(current.row()) : nullptr;
}

void VersionsPage::show_choice() {
    const PolicyVersion* one = chosen();
    approve_->setEnabled(one != nullptr && one->approvable && !read_only_);
    take_back_->setEnabled(one != nullptr && one->own && one->stage == ports::PolicyStage::waiting && !read_only_);
    as_draft_->setEnabled(one != nullptr);
    other_->setEnabled(one != nullptr);
    compare();
}

void VersionsPage::compare() {
    const int place = other_->currentIndex();
    if (chosen() != nullptr && place >= 0 && static_cast<std::size_t>(place) < documents_.size()) {
        Q_EMIT comparison_wanted(documents_[static_cast<std::size_t>(place)], chosen()->edition.document);
    }
}

void VersionsPage::show_difference(const domain::PolicyDifference& difference) {
    difference_->show_difference(difference);
}

} // namespace ui::policy
