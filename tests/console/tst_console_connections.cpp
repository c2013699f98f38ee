// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/connections.h"

#include "app/base/file.h"
#include "app/crypto/certificate.h"
#include "app/premises/connection.h"
#include "tests/support/patience.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <type_traits>

namespace fs = std::filesystem;
using Forms = std::vector<ports::ConnectionForm>;

namespace {

constexpr const char* some_key = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

ports::ConnectionForm plant() {
    ports::ConnectionForm form;
    form.name = "Plant 1: Köln/Nord";
    form.host = "127.0.0.1";
    form.port = "8443";
    form.token = "secret";
    form.source = "urn:plant";
    form.gateway_key = some_key;
    form.certificate = std::string(64, 'a');
    return form;
}

struct Scene {
    Scene() { static_cast<void>(premises::make(folders)); }

    template <class T = Forms>
    base::Result<T> ask(const std::type_identity_t<std::function<void(ports::Reply<T>)>>& question) {
        std::optional<base::Result<T>> answer;
        question(ports::Reply<T>(&context, [&answer](base::Result<T> one) { answer = std::move(one); }));
        static_cast<void>(support::wait_until([&answer] { return answer.has_value(); }));
        return answer ? std::move(*answer) : base::Result<T>(base::Fault{base::FaultCode::timed_out, "no answer", {}});
    }
    base::Result<Forms> list() {
        return ask([this](auto reply) { connections.list(std::move(reply)); });
    }
    base::Result<Forms> save(const ports::ConnectionForm& form) {
        return ask([&](auto reply) { connections.save(form, std::move(reply)); });
    }
    base::Result<Forms> use(const std::string& name) {
        return ask([&](auto reply) { connections.use(name, std::move(reply)); });
    }
    std::string write(const char* name, const std::string& text) {
        const fs::path path = folders.root / name;
        static_cast<void>(base::write_file_atomically(path, text));
        return path.string();
    }

    QTemporaryDir dir;
    QObject context;
    premises::Folders folders = premises::folders_of(dir.path().toStdString());
    base::SystemClock clock;
    console::Connections connections{folders, clock};
};

} // namespace

class TestConsoleConnections : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_saved_is_private_and_comes_back_whole();
    void what_is_used_is_what_the_program_reads();
    void using_another_one_is_told_after_the_answer();
    void what_cannot_be_used_changes_nothing();
    void a_connection_written_by_hand_is_listed();
    void what_is_removed_is_gone_and_only_once();
    void pem_files_are_copied_into_the_connection();
    void what_is_wrong_is_named_data();
    void what_is_wrong_is_named();
    void a_test_says_each_step_and_sends_no_token_to_a_closed_port();
};

void TestConsoleConnections::what_is_saved_is_private_and_comes_back_whole() {
    Scene scene;
    const auto saved = scene.save(plant());
    QVERIFY(saved.ok());
    QCOMPARE(saved->size(), std::size_t{1});
    const ports::ConnectionForm& form = saved->front();
    QCOMPARE(form.name, plant().name);
    QCOMPARE(form.token, std::string("secret"));
    QCOMPARE(form.certificate, std::string(64, 'a'));
    QVERIFY(!form.in_use);
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(scene.folders.root / "connections")) {
        ++files;
        const auto others = fs::perms::group_all | fs::perms::others_all;
        QVERIFY((fs::status(entry.path()).permissions() & others) == fs::perms::none);
    }
    QCOMPARE(files, 1);
    QVERIFY(scene.save(plant()).ok()); // the same name replaces it
    QCOMPARE(scene.list()->size(), std::size_t{1});
}

void TestConsoleConnections::what_is_used_is_what_the_program_reads() {
    Scene scene;
    QVERIFY(scene.save(plant()).ok());
    const auto used = scene.use(plant().name);
    QVERIFY(used.ok());
    QVERIFY(used->front().in_use);
    const auto read = premises::read_connection(scene.folders.connection());
    QVERIFY2(read.ok(), read.ok() ? "" : base::describe(read.fault()).c_str());
    QCOMPARE(read->endpoint.host, std::string("127.0.0.1"));
    QCOMPARE(read->endpoint.port, std::uint16_t{8443});
    QVERIFY(scene.use({}).ok()); // the sandbox again
    QVERIFY(!fs::exists(scene.folders.connection()));
    QVERIFY(!scene.list()->front().in_use);
}

void TestConsoleConnections::using_another_one_is_told_after_the_answer() {
    Scene scene;
    int switches = 0;
    scene.connections.on_switch([&switches] { ++switches; });
    QVERIFY(scene.save(plant()).ok());
    QCOMPARE(switches, 0);
    QVERIFY(scene.use(plant().name).ok());
    QCOMPARE(switches, 1);
    QCOMPARE(scene.use("nobody").fault().code, base::FaultCode::not_found);
    QCOMPARE(switches, 1);
    QVERIFY(scene.use({}).ok());
    QCOMPARE(switches, 2);
}

void TestConsoleConnections::what_cannot_be_used_changes_nothing() {
    Scene scene;
    QVERIFY(scene.save(plant()).ok());
    QVERIFY(scene.use(plant().name).ok());
    ports::ConnectionForm other = plant();
    other.name = "Other";
    QVERIFY(scene.save(other).ok());
    for (const auto& entry : fs::directory_iterator(scene.folders.root / "connections")) { // somebody edits it
        const auto text = base::read_small_file(entry.path(), 1U << 20U);
        if (text->find("\"Other\"") != std::string::npos) {
            std::string broken = *text;
            broken.replace(broken.find("8443"), 4, "9943");
            broken.replace(broken.find(some_key), 4, "????");
            QVERIFY(base::write_file_atomically(entry.path(), broken).ok());
        }
    }
    QVERIFY(!scene.use("Other").ok());
    const auto still = premises::read_connection(scene.folders.connection());
    QVERIFY(still.ok());
    QCOMPARE(still->endpoint.port, std::uint16_t{8443});
}

void TestConsoleConnections::a_connection_written_by_hand_is_listed() {
    Scene scene;
    QVERIFY(scene.save(plant()).ok());
    QVERIFY(scene.use(plant().name).ok());
    static_cast<void>(scene.ask([&](auto reply) { scene.connections.remove(plant().name, std::move(reply)); }));
    const auto forms = scene.list(); // what is in use stays known, although nothing of it is saved
    QVERIFY(forms.ok());
    QCOMPARE(forms->size(), std::size_t{1});
    QVERIFY(forms->front().in_use);
    QCOMPARE(forms->front().host, std::string("127.0.0.1"));
}

void TestConsoleConnections::what_is_removed_is_gone_and_only_once() {
    Scene scene;
    QVERIFY(scene.save(plant()).ok());
    const auto remove = [&] {
        return scene.ask([&](auto reply) { scene.connections.remove(plant().name, std::move(reply)); });
    };
    QVERIFY(remove().ok());
    QVERIFY(scene.list()->empty());
    QCOMPARE(remove().fault().code, base::FaultCode::not_found);
}

void TestConsoleConnections::pem_files_are_copied_into_the_connection() {
    Scene scene;
    crypto::CertificateRequest request;
    request.not_before = base::SystemClock().now();
    const auto pair = crypto::make_self_signed(request);
    QVERIFY(pair.ok());
    ports::ConnectionForm form = plant();
    form.certificate.clear();
    form.authorities = scene.write("authority.pem", "Bag Attributes\n" + pair->certificate);
    form.client_certificate = scene.write("client.pem", pair->certificate);
    form.client_key = scene.write("client.key", pair->private_key);
    const auto saved = scene.save(form);
    QVERIFY2(saved.ok(), saved.ok() ? "" : base::describe(saved.fault()).c_str());
    fs::remove(form.client_key); // one file from now on
    fs::remove(form.client_certificate);
    fs::remove(form.authorities);
    QVERIFY(saved->front().client_key.starts_with("-----BEGIN"));
    QVERIFY(scene.save(saved->front()).ok()); // and again without the files
    QVERIFY(scene.use(form.name).ok());
    const auto read = premises::read_connection(scene.folders.connection());
    QVERIFY(read.ok());
    QVERIFY(!read->endpoint.client_key.empty());
    QVERIFY(read->endpoint.authorities.starts_with("-----BEGIN"));
}

void TestConsoleConnections::what_is_wrong_is_named_data() {
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("names");
    const auto row = [](const char* name, const char* part, const char* value, const char* names) {
        QTest::newRow(name) << QByteArray(part) << QByteArray(value) << QByteArray(names);
    };
    row("no name", "name", "", "name");
    row("a port beyond 65535", "port", "65536", "port");
    row("a port with words", "port", "8443x", "port");
    row("an address with a scheme", "host", "https://x/y", "host");
    row("a token with a line break", "token", "a\r\nX: y", "token");
    row("half a fingerprint", "certificate", "abcd", "certificate");
    row("no key of the gateway", "key", "", "gateway_key");
    row("a client certificate without its key", "client_certificate", "-----BEGIN CERTIFICATE-----", "client_key");
    row("a file that is not there", "authorities", "/nowhere/at/all.pem", "authorities");
    row("a file that holds something else", "authorities", "/etc/hostname", "authorities");
}

void TestConsoleConnections::what_is_wrong_is_named() {
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, names);
    Scene scene;
    ports::ConnectionForm form = plant();
    const std::pair<const char*, std::string*> parts[] = {{"name", &form.name},
                                                          {"port", &form.port},
                                                          {"host", &form.host},
                                                          {"token", &form.token},
                                                          {"certificate", &form.certificate},
                                                          {"key", &form.gateway_key},
                                                          {"client_certificate", &form.client_certificate},
                                                          {"authorities", &form.authorities}};
    for (const auto& [name, place] : parts) {
        if (part == name) {
            *place = value.toStdString();
        }
    }
    const auto saved = scene.save(form);
    QVERIFY(!saved.ok());
    QCOMPARE(QByteArray::fromStdString(saved.fault().where), names);
    QVERIFY(scene.list()->empty());
}

void TestConsoleConnections::a_test_says_each_step_and_sends_no_token_to_a_closed_port() {
    Scene scene;
    ports::ConnectionForm form = plant();
    form.port = "1"; // nobody listens there
    std::vector<ports::TestLine> lines;
    const auto report = scene.ask<ports::TestReport>([&](ports::Reply<ports::TestReport> reply) {
        scene.connections.test(form, {&scene.context, [&lines](const auto& line) { lines.push_back(*line); }},
                               std::move(reply));
    });
    QVERIFY(report.ok() && !report->passed);
    QTRY_VERIFY(lines.size() >= 3);
    QVERIFY(lines[0].outcome == ports::TestOutcome::passed);
    const auto failed = std::find_if(lines.begin(), lines.end(),
                                     [](const auto& line) { return line.outcome == ports::TestOutcome::failed; });
    QVERIFY(failed != lines.end() && failed->step == ports::TestStep::connection);
    for (auto line = failed + 1; line != lines.end(); ++line) {
        QVERIFY(line->outcome == ports::TestOutcome::skipped);
    }
}

QTEST_MAIN(TestConsoleConnections)
#include "tst_console_connections.moc"
