// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/files.h"
#include "app/text/formats.h"
#include "ui/look/label.h"
#include "ui/look/symbol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QWidget>

#include <vector>

namespace ui::settings {

/// What the columns of a table mean: each with three of its own values, what the first is read as, what is unclear or
/// cannot be read, how often, and where first. A person changes the meanings; what no column says can be typed.
class ColumnsPage final : public QWidget {
    Q_OBJECT
public:
    ColumnsPage(const ports::FileOffer& offer, const text::Formats& formats, QWidget* parent = nullptr);

    /// Values and counts, after the file has been read with these meanings.
    void show_look(const ports::OfferLook& seen);
    /// The offer as it was changed here.
    [[nodiscard]] ports::FileOffer offer() const;
    /// What has to be said before anything can be imported; empty: nothing.
    [[nodiscard]] QString lack() const;
    /// Where that is said; nullptr: nothing lacks.
    [[nodiscard]] QWidget* lacking() const;
    /// The first date that could be read, as the file has it.
    [[nodiscard]] static std::optional<base::Instant> first_date(const ports::OfferLook& seen);
    [[nodiscard]] QComboBox& meaning(std::size_t column) const { return *rows_[column].meaning; }
    [[nodiscard]] QString remark(std::size_t column) const { return rows_[column].remark->text(); }
    [[nodiscard]] QString trouble(std::size_t column) const { return rows_[column].trouble->text(); }
    [[nodiscard]] QString values(std::size_t column) const { return rows_[column].values->text(); }

Q_SIGNALS:
    /// `refit`: a column means something else now, so that forms have to be chosen anew.
    void changed(bool refit);

private:
    struct Row {
        look::ElidedLabel* values;
        QComboBox* meaning;
        look::Label* remark;
        look::Badge* sign; ///< of trouble
        look::Label* trouble;
    };
    struct Constant {
        const char* field;
        look::Label* name;
        QLineEdit* value;
    };
    void add_row(const std::string& column);
    void add_constants();
    void add_forms();
    void mean(std::size_t column);
    void show_constants();
    void show_row(const ports::OfferLook& seen, std::size_t column);
    [[nodiscard]] const ports::FieldColumn* field_of(std::size_t column) const;
    [[nodiscard]] bool is_meant(std::string_view field) const;
    [[nodiscard]] QString read_as(const domain::SeenColumn& column) const;
    [[nodiscard]] QString troubles(const domain::SeenColumn& column, const ports::OfferLook& seen) const;
    [[nodiscard]] QString number(std::uint64_t value) const;

    ports::FileOffer offer_;
    const text::Formats& formats_;
    QGridLayout* grid_;
    std::vector<Row> rows_;
    std::vector<Constant> constants_;
    QCheckBox* month_first_ = nullptr;
    QCheckBox* comma_ = nullptr;
    QCheckBox* negative_ = nullptr;
};

} // namespace ui::settings
