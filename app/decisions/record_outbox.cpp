// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/record_outbox.h"

#include "app/courier/cause.h"
#include "app/ports/reply.h"
#include "app/wire/signed_bytes.h"

namespace decisions {

namespace {

/// The decision with its bytes, as the courier sends it. Faults: corrupt.
base::Result<courier::Entry> entry_of(const store::DecisionRow& row) {
    auto decision = wire::decode_decision(row.signed_bytes);
    if (!decision) {
        return base::Fault{base::FaultCode::corrupt, decision.fault().detail, row.id.bytes()};
    }
    return courier::Entry{{std::move(decision).value(), row.signed_bytes, row.key, row.signature}, row.state};
}

base::Result<std::vector<courier::Entry>> entries_of(const std::vector<store::DecisionRow>& rows) {
    std::vector<courier::Entry> entries;
    for (const store::DecisionRow& row : rows) {
        if (row.signed_bytes.empty()) {
            continue; // drafted or refused here: nothing to send
        }
        auto entry = entry_of(row);
        if (!entry) {
            return entry.fault();
        }
        entries.push_back(std::move(entry).value());
    }
    return entries;
}

record::DecisionMove move_of(const courier::Move& move) {
    record::DecisionMove written;
    written.decision = move.decision;
    written.to = move.to;
    written.cause = move.fault ? std::string(courier::cause_of(*move.fault)) : std::string();
    written.attempted = move.to == domain::DecisionState::sent;
    return written;
}

/// The record says "refused" for a move that its table forbids; for the courier that means somebody was faster.
base::Fault as_courier_fault(base::Fault fault) {
    if (fault.code == base::FaultCode::refused) {
        fault.code = base::FaultCode::stale;
    }
    return fault;
}

} // namespace

RecordOutbox::RecordOutbox(record::Writer& writer, std::filesystem::path store)
    : writer_(writer)
    , store_(std::move(store))
    , reader_(std::make_shared<std::optional<store::Reader>>()) {}

void RecordOutbox::open_entries(QObject* context, courier::Reply<std::vector<courier::Entry>> reply) {
    const ports::Reply<std::vector<courier::Entry>> answer(context, std::move(reply));
    writer_.post([answer](record::Recorder& recorder) {
        const auto rows = recorder.unsettled();
        answer(rows ? entries_of(*rows) : base::Result<std::vector<courier::Entry>>(rows.fault()));
    });
}

void RecordOutbox::find(const domain::DecisionId& id, QObject* context,
                        courier::Reply<std::optional<courier::Entry>> reply) {
    using Found = std::optional<courier::Entry>;
    const ports::Reply<Found> answer(context, std::move(reply));
    writer_.post([answer, id, reader = reader_, store = store_](record::Recorder&) {
        if (!reader->has_value()) {
            auto opened = store::Reader::open(store);
            if (!opened) {
                answer(opened.fault());
                return;
            }
            *reader = std::move(opened).value();
        }
        const auto row = (*reader)->decision(id);
        if (!row) {
            row.fault().code == base::FaultCode::not_found ? answer(Found()) : answer(row.fault());
            return;
        }
        if (row->signed_bytes.empty()) {
            answer(Found());
            return;
        }
        auto entry = entry_of(*row);
        entry ? answer(Found(std::move(entry).value())) : answer(entry.fault());
    });
}

void RecordOutbox::commit(const courier::Move& move, QObject* context, courier::Reply<void> reply) {
    const ports::Reply<void> answer(context, std::move(reply));
    writer_.post([answer, move, writer = &writer_](record::Recorder& recorder) {
        const auto written =
            move.receipt ? recorder.keep_receipt(*move.receipt) : recorder.move_decision(move_of(move));
        if (!written) {
            answer(as_courier_fault(written.fault()));
            return;
        }
        writer->publish(*written);
        answer(base::Done());
    });
}

} // namespace decisions
