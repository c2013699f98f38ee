// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/judge.h"

#include "app/crypto/signing.h"

#include <algorithm>

namespace newsroom {

using base::Result;

namespace {

constexpr std::chrono::milliseconds wait_interval{250};
constexpr std::size_t most_at_once = 100; ///< verdicts that go along with a commit of what the feed brought

/// Who is named where a file, and no person's signature, brought a policy.
const domain::PersonId by_file("policy.json");
const domain::PersonId by_program("reeve");
const domain::PersonId by_feed{std::string(record::told_by_gateway)};

/// What a call on the writing thread came to, for the thread that waits.
struct Answer {
    std::mutex mutex;
    std::condition_variable wake;
    std::optional<base::Done> done;
};

} // namespace

base::Done Judge::look_for_file() {
    const auto now = std::chrono::steady_clock::now();
    if (settings_.policy_file.empty() || writer_ == nullptr || now < file_looked_ + settings_.look_interval) {
        return {};
    }
    file_looked_ = now;
    std::error_code error;
    const auto time = std::filesystem::last_write_time(settings_.policy_file, error);
    const auto size = error ? 0 : std::filesystem::file_size(settings_.policy_file, error);
    if (error) {
        file_seen_.reset();
        refused_.reset();
        return {};
    }
    // Half of a file may be read while somebody writes it, within the same tick of the file system's clock.
    const auto changed = std::pair(time, size);
    if (file_seen_ == changed) {
        return {};
    }
    if (line_->in_force() != nullptr) {
        refused_ =
            base::Fault{base::FaultCode::refused, "a signed policy is in force: publish this one", "policy.json"};
        file_seen_ = changed;
        return {};
    }
    auto policy = verdicts::read_file(settings_.policy_file);
    if (!policy) {
        refused_ = policy.fault();
        file_seen_ = changed;
        return {};
    }
    refused_.reset();
    if (policy->digest != policy_->digest) {
        const std::string text = policy->text;
        REEVE_TRY(write([text](record::Recorder& recorder) { // else it is looked at again
            return recorder.keep_setting(verdicts::policy_setting, text, by_file);
        }));
        // From its entry on it is in force: it is taken when that is folded.
    }
    file_seen_ = changed;
    return {};
}

/// True when it was written: the next one is looked at when that is folded.
Result<bool> Judge::publish_if_lawful(const domain::SignedPolicy& policy, const domain::PersonId& by) {
    const base::SystemClock system;
    const base::Instant now = settings_.clock != nullptr ? settings_.clock->now() : system.now();
    using Origin = verdicts::PolicyLine::Origin;
    const auto answer = line_->ask(policy, settings_.admits_simulated, crypto::holds, now,
                                   by == by_feed ? Origin::gateway : Origin::here);
    if (answer.ruling.outcome == authority::Outcome::allowed) {
        const record::PolicyStep step{record::PolicyAct::published, by, policy.envelope, {}};
        REEVE_TRY(write([step, source = policy.edition.source, id = verdicts::edition_id(policy.digest)](
                            record::Recorder& recorder) { return recorder.keep_policy(step, source, id); }));
        written_editions_.insert(policy.digest); // once, whatever becomes of it
        return true;
    }
    if (answer.ruling.outcome == authority::Outcome::refused && answer.ruling.code != authority::Code::replayed) {
        refused_ = base::Fault{base::FaultCode::refused, "an edition of the policy does not count here",
                               std::string(authority::name_of(answer.ruling.code))};
    }
    return false;
}

/// True when it was written; false when it does not count here, or is known.
Result<bool> Judge::look_at_told(const domain::PolicyEnvelope& envelope) {
    const auto policy = verdicts::open_policy(envelope);
    if (!policy) {
        refused_ = policy.fault();
        return false;
    }
    const verdicts::Edition* known = line_->find(policy->digest);
    const bool ours = settings_.source.empty() || policy->edition.source == settings_.source;
    const bool done = written_editions_.contains(policy->digest) ||
                      (known != nullptr && known->in_force_since && known->state != verdicts::EditionState::withdrawn);
    return ours && !done ? publish_if_lawful(*policy, by_feed) : Result<bool>(false);
}

base::Done Judge::look_for_editions() {
    if (writer_ == nullptr) {
        return {};
    }
    while (!told_editions_.empty()) {
        const auto written = look_at_told(told_editions_.front());
        if (!written) {
            return written.fault(); // it stays in front
        }
        told_editions_.erase(told_editions_.begin());
        if (*written) {
            return {};
        }
    }
    for (const verdicts::Edition* one : line_->waiting()) {
        if (!one->policy.edition.solo || written_editions_.contains(one->policy.digest)) {
            continue;
        }
        const auto written = publish_if_lawful(one->policy, one->policy.edition.proposed_by);
        if (!written || *written) {
            return written ? base::Done() : base::Done(written.fault());
        }
    }
    return {};
}

base::Done Judge::write(Call call) {
    return await([call = std::move(call), writer = writer_](record::Writer::Answer answer) {
        writer->post([call, answer = std::move(answer), writer](record::Recorder& recorder) {
            const auto written = call(recorder);
            if (written) {
                writer->publish(*written);
            }
            answer(written ? base::Done() : base::Done(written.fault()));
        });
    });
}

base::Done Judge::await(const std::function<void(record::Writer::Answer)>& begin) {
    const auto answer = std::make_shared<Answer>();
    begin([answer](const base::Done& done) {
        const std::scoped_lock guard(answer->mutex);
        answer->done = done;
        answer->wake.notify_all();
    });
    std::unique_lock guard(answer->mutex);
    while (!answer->done) {
        answer->wake.wait_for(guard, wait_interval);
        const std::scoped_lock own(mutex_);
        if (ending_ && !answer->done) {
            return base::Fault{base::FaultCode::cancelled, "the program ends", {}};
        }
    }
    return *answer->done;
}

base::Done Judge::write_verdicts() {
    if (drafts_.empty()) {
        return {};
    }
    if (writer_ != nullptr && !policy_kept_) {
        // So that the version that judges is in the record for ever, whatever a later program ships.
        REEVE_TRY(write([text = policy_->text](record::Recorder& recorder) {
            return recorder.keep_setting(verdicts::policy_setting, text, by_program);
        }));
        policy_kept_ = true;
    }
    while (writer_ != nullptr && !drafts_.empty()) {
        const auto end = drafts_.begin() + static_cast<std::ptrdiff_t>(std::min(drafts_.size(), most_at_once));
        REEVE_TRY(await([&](record::Writer::Answer answer) {
            writer_->add({drafts_.begin(), end}, std::move(answer));
        }));
        drafts_.erase(drafts_.begin(), end);
    }
    drafts_.clear();
    return {};
}

} // namespace newsroom
