// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/case/rows_model.h"
#include "models/sieve/sieve.h"
#include "ui/sieve/bar.h"

#include <functional>
#include <vector>

namespace ui::sieve {

/// A short list behind a bar of its own: keeps all rows and gives the model those that pass. The bar shows itself only
/// where there is something to narrow.
template <class Row>
class NarrowedList {
public:
    using Model = models::case_::RowsModel<Row>;
    /// From how many rows on the bar is worth its room.
    static constexpr std::size_t worth_a_bar = 8;

    /// `table`: names the saved filters; `name` and `hint`: of the line. `model`, `clock` and `formats` must outlive
    /// it.
    NarrowedList(std::vector<models::sieve::Field<Row>> fields, const QString& table, const QString& name,
                 const QString& hint, Model& model, const base::Clock& clock, const text::Formats& formats,
                 QWidget* parent)
        : model_(model)
        , sieve_(std::move(fields))
        , bar_(new Bar(name, hint, {table, sieve_.language()}, {}, clock, formats, parent)) {
        bar_->hide();
        QObject::connect(bar_, &Bar::wanted_changed, bar_, [this](const filter::Wanted& wanted) {
            sieve_.set(wanted);
            show();
        });
    }
    NarrowedList(const NarrowedList&) = delete;
    NarrowedList& operator=(const NarrowedList&) = delete;
    ~NarrowedList() = default;

    void set_rows(const std::vector<Row>& rows) {
        rows_ = rows;
        show();
    }
    [[nodiscard]] Bar& bar() const { return *bar_; }
    /// All of them, shown or not.
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    /// Told after the model got other rows.
    void when_shown(std::function<void()> shown) { shown_ = std::move(shown); }

private:
    void show() {
        filter::Counts counts;
        model_.set_rows(sieve_.sifted(rows_, counts));
        bar_->setVisible(rows_.size() >= worth_a_bar || !sieve_.lets_all_pass());
        bar_->show_counts(counts);
        if (shown_) {
            shown_();
        }
    }

    Model& model_;
    models::sieve::Sieve<Row> sieve_;
    std::vector<Row> rows_;
    std::function<void()> shown_;
    Bar* bar_;
};

} // namespace ui::sieve
