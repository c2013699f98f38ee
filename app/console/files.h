// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/files.h"

#include <QThreadPool>

#include <atomic>
#include <cstdint>
#include <filesystem>

namespace console {

/// Files into the record, on a thread of their own and through the keeper's door, as `reevectl import` does it beside
/// a running console: the same mapping, the same batches, the same refusals.
class Files final : public ports::Files {
public:
    /// `store`: the folder whose keeper writes.
    Files(std::filesystem::path store, const base::Clock& clock);
    ~Files() override;

    void offer(std::string path, ports::Reply<ports::FileOffer> reply) override;
    void look(ports::FileOffer offer, bool refit, ports::Reply<ports::OfferLook> reply) override;
    void import(ports::FileOffer offer, ports::Subscription<ports::ImportProgress> progress,
                ports::Reply<ports::ImportSummary> reply) override;
    void cancel() override { cancelled_ = true; }

private:
    std::filesystem::path store_;
    const base::Clock& clock_;
    std::atomic<std::uint64_t> looks_ = 0;
    QThreadPool pool_;
    std::atomic<bool> cancelled_ = false;
    std::atomic<bool> running_ = false;
};

} // namespace console
