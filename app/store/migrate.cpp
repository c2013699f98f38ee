// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/backend.h"

namespace store {

namespace {

base::Fault newer(int found, std::size_t known) {
    return base::Fault{base::FaultCode::newer_version,
                       "the store has schema " + std::to_string(found) + " and this program knows " +
                           std::to_string(known) + "; use the newer program that wrote it",
                       {}};
}

base::Done run(const Backend& backend, Connection& connection, int number, const Migration& migration) {
    REEVE_TRY(connection.begin_write());
    auto done = connection.execute(migration.sql);
    if (done) {
        done = backend.set_schema(connection, number);
    }
    if (done) {
        done = connection.commit();
    }
    if (!done) {
        connection.rollback();
        base::Fault fault = done.fault();
        fault.where = "migration " + std::to_string(number) + ", " + std::string(migration.name);
        return fault;
    }
    return {};
}

} // namespace

base::Done migrate(const Backend& backend, Connection& connection) {
    const auto found = backend.schema(connection);
    if (!found) {
        return found.fault();
    }
    const auto steps = backend.migrations();
    if (*found < 0 || static_cast<std::size_t>(*found) > steps.size()) {
        return newer(*found, steps.size());
    }
    for (auto at = static_cast<std::size_t>(*found); at < steps.size(); ++at) {
        REEVE_TRY(run(backend, connection, static_cast<int>(at) + 1, steps[at]));
    }
    return {};
}

base::Done check_schema(const Backend& backend, Connection& connection) {
    const auto found = backend.schema(connection);
    if (!found) {
        return found.fault();
    }
    const auto known = backend.migrations().size();
    if (*found < 0 || static_cast<std::size_t>(*found) > known) {
        return newer(*found, known);
    }
    if (static_cast<std::size_t>(*found) < known) {
        return base::Fault{base::FaultCode::stale,
                           "the store is of an older version; open it once for writing to bring it up to date",
                           {}};
    }
    return {};
}

} // namespace store
