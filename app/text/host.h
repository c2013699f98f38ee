// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/text/safe_text.h"

#include <string_view>

namespace text {

/// The host of a URL in its ASCII form ("xn--…"), to show where a link would lead: no look-alike letters, no user name
/// in front ("https://bank.example@evil.example" is "evil.example"). Only http and https, only addresses that every
/// reader reads alike: a backslash, a blank or a control in it makes it malformed. Nothing is opened or looked up.
/// Faults: malformed, unsupported (another scheme, or none), too_large (over 8 KiB).
[[nodiscard]] base::Result<SafeText> ace_host(std::string_view url);

} // namespace text
