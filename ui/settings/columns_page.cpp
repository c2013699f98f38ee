// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/columns_page.h"

#include "app/domain/currency.h"
#include "app/text/fill.h"
#include "app/text/safe_text.h"
#include "ui/settings/settings_words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::settings {

namespace {

constexpr int name_place = 0;
constexpr int values_place = 1;
constexpr int meaning_place = 2;
constexpr int remark_place = 3;
constexpr int nothing = -1; ///< meaning of a column that is not used
constexpr text::Limits short_value{60};

bool has_doubt(const ports::FileOffer& offer, const char* doubt) {
    return std::find(offer.doubts.begin(), offer.doubts.end(), doubt) != offer.doubts.end();
}

} // namespace

ColumnsPage::ColumnsPage(const ports::FileOffer& offer, const text::Formats& formats, QWidget* parent)
    : QWidget(parent)
    , offer_(offer)
    , formats_(formats)
    , grid_(new QGridLayout) {
    grid_->setHorizontalSpacing(look::gap::large);
    grid_->setVerticalSpacing(look::gap::tight);
    grid_->setColumnStretch(name_place, 2);
    grid_->setColumnStretch(values_place, 5);
    grid_->setColumnStretch(remark_place, 5);
    grid_->setColumnMinimumWidth(remark_place, 36 * fontMetrics().averageCharWidth());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(grid_);
    const auto head = [this](int place, const QString& words) {
        auto* label = new look::Label(look::Type::small, words, this);
        label->setWordWrap(false);
        label->set_muted(true);
        grid_->addWidget(label, 0, place);
    };
    head(name_place, tr("Column of the file"));
    head(values_place, tr("Its first values"));
    head(meaning_place, tr("Means"));
    head(remark_place, tr("How it is read"));
    for (const std::string& name : offer_.header) {
        add_row(name);
    }
    add_constants();
    add_forms();
    show_constants();
}

void ColumnsPage::add_row(const std::string& column) {
    const int place = static_cast<int>(rows_.size()) + 1;
    const std::size_t number = rows_.size();
    auto* name = new look::ElidedLabel(this);
    const text::SafeText shown = text::safe(column);
    column.empty() ? name->say(text::fill(tr("column %1, without a name"), {formats_.number(place)}))
                   : name->show(shown);
    auto* values = new look::ElidedLabel(this);
    auto* meaning = new QComboBox(this);
    meaning->setAccessibleName(text::fill(tr("Meaning of the column %1"), {shown}));
    meaning->addItem(tr("not used"), nothing);
    QStringList known;
    for (std::size_t place_of = 0; place_of < offer_.fields.size(); ++place_of) {
        const ports::FieldColumn& field = offer_.fields[place_of];
        meaning->addItem(SettingsWords::field(field.field), static_cast<int>(place_of));
        if (!field.column.empty() && field.column == column) {
            meaning->setCurrentIndex(meaning->count() - 1);
            known += SettingsWords::field(field.field);
        }
    }
    if (known.size() > 1) { // a mapping that ships may read a column twice
        meaning->addItem(known.join(QStringLiteral(", ")), nothing);
        meaning->setCurrentIndex(meaning->count() - 1);
    }
    const auto same = std::count(offer_.header.begin(), offer_.header.end(), column);
    meaning->setEnabled(offer_.shipped.empty() && same == 1);
    connect(meaning, &QComboBox::currentIndexChanged, this, [this, number] { mean(number); });
    auto* remark = new look::Label(look::Type::small, {}, this);
    remark->set_muted(true);
    auto* sign = new look::Badge(this);
    sign->hide();
    auto* trouble = new look::Label(look::Type::small, {}, this);
    trouble->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(look::gap::tight);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(trouble, 1);
    auto* remarks = new QVBoxLayout;
    remarks->setSpacing(0);
    remarks->addWidget(remark);
    remarks->addLayout(line);
    grid_->addWidget(name, place, name_place);
    grid_->addWidget(values, place, values_place);
    grid_->addWidget(meaning, place, meaning_place);
    grid_->addLayout(remarks, place, remark_place);
    rows_.push_back({values, meaning, remark, sign, trouble});
    if (same > 1) {
        remark->say(tr("Several columns have this name."));
    }
}

/// What every order needs and a file of one card, or of one currency, need not say.
void ColumnsPage::add_constants() {
    if (!offer_.shipped.empty()) {
        return;
    }
    const auto add = [this](const char* field, const QString& words, const QString& example) {
        const int place = static_cast<int>(rows_.size() + constants_.size()) + 1;
        auto* name = new look::Label(look::Type::body, words, this);
        name->setWordWrap(false);
        auto* value = new QLineEdit(this);
        value->setAccessibleName(QString(words).remove(QLatin1Char('&')));
        value->setPlaceholderText(example);
        name->setBuddy(value);
        connect(value, &QLineEdit::textEdited, this, [this] { Q_EMIT changed(false); });
        grid_->addWidget(name, place, name_place, 1, 2);
        grid_->addWidget(value, place, meaning_place);
        constants_.push_back({field, name, value});
    };
    add("currency", tr("No column says the c&urrency. All amounts are in:"), tr("for example EUR"));
    add("agent", tr("No column says which car&d it was. All rows are of:"), tr("for example card 0419"));
}

void ColumnsPage::add_forms() {
    if (!offer_.shipped.empty()) {
        return;
    }
    const auto box = [this](const QString& words, bool on) {
        auto* made = new QCheckBox(words, this);
        made->setChecked(on);
        connect(made, &QCheckBox::toggled, this, [this] { Q_EMIT changed(false); });
        layout()->addWidget(made);
        return made;
    };
    month_first_ = box(tr("Dates: the &month stands before the day"), offer_.month_first);
    comma_ = box(tr("Amounts: the c&omma divides the decimals"), offer_.decimal_comma);
    negative_ = box(tr("Amounts: &negative means that money was spent"), offer_.spent_is_negative);
}

/// A meaning stands at one column: the one that had it gives it away.
void ColumnsPage::mean(std::size_t column) {
    const ports::FieldColumn* meant = field_of(column);
    for (std::size_t other = 0; other < rows_.size(); ++other) {
        if (other != column && meant != nullptr && field_of(other) == meant) {
            const QSignalBlocker quiet(rows_[other].meaning);
            rows_[other].meaning->setCurrentIndex(0);
        }
    }
    show_constants();
    Q_EMIT changed(true);
}

bool ColumnsPage::is_meant(std::string_view field) const {
    for (std::size_t column = 0; column < rows_.size(); ++column) {
        if (const ports::FieldColumn* meant = field_of(column); meant != nullptr && meant->field == field) {
            return true;
        }
    }
    return false;
}

void ColumnsPage::show_constants() {
    for (const Constant& one : constants_) {
        const bool needed = !is_meant(one.field);
        one.name->setVisible(needed);
        one.value->setVisible(needed);
    }
}

ports::FileOffer ColumnsPage::offer() const {
    ports::FileOffer made = offer_;
    if (!made.shipped.empty()) {
        return made;
    }
    for (ports::FieldColumn& field : made.fields) {
        field.column.clear();
        field.constant.clear();
        for (std::size_t column = 0; column < rows_.size(); ++column) {
            if (const ports::FieldColumn* meant = field_of(column); meant != nullptr && meant->field == field.field) {
                field.column = made.header[column];
            }
        }
        for (const Constant& one : constants_) {
            if (one.field == field.field && field.column.empty()) {
                const QString typed = one.value->text().trimmed();
                field.constant = (field.field == "currency" ? typed.toUpper() : typed).toStdString();
            }
        }
    }
    made.month_first = month_first_->isChecked();
    made.decimal_comma = comma_->isChecked();
    made.spent_is_negative = negative_->isChecked();
    return made;
}

QString ColumnsPage::lack() const {
    if (!offer_.shipped.empty()) {
        return {};
    }
    if (!is_meant("time")) {
        return tr("Say which column is the date.");
    }
    if (!is_meant("amount")) {
        return tr("Say which column is the amount.");
    }
    const ports::FileOffer made = offer();
    for (const ports::FieldColumn& field : made.fields) {
        if (field.field == "currency" && field.column.empty() && !domain::Currency::from_code(field.constant)) {
            return tr("Say in which currency the amounts are: a column, or three letters such as EUR.");
        }
        if (field.field == "agent" && field.column.empty() && field.constant.empty()) {
            return tr("Say which column is the card, or name the card.");
        }
    }
    return {};
}

QWidget* ColumnsPage::lacking() const {
    if (lack().isEmpty()) {
        return nullptr;
    }
    for (const char* needed : {"time", "amount"}) {
        if (!is_meant(needed)) { // the first column that means nothing yet
            const auto free = std::find_if(rows_.begin(), rows_.end(), [](const Row& row) {
                return row.meaning->isEnabled() && row.meaning->currentData().toInt() == nothing;
            });
            return free == rows_.end() ? rows_.front().meaning : free->meaning;
        }
    }
    const auto empty = std::find_if(constants_.begin(), constants_.end(), [this](const Constant& one) {
        const QString typed = one.value->text().trimmed().toUpper();
        const bool said = one.field == std::string_view("currency")
                              ? domain::Currency::from_code(typed.toStdString()).ok()
                              : !typed.isEmpty();
        return !is_meant(one.field) && !said;
    });
    return empty == constants_.end() ? nullptr : empty->value;
}

std::optional<base::Instant> ColumnsPage::first_date(const ports::OfferLook& seen) {
    for (const domain::SeenColumn& column : seen.look.columns) {
        for (const domain::SeenValue& value : column.values) {
            if (value.time) {
                return value.time;
            }
        }
    }
    return std::nullopt;
}

QString ColumnsPage::number(std::uint64_t value) const {
    return formats_.number(static_cast<std::int64_t>(value));
}

void ColumnsPage::show_look(const ports::OfferLook& seen) {
    offer_.doubts = seen.offer.doubts;
    offer_.mapping = seen.offer.mapping;
    const auto set = [](QCheckBox* box, bool on) {
        if (box != nullptr) {
            const QSignalBlocker quiet(box);
            box->setChecked(on);
        }
    };
    set(month_first_, seen.offer.month_first);
    set(comma_, seen.offer.decimal_comma);
    set(negative_, seen.offer.spent_is_negative);
    for (std::size_t column = 0; column < rows_.size() && column < seen.look.columns.size(); ++column) {
        show_row(seen, column);
    }
}

const ports::FieldColumn* ColumnsPage::field_of(std::size_t column) const {
    const int place = rows_[column].meaning->currentData().toInt();
    return place == nothing ? nullptr : &offer_.fields[static_cast<std::size_t>(place)];
}

void ColumnsPage::show_row(const ports::OfferLook& seen, std::size_t column) {
    const domain::SeenColumn& told = seen.look.columns[column];
    const Row& row = rows_[column];
    QStringList values;
    for (const domain::SeenValue& value : told.values) {
        values += text::safe(value.text, short_value).qstring();
    }
    row.values->say(values.isEmpty() ? tr("empty in every row") : values.join(QStringLiteral("  |  ")));
    QStringList remarks;
    if (const QString read = read_as(told); !read.isEmpty()) {
        remarks += read;
    }
    const ports::FieldColumn* field = field_of(column);
    if (field != nullptr && field->column == offer_.header[column] && !field->reasons.empty()) {
        QStringList reasons;
        for (const std::string& reason : field->reasons) {
            reasons += SettingsWords::reason(reason);
        }
        remarks += text::fill(QStringLiteral("%1: %2"), {SettingsWords::sureness(field->confidence_permille),
                                                         reasons.join(QStringLiteral(", "))});
    }
    if (told.empty > 0 && told.filled > 0) {
        remarks += text::fill(tr("%1 empty"), {number(told.empty)});
    }
    row.remark->say(remarks.join(QStringLiteral(" · ")));
    const QString trouble = troubles(told, seen);
    row.sign->show_level(told.unreadable > 0 ? look::Level::serious : look::Level::caution, {});
    row.sign->setVisible(!trouble.isEmpty());
    row.trouble->say(trouble);
    row.trouble->setVisible(!trouble.isEmpty());
}

QString ColumnsPage::read_as(const domain::SeenColumn& column) const {
    if (column.values.empty()) {
        return {};
    }
    const domain::SeenValue& first = column.values.front();
    if (first.time) {
        // With the month as a word: whether 03/02 is in February or in March is what a person has to see.
        const auto since = std::chrono::floor<std::chrono::milliseconds>(first.time->time_since_epoch());
        const QDate day = QDateTime::fromMSecsSinceEpoch(since.count(), formats_.zone()).date();
        return text::fill(tr("the first is %1"), {formats_.locale().toString(day, QLocale::LongFormat)});
    }
    return first.decimal ? text::fill(tr("the first is %1"), {formats_.decimal(*first.decimal)}) : QString();
}

QString ColumnsPage::troubles(const domain::SeenColumn& column, const ports::OfferLook& seen) const {
    QStringList words;
    if (column.unreadable > 0) {
        words += text::fill(tr("%1 cannot be read, first in row %2: %3"),
                            {number(column.unreadable), number(column.first_unreadable),
                             column.unreadable_text.empty() ? text::Filling(tr("nothing stands there"))
                                                            : text::safe(column.unreadable_text, short_value)});
    }
    const bool doubtful = has_doubt(seen.offer, "day_and_month_ambiguous") && !column.values.empty() &&
                          column.values.front().time.has_value();
    const bool decimals = has_doubt(seen.offer, "decimal_point_ambiguous") && !column.values.empty() &&
                          column.values.front().decimal.has_value();
    if (column.unclear > 0 && (doubtful || decimals)) {
        words += text::fill(doubtful ? tr("%1 unclear: day and month may be meant the other way")
                                     : tr("%1 unclear: the decimals may be meant the other way"),
                            {number(column.unclear)});
    }
    return words.join(QStringLiteral(" · "));
}

} // namespace ui::settings
