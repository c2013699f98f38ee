// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/house_table.h"

#include <algorithm>

namespace house {

namespace {

QStringList words(const char* text) {
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

QStringList folders(const QString& floor, const char* rooms) {
    QStringList all;
    for (const QString& room : words(rooms)) {
        all.append(room.contains(u'/') ? room : floor + u'/' + room);
    }
    return all;
}

/// Every room of `app` that is neither a program nor one of the three that implement the ports.
constexpr char below_the_ports[] =
    "json crypto text cel filter facts detect alarms policy authority wire mapping ledger store "
    "record link stream courier report paper ports projection verdicts";

Room app(const char* name, const char* rooms, const char* libraries = "") {
    QStringList known = folders(QStringLiteral("app"), rooms);
    if (qstrcmp(name, "base") != 0) {
        known.append(QStringLiteral("app/base"));
    }
    if (qstrcmp(name, "base") != 0 && qstrcmp(name, "json") != 0) {
        known.append(QStringLiteral("app/domain"));
    }
    return {QStringLiteral("app/") + QString::fromLatin1(name), known, words(libraries)};
}

Room model(const char* name, const char* rooms = "") {
    QStringList known = words("app/base app/domain app/ports app/cel app/filter app/text");
    known.append(folders(QStringLiteral("models"), rooms));
    return {QStringLiteral("models/") + QString::fromLatin1(name), known, {}};
}

Room pixels(const char* name, const char* rooms, const char* libraries = "Gui Widgets Svg") {
    QStringList known = words("app/base app/domain app/ports app/cel app/filter app/text models/*");
    known.append(folders(QStringLiteral("ui"), rooms));
    return {QStringLiteral("ui/") + QString::fromLatin1(name), known, words(libraries)};
}

QList<Room> made() {
    const QByteArray all_below = QByteArray(below_the_ports);
    const QByteArray everything_in_app = QByteArray(all_below).append(" handover newsroom decisions archive");
    const QByteArray with_premises = QByteArray(everything_in_app).append(" premises");
    const QByteArray everything = QByteArray(with_premises).append(" ui/* models/*");
    return {
        app("base", ""),
        app("domain", ""),
        app("json", "", "simdjson"),
        app("crypto", "", "OpenSSL"),
        app("text", "", "ICU"),
        app("cel", ""),
        app("filter", "cel"),
        app("facts", ""),
        app("detect", "facts"),
        app("alarms", ""),
        app("policy", "cel facts json"),
        app("authority", ""),
        app("wire", "json"),
        app("mapping", "wire json"),
        app("ledger", "json crypto"),
        app("store", "", "Sql"),
        app("record", "store ledger crypto wire"),
        app("link", "wire", "Network"),
        app("stream", "link wire mapping"),
        app("courier", "link wire crypto"),
        // The door of the process that keeps a store, for others of the same user: the only room with a local socket.
        app("handover", "record store wire", "LocalSocket"),
        app("report", "json text", "libxlsxwriter"),
        app("paper", "report text", "Gui"),
        app("ports", "cel"),
        // What newsroom, decisions and archive share: rows of the store as values of the ports.
        app("projection", "ports record store wire"),
        // What the record keeps of a judgement, and what it is made from again.
        app("verdicts", "cel facts policy json crypto authority store record wire ports"),
        app("newsroom", all_below.constData()),
        app("decisions", all_below.constData()),
        app("archive", all_below.constData()),
        // What the programs that keep a store share: folders, connection, record and the side of the link.
        app("premises", everything_in_app.constData()),
        app("sandbox", "wire mapping crypto json facts policy authority", "cpp-httplib"),
        app("ctl", with_premises.constData()),
        app("console", everything.constData(), "Gui Widgets"),
        model("sieve"),
        model("feed", "ledger"), // the core of long tables
        model("queue"),
        model("case"),
        model("ledger"),
        model("agents"),
        model("series"),
        pixels("look", ""),
        pixels("sieve", "look"),
        pixels("charts", "look", "Gui Widgets Svg Charts"),
        pixels("case", "look sieve charts"),
        pixels("judging", "look"),
        pixels("decide", "look"),
        pixels("decisions", "look sieve"),
        pixels("inbox", "look sieve case"),
        pixels("live", "look sieve charts"),
        pixels("spend", "look sieve charts"),
        pixels("agents", "look sieve charts spend"),
        pixels("history", "look sieve charts"),
        pixels("reports", "look charts"),
        pixels("health", "look sieve charts"),
        pixels("policy", "look charts decide"),
        pixels("settings", "look"),
        pixels("frame", "*"),
    };
}

} // namespace

const QList<Room>& table() {
    static const QList<Room> rooms = made();
    return rooms;
}

const Room* room_of(const QString& folder) {
    const auto& rooms = table();
    const auto found =
        std::find_if(rooms.begin(), rooms.end(), [&](const Room& room) { return room.folder == folder; });
    return found == rooms.end() ? nullptr : &*found;
}

bool may_include(const Room& room, const QString& folder) {
    const QString floor = folder.section(u'/', 0, 0);
    return folder == room.folder || room.rooms.contains(folder) || room.rooms.contains(floor + QStringLiteral("/*"));
}

const QList<Library>& libraries() {
    static const QList<Library> all = {
        {QStringLiteral("simdjson"), words("PkgConfig::SIMDJSON simdjson::simdjson"), words("simdjson.h simdjson/*")},
        {QStringLiteral("OpenSSL"), words("OpenSSL::Crypto OpenSSL::SSL"), words("openssl/*")},
        {QStringLiteral("ICU"), words("ICU::uc ICU::i18n ICU::data"), words("unicode/*")},
        {QStringLiteral("Sql"), words("Qt6::Sql SQLite::SQLite3 PostgreSQL::PostgreSQL"),
         words("sqlite3.h sqlite3ext.h libpq-fe.h")},
        // Its templates call OpenSSL, so it brings the library along, but not the headers.
        {QStringLiteral("cpp-httplib"), words("PkgConfig::HTTPLIB httplib::httplib OpenSSL::SSL OpenSSL::Crypto"),
         words("httplib.h")},
        {QStringLiteral("libxlsxwriter"), words("PkgConfig::XLSXWRITER"), words("xlsxwriter.h xlsxwriter/*")},
        {QStringLiteral("LocalSocket"), words("Qt6::Network"), words("QLocalServer QLocalSocket")},
        {QStringLiteral("Network"), words("Qt6::Network"), {}},
        {QStringLiteral("Gui"), words("Qt6::Gui Qt6::OpenGL"), {}},
        {QStringLiteral("Widgets"), words("Qt6::Widgets"), {}},
        {QStringLiteral("Charts"), words("Qt6::Charts"), {}},
        {QStringLiteral("Svg"), words("Qt6::Svg Qt6::SvgWidgets"), words("")},
        {QStringLiteral("PrintSupport"), words("Qt6::PrintSupport"), {}},
        {QStringLiteral("DBus"), words("Qt6::DBus"), {}},
        {QStringLiteral("Multimedia"), words("Qt6::Multimedia"), {}},
    };
    return all;
}

} // namespace house
