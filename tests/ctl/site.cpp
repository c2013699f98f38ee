// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/site.h"

#include "tests/support/patience.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <csignal>

Site::~Site() {
    sandbox.closeWriteChannel();
    if (!sandbox.waitForFinished(support::patience_ms)) {
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
    while (!sandbox.canReadLine() && sandbox.waitForReadyRead(support::patience_ms)) {
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

bool Site::at_sandbox(const QString& door, const QByteArray& json) const {
    int status = 0;
    static_cast<void>(ask(door, json, &status));
    return status == 204;
}

QJsonObject Site::from_gateway(const QString& path) const {
    int status = 0;
    return QJsonDocument::fromJson(ask(path, {}, &status)).object();
}

/// GET without a body, POST with one.
QByteArray Site::ask(const QString& path, const QByteArray& body, int* status) const {
    const QJsonObject at = QJsonDocument::fromJson(announcement).object();
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(at.value(QStringLiteral("port")).toInt());
    url.setPath(path);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + at.value(QStringLiteral("token")).toString().toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkAccessManager network;
    QNetworkReply* reply = body.isEmpty() ? network.get(request) : network.post(request, body);
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply] { reply->ignoreSslErrors(); });
    static_cast<void>(support::wait_until([reply] { return reply->isFinished(); }));
    *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

bool Site::goes_by_policy_file() const {
    return support::wait_until([this] {
        return !place.ctl({QStringLiteral("events"), QStringLiteral("--kind=configuration"), QStringLiteral("--json")})
                    .objects()
                    .isEmpty();
    });
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
    while (!said_.contains("\"live\"") && process_.waitForReadyRead(support::patience_ms)) {
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
    return process_.waitForFinished(support::patience_ms) && process_.exitStatus() == QProcess::NormalExit
               ? process_.exitCode()
               : -1;
}
