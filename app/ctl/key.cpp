// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/encoding.h"
#include "app/crypto/key_file.h"
#include "app/ctl/command.h"
#include "app/ctl/passphrase.h"

namespace ctl {

namespace {

/// NIST SP 800-63B, section 5.1.1.1; the same as in the console.
constexpr std::size_t shortest_passphrase = 8;

std::filesystem::path key_path(const Context& context) {
    if (context.arguments.has("file")) {
        return context.arguments.value("file");
    }
    return context.arguments.has("administrator") ? context.folders.administrator_key() : context.folders.person_key();
}

Outcome show_key(Context& context, const std::filesystem::path& file) {
    const auto key = crypto::KeyFile::public_key(file);
    if (!key) {
        return key.fault();
    }
    context.terminal.give(json::Value::object({{"file", json::Value(file.string())},
                                               {"key", json::Value(base::to_base64(*key))},
                                               {"fingerprint", json::Value(crypto::fingerprint(*key))}}));
    context.terminal.say("File:        " + shown(file.string()));
    context.terminal.say("Public key:  " + base::to_base64(*key));
    context.terminal.say("Fingerprint: " + crypto::fingerprint(*key));
    return ExitCode::done;
}

Outcome create_key(Context& context, const std::filesystem::path& file) {
    REEVE_TRY(make(context.folders));
    auto secret = passphrase(context.arguments, "New passphrase: ");
    if (!secret) {
        return std::move(secret).fault();
    }
    if (secret->size() < shortest_passphrase) {
        return base::Fault{base::FaultCode::invalid_argument, "a passphrase has at least eight characters", {}};
    }
    if (!context.arguments.has("passphrase-file") && answer_on_terminal("Once more: ", false) != *secret) {
        return base::Fault{base::FaultCode::invalid_argument, "the two passphrases differ", {}};
    }
    const auto key = crypto::SigningKey::generate();
    if (!key) {
        return key.fault();
    }
    REEVE_TRY(crypto::KeyFile::create(file, *key, *secret));
    return show_key(context, file);
}

Outcome run_key(Context& context) {
    const std::string& what = context.arguments.operands().front();
    const std::filesystem::path file = key_path(context);
    if (what == "create") {
        return create_key(context, file);
    }
    if (what == "show") {
        return show_key(context, file);
    }
    return base::Fault{base::FaultCode::invalid_argument, "key knows create and show, not \"" + what + "\"", {}};
}

} // namespace

Command key_command() {
    return {{"key",
             "create|show",
             "Makes or shows the signing key of a person (or of the administrator who signs rosters)",
             "The private key is encrypted with the passphrase and never leaves its file.",
             {{"administrator", "", "the administrator's key instead of the person's", false},
              {"file", "FILE", "another key file", false},
              {"passphrase-file", "FILE", "first line is the passphrase; only its owner may read it", false}},
             1,
             1},
            run_key};
}

} // namespace ctl
