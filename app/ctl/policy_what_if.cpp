// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/walk.h"
#include "app/ctl/import_file.h"
#include "app/ctl/policy_job.h"
#include "app/ctl/what_if_report.h"
#include "app/mapping/reader.h"
#include "app/policy/what_if.h"

#include <cmath>
#include <cstdlib>
#include <thread>

namespace ctl {

namespace {

base::Fault wrong(std::string detail) {
    return {base::FaultCode::invalid_argument, std::move(detail), {}};
}

/// "confirm=2.5"
base::Done read_minutes(const std::string& text, domain::Effort& effort) {
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const std::string number = equals == std::string::npos ? std::string() : text.substr(equals + 1);
    char* end = nullptr;
    const double minutes = std::strtod(number.c_str(), &end);
    if (number.empty() || *end != '\0' || !std::isfinite(minutes) || minutes < 0 || minutes > 1440) {
        return wrong("--minutes takes TIER=MINUTES or work_item=MINUTES, not \"" + text + "\"");
    }
    if (name == "work_item") {
        effort.work_item_minutes = minutes;
        return {};
    }
    const auto tier = domain::from_name<domain::Tier>(name);
    if (!tier) {
        return wrong("there is no tier \"" + name + "\"");
    }
    effort.minutes[static_cast<std::size_t>(*tier)] = minutes;
    return {};
}

base::Result<policy::WhatIfOptions> options_of(const Arguments& arguments) {
    policy::WhatIfOptions options;
    options.threads = std::max(1U, std::min(2U, std::thread::hardware_concurrency()));
    for (const std::string& text : arguments.values("minutes")) {
        REEVE_TRY(read_minutes(text, options.effort));
    }
    const auto people = number_of(arguments, "people");
    const auto listed = number_of(arguments, "list");
    if (!people || !listed) {
        return people ? listed.fault() : people.fault();
    }
    if (people->value_or(1) < 1 || people->value_or(1) > 1000 || listed->value_or(0) > 100'000) {
        return wrong("--people is 1 to 1000, --list at most 100000");
    }
    options.effort.people = static_cast<int>(people->value_or(1));
    options.listed = static_cast<std::size_t>(listed->value_or(50));
    return options;
}

base::Done take_record(Context& context, policy::WhatIf& what_if) {
    archive::Walker walker;
    walker.take = [&](domain::Event event) { what_if.take(std::move(event)); };
    walker.amended = [&](const domain::TransactionKey& key, std::int32_t newest) { what_if.expect(key, newest); };
    walker.leave_out = [&] { what_if.leave_out(); };
    walker.go_on = [&](std::uint64_t done, std::uint64_t total) {
        context.terminal.progress("judging", done, total);
        return !Interrupt::asked();
    };
    return archive::walk_record(context.folders.store(), walker);
}

/// A file through a mapping, as import would read it; nothing is stored.
base::Done take_file(Context& context, const std::string& file, policy::WhatIf& what_if) {
    const auto mapping = mapping_for(file, context.arguments);
    if (!mapping) {
        return mapping.fault();
    }
    auto reader = mapping::Reader::open(file, *mapping, {});
    if (!reader) {
        return reader.fault();
    }
    while (true) {
        auto items = (*reader)->next(2000);
        if (!items) {
            return items.fault();
        }
        for (mapping::Item& item : *items) {
            if (auto* event = std::get_if<domain::Event>(&item.what)) {
                what_if.take(std::move(*event));
            } else if (std::holds_alternative<mapping::Quarantined>(item.what)) {
                what_if.leave_out();
            }
        }
        if (items->empty()) {
            return {};
        }
        if (Interrupt::asked()) {
            return base::Fault{base::FaultCode::cancelled, "interrupted", {}};
        }
        const auto progress = (*reader)->progress();
        context.terminal.progress("judging " + shown(file), progress.bytes_read, progress.bytes_total);
    }
}

base::Done take_history(Context& context, policy::WhatIf& what_if) {
    const auto files = context.arguments.values("file");
    for (const std::string& file : files) {
        REEVE_TRY(take_file(context, file, what_if));
    }
    return files.empty() ? take_record(context, what_if) : base::Done();
}

} // namespace

Outcome what_if_policy(Context& context) {
    const auto before = read_policy(context);
    if (!before) {
        return before.fault();
    }
    const auto after = read_policy(context, context.arguments.operands()[1]);
    if (!after) {
        return after.fault();
    }
    const auto options = options_of(context.arguments);
    if (!options) {
        return options.fault();
    }
    std::vector<policy::Finding> findings; // were said when the two were read
    auto what_if = policy::WhatIf::make(before->document(), after->document(), *options, findings);
    if (!what_if) {
        return base::Fault{base::FaultCode::internal, "a policy that compiled does not compile", {}};
    }
    REEVE_TRY(take_history(context, *what_if));
    const domain::WhatIf made = what_if->finish();
    context.terminal.end_progress();
    give_what_if(context.terminal, made, options->effort);
    say_what_if(context.terminal, made, options->effort);
    return made.unreadable > 0 ? ExitCode::reservations : ExitCode::done;
}

} // namespace ctl
