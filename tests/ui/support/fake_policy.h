// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ports/connections.h"
#include "app/ports/judging.h"
#include "app/ports/policies.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fake {

/// Everything that judging, comparing and trying can tell, with so many rows, and `words` wherever somebody outside or
/// the owner of a policy writes.
[[nodiscard]] ports::JudgingReport judging_report(int rows, const std::string& words);
[[nodiscard]] domain::PolicyDifference policy_difference(int rows, const std::string& words);
[[nodiscard]] domain::WhatIf what_if_result(int rows, const std::string& words, std::chrono::hours history, bool own);

class Judging final : public ports::Judging {
public:
    ports::JudgingReport told;
    std::optional<base::Fault> fault; ///< answered instead of the report
    void watch(ports::Subscription<ports::JudgeState> subscriber) override {
        subscriber(std::make_shared<const ports::JudgeState>(told.state));
    }
    void report(ports::Reply<ports::JudgingReport> reply) override {
        if (fault) {
            reply(*fault);
        } else {
            reply(told);
        }
    }
};

/// A policy that nobody wrote, whose answers have `rows` rows.
class Policies final : public ports::Policies {
public:
    int rows = 12;
    std::string words = "Above the agreed price";
    std::optional<base::Fault> fault; ///< answered to everything that can fail

    void in_force(ports::Reply<ports::PolicyText> reply) override;
    void load(std::string path, ports::Reply<std::string> reply) override;
    void save(std::string path, std::string text, ports::Reply<bool> reply) override;
    void check(std::string text, ports::Reply<ports::PolicyCheck> reply) override;
    void test(std::string text, ports::Reply<std::vector<ports::PolicyTest>> reply) override;
    void compare(std::string before, std::string after, ports::Reply<domain::PolicyDifference> reply) override;
    void edit(std::string text, ports::PolicyEdit edit, ports::Reply<std::string> reply) override;
    void what_if(std::string draft, ports::Trial trial, ports::Subscription<ports::PolicyProgress> progress,
                 ports::Reply<domain::WhatIf> reply) override;
    void rehearse(std::string text, ports::Subscription<ports::PolicyProgress> progress,
                  ports::Reply<std::vector<domain::Rehearsed>> reply) override;
    void cancel() override {}
};

/// Saved connections that are only listed.
class Connections final : public ports::Connections {
public:
    std::vector<ports::ConnectionForm> kept;
    void list(ports::Reply<std::vector<ports::ConnectionForm>> reply) override { reply(kept); }
    void save(ports::ConnectionForm, ports::Reply<std::vector<ports::ConnectionForm>> reply) override { reply(kept); }
    void remove(std::string, ports::Reply<std::vector<ports::ConnectionForm>> reply) override { reply(kept); }
    void use(std::string, ports::Reply<std::vector<ports::ConnectionForm>> reply) override { reply(kept); }
    void test(ports::ConnectionForm, ports::Subscription<ports::TestLine>,
              ports::Reply<ports::TestReport> reply) override {
        reply(ports::TestReport{});
    }
};

} // namespace fake
