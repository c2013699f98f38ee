// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/import_dialog.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/fault_text.h"
#include "ui/settings/settings_words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>

#include <filesystem>

namespace ui::settings {

namespace {
constexpr int progress_steps = 1000;
} // namespace

ImportDialog::ImportDialog(ports::Files& files, const text::Formats& formats, const std::string& path, QWidget* parent)
    : QDialog(parent)
    , files_(files)
    , formats_(formats)
    , middle_(new QVBoxLayout)
    , state_(new look::Label(this))
    , notice_(new look::NoticeBar(this))
    , progress_(new QProgressBar(this))
    , go_(new QPushButton(tr("&Import"), this))
    , close_(new QPushButton(tr("&Close"), this))
    , trial_(new QPushButton(tr("What would have &stopped"), this)) {
    setWindowTitle(tr("Import a file"));
    build(path);
    files_.offer(path, {this, [this](const base::Result<ports::FileOffer>& offer) { take(offer); }});
}

void ImportDialog::build(const std::string& path) {
    auto* name = new look::ElidedLabel(this);
    name->set_type(look::Type::title);
    name->show(text::safe(std::filesystem::path(path).filename().string()));
    state_->setWordWrap(true);
    state_->say(tr("Looking at the file …"));
    progress_->setRange(0, progress_steps);
    progress_->setAccessibleName(tr("Progress of the import"));
    progress_->hide();
    go_->setEnabled(false);
    go_->setAutoDefault(false);
    close_->setAutoDefault(false);
    trial_->setAutoDefault(false);
    trial_->hide();
    connect(trial_, &QPushButton::clicked, this, [this] {
        Q_EMIT trial_wanted(source_);
        reject();
    });
    connect(go_, &QPushButton::clicked, this, &ImportDialog::begin);
    connect(close_, &QPushButton::clicked, this, &ImportDialog::reject);
    auto* inside = new QWidget(this);
    inside->setLayout(middle_);
    middle_->setContentsMargins(0, 0, look::gap::small, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(trial_);
    buttons->addWidget(go_);
    buttons->addWidget(close_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::large);
    column->setSpacing(look::gap::medium);
    column->addWidget(name);
    column->addWidget(state_);
    column->addWidget(notice_);
    column->addWidget(scroll, 1);
    column->addWidget(progress_);
    column->addLayout(buttons);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 110, metrics.height() * 32);
}

void ImportDialog::take(const base::Result<ports::FileOffer>& offer) {
    if (!offer.ok()) {
        state_->say(look::fault_text(offer.fault().code));
        notice_->say(offer.fault());
        over_ = true;
        return;
    }
    offer_ = offer.value();
    if (!offer_.table) {
        state_->say(tr("Agent runs in chat form. Calls that move money become events."));
    } else if (!offer_.shipped.empty()) {
        state_->say(text::fill(tr("The columns are those that Reeve knows as “%1”."), {text::safe(offer_.shipped)}));
    } else {
        state_->say(tr("Reeve has guessed what the columns mean. Look at every line before you import."));
    }
    if (offer_.table) {
        show_columns();
    }
    show_choices();
    check();
}

void ImportDialog::show_columns() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(look::gap::large);
    grid->setVerticalSpacing(look::gap::tight);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const ports::FieldColumn& field : offer_.fields) {
        auto* name = new look::Label(this);
        const QString words = SettingsWords::field(field.field);
        name->say(field.required ? text::fill(tr("%1 (needed)"), {words}) : words);
        auto* choice = new QComboBox(this);
        choice->setAccessibleName(words);
        choice->addItem(tr("no column"));
        for (const std::string& column : offer_.header) {
            choice->addItem(text::safe(column).qstring());
            if (column == field.column && !column.empty()) {
                choice->setCurrentIndex(choice->count() - 1);
            }
        }
        choice->setEnabled(offer_.shipped.empty());
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(24);
        connect(choice, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
        auto* why = new look::ElidedLabel(this);
        why->set_muted(true);
        QStringList reasons;
        for (const std::string& reason : field.reasons) {
            reasons += SettingsWords::reason(reason);
        }
        why->say(field.reasons.empty()
                     ? QString()
                     : text::fill(QStringLiteral("%1: %2"), {SettingsWords::sureness(field.confidence_permille),
                                                             reasons.join(QStringLiteral(", "))}));
        grid->addWidget(name, row, 0);
        grid->addWidget(choice, row, 1);
        grid->addWidget(why, row++, 2);
        columns_.push_back(choice);
    }
    middle_->addLayout(grid);
}

void ImportDialog::show_choices() {
    const auto box = [this](const QString& words, bool on) {
        auto* made = new QCheckBox(words, this);
        made->setChecked(on);
        connect(made, &QCheckBox::toggled, this, &ImportDialog::check);
        middle_->addWidget(made);
        return made;
    };
    if (offer_.table && offer_.shipped.empty()) {
        month_first_ = box(tr("Dates: the &month stands before the day"), offer_.month_first);
        comma_ = box(tr("Amounts: the c&omma divides the decimals"), offer_.decimal_comma);
        negative_ = box(tr("Amounts: &negative means that money was spent"), offer_.spent_is_negative);
    }
    auto* row = new QHBoxLayout;
    auto* name = new look::Label(this);
    name->say(tr("Period of the file"));
    period_ = new QLineEdit(this);
    period_->setAccessibleName(tr("Period of the file"));
    period_->setPlaceholderText(tr("as the file's name says"));
    period_->setText(text::for_clipboard(domain::UntrustedText(offer_.period)));
    row->addWidget(name);
    row->addWidget(period_, 1);
    middle_->addLayout(row);
    for (const std::string& doubt : offer_.doubts) {
        auto* words = new look::Label(look::Type::body, SettingsWords::doubt(doubt), this);
        middle_->addWidget(words);
    }
    if (!offer_.doubts.empty()) {
        looked_ = box(tr("I have &looked: it is right as it stands here"), false);
    }
    middle_->addStretch(1);
}

/// Whether everything that is needed is there.
void ImportDialog::check() {
    bool whole = looked_ == nullptr || looked_->isChecked();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        whole = whole && (!offer_.fields[i].required || columns_[i]->currentIndex() > 0 || !offer_.shipped.empty());
    }
    go_->setEnabled(whole && !running_ && !over_);
}

void ImportDialog::begin() {
    for (std::size_t i = 0; i < columns_.size() && offer_.shipped.empty(); ++i) {
        const int choice = columns_[i]->currentIndex();
        offer_.fields[i].column = choice > 0 ? offer_.header[static_cast<std::size_t>(choice) - 1] : std::string();
    }
    if (month_first_ != nullptr) {
        offer_.month_first = month_first_->isChecked();
        offer_.decimal_comma = comma_->isChecked();
        offer_.spent_is_negative = negative_->isChecked();
    }
    offer_.period = period_->text().trimmed().toStdString();
    running_ = true;
    progress_->show();
    close_->setText(tr("&Cancel"));
    check();
    notice_->clear();
    files_.import(offer_, {this, [this](const auto& progress) { note(*progress); }},
                  {this, [this](const base::Result<ports::ImportSummary>& summary) { finish(summary); }});
}

void ImportDialog::note(const ports::ImportProgress& progress) {
    state_->say(progress.storing ? tr("Storing …") : tr("Reading the whole file once …"));
    if (progress.bytes_total > 0) {
        const auto done = progress.bytes_read * progress_steps / progress.bytes_total;
        progress_->setValue(static_cast<int>(std::min<std::uint64_t>(done, progress_steps)));
    }
}

QString ImportDialog::summary_words(const ports::ImportSummary& summary) const {
    const auto number = [this](std::uint64_t value) { return formats_.number(static_cast<std::int64_t>(value)); };
    return text::fill(tr("Done. Rows read: %1. New events: %2. Known already: %3. Contradictions: %4. Set aside: %5."),
                      {number(summary.rows), number(summary.events), number(summary.duplicates),
                       number(summary.conflicts), number(summary.set_aside)});
}

void ImportDialog::finish(const base::Result<ports::ImportSummary>& summary) {
    running_ = false;
    close_->setText(tr("&Close"));
    progress_->hide();
    if (!summary.ok()) {
        const bool cancelled = summary.fault().code == base::FaultCode::cancelled;
        state_->say(cancelled ? tr("Cancelled. What was stored until then stays; importing again adds only the rest.")
                              : look::fault_text(summary.fault().code));
        notice_->say(summary.fault());
        check();
        return;
    }
    over_ = true;
    source_ = summary.value().source;
    trial_->setVisible(may_try_ && !summary.value().suspected);
    state_->say(summary_words(summary.value()));
    if (summary.value().suspected) {
        notice_->say(look::Level::serious,
                     tr("The same rows were imported before under another period. They are kept as a suspected "
                        "duplicate, outside of spend, until somebody resolves it with reevectl batches."));
    } else if (summary.value().set_aside > 0) {
        notice_->say(look::Level::caution, tr("Some rows could not be understood. The health screen lists them."));
    }
    check();
}

void ImportDialog::reject() {
    if (running_) {
        files_.cancel();
        return;
    }
    QDialog::reject();
}

} // namespace ui::settings
