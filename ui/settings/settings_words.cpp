// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_words.h"

#include "ui/look/fault_text.h"

#include "app/text/safe_text.h"

namespace ui::settings {

QString SettingsWords::of(ports::TestStep step) {
    switch (step) {
    case ports::TestStep::form: return tr("What was typed");
    case ports::TestStep::address: return tr("Address");
    case ports::TestStep::connection: return tr("Connection");
    case ports::TestStep::certificate: return tr("Certificate");
    case ports::TestStep::login: return tr("Login");
    case ports::TestStep::feed: return tr("Feed");
    case ports::TestStep::clock: return tr("Clock");
    }
    return {};
}

QString SettingsWords::advice(const ports::TestLine& line) {
    const bool untrusted = line.fault && line.fault->code == base::FaultCode::untrusted;
    switch (line.step) {
    case ports::TestStep::form: return line.fault ? form_fault(*line.fault) : QString();
    case ports::TestStep::address:
        return tr("No computer of this name was found. Check the spelling, and whether this network reaches it.");
    case ports::TestStep::connection:
        return tr(
            "Nobody answers there. Check the port, and whether the gateway runs and a firewall lets you through.");
    case ports::TestStep::certificate:
        return untrusted ? tr("This certificate is not confirmed yet. Compare its fingerprint with what the gateway's "
                              "operator tells you by another way, then confirm it.")
                         : tr("No protected connection came about. Ask the operator for TLS 1.2 or newer.");
    case ports::TestStep::login:
        return line.fault && line.fault->where == "client_certificate"
                   ? tr("The gateway ends the connection before it answers. It may want a client certificate, or "
                        "another "
                        "one than this: ask its operator.")
                   : tr("The gateway does not accept the token. Ask its operator for a new one.");
    case ports::TestStep::feed:
        return tr("The feed does not open. Check the source, and whether the token may read it.");
    case ports::TestStep::clock:
        return tr("The clocks differ by more than 30 seconds. Set this computer's clock, or tell the operator.");
    }
    return {};
}

QString SettingsWords::form_fault(const base::Fault& fault) {
    if (fault.where == "name") {
        return tr("Give the connection a name of 1 to 60 letters.");
    }
    if (fault.where == "port") {
        return tr("The port is a number between 1 and 65535.");
    }
    if (fault.where == "certificate") {
        return tr("A fingerprint has 64 digits from 0 to 9 and a to f.");
    }
    if (fault.where == "gateway_key") {
        return tr("The gateway's key is missing: test the connection, compare the key and confirm it.");
    }
    if (fault.where == "authorities") {
        return tr("The authorities cannot be read. Choose a file that holds certificates in PEM form.");
    }
    if (fault.where == "client_certificate") {
        return tr("The client certificate cannot be read, or is missing beside its key. Choose a PEM file.");
    }
    if (fault.where == "client_key") {
        return tr("The client key cannot be read, or is missing beside its certificate. Choose a PEM file without a "
                  "passphrase.");
    }
    if (fault.where == "token") {
        return tr("The token has characters that no token has. Paste it again, without blanks.");
    }
    if (fault.where == "host") {
        return tr("The address is no name and no address. Write it without https:// and without a path.");
    }
    return look::fault_text(fault.code);
}

QString SettingsWords::field(std::string_view name) {
    static const std::pair<const char*, const char*> names[] = {
        {"time", QT_TR_NOOP("Date or time")},
        {"amount", QT_TR_NOOP("Amount, gross")},
        {"tax", QT_TR_NOOP("Tax")},
        {"net", QT_TR_NOOP("Net amount")},
        {"currency", QT_TR_NOOP("Currency")},
        {"agent", QT_TR_NOOP("Agent, card or account")},
        {"agent_name", QT_TR_NOOP("Name of the agent")},
        {"owner", QT_TR_NOOP("Owner")},
        {"supplier", QT_TR_NOOP("Supplier")},
        {"category", QT_TR_NOOP("Category")},
        {"description", QT_TR_NOOP("Description")},
        {"cost_centre", QT_TR_NOOP("Cost centre")},
        {"po_number", QT_TR_NOOP("Purchase order number")},
        {"reference", QT_TR_NOOP("Reference")},
    };
    for (const auto& [known, words] : names) {
        if (name == known) {
            return tr(words);
        }
    }
    return text::safe(name).qstring();
}

QString SettingsWords::sureness(std::int32_t permille) {
    constexpr std::int32_t sure = 800;
    constexpr std::int32_t likely = 500;
    return permille >= sure ? tr("Sure") : permille >= likely ? tr("Likely") : tr("Doubtful");
}

QString SettingsWords::reason(std::string_view code) {
    if (code == "header_is_known") {
        return tr("the header is known");
    }
    if (code == "header_contains") {
        return tr("the header sounds like it");
    }
    if (code == "values_are_dates") {
        return tr("the values are dates");
    }
    if (code == "values_are_amounts") {
        return tr("the values are amounts");
    }
    if (code == "values_are_currencies") {
        return tr("the values are currencies");
    }
    return code == "values_repeat" ? tr("the values repeat") : text::safe(code).qstring();
}

QString SettingsWords::doubt(std::string_view code) {
    if (code == "day_and_month_ambiguous") {
        return tr("Day and month could be meant either way. Look at the file and say which comes first.");
    }
    if (code == "decimal_point_ambiguous") {
        return tr("It is not clear whether the comma or the point divides the decimals. Look at the file and say it.");
    }
    if (code == "amounts_mostly_negative") {
        return tr("Most amounts are negative. Say whether negative means that money was spent.");
    }
    if (code == "no_date_format_fits") {
        return tr("No way of writing dates fits the chosen column. Choose another column, or mend the dates in the "
                  "file and open it again.");
    }
    if (code == "no_decimal_form_fits") {
        return tr("No way of writing amounts fits the chosen column. Choose another column, or mend the amounts in the "
                  "file and open it again.");
    }
    if (code == "letters_are_western") {
        return tr(
            "The letters are not written in UTF-8; they are read as Western European (Windows-1252). Look whether "
            "names with é, ä or ß are right.");
    }
    return text::safe(code).qstring();
}

QString SettingsWords::of(domain::RowTrouble trouble) {
    switch (trouble) {
    case domain::RowTrouble::blank: return tr("Blank rows");
    case domain::RowTrouble::field_count: return tr("Rows with more or fewer cells than the header");
    case domain::RowTrouble::letters: return tr("Rows with bytes that are no letters");
    case domain::RowTrouble::broken:
        return tr("Rows that cannot be taken apart, for example by a quote that never closes");
    }
    return {};
}

QString SettingsWords::no_table(const base::Fault& fault) {
    if (fault.where == "workbook") {
        return tr("This is a workbook, not a table of text. Open it in the spreadsheet program, save the sheet as CSV "
                  "(UTF-8), and drop that file.");
    }
    if (fault.where == "utf-16") {
        return tr("This file is written in UTF-16. Save it as CSV (UTF-8) and drop it again.");
    }
    if (fault.code == base::FaultCode::malformed) {
        return tr("This does not look like a table: the first line has to name the columns, separated by commas, "
                  "semicolons or tabs.");
    }
    return {};
}

} // namespace ui::settings
