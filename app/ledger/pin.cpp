// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/pin.h"

#include "app/base/file.h"

namespace ledger {

namespace {

constexpr std::size_t longest_file = 64 * 1024;

base::Fault at(const std::filesystem::path& path, base::Fault fault) {
    fault.where = path.string();
    return fault;
}

} // namespace

base::Result<std::optional<SignedCheckpoint>> Pin::read() const {
    using Found = std::optional<SignedCheckpoint>;
    const auto note = base::read_small_file(path_, longest_file);
    if (!note) {
        return note.fault().code == base::FaultCode::not_found ? base::Result<Found>(Found())
                                                               : base::Result<Found>(note.fault());
    }
    auto checkpoint = read_checkpoint(*note);
    return checkpoint ? base::Result<Found>(Found(std::move(*checkpoint)))
                      : base::Result<Found>(at(path_, checkpoint.fault()));
}

base::Done Pin::write(const SignedCheckpoint& checkpoint) const {
    const auto pinned = read();
    if (!pinned) {
        return pinned.fault();
    }
    if (pinned->has_value()) {
        const auto same_record = compare_with_pin((*pinned)->checkpoint, checkpoint.checkpoint);
        if (!same_record) {
            return at(path_, same_record.fault());
        }
    }
    return base::write_file_atomically(path_, ledger::write(checkpoint));
}

base::Done compare_with_pin(const Checkpoint& pinned, const Checkpoint& now) {
    const auto sizes = [&] {
        return "pinned " + std::to_string(pinned.size) + " leaves, the record has " + std::to_string(now.size);
    };
    if (pinned.origin != now.origin) {
        return base::Fault{base::FaultCode::conflict, "the pin belongs to another record", pinned.origin};
    }
    if (now.size < pinned.size) {
        return base::Fault{base::FaultCode::stale, "the record is shorter than it was", sizes()};
    }
    if (now.size == pinned.size && now.root != pinned.root) {
        return base::Fault{base::FaultCode::conflict, "the record has another root than the one pinned", sizes()};
    }
    return {};
}

} // namespace ledger
