// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/kept_record.h"

#include "app/store/keeper.h"
#include "tests/support/patience.h"

#include <QTest>

KeptRecord::KeptRecord(QString keeper, const QString& state)
    : keeper_(std::move(keeper))
    , state_(state) {}

KeptRecord::~KeptRecord() {
    kill();
}

bool KeptRecord::start() {
    process_ = std::make_unique<QProcess>();
    process_->setStandardErrorFile(state_ + QStringLiteral("/keeper.err"), QIODevice::Append);
    process_->setStandardInputFile(QProcess::nullDevice());
    process_->setStandardOutputFile(QProcess::nullDevice());
    const QStringList words = keeper_.split(u' ');
    process_->start(QStringLiteral(REEVE_BINARY_DIR "/bin/") + words.first(),
                    words.mid(1) + QStringList{QStringLiteral("--state"), state_});
    return wait_until([this] {
        const auto holder = store::Keeper::holder(folder());
        return holder && holder->has_value() && (*holder)->pid == process_->processId();
    });
}

void KeptRecord::kill() {
    if (process_ != nullptr) {
        process_->kill();
        process_->waitForFinished();
        process_.reset();
    }
}

std::filesystem::path KeptRecord::folder() const {
    return std::filesystem::path(state_.toStdString()) / "store";
}

std::optional<store::Reader> KeptRecord::reader() const {
    auto opened = store::Reader::open(folder());
    return opened ? std::optional(std::move(opened).value()) : std::nullopt;
}

std::uint64_t KeptRecord::entries() const {
    const auto open = reader();
    const auto status = open ? open->status() : base::Result<store::Status>(base::Fault{});
    return status ? status->entries : 0;
}

bool KeptRecord::wait_until(const std::function<bool()>& condition) const {
    const auto ended = [this] { return process_ == nullptr || process_->state() == QProcess::NotRunning; };
    bool met = false;
    const bool settled = support::wait_until([&] { return (met = condition()) || ended(); });
    if (!settled || !met) {
        qWarning("waited in vain; what the program said is in %s/keeper.err", qPrintable(state_));
    }
    return met;
}

int rounds(int short_sweep, int long_sweep) {
    return qEnvironmentVariableIntValue("REEVE_FULL") == 1 ? long_sweep : short_sweep;
}
