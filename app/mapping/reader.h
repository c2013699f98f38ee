// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/item.h"
#include "app/mapping/mapping.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

class QIODevice;

namespace mapping {

/// What a caller may say over the mapping's own words.
struct ReadOptions {
    std::string dataset; ///< empty: as the mapping says
    std::string period;  ///< empty: by the mapping's period rule, from the file name
};

/// Reads one input through one mapping, batch by batch, in memory bounded by the batch and by 64 bytes for each
/// distinct row (needed to number equal rows). The same bytes give the same items, byte for byte, on every machine.
/// Used by one thread at a time; only cancel() may be called from another.
class Reader {
public:
    /// Opens a file. Faults: unreadable, not_found; malformed or not_found with the column when the header lacks what
    /// the mapping needs; invalid_argument when no period is given or found in the file name.
    [[nodiscard]] static base::Result<std::unique_ptr<Reader>>
    open(const std::filesystem::path& file, const Mapping& mapping, const ReadOptions& options = {});
    /// The same over an open device; `name` stands for the file name in the period rule and in faults.
    [[nodiscard]] static base::Result<std::unique_ptr<Reader>> over(std::unique_ptr<QIODevice> device,
                                                                    const std::string& name, const Mapping& mapping,
                                                                    const ReadOptions& options = {});

    virtual ~Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// The next items, at most `most` of them; empty means the end.
    /// Faults: unreadable (the device failed), cancelled. After a fault the reader stays at its end.
    [[nodiscard]] virtual base::Result<std::vector<Item>> next(std::size_t most = 1000) = 0;

    [[nodiscard]] virtual Progress progress() const = 0;
    /// Whole after next() has returned an empty batch.
    [[nodiscard]] virtual Summary summary() const = 0;
    [[nodiscard]] virtual const domain::SourceId& source() const = 0;
    /// Makes the next call of next() answer `cancelled`. Safe from any thread.
    virtual void cancel() = 0;

protected:
    Reader() = default;
};

/// Reads a whole input only to know what it is: counts, sums and the content digest, before anything is stored.
/// Faults as Reader::open() and Reader::next().
[[nodiscard]] base::Result<Summary> survey(const std::filesystem::path& file, const Mapping& mapping,
                                           const ReadOptions& options = {});

} // namespace mapping
