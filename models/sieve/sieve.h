// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filter/language.h"
#include "app/filter/wanted.h"
#include "app/text/word_search.h"

#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace models::sieve {

/// Texts that are made for a condition and live until it was asked about the next row.
class Scratch {
public:
    [[nodiscard]] cel::Value text(std::string made);
    /// Several, as one text that words are found in.
    void clear() { kept_.clear(); }

private:
    std::deque<std::string> kept_;
};

/// A column of a short list: what an expression knows of it, and the value of a row. Text may look at the row.
template <class Row>
struct Field {
    filter::Column column;
    std::function<cel::Value(const Row&, Scratch&)> value;
};

// The usual values: nothing is absent.
[[nodiscard]] cel::Value text(std::string_view bytes);
[[nodiscard]] cel::Value money(const std::optional<domain::Money>& amount);
[[nodiscard]] cel::Value time(const std::optional<base::Instant>& instant);

/// Narrows lists of up to some 50,000 rows that are kept as structs: the counterpart of ledger::Columns for tables that
/// are no ledgers. Words are looked for in the text columns, in any language.
template <class Row>
class Sieve {
public:
    explicit Sieve(std::vector<Field<Row>> fields)
        : fields_(std::move(fields)) {
        std::vector<filter::Column> columns;
        for (const Field<Row>& field : fields_) {
            columns.push_back(field.column);
        }
        language_ = std::make_shared<const filter::Language>(std::move(columns));
    }

    [[nodiscard]] const std::shared_ptr<const filter::Language>& language() const { return language_; }

    void set(filter::Wanted wanted) {
        wanted_ = std::move(wanted);
        search_ = wanted_.expression != nullptr || wanted_.words.empty()
                      ? nullptr
                      : std::make_unique<text::WordSearch>(wanted_.words);
    }
    [[nodiscard]] bool lets_all_pass() const { return wanted_.everything(); }

    /// One answer per row.
    [[nodiscard]] std::vector<filter::Answer> ask(const std::vector<Row>& rows) const {
        std::vector<const Row*> all;
        all.reserve(rows.size());
        for (const Row& row : rows) {
            all.push_back(&row);
        }
        return ask(all);
    }
    [[nodiscard]] std::vector<filter::Answer> ask(const std::vector<const Row*>& all) const {
        std::vector<filter::Answer> answers = ask_typed(all);
        if (wanted_.narrowing != nullptr) {
            const std::vector<filter::Answer> chosen = wanted_.narrowing->ask(Asked(fields_, all));
            for (std::size_t i = 0; i < all.size(); ++i) {
                answers[i] = chosen[i] == filter::yes ? answers[i] : filter::Answer{};
            }
        }
        return answers;
    }

    [[nodiscard]] bool shows(filter::Answer answer) const { return filter::is_shown(answer, wanted_.shown); }
    [[nodiscard]] bool shows(const Row& row) const {
        return lets_all_pass() || shows(ask(std::vector<const Row*>{&row}).front());
    }

    /// The rows to be shown, in their order, and how all of them answered.
    [[nodiscard]] std::vector<Row> sifted(const std::vector<Row>& rows, filter::Counts& counts) const {
        if (lets_all_pass()) {
            counts = filter::Counts{rows.size(), rows.size(), 0, 0, 0};
            return rows;
        }
        const std::vector<filter::Answer> answers = ask(rows);
        counts = filter::counted(answers);
        std::vector<Row> shown;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (shows(answers[i])) {
                shown.push_back(rows[i]);
            }
        }
        return shown;
    }

private:
    class Asked final : public filter::Table {
    public:
        Asked(const std::vector<Field<Row>>& fields, const std::vector<const Row*>& rows)
            : fields_(fields)
            , rows_(rows) {}

        [[nodiscard]] std::size_t rows() const override { return rows_.size(); }
        [[nodiscard]] cel::Value value(std::size_t row, std::size_t column) const override {
            if (row != row_) {
                scratch_.clear();
                row_ = row;
            }
            return fields_[column].value(*rows_[row], scratch_);
        }

    private:
        const std::vector<Field<Row>>& fields_;
        const std::vector<const Row*>& rows_;
        mutable Scratch scratch_;
        mutable std::size_t row_ = static_cast<std::size_t>(-1);
    };

    /// What is typed, without the narrowing.
    [[nodiscard]] std::vector<filter::Answer> ask_typed(const std::vector<const Row*>& all) const {
        std::vector<filter::Answer> answers(all.size(), filter::yes);
        if (wanted_.expression != nullptr) {
            return wanted_.expression->ask(Asked(fields_, all));
        }
        if (search_ != nullptr) {
            const Asked asked(fields_, all);
            for (std::size_t i = 0; i < all.size(); ++i) {
                answers[i] = static_cast<filter::Answer>(has_words(asked, i));
            }
        }
        return answers;
    }

    [[nodiscard]] bool has_words(const Asked& asked, std::size_t row) const {
        std::vector<std::string_view> texts;
        for (std::size_t column = 0; column < fields_.size(); ++column) {
            if (fields_[column].column.what == filter::What::text) {
                texts.push_back(asked.value(row, column).text());
            }
        }
        return search_->matches(texts);
    }

    std::vector<Field<Row>> fields_;
    std::shared_ptr<const filter::Language> language_;
    filter::Wanted wanted_;
    std::unique_ptr<text::WordSearch> search_;
};

} // namespace models::sieve
