// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/reader_pool.h"
#include "app/ports/archive.h"

#include <filesystem>

namespace archive {

/// History out of a store's folder, on threads of its own. Works beside a keeper in this process or in another one.
class Archive final : public ports::Archive {
public:
    explicit Archive(std::filesystem::path folder)
        : pool_(std::move(folder)) {}

    void page(ports::FeedQuery query, ports::Reply<ports::FeedPage> reply) override;
    void open_cases(ports::Reply<ports::CaseChanges> reply) override;
    void case_file(domain::TransactionKey key, ports::Reply<ports::CaseFile> reply) override;
    void original(std::uint64_t index, ports::Reply<domain::UntrustedText> reply) override;
    void quarantine(std::optional<std::uint64_t> before, std::uint32_t limit,
                    ports::Reply<std::vector<ports::QuarantineRow>> reply) override;

private:
    template <class T, class Answer>
    void ask(ports::Reply<T> reply, Answer answer);

    ReaderPool pool_;
};

} // namespace archive
