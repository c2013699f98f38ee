// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/mapping.h"
#include "app/mapping/shipped.h"

#include <QFile>
#include <QString>

namespace mapping {

namespace {

/// Far beyond any honest mapping; keeps a mistaken path to a data file out of memory.
constexpr qint64 max_document_bytes = qint64{1} << 20;

std::string names_in_one_line() {
    std::string line;
    for (const std::string& name : shipped_names()) {
        line += line.empty() ? name : ", " + name;
    }
    return line;
}

} // namespace

std::vector<std::string> shipped_names() {
    std::vector<std::string> names;
    for (const ShippedDocument& document : shipped_documents()) {
        names.emplace_back(document.name);
    }
    return names;
}

base::Result<Mapping> shipped(std::string_view name) {
    for (const ShippedDocument& document : shipped_documents()) {
        if (document.name == name) {
            return parse(document.json);
        }
    }
    return base::Fault{base::FaultCode::not_found,
                       "no mapping of this name comes with the program; there are " + names_in_one_line(),
                       std::string(name)};
}

base::Result<Mapping> load(const std::filesystem::path& file) {
    QFile device(QString::fromStdString(file.string()));
    if (!device.open(QIODevice::ReadOnly)) {
        return base::Fault{device.exists() ? base::FaultCode::unreadable : base::FaultCode::not_found,
                           "the mapping file cannot be read: " + device.errorString().toStdString(), file.string()};
    }
    const QByteArray bytes = device.read(max_document_bytes + 1);
    if (bytes.size() > max_document_bytes) {
        return base::Fault{base::FaultCode::too_large, "a mapping file has at most 1 MiB", file.string()};
    }
    auto mapping = parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!mapping) {
        base::Fault fault = std::move(mapping).fault();
        fault.where = file.string() + (fault.where.empty() ? "" : ": " + fault.where);
        return fault;
    }
    return mapping;
}

base::Result<Mapping> find(std::string_view name_or_path) {
    if (auto known = shipped(name_or_path); known || known.fault().code != base::FaultCode::not_found) {
        return known;
    }
    auto loaded = load(std::filesystem::path(std::string(name_or_path)));
    if (!loaded && loaded.fault().code == base::FaultCode::not_found) {
        return base::Fault{base::FaultCode::not_found,
                           "there is neither a file of this name nor a shipped mapping; shipped are " +
                               names_in_one_line(),
                           std::string(name_or_path)};
    }
    return loaded;
}

} // namespace mapping
