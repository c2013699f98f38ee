// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/premises/record_room.h"

#include "app/base/encoding.h"
#include "app/base/file.h"
#include "app/premises/private_file.h"

#include <filesystem>
#include <string_view>

namespace premises {

namespace {

base::Result<crypto::SigningKey> make_key(const std::filesystem::path& file) {
    auto key = crypto::SigningKey::generate();
    if (key) {
        REEVE_TRY(base::write_file_atomically(file, base::to_base64(key->seed()) + "\n", base::Replace::no));
    }
    return key;
}

base::Result<crypto::SigningKey> read_key(const std::filesystem::path& file) {
    const auto text = read_private_file(file, "the key that signs checkpoints");
    if (!text) {
        return text.fault();
    }
    const auto seed =
        base::array_from_base64<crypto::Seed().size()>(std::string_view(*text).substr(0, text->find('\n')));
    if (!seed) {
        return base::Fault{base::FaultCode::malformed, "the log key is not 32 bytes of base64", file.string()};
    }
    return crypto::SigningKey::from_seed(*seed);
}

} // namespace

base::Result<RecordSetup> RecordSetup::make(const Folders& folders, const std::string& program) {
    REEVE_TRY(premises::make(folders));
    const std::filesystem::path file = folders.log_key();
    auto key = std::filesystem::exists(file) ? read_key(file) : make_key(file);
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
                                     std::vector<record::Stage*> stages, const base::Clock& clock,
                                     std::function<void()> readable) {
    record::Options options = setup.options();
    options.stages = std::move(stages);
    options.readable = std::move(readable);
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
