// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/passphrase.h"

#include "app/premises/private_file.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace ctl {

std::optional<std::string> answer_on_terminal(const std::string& question, bool echo) {
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0) {
        return std::nullopt;
    }
    termios before{};
    const bool known = ::tcgetattr(terminal, &before) == 0;
    if (known && !echo) {
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(terminal, TCSAFLUSH, &silent);
    }
    std::string answer;
    bool whole = ::write(terminal, question.data(), question.size()) >= 0;
    for (char byte = 0; whole && ::read(terminal, &byte, 1) == 1 && byte != '\n';) {
        answer += byte;
    }
    if (known && !echo) {
        ::tcsetattr(terminal, TCSAFLUSH, &before);
        whole = whole && ::write(terminal, "\n", 1) == 1;
    }
    ::close(terminal);
    return answer;
}

base::Result<std::string> passphrase(const Arguments& arguments, const std::string& question) {
    std::string text;
    if (arguments.has("passphrase-file")) {
        auto content = premises::read_private_file(arguments.value("passphrase-file"), "the passphrase file");
        if (!content) {
            return std::move(content).fault();
        }
        text = content->substr(0, content->find_first_of("\r\n"));
    } else if (auto answer = answer_on_terminal(question, false)) {
        text = *std::move(answer);
    } else {
        return base::Fault{base::FaultCode::invalid_argument,
                           "there is no terminal to ask for the passphrase; use --passphrase-file FILE",
                           {}};
    }
    if (text.empty()) {
        return base::Fault{base::FaultCode::invalid_argument, "the passphrase is empty", {}};
    }
    return text;
}

} // namespace ctl
