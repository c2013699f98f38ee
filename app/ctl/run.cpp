// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/run.h"

#include "app/ctl/command.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace ctl {

namespace {

std::vector<Command> all_commands() {
    return {import_command(), batches_command(), record_command(), events_command(), quarantine_command(),
            status_command(), decide_command(),  key_command(),    roster_command(), policy_command()};
}

int finish(Terminal& terminal, ExitCode code) {
    if (!terminal.flush() && code == ExitCode::done) {
        return static_cast<int>(ExitCode::failed);
    }
    return static_cast<int>(code);
}

int complain(Terminal& terminal, const base::Fault& fault) {
    terminal.complain(fault);
    return finish(terminal, exit_code(fault.code));
}

int run_command(const Command& command, const std::vector<std::string>& words) {
    const bool json = std::find(words.begin(), words.end(), "--json") != words.end();
    const auto arguments = parse(command.spec, words);
    Terminal terminal(json, arguments && arguments->has("quiet"));
    if (!arguments) {
        return complain(terminal, arguments.fault());
    }
    if (arguments->has("help")) {
        terminal.write(help_of(command.spec));
        return finish(terminal, ExitCode::done);
    }
    const Folders folders = premises::folders_of(arguments->value("state"));
    const base::SystemClock clock;
    Interrupt interrupt;
    Context context{*arguments, folders, terminal, interrupt, clock};
    const Outcome outcome = command.run(context);
    return outcome ? finish(terminal, *outcome) : complain(terminal, outcome.fault());
}

} // namespace

int run(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("reevectl"));
    std::vector<std::string> words(argv + 1, argv + argc);
    const std::vector<Command> commands = all_commands();
    Terminal terminal(std::find(words.begin(), words.end(), "--json") != words.end(), false);
    if (words.empty() || words.front() == "--help" || words.front() == "help") {
        std::vector<CommandSpec> specs;
        for (const Command& command : commands) {
            specs.push_back(command.spec);
        }
        terminal.write(overview(specs));
        return finish(terminal, words.empty() ? ExitCode::wrong_use : ExitCode::done);
    }
    if (words.front() == "--version") {
        terminal.write("reevectl " REEVE_VERSION "\n");
        return finish(terminal, ExitCode::done);
    }
    const auto command = std::find_if(commands.begin(), commands.end(),
                                      [&words](const Command& one) { return one.spec.name == words.front(); });
    if (command == commands.end()) {
        return complain(terminal,
                        {base::FaultCode::invalid_argument, "there is no command \"" + words.front() + "\"", {}});
    }
    words.erase(words.begin());
    return run_command(*command, words);
}

} // namespace ctl
