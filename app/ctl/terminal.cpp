// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include "app/ctl/exit_code.h"
#include "app/text/formats.h"
#include "app/text/safe_text.h"

#include <QLocale>

#include <unistd.h>

#include <cstdio>

namespace ctl {

namespace {

constexpr std::chrono::milliseconds progress_interval{100};

std::string without_isolates(const QString& text) {
    QString out = text;
    out.remove(QChar(0x2068));
    out.remove(QChar(0x2069));
    return out.toStdString();
}

} // namespace

std::string shown(std::string_view untrusted) {
    return without_isolates(text::safe(untrusted).qstring());
}

std::string shown_lines(std::string_view untrusted) {
    return without_isolates(text::safe(untrusted, text::passage).qstring());
}

std::string shown(const domain::Money& amount) {
    QString text = text::money(amount, QLocale(QLocale::English, QLocale::UnitedKingdom));
    text.replace(QChar(QChar::Nbsp), QLatin1Char(' ')); // people search for "GBP 8.25" with grep
    return without_isolates(text);
}

std::string shown_number(std::uint64_t value) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(static_cast<qulonglong>(value)).toStdString();
}

std::string counted(std::uint64_t count, const std::string& thing) {
    return shown_number(count) + " " + thing + (count == 1 ? "" : "s");
}

json::Value value_of(const domain::Money& amount) {
    return json::Value::object(
        {{"currency", json::Value(amount.currency.code())}, {"minor", json::Value::decimal(amount.minor)}});
}

Terminal::Terminal(bool json, bool quiet)
    : json_(json)
    , progress_wanted_(!json && !quiet && ::isatty(STDERR_FILENO) == 1)
    , quiet_(quiet) {}

void Terminal::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) {
        broken_ = true;
    }
}

void Terminal::say(std::string_view line) {
    if (!json_) {
        end_progress();
        write(line);
        write("\n");
    }
}

void Terminal::give(const json::Value& value) {
    if (json_) {
        write(json::canonical(value));
        write("\n");
    }
}

void Terminal::remark(std::string_view line) {
    if (!quiet_ && !json_) {
        end_progress();
        std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
    }
}

void Terminal::complain(const base::Fault& fault) {
    end_progress();
    const std::string what_to_do = advice(fault.code);
    if (json_) {
        json::Value error = json::Value::object({{"code", json::Value(base::name_of(fault.code))},
                                                 {"detail", json::Value(fault.detail)},
                                                 {"advice", json::Value(what_to_do)}});
        error.set_text("where", fault.where);
        const std::string text = json::canonical(json::Value::object({{"error", std::move(error)}}));
        std::fprintf(stderr, "%s\n", text.c_str());
        return;
    }
    const std::string place = fault.where.empty() ? "" : " (" + shown(fault.where) + ")";
    const std::string detail = fault.detail.empty() ? std::string(base::name_of(fault.code)) : shown(fault.detail);
    std::fprintf(stderr, "reevectl: %s%s%s%s.\n", detail.c_str(), place.c_str(), what_to_do.empty() ? "" : ": ",
                 what_to_do.c_str());
}

void Terminal::progress(std::string_view what, std::uint64_t done, std::uint64_t total) {
    const auto now = std::chrono::steady_clock::now();
    if (!progress_wanted_ || (progress_shown_ && now - last_progress_ < progress_interval)) {
        return;
    }
    last_progress_ = now;
    progress_shown_ = true;
    const std::string measure =
        total > 0 ? std::to_string(std::min<std::uint64_t>(100, done * 100 / total)) + " %" : shown_number(done);
    std::fprintf(stderr, "\r\x1b[K%.*s %s", static_cast<int>(what.size()), what.data(), measure.c_str());
    std::fflush(stderr);
}

void Terminal::end_progress() {
    if (progress_shown_) {
        std::fprintf(stderr, "\r\x1b[K");
        std::fflush(stderr);
        progress_shown_ = false;
    }
}

bool Terminal::flush() {
    end_progress();
    return std::fflush(stdout) == 0 && !broken_;
}

} // namespace ctl
