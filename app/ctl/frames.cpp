// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/frames.h"

#include "app/json/value.h"

namespace ctl {

std::string outcome_line(const mapping::Outcome& outcome) {
    const json::Value head = json::Value::object({{"conversation_id", json::Value(outcome.conversation.bytes())},
                                                  {"source", json::Value(outcome.source.bytes())}});
    std::string line = json::canonical(head);
    line.pop_back();
    return line + ",\"outcome\":" + outcome.json + "}\n";
}

} // namespace ctl
