// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answers.h"

namespace sandbox {

class Faults;
class Platform;

/// What only a sandbox has, behind the same token: POST /sandbox/v1/faults {"lose-answers":"0.5",…},
/// POST /sandbox/v1/scenario {"name":"…"}, POST /sandbox/v1/advance {"seconds":60}.
void add_test_doors(httplib::Server& http, Platform& platform, Faults& faults, const Guard& guard);

} // namespace sandbox
