// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cel/code.h"
#include "app/cel/rates.h"
#include "app/cel/trace.h"

namespace cel {

/// Writes what nodes came to into a Trace; with `kept` false it is nothing at all, and costs nothing.
template <bool kept>
class Recorder {
public:
    Recorder(Trace* trace, const Code& code)
        : trace_(trace) {
        if constexpr (kept) {
            trace_->seen_.assign(code.nodes.size(), {});
            trace_->rates_.clear();
        } else {
            static_cast<void>(code);
        }
    }
    void saw(NodeId id, const Value& value) {
        if constexpr (kept) {
            trace_->seen_[id].value = value;
            ++trace_->seen_[id].times;
        }
    }
    void joined(NodeId id, const Rate& rate, const RateTable& table) {
        if constexpr (kept) {
            trace_->rates_.push_back({id, describe(rate, table)});
        }
    }
    /// A loop begins its next item: what its parts saw of the one before is gone.
    void forget(NodeId first, NodeId last) {
        if constexpr (kept) {
            for (NodeId id = first; id <= last; ++id) {
                trace_->seen_[id].value = Value();
            }
        }
    }

private:
    Trace* trace_;
};

} // namespace cel
