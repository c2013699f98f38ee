// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/checkpoint.h"

#include "app/base/encoding.h"
#include "app/crypto/digest.h"
#include "app/json/fields.h"
#include "app/json/utf8.h"
#include "app/json/writer.h"

#include <algorithm>
#include <optional>

namespace ledger {

namespace {

constexpr std::string_view signature_prefix = "\xE2\x80\x94 "; // em dash, space
constexpr std::size_t longest_note = 64 * 1024;
constexpr std::size_t most_signatures = 100;
constexpr std::uint8_t ed25519 = 0x01;

base::Fault malformed(const char* detail) {
    return {base::FaultCode::malformed, detail, "checkpoint"};
}

base::Fault invalid(const char* detail) {
    return {base::FaultCode::invalid_argument, detail, "checkpoint"};
}

/// White space as Unicode lists it (property White_Space).
bool is_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_key_name(std::string_view name) {
    std::size_t at = 0;
    while (at < name.size()) {
        const auto next = json::decode_utf8(name.substr(at));
        if (next.length == 0 || is_space(next.character) || next.character == '+' || next.character < 0x20) {
            return false;
        }
        at += next.length;
    }
    return !name.empty();
}

/// One line of the text: UTF-8 without control characters, not empty.
bool is_text_line(std::string_view line) {
    return !line.empty() && json::is_utf8(line) &&
           std::all_of(line.begin(), line.end(), [](char c) { return static_cast<std::uint8_t>(c) >= 0x20; });
}

/// The lines of a text in which every line, also the last, ends with a newline.
std::optional<std::vector<std::string_view>> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

base::Result<Checkpoint> read_text(std::string_view text) {
    const auto lines = lines_of(text);
    if (!lines || lines->size() < 3 || !std::all_of(lines->begin(), lines->end(), is_text_line)) {
        return malformed("a checkpoint begins with origin, size and root, one to a line");
    }
    const auto size = json::uint64_from_decimal((*lines)[1]);
    const auto root = base::array_from_base64<std::tuple_size_v<Digest>>((*lines)[2]);
    if (!size) {
        return malformed("the size is no whole number");
    }
    if (!root) {
        return malformed("the root is not 32 bytes in base64");
    }
    return Checkpoint{std::string((*lines)[0]), *size, *root, {lines->begin() + 3, lines->end()}};
}

base::Result<NoteSignature> read_signature(std::string_view line) {
    if (!line.starts_with(signature_prefix)) {
        return malformed("a line of signature begins with a dash");
    }
    line.remove_prefix(signature_prefix.size());
    const std::size_t space = line.find(' ');
    const auto bytes = base::from_base64(space == std::string_view::npos ? "?" : line.substr(space + 1));
    NoteSignature signature{std::string(line.substr(0, space)), {}, {}};
    if (!bytes || bytes->size() <= signature.key_hash.size() || !is_key_name(signature.name)) {
        return malformed("a line of signature holds a name and base64");
    }
    const auto split = bytes->begin() + static_cast<std::ptrdiff_t>(signature.key_hash.size());
    std::copy(bytes->begin(), split, signature.key_hash.begin());
    signature.bytes.assign(split, bytes->end());
    return signature;
}

} // namespace

std::array<std::uint8_t, 4> key_hash(std::string_view name, const crypto::PublicKey& key) {
    static constexpr std::uint8_t separator[] = {'\n', ed25519};
    const Digest digest = crypto::Sha256().of({base::as_bytes(name), base::Bytes(separator), base::Bytes(key)});
    std::array<std::uint8_t, 4> hash{};
    std::copy_n(digest.begin(), hash.size(), hash.begin());
    return hash;
}

std::string text_of(const Checkpoint& checkpoint) {
    std::string text = checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' +
                       base::to_base64(base::Bytes(checkpoint.root)) + '\n';
    for (const std::string& line : checkpoint.extensions) {
        text += line + '\n';
    }
    return text;
}

std::string write(const SignedCheckpoint& checkpoint) {
    std::string note = text_of(checkpoint.checkpoint) + '\n';
    for (const NoteSignature& signature : checkpoint.signatures) {
        std::string bytes(base::as_text(signature.key_hash));
        bytes += base::as_text(signature.bytes);
        note += signature_prefix;
        note += signature.name + ' ' + base::to_base64(bytes) + '\n';
    }
    return note;
}

base::Result<SignedCheckpoint> read_checkpoint(std::string_view note) {
    if (note.size() > longest_note) {
        return base::Fault{base::FaultCode::too_large, "a checkpoint has at most 64 KiB", "checkpoint"};
    }
    const std::size_t blank = note.rfind("\n\n");
    if (blank == std::string_view::npos) {
        return malformed("no empty line parts the text from the signatures");
    }
    auto text = read_text(note.substr(0, blank + 1));
    if (!text) {
        return std::move(text).fault();
    }
    const auto lines = lines_of(note.substr(blank + 2));
    if (!lines || lines->empty() || lines->size() > most_signatures) {
        return malformed("a checkpoint has 1 to 100 lines of signature");
    }
    SignedCheckpoint result{std::move(*text), {}};
    for (const std::string_view line : *lines) {
        auto signature = read_signature(line);
        if (!signature) {
            return std::move(signature).fault();
        }
        result.signatures.push_back(std::move(*signature));
    }
    return result;
}

base::Result<SignedCheckpoint> sign(const Checkpoint& checkpoint, std::string_view name,
                                    const crypto::SigningKey& key) {
    if (!is_text_line(checkpoint.origin) ||
        !std::all_of(checkpoint.extensions.begin(), checkpoint.extensions.end(), is_text_line)) {
        return invalid("origin and extensions are lines of text without control characters");
    }
    SignedCheckpoint result{checkpoint, {}};
    REEVE_TRY(add_signature(result, name, key));
    return result;
}

base::Done add_signature(SignedCheckpoint& checkpoint, std::string_view name, const crypto::SigningKey& key) {
    if (!is_key_name(name)) {
        return invalid("the name of a key has no white space and no plus sign");
    }
    const auto signature = key.sign(text_of(checkpoint.checkpoint));
    if (!signature) {
        return signature.fault();
    }
    checkpoint.signatures.push_back(
        {std::string(name), key_hash(name, key.public_key()), {signature->begin(), signature->end()}});
    return {};
}

base::Done verify(const SignedCheckpoint& checkpoint, std::string_view name, const crypto::PublicKey& key) {
    const auto hash = key_hash(name, key);
    const auto& all = checkpoint.signatures;
    const auto found = std::find_if(all.begin(), all.end(), [&](const NoteSignature& signature) {
        return signature.name == name && signature.key_hash == hash;
    });
    if (found == all.end()) {
        return base::Fault{base::FaultCode::not_found, "this key did not sign the checkpoint", "checkpoint"};
    }
    crypto::Signature signature{};
    if (found->bytes.size() != signature.size()) {
        return base::Fault{base::FaultCode::bad_signature, "a signature of Ed25519 has 64 bytes", "checkpoint"};
    }
    std::copy(found->bytes.begin(), found->bytes.end(), signature.begin());
    return crypto::verify(key, text_of(checkpoint.checkpoint), signature);
}

} // namespace ledger
