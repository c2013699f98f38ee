// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/preview.h"

#include "app/json/writer.h"
#include "app/mapping/amounts.h"
#include "app/mapping/columns.h"
#include "app/mapping/csv_reader.h"
#include "app/mapping/dates.h"
#include "app/mapping/text_tools.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

namespace mapping {

namespace {

constexpr std::size_t shown_values = 3;
constexpr qint64 block_bytes = qint64{1} << 18;
constexpr std::size_t items_at_once = 2000;

using Formats = std::vector<std::string>;

std::optional<base::Instant> date_of(std::string_view text, const Formats& formats) {
    for (const std::string& format : formats) {
        if (auto time = read_date(text, format)) {
            return *time;
        }
    }
    return std::nullopt;
}

DecimalRule exchanged(DecimalRule rule) {
    rule.point = rule.point == ',' ? '.' : ',';
    rule.grouping = rule.grouping == '\0' ? '\0' : rule.point == ',' ? '.' : ',';
    return rule;
}

/// What is read from a column.
enum class Content { text, time, money };

/// The cells of a table.
class Cells {
public:
    Cells(const CsvMapping& csv, domain::FileLook& look)
        : csv_(csv)
        , look_(look) {
        for (const std::string& format : csv.date_formats) {
            other_dates_.push_back(days_and_months_exchanged(format));
        }
    }

    void take(const CsvRow& row) {
        if (!std::exchange(has_header_, true)) {
            begin(row.fields);
            return;
        }
        ++look_.rows;
        if (row.fault) {
            const bool letters = csv_.encoding == Encoding::utf_8 && !json::is_utf8(row.raw);
            note(letters ? domain::RowTrouble::letters : domain::RowTrouble::broken, row.row);
            return;
        }
        if (std::all_of(row.fields.begin(), row.fields.end(), [](const auto& text) { return trimmed(text).empty(); })) {
            note(domain::RowTrouble::blank, row.row);
            return;
        }
        if (row.fields.size() != look_.columns.size()) {
            note(domain::RowTrouble::field_count, row.row);
            return;
        }
        for (std::size_t column = 0; column < row.fields.size(); ++column) {
            take_cell(trimmed(row.fields[column]), contents_[column], look_.columns[column]);
        }
    }

    void finish() {
        for (const domain::BadRows& one : bad_) {
            if (one.count > 0) {
                look_.bad.push_back(one);
            }
        }
    }

private:
    void begin(const std::vector<std::string>& header) {
        for (const std::string& name : header) {
            look_.columns.push_back({domain::UntrustedText(name), {}, 0, 0, 0, 0, {}, 0, 0, 0});
            const auto is = [&](const FieldRule& rule) {
                return std::any_of(rule.columns.begin(), rule.columns.end(),
                                   [&](const std::string& column) { return folded(column) == folded(name); });
            };
            contents_.push_back(is(csv_.time)                                     ? Content::time
                                : is(csv_.amount) || is(csv_.net) || is(csv_.tax) ? Content::money
                                                                                  : Content::text);
        }
    }

    void note(domain::RowTrouble trouble, std::uint64_t row) {
        domain::BadRows& bad = bad_[static_cast<std::size_t>(trouble)];
        bad.trouble = trouble;
        bad.first = bad.count++ == 0 ? row : bad.first;
    }

    void take_cell(std::string_view text, Content content, domain::SeenColumn& column) {
        if (text.empty()) {
            ++column.empty;
            return;
        }
        ++column.filled;
        domain::SeenValue value{domain::UntrustedText(std::string(text)), {}, {}};
        switch (content) {
        case Content::text: break;
        case Content::time: {
            value.time = date_of(text, csv_.date_formats);
            const auto other = date_of(text, other_dates_);
            compare(value.time.has_value(), other.has_value(), value.time == other, column);
            break;
        }
        case Content::money: {
            auto one = plain_decimal(text, csv_.decimal);
            const auto other = plain_decimal(text, exchanged(csv_.decimal));
            compare(one.ok(), other.ok(), one.ok() && other.ok() && *one == *other, column);
            value.decimal = one.ok() ? std::optional(*std::move(one)) : std::nullopt;
            break;
        }
        }
        const auto same = [&](const domain::SeenValue& seen) { return seen.text == value.text; };
        if (column.values.size() < shown_values && std::none_of(column.values.begin(), column.values.end(), same)) {
            column.values.push_back(std::move(value));
        }
    }

    static void compare(bool one, bool other, bool equal, domain::SeenColumn& column) {
        column.unclear += one && other && !equal ? 1 : 0;
        column.settled += one && !other ? 1 : 0;
        column.against += other && !one ? 1 : 0;
    }

    const CsvMapping& csv_;
    domain::FileLook& look_;
    Formats other_dates_;
    std::vector<Content> contents_;
    std::array<domain::BadRows, domain::row_trouble_count> bad_{};
    bool has_header_ = false;
};

base::Done read_cells(const std::filesystem::path& file, const CsvMapping& csv, domain::FileLook& look,
                      const std::function<bool()>& go_on) {
    QFile device(QString::fromStdString(file.string()));
    if (!device.open(QIODevice::ReadOnly)) {
        return base::Fault{device.exists() ? base::FaultCode::unreadable : base::FaultCode::not_found,
                           "the file cannot be opened: " + device.errorString().toStdString(), file.string()};
    }
    Cells cells(csv, look);
    CsvReader reader(CsvRules{.delimiter = csv.delimiter, .encoding = csv.encoding});
    std::vector<CsvRow> rows;
    const auto hand_on = [&] {
        for (const CsvRow& row : rows) {
            cells.take(row);
        }
        rows.clear();
    };
    while (!device.atEnd()) {
        if (!go_on()) {
            return base::Fault{base::FaultCode::cancelled, "not wanted any more", file.string()};
        }
        const QByteArray block = device.read(block_bytes);
        if (block.isEmpty()) {
            return base::Fault{base::FaultCode::unreadable, device.errorString().toStdString(), file.string()};
        }
        reader.feed({block.constData(), static_cast<std::size_t>(block.size())}, rows);
        hand_on();
    }
    reader.finish(rows);
    hand_on();
    cells.finish();
    return {};
}

/// The cell of a row as it stands in the file.
domain::UntrustedText cell_of(const std::string& raw, std::size_t column, const CsvMapping& csv) {
    CsvReader reader(CsvRules{.delimiter = csv.delimiter, .encoding = csv.encoding});
    std::vector<CsvRow> rows;
    reader.feed(raw, rows);
    reader.finish(rows);
    return rows.empty() || rows.front().fields.size() <= column
               ? domain::UntrustedText()
               : domain::UntrustedText(std::string(trimmed(rows.front().fields[column])));
}

void take_item(const Item& item, const CsvMapping& csv, domain::FileLook& look) {
    if (const auto* event = std::get_if<domain::Event>(&item.what)) {
        if (std::holds_alternative<domain::TransactionVersion>(event->payload)) {
            ++look.orders;
            look.first = look.first ? std::min(*look.first, event->time) : event->time;
            look.last = look.last ? std::max(*look.last, event->time) : event->time;
        }
    } else if (const auto* bad = std::get_if<Quarantined>(&item.what)) {
        ++look.set_aside;
        for (std::size_t number = 0; number < look.columns.size(); ++number) {
            domain::SeenColumn& column = look.columns[number];
            if (bad->place.column.empty() || trimmed(column.name.bytes()) != bad->place.column) {
                continue;
            }
            if (column.unreadable++ == 0) {
                column.first_unreadable = bad->place.row;
                column.unreadable_text = cell_of(bad->raw, number, csv);
            }
            return;
        }
    }
}

base::Done read_as_import(const std::filesystem::path& file, const Mapping& mapping, const ReadOptions& options,
                          domain::FileLook& look, const std::function<bool()>& go_on) {
    const auto reader = Reader::open(file, mapping, options);
    if (!reader) {
        look.fault = reader.fault();
        return {};
    }
    while (true) {
        if (!go_on()) {
            return base::Fault{base::FaultCode::cancelled, "not wanted any more", file.string()};
        }
        const auto items = (*reader)->next(items_at_once);
        if (!items) {
            return items.fault();
        }
        if (items->empty()) {
            break;
        }
        for (const Item& item : *items) {
            take_item(item, *mapping.csv, look);
        }
    }
    const Summary summary = (*reader)->summary();
    look.sums = summary.event_sums;
    look.repeated = summary.repeated_rows;
    return {};
}

} // namespace

base::Result<domain::FileLook> preview(const std::filesystem::path& file, const Mapping& mapping,
                                       const ReadOptions& options, const std::function<bool()>& go_on) {
    domain::FileLook look;
    if (!mapping.csv) {
        return base::Fault{base::FaultCode::invalid_argument, "only a table has columns", file.string()};
    }
    REEVE_TRY(read_cells(file, *mapping.csv, look, go_on));
    REEVE_TRY(read_as_import(file, mapping, options, look, go_on));
    return look;
}

} // namespace mapping
