// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/guess.h"

#include "app/domain/currency.h"
#include "app/mapping/amounts.h"
#include "app/mapping/columns.h"
#include "app/mapping/csv_reader.h"
#include "app/mapping/guess_values.h"
#include "app/mapping/text_tools.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <array>
#include <set>

namespace mapping {

namespace {

/// Words in headers that speak for a field, English and German; the earlier, the stronger.
struct Words {
    std::string_view field;
    std::array<std::string_view, 8> words;
};
constexpr std::array<Words, 14> vocabulary{{
    {"time", {"transaction date", "trans date", "buchungstag", "date", "datum", "posted", "zeitpunkt", "time"}},
    {"amount", {"gross", "brutto", "amount", "betrag", "amt", "total", "umsatz", "value"}},
    {"net", {"net amount", "net amt", "netto", "net"}},
    {"tax", {"tax amt", "tax amount", "vat amount", "mwst", "ust", "steuer"}},
    {"currency", {"currency", "billing cur", "währung", "waehrung", "cur code", "cur"}},
    {"agent", {"card number", "kartennummer", "card", "karte", "agent", "device", "gerät", "account"}},
    {"agent_name", {"cardholder", "card holder", "karteninhaber", "agent name", "device name"}},
    {"owner", {"directorate", "department", "abteilung", "owner", "division", "business unit", "bereich"}},
    {"supplier", {"merchant name", "supplier", "vendor", "merchant", "lieferant", "händler", "payee", "empfänger"}},
    {"category", {"category", "kategorie", "cac desc 1", "mcc", "commodity", "warengruppe"}},
    {"description", {"description", "beschreibung", "purpose", "verwendungszweck", "memo", "details", "narrative"}},
    {"cost_centre", {"cost centre", "cost center", "kostenstelle", "cac code 2"}},
    {"po_number", {"po number", "purchase order", "bestellnummer", "order number"}},
    {"reference", {"reference", "referenz", "invoice", "beleg", "receipt no"}},
}};

constexpr std::size_t sample_rows = 200;
constexpr qint64 sample_bytes = qint64{1} << 20;

std::vector<std::string> column_values(const std::vector<std::vector<std::string>>& rows, std::size_t index) {
    std::vector<std::string> values;
    for (const auto& row : rows) {
        if (index < row.size() && !trimmed(row[index]).empty()) {
            values.emplace_back(trimmed(row[index]));
        }
    }
    return values;
}

int score_header(const Words& words, const std::string& header, GuessedColumn& column) {
    const std::string name = folded(header);
    int score = 560;
    for (const std::string_view word : words.words) {
        if (!word.empty() && name.find(word) != std::string::npos) {
            column.reasons.push_back({"header_contains", std::string(word)});
            return score;
        }
        score -= 30;
    }
    return 0;
}

std::string share_text(std::size_t part, std::size_t whole) {
    return std::to_string(part) + " of " + std::to_string(whole);
}

/// Adds or takes away for what the values look like; a negative answer rules the column out.
int score_values(std::string_view field, const std::vector<std::string>& values, GuessedColumn& column) {
    if (values.empty()) {
        return 0;
    }
    const auto judge = [&](std::size_t fitting, const char* code, int gain) {
        if (fitting * 10 < values.size() * 8) {
            return -1000;
        }
        column.reasons.push_back({code, share_text(fitting, values.size())});
        return gain;
    };
    if (field == "time") {
        return judge(count_dates(values), "values_are_dates", 400);
    }
    if (field == "amount" || field == "net" || field == "tax") {
        return judge(count_amounts(values), "values_are_amounts", 350);
    }
    if (field == "currency") {
        return judge(count_currencies(values), "values_are_currencies", 400);
    }
    const std::set<std::string> distinct(values.begin(), values.end());
    if ((field == "agent" || field == "owner" || field == "category") && distinct.size() * 2 <= values.size()) {
        column.reasons.push_back({"values_repeat", share_text(distinct.size(), values.size())});
        return 150;
    }
    return 0;
}

/// Every column that could be every field, the surest first.
std::vector<GuessedColumn> candidates(const std::vector<std::string>& header,
                                      const std::vector<std::vector<std::string>>& rows) {
    std::vector<GuessedColumn> all;
    for (std::size_t index = 0; index < header.size(); ++index) {
        const auto values = column_values(rows, index);
        for (const Words& words : vocabulary) {
            GuessedColumn column{std::string(words.field), header[index], index, 0, {}};
            const int by_header = score_header(words, header[index], column);
            const int by_values = score_values(words.field, values, column);
            const bool telling = words.field == "time" || words.field == "currency";
            if (by_values < 0 || (by_header == 0 && !telling) || by_header + by_values < 300) {
                continue;
            }
            column.confidence_permille = std::min(1000, by_header + by_values);
            all.push_back(std::move(column));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const GuessedColumn& left, const GuessedColumn& right) {
        return left.confidence_permille > right.confidence_permille;
    });
    return all;
}

std::vector<GuessedColumn> assign(std::vector<GuessedColumn> all) {
    std::vector<GuessedColumn> chosen;
    std::set<std::string> fields;
    std::set<std::size_t> columns;
    for (GuessedColumn& column : all) {
        if (!fields.contains(column.field) && !columns.contains(column.index)) {
            fields.insert(column.field);
            columns.insert(column.index);
            chosen.push_back(std::move(column));
        }
    }
    return chosen;
}

/// Of the columns for time and amount.
void choose_forms(const std::vector<GuessedColumn>& columns, const std::vector<std::vector<std::string>>& rows,
                  CsvMapping& csv, std::vector<std::string>& doubts) {
    for (const GuessedColumn& column : columns) {
        const auto values = column_values(rows, column.index);
        if (column.field == "time") {
            const auto formats = fitting_date_formats(values);
            csv.date_formats = {formats.empty() ? "yyyy-MM-dd" : formats.front()};
            if (formats.empty()) {
                doubts.emplace_back("no_date_format_fits");
            } else if (formats.size() > 1) {
                doubts.emplace_back("day_and_month_ambiguous");
            }
        } else if (column.field == "amount") {
            const auto forms = fitting_decimal_rules(values);
            csv.decimal = forms.empty() ? DecimalRule{} : forms.front();
            if (forms.empty()) {
                doubts.emplace_back("no_decimal_form_fits");
            } else if (forms.size() > 1) {
                doubts.emplace_back("decimal_point_ambiguous");
            }
            const auto negative =
                static_cast<std::size_t>(std::count_if(values.begin(), values.end(), [](const std::string& value) {
                    return value.starts_with('-') || value.starts_with('(');
                }));
            if (!values.empty() && negative * 10 > values.size() * 8) {
                csv.decimal.reversed = true;
                doubts.emplace_back("amounts_mostly_negative");
            }
        }
    }
}

/// A shipped mapping whose every rule with columns finds one of them, and whose forms fit the sample.
std::optional<Mapping> fitting_shipped(const std::vector<std::string>& header,
                                       const std::vector<std::vector<std::string>>& rows, char delimiter) {
    for (const std::string& name : shipped_names()) {
        auto known = shipped(name);
        if (!known || !known->csv || known->csv->delimiter != delimiter) {
            continue;
        }
        const auto columns = Columns::bind(header, *known->csv);
        if (!columns) {
            continue;
        }
        const bool fits = std::all_of(rows.begin(), rows.end(), [&](const std::vector<std::string>& row) {
            const auto amount = columns->value(row, &CsvMapping::amount);
            return !amount || amount->empty() || plain_decimal(*amount, known->csv->decimal).ok();
        });
        if (fits) {
            return *std::move(known);
        }
    }
    return std::nullopt;
}

/// The columns of a mapping that is known, all as sure as can be.
std::vector<GuessedColumn> known_columns(const std::vector<std::string>& header, const CsvMapping& csv) {
    std::vector<GuessedColumn> out;
    for (const CsvField& field : csv_fields()) {
        for (const std::string& name : (csv.*(field.rule)).columns) {
            const auto found = std::find_if(header.begin(), header.end(), [&name](const std::string& column) {
                return folded(column) == folded(name);
            });
            if (found != header.end()) {
                out.push_back({std::string(field.name),
                               *found,
                               static_cast<std::size_t>(found - header.begin()),
                               1000,
                               {{"header_is_known", name}}});
                break;
            }
        }
    }
    return out;
}

/// What people drop that is no text: told by its first bytes.
base::Done check_form(std::string_view head) {
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        return base::Fault{base::FaultCode::unsupported, "the file is UTF-16; save it as UTF-8 and try again",
                           "utf-16"};
    }
    if (head.starts_with("PK\x03\x04") || head.starts_with("\xD0\xCF\x11\xE0")) {
        return base::Fault{base::FaultCode::unsupported, "the file is a workbook; save it as CSV and try again",
                           "workbook"};
    }
    return {};
}

} // namespace

Guess guess(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows, char delimiter) {
    Guess out;
    if (auto known = fitting_shipped(header, rows, delimiter)) {
        out.shipped = known->name;
        out.columns = known_columns(header, *known->csv);
        out.mapping = *std::move(known);
        return out;
    }
    out.columns = assign(candidates(header, rows));
    out.mapping.name = "guessed";
    out.mapping.dataset = "guessed";
    out.mapping.period_pattern = "([0-9]{4}-[0-9]{2})";
    CsvMapping& csv = out.mapping.csv.emplace();
    csv.delimiter = delimiter;
    csv.date_formats = {"yyyy-MM-dd"};
    for (const CsvField& field : csv_fields()) {
        FieldRule& rule = csv.*(field.rule);
        rule.required = field.name == "time" || field.name == "amount" || field.name == "agent";
        const auto chosen = std::find_if(out.columns.begin(), out.columns.end(),
                                         [&field](const GuessedColumn& column) { return column.field == field.name; });
        if (chosen != out.columns.end()) {
            rule.columns = {chosen->column};
        } else if (rule.required || field.name == "currency") {
            out.missing.emplace_back(field.name);
        }
    }
    choose_forms(out.columns, rows, csv, out.doubts);
    std::sort(out.doubts.begin(), out.doubts.end());
    return out;
}

Guess guess(const Sample& sample) {
    Guess out = guess(sample.header, sample.rows, sample.delimiter);
    if (sample.encoding != Encoding::utf_8) {
        out.mapping.csv->encoding = sample.encoding;
        out.doubts.emplace_back("letters_are_western");
    }
    return out;
}

std::vector<std::string> fit_forms(const Sample& sample, CsvMapping& csv) {
    std::vector<std::string> doubts;
    for (GuessedColumn& column : known_columns(sample.header, csv)) {
        choose_forms({std::move(column)}, sample.rows, csv, doubts);
    }
    std::sort(doubts.begin(), doubts.end());
    if (csv.encoding != Encoding::utf_8) {
        doubts.emplace_back("letters_are_western");
    }
    return doubts;
}

base::Result<Sample> sample_of(const std::filesystem::path& file) {
    QFile device(QString::fromStdString(file.string()));
    if (!device.open(QIODevice::ReadOnly)) {
        return base::Fault{device.exists() ? base::FaultCode::unreadable : base::FaultCode::not_found,
                           "the file cannot be opened: " + device.errorString().toStdString(), file.string()};
    }
    const QByteArray bytes = device.read(sample_bytes);
    const std::string_view head(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    REEVE_TRY(check_form(head));
    Sample sample;
    sample.delimiter = guess_delimiter(head);
    sample.encoding = guess_encoding(head);
    CsvReader reader(CsvRules{.delimiter = sample.delimiter, .encoding = sample.encoding});
    std::vector<CsvRow> rows;
    reader.feed(head, rows);
    if (device.atEnd()) {
        reader.finish(rows);
    }
    if (rows.empty() || rows.front().fault) {
        return base::Fault{base::FaultCode::malformed, "the file does not begin with a header line of a CSV file",
                           file.string()};
    }
    sample.header = std::move(rows.front().fields);
    for (std::size_t index = 1; index < rows.size() && sample.rows.size() < sample_rows; ++index) {
        if (!rows[index].fault) {
            sample.rows.push_back(std::move(rows[index].fields));
        }
    }
    return sample;
}

base::Result<Guess> guess_file(const std::filesystem::path& file) {
    const auto sample = sample_of(file);
    if (!sample) {
        return sample.fault();
    }
    return guess(*sample);
}

char guess_delimiter(std::string_view head) {
    char best = ',';
    std::size_t best_score = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        CsvReader reader(CsvRules{.delimiter = delimiter});
        std::vector<CsvRow> rows;
        reader.feed(head.substr(0, 16384), rows);
        reader.finish(rows);
        if (rows.empty() || rows.front().fields.size() < 2) {
            continue;
        }
        const std::size_t fields = rows.front().fields.size();
        const auto even = static_cast<std::size_t>(std::count_if(
            rows.begin(), rows.end(), [fields](const CsvRow& row) { return row.fields.size() == fields; }));
        const std::size_t score = even * 1000 / rows.size() * 100 + fields;
        if (score > best_score) {
            best_score = score;
            best = delimiter;
        }
    }
    return best;
}

} // namespace mapping
