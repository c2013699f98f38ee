// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"

#include <algorithm>
#include <charconv>

namespace ctl {

namespace {

constexpr std::size_t help_column = 28;

base::Fault wrong(std::string detail) {
    return {base::FaultCode::invalid_argument, std::move(detail), {}};
}

const OptionSpec* find_option(const CommandSpec& spec, std::string_view name) {
    for (const auto* options : {&spec.options, &common_options()}) {
        const auto found = std::find_if(options->begin(), options->end(),
                                        [name](const OptionSpec& option) { return option.name == name; });
        if (found != options->end()) {
            return &*found;
        }
    }
    return nullptr;
}

std::string option_line(const OptionSpec& option) {
    std::string line = "  --" + option.name + (option.value.empty() ? "" : " " + option.value);
    line.append(line.size() < help_column ? help_column - line.size() : 1, ' ');
    return line + option.help + "\n";
}

const char* const exit_text = "Exit codes: 0 done; 1 failed; 2 wrong use; 3 done, but somebody should look; 4 bad "
                              "input;\n            5 store; 6 connection; 7 refused; 130 interrupted.\n";

} // namespace

const std::vector<OptionSpec>& common_options() {
    static const std::vector<OptionSpec> options = {
        {"state", "FOLDER", "where record, keys and connection are (default: as the console)", false},
        {"json", "", "answer in JSON, one object a line; errors too, on standard error", false},
        {"quiet", "", "no progress and no remarks", false},
        {"help", "", "this text", false},
    };
    return options;
}

std::string Arguments::value(const std::string& option) const {
    const auto found = values_.find(option);
    return found == values_.end() ? std::string() : found->second.back();
}

std::vector<std::string> Arguments::values(const std::string& option) const {
    const auto found = values_.find(option);
    return found == values_.end() ? std::vector<std::string>() : found->second;
}

base::Result<Arguments> parse(const CommandSpec& spec, const std::vector<std::string>& words) {
    Arguments out;
    bool options_ended = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        if (options_ended || !word.starts_with("--")) {
            out.operands_.push_back(word);
            continue;
        }
        if (word == "--") {
            options_ended = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const OptionSpec* option = find_option(spec, name);
        if (option == nullptr) {
            return wrong("there is no option --" + name);
        }
        std::string value;
        if (option->value.empty() == (equals != std::string::npos)) {
            if (option->value.empty()) {
                return wrong("--" + name + " takes no value");
            }
            if (++at == words.size()) {
                return wrong("--" + name + " needs a value: " + option->value);
            }
            value = words[at];
        } else if (equals != std::string::npos) {
            value = word.substr(equals + 1);
        }
        if (out.values_.contains(name) && !option->repeatable) {
            return wrong("--" + name + " is given twice");
        }
        out.values_[name].push_back(std::move(value));
    }
    if (out.has("help")) {
        return out;
    }
    if (out.operands_.size() < spec.least_operands) {
        return wrong(spec.name + " needs " + spec.operands);
    }
    if (out.operands_.size() > spec.most_operands) {
        return wrong("\"" + out.operands_[spec.most_operands] + "\" is too much here");
    }
    return out;
}

base::Result<std::optional<std::uint64_t>> number_of(const Arguments& arguments, const std::string& option) {
    if (!arguments.has(option)) {
        return std::optional<std::uint64_t>();
    }
    const std::string text = arguments.value(option);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return wrong("--" + option + " needs a whole number, not \"" + text + "\"");
    }
    return std::optional(value);
}

std::string help_of(const CommandSpec& spec) {
    std::string out = "Usage: reevectl " + spec.name + (spec.operands.empty() ? "" : " " + spec.operands) +
                      " [options]\n\n" + spec.summary + ".\n";
    if (!spec.text.empty()) {
        out += "\n" + spec.text + "\n";
    }
    out += "\nOptions:\n";
    for (const OptionSpec& option : spec.options) {
        out += option_line(option);
    }
    for (const OptionSpec& option : common_options()) {
        out += option_line(option);
    }
    return out + "\n" + exit_text;
}

std::string overview(const std::vector<CommandSpec>& commands) {
    std::string out = "Usage: reevectl COMMAND [options]\n\n"
                      "Records, decides and looks things up without the console.\n\nCommands:\n";
    for (const CommandSpec& command : commands) {
        std::string line = "  " + command.name;
        line.append(line.size() < 14 ? 14 - line.size() : 1, ' ');
        out += line + command.summary + "\n";
    }
    out += "\nreevectl COMMAND --help says more. reevectl --version names the version.\n\n";
    return out + exit_text;
}

} // namespace ctl
