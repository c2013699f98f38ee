// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/import_dialog.h"

#include "app/text/fill.h"
#include "app/text/forms.h"
#include "app/text/safe_text.h"
#include "ui/look/fault_text.h"
#include "ui/settings/settings_words.h"

#include <QHBoxLayout>

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
    , guess_(new look::Label(look::Type::small, {}, this))
    , notice_(new look::NoticeBar(this))
    , progress_(new QProgressBar(this))
    , go_(new QPushButton(tr("&Import"), this))
    , close_(new QPushButton(tr("&Close"), this))
    , trial_(new QPushButton(tr("What would have &stopped"), this))
    , doubts_(new look::Label(look::Type::body, {}, this))
    , looked_(new QCheckBox(tr("I have &looked: it is right as it stands here"), this))
    , lack_(new look::Label(look::Type::small, {}, this)) {
    setWindowTitle(tr("Import a file"));
    build(path);
    files_.offer(path, {this, [this](const base::Result<ports::FileOffer>& offer) { take(offer); }});
}

void ImportDialog::set_place(int number, int count) {
    if (count > 1) {
        setWindowTitle(text::fill(tr("Import file %1 of %2"), {formats_.number(number), formats_.number(count)}));
        more_follow_ = number < count;
    }
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
    auto* scroll = scroll_ = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    guess_->set_muted(true);
    for (QWidget* hidden : {static_cast<QWidget*>(guess_), static_cast<QWidget*>(doubts_),
                            static_cast<QWidget*>(looked_), static_cast<QWidget*>(lack_)}) {
        hidden->hide();
    }
    connect(looked_, &QCheckBox::toggled, this, &ImportDialog::check);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(lack_, 1);
    buttons->addStretch(0);
    buttons->addWidget(trial_);
    buttons->addWidget(go_);
    buttons->addWidget(close_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap::large, look::gap::large, look::gap::large, look::gap::large);
    column->setSpacing(look::gap::medium);
    column->addWidget(name);
    column->addWidget(state_);
    column->addWidget(notice_);
    column->addWidget(guess_);
    column->addWidget(scroll, 1);
    column->addWidget(doubts_);
    column->addWidget(looked_);
    column->addWidget(progress_);
    column->addLayout(buttons);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 140, metrics.height() * 36);
}

void ImportDialog::take(const base::Result<ports::FileOffer>& offer) {
    if (!offer.ok()) {
        const QString words = SettingsWords::no_table(offer.fault());
        state_->say(words.isEmpty() ? look::fault_text(offer.fault().code) : words);
        words.isEmpty() ? notice_->say(offer.fault()) : notice_->clear();
        over_ = true;
        return;
    }
    offer_ = offer.value();
    if (!offer_.table) {
        state_->say(tr("Agent runs in chat form. Calls that move money become events."));
    } else {
        guess_->say(
            offer_.shipped.empty()
                ? tr("Reeve has guessed what the columns mean. Look at every line before you import.")
                : text::fill(tr("The columns are those that Reeve knows as “%1”."), {text::safe(offer_.shipped)}));
        guess_->setVisible(true);
        columns_ = new ColumnsPage(offer_, formats_, this);
        connect(columns_, &ColumnsPage::changed, this, &ImportDialog::ask);
        middle_->addWidget(columns_);
    }
    show_choices();
    if (offer_.table) {
        ask(true);
    }
    check();
}

void ImportDialog::show_choices() {
    auto* row = new QHBoxLayout;
    auto* name = new look::Label(this);
    name->say(tr("&Period of the file"));
    period_ = new QLineEdit(this);
    name->setBuddy(period_);
    period_note_ = new look::Label(look::Type::small, {}, this);
    period_note_->set_muted(true);
    period_note_->hide();
    period_->setAccessibleName(tr("Period of the file"));
    period_->setPlaceholderText(tr("as the file's name says"));
    period_->setText(text::for_clipboard(domain::UntrustedText(offer_.period)));
    connect(period_, &QLineEdit::textEdited, period_note_, &QWidget::hide);
    connect(period_, &QLineEdit::editingFinished, this, [this] {
        if (columns_ != nullptr && period_->text().trimmed().toStdString() != offer_.period) {
            ask(false);
        }
    });
    row->addWidget(name);
    row->addWidget(period_, 1);
    row->addWidget(period_note_);
    middle_->addLayout(row);
    middle_->addStretch(1);
    show_doubts();
}

/// The month of the first date, where nothing else says the period. It names the source of the orders, and a person can
/// type another.
bool ImportDialog::propose_period(const ports::OfferLook& seen) {
    const auto first = ColumnsPage::first_date(seen);
    if (proposed_ || !seen.look.fault || !columns_->lack().isEmpty() || !period_->text().trimmed().isEmpty() ||
        !first) {
        return false;
    }
    period_->setText(text::for_clipboard(domain::UntrustedText(base::to_rfc3339(*first).substr(0, 7))));
    proposed_ = true;
    period_note_->say(tr("from the first date: the file's name does not say it"));
    period_note_->show();
    ask(false);
    return true;
}

/// Every doubt in words, and one tick for all of them.
void ImportDialog::show_doubts() {
    QStringList words;
    for (const std::string& doubt : offer_.doubts) {
        words += SettingsWords::doubt(doubt);
    }
    doubts_->say(words.join(QLatin1Char('\n')));
    doubts_->setVisible(!words.isEmpty());
    looked_->setVisible(!words.isEmpty());
}

/// What the file would come to as it stands here; nothing is stored.
void ImportDialog::ask(bool refit) {
    if (running_ || over_) {
        return;
    }
    offer_ = columns_->offer();
    offer_.period = period_->text().trimmed().toStdString();
    looking_ = true;
    state_->say(tr("Reading the whole file once …"));
    check();
    files_.look(offer_, refit, {this, [this](const base::Result<ports::OfferLook>& seen) { take_look(seen); }});
}

void ImportDialog::take_look(const base::Result<ports::OfferLook>& seen) {
    if (!seen.ok() && seen.fault().code == base::FaultCode::cancelled) {
        return; // a later question is on its way
    }
    looking_ = false;
    if (!seen.ok()) {
        state_->say(look::fault_text(seen.fault().code));
        notice_->say(seen.fault());
        check();
        return;
    }
    const bool same = seen->offer.doubts == offer_.doubts;
    offer_ = seen->offer;
    seen_ = seen->look;
    columns_->show_look(*seen);
    if (propose_period(*seen)) {
        return; // and is looked at with it
    }
    state_->say(look_words(*seen_));
    if (!same) {
        looked_->setChecked(false);
    }
    show_doubts();
    check();
    guide();
}

/// Once, after the first look: the focus goes where something has to be said, or else to the button.
void ImportDialog::guide() {
    if (guided_ || columns_ == nullptr || !seen_) {
        return;
    }
    guided_ = true;
    if (QWidget* field = columns_->lacking(); field != nullptr) {
        field->setFocus(Qt::OtherFocusReason);
        scroll_->ensureWidgetVisible(field);
    } else if (go_->isEnabled()) {
        go_->setFocus(Qt::OtherFocusReason);
    }
}

QString ImportDialog::look_words(const domain::FileLook& look) const {
    const auto number = [this](std::uint64_t value) { return formats_.number(static_cast<std::int64_t>(value)); };
    QStringList sums;
    for (const auto& [code, sum] : look.sums) {
        sums += formats_.money(sum);
    }
    QStringList said;
    if (look.orders > 0 && look.first && look.last) {
        said += text::fill(tr("Of %1 rows %2 become orders from %3 to %4, in sum %5."),
                           {number(look.rows), number(look.orders), formats_.date(*look.first),
                            formats_.date(*look.last), sums.join(QStringLiteral(", "))});
    } else {
        said += lack_words().isEmpty()
                    ? text::fill(tr("Of %1 rows none becomes an order as it stands here."), {number(look.rows)})
                    : text::fill(tr("%1 rows were read. Something has to be said before they become orders: %2"),
                                 {number(look.rows), lack_words()});
    }
    if (look.set_aside > 0) {
        said +=
            text::fill(tr("%1 would be set aside, with the reason, and counted nowhere."), {number(look.set_aside)});
    }
    for (const domain::BadRows& bad : look.bad) {
        said += text::fill(QStringLiteral("%1: %2."),
                           {SettingsWords::of(bad.trouble),
                            text::fill(tr("%1, first in row %2"), {number(bad.count), number(bad.first)})});
    }
    return said.join(QLatin1Char(' '));
}

QString ImportDialog::lack_words() const {
    const QString lack = columns_ == nullptr ? QString() : columns_->lack();
    return lack.isEmpty() && seen_ && seen_->fault && period_->text().trimmed().isEmpty()
               ? tr("The file's name does not say its period. Type it, for example 2026-03.")
               : lack;
}

/// Whether everything that is needed is there; what is not is said beside the button.
void ImportDialog::check() {
    const QString lack = lack_words();
    const bool useless = columns_ != nullptr && lack.isEmpty() && seen_ && seen_->orders == 0;
    const bool doubtful = !offer_.doubts.empty() && !looked_->isChecked();
    const bool busy = looking_ || running_ || over_;
    lack_->say(busy              ? QString()
               : !lack.isEmpty() ? lack
               : useless         ? tr("No row can be read like this. Look at the columns for date and amount.")
               : doubtful        ? tr("There is a doubt: look, and tick that you have looked.")
                                 : QString());
    lack_->setVisible(!lack_->text().isEmpty());
    go_->setEnabled(!offer_.file.empty() && lack.isEmpty() && !useless && !doubtful && !busy);
}

void ImportDialog::begin() {
    if (columns_ != nullptr) {
        offer_ = columns_->offer();
        columns_->setEnabled(false);
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
    close_->setText(more_follow_ && summary.ok() ? tr("Ne&xt file") : tr("&Close"));
    progress_->hide();
    if (!summary.ok()) {
        const bool cancelled = summary.fault().code == base::FaultCode::cancelled;
        state_->say(cancelled ? tr("Cancelled. What was stored until then stays; importing again adds only the rest.")
                              : look::fault_text(summary.fault().code));
        notice_->say(summary.fault());
        if (columns_ != nullptr) {
            columns_->setEnabled(true);
        }
        check();
        return;
    }
    over_ = true;
    source_ = summary.value().source;
    trial_->setVisible(may_try_ && !more_follow_ && !summary.value().suspected);
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
