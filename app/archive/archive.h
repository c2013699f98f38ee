// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/reader_pool.h"
#include "app/ports/archive.h"

#include <filesystem>

namespace archive {

/// History out of a store's folder, on threads of its own. Works beside a keeper in this process or in another one.
class Archive final : public ports::Archive {
public:
    enum class Start { now, later };

    /// With `later` questions wait until open() or refuse(): the store is still being made or opened.
    /// `clock`: by which delegations of authority run; null: the system's.
    explicit Archive(std::filesystem::path folder, Start start = Start::now, const base::Clock* clock = nullptr)
        : pool_(std::move(folder), start == Start::now)
        , clock_(clock) {}

    void open() { pool_.open(); }
    void refuse(const base::Fault& fault) { pool_.refuse(fault); }

    void page(ports::FeedQuery query, ports::Reply<ports::FeedPage> reply) override;
    void own_tiers(std::uint64_t first, std::uint64_t last, ports::Reply<ports::OwnTiers> reply) override;
    void open_cases(ports::Reply<ports::CaseChanges> reply) override;
    void case_file(domain::TransactionKey key, ports::Reply<ports::CaseFile> reply) override;
    void original(std::uint64_t index, ports::Reply<domain::UntrustedText> reply) override;
    void quarantine(ports::AsideQuery query, ports::Reply<ports::QuarantinePage> reply) override;
    void conflicts(ports::AsideQuery query, ports::Reply<ports::ConflictPage> reply) override;
    void gaps(ports::GapQuery query, ports::Reply<ports::GapPage> reply) override;

private:
    template <class T, class Answer>
    void ask(ports::Reply<T> reply, Answer answer);

    ReaderPool pool_;
    const base::Clock* clock_;
};

} // namespace archive
