// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/keyed_hash.h"
#include "app/store/backend.h"
#include "app/store/block.h"
#include "app/store/reader.h"
#include "app/store/statements.h"
#include "app/store/tail_index.h"

#include <functional>
#include <memory>
#include <set>

namespace store {

/// Private to the reader's files.
class Reader::Impl {
public:
    Impl(std::filesystem::path folder, std::unique_ptr<Connection> connection, base::KeyedHash hash)
        : folder_(std::move(folder))
        , connection_(std::move(connection))
        , statements_(*connection_)
        , hash_(hash) {}

    /// Runs a block of reads against one committed state.
    template <class Read>
    [[nodiscard]] auto in_one_state(Read read) -> decltype(read()) {
        if (const auto begun = connection_->begin_read(); !begun) {
            return begun.fault();
        }
        auto answer = read();
        connection_->rollback();
        return answer;
    }

    /// Visits entries that pass, in the page's direction, until `visit` answers false. Without bodies.
    [[nodiscard]] base::Done search(const EntryFilter& filter, const PageRequest& page,
                                    const std::function<bool(Entry)>& visit);

    template <class Row, class Bind, class Read>
    [[nodiscard]] base::Result<std::vector<Row>> list(std::string_view constant_sql, Bind bind, Read read) {
        std::vector<Row> rows;
        REEVE_TRY(statements_.each(constant_sql, bind, [&](const Statement& row) -> base::Done {
            base::Result<Row> found = read(row);
            if (!found) {
                return found.fault();
            }
            rows.push_back(std::move(*found));
            return {};
        }));
        return rows;
    }
    [[nodiscard]] base::Result<std::uint64_t> number(std::string_view constant_sql);

    std::filesystem::path folder_;
    std::unique_ptr<Connection> connection_;
    Statements statements_;
    base::KeyedHash hash_;
    SqliteBackend backend_;
    TailIndex tail_;
};

} // namespace store
