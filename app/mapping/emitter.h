// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/item.h"
#include "app/mapping/row_ids.h"

#include <deque>
#include <string>
#include <string_view>

namespace mapping {

/// The way out of a reader: numbers the events of the source, writes their bytes, keeps the sums. Quarantine entries
/// and outcomes take the same way, so that the order of the input is kept.
class Emitter {
public:
    Emitter(domain::SourceId source, std::string dataset, std::string period);

    /// An event at a place. `upstream` are the input's own bytes, which ride along when `upstream_type` is not empty.
    /// What would be larger than the protocol allows becomes a quarantine entry, and the answer is false.
    bool event(const Place& place, const std::string& id, domain::EventType type, base::Instant time,
               domain::Payload payload, std::string_view upstream_type = {}, std::string_view upstream = {});
    void quarantine(const Place& place, const std::string& id, base::Fault reason, std::string raw,
                    std::optional<domain::Money> amount);
    void outcome(const Place& place, domain::ConversationId conversation, std::string json);

    /// Makes a version of a transaction with its digest.
    [[nodiscard]] domain::TransactionVersion version_of(domain::TransactionId id, domain::Subject subject) const;

    [[nodiscard]] std::size_t waiting() const { return items_.size(); }
    [[nodiscard]] std::vector<Item> take(std::size_t most);

    [[nodiscard]] const domain::SourceId& source() const { return summary_.source; }
    [[nodiscard]] Summary& summary() { return summary_; }
    [[nodiscard]] const Summary& summary() const { return summary_; }

private:
    void add_up(const Place& place, std::map<std::string, domain::Money>& sums, const domain::Money& amount);

    Summary summary_;
    std::uint64_t sequence_ = 0;
    std::deque<Item> items_;
};

} // namespace mapping
