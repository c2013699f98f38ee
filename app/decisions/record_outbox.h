// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/courier/outbox.h"
#include "app/record/writer.h"
#include "app/store/reader.h"

#include <filesystem>
#include <memory>

namespace decisions {

/// The courier's durable side over the record: every move is a commit on the writing thread.
class RecordOutbox final : public courier::Outbox {
public:
    RecordOutbox(record::Writer& writer, std::filesystem::path store);

    void open_entries(QObject* context, courier::Reply<std::vector<courier::Entry>> reply) override;
    void find(const domain::DecisionId& id, QObject* context,
              courier::Reply<std::optional<courier::Entry>> reply) override;
    void commit(const courier::Move& move, QObject* context, courier::Reply<void> reply) override;

private:
    record::Writer& writer_;
    std::filesystem::path store_;
    std::shared_ptr<std::optional<store::Reader>> reader_; ///< of the writing thread
};

} // namespace decisions
