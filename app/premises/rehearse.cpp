// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/premises/rehearse.h"

#include "app/policy/rule_book.h"
#include "app/wire/event_codec.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStringList>

#include <algorithm>
#include <set>

namespace premises {

namespace {

constexpr int patience_ms = 60'000;
constexpr int everyday_events = 4000;
constexpr int scenario_events = 2500; ///< the longest story has about 1,600

base::Result<QByteArray> run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted(patience_ms)) {
        return base::Fault{base::FaultCode::not_found, "the sandbox is not beside this program", program.toStdString()};
    }
    process.closeWriteChannel();
    if (!process.waitForFinished(patience_ms) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(patience_ms);
        return base::Fault{base::FaultCode::internal, "the sandbox failed",
                           process.readAllStandardError().left(500).toStdString()};
    }
    return process.readAllStandardOutput();
}

QStringList arguments_for(const std::string& scenario) {
    QStringList all = {QStringLiteral("--print"),
                       QStringLiteral("--seed"),
                       QStringLiteral("7"),
                       QStringLiteral("--rate"),
                       QStringLiteral("0.05"),
                       QStringLiteral("--start"),
                       QStringLiteral("2026-03-03T05:00:00Z"), // a Tuesday
                       QStringLiteral("--after"),
                       QString::number(everyday_events),
                       QStringLiteral("--count"),
                       QString::number(everyday_events + scenario_events)};
    if (!scenario.empty()) {
        all << QStringLiteral("--scenario") << QString::fromStdString(scenario);
    }
    return all;
}

domain::ScenarioLabel label_of(const QByteArray& word) {
    return word == "honest" ? domain::ScenarioLabel::honest
           : word == "stop" ? domain::ScenarioLabel::stop
                            : domain::ScenarioLabel::other;
}

/// The library: "name <tab> shows <tab> label" in each line.
base::Result<std::vector<domain::Rehearsed>> library(const QString& program) {
    const auto listed = run(program, {QStringLiteral("--list-scenarios")});
    if (!listed) {
        return listed.fault();
    }
    std::vector<domain::Rehearsed> all;
    for (const QByteArray& line : listed->split('\n')) {
        const auto parts = line.split('\t');
        if (parts.size() == 3) {
            domain::Rehearsed one;
            one.name = parts[0].toStdString();
            one.shows = parts[1].toStdString();
            one.label = label_of(parts[2]);
            all.push_back(std::move(one));
        }
    }
    return all;
}

/// Goes through the events of one run; `heed` gets every version of an order with what was known before it.
base::Done
walk(const QByteArray& lines,
     const std::function<void(const domain::TransactionVersion&, const facts::FactBook&, base::Instant)>& heed) {
    facts::FactBook facts;
    wire::Decoder decoder;
    for (const QByteArray& line : lines.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        const auto event = decoder.decode({line.constData(), static_cast<std::size_t>(line.size())});
        if (!event) {
            return event.fault();
        }
        if (const auto* version = std::get_if<domain::TransactionVersion>(&event->payload)) {
            heed(*version, facts, event->time);
        }
        facts.apply(*event);
    }
    return {};
}

void count(domain::Rehearsed& one, const domain::Verdict& verdict) {
    ++one.orders;
    one.stopped += verdict.stops() ? 1 : 0;
    one.cases += verdict.is_case() ? 1 : 0;
    one.highest = std::max(one.highest, verdict.tier);
    for (const domain::RuleVerdict& rule : verdict.rules) {
        if (rule.outcome != domain::RuleVerdict::Outcome::quiet &&
            std::find(one.rules.begin(), one.rules.end(), rule.rule) == one.rules.end()) {
            one.rules.push_back(rule.rule);
        }
    }
}

} // namespace

QString sandbox_program() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/reeve-sandbox");
}

base::Result<std::vector<domain::Rehearsed>> rehearse(const policy::Document& document,
                                                      const RehearseOptions& options) {
    auto book = policy::RuleBook::make(document);
    if (!book) {
        return book.fault();
    }
    auto all = library(options.program);
    const auto everyday = all ? run(options.program, arguments_for({})) : base::Result<QByteArray>(all.fault());
    if (!everyday) {
        return everyday.fault();
    }
    std::set<domain::TransactionId> known; // what is not the scenario's
    REEVE_TRY(walk(*everyday, [&](const auto& version, const auto&, base::Instant) { known.insert(version.key.id); }));
    std::size_t done = 0;
    for (domain::Rehearsed& one : *all) {
        const auto played = run(options.program, arguments_for(one.name));
        if (!played) {
            return played.fault();
        }
        REEVE_TRY(walk(*played,
                       [&](const domain::TransactionVersion& version, const facts::FactBook& facts, base::Instant at) {
                           if (!known.contains(version.key.id)) {
                               const facts::Facts seen = facts.look(version, at);
                               count(one, book->judge({version, seen, at}, policy::Detail::decision));
                           }
                       }));
        if (!options.go_on(++done, all->size())) {
            return base::Fault{base::FaultCode::cancelled, "interrupted", {}};
        }
    }
    return all;
}

} // namespace premises
