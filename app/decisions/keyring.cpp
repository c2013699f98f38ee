// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decisions/keyring.h"

#include "app/crypto/key_file.h"

#include <algorithm>
#include <system_error>

namespace decisions {

namespace {

/// Characters, not bytes: UTF-8 continuation bytes do not count.
std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

ports::KeyState Keyring::state() const {
    if (open_) {
        return ports::KeyState::open;
    }
    std::error_code error;
    return std::filesystem::exists(file_, error) ? ports::KeyState::locked : ports::KeyState::none;
}

std::optional<domain::PublicKey> Keyring::public_key() const {
    if (open_) {
        return open_->public_key();
    }
    auto key = crypto::KeyFile::public_key(file_);
    return key ? std::optional(*key) : std::nullopt;
}

base::Done Keyring::create(std::string_view passphrase) {
    if (characters(passphrase) < shortest_passphrase) {
        return base::Fault{base::FaultCode::invalid_argument, "a passphrase has at least eight characters", {}};
    }
    auto key = crypto::SigningKey::generate();
    if (!key) {
        return key.fault();
    }
    REEVE_TRY(crypto::KeyFile::create(file_, *key, passphrase));
    open_ = std::move(key).value();
    return {};
}

base::Done Keyring::unlock(std::string_view passphrase) {
    auto key = crypto::KeyFile::open(file_, passphrase);
    if (!key) {
        return key.fault();
    }
    open_ = std::move(key).value();
    return {};
}

base::Result<domain::Signature> Keyring::sign(std::string_view bytes) const {
    if (!open_) {
        return base::Fault{base::FaultCode::refused, "the signing key is locked", "key_locked"};
    }
    return open_->sign(bytes);
}

} // namespace decisions
