// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/premises/record_room.h"

#include "app/base/encoding.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace premises {

namespace {

base::Fault file_fault(const QFileDevice& file) {
    return {base::FaultCode::unreadable, file.errorString().toStdString(), file.fileName().toStdString()};
}

base::Result<crypto::SigningKey> make_key(const QString& path) {
    auto key = crypto::SigningKey::generate();
    if (!key) {
        return std::move(key).fault();
    }
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(base::to_base64(key->seed()) + "\n");
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(text) != text.size() || !file.commit()) {
        return file_fault(file);
    }
    return key;
}

base::Result<crypto::SigningKey> read_key(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return file_fault(file);
    }
    const auto bytes = base::from_base64(file.read(128).trimmed().toStdString());
    crypto::Seed seed{};
    if (!bytes || bytes->size() != seed.size()) {
        return base::Fault{base::FaultCode::malformed, "the log key is not 32 bytes of base64", path.toStdString()};
    }
    std::copy(bytes->begin(), bytes->end(), seed.begin());
    return crypto::SigningKey::from_seed(seed);
}

} // namespace

base::Result<RecordSetup> RecordSetup::make(const Folders& folders, const std::string& program) {
    REEVE_TRY(premises::make(folders));
    const QString path = QString::fromStdString(folders.log_key().string());
    auto key = QFile::exists(path) ? read_key(path) : make_key(path);
    if (!key) {
        return std::move(key).fault();
    }
    RecordSetup setup;
    setup.folders_ = folders;
    setup.program_ = program;
    setup.key_ = std::make_shared<const crypto::SigningKey>(std::move(key).value());
    return setup;
}

record::Options RecordSetup::options() const {
    record::Options options;
    options.folder = folders_.store();
    options.program = program_;
    options.pin = folders_.pin();
    options.signer = record::CheckpointSigner{"reeve", key_.get()};
    return options;
}

base::Result<RecordRoom> open_record(const RecordSetup& setup, const domain::SourceId& source,
                                     std::vector<record::Stage*> stages, const base::Clock& clock) {
    record::Options options = setup.options();
    options.stages = std::move(stages);
    auto recorder = record::Recorder::open(std::move(options), clock);
    if (!recorder) {
        return recorder.fault();
    }
    RecordRoom room;
    room.recorder = std::move(recorder).value();
    room.beginning.sources = room.recorder->sources();
    room.beginning.entries = room.recorder->size();
    for (const store::SourceRow& row : room.beginning.sources) {
        if (row.source == source) {
            room.resume_after = row.settled;
        }
    }
    auto unsettled = room.recorder->unsettled();
    if (!unsettled) {
        return unsettled.fault();
    }
    room.beginning.unsettled = std::move(unsettled).value();
    return room;
}

} // namespace premises
