// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ctl/program.h"

/// A gateway with one person on its roster: a state folder where reevectl can do everything, and the sandbox.
class Site {
public:
    /// The sandbox ends when its standard input closes.
    ~Site();

    /// Starts the sandbox with an administrator's key of ours: these scenarios and nothing else.
    [[nodiscard]] bool open(const QStringList& scenarios, const QStringList& more = {});
    /// The same with its whole fleet.
    [[nodiscard]] bool open_fleet(const QStringList& more);
    /// The same with the example gateway of the protocol, gateway.py.
    [[nodiscard]] bool open_example();
    /// Asks the running sandbox at one of its own doors ("/sandbox/v1/scenario"); true when it says 204.
    [[nodiscard]] bool at_sandbox(const QString& door, const QByteArray& json) const;
    /// What the gateway says at a path of the protocol ("/v1/policy").
    [[nodiscard]] QJsonObject from_gateway(const QString& path) const;
    /// Writes, signs and publishes a roster with ourselves in it, Anna Meier.
    [[nodiscard]] Run enroll();

    /// With the passphrase and in JSON.
    [[nodiscard]] Run ctl(const QStringList& words) const;
    [[nodiscard]] Run decide(const QString& verb, const QString& target, const QStringList& more = {}) const;
    /// The same in the background; it waits a second at most for the gateway's answer.
    void start_deciding(QProcess& process, const QString& verb, const QString& target) const;

    /// The transactions of which the record has an event of this type ("transaction.held"), in its order.
    [[nodiscard]] QStringList told(const QString& type) const;
    /// The record has this file's policy in force: what comes from now on is judged by it.
    [[nodiscard]] bool goes_by_policy_file() const;
    /// Transactions that wait for somebody, as far as they are recorded.
    [[nodiscard]] QStringList held() const { return told(QStringLiteral("transaction.held")); }

    Place place;
    QProcess sandbox;
    QByteArray announcement;

private:
    /// Keys of person and administrator; the administrator's public one, empty when it failed.
    [[nodiscard]] QString make_keys();
    [[nodiscard]] bool start(const QString& program, const QStringList& arguments);
    [[nodiscard]] QByteArray ask(const QString& path, const QByteArray& body, int* status) const;
    [[nodiscard]] QStringList with_passphrase(const QStringList& words) const;

    QString passphrase_;
};

/// The state of the decision that a run told of last.
[[nodiscard]] QString state_of(const Run& run);

/// reevectl record in the background.
class Recording {
public:
    explicit Recording(const Site& site);
    ~Recording();
    [[nodiscard]] bool live() const { return said_.contains("\"live\""); }
    [[nodiscard]] int stop(int signal);

private:
    QProcess process_;
    QByteArray said_;
};
