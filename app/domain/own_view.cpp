// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/own_view.h"

namespace domain {

std::string_view name_of(OwnView view) {
    switch (view) {
    case OwnView::fine: return "fine";
    case OwnView::odd: return "odd";
    case OwnView::wrong: return "wrong";
    }
    return {};
}

std::optional<OwnView> own_view(std::string_view name) {
    for (const OwnView view : {OwnView::fine, OwnView::odd, OwnView::wrong}) {
        if (name_of(view) == name) {
            return view;
        }
    }
    return std::nullopt;
}

} // namespace domain
