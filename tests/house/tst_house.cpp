// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/house_table.h"
#include "tests/house/rules.h"
#include "tests/house/source_tree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

QString root() {
    return QStringLiteral(REEVE_SOURCE_DIR);
}

QString in_room(const QList<house::Finding>& findings, const QString& folder) {
    QList<house::Finding> own;
    for (const house::Finding& finding : findings) {
        if (finding.file.startsWith(folder + u'/')) {
            own.append(finding);
        }
    }
    return house::sentences(own);
}

void plant(const QTemporaryDir& house, const QString& file, const QByteArray& content) {
    QVERIFY(QFileInfo(house.filePath(file)).dir().mkpath(QStringLiteral(".")));
    QFile planted(house.filePath(file));
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.write(content);
}

QByteArray header_of(const char* name, const QByteArray& lines) {
    return "// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n" + lines + "namespace " + name + " {}\n";
}

} // namespace

/// The walls: who may include and link whom, how long files are, what lies where. Each rule is shown to find what it
/// is for before it is believed that there is nothing.
class TestHouse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_room_includes_only_what_it_may_data();
    void a_room_includes_only_what_it_may();
    void a_room_links_only_what_it_may_data();
    void a_room_links_only_what_it_may();
    void everything_is_where_it_belongs();
    void files_are_licensed_and_short();
    void every_file_is_compiled_with_the_flags();
    void the_table_knows_only_its_own_rooms();
    void a_planted_include_is_named_data();
    void a_planted_include_is_named();
    void a_planted_link_is_named_data();
    void a_planted_link_is_named();
    void a_planted_disorder_is_named_data();
    void a_planted_disorder_is_named();
    void an_orderly_house_has_no_findings();
};

void TestHouse::a_room_includes_only_what_it_may_data() {
    QTest::addColumn<QString>("folder");
    for (const house::Room& room : house::table()) {
        if (QDir(root() + u'/' + room.folder).exists()) {
            QTest::newRow(qPrintable(room.folder + QStringLiteral(" includes only: ") + room.rooms.join(u' ')))
                << room.folder;
        }
    }
}

void TestHouse::a_room_includes_only_what_it_may() {
    QFETCH(QString, folder);
    static const QList<house::Finding> findings = house::include_findings(root());
    const QString found = in_room(findings, folder);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestHouse::a_room_links_only_what_it_may_data() {
    a_room_includes_only_what_it_may_data();
}

void TestHouse::a_room_links_only_what_it_may() {
    QFETCH(QString, folder);
    static const QList<house::Finding> findings = house::link_findings(root());
    const QString found = in_room(findings, folder);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestHouse::everything_is_where_it_belongs() {
    const QString found = house::sentences(house::layout_findings(root()));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestHouse::files_are_licensed_and_short() {
    for (const house::Finding& growing : house::long_files(root())) {
        qInfo("%s", qPrintable(house::sentence(growing)));
    }
    const QString found = house::sentences(house::size_findings(root()));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestHouse::every_file_is_compiled_with_the_flags() {
    QFile file(QStringLiteral(REEVE_BINARY_DIR "/compile_commands.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("this generator writes no compile_commands.json");
    }
    int checked = 0;
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QString source = QDir(root()).relativeFilePath(value[QLatin1String("file")].toString());
        if (!house::floors().contains(source.section(u'/', 0, 0))) {
            continue;
        }
        const QString command = value[QLatin1String("command")].toString() + u' ';
        for (const char* flag : {"-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror", "-std=c++20",
                                 "-DQT_NO_CAST_FROM_ASCII", "-DQT_NO_KEYWORDS"}) {
            QVERIFY2(command.contains(u' ' + QString::fromLatin1(flag) + u' '),
                     qPrintable(source + QStringLiteral(" is compiled without ") + QString::fromLatin1(flag)));
        }
        ++checked;
    }
    QVERIFY(checked > 10);
}

void TestHouse::the_table_knows_only_its_own_rooms() {
    QStringList seen;
    for (const house::Room& room : house::table()) {
        QVERIFY2(!seen.contains(room.folder), qPrintable(room.folder));
        seen.append(room.folder);
        for (const QString& known : room.rooms) {
            const bool floor = known.endsWith(QStringLiteral("/*"));
            QVERIFY2(floor || house::room_of(known) != nullptr, qPrintable(room.folder + u' ' + known));
        }
        for (const QString& name : room.libraries) {
            const auto& all = house::libraries();
            QVERIFY2(std::any_of(all.begin(), all.end(), [&](const auto& library) { return library.name == name; }),
                     qPrintable(room.folder + u' ' + name));
        }
    }
    // No circles: a room that may include another is not included by it.
    for (const house::Room& room : house::table()) {
        for (const house::Room& other : house::table()) {
            const bool both = house::may_include(room, other.folder) && house::may_include(other, room.folder);
            QVERIFY2(room.folder == other.folder || !both, qPrintable(room.folder + u' ' + other.folder));
        }
    }
}

void TestHouse::a_planted_include_is_named_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("include");
    const auto row = [](const char* name, const char* file, const char* include) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(include);
    };
    row("domain includes store", "app/domain/x.h", "#include \"app/store/reader.h\"");
    row("base includes domain", "app/base/x.h", "#include \"app/domain/money.h\"");
    row("json includes domain", "app/json/x.cpp", "#include \"app/domain/money.h\"");
    row("archive includes newsroom", "app/archive/x.cpp", "#include \"app/newsroom/newsroom.h\"");
    row("a model includes store", "models/feed/x.h", "#include \"app/store/reader.h\"");
    row("a model includes pixels", "models/feed/x.h", "#include \"ui/look/label.h\"");
    row("pixels include store", "ui/inbox/x.cpp", "#include \"app/store/reader.h\"");
    row("one screen includes another", "ui/inbox/x.cpp", "#include \"ui/frame/window.h\"");
    row("link includes store, with blanks", "app/link/x.cpp", "  #  include   \"app/store/reader.h\"");
    row("the sandbox includes the record", "app/sandbox/x.cpp", "#include \"app/record/recorder.h\"");
    row("OpenSSL outside of crypto", "app/wire/x.cpp", "#include <openssl/evp.h>");
    row("SQLite outside of store", "app/record/x.cpp", "#include <sqlite3.h>");
    row("Qt Sql outside of store", "app/archive/x.cpp", "#include <QSqlQuery>");
    row("Qt Sql by its folder", "app/archive/x.cpp", "#include <QtSql/qsqlquery.h>");
    row("ICU outside of text", "models/feed/x.cpp", "#include <unicode/uspoof.h>");
    row("simdjson outside of json", "app/wire/x.cpp", "#include <simdjson.h>");
    row("a chart outside of charts", "ui/live/x.cpp", "#include <QChartView>");
    row("the network outside of link", "app/courier/x.cpp", "#include <QNetworkAccessManager>");
    row("a local socket outside of handover", "app/store/x.cpp", "#include <QLocalSocket>");
    row("a web request in handover", "app/handover/x.cpp", "#include <QNetworkAccessManager>");
    row("a socket in pixels", "ui/frame/x.cpp", "#include <QTcpSocket>");
    row("a widget in a model", "models/queue/x.cpp", "#include <QWidget>");
    row("a colour in a model", "models/queue/x.cpp", "#include <QColor>");
    row("an HTTP server outside of the sandbox", "app/ctl/x.cpp", "#include <httplib.h>");
    row("a neighbour by its bare name", "app/store/x.cpp", "#include \"reader.h\"");
    row("a neighbour by a path upwards", "app/store/x.cpp", "#include \"../domain/money.h\"");
}

void TestHouse::a_planted_include_is_named() {
    QFETCH(QString, file);
    QFETCH(QByteArray, include);
    const QTemporaryDir planted;
    plant(planted, file, "// a comment\n" + include + "\n");
    const QList<house::Finding> findings = house::include_findings(planted.path());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].file, file);
    QCOMPARE(findings[0].line, 2);
    QVERIFY(house::sentence(findings[0]).startsWith(file + QStringLiteral(":2: includes ")));
}

void TestHouse::a_planted_link_is_named_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("links");
    const auto row = [](const char* name, const char* room, const char* links) {
        QTest::newRow(name) << QString::fromLatin1(room) + QStringLiteral("/CMakeLists.txt") << QByteArray(links);
    };
    row("domain links store", "app/domain", "reeve_room(domain SOURCES x.cpp\n  LINKS Qt6::Core reeve::store)");
    row("wire links OpenSSL", "app/wire", "reeve_room(wire SOURCES x.cpp\n  LINKS OpenSSL::Crypto)");
    row("a model links widgets", "models/feed", "reeve_room(models_feed SOURCES x.cpp\n  LINKS Qt6::Widgets)");
    row("a screen links the store", "ui/inbox", "reeve_room(ui_inbox SOURCES x.cpp\n  LINKS reeve::store)");
    row("a screen links another", "ui/inbox", "reeve_room(ui_inbox SOURCES x.cpp\n  LINKS reeve::ui_frame)");
    row("an unknown library", "app/store", "reeve_room(store SOURCES x.cpp\n  LINKS Boost::json)");
    row("resources below the pixels", "app/store", "reeve_room(store SOURCES x.cpp\n  LINKS reeve::resources)");
    row("a link around reeve_room", "app/store",
        "reeve_room(store SOURCES x.cpp)\ntarget_link_libraries(reeve_store m)");
    row("flags of its own", "app/store", "reeve_room(store SOURCES x.cpp)\nadd_compile_options(-w)");
}

void TestHouse::a_planted_link_is_named() {
    QFETCH(QString, file);
    QFETCH(QByteArray, links);
    const QTemporaryDir planted;
    plant(planted, file, links + "\n");
    const QList<house::Finding> findings = house::link_findings(planted.path());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].file, file);
    QCOMPARE(findings[0].line, 2);
}

void TestHouse::a_planted_disorder_is_named_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* file, const QByteArray& content, const char* said) {
        QTest::newRow(name) << QString::fromLatin1(file) << content << QString::fromLatin1(said);
    };
    row("a new top-level entry", "notes.txt", "x", "top-level");
    row("a room outside of the table", "app/utils/x.h", header_of("utils", ""), "no room of the house");
    row("a file beside the rooms", "app/helpers.h", header_of("helpers", ""), "no room of the house");
    row("a room that is not built", "app/cel/x.cpp", "// SPDX-License-Identifier: GPL-3.0-or-later\n", "not built");
    row("a namespace unlike its folder", "app/store/x.h", header_of("storage", ""), "namespace store");
    row("a header without its guard", "app/store/x.h",
        "// SPDX-License-Identifier: GPL-3.0-or-later\nnamespace store {}\n", "#pragma once");
    row("a file without a licence", "app/store/x.h", "#pragma once\nnamespace store {}\n", "SPDX");
    row("a script without a licence", "packaging/x.sh", "#!/bin/sh\necho\n", "SPDX");
    row("the wrong licence in the protocol", "resources/protocol/x.py",
        "#!/usr/bin/python3\n# SPDX-License-Identifier: GPL-3.0-or-later\n", "SPDX");
    row("a long file", "app/store/x.h", header_of("store", QByteArray(398, '\n')), "401 lines");
    row("a long main", "app/ctl/main.cpp", "// SPDX-License-Identifier: GPL-3.0-or-later\n" + QByteArray(24, '\n'),
        "under 25");
    row("a QObject in domain", "app/domain/x.h", header_of("domain", "class X : public QObject { Q_OBJECT };\n"),
        "no QObject");
}

void TestHouse::a_planted_disorder_is_named() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    const QTemporaryDir planted;
    plant(planted, QStringLiteral("CMakeLists.txt"), "reeve_add_rooms(app base\n  store ctl)\n");
    plant(planted, file, content);
    const QList<house::Finding> findings =
        house::layout_findings(planted.path()) + house::size_findings(planted.path());
    const QString found = house::sentences(findings);
    QVERIFY2(found.contains(said), qPrintable(found));
    QVERIFY2(found.startsWith(file.section(u'/', 0, said == QStringLiteral("no room of the house") ? 1 : 0)),
             qPrintable(found));
}

void TestHouse::an_orderly_house_has_no_findings() {
    const QTemporaryDir planted;
    plant(planted, QStringLiteral("CMakeLists.txt"), "reeve_add_rooms(app base\n  store)\nreeve_add_rooms(ui case)\n");
    plant(planted, QStringLiteral("app/store/CMakeLists.txt"),
          "reeve_room(store SOURCES reader.cpp LINKS reeve::base reeve::domain SQLite::SQLite3 Qt6::Sql) # "
          "reeve::link\n");
    plant(planted, QStringLiteral("app/store/reader.h"),
          header_of("store",
                    "#include \"app/domain/money.h\"\n#include <QString>\n#include <sqlite3.h>\n#include <vector>\n"));
    plant(planted, QStringLiteral("app/store/reader.cpp"),
          "// SPDX-License-Identifier: GPL-3.0-or-later\n#include \"app/store/reader.h\"\n#include \"reader.moc\"\n");
    plant(planted, QStringLiteral("ui/case/pane.h"),
          header_of("ui::case_",
                    "#include \"ui/look/label.h\"\n#include \"models/case/rows_model.h\"\n#include <QWidget>\n"));
    const QList<house::Finding> findings =
        house::include_findings(planted.path()) + house::link_findings(planted.path()) +
        house::layout_findings(planted.path()) + house::size_findings(planted.path());
    QVERIFY2(findings.isEmpty(), qPrintable(house::sentences(findings)));
    QVERIFY(house::long_files(planted.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
