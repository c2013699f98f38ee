// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/identity.h"

#include "app/base/encoding.h"
#include "app/base/file.h"
#include "app/crypto/certificate.h"
#include "app/crypto/digest.h"
#include "app/json/fields.h"
#include "app/json/value.h"
#include "app/wire/policy_bytes.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sandbox {

using base::Fault;
using base::FaultCode;

namespace {

namespace fs = std::filesystem;

Fault system_fault(const char* what, const fs::path& where) {
    return {errno == ENOSPC ? FaultCode::disk_full : FaultCode::unreadable,
            std::string(what) + ": " + std::strerror(errno), where.string()};
}

/// By a temporary file, fsync and rename: the file is whole or as it was.
base::Done write_secret(const fs::path& file, std::string_view text) {
    const fs::path draft = file.string() + ".new";
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return system_fault("cannot write", draft);
    }
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    const bool whole = written == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!whole || ::rename(draft.c_str(), file.c_str()) != 0) {
        return system_fault("cannot write", file);
    }
    return {};
}

base::Result<std::string> read_text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in || !text) {
        return Fault{FaultCode::unreadable, "cannot read", file.string()};
    }
    return text.str();
}

std::string seed_text(const crypto::SigningKey& key) {
    return base::to_base64(base::Bytes(key.seed()));
}

base::Result<crypto::SigningKey> key_from(std::string_view base64, const fs::path& file) {
    const auto seed = base::array_from_base64<32>(base64);
    if (!seed) {
        return Fault{FaultCode::corrupt, "a key is damaged", file.string()};
    }
    return crypto::SigningKey::from_seed(*seed);
}

base::Done make_identity(const fs::path& file) {
    auto gateway = crypto::SigningKey::generate();
    auto colleague = crypto::SigningKey::generate();
    auto random = crypto::random_bytes(40);
    if (!gateway || !colleague || !random) {
        return Fault{FaultCode::internal, "no random bytes", "identity"};
    }
    const std::string_view bytes = *random;
    const auto document = json::Value::object({
        {"source", "urn:reeve:sandbox:" + base::to_hex(bytes.substr(0, 4))},
        {"token", base::to_hex(bytes.substr(8))},
        {"gateway_seed", seed_text(*gateway)},
        {"colleague_seed", seed_text(*colleague)},
    });
    return write_secret(file, json::canonical(document));
}

base::Done make_certificate(const Identity& identity, base::Instant now) {
    crypto::CertificateRequest request;
    request.not_before = now - std::chrono::hours(24);
    request.valid_for = std::chrono::days(397);
    auto pair = crypto::make_self_signed(request);
    if (!pair) {
        return pair.fault();
    }
    REEVE_TRY(write_secret(identity.private_key_file, pair->private_key));
    return write_secret(identity.certificate_file, pair->certificate);
}

base::Result<Identity> read_identity(const fs::path& file) {
    const auto text = read_text(file);
    if (!text) {
        return text.fault();
    }
    const auto document = json::Document::parse(*text);
    if (!document) {
        return Fault{FaultCode::corrupt, "the identity is damaged", file.string()};
    }
    json::Trouble trouble;
    json::Fields fields(document->root(), trouble);
    const std::string administrator(fields.optional_string("administrator"));
    auto colleague = key_from(fields.string("colleague_seed"), file);
    auto gateway = key_from(fields.string("gateway_seed"), file);
    const std::string source(fields.string("source"));
    const std::string token(fields.string("token"));
    if (trouble.any() || !gateway || !colleague) {
        return Fault{FaultCode::corrupt, "the identity is damaged", file.string()};
    }
    Identity identity{domain::SourceId(source), token, std::move(*gateway), std::move(*colleague), {}, {}, {}, {}, {}};
    if (!administrator.empty()) {
        const auto key = base::array_from_base64<32>(administrator);
        if (!key) {
            return Fault{FaultCode::corrupt, "the administrator's key is damaged", file.string()};
        }
        identity.administrator = *key;
    }
    return identity;
}

} // namespace

base::Result<Identity> identity_in(const fs::path& folder, base::Instant now) {
    const fs::path file = folder / "identity.json";
    if (!fs::exists(file)) {
        REEVE_TRY(make_identity(file));
    }
    auto identity = read_identity(file);
    if (!identity) {
        return identity;
    }
    identity->certificate_file = folder / "certificate.pem";
    identity->private_key_file = folder / "certificate-key.pem";
    if (!fs::exists(identity->certificate_file) || !fs::exists(identity->private_key_file)) {
        REEVE_TRY(make_certificate(*identity, now));
    }
    auto certificate = read_text(identity->certificate_file);
    if (!certificate) {
        return certificate.fault();
    }
    const auto digest = crypto::certificate_digest(*certificate);
    if (!digest) {
        return Fault{FaultCode::corrupt, "the certificate is damaged", identity->certificate_file.string()};
    }
    identity->certificate = std::move(*certificate);
    identity->fingerprint = *digest;
    return identity;
}

base::Result<Identity> rehearsal_identity(std::uint64_t seed) {
    auto gateway = crypto::SigningKey::from_seed(crypto::sha256("rehearsal gateway " + std::to_string(seed)));
    auto colleague = crypto::SigningKey::from_seed(crypto::sha256("rehearsal colleague " + std::to_string(seed)));
    if (!gateway || !colleague) {
        return Fault{FaultCode::internal, "no key from the seed", "identity"};
    }
    return Identity{domain::SourceId("urn:reeve:sandbox:rehearsal-" + std::to_string(seed)),
                    {},
                    std::move(*gateway),
                    std::move(*colleague),
                    {},
                    {},
                    {},
                    {},
                    {}};
}

base::Done keep_administrator(const fs::path& folder, const domain::PublicKey& key) {
    const fs::path file = folder / "identity.json";
    const auto text = read_text(file);
    if (!text) {
        return text.fault();
    }
    const auto document = json::Document::parse(*text);
    if (!document) {
        return Fault{FaultCode::corrupt, "the identity is damaged", file.string()};
    }
    json::Value value = json::Value::from(document->root());
    value.set("administrator", base::to_base64(base::Bytes(key)));
    return write_secret(file, json::canonical(value));
}

constexpr std::size_t most_withdrawn = std::size_t{16} * 1024 * 1024;

base::Done keep_withdrawn(const fs::path& folder, const std::vector<wire::Envelope>& all) {
    wire::PolicyStatus kept;
    kept.withdrawn = all;
    return base::write_file_atomically(folder / "withdrawn.json", wire::encode(kept));
}

base::Result<std::vector<wire::Envelope>> withdrawn_in(const fs::path& folder) {
    const fs::path file = folder / "withdrawn.json";
    const auto text = base::read_small_file(file, most_withdrawn);
    if (!text) {
        return text.fault().code == FaultCode::not_found
                   ? base::Result<std::vector<wire::Envelope>>(std::vector<wire::Envelope>())
                   : text.fault();
    }
    auto kept = wire::decode_policy_status(*text);
    if (!kept) {
        return Fault{FaultCode::corrupt, "what was taken back is damaged", file.string()};
    }
    return std::move(kept->withdrawn);
}

base::Result<FolderLock> FolderLock::take(const fs::path& folder) {
    const fs::path file = folder / "lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return system_fault("cannot open the lock of the state folder", file);
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return Fault{FaultCode::locked, "another sandbox keeps this state folder", folder.string()};
    }
    return FolderLock(descriptor);
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

} // namespace sandbox
