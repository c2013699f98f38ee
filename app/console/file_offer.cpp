// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/file_offer.h"

#include "app/mapping/dates.h"
#include "app/mapping/guess.h"
#include "app/mapping/preview.h"

#include <algorithm>
#include <utility>

namespace console {

namespace {

bool is_runs(const std::string& path) {
    return std::filesystem::path(path).extension() == ".jsonl";
}

/// "12_2014-05.csv" without its ending, as a period that a person can change.
std::string period_of(const std::string& path) {
    return std::filesystem::path(path).stem().string();
}

/// The mapping cannot do without it.
bool is_needed(const mapping::CsvField& field) {
    return field.name == "time" || field.name == "amount" || field.name == "agent" || field.name == "currency";
}

/// A document of a mapping has all that is needed; a person fills what was not found, and mapping_of() takes that.
void fill_gaps(mapping::CsvMapping& csv) {
    for (const mapping::CsvField& field : mapping::csv_fields()) {
        mapping::FieldRule& rule = csv.*(field.rule);
        if (is_needed(field) && rule.columns.empty() && rule.constant.empty()) {
            rule.constant = field.name == "currency" ? "EUR" : "-";
        }
    }
}

bool month_first(const mapping::CsvMapping& csv) {
    return !csv.date_formats.empty() && csv.date_formats.front().starts_with('M');
}

/// The forms of a mapping as a person may change them.
void tell_forms(const mapping::CsvMapping& csv, ports::FileOffer& offer) {
    offer.month_first = month_first(csv);
    offer.decimal_comma = csv.decimal.point == ',';
    offer.spent_is_negative = csv.decimal.reversed;
}

const domain::SeenColumn* column_of(const ports::OfferLook& seen, const std::string& field) {
    for (const ports::FieldColumn& one : seen.offer.fields) {
        for (const domain::SeenColumn& column : seen.look.columns) {
            if (one.field == field && !one.column.empty() && column.name.bytes() == one.column) {
                return &column;
            }
        }
    }
    return nullptr;
}

/// Whether the rest of the file says that the other form was meant: what fits the beginning need not fit the end.
bool is_otherwise(const domain::SeenColumn* column) {
    return column != nullptr && column->against > 0 && column->settled == 0;
}

/// A doubt about the beginning of a file that its rest settles.
void settle(ports::OfferLook& seen, const char* doubt, const domain::SeenColumn* column) {
    if (column != nullptr && column->settled > 0 && column->against == 0) {
        std::erase(seen.offer.doubts, doubt);
    }
}

} // namespace

base::Result<ports::FileOffer> make_offer(const std::string& path) {
    ports::FileOffer offer;
    offer.file = path;
    if (is_runs(path)) {
        const auto shipped = mapping::shipped("openai-chat-tools");
        if (!shipped) {
            return shipped.fault();
        }
        offer.table = false;
        offer.shipped = shipped->name;
        offer.dataset = shipped->dataset;
        offer.period = period_of(path);
        offer.mapping = mapping::to_json(*shipped);
        return offer;
    }
    auto sample = mapping::sample_of(path);
    if (!sample) {
        return std::move(sample).fault();
    }
    mapping::Guess guess = mapping::guess(*sample);
    if (!guess.mapping.csv) {
        return base::Fault{base::FaultCode::unsupported, "this is not a table", path};
    }
    mapping::CsvMapping& csv = *guess.mapping.csv;
    offer.header = std::move(sample->header);
    offer.shipped = guess.shipped;
    for (const mapping::CsvField& field : mapping::csv_fields()) {
        ports::FieldColumn column;
        column.field = field.name;
        column.required = is_needed(field);
        const auto found = std::find_if(guess.columns.begin(), guess.columns.end(),
                                        [&](const auto& guessed) { return guessed.field == field.name; });
        if (found != guess.columns.end()) {
            column.column = found->column;
            column.confidence_permille = found->confidence_permille;
            for (const mapping::GuessReason& reason : found->reasons) {
                column.reasons.push_back(reason.code);
            }
        }
        offer.fields.push_back(std::move(column));
    }
    offer.doubts = guess.doubts;
    tell_forms(csv, offer);
    offer.dataset = guess.mapping.dataset;
    offer.period = guess.shipped.empty() ? period_of(path) : std::string(); // its own rule reads the name
    fill_gaps(csv);
    offer.mapping = mapping::to_json(guess.mapping);
    return offer;
}

base::Result<mapping::Mapping> mapping_of(const ports::FileOffer& offer) {
    auto parsed = mapping::parse(offer.mapping);
    if (!parsed || !parsed->csv) {
        return parsed;
    }
    mapping::Mapping mapping = std::move(parsed).value();
    mapping::CsvMapping& csv = *mapping.csv;
    if (!offer.shipped.empty()) {
        return mapping;
    }
    for (const ports::FieldColumn& field : offer.fields) {
        for (const mapping::CsvField& known : mapping::csv_fields()) {
            if (known.name == field.field) {
                mapping::FieldRule& rule = csv.*known.rule;
                rule.columns = field.column.empty() ? std::vector<std::string>() : std::vector{field.column};
                rule.constant = field.constant;
            }
        }
    }
    if (month_first(csv) != offer.month_first) {
        for (std::string& format : csv.date_formats) {
            format = mapping::days_and_months_exchanged(format);
        }
    }
    if ((csv.decimal.point == ',') != offer.decimal_comma) {
        csv.decimal.point = offer.decimal_comma ? ',' : '.';
        csv.decimal.grouping = csv.decimal.grouping == 0 ? '\0' : offer.decimal_comma ? '.' : ',';
    }
    csv.decimal.reversed = offer.spent_is_negative;
    return mapping;
}

base::Result<ports::OfferLook> look_at(ports::FileOffer offer, bool refit, const std::function<bool()>& go_on) {
    auto mapping = mapping_of(offer);
    if (!mapping) {
        return std::move(mapping).fault();
    }
    if (!mapping->csv) {
        return base::Fault{base::FaultCode::invalid_argument, "only a table has columns", offer.file};
    }
    if (refit && offer.shipped.empty()) {
        const auto sample = mapping::sample_of(offer.file);
        if (!sample) {
            return sample.fault();
        }
        offer.doubts = mapping::fit_forms(*sample, *mapping->csv);
        tell_forms(*mapping->csv, offer);
        mapping::Mapping whole = *mapping; // what is still to be said stays open in the offer's fields
        fill_gaps(*whole.csv);
        offer.mapping = mapping::to_json(whole);
    }
    const mapping::ReadOptions options{offer.dataset, offer.period};
    ports::OfferLook seen{std::move(offer), {}};
    auto look = mapping::preview(seen.offer.file, *mapping, options, go_on);
    if (!look) {
        return std::move(look).fault();
    }
    seen.look = std::move(look).value();
    const domain::SeenColumn* time = column_of(seen, "time");
    const domain::SeenColumn* amount = column_of(seen, "amount");
    if (refit && (is_otherwise(time) || is_otherwise(amount))) {
        seen.offer.month_first ^= is_otherwise(time);
        seen.offer.decimal_comma ^= is_otherwise(amount);
        return look_at(std::move(seen.offer), false, go_on);
    }
    settle(seen, "day_and_month_ambiguous", time);
    settle(seen, "decimal_point_ambiguous", amount);
    return seen;
}

} // namespace console
