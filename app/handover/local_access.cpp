// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/local_access.h"

#include "app/handover/remote_access.h"

namespace handover {

namespace {

base::Done done(const base::Result<record::PublishedPtr>& written) {
    return written ? base::Done() : base::Done(written.fault());
}

} // namespace

base::Result<record::Counts> LocalAccess::append(const std::vector<record::Frame>& frames) {
    const auto written = recorder_->append(frames);
    if (!written) {
        return written.fault();
    }
    return (*written)->counts;
}

base::Result<store::BatchRow> LocalAccess::begin_batch(const domain::SourceId& source, const domain::Digest& content) {
    return recorder_->begin_batch(source, content);
}

base::Result<store::BatchRow> LocalAccess::end_batch(std::int64_t number) {
    return recorder_->end_batch(number);
}

base::Result<store::BatchRow> LocalAccess::resolve_batch(std::int64_t number, bool keep, const domain::PersonId& by) {
    return recorder_->resolve_batch(number, keep, by);
}

base::Done LocalAccess::decide(const domain::SignedDecision& decision, domain::DecisionState state) {
    return done(recorder_->decide(decision, state));
}

base::Done LocalAccess::keep_roster(const domain::SourceId& source, const domain::SignedRoster& roster) {
    return done(recorder_->keep_roster(source, roster));
}

base::Done LocalAccess::keep_policy(const record::PolicyStep& step, const domain::SourceId& source,
                                    const domain::EventId& id) {
    return done(recorder_->keep_policy(step, source, id));
}

base::Result<std::unique_ptr<Access>> open_access(record::Options options, const base::Clock& clock) {
    const std::filesystem::path folder = options.folder;
    auto recorder = record::Recorder::open(std::move(options), clock);
    if (recorder) {
        return std::unique_ptr<Access>(std::make_unique<LocalAccess>(std::move(recorder).value()));
    }
    if (recorder.fault().code != base::FaultCode::locked) {
        return recorder.fault();
    }
    auto remote = RemoteAccess::connect(folder);
    if (!remote) {
        return recorder.fault(); // says who holds it
    }
    return std::unique_ptr<Access>(std::move(remote).value());
}

} // namespace handover
