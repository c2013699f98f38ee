// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/policies.h"

#include "app/archive/walk.h"
#include "app/base/file.h"
#include "app/console/policy_text.h"
#include "app/policy/difference.h"
#include "app/policy/rehearsal.h"
#include "app/policy/what_if.h"
#include "app/premises/private_file.h"
#include "app/premises/rehearse.h"
#include "app/verdicts/policy_doubts.h"
#include "app/verdicts/policy_shelf.h"

#include <utility>

namespace console {

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;

base::Result<std::vector<ports::PolicyTest>> run_tests(const std::string& text) {
    auto book = policy::RuleBook::read(text);
    if (!book) {
        return std::move(book).fault();
    }
    std::vector<ports::PolicyTest> all;
    for (policy::TestOutcome& outcome : policy::run_tests(*book)) {
        const domain::Tier expected = book->document().tests[outcome.number].tier;
        all.push_back(
            {std::move(outcome.title), expected, outcome.verdict.tier, outcome.passed, std::move(outcome.trouble)});
    }
    return all;
}

base::Result<domain::PolicyDifference> difference(const std::string& before, const std::string& after) {
    const auto one = policy::read_document(before);
    const auto other = policy::read_document(after);
    if (!one || !other) {
        return one ? other.fault() : one.fault();
    }
    return policy::compare(*one, *other);
}

/// Tells progress at most a hundred times.
class Told {
public:
    explicit Told(const ports::Subscription<ports::PolicyProgress>& progress)
        : progress_(progress) {}
    void tell(std::uint64_t done, std::uint64_t total) {
        const std::uint64_t part = total == 0 ? 0 : done * 100 / total;
        if (part != last_ || done == total) {
            last_ = part;
            progress_(std::make_shared<ports::PolicyProgress>(ports::PolicyProgress{done, total}));
        }
    }

private:
    const ports::Subscription<ports::PolicyProgress>& progress_;
    std::uint64_t last_ = 101;
};

base::Result<domain::WhatIf> try_on_record(const std::filesystem::path& store, const domain::SourceId& source,
                                           const std::string& draft, const ports::Trial& trial,
                                           const std::atomic<bool>& cancelled,
                                           const ports::Subscription<ports::PolicyProgress>& progress) {
    const auto before = verdicts::in_force(store, source);
    const auto after = policy::RuleBook::read(draft);
    if (!before || !after) {
        return before ? after.fault() : before.fault();
    }
    policy::WhatIfOptions options;
    options.effort = trial.effort;
    options.only = trial.only;
    std::vector<policy::Finding> findings;
    auto what_if = policy::WhatIf::make(before->book.document(), after->document(), options, findings);
    if (!what_if) {
        return findings.front().fault;
    }
    Told told(progress);
    archive::Walker walker;
    walker.take = [&](domain::Event event) { what_if->take(std::move(event)); };
    walker.amended = [&](const domain::TransactionKey& key, std::int32_t newest) { what_if->expect(key, newest); };
    walker.leave_out = [&] { what_if->leave_out(); };
    walker.go_on = [&](std::uint64_t done, std::uint64_t total) {
        told.tell(done, total);
        return !cancelled;
    };
    REEVE_TRY(archive::walk_record(store, walker));
    return what_if->finish();
}

base::Fault busy() {
    return {base::FaultCode::exhausted, "another trial is running", {}};
}

} // namespace

Policies::Policies(std::filesystem::path store, domain::SourceId source, const base::Clock* clock)
    : store_(std::move(store))
    , source_(std::move(source))
    , clock_(clock) {
    quick_.setMaxThreadCount(1);
    slow_.setMaxThreadCount(1);
}

Policies::~Policies() {
    cancelled_ = true;
    quick_.waitForDone();
    slow_.waitForDone();
}

void Policies::in_force(ports::Reply<ports::PolicyText> reply) {
    quick_.start([this, reply] {
        const auto policy = verdicts::in_force(store_, source_);
        if (!policy) {
            reply(policy.fault());
            return;
        }
        const policy::Document& document = policy->book.document();
        reply(ports::PolicyText{document.version, document.title, policy->text, verdicts::is_shipped(*policy)});
    });
}

void Policies::load(std::string path, ports::Reply<std::string> reply) {
    quick_.start([path = std::move(path), reply] { reply(base::read_small_file(path, most_bytes)); });
}

void Policies::save(std::string path, std::string text, ports::Reply<bool> reply) {
    quick_.start([path = std::move(path), text = std::move(text), reply] {
        const auto done = premises::write_open_file(path, text);
        done ? reply(true) : reply(base::Result<bool>(done.fault()));
    });
}

void Policies::check(std::string text, ports::Reply<ports::PolicyCheck> reply) {
    quick_.start([this, text = std::move(text), reply] { reply(check_now(text)); });
}

/// With the roster on record; without one nobody is looked for.
ports::PolicyCheck Policies::check_now(const std::string& text) const {
    const auto reader = store::Reader::open(store_);
    const auto roster = reader ? verdicts::roster_on_record(*reader, source_)
                               : base::Result<std::optional<domain::Roster>>(std::optional<domain::Roster>());
    const bool known = roster.ok() && roster->has_value();
    return check_text(text, known ? &**roster : nullptr, clock_ != nullptr ? clock_->now() : base::SystemClock().now());
}

void Policies::test(std::string text, ports::Reply<std::vector<ports::PolicyTest>> reply) {
    quick_.start([text = std::move(text), reply] { reply(run_tests(text)); });
}

void Policies::compare(std::string before, std::string after, ports::Reply<domain::PolicyDifference> reply) {
    quick_.start([before = std::move(before), after = std::move(after), reply] { reply(difference(before, after)); });
}

void Policies::edit(std::string text, ports::PolicyEdit edit, ports::Reply<std::string> reply) {
    quick_.start([text = std::move(text), edit = std::move(edit), reply] { reply(edit_text(text, edit)); });
}

void Policies::what_if(std::string draft, ports::Trial trial, ports::Subscription<ports::PolicyProgress> progress,
                       ports::Reply<domain::WhatIf> reply) {
    if (running_.exchange(true)) {
        reply(busy());
        return;
    }
    cancelled_ = false;
    slow_.start([this, draft = std::move(draft), trial = std::move(trial), progress = std::move(progress), reply] {
        auto made = try_on_record(store_, source_, draft, trial, cancelled_, progress);
        running_ = false;
        reply(std::move(made));
    });
}

void Policies::rehearse(std::string text, ports::Subscription<ports::PolicyProgress> progress,
                        ports::Reply<std::vector<domain::Rehearsed>> reply) {
    if (running_.exchange(true)) {
        reply(busy());
        return;
    }
    cancelled_ = false;
    slow_.start([this, text = std::move(text), progress = std::move(progress), reply] {
        const auto document = policy::read_document(text);
        Told told(progress);
        premises::RehearseOptions options;
        options.go_on = [&](std::size_t done, std::size_t total) {
            told.tell(done, total);
            return !cancelled_;
        };
        auto made = document ? premises::rehearse(*document, options)
                             : base::Result<std::vector<domain::Rehearsed>>(document.fault());
        running_ = false;
        reply(std::move(made));
    });
}

} // namespace console
