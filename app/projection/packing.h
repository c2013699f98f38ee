// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/strong_id.h"
#include "app/domain/money.h"
#include "app/domain/untrusted_text.h"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace projection {

/// Values to bytes and back, for what a program keeps for itself: both sides are one list of fields
/// (`fields(io, value)` beside the type, found by its arguments), so that they cannot drift apart. Whole numbers are
/// LEB128, signed ones in zigzag; texts and lists begin with their length.
class Packer {
public:
    static constexpr bool reads = false;

    /// Bytes leave in pieces, so that nothing large stands in memory.
    explicit Packer(std::function<void(std::string_view)> sink)
        : sink_(std::move(sink)) {}

    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) {
            piece_.push_back(static_cast<char>(0x80U | (value & 0x7fU)));
        }
        piece_.push_back(static_cast<char>(value));
        if (piece_.size() >= most_in_a_piece) {
            flush();
        }
    }
    void fixed(std::uint64_t value) {
        for (unsigned shift = 0; shift < 64; shift += 8) {
            piece_.push_back(static_cast<char>(value >> shift));
        }
        if (piece_.size() >= most_in_a_piece) {
            flush();
        }
    }
    void bytes(std::string_view text) {
        number(text.size());
        piece_.append(text);
    }
    void flush() {
        sink_(piece_);
        piece_.clear();
    }

private:
    static constexpr std::size_t most_in_a_piece = 64U * 1024;
    std::function<void(std::string_view)> sink_;
    std::string piece_;
};

/// Reads what a Packer wrote. What cannot be read leaves ok() false, for good; values are then neutral, and a list is
/// never longer than the bytes that are left.
class Unpacker {
public:
    static constexpr bool reads = true;

    explicit Unpacker(std::string_view bytes)
        : rest_(bytes) {}

    [[nodiscard]] std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0) {
                return value;
            }
        }
        fail();
        return 0;
    }
    [[nodiscard]] std::uint64_t fixed() {
        if (rest_.size() < 8) {
            fail();
            return 0;
        }
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
        }
        rest_.remove_prefix(8);
        return value;
    }
    [[nodiscard]] std::string_view bytes() {
        const std::uint64_t size = number();
        if (size > rest_.size()) {
            fail();
            return {};
        }
        const std::string_view text = rest_.substr(0, static_cast<std::size_t>(size));
        rest_.remove_prefix(text.size());
        return text;
    }
    /// How many things follow, each at least one byte long.
    [[nodiscard]] std::size_t count() {
        const std::uint64_t value = number();
        if (value > rest_.size()) {
            fail();
            return 0;
        }
        return static_cast<std::size_t>(value);
    }
    void fail() {
        ok_ = false;
        rest_ = {};
    }
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    /// What was not read yet.
    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
    bool ok_ = true;
};

template <class Io>
void pack(Io& io, std::uint64_t& value) {
    if constexpr (Io::reads) {
        value = io.number();
    } else {
        io.number(value);
    }
}

template <class Io, std::integral Whole>
requires(!std::same_as<Whole, std::uint64_t>) void pack(Io& io, Whole& value) {
    if constexpr (Io::reads) {
        const std::uint64_t zigzag = io.number();
        const auto whole = static_cast<std::int64_t>((zigzag >> 1U) ^ (~(zigzag & 1U) + 1));
        value = static_cast<Whole>(whole);
        if (static_cast<std::int64_t>(value) != whole) {
            io.fail();
        }
    } else {
        const auto whole = static_cast<std::int64_t>(value);
        io.number((static_cast<std::uint64_t>(whole) << 1U) ^ static_cast<std::uint64_t>(whole >> 63U));
    }
}

/// An enumerator from 0 to `last`; anything else is no value of the type.
template <class Io, class Enum>
void pack_choice(Io& io, Enum& value, Enum last) {
    auto number = static_cast<std::uint64_t>(value);
    pack(io, number);
    if constexpr (Io::reads) {
        if (number > static_cast<std::uint64_t>(last)) {
            io.fail();
        } else {
            value = static_cast<Enum>(number);
        }
    }
}

template <class Io>
void pack(Io& io, std::string& value) {
    if constexpr (Io::reads) {
        value = std::string(io.bytes());
    } else {
        io.bytes(value);
    }
}

template <class Io, class Tag>
void pack(Io& io, base::StrongId<Tag>& value) {
    if constexpr (Io::reads) {
        value = base::StrongId<Tag>(std::string(io.bytes()));
    } else {
        io.bytes(value.bytes());
    }
}

template <class Io>
void pack(Io& io, domain::UntrustedText& value) {
    if constexpr (Io::reads) {
        value = domain::UntrustedText(std::string(io.bytes()));
    } else {
        io.bytes(value.bytes());
    }
}

template <class Io>
void pack(Io& io, base::Instant& value) {
    std::int64_t micros = value.time_since_epoch().count();
    pack(io, micros);
    if constexpr (Io::reads) {
        value = base::Instant{base::Microseconds{micros}};
    }
}

/// A currency that ISO 4217 does not list any more is none: the record is folded anew then.
template <class Io>
void pack(Io& io, domain::Currency& value) {
    if constexpr (Io::reads) {
        const std::string_view code = io.bytes();
        const auto known =
            code.empty() ? base::Result<domain::Currency>(domain::Currency()) : domain::Currency::from_code(code);
        if (known) {
            value = *known;
        } else {
            io.fail();
        }
    } else {
        io.bytes(value.code());
    }
}

template <class Io, class T>
requires requires(Io& io, T& value) {
    fields(io, value);
}
void pack(Io& io, T& value) {
    fields(io, value);
}

template <class Io, class T>
void pack(Io& io, std::optional<T>& value) {
    bool is_there = value.has_value();
    pack(io, is_there);
    if constexpr (Io::reads) {
        value = is_there ? std::optional<T>(T()) : std::nullopt;
    }
    if (value) {
        pack(io, *value);
    }
}

template <class Io, class List>
void pack_list(Io& io, List& list) {
    if constexpr (Io::reads) {
        list.clear();
        for (std::size_t left = io.count(); left > 0 && io.ok(); --left) {
            pack(io, list.emplace_back());
        }
    } else {
        io.number(list.size());
        for (auto& each : list) {
            pack(io, each);
        }
    }
}

template <class Io, class T>
void pack(Io& io, std::vector<T>& list) {
    pack_list(io, list);
}

template <class Io, class T>
void pack(Io& io, std::deque<T>& list) {
    pack_list(io, list);
}

template <class Io, class Key, class T>
void pack(Io& io, std::map<Key, T>& map) {
    if constexpr (Io::reads) {
        map.clear();
        for (std::size_t left = io.count(); left > 0 && io.ok(); --left) {
            Key key{};
            pack(io, key);
            pack(io, map[std::move(key)]);
        }
    } else {
        io.number(map.size());
        for (auto& [key, value] : map) {
            Key name = key;
            pack(io, name);
            pack(io, value);
        }
    }
}

template <class Io, class... Values>
void pack_all(Io& io, Values&... values) {
    (pack(io, values), ...);
}

} // namespace projection
