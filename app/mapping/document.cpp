// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/reader.h"
#include "app/mapping/document_parts.h"
#include "app/mapping/mapping.h"

#include <QRegularExpression>
#include <QString>

#include <array>

namespace mapping {

namespace {

using base::FaultCode;
using json::Fields;
using json::Trouble;
using json::View;

constexpr std::array<CsvField, 14> all_csv_fields{{
    {"time", &CsvMapping::time},
    {"amount", &CsvMapping::amount},
    {"net", &CsvMapping::net},
    {"tax", &CsvMapping::tax},
    {"currency", &CsvMapping::currency},
    {"agent", &CsvMapping::agent},
    {"agent_name", &CsvMapping::agent_name},
    {"owner", &CsvMapping::owner},
    {"supplier", &CsvMapping::supplier},
    {"category", &CsvMapping::category},
    {"description", &CsvMapping::description},
    {"cost_centre", &CsvMapping::cost_centre},
    {"po_number", &CsvMapping::po_number},
    {"reference", &CsvMapping::reference},
}};

void read_period(View view, Trouble& trouble, Mapping& mapping) {
    Fields fields(view, trouble);
    fields.refuse_others({"constant", "file_name"});
    mapping.period = fields.optional_string("constant");
    mapping.period_pattern = fields.optional_string("file_name");
    if (!mapping.period_pattern.empty()) {
        const QRegularExpression pattern(QString::fromStdString(mapping.period_pattern));
        if (!pattern.isValid() || pattern.captureCount() < 1) {
            fields.blame("file_name", FaultCode::invalid_argument,
                         "a regular expression with one group is needed, e.g. \"([0-9]{4}-[0-9]{2})\"");
        }
    }
}

} // namespace

std::span<const CsvField> csv_fields() {
    return all_csv_fields;
}

base::Result<Mapping> parse(std::string_view json) {
    auto document = json::Document::parse(json);
    if (!document) {
        return std::move(document).fault();
    }
    Trouble trouble;
    if (!document->root().is_object()) {
        return base::Fault{FaultCode::malformed, "a mapping is a JSON object", {}};
    }
    Fields fields(document->root(), trouble);
    fields.refuse_others({"$schema", "reeve_mapping", "name", "title", "dataset", "period", "csv", "chat"});
    if (fields.int32("reeve_mapping") != 1) {
        fields.blame("reeve_mapping", FaultCode::unsupported, "this program reads mappings of version 1");
    }
    Mapping mapping;
    mapping.name = fields.string("name");
    mapping.title = fields.optional_string("title");
    mapping.dataset = fields.string("dataset");
    if (const auto period = fields.optional_object("period")) {
        read_period(*period, trouble, mapping);
    }
    if (const auto csv = fields.optional_object("csv")) {
        mapping.csv = read_csv(*csv, trouble);
    }
    if (const auto chat = fields.optional_object("chat")) {
        mapping.chat = read_chat(*chat, trouble);
    }
    if (mapping.csv.has_value() == mapping.chat.has_value()) {
        fields.blame({}, FaultCode::invalid_argument, "a mapping has either \"csv\" or \"chat\"");
    }
    REEVE_TRY(trouble.done());
    return mapping;
}

} // namespace mapping
