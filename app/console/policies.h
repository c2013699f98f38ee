// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/ports/policies.h"

#include <QThreadPool>

#include <atomic>
#include <filesystem>

namespace console {

/// Policies on threads of their own: one for what a person types, one for what takes long.
class Policies final : public ports::Policies {
public:
    /// `store`: the folder of the record that what_if reads; `source`: the gateway whose policy is in force.
    /// `clock`: by which delegations are over; null: the system's.
    explicit Policies(std::filesystem::path store, domain::SourceId source = {}, const base::Clock* clock = nullptr);
    ~Policies() override;

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
    void cancel() override { cancelled_ = true; }

private:
    [[nodiscard]] ports::PolicyCheck check_now(const std::string& text) const;

    std::filesystem::path store_;
    domain::SourceId source_;
    const base::Clock* clock_;
    QThreadPool quick_;
    QThreadPool slow_;
    std::atomic<bool> cancelled_ = false;
    std::atomic<bool> running_ = false;
};

} // namespace console
