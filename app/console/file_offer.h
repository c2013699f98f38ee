// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mapping/mapping.h"
#include "app/ports/files.h"

#include <functional>
#include <string>

namespace console {

/// How a file would be read. Faults: those of mapping::sample_of.
[[nodiscard]] base::Result<ports::FileOffer> make_offer(const std::string& path);

/// The offer with what a person changed, as a mapping. Faults: those of mapping::parse.
[[nodiscard]] base::Result<mapping::Mapping> mapping_of(const ports::FileOffer& offer);

/// What an import of the offer would make of the whole file. `refit`: forms of dates and amounts are chosen anew.
/// What the whole file settles is no doubt any more. Faults: those of mapping::preview.
[[nodiscard]] base::Result<ports::OfferLook> look_at(ports::FileOffer offer, bool refit,
                                                     const std::function<bool()>& go_on);

} // namespace console
