// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cel {

/// 128 bits: products of two 64-bit numbers without overflow.
__extension__ using Wide = __int128;

} // namespace cel
