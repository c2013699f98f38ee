// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/message.h"

#include "app/handover/message_stream.h"
#include "app/wire/api.h"
#include "app/wire/signed_bytes.h"

#include <limits>
#include <optional>

namespace handover {

namespace {

constexpr const char* version = REEVE_VERSION;

base::Fault malformed() {
    return base::Fault{base::FaultCode::malformed, "a message between two Reeve processes is broken", {}};
}

void put_envelope(Writer& out, const wire::Envelope& envelope) {
    out.put(envelope.signed_bytes);
    out.put(envelope.key);
    out.put(envelope.signature);
}

wire::Envelope envelope(Reader& in) {
    wire::Envelope read;
    read.signed_bytes = in.text();
    read.key = in.array<32>();
    read.signature = in.array<64>();
    return read;
}

void put_fault(Writer& out, const base::Fault& fault) {
    out.put(static_cast<std::uint64_t>(fault.code));
    out.put(fault.detail);
    out.put(fault.where);
}

/// Nothing for a code that there is not.
std::optional<base::Fault> fault(Reader& in) {
    base::Fault read;
    const std::uint64_t code = in.number();
    read.code = static_cast<base::FaultCode>(code);
    read.detail = in.text();
    read.where = in.text();
    return code <= static_cast<std::uint64_t>(base::FaultCode::internal) ? std::optional(std::move(read))
                                                                         : std::nullopt;
}

struct PutJob {
    Writer& out;

    void operator()(const Append& job) const {
        out.put(std::uint64_t{job.frames.size()});
        for (const record::Frame& frame : job.frames) {
            out.put(frame.bytes);
            out.put(frame.received);
            out.put(frame.feed.bytes());
            out.put(frame.place);
            out.put(frame.batch);
            out.put(frame.carries);
            put(frame.unreadable);
            out.put(std::uint64_t{frame.given_up.size()});
            for (const record::SequenceRange& range : frame.given_up) {
                out.put(range);
            }
        }
    }
    void operator()(const BeginBatch& job) const {
        out.put(job.source.bytes());
        out.put(job.content);
    }
    void operator()(const EndBatch& job) const { out.put(job.number); }
    void operator()(const ResolveBatch& job) const {
        out.put(job.number);
        out.put(std::uint64_t{job.keep});
        out.put(job.by.bytes());
    }
    void operator()(const Decide& job) const {
        put_envelope(out, wire::envelope_of(job.decision));
        out.put(static_cast<std::uint64_t>(job.state));
    }
    void operator()(const KeepRoster& job) const {
        out.put(job.source.bytes());
        put_envelope(out, wire::envelope_of(job.roster));
    }
    void operator()(const MakePlan& job) const {
        out.put(job.transaction.bytes());
        out.put(std::string(job.amount ? job.amount->currency.code() : std::string_view()));
        out.put(job.amount ? job.amount->minor : std::int64_t{0});
    }
    void operator()(const AskWho&) const {}
    void operator()(const KeepPolicy& job) const {
        out.put(record::write(job.step));
        out.put(job.source.bytes());
        out.put(job.id.bytes());
    }
    void operator()(const NoteView& job) const {
        out.put(job.key.source.bytes());
        out.put(job.key.id.bytes());
        out.put(std::int64_t{job.version});
        out.put(job.person.bytes());
        out.put(job.time);
        out.put(job.body);
    }

private:
    void put(const std::optional<record::Unreadable>& unreadable) const {
        out.put(std::uint64_t{unreadable.has_value()});
        if (!unreadable) {
            return;
        }
        put_fault(out, unreadable->reason);
        out.put(unreadable->id.bytes());
        out.put(unreadable->amount ? std::string(unreadable->amount->currency.code()) : std::string());
        out.put(unreadable->amount ? unreadable->amount->minor : std::int64_t{0});
    }
};

record::SequenceRange range(Reader& in) {
    record::SequenceRange read;
    read.first = in.number();
    read.last = in.number();
    return read;
}

base::Result<record::Unreadable> unreadable(Reader& in) {
    record::Unreadable read;
    auto reason = fault(in);
    if (!reason) {
        return malformed();
    }
    read.reason = std::move(*reason);
    read.id = domain::EventId(in.text());
    const std::string currency = in.text();
    const std::int64_t minor = in.signed_number();
    if (!currency.empty()) {
        const auto known = domain::Currency::from_code(currency);
        if (!known) {
            return known.fault();
        }
        read.amount = domain::Money{minor, *known};
    }
    return read;
}

base::Result<Job> append_job(Reader& in) {
    Append job;
    for (std::uint64_t left = in.number(); left > 0 && in.good(); --left) {
        record::Frame frame;
        frame.bytes = in.text();
        frame.received = in.instant();
        frame.feed = domain::SourceId(in.text());
        frame.place = in.text();
        frame.batch = in.signed_number();
        frame.carries = range(in);
        if (in.number() != 0) {
            auto read = unreadable(in);
            if (!read) {
                return read.fault();
            }
            frame.unreadable = std::move(*read);
        }
        for (std::uint64_t ranges = in.number(); ranges > 0 && in.good(); --ranges) {
            frame.given_up.push_back(range(in));
        }
        job.frames.push_back(std::move(frame));
    }
    return Job(std::move(job));
}

base::Result<Job> decide_job(Reader& in) {
    auto decision = wire::open_decision(envelope(in));
    if (!decision) {
        return decision.fault();
    }
    const auto state = static_cast<domain::DecisionState>(in.number());
    if (state != domain::DecisionState::signed_ && state != domain::DecisionState::held) {
        return malformed();
    }
    return Job(Decide{std::move(decision).value(), state});
}

base::Result<Job> roster_job(Reader& in) {
    KeepRoster job;
    job.source = domain::SourceId(in.text());
    auto roster = wire::open_roster(envelope(in));
    if (!roster) {
        return roster.fault();
    }
    job.roster = std::move(roster).value();
    return Job(std::move(job));
}

base::Result<Job> policy_job(Reader& in) {
    auto step = record::read_policy_step(in.text());
    if (!step) {
        return step.fault();
    }
    KeepPolicy job;
    job.step = std::move(step).value();
    job.source = domain::SourceId(in.text());
    job.id = domain::EventId(in.text());
    return Job(std::move(job));
}

base::Result<Job> view_job(Reader& in) {
    NoteView job;
    job.key.source = domain::SourceId(in.text());
    job.key.id = domain::TransactionId(in.text());
    const std::int64_t number = in.signed_number();
    job.person = domain::PersonId(in.text());
    job.time = in.instant();
    job.body = in.text();
    if (number < 1 || number > std::numeric_limits<std::int32_t>::max()) {
        return malformed();
    }
    job.version = static_cast<std::int32_t>(number);
    return Job(std::move(job));
}

base::Result<Job> plan_job(Reader& in) {
    MakePlan job;
    job.transaction = domain::TransactionId(in.text());
    const std::string code = in.text();
    const std::int64_t minor = in.signed_number();
    if (!code.empty()) {
        const auto currency = domain::Currency::from_code(code);
        if (!currency) {
            return malformed();
        }
        job.amount = domain::Money{minor, *currency};
    }
    return Job(std::move(job));
}

base::Result<Job> job_of(std::uint64_t kind, Reader& in) {
    switch (kind) {
    case 0: return append_job(in);
    case 1: {
        BeginBatch job;
        job.source = domain::SourceId(in.text());
        job.content = in.array<32>();
        return Job(job);
    }
    case 2: return Job(EndBatch{in.signed_number()});
    case 3: {
        ResolveBatch job;
        job.number = in.signed_number();
        job.keep = in.number() != 0;
        job.by = domain::PersonId(in.text());
        return Job(job);
    }
    case 4: return decide_job(in);
    case 5: return roster_job(in);
    case 6: return plan_job(in);
    case 7: return Job(AskWho{});
    case 8: return policy_job(in);
    case 9: return view_job(in);
    default: return malformed();
    }
}

struct PutAnswer {
    Writer& out;

    void operator()(const base::Fault& fault) const { put_fault(out, fault); }
    void operator()(const Nothing&) const {}
    void operator()(const record::Counts& counts) const {
        for (const std::uint64_t count :
             {counts.events, counts.duplicates, counts.conflicts, counts.quarantined, counts.gaps}) {
            out.put(count);
        }
    }
    void operator()(const store::BatchRow& row) const {
        out.put(row.number);
        out.put(row.source.bytes());
        out.put(row.content);
        out.put(static_cast<std::uint64_t>(row.state));
        out.put(row.same_as.value_or(0));
        out.put(row.events);
        out.put(row.duplicates);
        out.put(row.begun);
        out.put(row.ended);
    }
    void operator()(const domain::Plan& plan) const { out.put(wire::encode(plan)); }
    void operator()(const KeeperInfo& info) const {
        out.put(info.source.bytes());
        out.put(std::uint64_t{info.admits_simulated});
    }
};

store::BatchRow batch_row(Reader& in) {
    store::BatchRow row;
    row.number = in.signed_number();
    row.source = domain::SourceId(in.text());
    row.content = in.array<32>();
    row.state = static_cast<store::BatchState>(in.number());
    const std::int64_t same_as = in.signed_number();
    row.same_as = same_as == 0 ? std::nullopt : std::optional(same_as);
    row.events = in.number();
    row.duplicates = in.number();
    row.begun = in.instant();
    row.ended = in.instant();
    return row;
}

base::Result<Answer> answer_of(std::uint64_t kind, Reader& in) {
    switch (kind) {
    case 0: {
        auto read = fault(in);
        return read ? base::Result<Answer>(Answer(std::move(*read))) : malformed();
    }
    case 1: return Answer(Nothing{});
    case 2: {
        record::Counts counts;
        for (std::uint64_t* count :
             {&counts.events, &counts.duplicates, &counts.conflicts, &counts.quarantined, &counts.gaps}) {
            *count = in.number();
        }
        return Answer(counts);
    }
    case 3: return Answer(batch_row(in));
    case 4: {
        auto plan = wire::decode_plan(in.text());
        return plan ? Answer(std::move(plan).value()) : base::Result<Answer>(plan.fault());
    }
    case 5: {
        KeeperInfo info;
        info.source = domain::SourceId(in.text());
        info.admits_simulated = in.number() != 0;
        return Answer(info);
    }
    default: return malformed();
    }
}

base::Done same_version(Reader& in) {
    const std::string theirs = in.text();
    if (theirs != version) {
        return base::Fault{base::FaultCode::unsupported, "the keeper of the store is another version of Reeve",
                           theirs.substr(0, 20)};
    }
    return {};
}

} // namespace

QByteArray encode(const Job& job) {
    Writer out;
    out.put(std::uint64_t{job.index()});
    std::visit(PutJob{out}, job);
    return out.bytes();
}

QByteArray encode(const Answer& answer) {
    Writer out;
    out.put(std::uint64_t{answer.index()});
    std::visit(PutAnswer{out}, answer);
    return out.bytes();
}

base::Result<Job> decode_job(const QByteArray& message) {
    Reader in(message);
    REEVE_TRY(same_version(in));
    auto job = job_of(in.number(), in);
    return job && !in.whole() ? malformed() : std::move(job);
}

base::Result<Answer> decode_answer(const QByteArray& message) {
    Reader in(message);
    REEVE_TRY(same_version(in));
    auto answer = answer_of(in.number(), in);
    return answer && !in.whole() ? malformed() : std::move(answer);
}

} // namespace handover
