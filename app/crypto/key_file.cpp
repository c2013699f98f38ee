// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crypto/key_file.h"

#include "app/base/file.h"
#include "app/crypto/digest.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <vector>

#include <sys/stat.h>

namespace crypto {

namespace {

namespace fs = std::filesystem;
using base::Fault;
using base::FaultCode;

constexpr std::string_view family = "reeve-key/v";
constexpr std::string_view first_line = "reeve-key/v1";
constexpr std::size_t longest_file = 4096;
constexpr std::size_t salt_size = 16;

/// The lines of a key file. Everything above `check` is authenticated by the seal.
struct Content {
    PublicKey public_key{};
    ScryptCost cost;
    std::string salt;
    Digest check{};
    std::string sealed;
};

std::string header_of(const Content& content) {
    std::string text(first_line);
    text += "\npublic " + base::to_base64(base::Bytes(content.public_key));
    text += "\nscrypt " + std::to_string(content.cost.n) + ' ' + std::to_string(content.cost.r) + ' ' +
            std::to_string(content.cost.p) + ' ' + base::to_base64(content.salt) + '\n';
    return text;
}

std::string body_of(const Content& content) {
    return header_of(content) + "check " + base::to_base64(base::Bytes(content.check)) + "\nsealed " +
           base::to_base64(content.sealed) + '\n';
}

/// The last line is a plain digest of the others: it tells a damaged disk from a mistyped passphrase.
std::string text_of(const Content& content) {
    const std::string body = body_of(content);
    return body + "sha256 " + base::to_base64(base::Bytes(sha256(body))) + '\n';
}

/// The keys that follow from the passphrase; overwritten at the end.
class Derived {
public:
    explicit Derived(const SealKey& key)
        : key_(key) {}
    Derived(const Derived&) = delete;
    Derived& operator=(const Derived&) = delete;
    ~Derived() { cleanse(key_); }
    [[nodiscard]] SealKey sealing() const { return hmac_sha256(key_, base::as_bytes("reeve-key/v1 seal")); }
    [[nodiscard]] Digest check() const { return hmac_sha256(key_, base::as_bytes("reeve-key/v1 check")); }

private:
    SealKey key_;
};

Fault fault_at(const fs::path& path, FaultCode code, std::string detail) {
    return {code, std::move(detail), path.string()};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

/// The value behind "name " in a line, or nothing.
std::string_view value_of(std::string_view line, std::string_view name) {
    const bool named = line.starts_with(name) && line.substr(name.size()).starts_with(' ');
    return named ? line.substr(name.size() + 1) : std::string_view();
}

template <class Integer>
bool read_number(std::string_view text, Integer& value) {
    return std::from_chars(text.data(), text.data() + text.size(), value).ptr == text.data() + text.size();
}

/// Understands the lines between the first and the last. Whatever is not exactly what text_of writes is refused there.
std::optional<Content> read_lines(const std::vector<std::string_view>& lines) {
    Content content;
    const auto public_key = base::array_from_base64<32>(value_of(lines[1], "public"));
    const auto cost = split(value_of(lines[2], "scrypt"), ' ');
    const auto check = base::array_from_base64<32>(value_of(lines[3], "check"));
    const auto sealed = base::from_base64(value_of(lines[4], "sealed"));
    if (!public_key || cost.size() != 4 || !check || !sealed) {
        return std::nullopt;
    }
    const auto salt = base::from_base64(cost[3]);
    if (!salt || !read_number(cost[0], content.cost.n) || !read_number(cost[1], content.cost.r) ||
        !read_number(cost[2], content.cost.p)) {
        return std::nullopt;
    }
    content.public_key = *public_key;
    content.salt = *salt;
    content.check = *check;
    content.sealed = *sealed;
    return content;
}

base::Result<Content> parse(const fs::path& path, std::string_view text) {
    constexpr std::size_t line_count = 6;
    const auto lines = split(text, '\n');
    if (lines[0] != first_line) {
        const std::string_view number = lines[0].substr(std::min(lines[0].size(), family.size()));
        const bool other_version = lines[0].starts_with(family) && !number.empty() &&
                                   number.find_first_not_of("0123456789") == std::string_view::npos;
        return fault_at(path, other_version ? FaultCode::unsupported : FaultCode::malformed,
                        other_version ? "a key file of another version" : "this is not a key file");
    }
    if (lines.size() != line_count + 1) {
        return fault_at(path, FaultCode::corrupt, "the key file is not complete");
    }
    const std::string_view body = text.substr(0, static_cast<std::size_t>(lines[5].data() - text.data()));
    const std::string digest = base::to_base64(base::Bytes(sha256(body)));
    const auto content = read_lines(lines);
    if (value_of(lines[5], "sha256") != digest || !content || text_of(*content) != text) {
        return fault_at(path, FaultCode::corrupt, "the key file was changed or damaged");
    }
    return *content;
}

base::Result<Content> read(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return base::fault_from_errno(errno, path);
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return fault_at(path, FaultCode::refused, "the key file is open to other users, its mode must be 0600");
    }
    const auto text = base::read_small_file(path, longest_file);
    if (!text) {
        const bool long_one = text.fault().code == FaultCode::too_large;
        return long_one ? fault_at(path, FaultCode::malformed, "this is not a key file") : text.fault();
    }
    return parse(path, *text);
}

base::Result<std::string> text_for(const SigningKey& key, std::string_view passphrase, ScryptCost cost) {
    auto salt = random_bytes(salt_size);
    if (!salt) {
        return salt;
    }
    Content content{key.public_key(), cost, *salt, {}, {}};
    const auto stretched = key_from_passphrase(passphrase, base::as_bytes(content.salt), cost);
    if (!stretched) {
        return stretched.fault();
    }
    const Derived derived(*stretched);
    content.check = derived.check();
    const auto sealed = seal(derived.sealing(), key.seed(), base::as_bytes(header_of(content)));
    if (!sealed) {
        return sealed;
    }
    content.sealed = *sealed;
    return text_of(content);
}

/// The key in a sealed seed, when it is the one that the file names.
base::Result<SigningKey> key_in(std::string& seed_bytes, const Content& content, const fs::path& path) {
    Seed seed{};
    const bool fits = seed_bytes.size() == seed.size();
    std::copy_n(seed_bytes.begin(), fits ? seed.size() : 0, seed.begin());
    cleanse(seed_bytes);
    auto key = SigningKey::from_seed(seed);
    cleanse(seed);
    if (fits && key && key->public_key() != content.public_key) {
        return fault_at(path, FaultCode::corrupt, "the key file names another public key than it holds");
    }
    return fits ? std::move(key) : fault_at(path, FaultCode::corrupt, "the key file holds no seed");
}

} // namespace

base::Done KeyFile::create(const fs::path& path, const SigningKey& key, std::string_view passphrase, ScryptCost cost) {
    const auto text = text_for(key, passphrase, cost);
    return text ? base::write_file_atomically(path, *text, base::Replace::no) : base::Done(text.fault());
}

base::Result<SigningKey> KeyFile::open(const fs::path& path, std::string_view passphrase) {
    const auto content = read(path);
    if (!content) {
        return content.fault();
    }
    const auto stretched = key_from_passphrase(passphrase, base::as_bytes(content->salt), content->cost);
    if (!stretched) {
        const bool costs = stretched.fault().code == FaultCode::invalid_argument;
        return costs ? fault_at(path, FaultCode::unsupported, stretched.fault().detail) : stretched.fault();
    }
    const Derived derived(*stretched);
    if (!equal_in_constant_time(derived.check(), content->check)) {
        return fault_at(path, FaultCode::wrong_passphrase, "the passphrase does not open this key file");
    }
    auto seed = crypto::open(derived.sealing(), base::as_bytes(content->sealed), base::as_bytes(header_of(*content)));
    if (!seed) {
        return fault_at(path, FaultCode::corrupt, "the passphrase fits, but the key file was changed");
    }
    return key_in(*seed, *content, path);
}

base::Done KeyFile::change_passphrase(const fs::path& path, std::string_view before, std::string_view after,
                                      ScryptCost cost) {
    const auto key = open(path, before);
    if (!key) {
        return key.fault();
    }
    const auto text = text_for(*key, after, cost);
    return text ? base::write_file_atomically(path, *text) : base::Done(text.fault());
}

base::Result<PublicKey> KeyFile::public_key(const fs::path& path) {
    const auto content = read(path);
    if (!content) {
        return content.fault();
    }
    return content->public_key;
}

} // namespace crypto
