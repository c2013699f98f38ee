// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/private_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace ctl {

namespace {

constexpr qint64 most_bytes = qint64{1} << 20;

} // namespace

base::Result<std::string> read_private_file(const std::filesystem::path& file, const std::string& what) {
    QFile device(QString::fromStdString(file.string()));
    if (!device.exists()) {
        return base::Fault{base::FaultCode::not_found, "there is no such file", file.string()};
    }
    if (!QFileInfo(device).isFile() || !device.open(QIODevice::ReadOnly)) {
        return base::Fault{base::FaultCode::unreadable, "the file cannot be read", file.string()};
    }
    if ((device.permissions() & (QFile::ReadGroup | QFile::ReadOther)) != 0) {
        return base::Fault{base::FaultCode::refused, "others may read " + what + "; run chmod 600 on it",
                           file.string()};
    }
    const QByteArray bytes = device.read(most_bytes + 1);
    if (bytes.size() > most_bytes) {
        return base::Fault{base::FaultCode::too_large, "the file has more than 1 MiB", file.string()};
    }
    return bytes.toStdString();
}

base::Done write_file(const std::filesystem::path& file, std::string_view content, bool is_private) {
    QSaveFile device(QString::fromStdString(file.string()));
    const auto size = static_cast<qint64>(content.size());
    if (!device.open(QIODevice::WriteOnly) ||
        (is_private && !device.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) ||
        device.write(content.data(), size) != size || !device.commit()) {
        return base::Fault{base::FaultCode::unreadable,
                           "the file cannot be written: " + device.errorString().toStdString(), file.string()};
    }
    return {};
}

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
        auto content = read_private_file(arguments.value("passphrase-file"), "the passphrase file");
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
