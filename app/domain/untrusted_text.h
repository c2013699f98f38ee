// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace domain {

/// Text that someone outside said: an agent, a supplier, a transcript, a file. It may be an attack on the person who
/// reads it (hidden controls, markup, look-alike names), so there is no way from here to QString; app/text makes
/// SafeText of it. `bytes()` is for what keeps, sends or hashes it unchanged: wire, store, crypto. UTF-8, validated by
/// the reader.
class UntrustedText {
public:
    UntrustedText() = default;
    explicit UntrustedText(std::string bytes)
        : bytes_(std::move(bytes)) {}

    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

    friend auto operator<=>(const UntrustedText&, const UntrustedText&) = default;

private:
    std::string bytes_;
};

} // namespace domain
