// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/roster_file.h"

#include "app/crypto/signing.h"
#include "app/json/reader.h"
#include "app/json/value.h"
#include "app/premises/private_file.h"
#include "app/wire/signed_bytes.h"

#include <QFile>

namespace ctl {

namespace {

constexpr std::string_view roster_prefix = "reeve-roster/v1\n";
constexpr qint64 most_bytes = qint64{1} << 20;

base::Result<std::string> read_file(const std::filesystem::path& file) {
    QFile device(QString::fromStdString(file.string()));
    if (!device.exists()) {
        return base::Fault{base::FaultCode::not_found, "there is no such file", file.string()};
    }
    if (!device.open(QIODevice::ReadOnly)) {
        return base::Fault{base::FaultCode::unreadable, device.errorString().toStdString(), file.string()};
    }
    return device.read(most_bytes).toStdString();
}

base::Fault in_file(base::Fault fault, const std::filesystem::path& file) {
    fault.where = file.string() + (fault.where.empty() ? "" : ": " + fault.where);
    return fault;
}

} // namespace

base::Result<domain::Roster> read_draft(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) {
        return text.fault();
    }
    const auto canonical = json::canonicalize(*text);
    if (!canonical) {
        return in_file(canonical.fault(), file);
    }
    auto roster = wire::decode_roster(std::string(roster_prefix) + *canonical);
    if (!roster) {
        return in_file(std::move(roster).fault(), file);
    }
    return roster;
}

base::Done write_draft(const std::filesystem::path& file, const domain::Roster& roster) {
    const std::string bytes = wire::roster_bytes(roster);
    const auto document = json::Document::parse(std::string_view(bytes).substr(roster_prefix.size()));
    if (!document) {
        return in_file(document.fault(), file);
    }
    return premises::write_open_file(file, json::pretty(json::Value::from(document->root())) + "\n");
}

base::Result<domain::SignedRoster> read_signed(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) {
        return text.fault();
    }
    const auto envelope = wire::decode_envelope(*text);
    if (!envelope) {
        return in_file(envelope.fault(), file);
    }
    auto roster = wire::open_roster(*envelope);
    if (!roster) {
        return in_file(std::move(roster).fault(), file);
    }
    if (!crypto::verify(roster->key, roster->signed_bytes, roster->signature)) {
        return base::Fault{base::FaultCode::bad_signature, "the roster is not signed by the key that it names",
                           file.string()};
    }
    return roster;
}

base::Done write_signed(const std::filesystem::path& file, const domain::SignedRoster& roster) {
    return premises::write_open_file(file, wire::encode_envelope(wire::envelope_of(roster)) + "\n");
}

} // namespace ctl
