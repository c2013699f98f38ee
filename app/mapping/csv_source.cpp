// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/csv_reader.h"
#include "app/mapping/row_mapper.h"
#include "app/mapping/source.h"

#include <QIODevice>

#include <optional>
#include <utility>

namespace mapping {

namespace {

class CsvSource final : public DeviceReader {
public:
    CsvSource(std::unique_ptr<QIODevice> device, const CsvMapping& mapping, Emitter emitter)
        : DeviceReader(std::move(device), std::move(emitter))
        , mapping_(mapping)
        , reader_(CsvRules{.delimiter = mapping.delimiter, .encoding = mapping.encoding}) {}

    /// Reads up to the header and matches it with the mapping.
    [[nodiscard]] base::Done begin(const std::string& name) {
        while (rows_.empty() && !ended()) {
            REEVE_TRY(read_block());
        }
        if (rows_.empty()) {
            return base::Fault{base::FaultCode::malformed, "the file is empty", name};
        }
        const CsvRow header = std::move(rows_.front());
        if (header.fault) {
            base::Fault fault = *header.fault;
            fault.detail = looks_like_utf16(header.raw) ? "the file is UTF-16; save it as UTF-8 and try again"
                                                        : "the header cannot be read: " + fault.detail;
            fault.where = name + ", " + fault.where;
            return fault;
        }
        auto columns = Columns::bind(header.fields, mapping_);
        if (!columns) {
            base::Fault fault = std::move(columns).fault();
            fault.where = name + ", " + fault.where;
            return fault;
        }
        mapper_.emplace(*std::move(columns), mapping_, emitter());
        rows_.erase(rows_.begin());
        map_rows();
        if (ended()) {
            mapper_->finish();
        }
        return {};
    }

private:
    static bool looks_like_utf16(std::string_view bytes) {
        return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    }

    void take(std::string_view bytes) override {
        reader_.feed(bytes, rows_);
        map_rows();
    }

    void end() override {
        reader_.finish(rows_);
        map_rows();
        if (mapper_) {
            mapper_->finish();
        }
    }

    void map_rows() {
        if (!mapper_) {
            return;
        }
        for (const CsvRow& row : rows_) {
            mapper_->take(row);
        }
        rows_.clear();
    }

    CsvMapping mapping_;
    CsvReader reader_;
    std::vector<CsvRow> rows_;
    std::optional<RowMapper> mapper_;
};

} // namespace

Opened open_csv(std::unique_ptr<QIODevice> device, const std::string& name, const CsvMapping& mapping,
                Emitter emitter) {
    auto source = std::make_unique<CsvSource>(std::move(device), mapping, std::move(emitter));
    REEVE_TRY(source->begin(name));
    return std::unique_ptr<Reader>(std::move(source));
}

} // namespace mapping
