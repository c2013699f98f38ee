// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/console_rig.h"

#include "tests/support/patience.h"

#include <QTest>

ConsoleRig::ConsoleRig(QStringList sandbox_arguments)
    : folders_{folder_.path().toStdString()}
    , arguments_(std::move(sandbox_arguments)) {}

ConsoleRig::~ConsoleRig() {
    stop_console();
}

bool ConsoleRig::start() {
    if (!premises::make(folders_).ok()) {
        return false;
    }
    sandbox_ = std::make_unique<console::EmbeddedSandbox>();
    auto connection =
        sandbox_->start(QStringLiteral(REEVE_BINARY_DIR "/bin/reeve-sandbox"), folders_.sandbox(), arguments_);
    if (!connection) {
        qWarning("%s", base::describe(connection.fault()).c_str());
        return false;
    }
    connection_ = std::move(connection).value();
    return start_console();
}

bool ConsoleRig::start_at(premises::Connection connection) {
    connection_ = std::move(connection);
    return premises::make(folders_).ok() && start_console();
}

bool ConsoleRig::start_console() {
    core_ = std::make_unique<console::Core>(folders_, *connection_, "ada", clock_);
    core_->newsroom().follow({&context_, [this](const std::shared_ptr<const ports::FeedBatch>& batch) {
                                  feed.insert(feed.end(), batch->rows.begin(), batch->rows.end());
                              }});
    core_->newsroom().follow_cases({&context_, [this](const std::shared_ptr<const ports::CaseChanges>& changes) {
                                        for (const ports::CaseRow& row : changes->changed) {
                                            cases[row.key] = row;
                                        }
                                    }});
    core_->newsroom().watch_health(
        {&context_, [this](const std::shared_ptr<const ports::Health>& news) { health = *news; }});
    core_->decisions().follow({&context_, [this](const std::shared_ptr<const ports::DecisionRow>& row) {
                                   decisions[row->decision.id] = *row;
                               }});
    std::optional<base::Done> opened;
    core_->start([&opened](const base::Done& done) { opened = done; });
    if (!wait_until([&opened] { return opened.has_value(); })) {
        return false;
    }
    if (!*opened) {
        qWarning("%s", base::describe(opened->fault()).c_str());
    }
    return opened->ok();
}

void ConsoleRig::stop_console() {
    core_.reset();
}

void ConsoleRig::stop_gateway() {
    sandbox_.reset();
}

bool ConsoleRig::wait_until(const std::function<bool()>& condition) {
    return support::wait_until(condition);
}
