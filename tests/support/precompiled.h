// SPDX-License-Identifier: GPL-3.0-or-later
//
// Precompiled for all tests: what most of them include anyway and what never changes. Each file still names what it
// uses. Qt Test is not here: what it declares depends on the Qt modules of the test.
#pragma once

#include <QtCore/QtCore>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>
