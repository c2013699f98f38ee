// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/courier/cause.h"

#include "app/link/fault.h"

namespace courier {

using base::FaultCode;

std::string_view cause_of(const base::Fault& fault) {
    if (fault.code == FaultCode::refused || fault.code == FaultCode::not_found) {
        switch (uplink::http_status(fault)) {
        case 401:
        case 403: return "login_refused";
        case 404:
        case 405: return "address_refused";
        case 429: return "too_many_requests";
        default: break;
        }
    }
    return base::name_of(fault.code);
}

} // namespace courier
