// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/site.h"

#include <csignal>

Site::~Site() {
    sandbox.closeWriteChannel();
    if (!sandbox.waitForFinished(30'000)) {
        sandbox.kill();
        sandbox.waitForFinished();
    }
}

QString Site::make_keys() {
    passphrase_ = place.write(QStringLiteral("passphrase"), "correct horse battery\n");
    const Run person = ctl({QStringLiteral("key"), QStringLiteral("create")});
    const Run administrator = ctl({QStringLiteral("key"), QStringLiteral("create"), QStringLiteral("--administrator")});
    if (person.code != 0 || administrator.code != 0) {
        qWarning("%s %s", person.all().constData(), administrator.all().constData());
        return {};
    }
    return administrator.objects().constFirst().value(QStringLiteral("key")).toString();
}

bool Site::start(const QString& gateway, const QStringList& arguments) {
    sandbox.start(gateway, arguments);
    while (!sandbox.canReadLine() && sandbox.waitForReadyRead(30'000)) {
    }
    announcement = sandbox.readLine();
    place.write(QStringLiteral("state/connection.json"), announcement);
    return !announcement.isEmpty();
}

bool Site::open(const QStringList& scenarios, const QStringList& more) {
    QStringList arguments{QStringLiteral("--no-fleet")};
    for (const QString& scenario : scenarios) {
        arguments << QStringLiteral("--scenario") << scenario;
    }
    return open_fleet(arguments + more);
}

bool Site::open_fleet(const QStringList& more) {
    const QString administrator = make_keys();
    const QStringList arguments{QStringLiteral("--state"),     place.path(QStringLiteral("sandbox")),
                                QStringLiteral("--pace"),      QStringLiteral("0.01"),
                                QStringLiteral("--admin-key"), administrator};
    return !administrator.isEmpty() && start(program("reeve-sandbox"), arguments + more);
}

bool Site::open_example() {
    const QString administrator = make_keys();
    return !administrator.isEmpty() &&
           start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-B"), QStringLiteral(REEVE_PROTOCOL_DIR "/gateway.py"),
                  QStringLiteral("--end-with-stdin"), QStringLiteral("--administrator"), administrator});
}

Run Site::enroll() {
    const QString draft = place.path(QStringLiteral("roster.json"));
    const QList<QStringList> steps = {{QStringLiteral("init"), draft},
                                      {QStringLiteral("add"), draft, QStringLiteral("--person=anna"),
                                       QStringLiteral("--name=Anna Meier"), QStringLiteral("--permission=view"),
                                       QStringLiteral("--permission=decide"), QStringLiteral("--permission=stop"),
                                       QStringLiteral("--limit=EUR:1000000"), QStringLiteral("--limit=GBP:1000000"),
                                       QStringLiteral("--limit=USD:1000000"), QStringLiteral("--tier=dual_sign_off")},
                                      {QStringLiteral("sign"), draft},
                                      {QStringLiteral("check"), draft + QStringLiteral(".signed")},
                                      {QStringLiteral("publish"), draft + QStringLiteral(".signed")}};
    Run run;
    for (const QStringList& step : steps) {
        const QStringList words = QStringList{QStringLiteral("roster")} + step;
        run = step.first() == QLatin1String("sign") ? ctl(words)
                                                    : place.ctl(words + QStringList{QStringLiteral("--json")});
        if (run.code != 0) {
            break;
        }
    }
    return run;
}

QStringList Site::with_passphrase(const QStringList& words) const {
    return words + QStringList{QStringLiteral("--passphrase-file"), passphrase_, QStringLiteral("--json")};
}

Run Site::ctl(const QStringList& words) const {
    return place.ctl(with_passphrase(words));
}

void Site::start_deciding(QProcess& process, const QString& verb, const QString& target) const {
    place.start(process, with_passphrase({QStringLiteral("decide"), verb, target, QStringLiteral("--yes"),
                                          QStringLiteral("--reason=test"), QStringLiteral("--wait=1")}));
}

Run Site::decide(const QString& verb, const QString& target, const QStringList& more) const {
    QStringList words = {QStringLiteral("decide"), verb, target, QStringLiteral("--yes")};
    words += more.isEmpty() ? QStringList{QStringLiteral("--reason=test")} : more;
    if (verb.startsWith(QLatin1String("approve"))) {
        words << QStringLiteral("--view=fine"); // of some orders the policy wants it first
    }
    return ctl(words);
}

QStringList Site::told(const QString& type) const {
    QStringList ids;
    for (const QJsonObject& one :
         place.ctl({QStringLiteral("events"), QStringLiteral("--type=") + type, QStringLiteral("--json")}).objects()) {
        ids << one.value(QStringLiteral("transaction_id")).toString();
    }
    return ids;
}

QString state_of(const Run& run) {
    return run.objects().isEmpty() ? QString() : run.objects().constLast().value(QStringLiteral("state")).toString();
}

Recording::Recording(const Site& site) {
    site.place.start(process_, {QStringLiteral("record"), QStringLiteral("--json")});
    while (!said_.contains("\"live\"") && process_.waitForReadyRead(30'000)) {
        said_ += process_.readAllStandardOutput();
    }
}

Recording::~Recording() {
    if (process_.state() != QProcess::NotRunning) {
        process_.kill();
        process_.waitForFinished();
    }
}

int Recording::stop(int signal) {
    ::kill(static_cast<pid_t>(process_.processId()), signal);
    return process_.waitForFinished(30'000) && process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
}
