// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mapping/reader.h"
#include "app/stream/reading.h"

#include <utility>
#include <variant>

namespace stream {

namespace {

/// What a mapping makes of a file, as frames.
class MappedReading final : public Reading {
public:
    explicit MappedReading(std::unique_ptr<mapping::Reader> reader)
        : reader_(std::move(reader)) {}

    [[nodiscard]] base::Result<std::vector<Dated>> next(std::size_t most) override {
        std::vector<Dated> found;
        while (found.empty()) { // a batch of nothing but outcomes is not the end
            auto items = reader_->next(most);
            if (!items) {
                return std::move(items).fault();
            }
            if (items->empty()) {
                return found;
            }
            for (mapping::Item& item : *items) {
                take(std::move(item), found);
            }
        }
        return found;
    }

private:
    static void take(mapping::Item item, std::vector<Dated>& into) {
        if (auto* event = std::get_if<domain::Event>(&item.what)) {
            into.push_back(
                {{.sequence = event->sequence, .first = event->sequence, .bytes = std::move(event->raw), .fault = {}},
                 event->time});
        } else if (auto* bad = std::get_if<mapping::Quarantined>(&item.what)) {
            base::Fault fault = std::move(bad->reason);
            fault.where = mapping::describe(item.place);
            into.push_back(
                {{.sequence = 0, .first = 0, .bytes = std::move(bad->raw), .fault = std::move(fault)}, std::nullopt});
        }
    }

    std::unique_ptr<mapping::Reader> reader_;
};

} // namespace

std::unique_ptr<Reading> read_mapped(std::unique_ptr<mapping::Reader> reader) {
    return std::make_unique<MappedReading>(std::move(reader));
}

} // namespace stream
