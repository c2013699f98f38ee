// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filter/expression.h"
#include "app/filter/language.h"
#include "models/ledger/arrangement.h"

#include <memory>
#include <vector>

namespace models::ledger {

/// Where a column of the language lies in a store: a number column, or for text a word or text column; amounts have
/// their currency's code in a second one. Times and spans are microseconds, choices and ranks their numbers.
struct Place {
    int column = 0;
    int currency = -1;
};

/// The columns of a store as expressions see them, asked in whole columns.
class StoreTable final : public filter::Table {
public:
    /// `places` as many as the language has columns. All must outlive it.
    StoreTable(const Store& store, const filter::Language& language, const std::vector<Place>& places)
        : store_(store)
        , language_(language)
        , places_(places) {}

    [[nodiscard]] std::size_t rows() const override { return store_.size(); }
    [[nodiscard]] cel::Value value(std::size_t row, std::size_t column) const override;
    void numbers(std::size_t column, const filter::Range& range, std::size_t from,
                 std::span<filter::Answer> into) const override;
    void amounts(std::size_t column, domain::Currency currency, const filter::Range& range, std::size_t from,
                 std::span<filter::Answer> into) const override;
    void texts(std::size_t column, const std::function<filter::Answer(std::string_view)>& says, std::size_t from,
               std::span<filter::Answer> into) const override;
    void ranks(std::size_t column, const std::function<filter::Answer(std::int64_t)>& says, std::size_t from,
               std::span<filter::Answer> into) const override;

private:
    [[nodiscard]] bool is_whole(std::size_t from, std::span<filter::Answer> into) const;

    const Store& store_;
    const filter::Language& language_;
    const std::vector<Place>& places_;
};

/// A table of the ledger as expressions see it: what FeedModel and its like hand to the bar above them.
struct Columns {
    std::shared_ptr<const filter::Language> language;
    std::vector<Place> places;

    /// The condition as a filter of an Arrangement.
    [[nodiscard]] Condition condition(std::shared_ptr<const filter::Expression> expression, filter::Shown shown) const;
    /// What the condition says of every row that is kept.
    [[nodiscard]] filter::Counts count(const Store& store, const filter::Expression& expression) const;
};

} // namespace models::ledger
