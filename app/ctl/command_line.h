// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ctl {

/// An option "--name" or "--name VALUE" (also "--name=VALUE").
struct OptionSpec {
    std::string name;  ///< without the dashes
    std::string value; ///< name of the value in the help; empty: a switch
    std::string help;
    bool repeatable = false;
};

/// What a command takes.
struct CommandSpec {
    std::string name;
    std::string operands; ///< as the help shows them, e.g. "FILE..."
    std::string summary;  ///< one line
    std::string text;     ///< what else there is to know, may be several lines
    std::vector<OptionSpec> options;
    std::size_t least_operands = 0;
    std::size_t most_operands = 0;
};

/// A command line that was taken apart.
class Arguments {
public:
    [[nodiscard]] bool has(const std::string& option) const { return values_.contains(option); }
    /// The last value given; empty when there is none.
    [[nodiscard]] std::string value(const std::string& option) const;
    [[nodiscard]] std::vector<std::string> values(const std::string& option) const;
    [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

private:
    friend base::Result<Arguments> parse(const CommandSpec&, const std::vector<std::string>&);
    std::map<std::string, std::vector<std::string>> values_;
    std::vector<std::string> operands_;
};

/// Options that every command has: state, json, quiet, help.
[[nodiscard]] const std::vector<OptionSpec>& common_options();

/// Takes options and operands in any order; "--" ends the options. Faults: invalid_argument, saying what is wrong.
[[nodiscard]] base::Result<Arguments> parse(const CommandSpec& spec, const std::vector<std::string>& words);

/// A whole number of an option. Faults: invalid_argument (naming the option).
[[nodiscard]] base::Result<std::optional<std::uint64_t>> number_of(const Arguments& arguments,
                                                                   const std::string& option);

/// The help of one command.
[[nodiscard]] std::string help_of(const CommandSpec& spec);
/// The help of the program.
[[nodiscard]] std::string overview(const std::vector<CommandSpec>& commands);

} // namespace ctl
